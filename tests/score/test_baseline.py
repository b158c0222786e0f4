import copy
import json
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import GoldError
from extractor.model import Result
from extractor.score import score
from extractor.score.baseline import check_baseline, measure, raise_floors, read_baseline, write_baseline

EMPTY = read_baseline(Path("no-such-baseline.json"))


@pytest.fixture
def good(flight: Result) -> dict[str, Any]:
    gold = flight.to_dict()
    return {"kestrel-4": measure(gold, score(gold, gold, flight.page.text))}


@pytest.fixture
def worse(flight: Result) -> dict[str, Any]:
    gold = flight.to_dict()
    found = copy.deepcopy(gold)
    found["mentions"][4]["value"] = 7
    return {"kestrel-4": measure(gold, score(gold, found, flight.page.text))}


def test_floors_stand_for_every_cell_and_are_cut_off_not_rounded(worse: Any) -> None:
    floors = worse["kestrel-4"]["floors"]
    assert floors["mentions.MASS.value"] == 0.0
    assert floors["mentions.MASS.strict"] == 1.0
    assert floors["mentions.all.value"] == 0.8333
    assert floors["facts.event.value"] == 1.0


def test_a_result_at_its_floors_passes(good: Any) -> None:
    assert check_baseline(raise_floors(EMPTY, good), good) == []


def test_a_result_below_a_floor_is_named_by_cell(good: Any, worse: Any) -> None:
    assert check_baseline(raise_floors(EMPTY, good), worse) == [
        "kestrel-4: mentions.MASS.value: F1 0.0000 is below its floor 1.0000",
        "kestrel-4: mentions.all.value: F1 0.8333 is below its floor 1.0000",
    ]


def test_a_page_without_floors_is_named(good: Any) -> None:
    assert check_baseline(EMPTY, good) == ["kestrel-4: has no floors yet"]


def test_floors_hold_only_for_the_page_and_gold_they_are_pinned_to(flight: Result, good: Any) -> None:
    baseline = raise_floors(EMPTY, good)
    gold = flight.to_dict()
    gold["facts"].pop()
    other = {"kestrel-4": measure(gold, score(gold, gold, flight.page.text))}
    assert check_baseline(baseline, other) == ["kestrel-4: the gold is not the one that the floors are pinned to"]


def test_the_digest_of_a_gold_ignores_the_layout_of_its_file(flight: Result, good: Any) -> None:
    gold = json.loads(json.dumps(flight.to_dict(), sort_keys=True, indent=4))
    assert measure(gold, score(gold, gold, flight.page.text)) == good["kestrel-4"]


def test_a_floor_is_not_lowered_without_a_reason(good: Any, worse: Any) -> None:
    baseline = raise_floors(EMPTY, good)
    for reason in (None, "", "  "):
        with pytest.raises(GoldError, match=r"kestrel-4 mentions\.MASS\.value 1\.0000 to 0\.0000"):
            raise_floors(baseline, worse, reason)


def test_a_floor_lowered_with_a_reason_keeps_it(good: Any, worse: Any) -> None:
    lowered = raise_floors(raise_floors(EMPTY, good), worse, "the gold was wrong")
    assert check_baseline(lowered, worse) == []
    assert lowered["lowered"][0] == {
        "page": "kestrel-4", "cell": "mentions.MASS.value", "from": 1.0, "to": 0.0,
        "reason": "the gold was wrong",
    }  # fmt: skip
    assert raise_floors(lowered, good)["lowered"] == lowered["lowered"]


def test_pages_that_were_not_scored_keep_their_floors(good: Any) -> None:
    baseline = raise_floors(EMPTY, {"heron-2": good["kestrel-4"]})
    assert list(raise_floors(baseline, good)["pages"]) == ["heron-2", "kestrel-4"]


def test_a_baseline_is_written_and_read_back(tmp_path: Path, good: Any) -> None:
    path = tmp_path / "baseline.json"
    baseline = raise_floors(EMPTY, good)
    write_baseline(path, baseline)
    assert read_baseline(path) == baseline
    assert [p.name for p in tmp_path.iterdir()] == ["baseline.json"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "line 1"),
        ("{}", "schema: expected"),
        ('{"schema": "mission-facts-baseline/1", "pages": [], "lowered": []}', "pages: expected"),
        ('{"schema": "mission-facts-baseline/1", "pages": {"a": {}}, "lowered": []}', "pages: expected"),
        ('{"schema": "mission-facts-baseline/1", "pages": {}, "lowered": 0}', "lowered: expected"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)
    with pytest.raises(GoldError, match=message):
        read_baseline(path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, good: Any) -> None:
    with pytest.raises(GoldError, match="cannot be written"):
        write_baseline(tmp_path / "none" / "baseline.json", raise_floors(EMPTY, good))
    with pytest.raises(GoldError, match="cannot be read"):
        read_baseline(tmp_path)
