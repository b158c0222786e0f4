"""In: the manifest and copies of its pages. Out: what ``extractor corpus`` lists, registers and refuses."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.shipped import read_manifest

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]
SHARED = Path(__file__).parents[3] / "shared" / "pages"


def test_the_list_tells_what_ships_and_what_is_not_here(command: Command) -> None:
    rows = [line.split() for line in command("corpus", "list").stdout.decode().splitlines()]
    states = {row[0]: row[1:] for row in rows if row}
    assert states["soyuz-ms-07"][:3] == ["not", "here", "yes"]
    assert states["soyuz-ms-07-retold"][:2] == ["ships", "yes"]


def test_a_page_that_is_not_of_the_manifest_is_refused(command: Command, page: Path, tmp_path: Path) -> None:
    done = command("corpus", "add", page)
    assert done.returncode == 2
    assert "fits no page of the manifest" in done.stderr.decode()
    assert not (tmp_path / "registered").exists()


@pytest.mark.shared
def test_a_true_copy_is_registered_and_then_part_of_runs(command: Command, tmp_path: Path) -> None:
    done = command("corpus", "add", SHARED / "soyuz-ms-07.txt")
    assert done.returncode == 0
    copy = tmp_path / "registered" / "soyuz-ms-07.txt"
    assert copy.read_bytes() == (SHARED / "soyuz-ms-07.txt").read_bytes()
    assert b"registered  yes" in command("corpus", "list").stdout
    assert "soyuz-ms-07 " in command("run").stdout.decode()


def test_fetching_what_the_manifest_does_not_have_names_what_it_has(command: Command) -> None:
    done = command("corpus", "fetch", "nosuch")
    assert done.returncode == 2
    assert all(entry.id in done.stderr.decode() for entry in read_manifest())


def test_fetching_without_a_network_is_one_line(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    done = command("corpus", "fetch", "soyuz-ms-07")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "cannot be fetched" in done.stderr.decode()
