"""In: a text and places where a launch vehicle may be named. Out: the vehicle's name with its variant and serial."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.tables import load_tables

_DATA = load_tables("vehicles")
_FAMILIES = _DATA["family"]
_ROCKET = re.compile(
    rf"[\s-]{{1,2}}(?:[\w.-]{{1,16}}\s)?(?:{'|'.join(map(re.escape, _DATA['words']['rocket']))})\b", re.I
)
_INSTEAD = re.compile(rf"\b(?:{'|'.join(map(re.escape, _DATA['words']['instead']))})\s(?:an?\s|the\s|its\s)?$", re.I)
_LEAD = (
    r"(?:[’']s)?(?:[\s-](?:carrier\s(?:rocket|vehicle)|rocket|booster|launcher|launch\svehicle|core"
    r"|first[ -]stage(?:\sbooster)?))?"
    r"(?:,?\s\(?|\s?\(|\s[|–—-]\s)(?:with\s|the\s|its\s)?"
)
_SERIAL = re.compile(
    _LEAD
    + r"(?:(?:No\.?|№|#|serial(?:\s(?:number|no\.?))?|s/n|number|vehicle(?:\sNo\.?|\snumber)?|flight\s(?:No\.?|number)"
    r"|tail\snumber|(?:launch\svehicle|rocket|booster)\s(?:No\.|#|number)"
    r"|(?:flight|mission|designated|booster|core)(?=\s[A-Z]{1,3}-?\d))"
    r"\s?(?P<said>[A-Z]{0,3}-?\d[\w-]{0,14}(?:\.\d{1,2}\b)?|[A-Z]\d{2,7}-\d{2,4})"
    r"|(?P<bare>(?:Y|F|F-|VA|VV|VS|V|VA-|VV-|VS-|AV-|AC-|GT-|GLV-|SA-|AS-|TA-|L-)\d{1,3}\b|B1\d{3}(?:[.-]\d{1,2})?\b))",
    re.I,
)
_AMOUNT = re.compile(
    r"(?:st|nd|rd|th)\b|\s?(?:%|(?:percent|times|kg|km|pounds|kilograms|feet|flights|launches|successful)\b)"
)
"""What makes a number behind a vehicle's name no number of it: ``Falcon 9 booster 7th``, ``mission 3 times``."""
_ON = re.compile(r"\b(?:on|atop|aboard|by|with|riding|using)\s(?:top\sof\s)?(?:an?|its|the)\s(?:\w{1,12}\s)?$")
_ALONE = re.compile(r"\b(?:on|atop|aboard|by|with|riding|using)\s(?:top\sof\s)?an?\s$")
_DOES = re.compile(
    r"\s(?:lifted\soff|lifts\soff|blasted\soff|took\soff|soared|roared|thundered|carrying|carried|boosted|launched|placed|sent|flew|rolled)\b"
)
"""What rockets do: one that does it is no star and no craft of that name."""
_ENDS = re.compile(r"[.,;)\n]|\s(?:from|on|at|in|into|and|out|which|that)\b|$")
CORE = re.compile(r"(?:booster|core|first[ -]stage)?\s?(?P<value>B1\d{3}(?:[.-]\d{1,2})?)\b", re.I)
"""The number of a first stage that flies again and again."""
_BARE_CASE = re.compile(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A launch vehicle's name on the page: half-open offsets, and those of its serial if one follows."""

    start: int
    end: int
    sure: bool
    serial: tuple[int, int] | None


@cache
def _compile_variant(family: int) -> re.Pattern[str]:
    """Compile what may follow a family's name, when a page names the family: few pages name many."""
    return re.compile(_FAMILIES[family]["variant"])


def list_names() -> list[tuple[str, int]]:
    """List the names of families of launch vehicles with the index of their family."""
    return [(name, index) for index, entry in enumerate(_FAMILIES) for name in entry["names"]]


def read_vehicle(text: str, start: int, end: int, family: int) -> Vehicle | None:
    """Read the vehicle whose family's name is ``text[start:end]``, or ``None`` where the name means something else."""
    name, entry = text[start:end], _FAMILIES[family]
    if not (name[0].isupper() or entry.get("small")):
        return None
    variant = _compile_variant(family).match(text, end)
    stop = variant.end() if variant and variant.end() > end else end
    serial = _read_serial(text, stop)
    if serial is not None and text.startswith("STS", serial[0]):
        return None  # `Space Shuttle mission STS-99`: the flight's own number
    rocket = _ROCKET.match(text, stop) is not None
    alone = entry.get("bare") and _ALONE.search(text, max(0, start - 24), start) and _ENDS.match(text, stop)
    if entry.get("needs") and stop == end and not (rocket or serial or alone):
        return None
    coded = any(char.isdigit() or char.isupper() or char == "-" for char in name[1:])
    does = not entry.get("needs") and _DOES.match(text, stop) is not None
    sure = rocket or stop > end or coded or does or _ON.search(text, max(0, start - 24), start) is not None
    return Vehicle(start, stop, sure or serial is not None, serial)


def _read_serial(text: str, stop: int) -> tuple[int, int] | None:
    """Read the number of a vehicle behind its name: ``(AV-085)``, ``rocket, serial number R15000-061``."""
    found = _SERIAL.match(text, stop)
    if found is None or (found["bare"] and not _BARE_CASE.match(found["bare"])):
        return None
    group = "said" if found["said"] else "bare"
    return None if _AMOUNT.match(text, found.end(group)) else found.span(group)


def is_instead(text: str, start: int) -> bool:
    """Say that a vehicle is named only as what was not used: ``rather than an Atlas V``."""
    return _INSTEAD.search(text, max(0, start - 30), start) is not None
