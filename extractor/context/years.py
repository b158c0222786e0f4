"""In: a date without its year, and the dates around it. Out: the year that fits, and why."""

from datetime import date

from extractor.context.calendar import CalendarDate, complete_year

_BACKWARD = 1.5
"""How much dearer a step back in time is than one forward: narratives go on more often than they turn back."""

_FIRST_TOLD = 1500
"""What is less is a number that looks like a year, and tells no century."""


def choose_year(partial: CalendarDate, weekday: int | None, anchor: CalendarDate, way: int | None = 1) -> int | None:
    """Give the year in which a date without year lies nearest to ``anchor`` and falls on its weekday.

    ``way`` is 1 where a narrative goes on from the anchor, ``None`` where both directions are alike. An anchor that
    is a bare year gives that year. ``None`` where the anchor holds no year.
    """
    if anchor.year is None:
        return None
    if weekday is None and anchor.month is None and anchor.part is None:
        return anchor.year
    reference = anchor.to_day()
    if reference is None:
        return anchor.year
    best: tuple[float, int] | None = None
    for year in (anchor.year, anchor.year + 1, anchor.year - 1):
        found = complete_year(partial, year)
        day = found.to_day() if found else None
        if day is None or (weekday is not None and partial.day is not None and day.isoweekday() != weekday):
            continue
        cost = _measure(day, reference, _BACKWARD if way else 1.0)
        if best is None or cost < best[0]:
            best = cost, year
    if best is None:
        return choose_year(partial, None, anchor, way) if weekday is not None else anchor.year
    return best[1]


def _measure(day: date, reference: date, backward: float) -> float:
    distance = (day - reference).days
    return distance if distance >= 0 else -distance * backward


def list_years_with(month: int, day: int, weekday: int, first: int, last: int) -> list[int]:
    """List the years from ``first`` to ``last`` in which a day of a month falls on ``weekday``."""
    years = []
    for year in range(first, last + 1):
        found = complete_year(CalendarDate("day", None, month, day), year)
        moment = found.to_day() if found else None
        if moment is not None and moment.isoweekday() == weekday:
            years.append(year)
    return years


def expand_year(short: int, years: tuple[int, ...]) -> int:
    """Give the full year of one written with two figures: of the centuries, the one nearest to the page's years.

    A page without any year is read as of the age of spaceflight, which began in 1957.
    """
    told = sorted(year for year in years if year >= _FIRST_TOLD)
    if told:
        reference = told[len(told) // 2]
        return min((century + short for century in range(1000, 2200, 100)), key=lambda year: abs(year - reference))
    return 1900 + short if short >= 57 else 2000 + short
