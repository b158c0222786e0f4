from datetime import date
from pathlib import Path

import pytest

from extractor import timexes
from extractor.score.timex import TimexScore, read_benchmark, score_timexes

_FLOORS = {"strict": 0.90, "relaxed": 0.95, "value": 0.87}
"""F1 on the histories of the benchmark that may be used for measuring; strict and value stand above HeidelTime's."""
_YEARS = 0.95


@pytest.fixture(scope="module")
def score(shared: Path) -> TimexScore:
    folder = shared / "temporal-dev"
    total = TimexScore()
    for document in read_benchmark(folder / "wikiwars.docs.jsonl", folder / "wikiwars.gold.jsonl"):
        created = date.fromisoformat(document.created) if document.created else None
        total += score_timexes(document, timexes(document.text, created))
    return total


@pytest.mark.shared
@pytest.mark.parametrize("level", _FLOORS)
def test_the_benchmark_of_histories_stays_above_its_floors(score: TimexScore, level: str) -> None:
    assert score.get(level).f1 >= _FLOORS[level]


@pytest.mark.shared
def test_dates_without_a_year_get_the_right_one(score: TimexScore) -> None:
    assert score.yearless.recall >= _YEARS
