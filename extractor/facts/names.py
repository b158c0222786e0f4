"""In: a Reading. Out: claims of the names of the page's own craft: its own, and the proper names it bears."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from extractor.facts.claims import LABELLED, SAID, Claim
from extractor.facts.modules import MOONSHIPS
from extractor.facts.reading import Reading
from extractor.facts.spellings import CraftName
from extractor.facts.tables import load_tables
from extractor.vocabulary import list_words

_PROSE = load_tables("designation")["prose"]
_PROPER = re.compile(
    r"[\s,]{1,2}(?:as\s)?(?:the\s)?[\"“‘'*_]{0,2}(?P<value>(?:[A-Z]\.){0,3}\s?[A-Z][\w’'-]{1,20}"
    r"(?:\s(?:(?:of|the|de)\s)?[\"“]?[A-Z][\w’'.-]{0,20}[\"”]?){0,5})"
)
_CRAFT = re.compile(
    rf"\b(?:{'|'.join(_PROSE['craft'])})"
    r"(?:,|\s(?:is|was|has been|had been|were|that|which|been|also|itself)){0,4}\s?$",
    re.I,
)
_CRAFT_AFAR = re.compile(rf"\b(?:{'|'.join(_PROSE['craft'])})(?:,?\s[a-z]{{2,12}}){{0,6}},?\s$", re.I)
_WEAK = frozenset({"called", "known as"})
_QUOTED = re.compile(r",?\s(?:\(|)?[\"“‘](?P<value>[A-Z][\w’'-]{1,20}(?:\s[A-Z][\w’'-]{1,20}){0,3})[\"”’]")
_OTHER_NAME = re.compile(
    r"[\"”_*]{0,2}(?: \([^()\n]{0,80}\)){0,2},? \(?(?:also|previously|formerly|originally|initially|otherwise),? "
    r"(?:known|named|called|designated)(?: as)? [\"“_*]{0,2}"
    r"(?P<value>[A-Z](?:[^\W_]|[’'-]){0,20}(?: [A-Z\d](?:[^\W_]|[’'-]){0,20}){0,4})(?=[,).;\"”_*]| (?:is|was|or|and)\b)"
)
"""The other name that is given behind a craft's own: ``Hope 3 (also known as Lantern)``."""
_IN_QUOTES = re.compile(r"[\"“](?P<value>[A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{1,20}){0,3})[\"”]")
_SHIP_BEFORE = re.compile(r"\b(?:Dragon|[Ss]huttle|[Oo]rbiter|[Cc]apsule|[Ss]pacecraft)\s(?:named\s|called\s)?$")
_CHRISTENED = re.compile(
    r"\s(?P<value>[A-Z][a-z]{4,12})(?=,|\s(?:spacecraft|capsule|spaceship|with|is|was|will|has|had|carrying|docked|undocked|splashed|arrived|lifted)\b)"
)
"""The name of a capsule behind its class: ``Dragon Endeavour docked``."""
_SHIP_NUMBER = re.compile(r"\s\(OV[- ]?\d{3}\)")
_HEAD_REACH = 200
_NOUN = re.compile(rf"\b(?:{'|'.join(_PROSE['craft'])}),?\s$", re.I)
_LOOK_BACK = 90
_BRACKETED = re.compile(r"\s\((?P<value>[A-Z]{2,6}[ -]?\d{1,3}[A-Z]?)\)")
_DIGITS = re.compile(r"\d+")
_CLASSES = frozenset(_PROSE["classes"])


