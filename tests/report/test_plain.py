"""In: values. Out: what a person reads of them."""

from decimal import Decimal

import pytest

from extractor.report.plain import show_date, show_duration, show_mod, show_name, show_quantity, show_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("two\nlines\tand  spaces", "two lines and spaces"),
        ("\x1b[31mred\x07", r"\x1b[31mred\x07"),
        ("over\rwritten \x9b2J", r"over written \x9b2J"),
        ("left\u202eright\u200b", r"left\u202eright\u200b"),
        ("lone \ud800", r"lone \ud800"),
        ("Chang’e, 東京, 🚀", "Chang’e, 東京, 🚀"),
    ],
)
def test_text_of_a_page_cannot_steer_a_terminal(text: str, shown: str) -> None:
    assert show_text(text) == shown


@pytest.mark.parametrize(
    ("value", "beside", "shown"),
    [
        ("2017-12-17", "", "2017 Dec 17"),
        ("2017-12-17", "2017-01-01", "Dec 17"),
        ("2018-02", "2017-01-01", "2018 Feb"),
        ("2014", "2014", "2014"),
        ("197X", "", "197X"),
        ("2024-FA", "", "2024-FA"),
        ("2017-13-40", "", "2017-13-40"),
    ],
)
def test_dates_are_shown_at_their_precision(value: str, beside: str, shown: str) -> None:
    assert show_date(value, beside) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("P168D", "168 days"),
        ("P1D", "1 day"),
        ("PT4M40S", "4 min 40 s"),
        ("P5.5M", "5.5 months"),
        ("P8DT7H9M", "8 days 7 h 9 min"),
        ("PTXH", "several h"),
        ("soon", "soon"),
        ("P", "P"),
    ],
)
def test_durations_are_shown_in_words(value: str, shown: str) -> None:
    assert show_duration(value) == shown


@pytest.mark.parametrize(
    ("number", "unit", "shown"),
    [
        (Decimal("7220"), "kilogram", "7,220 kg"),
        (Decimal("51.60"), "degree", "51.60°"),
        (Decimal("1E+2"), "furlong", "100 furlong"),
        (Decimal("1E+999999"), "meter_per_second", "1E+999999 m/s"),
        (Decimal("0.0016"), None, "0.0016"),
    ],
)
def test_quantities_keep_their_digits(number: Decimal, unit: str | None, shown: str) -> None:
    assert show_quantity(number, unit) == shown


def test_names_and_qualifiers_become_words() -> None:
    assert show_name("orbit_insertion") == "Orbit insertion"
    assert show_mod("7,220 kg", "APPROX") == "about 7,220 kg"
    assert show_mod("7,220 kg", None) == "7,220 kg"
