"""In: parts of a date. Out: its ISO 8601 text, the days it spans, and dates a number of units away."""

from calendar import monthrange
from datetime import date, timedelta

from extractor.records import record

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1, "Q1": 2, "Q2": 5, "Q3": 8, "Q4": 11, "H1": 4, "H2": 10}
_FIRST_YEAR, _LAST_YEAR = 2, 9998


@record(frozen=True, slots=True)
class CalendarDate:
    """A date at the precision said; ``unit`` as in ``PartialDate``, parts that are not known are ``None``."""

    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None

    @property
    def is_day(self) -> bool:
        """Whether year, month and day are all known."""
        return self.unit == "day" and None not in (self.year, self.month, self.day)

    def to_day(self) -> date | None:
        """Give the day, or the middle of a coarser date; ``None`` without a year, or at the ends of the calendar."""
        if self.year is None or not _FIRST_YEAR <= self.year <= _LAST_YEAR:
            return None
        month = self.month or _SEASON_MONTH.get(self.part or "", 7)
        day = self.day or (1 if self.unit == "year" else 15)
        return date(self.year, month, day if day <= 28 else min(day, monthrange(self.year, month)[1]))

    def to_iso(self) -> str:
        """Write the date in ISO 8601 with TIMEX3's ``X`` for what is open: ``1964-04-08``, ``196X``, ``XXXX-10-11``."""
        year = _write_year(self.year)
        if self.unit == "decade":
            return year[:-1] + "X"
        if self.unit == "century":
            return year[:-2] + "XX"
        if self.unit in ("week", "weekend"):
            return self._write_week(year)
        if self.part is not None:
            return f"{year}-{self.part}"
        if self.unit == "year":
            return year
        month = "XX" if self.month is None else f"{self.month:02}"
        if self.unit == "month":
            return f"{year}-{month}"
        return f"{year}-{month}-{'XX' if self.day is None else f'{self.day:02}'}"

    def _write_week(self, year: str) -> str:
        ending = "-WE" if self.unit == "weekend" else ""
        day = self.to_day()
        if day is None or self.day is None:
            return f"{year}-WXX{ending}"
        iso = day.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}{ending}"


def _write_year(year: int | None) -> str:
    if year is None:
        return "XXXX"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def from_day(day: date, unit: str = "day") -> CalendarDate:
    """Give the date of a unit that holds ``day``."""
    if unit == "year":
        return CalendarDate("year", day.year)
    if unit == "month":
        return CalendarDate("month", day.year, day.month)
    if unit == "decade":
        return CalendarDate("decade", day.year - day.year % 10)
    if unit == "century":
        return CalendarDate("century", day.year - day.year % 100)
    return CalendarDate(unit, day.year, day.month, day.day)


def shift_date(anchor: CalendarDate, unit: str, count: int) -> CalendarDate | None:
    """Give the ``unit`` that lies ``count`` units from the one that holds ``anchor``, or ``None`` where it is open."""
    if anchor.year is None:
        return None
    year = anchor.year
    if unit == "year":
        return CalendarDate("year", year + count)
    if unit == "decade":
        return CalendarDate("decade", year - year % 10 + 10 * count)
    if unit == "century":
        return CalendarDate("century", year - year % 100 + 100 * count)
    if unit == "month":
        if anchor.month is None:
            return None
        months = year * 12 + anchor.month - 1 + count
        return CalendarDate("month", months // 12, months % 12 + 1)
    if unit == "quarter":
        if anchor.month is None:
            return None
        quarters = year * 4 + (anchor.month - 1) // 3 + count
        return CalendarDate("quarter", quarters // 4, part=f"Q{quarters % 4 + 1}")
    day = anchor.to_day()
    if day is None or anchor.day is None:
        return None
    try:
        return from_day(day + timedelta(days=count * (1 if unit == "day" else 7)), unit)
    except OverflowError:
        return None


def complete_year(partial: CalendarDate, year: int) -> CalendarDate | None:
    """Give the date in ``year``; ``None`` for 29 February of a common year."""
    if partial.month == 2 and partial.day == 29 and not _is_leap(year):
        return None
    return CalendarDate(partial.unit, year, partial.month, partial.day, partial.part)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def find_weekday(day: date, weekday: int, way: int) -> date:
    """Give the nearest day with ``weekday`` (1 for Monday): at or after ``day`` (1), or at or before it (-1)."""
    ahead = (weekday - day.isoweekday()) % 7
    return day + timedelta(days=ahead if way > 0 else ahead - 7 if ahead else 0)
