"""In: a zone's name and a local date and time. Out: the offset in force there then, from the IANA history."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

CIVIL = {
    "EST": "America/New_York", "EDT": "America/New_York", "CST": "America/Chicago", "CDT": "America/Chicago",
    "MST": "America/Denver", "MDT": "America/Denver", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
    "AKST": "America/Anchorage", "AKDT": "America/Anchorage", "BST": "Europe/London", "CET": "Europe/Berlin",
    "CEST": "Europe/Berlin", "EET": "Europe/Kiev", "EEST": "Europe/Kiev", "MSD": "Europe/Moscow",
    "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney", "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
}  # fmt: skip
"""The civil zone whose standard or summer time an abbreviation names: what a clock without a zone inherits."""


_MODERN = 1992
_FIRST, _LAST = 1900, 2199
"""The years for which a zone's history means something; offsets of days outside stay open."""


@cache
def load_zone(name: str) -> ZoneInfo | None:
    """Read a zone of the IANA data base; ``None`` for a name that it does not hold."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@lru_cache(maxsize=8192)
def find_offset(place: str, day: date, hour: int, minute: int) -> str | None:
    """Give the offset in force at ``place`` on a local day and time, as ``+03:00``; seconds are cut."""
    zone = load_zone(place)
    if zone is None or not _FIRST <= day.year <= _LAST:
        return None
    moment = datetime.combine(day, time(min(hour, 23), minute), tzinfo=zone)
    offset = moment.utcoffset()
    return None if offset is None else write_offset(offset)


def find_local(place: str, instant: datetime) -> datetime | None:
    """Give the local date and time at ``place`` of an instant in UTC, both without zone; ``None`` where unknown."""
    zone = load_zone(place)
    if zone is None or not _FIRST <= instant.year <= _LAST:
        return None
    return instant.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)


def write_offset(offset: timedelta) -> str:
    """Write an offset as ``+05:30``."""
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def read_offset(offset: str) -> timedelta:
    """Read ``-05:00``."""
    size = timedelta(hours=int(offset[1:3]), minutes=int(offset[4:6]))
    return -size if offset[0] == "-" else size


@lru_cache(maxsize=1024)
def find_constant_offset(place: str, years: tuple[int, ...]) -> str | None:
    """Give the offset that held at ``place`` throughout all of ``years``, or ``None`` where it changed.

    Without years it must have held from 1992 on.
    """
    spanned = {year for year in years if _FIRST <= year <= _LAST} or range(_MODERN, _MODERN + 36)
    offsets = {find_offset(place, date(year, month, 1), 12, 0) for year in spanned for month in (1, 4, 7, 10)}
    return offsets.pop() if len(offsets) == 1 else None
