"""In: sentences with dates and clock times. Out: the moments that they name."""

import pytest

from extractor.facts.moments import read_moments
from extractor.pages import make_page
from extractor.pipeline import read_mentions


def list_values(text: str) -> list[str]:
    page = make_page(text)
    return [moment.value for moment in read_moments(page.text, read_mentions(page))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It left on 3 May 2031 at 10:15 Moscow time (3:15 a.m. EDT).", ["2031-05-03T10:15+03:00"]),
        ("It left at 10:25 p.m. EST on Feb. 14, 2031 (03:25 UTC on Feb. 15).", ["2031-02-14T22:25-05:00"]),
        (
            "The window is open between 10:15 and 10:45 UTC on 3 May 2031.",
            ["2031-05-03T10:15+00:00/2031-05-03T10:45+00:00"],
        ),
        ("It was done on 3 May 2031, 5 June 2031 and 7 July 2031.", ["2031-05-03", "2031-06-05", "2031-07-07"]),
        ("It left on 3 May 2031 and came back on 5 June 2031.", ["2031-05-03", "2031-06-05"]),
    ],
)
def test_expressions_that_say_one_time_are_one_moment(text: str, values: list[str]) -> None:
    assert list_values(text) == values


def test_an_alternative_belongs_to_the_moment_before_it() -> None:
    page = make_page("It lands on 3 May 2031 at 10:15:30 or 10:16:30 Moscow time.")
    moments = read_moments(page.text, read_mentions(page))
    assert [moment.also for moment in moments] == [False, True]


def test_a_maker_s_note_of_wiki_text_is_no_moment() -> None:
    assert list_values("It failed.{{citation needed|date=May 2014}}") == []
