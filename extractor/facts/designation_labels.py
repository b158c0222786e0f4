"""In: the label lines of a page. Out: the designations that they give, cleaned of brackets, marks and asides."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from extractor.facts.claims import LABELLED, Claim
from extractor.facts.landings import PLANNED
from extractor.facts.places import find_port, name_site
from extractor.facts.reading import Reading
from extractor.facts.vehicles import list_names, read_vehicle
from extractor.vocabulary import split_words

_DATA = tomllib.loads(Path(__file__).with_name("designation.toml").read_text("utf-8"))
_LABELS = {
    tuple(word for _, _, word in split_words(label)): scheme
    for scheme, labels in _DATA["labels"].items()
    for label in labels
}
_NOISE = frozenset(_DATA["label_noise"]["words"].split())
_LOOSE = frozenset(tuple(word for _, _, word in split_words(label)) for label in _DATA["loose"]["labels"])
_CRAFT_LABELS = frozenset(tuple(word for _, _, word in split_words(label)) for label in _DATA["craft"]["labels"])
_NO_NEIGHBOURS = frozenset(_DATA["no_neighbours"]["words"].split())
_WORD = re.compile(r"[^\W_]{1,24}")
_FIRST_WORDS = {label[0] for label in (*_LABELS, *_CRAFT_LABELS)} | _NOISE | {"next", "previous"}
_NOTHING = frozenset({"none", "n/a", "unknown", "tba", "tbd"})
_INLINE = re.compile(r"[.;|·]\s{1,3}(?=[A-Z][\w’' -]{2,30}:\s)")
_LONGEST_VALUE = 200
_NUMBERS = frozenset({("vehicle", "no"), ("vehicle", "number"), ("serial", "no"), ("serial", "number"), ("serial",)})
_LISTS = frozenset(label for label, scheme in _LABELS.items() if scheme == "other_names")
_LAUNCHER_NUMBER = ("launch", "vehicle", "number")
_MOST_WORDS = 6
_HEAD = re.compile(r"[\s|!*•·>–—-]{0,8}")
_SEPARATOR = re.compile(
    r"\.?(?:\s?\([^)\n]{1,30}\))?\s{0,30}(?:[:=]|\t|\|{1,2}|\.{2,60}|\s{2,40}|[–—-](?=\s))[\s.:|]{0,40}"
)
_FLAT = re.compile(r"\s(?=[A-Z\d\"“])")
_WIKI = re.compile(r"\[\[(?:[^\]|\n]{1,80}\|)?|\{\{[^}\n]{1,60}\|(?=[^|}\n]{1,60}\}\})|'{2,3}|[\"“‘_]")
_STOP = re.compile(r"\]\]|\}\}|'{2,3}|<|[\"”’_](?=[\s,;.)]|$)|\n|;|\s\||$")
_ASIDE = re.compile(r"\s?[(,]|(?<=[a-z\d]{2})\.\s|\s(?:with|and|on|in|at|launched|planned|scheduled)\s")
_COSPAR = re.compile(
    r"(?:19|20)\d\d[- ]?\d{3}[A-Z]{1,3}\b"
    r"|19[56]\d[ -][Α-Ωα-ωA-Za-z]{2,8}(?:[ -][A-Za-z]{2,8})?[ -]\d{1,3}\b"
)
_PART = re.compile(r"[^\W_][^;,/()\n\"“”]{1,38}[^\W_]")
_NUMBER = re.compile(r"(?:No\.?\s?|#|S)?(?P<value>0{0,4}\d{1,3}(?:,?\d{3}){0,2}|\d{1,9})\b(?![-.:/]\d)")
_TOKEN = re.compile(r"(?:No\.?\s?|№\s?|#\s?|s/n\s)?(?P<value>[A-Z\d][\w./-]{0,15})", re.I)
_SERIAL = re.compile(r"\b(?:No\.|№|#|s/n|serial(?:\s(?:number|no\.))?)\s?(?P<value>[A-Z]{0,3}-?\d[\w-]{0,10})", re.I)
_VEHICLES: dict[str, list[tuple[str, int]]] = {}
for _name, _index in list_names():
    _VEHICLES.setdefault(split_words(_name)[0][2], []).append((_name, _index))
_DATED = re.compile(
    r"\d{1,2}[ :]|\d{4}\b|[\d:]+ ?(?:UTC|GMT)|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d"
    r"|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
)


def read_labels(reading: Reading) -> Iterator[Claim]:
    """Read the label lines of the page: ``Launch site: X``, ``Previous mission .... Y``, ``| SATCAT = 1``."""
    text = reading.page.text
    launcher = False
    for block in reading.page.blocks:
        if block.role in {"quote", "boilerplate", "footer", "category", "reference", "header", "caption"}:
            continue
        starts = [block.start, *(mark.end() for mark in _INLINE.finditer(text, block.start, block.end))]
        ends = [*(start for start in starts[1:]), block.end]
        for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
            found = _match_label(text, start, end, "" if index else block.role)
            if found is not None:
                label = _LAUNCHER_NUMBER if found[0] in _NUMBERS and launcher else found[0]
                launcher = _LABELS.get(label) == "launch_vehicle"
                yield from _read_value(reading, label, _skip_marks(text, found[1]), end)


def _read_value(reading: Reading, label: tuple[str, ...], start: int, limit: int) -> Iterator[Claim]:
    """Read what stands behind a label up to its end: a closing mark, or where the line ends."""
    text = reading.page.text
    stop = _STOP.search(text, start, limit) if label not in _LISTS else None
    end = stop.start() if stop else limit
    scheme = _LABELS.get(label)
    if scheme is None:
        yield from _read_craft(text, start, limit)
    elif start < end and end - start < _LONGEST_VALUE:
        if scheme == "landing_site":
            start = _skip_moment(reading, start, end)
        yield from _READERS[scheme](text, start, end, label)


def _skip_moment(reading: Reading, start: int, end: int) -> int:
    """Skip the dates and times that stand before a place: ``Landing: May 2, 1992, 13:57 UTC, Edwards``."""
    moments = [m for m in reading.mentions_in(start, end) if m.label in {"DATE", "TIME", "TIMEZONE"}]
    if not moments or moments[0].start > start + 1:
        return start
    at = moments[-1].end
    while at < end and reading.page.text[at] in " ,;)(-–—at":
        at += 1
    return at if at < end and at > start else start


def _match_label(text: str, begin: int, limit: int, role: str) -> tuple[tuple[str, ...], int] | None:
    """Match the label that opens a line; gives its words and where its value begins.

    ``role`` is the block's, or empty where a label within a line must have its colon.
    """
    head = _HEAD.match(text, begin, limit)
    start = head.end() if head else begin
    first_word = _WORD.match(text, start, limit)
    if first_word is None or first_word.group().lower() not in _FIRST_WORDS:
        return None
    words = split_words(text[start : min(limit, start + 64)])[:_MOST_WORDS]
    skip = 0
    while skip < len(words) - 1 and words[skip][2] in _NOISE:
        skip += 1
    for first in dict.fromkeys((0, skip)):
        for last in range(len(words), first, -1):
            label = _know_label(tuple(word for _, _, word in words[first:last]))
            if label is None:
                continue
            end = start + words[last - 1][1]
            separator = _SEPARATOR.match(text, end, limit)
            if separator and (role or ":" in separator.group()):
                return label, separator.end()
            flat = _FLAT.match(text, end, limit)
            said = last - first == len(label) and label not in _LOOSE and label[-1] == words[last - 1][2]
            if flat and role in {"table_row", "label_value"} and len(label) > 1 and said:
                return label, flat.end()
    return None


def _know_label(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Give the label that words are, or ``None``; ``Previous ATV`` is one as ``Previous mission`` is."""
    if words in _LABELS or words in _CRAFT_LABELS:
        return words
    if len(words) == 2 and words[0] in {"previous", "next"} and words[1] not in _NO_NEIGHBOURS:
        return words[0], "mission"
    return None


