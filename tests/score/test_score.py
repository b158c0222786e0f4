import copy
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import GoldError
from extractor.model import Result
from extractor.score import Counts, Score, check_record, read_record, score

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


@pytest.fixture
def gold(flight: Result) -> dict[str, Any]:
    return flight.to_dict()


@pytest.fixture
def found(gold: dict[str, Any]) -> dict[str, Any]:
    return copy.deepcopy(gold)


def rescore(flight: Result, gold: dict[str, Any], found: dict[str, Any]) -> Score:
    return score(gold, found, flight.page.text)


def mistakes(scored: Score) -> list[tuple[str, int, str, str, str, str]]:
    return [(m.problem, m.line, m.name, m.text, m.expected, m.got) for m in scored.mistakes]


def assert_perfect(scored: Score) -> None:
    assert not scored.mistakes
    assert all(row.levels[level].f1 == 1.0 for row in scored.rows() for level in row.levels)
    assert all(not (c.fp or c.fn) for c in scored.counts.values())


def test_gold_scored_against_itself_is_perfect(flight: Result, gold: Any, found: Any) -> None:
    scored = rescore(flight, gold, found)
    assert_perfect(scored)
    assert scored.get("mentions", level="strict") == Counts(tp=6)
    assert scored.get("facts") == Counts(tp=6)


@pytest.mark.shared
@pytest.mark.parametrize("path", sorted((SHARED / "gold").glob("*.json")), ids=lambda path: path.stem)
def test_shared_gold_scored_against_itself_is_perfect(path: Path) -> None:
    text = (SHARED / "pages" / f"{path.stem}.txt").read_bytes().decode()
    record = read_record(path)
    assert_perfect(score(record, read_record(path), text))


@pytest.mark.shared
def test_the_adopted_gold_fits_the_archived_page() -> None:
    text = (SHARED / "pages" / "soyuz-ms-07.txt").read_bytes().decode()
    record = read_record(ROOT / "gold" / "soyuz-ms-07.json")
    check_record(record, text, is_gold=True)
    scored = score(record, record, text)
    assert_perfect(scored)
    assert scored.get("mentions", level="strict").tp == 147
    assert scored.get("facts").tp == 58


def test_an_empty_result_misses_everything(flight: Result, gold: Any, found: Any) -> None:
    found.update(mentions=[], facts=[])
    scored = rescore(flight, gold, found)
    assert scored.get("mentions") == Counts(fn=6)
    assert scored.get("facts") == Counts(fn=6)
    assert {m.problem for m in scored.mistakes} == {"missed"}


def test_an_empty_gold_makes_everything_false(flight: Result, gold: Any, found: Any) -> None:
    gold.update(mentions=[], facts=[])
    scored = rescore(flight, gold, found)
    assert scored.get("mentions", level="lenient") == Counts(fp=6)
    assert scored.get("facts") == Counts(fp=6)
    assert {m.problem for m in scored.mistakes} == {"false"}


def test_two_empty_sides_are_perfect(flight: Result, gold: Any, found: Any) -> None:
    gold.update(mentions=[], facts=[])
    found.update(mentions=[], facts=[])
    assert_perfect(rescore(flight, gold, found))


def test_a_shifted_span_is_lenient_but_not_strict(flight: Result, gold: Any, found: Any) -> None:
    date = found["mentions"][2]
    date.update(start=date["start"] + 6, text=date["text"][6:])
    scored = rescore(flight, gold, found)
    assert scored.get("mentions", "DATE", "strict") == Counts(fp=1, fn=1)
    assert scored.get("mentions", "DATE", "lenient") == Counts(tp=1)
    assert scored.get("mentions", "DATE", "value") == Counts(tp=1)
    assert mistakes(scored) == [("span", 1, "DATE", "March 3, 2021", "41-54 'March 3, 2021'", "47-54 '3, 2021'")]


def test_a_wrong_value_is_a_miss_and_a_false_alarm_by_value(flight: Result, gold: Any, found: Any) -> None:
    found["mentions"][4]["value"] = 1201
    scored = rescore(flight, gold, found)
    assert scored.get("mentions", "MASS", "strict") == Counts(tp=1)
    assert scored.get("mentions", "MASS", "value") == Counts(fp=1, fn=1)
    assert mistakes(scored) == [
        ("value", 2, "MASS", "1,200 kilograms", "1200 kilogram", "1201 kilogram")
    ]  # fmt: skip


def test_a_qualifier_is_scored_apart_from_the_value(flight: Result, gold: Any, found: Any) -> None:
    gold["mentions"][4]["mod"] = "APPROX"
    found["mentions"][2]["mod"] = "START"
    scored = rescore(flight, gold, found)
    assert scored.get("mentions") == Counts(tp=6)
    assert scored.get("mentions", "MASS", "mod") == Counts(fn=1)
    assert scored.get("mentions", "DATE", "mod") == Counts(fp=1)
    assert [m[0] for m in mistakes(scored)] == ["mod", "mod"]


def test_a_fact_wrong_in_one_field_stands_beside_what_was_expected(flight: Result, gold: Any, found: Any) -> None:
    found["facts"][1]["status"] = "actual"
    scored = rescore(flight, gold, found)
    assert scored.get("facts", "event") == Counts(tp=1, fp=1, fn=1)
    assert mistakes(scored) == [
        ("fields", 1, "event", "9:00 p.m.",
         "Kestrel 4 launch planned 2021-03-03T21:00-05:00", "Kestrel 4 launch actual 2021-03-03T21:00-05:00")
    ]  # fmt: skip
    assert scored.mistakes[0].rule == "event.verb"


def test_a_missed_and_a_false_fact_name_their_place(flight: Result, gold: Any, found: Any) -> None:
    found["facts"][4].update(person="Lin Okafor", role="Pilot", evidence=[])
    scored = rescore(flight, gold, found)
    assert mistakes(scored) == [
        ("false", 0, "crew", "", "", "Lin Okafor Pilot primary"),
        ("missed", 2, "crew", "Ada Moreau", "Ada Moreau Commander primary", ""),
    ]


def test_a_result_of_another_page_is_refused(flight: Result, gold: Any, found: Any) -> None:
    found["page"]["sha256"] = "0" * 64
    with pytest.raises(GoldError, match=r"result: page\.sha256"):
        rescore(flight, gold, found)
    with pytest.raises(GoldError, match=r"gold: page\.length"):
        score(gold, gold, flight.page.text + "!")
