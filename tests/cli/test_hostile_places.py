"""In: streams that are closed or full, names and destinations that are none. Out: one line and an exit code."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]
FULL = Path("/dev/full")  # a device that is always full


def run_in_shell(line: str, environment: dict[str, str], folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run ``extractor`` as ``$X`` of a shell's line."""
    line = line.replace("$X", f"'{sys.executable}' -m extractor")
    return subprocess.run(["sh", "-c", line], capture_output=True, text=True, env=environment, cwd=folder, check=False)


@pytest.mark.parametrize("call", ["--help", "extract kestrel-4.txt"])
def test_a_full_standard_output_is_one_line(call: str, page: Path, environment: dict[str, str]) -> None:
    done = run_in_shell(f"$X {call} > {FULL}", environment, page.parent)
    assert done.returncode == 2
    assert done.stderr == "extractor: standard output: No space left on device\n"


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("$X extract kestrel-4.txt >&-", 0, ""),
        ("$X extract - <&-", 3, "extractor: -: is empty\n"),
        ("$X timex <&-", 0, ""),
        ("$X extract nosuch.txt 2>&-", 2, ""),
    ],
)
def test_a_closed_stream_is_an_empty_one(
    line: str, code: int, says: str, page: Path, environment: dict[str, str]
) -> None:
    done = run_in_shell(line, environment, page.parent)
    assert (done.returncode, done.stderr) == (code, says)


def test_pages_with_names_of_any_length_and_kind_are_written_side_by_side(
    command: Command, page: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    stems = ["x" * 249 + "1", "x" * 249 + "2", "é" * 124, "new\nline\x1b[31m", " ", "-", os.fsdecode(b"\xff\xfe")]
    for stem in stems:
        (folder / f"{stem}.txt").write_bytes(page.read_bytes())
    done = command("extract", folder, "-o", "results")
    assert (done.returncode, done.stderr) == (0, b"")
    written = sorted((tmp_path / "results").iterdir())
    assert len(written) == len(stems)
    assert all(json.loads(path.read_bytes())["page"]["length"] for path in written)


def test_what_cannot_be_written_leaves_no_half_file(command: Command, page: Path, tmp_path: Path) -> None:
    (tmp_path / "results" / "kestrel-4.json").mkdir(parents=True)
    done = command("extract", page, "-o", "results")
    assert done.returncode == 2
    assert [path.name for path in (tmp_path / "results").iterdir()] == ["kestrel-4.json"]


@pytest.mark.parametrize(
    "url",
    ["sqlite:///x.db?timeout=long", "sqlite:///x.db?mode=foo", "postgresql+psycopg://me:secret@host:port/x", "x://a@b"],
)
def test_a_url_with_a_wrong_part_is_one_line_without_its_password(command: Command, page: Path, url: str) -> None:
    done = command("run", page, "--to", url)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert b"secret" not in done.stderr


def test_a_file_that_is_no_database_is_left_as_it_is(command: Command, page: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_bytes(b"my notes " * 99)
    done = command("run", page, "--to", "sqlite:///notes.db")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert (tmp_path / "notes.db").read_bytes() == b"my notes " * 99


def test_two_runs_at_once_fill_one_database(page: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    for number in range(12):
        (tmp_path / f"twin-{number}.txt").write_bytes(page.read_bytes() + b"%d\n" % number)
    call = [sys.executable, "-m", "extractor", "run", "."]
    runs = [subprocess.Popen(call, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [run.wait(60) for run in runs] == [0, 0]
    with closing(sqlite3.connect(tmp_path / "facts.db")) as connection:
        assert connection.execute("SELECT count(*), count(DISTINCT name) FROM page").fetchone() == (13, 13)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_loop_of_folders_and_links_to_nowhere_do_not_stop_the_pages(
    command: Command, page: Path, tmp_path: Path
) -> None:
    (tmp_path / "self").symlink_to(tmp_path)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    done = command("extract", tmp_path)
    assert done.returncode == 3
    assert [json.loads(line)["page"]["id"] for line in done.stdout.splitlines()] == ["kestrel-4"]
    assert [line.rpartition(": ")[2] for line in done.stderr.decode().splitlines()] == [
        "no such file",
        "is no regular file",
    ]
