"""In: the name of a movable feast and a year. Out: its day."""

from datetime import date, timedelta

FEAST_MONTHS = {
    "easter": 4, "easter-2": 4, "easter+1": 4, "easter+49": 5, "thanksgiving": 11, "labor-day": 9, "memorial-day": 5,
}  # fmt: skip
"""The movable feasts of the lexicon, and the month that stands for each until its year is known."""

_MONDAY = 1
_THURSDAY = 4


def find_feast(name: str, year: int) -> date | None:
    """Give the day of a feast; ``None`` for years that the Gregorian reckoning does not reach (before 1583)."""
    if not 1583 <= year <= 9998:
        return None
    if name == "thanksgiving":
        return _find_weekday(year, 11, _THURSDAY, 3)
    if name == "labor-day":
        return _find_weekday(year, 9, _MONDAY, 0)
    if name == "memorial-day":
        return _find_weekday(year, 6, _MONDAY, -1)
    return _find_easter(year) + timedelta(days=int(name.removeprefix("easter") or 0))


def _find_weekday(year: int, month: int, weekday: int, weeks: int) -> date:
    """Give the first ``weekday`` (1 for Monday) of a month, ``weeks`` weeks later; -1 is the last one before it."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * weeks)


def _find_easter(year: int) -> date:
    """Give Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
