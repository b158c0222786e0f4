import json
from pathlib import Path

import pytest

from extractor.errors import GoldError
from extractor.model import Timex
from extractor.score.timex import Document, TimexScore, is_same_value, read_benchmark, score_timexes

TEXT = "They met on May 3, 1871 and again on 7 June, for two days."


def place(words: str, kind: str, value: str, mod: str | None = None) -> Timex:
    start = TEXT.index(words)
    return Timex(start, start + len(words), kind, value, mod)


GOLD = (
    place("May 3, 1871", "DATE", "1871-05-03"),
    place("7 June", "DATE", "1871-06-07"),
    place("two days", "DURATION", "P2D"),
)
DOCUMENT = Document("meeting", None, TEXT, GOLD)


def test_gold_against_itself_is_right_at_every_level() -> None:
    score = score_timexes(DOCUMENT, GOLD)
    assert all(score.get(level).f1 == 1 for level in ("strict", "relaxed", "type", "value", "mod"))
    assert score.yearless.recall == 1
    assert score.mistakes == ()


def test_a_shorter_span_is_relaxed_but_not_strict() -> None:
    score = score_timexes(DOCUMENT, [place("May 3", "DATE", "1871-05-03")])
    assert (score.get("strict").tp, score.get("relaxed").tp, score.get("value").tp) == (0, 1, 1)
    assert score.get("relaxed").fn == 2
    assert [m.problem for m in score.mistakes] == ["span", "missed", "missed"]


def test_one_gold_span_pairs_with_one_found_span_and_the_equal_one_first() -> None:
    found = [place("May", "DATE", "1871-05"), place("3, 1871", "DATE", "1871"), GOLD[0]]
    assert score_timexes(DOCUMENT, found).get("strict").tp == 1
    assert score_timexes(DOCUMENT, found).get("relaxed").fp == 2


def test_a_wrong_year_is_told_apart_from_a_wrong_value() -> None:
    found = [place("7 June", "DATE", "1872-06-07"), place("two days", "DURATION", "P3D")]
    score = score_timexes(DOCUMENT, found)
    assert [m.problem for m in score.mistakes] == ["missed", "year", "value"]
    assert (score.yearless.tp, score.yearless.fn) == (0, 1)


def test_a_missed_date_without_a_year_counts_as_its_year_wrong() -> None:
    assert score_timexes(DOCUMENT, GOLD[:1]).yearless.recall == 0


@pytest.mark.parametrize(
    ("wanted", "got", "same"),
    [
        ("BC0264", "-0263", True),
        ("187", "187X", True),
        ("18", "18XX", True),
        ("P1Y", "P12M", True),
        ("PT90M", "PT1H30M", True),
        ("1871-05", "1871-05-03", False),
        ("", "", False),
        ("PXD", "PXW", False),
    ],
)
def test_values_compare_by_what_they_mean(wanted: str, got: str, same: bool) -> None:
    assert is_same_value(wanted, got) is same


def test_scores_of_documents_add_up() -> None:
    whole = score_timexes(DOCUMENT, GOLD) + score_timexes(DOCUMENT, []) + TimexScore()
    assert (whole.get("strict").tp, whole.get("strict").fn) == (3, 3)
    assert whole.to_dict()["yearless"] == {"right": 1, "total": 2, "share": 0.5}


def write(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_a_benchmark_is_read_from_two_files(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs.jsonl", {"doc": "a", "dct": "1871-06-08", "text": TEXT})
    gold = write(tmp_path / "gold.jsonl", {"doc": "a", **GOLD[1].to_dict()}, {"doc": "a", **GOLD[0].to_dict()})
    assert read_benchmark(docs, gold) == (Document("a", "1871-06-08", TEXT, GOLD[:2]),)


@pytest.mark.parametrize(
    "record",
    [
        {"doc": "a", "start": 0, "end": 999, "type": "DATE"},
        {"doc": "b", "start": 0, "end": 1, "type": "DATE"},
        {"doc": "a"},
    ],
)
def test_gold_that_does_not_fit_is_refused_by_name(tmp_path: Path, record: dict[str, object]) -> None:
    docs = write(tmp_path / "docs.jsonl", {"doc": "a", "text": TEXT})
    with pytest.raises(GoldError, match=r"gold\.jsonl"):
        read_benchmark(docs, write(tmp_path / "gold.jsonl", record))
