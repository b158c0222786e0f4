import json

import pytest

from extractor.score import Counts, Score


def test_ratios_follow_from_counts() -> None:
    counts = Counts(tp=6, fp=2, fn=4)
    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert counts.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))


@pytest.mark.parametrize(
    ("counts", "ratios"),
    [
        (Counts(), (1.0, 1.0, 1.0)),
        (Counts(fp=3), (0.0, 0.0, 0.0)),
        (Counts(fn=3), (0.0, 0.0, 0.0)),
    ],
)
def test_ratios_of_nothing_are_defined(counts: Counts, ratios: tuple[float, ...]) -> None:
    assert (counts.precision, counts.recall, counts.f1) == ratios


def test_counts_are_pooled_before_ratios() -> None:
    one = Score(("a",), {("facts", "crew", "value"): Counts(tp=1)})
    other = Score(("b",), {("facts", "crew", "value"): Counts(fn=3), ("facts", "mass", "value"): Counts(tp=2)})
    both = sum([one, other], Score())
    assert both.pages == ("a", "b")
    assert both.get("facts", "crew").recall == 0.25
    assert both.get("facts") == Counts(tp=3, fn=3)
    assert one.get("facts", "mass") == Counts()


def test_a_table_holds_what_is_there_and_the_pooled_rows() -> None:
    score = Score(("a",), {("mentions", "TIME", "strict"): Counts(tp=1), ("mentions", "DATE", "value"): Counts(fn=2)})
    assert [(row.layer, row.name, row.gold) for row in score.rows()] == [
        ("mentions", "DATE", 2),
        ("mentions", "TIME", 0),
        ("mentions", "all", 2),
        ("facts", "all", 0),
    ]


def test_a_score_of_nothing_is_json_without_nan() -> None:
    record = Score().to_dict()
    assert json.loads(json.dumps(record, allow_nan=False)) == record
    assert record["facts"]["all"]["f1"] == 1.0
