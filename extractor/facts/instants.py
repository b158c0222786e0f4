"""In: dates and times as canonical text. Out: how two of them stand to each other: same, coarser, later, unlike."""

import re
from datetime import datetime, timedelta
from functools import lru_cache

_VAGUE = re.compile(r"\d{2,3}X{1,2}$|XXXX-XX-XX|PAST|PRESENT|FUTURE")  # decades and unknown days date no event
_ROUNDING = timedelta(seconds=30)  # 08:12:30 may be said as 08:12 or 08:13
_SECOND = timedelta(seconds=1)


def is_clock(value: str) -> bool:
    """Say that a value holds a clock time."""
    return "T" in value


def is_dated(value: str) -> bool:
    """Say that a value holds a day or a coarser date of the calendar, as every event needs."""
    return bool(value) and value[0] in "0123456789X" and not _VAGUE.match(value)


@lru_cache(maxsize=4096)
def read_instant(value: str) -> datetime | None:
    """Give the instant of a local date and time; without an offset as if it were UTC. ``None`` for all else."""
    try:
        instant = datetime.fromisoformat(value)
    except ValueError:
        return None
    return instant if instant.tzinfo is None else (instant - instant.utcoffset()).replace(tzinfo=None)  # type: ignore[operator]


def covers(coarse: str, fine: str) -> bool:
    """Say that ``coarse`` may be a less precise way to say ``fine``: its month, its day, its rounded time."""
    if coarse == fine:
        return True
    if "/" in fine:
        return all(covers(coarse, end) for end in fine.split("/"))
    if "/" in coarse:
        return _covers_between(coarse, fine)
    if not is_clock(coarse):
        return _covers_day(coarse, fine)
    return is_clock(fine) and _covers_clock(coarse, fine)


def _covers_between(coarse: str, fine: str) -> bool:
    first, _, last = coarse.partition("/")
    if is_clock(first):
        return False
    day = fine[: len(first)]
    return len(first) == len(last) == len(day) and first <= day <= last


def _covers_day(coarse: str, fine: str) -> bool:
    if coarse.endswith("X"):
        return fine.startswith(coarse.rstrip("X"))
    if "-W" in coarse and len(fine) >= len("2000-01-01"):
        day = read_instant(fine[:10])
        return day is not None and "{}-W{:02}".format(*day.isocalendar()[:2]) == coarse
    return fine.startswith(coarse) and fine[len(coarse) : len(coarse) + 1] in ("", "-", "T")


def _covers_clock(coarse: str, fine: str) -> bool:
    one, two = read_instant(coarse), read_instant(fine)
    if one is None or two is None or _has_offset(coarse) != _has_offset(fine):
        return False
    if one == two:
        return _measure(coarse) <= _measure(fine)
    if _measure(coarse) >= _measure(fine):
        return False
    if _measure(coarse):
        return abs(one - two) < _SECOND
    return one == two.replace(second=0, microsecond=0) or abs(one - two) <= _ROUNDING


def _has_offset(value: str) -> bool:
    clock = value.partition("T")[2]
    return "+" in clock or "-" in clock or clock.endswith("Z")


def _measure(value: str) -> int:
    """Give the precision of a clock time: 0 minutes, 1 seconds, more for fractions."""
    clock = re.split(r"[+Z-]", value.partition("T")[2])[0]
    return 0 if clock.count(":") < 2 else 1 + len(clock.partition(".")[2])
