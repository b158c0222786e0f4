"""In: lines of prose. Out: the sentences that they hold."""

import pytest

from extractor.pages import make_page


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("It left at 4:27 a.m. EST.", "The crew sleeps."),
        ("The truss is 12 metres long.", "Its panels follow."),
        ("It has a tonne of dry mass.", "The rest is propellant."),
        ("The burn took 40 min.", "Then the craft turned."),
        ("They turned it to the sun.", "Its battery was flat."),
    ],
)
def test_a_zone_and_plain_words_that_look_like_abbreviations_end_a_sentence(one: str, two: str) -> None:
    page = make_page(f"{one} {two}")
    assert [page.text[part.start : part.end] for part in page.sentences] == [one, two]


@pytest.mark.parametrize(
    "text",
    [
        "It left on Mar. 3 from pad 2.",
        "They met Gov. Smith at Houston.",
        "The ship docked near Long. 30 W.",
        "It fell at St. Ives.",
    ],
)
def test_an_abbreviation_with_a_capital_ends_none(text: str) -> None:
    page = make_page(text)
    assert [page.text[part.start : part.end] for part in page.sentences] == [text]
