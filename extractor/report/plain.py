"""In: values of mentions and facts. Out: what a person reads: dates, clocks, durations, units; nothing that acts."""

import re
import unicodedata
from decimal import Decimal

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

UNITS = {
    "kilometer": "km", "meter": "m", "centimeter": "cm", "millimeter": "mm", "mile": "mi", "nautical_mile": "nmi",
    "foot": "ft", "inch": "in", "kilogram": "kg", "gram": "g", "metric_ton": "t", "pound": "lb", "degree": "°",
    "second": "s", "minute": "min", "hour": "h", "kilometer_per_hour": "km/h", "kilometer_per_second": "km/s",
    "meter_per_second": "m/s", "mile_per_hour": "mph", "astronomical_unit": "au",
}  # fmt: skip
"""Symbols of the commonest units (SI brochure; NIST SP 811); other units are named in full."""

MODS = {
    "APPROX": "about", "LESS_THAN": "under", "MORE_THAN": "over", "EQUAL_OR_LESS": "up to", "EQUAL_OR_MORE": "at least",
}  # fmt: skip
"""What the qualifiers of ANNOTATION are in words."""

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?")
_DURATION = re.compile(r"P(?:[\dX.]{1,40}[YMWD]){0,4}(?:T(?:[\dX.]{1,40}[HMS]){1,3})?")
_PART = re.compile(r"T|(?P<number>[\dX.]+)(?P<unit>[YMWDHS])")
_DAYS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_CLOCK = {"H": "h", "M": "min", "S": "s"}


def show_text(text: str) -> str:
    """Give text of a page fit for a terminal: runs of space as one, and whatever could steer it as an escape.

    Control characters, direction overrides and lone surrogates become ``\\x1b``, ``\\u202e`` and the like.
    """
    spaced = " ".join(re.split(r"[ \t\n\r\xa0\u2028\u2029]{1,1000}", text))
    if spaced.isascii() and spaced.isprintable():
        return spaced
    return "".join(_escape(char) for char in spaced)


def _escape(char: str) -> str:
    if char.isprintable() or unicodedata.category(char) == "Zs":
        return char
    return char.encode("unicode_escape").decode("ascii")


def show_date(value: str, beside: str = "") -> str:
    """Give an ISO date as ``2017 Dec 17``, ``2018 Feb``; without its year where ``beside`` has the same one."""
    parts = _DATE.fullmatch(value)
    if parts is None or parts["month"] is None:
        return show_text(value)
    words = [MONTHS[int(parts["month"]) - 1], *([parts["day"]] if parts["day"] else [])]
    return " ".join(words if beside[:4] == parts["year"] else [parts["year"], *words])


def show_number(number: Decimal) -> str:
    """Give a number with a comma at the thousands, its digits as said."""
    return f"{number:,f}" if -12 < number.adjusted() < 15 else str(number)


def show_quantity(number: str | Decimal, unit: str | None) -> str:
    """Give a quantity with the symbol of its unit: ``7,220 kg``, ``51.66°``."""
    shown = show_number(number) if isinstance(number, Decimal) else show_text(number)
    if unit is None:
        return shown
    symbol = UNITS.get(unit, show_text(unit).replace("_", " "))
    return f"{shown}{symbol}" if symbol == "°" else f"{shown} {symbol}"


def show_duration(value: str) -> str:
    """Give an ISO 8601 duration in words: ``168 days``, ``4 min 40 s``; what is none stays as it is."""
    if _DURATION.fullmatch(value) is None:
        return show_text(value)
    words: list[str] = []
    names = _DAYS
    for part in _PART.finditer(value):
        if part["unit"] is None:
            names = _CLOCK
            continue
        number = "several" if part["number"] == "X" else part["number"]
        unit = names.get(part["unit"], part["unit"])
        plural = "s" if names is _DAYS and number != "1" else ""
        words += [number, unit + plural]
    return " ".join(words) or value


def show_mod(shown: str, mod: str | None) -> str:
    """Put a qualifier in words before a value: ``about 7,220 kg``."""
    return shown if mod is None else f"{MODS.get(mod, show_text(mod))} {shown}"


def show_name(name: str) -> str:
    """Give the name of an event, parameter or scheme as words: ``orbit_insertion`` is ``Orbit insertion``."""
    words = show_text(name).replace("_", " ")
    return words[:1].upper() + words[1:]
