"""In: canonical texts and numbers of mentions and facts. Out: comparable and printable values."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from extractor.records import record

LABELS = ("DATE", "TIME", "TIMEZONE", "DURATION", "MASS", "LENGTH", "ANGLE", "SPEED", "ROLE")
"""The mention labels that are scored (ANNOTATION, table of mentions)."""

TIME_LABELS = frozenset({"DATE", "TIME"})
"""The labels whose mentions say when something was."""

DAY_LENGTH = len("2031-05-03")
"""Characters of a value that tell its day."""

QUANTITY_LABELS = frozenset({"MASS", "LENGTH", "ANGLE", "SPEED", "QUANTITY"})

KINDS = ("event", "orbit", "mass", "duration", "crew", "designation")
"""The kinds of fact that are scored (ANNOTATION, table of facts)."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A physical quantity: the number as written and pint's singular name of its unit."""

    value: Decimal
    unit: str


@record(frozen=True, slots=True)
class Final:
    """What a rule makes of a mention that needs nothing from its surroundings: the fields of ``Mention``."""

    value: str | Decimal | None
    unit: str | None = None
    mod: str | None = None
    zone: str | None = None


def json_number(number: Decimal) -> int | float:
    """Give a number its JSON form: an ``int`` when whole, else the nearest ``float``."""
    return int(number) if number == number.to_integral_value() else float(number)


_FIGURE = r"(?:[0-9]{1,18}(?:\.[0-9]{1,18})?|\.[0-9]{1,18})"
_DURATION = re.compile(
    rf"P(?:(?P<Y>{_FIGURE})Y)?(?:(?P<M>{_FIGURE})M)?(?:(?P<W>{_FIGURE})W)?(?:(?P<D>{_FIGURE})D)?"
    rf"(?:T(?:(?P<h>{_FIGURE})H)?(?:(?P<m>{_FIGURE})M)?(?:(?P<s>{_FIGURE})S)?)?"
)
_SECONDS = {"W": Decimal(604800), "D": Decimal(86400), "h": Decimal(3600), "m": Decimal(60), "s": Decimal(1)}
_MONTHS = {"Y": Decimal(12), "M": Decimal(1)}


def duration_key(value: str) -> tuple[Decimal, Decimal] | str:
    """Make ISO 8601 durations comparable: (months, seconds), so ``PT90M`` equals ``PT1H30M``.

    Years and months stay apart from days, whose number in them varies. A vague duration (``PXD``) and
    anything that is no duration compare as written.
    """
    parts = _DURATION.fullmatch(value)
    found = {name: Decimal(text) for name, text in parts.groupdict().items() if text} if parts else {}
    if not found:
        return value
    months = sum((found[name] * size for name, size in _MONTHS.items() if name in found), Decimal(0))
    seconds = sum((found[name] * size for name, size in _SECONDS.items() if name in found), Decimal(0))
    return months, seconds


_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "h": "hour", "m": "minute", "s": "second"}


def split_duration(value: str) -> list[tuple[Decimal, str]]:
    """Give the parts of an ISO 8601 duration with the names of their units, the largest first.

    ``PT4M40S`` gives 4 minutes and 40 seconds; nothing comes of a vague duration (``PXD``) or of no duration.
    """
    parts = _DURATION.fullmatch(value)
    return [(Decimal(text), _UNITS[name]) for name, text in parts.groupdict().items() if text] if parts else []


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


@record(frozen=True, slots=True)
class Moment:
    """The stretch of time that a date or clock time covers at the precision said.

    ``local`` is where it begins on the clock of the place, ``step`` how long it is (a day, a minute, a second),
    ``offset`` the distance of that clock from UTC, ``None`` where the value does not say it.
    """

    local: datetime
    step: timedelta
    offset: timedelta | None

    @property
    def utc(self) -> datetime | None:
        """Give the beginning in UTC (naive), or ``None`` without an offset."""
        return None if self.offset is None else self.local - self.offset


_MOMENT = re.compile(
    r"(?P<Y>[0-9]{4})(?:-(?P<M>[0-9]{2})(?:-(?P<D>[0-9]{2})(?:T(?P<h>[0-9]{2})(?::(?P<m>[0-9]{2})"
    r"(?::(?P<s>[0-9]{2})(?:\.(?P<f>[0-9]{1,6})[0-9]{0,6})?)?)?(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
)
_OFFSET = re.compile(r"[+-][0-9]{2}:[0-9]{2}")
_NUMBERS = frozenset("YMDhms")
_CLOCK_STEPS = (("s", timedelta(seconds=1)), ("m", timedelta(minutes=1)), ("h", timedelta(hours=1)))


@lru_cache(maxsize=4096)
def read_moment(value: str) -> Moment | None:
    """Read an ISO 8601 date or date and time: year, month, day, minute, second or fraction.

    ``None`` for an interval, a time without its date, a value with unknown digits (``197X``), a season, and what
    the calendar or the clock does not hold.
    """
    parts = _MOMENT.fullmatch(value)
    if parts is None:
        return None
    numbers = {name: int(text) for name, text in parts.groupdict("").items() if text and name in _NUMBERS}
    clock = timedelta(hours=numbers.get("h", 0), minutes=numbers.get("m", 0), seconds=numbers.get("s", 0))
    if clock > timedelta(days=1) or numbers.get("m", 0) > 59 or numbers.get("s", 0) > 60:
        return None
    try:
        day = datetime(numbers["Y"], numbers.get("M", 1), numbers.get("D", 1))
        fraction = timedelta(microseconds=int((parts["f"] or "0").ljust(6, "0")))
        moment = Moment(day + clock + fraction, _measure_step(parts, day), read_offset(parts["zone"]))
        return moment if moment.offset is None or moment.utc else None
    except (ValueError, OverflowError):
        return None


def _measure_step(parts: re.Match[str], day: datetime) -> timedelta:
    if parts["f"]:
        return timedelta(microseconds=10 ** (6 - len(parts["f"])))
    for name, step in _CLOCK_STEPS:
        if parts[name]:
            return step
    if parts["D"]:
        return timedelta(days=1)
    if parts["M"]:
        return timedelta(days=monthrange(day.year, day.month)[1])
    return datetime(day.year, 12, 31) - day + timedelta(days=1)


def read_offset(zone: str | None) -> timedelta | None:
    """Read ``+03:00`` or ``Z`` as the distance of a clock from UTC; ``None`` for anything else."""
    if zone == "Z":
        return timedelta(0)
    if zone is None or _OFFSET.fullmatch(zone) is None:
        return None
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
    return -offset if zone[0] == "-" else offset
