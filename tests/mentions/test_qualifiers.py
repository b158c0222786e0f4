"""Words beside a figure that bound or round it."""

import pytest

from extractor.mentions.qualifiers import read_qualifier


@pytest.mark.parametrize(
    ("text", "figure", "mod"),
    [
        ("Slightly less than two minutes later", "two minutes", "LESS_THAN"),
        ("Almost exactly 40 seconds", "40 seconds", "APPROX"),
        ("nearly six months", "six months", "LESS_THAN"),
        ("lasted at least the eight days", "eight days", "EQUAL_OR_MORE"),
        ("a mass of ~7,220 kg", "7,220 kg", "APPROX"),
        ("for 10 years or more", "10 years", "EQUAL_OR_MORE"),
        ("approx. 5 km", "5 km", "APPROX"),
        ("up to\n30 kilograms", "30 kilograms", "EQUAL_OR_LESS"),
        ("nothing to speak about. 5 km away", "5 km", None),
        ("was over (5 km away)", "5 km", None),
        ("a crew of three", "three", None),
        ("By noon or so a 27-kg rover", "27-kg", None),
        ("a loss of height over 24 hours", "24 hours", "MORE_THAN"),
        ("Drift over 24 hours", "24 hours", None),
        ("dust as high as 6 miles", "6 miles", None),
    ],
)
def test_the_words_beside_a_figure_give_its_modifier(text: str, figure: str, mod: str | None) -> None:
    start = text.index(figure)
    assert read_qualifier(text, start, start + len(figure)) == mod
