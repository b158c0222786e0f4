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
    done = command("explain", page, "--at", 1)
    assert done.returncode == 0
    assert "no fact rests on this line" in done.stdout.decode()


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
    unused = command("rules", "--unused").stdout.decode().splitlines()[1:]
    assert all(line.split()[-1] == "0" for line in unused)