def _skip_marks(text: str, at: int) -> int:
    while found := _WIKI.match(text, at):
        if found.end() == at:
            break
        at = found.end()
    return at


def _claim(scheme: str, start: int, end: int, status: str | None = None) -> Claim:
    return Claim(scheme, start, end, LABELLED, f"designation.label.{scheme}", status)


def _cut(text: str, start: int, end: int) -> int:
    """Cut a value before an aside: a comma, a bracket, ``with``."""
    aside = _ASIDE.search(text, start + 1, end)
    end = aside.start() if aside else end
    while end > start and text[end - 1] in " .,*":
        end -= 1
    return end


def _read_craft(text: str, start: int, end: int) -> Iterator[Claim]:
    serial = _SERIAL.search(text, start, end)
    if serial:
        yield _claim("serial", *serial.span("value"))


def _read_name(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    stop = _cut(text, start, end)
    if text[start].isupper() and stop - start < 50 and label not in _LOOSE:
        yield _claim("name", start, stop)
    yield from _read_craft(text, start, end)


def _read_others(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    for part in _PART.finditer(text, start, end):
        if any(char.isupper() for char in part.group()):
            yield _claim("name", *part.span())


def _read_cospar(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    for found in _COSPAR.finditer(text, start, end):
        yield _claim("cospar_id", *found.span())


def _read_norad(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    found = _NUMBER.match(text, start, end)
    if found:
        yield _claim("norad_id", *found.span("value"))


def _read_token(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    scheme = _LABELS[label]
    found = _TOKEN.match(text, start, end)
    if found and (any(char.isdigit() for char in found["value"]) or scheme == "iss_flight"):
        yield _claim(scheme, *found.span("value"))


def _read_sign(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    stop = _cut(text, start, end)
    if stop > start:
        yield _claim("call_sign", start, stop)


def _read_vehicle(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    later = () if label in _LOOSE else re.finditer(r"[\s,]", text[start : min(end, start + 30)])
    for at in (start, *(start + space.end() for space in later)):
        for name, family in _VEHICLES.get(next((w for _, _, w in split_words(text[at : at + 24])), ""), ()):
            if text[at : at + len(name)].lower() != name.lower():
                continue
            vehicle = read_vehicle(text, at, at + len(name), family)
            stop = vehicle.end if vehicle else at + len(name)
            if vehicle is None and label in _LOOSE:
                continue
            yield _claim("launch_vehicle", at, max(stop, stop))
            if vehicle and vehicle.serial:
                yield _claim("launch_vehicle_serial", *vehicle.serial)
            return
    if label in _LOOSE or not text[start].isupper():
        return
    serial = _SERIAL.search(text, start, end)
    if serial:
        yield _claim("launch_vehicle_serial", *serial.span("value"))
    yield _claim("launch_vehicle", start, _cut(text, start, serial.start() if serial else end))


def _read_site(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    if label in _LOOSE and label != ("pad",) and name_site(text, start, end) is None:
        return
    aside = re.search(r"\s\(|\s/\s|\.\s", text[start:end])
    stop = start + aside.start() if aside else end
    while stop > start and text[stop - 1] in " .,":
        stop -= 1
    if stop > start and not _DATED.match(text, start):
        place = name_site(text, start, stop)
        yield Claim("launch_site", start, stop, LABELLED, "designation.label.launch_site", None, place)


def _read_port(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    port = find_port(text, start, end)
    if port:
        yield _claim("docking_port", port[0], port[1])
    elif label not in _LOOSE and text[start].isupper() and not _DATED.match(text, start):
        yield _claim("docking_port", start, _cut(text, start, end))


def _read_landing(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    if _DATED.match(text, start) or (label in _LOOSE and not text[start].isupper()):
        return
    aside = re.search(r"\s\(|\s/\s|\.\s|\sat\s\d|,\s\d", text[start:end])
    stop = start + aside.start() if aside else end
    while stop > start and text[stop - 1] in " .,":
        stop -= 1
    if stop > start and any(char.isupper() for char in text[start:stop]):
        planned = PLANNED.search(text, max(0, start - 40), end) is not None
        yield _claim("landing_site", start, stop, "planned" if planned else "actual")


def _read_neighbour(text: str, start: int, end: int, label: tuple[str, ...]) -> Iterator[Claim]:
    stop = _cut(text, start, end)
    value = text[start:stop]
    if (
        not value
        or not value[0].isupper()
        or len(value) > 40
        or value.lower() in {"none", "n/a", "unknown", "tba", "tbd"}
    ):
        return
    if label in _LOOSE and not any(char.isdigit() for char in value):
        return
    if len(value.split()) <= 5 and not _DATED.match(text, start):
        yield _claim(_LABELS[label], start, stop)


_READERS = {
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
