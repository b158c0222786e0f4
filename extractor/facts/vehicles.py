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
_SERIAL = re.compile(
    r",?\s\(?(?:(?:No\.?|№|#|serial(?:\s(?:number|no\.?))?|s/n|vehicle(?:\sNo\.)?|flight(?:\sNo\.)?|mission)\s?"
    r"(?P<said>[A-Z]{0,3}-?\d[\w-]{0,14}|[A-Z]\d{2,7}-\d{2,4})|(?P<bare>(?:Y|F|F-|VA|VV|VS|V|AV-|AC-|GT-|GLV-|SA-)\d{1,3})\b)",
    re.I,
)
_ON = re.compile(r"\b(?:on|atop|aboard|by|with|riding|using)\s(?:top\sof\s)?(?:an?|its|the)\s(?:\w{1,12}\s)?$")
_NUMBERED = re.compile(r"\s(?:[Ll]aunch [Vv]ehicle|rocket|booster)\s(?:No\.|#)\s?(?P<value>\d{1,4})\b")
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
    name = text[start:end]
    if not name[0].isupper():
        return None
    variant = _compile_variant(family).match(text, end)
    stop = variant.end() if variant and variant.end() > end else end
    rocket = _ROCKET.match(text, stop) is not None
    if _FAMILIES[family].get("needs") and stop == end and not rocket:
        return None
    coded = any(char.isdigit() or char.isupper() or char == "-" for char in name[1:])
    sure = rocket or stop > end or coded or _ON.search(text, max(0, start - 24), start) is not None
    found = _SERIAL.match(text, stop)
    serial = None
    if found and not (found["bare"] and not _BARE_CASE.match(found["bare"])):
        serial = found.span("said") if found["said"] else found.span("bare")
    elif numbered := _NUMBERED.match(text, stop):
        serial = numbered.span("value")
    return Vehicle(start, stop, sure, serial)


def is_instead(text: str, start: int) -> bool:
    """Say that a vehicle is named only as what was not used: ``rather than an Atlas V``."""
    return _INSTEAD.search(text, max(0, start - 30), start) is not None