def find_own_names(reading: Reading) -> Iterator[Claim]:
    """Give the subject's name and the proper names of its craft: ``Discovery``, ``named Endurance``."""
    subject = reading.subject
    if subject is None:
        return
    text = reading.page.text
    own = [name for name in reading.crafts.names if name.name == subject]
    spelled = [name for name in own if name.kind == "craft"] or own
    if spelled:
        best = next((name for name in own if text[name.start : name.end] == subject), spelled[0])
        yield Claim("name", best.start, best.end, LABELLED, "designation.subject")
    vessels = Counter(text[name.start : name.end] for name in own if name.kind == "vessel")
    for name in own:
        spelling = text[name.start : name.end]
        proper = name.kind == "vessel" and spelling.lower() not in _CLASSES and spelling != subject
        most = spelling == vessels.most_common(1)[0][0] if vessels else False
        told = name.flies == MOONSHIPS or (most and (vessels[spelling] > 1 or _is_named_ship(text, name, vessels)))
        if proper and told:
            yield Claim("name", name.start, name.end, SAID, "designation.vessel")
        christened = _CHRISTENED.match(text, name.end) if spelling.endswith("Dragon") else None
        if christened:
            yield Claim("name", *christened.span("value"), SAID, "designation.vessel")
        if name.kind == "craft":
            if _is_another_name(spelling, subject):
                yield Claim("name", name.start, name.end, SAID, "designation.other-name")
            yield from _read_beside(text, name.end, subject)
    for quoted in _IN_QUOTES.finditer(text):
        if _NOUN.search(text, max(0, quoted.start() - 24), quoted.start()) and _speaks_of_own(reading, quoted.start()):
            yield Claim("name", *quoted.span("value"), SAID, "designation.quoted")


def _is_named_ship(text: str, name: CraftName, vessels: Counter[str]) -> bool:
    """Say that a ship named once is the page's one ship, named as such: ``Dragon Endeavour``, ``COLUMBIA (OV 102)``."""
    named = [spelling for spelling in vessels if spelling.lower() not in _CLASSES]
    beside = _SHIP_BEFORE.search(text, max(0, name.start - 24), name.start) or _SHIP_NUMBER.match(text, name.end)
    return len(named) == 1 and (beside is not None or name.start < _HEAD_REACH)


@lru_cache(maxsize=256)
def _is_another_name(spelling: str, subject: str) -> bool:
    """Say that a spelling is a name of its own, no shorter or longer form of the subject's."""
    one, two = (set(list_words(text)) for text in (spelling, subject))
    return not (one <= two or two <= one)


def _speaks_of_own(reading: Reading, offset: int) -> bool:
    """Say that no other craft is named in the sentence before a place."""
    sentence = reading.sentence_at(offset)
    low = sentence.start if sentence else max(0, offset - _LOOK_BACK)
    names = {name.name for name in reading.crafts_in(low, offset) if name.kind == "craft"}
    return not names or reading.subject in names


def _read_beside(text: str, end: int, subject: str) -> Iterator[Claim]:
    quoted = _QUOTED.match(text, end)
    if quoted:
        yield Claim("name", *quoted.span("value"), SAID, "designation.quoted")
    other = _OTHER_NAME.match(text, end)
    if other and _is_another_name(other["value"], subject):
        yield Claim("name", *other.span("value"), SAID, "designation.other-name")
    bracketed = _BRACKETED.match(text, end)
    if bracketed and set(_DIGITS.findall(bracketed["value"])) == set(_DIGITS.findall(subject)):
        yield Claim("name", *bracketed.span("value"), SAID, "designation.bracketed")


def read_naming(reading: Reading, start: int, end: int) -> Iterator[Claim]:
    """Read the name that words such as ``named`` or ``christened`` at ``[start, end)`` give to the craft before."""
    text = reading.page.text
    sentence = reading.sentence_at(start)
    low = sentence.start if sentence else max(0, start - _LOOK_BACK)
    found = _PROPER.match(text, end)
    craft = _CRAFT if text[start:end].lower() in _WEAK else _CRAFT_AFAR
    if (
        found is None
        or not craft.search(text, max(low, start - _LOOK_BACK), start)
        or not _speaks_of_own(reading, start)
    ):
        return
    first, last = found.span("value")
    while text[last - 1] in ".'’,_":
        last -= 1
    yield Claim("name", first, last, SAID, "designation.naming")
