"""In: the groups of a date rule. Out: single parts of a date: day, month, weekday, year."""

from collections.abc import Mapping

from extractor.mentions.lexicon import Lexicon
from extractor.mentions.partial import PartialDate

Groups = Mapping[str, str | None]


def with_mod(value: PartialDate, mod: str) -> PartialDate:
    """Give the date with a modifier."""
    return PartialDate(
        value.unit, value.year, value.month, value.day, value.weekday, value.part, value.deixis, value.shift,
        mod, value.until, value.swapped, value.short_year,
    )  # fmt: skip


def read_year(text: str | None) -> tuple[int | None, bool]:
    """Give the year and whether it was written with two figures."""
    if text is None:
        return None, False
    digits = text.lstrip("'’‘")
    return int(digits), len(digits) == 2


def read_day(text: str | None) -> int | None:
    """Give the day of the month, its ordinal's ending left out."""
    return int("".join(char for char in text if char.isdigit())) if text else None


def read_month(groups: Groups, name: str, lexicon: Lexicon) -> int | None:
    """Give the month that a group holds."""
    text = groups.get(name)
    return int(lexicon.canonical("month", text) or 0) or None if text else None


def read_weekday(groups: Groups, lexicon: Lexicon) -> int | None:
    """Give the weekday that stands before the date or in brackets behind it, 1 for Monday."""
    text = pick_first(groups, "wd", "wd2", "wd3")
    return int(lexicon.canonical("weekday", text) or 0) or None if text else None


def pick_first(groups: Groups, *names: str) -> str | None:
    """Give the first group of these that captured anything."""
    return next((text for name in names if (text := groups.get(name))), None)


def read_era(year: int, era: str | None) -> int:
    """Give the astronomical year of one with its era: 1 BC is 0."""
    return 1 - year if (era or "").upper().startswith("B") else year
