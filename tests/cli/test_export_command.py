"""In: pages. Out: the records that ``extractor export`` writes of them."""

import csv
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_a_page_gives_a_json_line_a_craft(command: Command, page: Path) -> None:
    done = command("export", page, "--catalogue", "gcat")
    assert done.returncode == 0
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"Name": "Kestrel 4", "LDate": "2021-03-04", "Mass": 1200, "TotMass": 1200}
    ]


def test_csv_has_a_column_a_field_and_a_row_a_craft(command: Command, page: Path, tmp_path: Path) -> None:
    second = tmp_path / "heron-2.txt"
    second.write_text("Heron 2\n\nHeron 2, of 90 kg, was launched on May 3, 2001.\n", encoding="utf-8")
    shown = command("export", page, second, "--catalogue", "satcat", "--format", "csv").stdout.decode()
    rows = list(csv.DictReader(shown.splitlines()))
    assert [row["OBJECT_NAME"] for row in rows] == ["Kestrel 4", "Heron 2"]
    assert [row["LAUNCH_DATE"] for row in rows] == ["2021-03-04", "2001-05-03"]
    assert {row["PERIGEE"] for row in rows} == {""}


def test_standard_input_is_exported_too(command: Command, page: Path) -> None:
    call = ("--catalogue", "wikidata")
    assert command("export", "-", *call, stdin=page.read_bytes()).stdout == command("export", page, *call).stdout


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_catalogue_that_is_not_known_is_refused_in_one_line(command: Command, page: Path, form: str) -> None:
    done = command("export", page, "--catalogue", "parsnips", "--format", form)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode() == (
        "extractor: parsnips: is no catalogue that is known; take gcat, satcat, wikidata, nssdca\n"
    )


def test_a_bad_page_never_stops_the_others(command: Command, page: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01" * 99)
    done = command("export", "bad.txt", "nosuch.txt", page, "--catalogue", "gcat")
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 1
    assert "nosuch.txt: no such file" in done.stderr.decode()
    assert "bad.txt" in done.stderr.decode()


def test_nothing_but_missing_pages_is_a_usage_error(command: Command) -> None:
    assert command("export", "nosuch.txt", "--catalogue", "gcat").returncode == 2
