"""In: what a rule of relative dates captured. Out: readings whose date lies a number of units from another."""

import re
from collections.abc import Callable, Iterator

from extractor.mentions.lexicon import Lexicon
from extractor.mentions.numbers import parse_number
from extractor.mentions.partial import PartialDate
from extractor.mentions.rules import Candidate, Match
from extractor.timex.parts import Reading

_CALENDAR = {
    "D": ("day", 1), "W": ("week", 1), "14D": ("week", 2), "M": ("month", 1), "Y": ("year", 1), "10Y": ("year", 10),
    "100Y": ("year", 100),
}  # fmt: skip
_LONGEST = 10_000
_STAGES = {"late": "END", "early": "START"}
_PLURAL = re.compile(r"(?:s|ies|ia)\.?$", re.I)


def build(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the reading of a match, or nothing where it is no time expression."""
    reading = _READERS[match.rule.id](match, lexicon)
    if reading is not None:
        yield Candidate(match.start, match.end, match.rule.label, match.rule.id, reading)


def _read_count(match: Match, lexicon: Lexicon) -> Reading | None:
    groups = match.groups
    name = next(name for name in ("way", "now", "open") if groups[name])
    direction = int(lexicon.canonical(f"way_{name}" if name != "way" else "way", groups[name] or "") or 0)
    unit = lexicon.canonical("span_unit", groups["u"] or "") or ""
    counted = groups["n"] or groups["one"]
    if counted is None and not _PLURAL.search(groups["u"] or ""):
        return None
    number = 1 if groups["one"] else parse_number(groups["n"] or "")
    if number is None or unit not in _CALENDAR or number > _LONGEST:
        return Reading("DATE", "FUTURE_REF" if direction > 0 else "PAST_REF")
    calendar, size = _CALENDAR[unit]
    shift = direction * int(number * size)
    deixis = "today" if groups["now"] else "next" if direction > 0 else "previous"
    return Reading("DATE", date=PartialDate(calendar, deixis=deixis, shift=shift))


def _read_within(match: Match, lexicon: Lexicon) -> Reading:
    groups = match.groups
    mod = _STAGES.get((groups["way"] or "").lower())
    if groups["s"]:
        part = lexicon.canonical("season", groups["s"])
        return Reading("DATE", date=PartialDate("season", part=part, deixis="that", mod=mod), mod=mod)
    unit = lexicon.canonical("calendar_unit", groups["u"] or "") or ""
    return Reading("DATE", date=PartialDate(unit, deixis="that", mod=mod), mod=mod)


def _read_year_ago(match: Match, lexicon: Lexicon) -> Reading:
    return Reading("DATE", date=PartialDate("year", deixis="previous", shift=-1))


def _read_weekend(match: Match, lexicon: Lexicon) -> Reading:
    return Reading("DATE", date=PartialDate("weekend", deixis="last", shift=-1))


def _read_ordinal(match: Match, lexicon: Lexicon) -> Reading:
    return Reading("DATE", date=PartialDate("day", deixis="that"))


def _read_open(match: Match, lexicon: Lexicon) -> Reading:
    shift = -1 if (match.groups["way"] or "").lower() == "before" else 1
    unit = (match.groups["unit"] or "").lower()
    return Reading("DATE", date=PartialDate(unit, deixis="next" if shift > 0 else "previous", shift=shift))


_READERS: dict[str, Callable[[Match, Lexicon], Reading | None]] = {
    "relative.count": _read_count,
    "relative.year-ago": _read_year_ago,
    "relative.weekend": _read_weekend,
    "relative.ordinal": _read_ordinal,
    "relative.open": _read_open,
    "relative.within": _read_within,
}
