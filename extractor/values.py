"""In: canonical texts and numbers of mentions and facts. Out: comparable and printable values."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

LABELS = ("DATE", "TIME", "TIMEZONE", "DURATION", "MASS", "LENGTH", "ANGLE", "SPEED", "ROLE")
"""The mention labels that are scored (ANNOTATION, table of mentions)."""

QUANTITY_LABELS = frozenset({"MASS", "LENGTH", "ANGLE", "SPEED", "QUANTITY"})

KINDS = ("event", "orbit", "mass", "duration", "crew", "designation")
"""The kinds of fact that are scored (ANNOTATION, table of facts)."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A physical quantity: the number as written and pint's singular name of its unit."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Final:
    """What a rule makes of a mention that needs nothing from its surroundings: the fields of ``Mention``."""

    value: str | Decimal | None
    unit: str | None = None
    mod: str | None = None
    zone: str | None = None


def json_number(number: Decimal) -> int | float:
    """Give a number its JSON form: an ``int`` when whole, else the nearest ``float``."""
    return int(number) if number == number.to_integral_value() else float(number)


_DURATION = re.compile(
    r"P(?:(?P<Y>[\d.]+)Y)?(?:(?P<M>[\d.]+)M)?(?:(?P<W>[\d.]+)W)?(?:(?P<D>[\d.]+)D)?"
    r"(?:T(?:(?P<h>[\d.]+)H)?(?:(?P<m>[\d.]+)M)?(?:(?P<s>[\d.]+)S)?)?"
)
_SECONDS = {"W": Decimal(604800), "D": Decimal(86400), "h": Decimal(3600), "m": Decimal(60), "s": Decimal(1)}
_MONTHS = {"Y": Decimal(12), "M": Decimal(1)}


def duration_key(value: str) -> tuple[Decimal, Decimal] | str:
    """Make ISO 8601 durations comparable: (months, seconds), so ``PT90M`` equals ``PT1H30M``.

    Years and months stay apart from days, whose number in them varies. A vague duration (``PXD``) and
    anything that is no duration compare as written.
    """
    parts = _DURATION.fullmatch(value)
    if parts is None or len(value) < 3:
        return value
    found = {name: Decimal(text) for name, text in parts.groupdict().items() if text}
    months = sum((found[name] * size for name, size in _MONTHS.items() if name in found), Decimal(0))
    seconds = sum((found[name] * size for name, size in _SECONDS.items() if name in found), Decimal(0))
    return months, seconds


_INSTANT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)T(?P<h>\d\d)(?P<minutes>:(?P<m>\d\d)(?P<seconds>:(?P<s>\d\d)(?P<fraction>\.\d{1,12})?)?)?"
    r"(?:Z|(?P<sign>[+-])(?P<oh>\d\d):(?P<om>\d\d))"
)


def to_utc(value: str) -> str | None:
    """Give a local date and time with its offset in UTC, ending in ``Z``, at the precision it was said with.

    ``2017-12-17T02:21-05:00`` becomes ``2017-12-17T07:21Z``. ``None`` where the instant cannot be known: a date
    alone, a time without a date or without an offset, an interval, or nothing that the calendar holds.
    """
    parts = _INSTANT.fullmatch(value)
    if parts is None:
        return None
    clock = timedelta(hours=int(parts["h"]), minutes=int(parts["m"] or 0), seconds=int(parts["s"] or 0))
    offset = timedelta(hours=int(parts["oh"] or 0), minutes=int(parts["om"] or 0))
    try:
        local = datetime.fromisoformat(parts["day"]) + clock
        instant = local + offset if parts["sign"] == "-" else local - offset
    except (ValueError, OverflowError):
        return None
    form = "%H" + ("" if parts["minutes"] is None else ":%M") + ("" if parts["seconds"] is None else ":%S")
    return f"{instant.date().isoformat()}T{instant.strftime(form)}{parts['fraction'] or ''}Z"
