"""In: a page. Out: what ``extractor explain`` and ``extractor rules`` say."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_every_mention_is_shown_with_its_rule(command: Command, page: Path) -> None:
    shown = command("explain", page).stdout.decode()
    for mention in json.loads(command("extract", page).stdout)["mentions"]:
        assert f"{mention['label']} “{mention['text']}”" in shown
        assert f"by {mention['rule']}" in shown


def test_a_line_without_facts_says_so(command: Command, page: Path) -> None:
    done = command("explain", page, "--at", 2)
    assert done.returncode == 0
    assert "no fact rests on this line" in done.stdout.decode()


def test_a_fact_shows_its_trigger_evidence_and_rivals(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "heron.txt"
    said = "Heron 2 was launched on May 3, 2001.\n\nThe launch of Heron 2 had been planned for May 1, 2001.\n"
    path.write_text(f"Heron 2\n\n{said}", encoding="utf-8")
    shown = command("explain", path, "--at", 3).stdout.decode()
    assert "trigger  “launched” (line 3)" in shown
    assert "evidence “May 3, 2001” (line 3) is 2001-05-03" in shown
    assert "launch planned 2001-05-01" in shown


def test_a_denied_event_and_a_foreign_date_are_told(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "heron.txt"
    said = "Heron 2 did not dock on May 4, 2001.\n\nam 3. Juni 2018 gesehen\n"
    path.write_text(f"Heron 2\n\n{said}", encoding="utf-8")
    shown = command("explain", path).stdout.decode()
    assert "“dock” is denied: no docking took place" in shown
    assert "by date.foreign, the fallback to dateparser" in shown
    assert "1 of 2 mentions by dateparser, the fallback: “3. Juni 2018” on line 5" in shown


def test_a_line_that_is_not_there_is_a_usage_error(command: Command, page: Path) -> None:
    done = command("explain", page, "--at", 900)
    assert done.returncode == 2
    assert "the page has 5 lines" in done.stderr.decode()


def test_a_page_that_is_not_there_is_one_line(command: Command) -> None:
    done = command("explain", "nosuch.txt")
    assert done.returncode == 2
    assert done.stderr.decode() == "extractor: nosuch.txt: no such file\n"


def test_standard_input_is_explained_too(command: Command, page: Path) -> None:
    assert command("explain", "-", stdin=page.read_bytes()).stdout == command("explain", page).stdout


def test_rules_are_listed_with_examples_and_hits(command: Command) -> None:
    lines = command("rules").stdout.decode().splitlines()
    assert lines[0].split() == ["rule", "label", "or", "kind", "examples", "counter", "hits"]
    rows = [line.split() for line in lines[1:]]
    assert len(rows) > 10
    assert any(row[-1] != "0" for row in rows)
    assert any(line.split()[:2] == ["recurrence.rate", "SET"] for line in lines)
    landing = next(row for row in rows if row[:2] == ["event.landing", "event"])
    assert all(int(count) > 0 for count in landing[2:])
    unused = command("rules", "--unused").stdout.decode().splitlines()[1:]
    assert all(line.split()[-1] == "0" for line in unused)
