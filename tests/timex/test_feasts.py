from datetime import date

import pytest

from extractor.timex.feasts import find_feast


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("easter", date(1999, 4, 4)),
        ("easter", date(2000, 4, 23)),
        ("easter", date(1818, 3, 22)),
        ("easter-2", date(2021, 4, 2)),
        ("easter+49", date(2021, 5, 23)),
        ("thanksgiving", date(2024, 11, 28)),
        ("labor-day", date(2024, 9, 2)),
        ("memorial-day", date(2024, 5, 27)),
    ],
)
def test_movable_feasts_fall_on_their_days(name: str, day: date) -> None:
    assert find_feast(name, day.year) == day


def test_years_before_the_reckoning_have_no_feast() -> None:
    assert find_feast("easter", 1200) is None
