"""In: what stands behind a label. Out: the designations that it gives, cleaned of brackets, marks and asides."""

import re
from collections.abc import Callable, Iterator

from extractor.facts.claims import LABELLED, Claim
from extractor.facts.landings import PLANNED
from extractor.facts.places import find_port, is_pad, name_site
from extractor.facts.tables import load_tables
from extractor.facts.vehicles import CORE, list_names, read_vehicle
from extractor.vocabulary import list_words

_DATA = load_tables("designation")
LABELS = {list_words(label): scheme for scheme, labels in _DATA["labels"].items() for label in labels}
"""The words of each label, and what it labels."""
LOOSE = frozenset(list_words(label) for label in _DATA["loose"]["labels"])
"""Labels that label other things as well."""
_SIDE = re.compile(r",\s(?:[A-Z]{2,4}-?\d|[a-z-]{3,12}(?:\s(?:port|side|end))?)(?=\s?$|\s?[(;|\n])")
"""The side or short name behind a port's module: ``Zvezda, nadir``."""
_IN_BRACKETS = re.compile(r"\s\((?P<inside>[^()\n]{2,60})\)")
_FAR = re.compile(r"[A-Z]|~?\d[\d,.]{0,6}[ -](?:km|mi|miles?|kilomet\w+|nmi|nautical miles)\b")
"""What begins a place: its name, or how far from another it lies."""
_QUOTES = frozenset("\"“'‘")
_ASIDE = re.compile(r"\s?[(,]|(?<=[a-z\d]{2})\.\s|\s(?:with|and|on|in|at|launched|planned|scheduled)\s")
_COSPAR = re.compile(
    r"(?:19|20)\d\d[- ]?\d{3}[A-Z]{1,3}\b"
    r"|19[56]\d[ -][Α-Ωα-ωA-Za-z]{2,8}(?:[ -][A-Za-z]{2,8})?[ -]\d{1,3}\b"
)
_PART = re.compile(r"[^\W_](?:[^;,/()\n\"“”]|(?<! )/(?! )){1,38}[^\W_]")
_NUMBER = re.compile(r"(?:No\.?\s?|#|S)?(?P<value>0{0,4}\d{1,3}(?:,?\d{3}){0,2}|\d{1,9})\b(?![-.:/]\d)")
_LATIN = re.compile(r"[\u0300-\u1fff\s]{2,40}\((?P<value>[A-Za-z][\w' -]{1,30}?)(?: [-–—=] [^)]{0,40})?\)")
"""A name in another script with its Latin spelling in brackets: ``Урага́н (Uragan - Hurricane)``."""
_TOKEN = re.compile(r"(?:No\.?\s?|№\s?|#\s?|s/n\s)?(?P<value>[A-Z\d][\w./-]{0,15})", re.I)
_STATION_FLIGHT = re.compile(r"[,/(]\s?(?:ISS[ -])?(?P<value>\d{1,3}[SP]|ULF-?\d|\d{1,2}A(?:\.\d\w?)?)\b")
_CATALOGUED = re.compile(r"0\d{4}|\d{5}")
"""A number of the space catalogue that stands alone among other names."""
_SHORT_COSPAR = re.compile(r"(?:\d{1,6}\s?/\s?)?(?P<value>[5-9]\d-?\d{2,3}[A-Z]{1,2})\b")
"""A designator of the last century without its hundreds, as only labels give it: ``20981 / 90107A``."""
_BESIDE_COSPAR = re.compile(
    r"(?<![\w-])(?P<value>\d{1,6})(?=\s?/\s?(?:(?:19|20)?\d\d-?\d{3}[A-Z]))"
    r"|(?<=\d[A-Z])\s?/\s?(?P<other>\d{3,6})\b"
)
_SERIAL = re.compile(r"\b(?:No\.|№|#|s/n|serial(?:\s(?:number|no\.))?)\s?(?P<value>[A-Z]{0,3}-?\d[\w-]{0,10})", re.I)
_VEHICLES: dict[str, list[tuple[str, int]]] = {}
for _name, _index in list_names():
    _VEHICLES.setdefault(list_words(_name)[0], []).append((_name, _index))
