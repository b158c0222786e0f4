"""In: pages and a database. Out: what ``extractor run`` stores, shows, and how it ends."""

import hashlib
import json
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from extractor import shipped

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]


def ask(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def write_gold(folder: Path, page: Path, **changes: object) -> None:
    """Write the gold of a page that says nothing: every mention found is false."""
    text = page.read_text(encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    about = {"id": page.stem, "sha256": digest, "length": len(text), **changes}
    record = {"schema": "mission-facts/1", "page": about, "mentions": [], "facts": []}
    folder.mkdir(exist_ok=True)
    (folder / f"{page.stem}.json").write_text(json.dumps(record), encoding="utf-8")


def test_without_arguments_the_corpus_goes_into_facts_db(command: Command, tmp_path: Path) -> None:
    done = command("run")
    pages = [path.stem for path in shipped.list_pages()]
    assert done.returncode == 0
    assert [name for (name,) in ask(tmp_path / "facts.db", "SELECT name FROM page ORDER BY name")] == sorted(pages)
    shown = done.stdout.decode()
    assert f"{len(pages)} pages into sqlite:///facts.db" in shown
    assert "all mentions" in shown
    assert "all facts" in shown


def test_the_same_run_again_changes_no_byte(command: Command, page: Path, tmp_path: Path) -> None:
    command("run", page)
    before = (tmp_path / "facts.db").read_bytes()
    done = command("run", page)
    assert b"unchanged" in done.stdout
    assert (tmp_path / "facts.db").read_bytes() == before


def test_bad_pages_are_rows_and_lines_and_the_others_are_stored(command: Command, page: Path, tmp_path: Path) -> None:
    binary = tmp_path / "image.txt"
    binary.write_bytes(bytes(range(32)) * 20)
    done = command("run", "nosuch.txt", binary, page, "--to", "sqlite:///out.db")
    assert done.returncode == 3
    assert ask(tmp_path / "out.db", "SELECT code, source FROM problem WHERE page_id IS NULL ORDER BY code") == [
        ("missing", "nosuch.txt"),
        ("unreadable", str(binary)),
    ]
    assert ask(tmp_path / "out.db", "SELECT pages, skipped FROM run") == [(1, 2)]
    lines = done.stderr.decode().splitlines()
    assert [line.partition(": ")[2].partition(":")[0] for line in lines[:2]] == ["nosuch.txt", str(binary)]
    assert b"2 skipped" in done.stdout


def test_nothing_to_read_makes_no_database(command: Command, tmp_path: Path) -> None:
    assert command("run", "nosuch.txt").returncode == 2
    assert not (tmp_path / "facts.db").exists()


def test_a_destination_that_cannot_be_opened_is_one_line(command: Command, page: Path) -> None:
    for url in ("facts.db", "sqlite:///no/such/folder/facts.db"):
        done = command("run", page, "--to", url)
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1


def test_gold_that_does_not_fit_is_a_problem_and_the_page_is_stored(
    command: Command, page: Path, tmp_path: Path
) -> None:
    write_gold(tmp_path / "gold", page, sha256="0" * 64)
    done = command("run", page, "--gold", "gold")
    assert done.returncode == 3
    assert "does not fit the page" in done.stderr.decode()
    assert ask(tmp_path / "facts.db", "SELECT code FROM problem WHERE page_id IS NULL") == [("gold",)]
    assert ask(tmp_path / "facts.db", "SELECT name FROM page") == [("kestrel-4",)]


def test_a_folder_of_gold_that_is_not_there_is_one_line_and_nothing_is_stored(
    command: Command, page: Path, tmp_path: Path
) -> None:
    done = command("run", page, "--gold", "nosuch")
    assert done.returncode == 2
    assert done.stderr.decode() == "extractor: nosuch: no such folder of gold files\n"
    assert not (tmp_path / "facts.db").exists()


def test_gold_that_fits_is_scored(command: Command, page: Path, tmp_path: Path) -> None:
    write_gold(tmp_path / "gold", page)
    done = command("run", page, "--gold", "gold")
    assert done.returncode == 0
    assert "all mentions" in done.stdout.decode()
