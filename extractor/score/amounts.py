"""In: canonical values of mentions and facts. Out: whether two of them are equal."""

import math
import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from extractor.values import duration_key

TOLERANCE = 1e-9
"""The relative difference that two equal physical quantities may have (ANNOTATION)."""

_SI = {
    "kilogram": ("mass", 1.0), "gram": ("mass", 1e-3), "milligram": ("mass", 1e-6),
    "metric_ton": ("mass", 1e3), "pound": ("mass", 0.45359237), "ounce": ("mass", 0.45359237 / 16),
    "ton": ("mass", 907.18474), "long_ton": ("mass", 1016.0469088), "slug": ("mass", 14.593902937206365),
    "meter": ("length", 1.0), "kilometer": ("length", 1e3), "centimeter": ("length", 1e-2),
    "millimeter": ("length", 1e-3), "micrometer": ("length", 1e-6), "micron": ("length", 1e-6),
    "nanometer": ("length", 1e-9), "megameter": ("length", 1e6),
    "mile": ("length", 1609.344), "nautical_mile": ("length", 1852.0), "foot": ("length", 0.3048),
    "inch": ("length", 0.0254), "yard": ("length", 0.9144), "astronomical_unit": ("length", 149597870700.0),
    "light_year": ("length", 9460730472580800.0),
    "degree": ("angle", math.pi / 180), "radian": ("angle", 1.0), "milliradian": ("angle", 1e-3),
    "arcminute": ("angle", math.pi / 10800), "arcsecond": ("angle", math.pi / 648000),
    "second": ("time", 1.0), "millisecond": ("time", 1e-3), "minute": ("time", 60.0), "hour": ("time", 3600.0),
    "day": ("time", 86400.0), "week": ("time", 604800.0), "year": ("time", 31557600.0),
    "knot": ("length/time", 1852.0 / 3600),
}  # fmt: skip
"""Dimension and SI factor by pint's singular name. International definitions (SI brochure, NIST SP 811)."""

_OFFSET = re.compile(r"Z|(?P<sign>[+-])(?P<hours>\d{2})(?::?(?P<minutes>\d{2}))?")
_INSTANT = re.compile(
    r"(?P<date>[\dX]{4}(?:-[\dX]{2}-[\dX]{2})?)?T(?P<h>\d{2}):(?P<m>\d{2})(?::(?P<s>\d{2})(?:[.,](?P<f>\d{1,12}))?)?"
    r"(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?"
)


def same_quantity(one: Any, other: Any) -> bool:
    """Tell whether two (number, unit) pairs are one physical quantity, relative difference at most 1e-9.

    Units that the table does not know compare by name.
    """
    (value, unit), (other_value, other_unit) = one, other
    a, b = _number(value), _number(other_value)
    if a is None or b is None:
        return a is b
    if unit == other_unit:
        return _close(a, b)
    size, other_size = _si(unit), _si(other_unit)
    if size is None or other_size is None or size[0] != other_size[0]:
        return False
    return _close(a * size[1], b * other_size[1])


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _close(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=TOLERANCE)


def _si(unit: Any) -> tuple[str, float] | None:
    """Give dimension and factor; ``X_per_Y`` is reckoned from its parts."""
    if not isinstance(unit, str):
        return None
    above, _, below = unit.partition("_per_")
    if not below:
        return _SI.get(unit)
    top, bottom = _SI.get(above), _SI.get(below)
    return None if top is None or bottom is None else (f"{top[0]}/{bottom[0]}", top[1] / bottom[1])


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
    if parts is None:
        return text
    seconds = int(parts["hours"] or 0) * 3600 + int(parts["minutes"] or 0) * 60
    return -seconds if parts["sign"] == "-" else seconds


def same_offset(one: Any, other: Any) -> bool:
    """Tell whether two zone offsets are equal: ``+0300`` is ``+03:00``, ``Z`` is ``+00:00``."""
    if not isinstance(one, str) or not isinstance(other, str):
        return bool(one == other)
    return _offset(one) == _offset(other)
