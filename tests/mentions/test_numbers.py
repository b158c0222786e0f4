import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.mentions.lexicon import load_lexicon
from extractor.mentions.numbers import parse_number

IN_DIGITS = {
    "7,220": "7220", "7 220": "7220", "7\u202f220,5": "7220.5", "7.220,5": "7220.5", "1.234.567": "1234567",
    "198.30": "198.30", "51,6": "51.6", "0,123": "0.123", "84,434,094": "84434094", "1.5 million": "1500000",
    "6 ½": "6.5", "6½": "6.5", "¾": "0.75", "6 1/2": "6.5", "6-1/2": "6.5", "3/4": "0.75", "10^3": "1000",
    "10³": "1000", "3.2 x 10^5": "320000", "3.2×10⁻²": "0.032", "1.5e6": "1500000", "40 thousand": "40000",
}  # fmt: skip
SPELLED = {
    "two": "2", "twenty-one": "21", "two hundred and fifty": "250", "two hundred fifty thousand": "250000",
    "two and a half": "2.5", "one and one-half": "1.5", "half a million": "500000", "half a dozen": "6",
    "two and three quarters": "2.75", "three-quarters": "0.75", "twelve hundred": "1200", "thirty\nfour": "34",
    "two and a half million": "2500000", "seven thousand two hundred and twenty": "7220", "hundred": "100",
}  # fmt: skip
FORMS = [(t, v, "number") for t, v in IN_DIGITS.items()] + [(t, v, "spelled") for t, v in SPELLED.items()]


@pytest.mark.parametrize(("text", "value", "atom"), FORMS)
def test_a_number_is_matched_whole_and_has_its_value(text: str, value: str, atom: str) -> None:
    found = re.match(f"(?i:{load_lexicon().expression(atom)})", text)
    assert found is not None
    assert found.group() == text
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "one two", "nineteen sixty", "9**9**9", "1e999", "a", "kg", "1/0", "x" * 9999])
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(("text", "value"), [("7.220", 7220), ("1,234", "1.234"), ("0.123", "0.123")])
def test_a_page_with_decimal_commas_turns_the_marks_round(text: str, value: str) -> None:
    assert parse_number(text, decimal_comma=True) == Decimal(value)


def test_and_joins_number_words_only_where_english_does() -> None:
    found = re.match(f"(?i:{load_lexicon().expression('spelled')})", "two and three days")
    assert found is not None
    assert found.group() == "two"


@given(st.text(max_size=200))
def test_no_text_raises_or_gives_an_infinite_number(text: str) -> None:
    value = parse_number(text)
    assert value is None or value.is_finite()


@given(st.integers(min_value=0, max_value=10**15))
def test_whole_numbers_come_back_from_every_way_of_grouping(number: int) -> None:
    for mark in ",", " ", "\u00a0", "\u2009":
        assert parse_number(f"{number:,}".replace(",", mark)) == number
