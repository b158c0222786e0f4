"""In: pages with gold. Out: what ``extractor score`` shows, and when it refuses."""

import hashlib
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def gold(page: Path, tmp_path: Path) -> Path:
    """A folder with gold for the page: its launch date, and a mass that no one would find there."""
    text = page.read_text(encoding="utf-8")
    date, lost = text.index("March 3, 2021"), text.index("Kestrel 4 spacecraft")
    record: dict[str, Any] = {
        "schema": "mission-facts/1",
        "page": {"id": page.stem, "sha256": hashlib.sha256(text.encode()).hexdigest(), "length": len(text)},
        "mentions": [
            {"id": "m1", "start": date, "end": date + 13, "text": "March 3, 2021", "label": "DATE",
             "value": "2021-03-03"},
            {"id": "m2", "start": lost, "end": lost + 9, "text": "Kestrel 4", "label": "MASS", "value": 4,
             "unit": "kilogram"},
        ],
        "facts": [],
    }  # fmt: skip
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / f"{page.stem}.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def test_the_table_has_labels_and_kinds_with_three_levels(command: Command) -> None:
    done = command("score")
    shown = done.stdout.decode()
    assert done.returncode == 0
    for word in ("DATE", "TIMEZONE", "all mentions", "event", "crew", "all facts", "strict", "lenient", "value"):
        assert word in shown


def test_errors_name_page_line_text_expected_and_got(command: Command, page: Path, gold: Path) -> None:
    lines = command("score", page, "--gold", gold, "--errors").stdout.decode().splitlines()
    assert "kestrel-4:3: missed MASS “Kestrel 4”: expected [4 kilogram], got []" in lines


def test_json_holds_counts_and_mistakes(command: Command, page: Path, gold: Path) -> None:
    record = json.loads(command("score", page, "--gold", gold, "--json").stdout)
    assert record["pages"] == ["kestrel-4"]
    assert record["mentions"]["MASS"]["strict"]["fn"] == 1
    assert "missed" in [mistake["problem"] for mistake in record["mistakes"]]


def test_a_result_scores_as_it_stands(command: Command, page: Path, gold: Path) -> None:
    perfect = gold / f"{page.stem}.json"
    record = json.loads(command("score", perfect, page, "--gold", gold, "--json").stdout)
    assert record["mentions"]["all"]["value"] == {"tp": 2, "fp": 0, "fn": 0, "precision": 1.0, "recall": 1.0, "f1": 1.0}
    alone = command("score", perfect, "--gold", gold)
    assert alone.returncode == 3
    assert "name the page as well" in alone.stderr.decode()


def test_floors_rise_and_sink_only_with_a_reason(command: Command, page: Path, gold: Path) -> None:
    perfect, baseline = gold / f"{page.stem}.json", gold / "baseline.json"
    assert command("score", perfect, page, "--gold", gold, "--update-baseline").returncode == 0
    floors = baseline.read_bytes()
    empty = gold.parent / "empty.json"
    record = json.loads(perfect.read_text(encoding="utf-8"))
    empty.write_text(json.dumps({**record, "mentions": []}), encoding="utf-8")
    refused = command("score", empty, page, "--gold", gold, "--update-baseline")
    assert refused.returncode == 2
    assert "would lower" in refused.stderr.decode()
    assert baseline.read_bytes() == floors
    allowed = command("score", empty, page, "--gold", gold, "--update-baseline", "--allow-lower", "a test of it")
    assert allowed.returncode == 0
    assert "a test of it" in baseline.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--gold", "nosuch"], "no such folder of gold"),
        (["--allow-lower", "because"], "--update-baseline"),
        (["kestrel-4.txt", "--gold", "."], "nothing was scored"),
    ],
)
def test_what_cannot_be_scored_is_a_usage_error(command: Command, page: Path, arguments: list[str], says: str) -> None:
    done = command("score", *arguments)
    assert done.returncode == 2
    assert says in done.stderr.decode()


def test_broken_gold_is_one_line_with_its_place(command: Command, page: Path, gold: Path) -> None:
    path = gold / f"{page.stem}.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"start": ', '"start": 1', 1), encoding="utf-8")
    done = command("score", page, "--gold", gold)
    assert done.returncode == 3
    assert str(path) in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_scores_do_not_change_from_one_run_to_the_next(command: Command) -> None:
    assert command("score", "--json").stdout == command("score", "--json").stdout