_DATED = re.compile(
    r"\d{1,2}(?:[ :](?!(?:km|mi|miles?|kilomet\w+|nmi|n\.? ?mi|nautical)\b))|(?:19|20)\d\d\b|[\d:]+ ?(?:UTC|GMT)"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d"
    r"|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b"
)


def _claim(scheme: str, start: int, end: int, status: str | None = None) -> Claim:
    return Claim(scheme, start, end, LABELLED, f"designation.label.{scheme}", status)


def _cut(text: str, start: int, end: int) -> int:
    """Cut a value before an aside: a comma, a bracket, ``with``."""
    aside = _ASIDE.search(text, start + 1, end)
    end = aside.start() if aside else end
    while end > start and text[end - 1] in " .,*":
        end -= 1
    return end


def read_craft(text: str, start: int, end: int) -> Iterator[Claim]:
    """Read the serial behind the name of a craft: ``Spacecraft: Soyuz MS-41, No. 741``."""
    serial = _SERIAL.search(text, start, end)
    if serial:
        yield _claim("serial", *serial.span("value"))


def _read_name(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    stop = _cut(text, start, end)
    numbered = _SERIAL.search(text, start + 1, stop)
    if numbered:
        stop = start + len(text[start : numbered.start()].rstrip(" ,(-–"))
    if text[start].isupper() and 0 < stop - start < 50 and label not in LOOSE:
        yield _claim("name", start, stop)
    yield from read_craft(text, start, end)
    flight = _STATION_FLIGHT.search(text, stop, end)
    if flight:
        yield _claim("iss_flight", *flight.span("value"))


def _read_others(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    for part in _PART.finditer(text, start, end):
        aside = text.rfind("(", start, part.start()) > text.rfind(")", start, part.start())
        serial = _SERIAL.search(text, *part.span())
        if serial and not aside:
            yield _claim("serial", *serial.span("value"))
        elif any(char.isupper() for char in part.group()) and not aside and not _COSPAR.fullmatch(part.group()):
            yield _claim("name", *part.span())
    catalogued = _CATALOGUED.fullmatch(text, start, end)
    if catalogued:
        yield _claim("norad_id", *catalogued.span())


def _read_cospar(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    short = _SHORT_COSPAR.match(text, start, end)
    if short:
        yield _claim("cospar_id", *short.span("value"))
    for found in _COSPAR.finditer(text, start, end):
        yield _claim("cospar_id", *found.span())
    beside = _BESIDE_COSPAR.search(text, start, end)
    if beside:
        yield _claim("norad_id", *beside.span("value" if beside["value"] else "other"))


def _read_norad(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    found = _NUMBER.match(text, start, end)
    if found:
        yield _claim("norad_id", *found.span("value"))


def _read_token(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    scheme = LABELS[label]
    found = _TOKEN.match(text, start, end)
    if found and (any(char.isdigit() for char in found["value"]) or scheme == "iss_flight"):
        yield _claim(scheme, *found.span("value"))


def _read_sign(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    latin = _LATIN.match(text, start, end)
    if latin:
        yield _claim("call_sign", *latin.span("value"))
        return
    stop = _cut(text, start, end)
    if stop > start:
        yield _claim("call_sign", start, stop)


def _read_vehicle(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    core = CORE.match(text, start, end)
    if core is not None:
        yield _claim("launch_vehicle_serial", *core.span("value"))
        return
    later = () if label in LOOSE else re.finditer(r"[\s,]", text[start : min(end, start + 30)])
    for at in (start, *(start + space.end() for space in later)):
        for name, family in _VEHICLES.get(next((w for w in list_words(text[at : at + 24])), ""), ()):
            if text[at : at + len(name)].lower() != name.lower():
                continue
            vehicle = read_vehicle(text, at, at + len(name), family)
            stop = vehicle.end if vehicle else at + len(name)
            if vehicle is None and label in LOOSE:
                continue
            yield _claim("launch_vehicle", at, stop)
            if vehicle and vehicle.serial:
                yield _claim("launch_vehicle_serial", *vehicle.serial)
            return
    if label in LOOSE or not text[start].isupper():
        return
    serial = _SERIAL.search(text, start, end)
    if serial:
        yield _claim("launch_vehicle_serial", *serial.span("value"))
    yield _claim("launch_vehicle", start, _cut(text, start, serial.start() if serial else end))


def _read_site(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    if label in LOOSE and label != ("pad",) and name_site(text, start, end) is None:
        return
    aside = re.search(r"\s\(|\s/\s|(?<!\bNo)\.\s", text[start:end])
    stop = start + aside.start() if aside else end
    inside = _IN_BRACKETS.match(text, stop, end)
    if inside and (name_site(text, *inside.span("inside")) or is_pad(text, inside.start("inside"))):
        further = re.search(r"\s[(/]|[;|]", text[inside.end() : end])
        stop = inside.end() + further.start() if further else end
    while stop > start and text[stop - 1] in " .,":
        stop -= 1
    if stop > start and not _DATED.match(text, start):
        place = name_site(text, start, stop)
        yield Claim("launch_site", start, stop, LABELLED, "designation.label.launch_site", None, place)


_STATION = re.compile(r"(?:ISS|Mir|Tiangong)\b(?:,? (?:the )?(?:Russian|U\.?S\.?|American) Segment)?(?:, )?", re.I)
"""What a label of a port names before it: ``ISS, Russian Segment, SM, aft``."""


def _read_port(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    port = find_port(text, start, end)
    if port:
        side = _SIDE.match(text, port[1], end)
        yield _claim("docking_port", port[0], side.end() if side else port[1])
    elif label not in LOOSE and text[start].isupper() and not _DATED.match(text, start):
        of_station = _STATION.match(text, start, end)
        if of_station is None:
            yield _claim("docking_port", start, _cut(text, start, end))
        elif of_station.end() < end:
            yield _claim("docking_port", of_station.end(), end)


def _read_landing(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    if _DATED.match(text, start) or (label in LOOSE and not _FAR.match(text, start)):
        return
    aside = re.search(r"\s\(|\s/\s|\.\s|\sat\s\d|,\s\d", text[start:end])
    stop = start + aside.start() if aside else end
    while stop > start and text[stop - 1] in " .,":
        stop -= 1
    if stop > start and any(char.isupper() for char in text[start:stop]):
        planned = PLANNED.search(text, max(0, start - 40), end) is not None
        yield _claim("landing_site", start, stop, "planned" if planned else "actual")


_TOLD_OF = re.compile(r" (?:was|is|will|has|had|flew|launched|landed|to be)\b")
"""What begins to tell of the craft that a label names: ``Previous: Petrel 3 was launched``."""


def _read_neighbour(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    stop = _cut(text, start, end)
    told = _TOLD_OF.search(text, start, stop)
    stop = told.start() if told else stop
    value = text[start:stop]
    if (
        not value
        or not value[0].isupper()
        or len(value) > 40
        or value.lower() in {"none", "n/a", "unknown", "tba", "tbd"}
    ):
        return
    if label in LOOSE and not (any(char.isdigit() for char in value) or text[start - 1] in _QUOTES):
        return
    if len(value.split()) <= 5 and not _DATED.match(text, start):
        yield _claim(LABELS[label], start, stop)


READERS: dict[str, Callable[[str, int, int, tuple[str, ...]], Iterator[Claim]]] = {
    "name": _read_name,
    "other_names": _read_others,
    "serial": _read_token,
    "grau_index": _read_token,
    "iss_flight": _read_token,
    "cospar_id": _read_cospar,
    "norad_id": _read_norad,
    "call_sign": _read_sign,
    "launch_vehicle": _read_vehicle,
    "launch_vehicle_serial": _read_token,
    "launch_site": _read_site,
    "docking_port": _read_port,
    "landing_site": _read_landing,
    "previous_mission": _read_neighbour,
    "next_mission": _read_neighbour,
}
"""The reader of what a label gives, by the label's scheme."""
