"""In: the dates of a page. Out: what it costs to give one the year in which no day said in full is near."""

from bisect import bisect_left
from collections.abc import Sequence

from extractor.context.calendar import CalendarDate
from extractor.context.scene import Item, Scene

_SOON, _EARLY = 30, 30
"""Days behind a day said in full in which a flight that it opens goes on, and before it in which it is made ready."""
_APART = 0.4
_FLIGHTS = frozenset({"liftoff", "orbit", "spacecraft", "shuttle", "astronauts", "cosmonauts", "satellite"})


class NearDays:
    """The days that a page says with their year, as the beginnings of what its other days tell."""

    def __init__(self, scene: Scene, items: Sequence[Item]) -> None:
        """Take the full days among ``items``, on a page that tells of flights: a war has no day that all leads to."""
        items = () if _FLIGHTS.isdisjoint(scene.page.words.distinct) else items
        days = (_to_ordinal(item, item.candidate.parts.year) for item in items if item.candidate.parts.year is not None)
        self._days = sorted({day for day in days if day is not None})
        self._years = sorted({item.candidate.parts.year for item in items if item.candidate.parts.year is not None})

    def weigh(self, item: Item, year: int) -> float:
        """Give the cost of a year for a date without one: none where a full day is near, or in no year."""
        if not self._days or item.candidate.parts.day is None or self._is_near(item, year):
            return 0.0
        return _APART if any(self._is_near(item, other) for other in self._years if other != year) else 0.0

    def _is_near(self, item: Item, year: int) -> bool:
        day = _to_ordinal(item, year)
        if day is None:
            return False
        place = bisect_left(self._days, day - _SOON)
        return place < len(self._days) and self._days[place] <= day + _EARLY


def _to_ordinal(item: Item, year: int | None) -> int | None:
    parts = item.candidate.parts
    if year is None or parts.day is None or parts.month is None or parts.short_year:
        return None
    day = CalendarDate("day", year, parts.month, parts.day).to_day()
    return None if day is None else day.toordinal()
