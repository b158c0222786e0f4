"""In: canonical values of mentions and facts. Out: whether two of them are equal."""

import math
import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from extractor.units import measure_unit
from extractor.values import duration_key, read_offset

TOLERANCE = 1e-9
"""The relative difference that two equal physical quantities may have (ANNOTATION)."""

_OFFSET = re.compile(r"(?P<hours>[+-]\d{2})(?::?(?P<minutes>\d{2}))?")
_INSTANT = re.compile(
    r"(?P<date>[\dX]{4}(?:-[\dX]{2}-[\dX]{2})?)?T(?P<h>\d{2}):(?P<m>\d{2})(?::(?P<s>\d{2})(?:[.,](?P<f>\d{1,12}))?)?"
    r"(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?"
)


def same_quantity(one: Any, other: Any) -> bool:
    """Tell whether two (number, unit) pairs are one physical quantity, relative difference at most 1e-9.

    Units that are not known, and temperatures, whose zeros differ, compare by name.
    """
    (value, unit), (other_value, other_unit) = one, other
    a, b = _number(value), _number(other_value)
    if a is None or b is None:
        return a is b
    if unit == other_unit:
        return _close(a, b)
    if not isinstance(unit, str) or not isinstance(other_unit, str):
        return False
    size, other_size = measure_unit(unit), measure_unit(other_unit)
    if size is None or other_size is None or size[0] != other_size[0]:
        return False
    return _close(a * float(size[1]), b * float(other_size[1]))


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _close(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=TOLERANCE)


def same_duration(one: Any, other: Any) -> bool:
    """Tell whether two ISO 8601 durations are equal after normalising: ``PT90M`` is ``PT1H30M``."""
    return bool(_duration(one) == _duration(other))


def _duration(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return tuple(duration_key(part) for part in value.replace(",", ".").split("/"))
    except InvalidOperation:
        return value


def same_moment(one: Any, other: Any) -> bool:
    """Tell whether two dates, clock times, instants or intervals are equal, at equal precision.

    Instants compare in UTC (``08:39Z`` is ``11:39+03:00``); a time without a date compares by the clock, one
    without an offset as local time; all else as written.
    """
    return bool(_moment(one) == _moment(other))


def _moment(value: Any) -> Any:
    return tuple(_instant(part) for part in value.split("/")) if isinstance(value, str) else value


def _instant(text: str) -> Any:
    parts = _INSTANT.fullmatch(text)
    if parts is None:
        return text
    shown = "none" if parts["s"] is None else len(parts["f"] or "")
    clock = int(parts["h"]) * 3600 + int(parts["m"]) * 60 + int(parts["s"] or 0)
    zone = parts["zone"] and _offset(parts["zone"])
    fraction = Decimal(f"0.{parts['f'] or 0}")
    if isinstance(zone, int):
        clock -= zone
    day, year_known = _day(parts["date"])
    if isinstance(day, int):
        return (day * 86400 + clock, year_known, fraction, shown, zone is None)
    if day is None and zone is not None:
        clock %= 86400
        return (clock, "no date", fraction, shown)
    return (day, clock if zone is None else (clock, zone), fraction, shown, zone is None)


def _day(text: str | None) -> tuple[int | str | None, bool]:
    """Give the day's number, or the text of what is no whole date; an unknown year counts as a leap year."""
    if text is None:
        return None, False
    try:
        return date.fromisoformat(text.replace("XXXX", "2000")).toordinal(), not text.startswith("XXXX")
    except ValueError:
        return text, False


def _offset(text: str) -> int | str:
    """Give an offset in seconds east of Greenwich; what is no offset stays as written."""
    parts = _OFFSET.fullmatch(text)
    offset = read_offset(text if parts is None else f"{parts['hours']}:{parts['minutes'] or '00'}")
    return text if offset is None else offset // timedelta(seconds=1)


def same_offset(one: Any, other: Any) -> bool:
    """Tell whether two zone offsets are equal: ``+0300`` is ``+03:00``, ``Z`` is ``+00:00``."""
    if not isinstance(one, str) or not isinstance(other, str):
        return bool(one == other)
    return _offset(one) == _offset(other)
