from datetime import date
from itertools import pairwise

import pytest

from extractor import timexes


def tag(text: str, reference: date | None = None) -> list[tuple[str, str, str, str | None]]:
    return [(text[t.start : t.end], t.type, t.value, t.mod) for t in timexes(text, reference)]


def test_date_clock_and_zone_side_by_side_are_one_expression() -> None:
    assert tag("It rose at 9:34 a.m. EST, May 5, 1961, from the pad.") == [
        ("9:34 a.m. EST, May 5, 1961", "TIME", "1961-05-05T09:34-05:00", None)
    ]


def test_a_clock_that_names_no_zone_has_no_offset() -> None:
    assert ("14:05", "TIME", "1971-05-05T14:05", None) in tag("On May 5, 1971, at 14:05 it rang.")


def test_the_time_of_a_place_stays_outside() -> None:
    assert tag("It was 5:10 AM Cairo time.")[0][0] == "5:10 AM"


def test_the_two_ends_of_a_range_are_two_expressions() -> None:
    assert tag("They stayed 17-19 December 1971.") == [
        ("17", "DATE", "1971-12-17", None),
        ("19 December 1971", "DATE", "1971-12-19", None),
    ]


def test_the_year_behind_of_belongs_to_the_month() -> None:
    found = tag(
        "It began in 1871. In August of that year it rained, and in the spring of the following year it snowed."
    )
    assert found[1:] == [
        ("August of that year", "DATE", "1871-08", None),
        ("the spring of the following year", "DATE", "1872-SP", None),
    ]


def test_determiners_and_bounds_are_inside() -> None:
    found = tag("By the end of May 1871, after more than two years and about a week, the next day came.")
    assert [(words, value, mod) for words, _, value, mod in found[:3]] == [
        ("the end of May 1871", "1871-05", "END"),
        ("more than two years", "P2Y", "MORE_THAN"),
        ("about a week", "P1W", "APPROX"),
    ]


def test_a_year_before_a_noun_leaves_the_article_out() -> None:
    assert tag("On 4 March 1861 it began; the 1861 campaign was short.")[1] == ("1861", "DATE", "1861", None)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("264 BC", "BC0264"),
        ("the 1870s", "187"),
        ("the nineteenth century", "18"),
        ("the second half of 1908", "1908-H2"),
        ("the third quarter of 1999", "1999-Q3"),
        ("Easter 1999", "1999-04-04"),
    ],
)
def test_values_are_written_as_timex3_has_them(words: str, value: str) -> None:
    assert (words, value) in [(found, said) for found, _, said, _ in tag(f"It was in {words} that they met.")]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("today", "2013-03-22"),
        ("yesterday morning", "2013-03-21TMO"),
        ("last week", "2013-W11"),
        ("next month", "2013-04"),
        ("two weeks ago", "2013-W10"),
        ("last year", "2012"),
        ("three days ago", "2013-03-19"),
        ("tonight", "2013-03-22TNI"),
    ],
)
def test_pointing_words_count_from_the_reference_date(words: str, value: str) -> None:
    assert (words, value) in [(found, said) for found, _, said, _ in tag(f"They met {words}.", date(2013, 3, 22))]


def test_a_story_of_other_years_does_not_take_its_years_from_the_reference_date() -> None:
    text = "In 1871 war broke out. In August, armies crossed the river. On 2 September they met."
    assert [value for _, _, value, _ in tag(text, date(2013, 3, 22))] == ["1871", "1871-08", "1871-09-02"]


def test_dates_without_a_year_follow_the_story_over_new_year() -> None:
    text = "On 10 November 1871 the march began. In December it snowed. In February they rested, and in April they won."
    assert [value for _, _, value, _ in tag(text)] == ["1871-11-10", "1871-12", "1872-02", "1872-04"]


def test_a_year_mentioned_in_passing_does_not_move_the_story() -> None:
    text = (
        "On 4 March 1871 the ship left. In April it met ice, as all know since 1905. In May it was free, and on "
        "2 June 1871 it was home."
    )
    assert [value for _, _, value, _ in tag(text)] == ["1871-03-04", "1871-04", "1905", "1871-05", "1871-06-02"]


def test_a_heading_with_a_year_rules_its_section() -> None:
    text = "1871: Storm\n\nIn January it rained.\n\n1873: Calm\n\nOn January 31 it cleared. In March it was warm.\n"
    assert [value for _, _, value, _ in tag(text)][1::1] == ["1871-01", "1873", "1873-01-31", "1873-03"]


def test_expressions_stand_in_order_and_do_not_overlap() -> None:
    found = timexes("On May 5, 1961, two days later, at 9 a.m. EST, every week for years, the next three days, now.")
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_nothing_gives_nothing() -> None:
    assert timexes("") == []
