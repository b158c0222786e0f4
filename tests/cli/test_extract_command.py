"""In: pages, good and bad. Out: what ``extractor extract`` prints and writes, and how it ends."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.model import SCHEMA

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]
EXTRACT = [sys.executable, "-m", "extractor", "extract"]


def read_terminal(call: list[str], environment: dict[str, str], size: str = "80") -> str:
    """Give what a command shows when its standard output is a terminal."""
    ours, theirs = pty.openpty()
    environment = {**environment, "COLUMNS": size, "TERM": "xterm", "NO_COLOR": "1"}
    process = subprocess.Popen(call, stdout=theirs, stderr=subprocess.DEVNULL, env=environment)
    os.close(theirs)
    shown = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:  # how Linux says that the other end of a terminal is closed
            break
        if not chunk:
            break
        shown += chunk
    os.close(ours)
    assert process.wait(60) == 0
    return shown.decode()


def test_one_page_gives_its_record_when_piped(command: Command, page: Path) -> None:
    done = command("extract", page)
    record = json.loads(done.stdout)
    assert done.returncode == 0
    assert record["schema"] == SCHEMA
    assert record["page"]["id"] == "kestrel-4"
    text = page.read_text(encoding="utf-8")
    assert all(text[m["start"] : m["end"]] == m["text"] for m in record["mentions"])


def test_standard_input_is_a_page(command: Command, page: Path) -> None:
    done = command("extract", "-", stdin=page.read_bytes())
    assert json.loads(done.stdout)["page"]["length"] == len(page.read_text(encoding="utf-8"))


def test_a_terminal_gets_a_card_and_json_on_demand(page: Path, environment: dict[str, str]) -> None:
    card = read_terminal([*EXTRACT, str(page)], environment)
    assert "╭" in card
    assert "characters" in card
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", card)
    assert max(len(line) for line in plain.splitlines()) <= 80
    assert json.loads(read_terminal([*EXTRACT, str(page), "--format", "json"], environment))["schema"] == SCHEMA


def test_a_card_can_be_piped(command: Command, page: Path) -> None:
    done = command("extract", page, "--format", "card")
    assert "╭".encode() in done.stdout


def test_several_pages_are_one_record_a_line(command: Command, page: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# Notes\n\nNothing flew.\n", encoding="utf-8")
    done = command("extract", tmp_path)
    assert [json.loads(line)["page"]["id"] for line in done.stdout.splitlines()] == ["kestrel-4", "notes"]


def test_a_folder_of_files_is_written_with_one_record_each(command: Command, page: Path, tmp_path: Path) -> None:
    deeper = tmp_path / "deeper"
    deeper.mkdir()
    (deeper / page.name).write_text("Kestrel 4 landed on May 5, 2021.\n", encoding="utf-8")
    done = command("extract", tmp_path, "-o", tmp_path / "results")
    assert done.returncode == 0
    assert done.stdout == b""
    lengths = {
        path.name: json.loads(path.read_text(encoding="utf-8"))["page"]["length"]
        for path in sorted((tmp_path / "results").iterdir())
    }
    assert lengths == {"kestrel-4.json": len(page.read_text(encoding="utf-8")), "kestrel-4-2.json": 33}


BAD = {
    "binary": (b"\x00\x01\x02\x03" * 200, "binary"),
    "large": (b"a word " * 7_200_000, "at most"),
    "empty": (b"", "is empty"),
    "blank": (b" \n\n ", "is empty"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_page_is_one_line_and_the_others_are_done(command: Command, page: Path, name: str) -> None:
    content, says = BAD[name]
    bad = page.with_name(f"a-{name}.txt")
    bad.write_bytes(content)
    done = command("extract", bad, page)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 3
    assert len([line for line in lines if says in line and str(bad) in line]) == 1
    assert b"Traceback" not in done.stderr
    assert [json.loads(line)["page"]["id"] for line in done.stdout.splitlines()] == ["kestrel-4"]


def test_a_missing_file_beside_a_page_is_skipped(command: Command, page: Path) -> None:
    done = command("extract", "nosuch.txt", page)
    assert done.returncode == 3
    assert done.stderr.decode().startswith("extractor: nosuch.txt: no such file or folder\n")


def test_nothing_to_read_is_a_usage_error(command: Command, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    done = command("extract", "folder", "nosuch.txt", "name\x1b[31m.txt")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "extractor: folder: no .txt or .md file in this folder",
        "extractor: nosuch.txt: no such file or folder",
        "extractor: name\\x1b[31m.txt: no such file or folder",
    ]


def test_damaged_text_is_read_with_a_problem_in_its_record(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(b"Le Kestrel 4 \xe9tait lanc\xe9 on March 3, 2021.\x00\x07\n")
    done = command("extract", path)
    record = json.loads(done.stdout)
    assert done.returncode == 0
    assert "encoding" in [problem["code"] for problem in record["problems"]]
    assert b"\x07" not in done.stderr
    assert "Windows-1252" in done.stderr.decode()


def test_a_page_without_facts_is_done_with_a_note(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "poem.txt"
    path.write_text("No figure stands here.\n", encoding="utf-8")
    done = command("extract", path)
    assert done.returncode == 0
    assert json.loads(done.stdout)["problems"][0]["code"] == "no-facts"


def test_a_folder_that_cannot_be_made_is_one_line(command: Command, page: Path, tmp_path: Path) -> None:
    done = command("extract", page, "-o", page)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("form", ["json", "card"])
def test_a_closed_pipe_is_no_error(form: str, page: Path, environment: dict[str, str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    call = [*EXTRACT, str(page), "--format", form]
    process = subprocess.Popen(call, stdout=writing, stderr=subprocess.PIPE, env=environment)
    os.close(writing)
    _, errors = process.communicate(timeout=60)
    assert b"Traceback" not in errors
    assert b"Exception" not in errors
    assert process.returncode == 0


def test_an_interrupt_ends_with_130_and_no_traceback(environment: dict[str, str]) -> None:
    call = [*EXTRACT, "-"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(call, env=environment, **pipes) as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        process.wait(30)
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode == 130
