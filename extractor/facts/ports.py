"""In: a docking port named in a sentence. Out: its span, where the page's own craft docks, lies or leaves.

Words such as ``dock`` are of craft alone. Others (``install``, ``move``, ``arrive``) are of anything that is fixed to
a station: of them one counts only where a craft is moved, and none in a sentence about work outside.
"""

import re

from extractor.facts.places import allow_indents, find_port
from extractor.facts.reading import Reading
from extractor.facts.tables import load_tables
from extractor.facts.topic import speaks_of_own

_PROSE = load_tables("designation")["prose"]
_REACH, _LEAD, _AHEAD, _BEFORE = 60, 40, 80, 130


def _any(words: list[str]) -> re.Pattern[str]:
    forms = "|".join(re.escape(word).replace(r"\ ", "[ \n-]") for word in words)
    return re.compile(rf"\b(?:{forms})\b", re.I)


_DOCK = re.compile(
    _any([*_PROSE["dock"], *_PROSE["undock"]]).pattern
    + r"(?!\s(?:adapter|node|target|compartment|ring|mechanism|cone|equipment|unit|system|module)\b)",
    re.I,
)
_ATTACH = _any(_PROSE["attach"])
_CRAFT = re.compile(rf"\b(?:{'|'.join(map(re.escape, [*_PROSE['craft'], *_PROSE['classes']]))})s?\b", re.I)
_NAMED_CLASSES = frozenset(name.lower() for name in _PROSE["named_classes"])
_CLASSES = sorted({*_NAMED_CLASSES, *(name for name in _PROSE["classes"] if " " not in name)})
_CLASS = re.compile(rf"\b(?:{'|'.join(_CLASSES)})\b", re.I)
_OUTSIDE = re.compile(
    r"\b(?:spacewalk(?:s|ers?|ing)?|EVA|airlock|extravehicular|outside|exit(?:s|ed|ing)?|egress(?:ed)?|handrails?|experiments?"
    r"|cables?|radiators?|antennas?|cameras?|hardware)\b",
    re.I,
)
_OBJECT = re.compile(
    r"(?:\s(?:up|back|out))?\s(?:an?|the|its|their|new|another|some|several|two|three|four|\d+)\s(?P<what>[^,;.]{1,60}?)\s"
    r"(?:to|at|on|onto|from|with|between|into)\s",
    re.I,
)
_FOR_ANOTHER = re.compile(
    r"\s(?:for|to\smake\s(?:room|way)\sfor)\s(?:the\s|an?\s)?(?:(?:docking|arrival|berthing|arriving|upcoming)\s(?:of\s)?){0,2}"
    r"(?:another|the\snext|a\snew|the\snew|future)\b"
)
_IT = re.compile(r"\s(?:it|her)\b")
_OWNER = (
    r"(?:the\s|its\s)?(?:(?:(?:International\s|orbiting\s)?(?:Space\s)?(?:station|outpost|complex|laboratory|lab|ISS|Mir)"
    r"|orbiting\s(?:outpost|laboratory|lab)|Russia|China|Europe)[’']s\s)?(?:new\s|open\s|vacant\s)?(?:Russian\s|orbital\s|U\.?S\.?\s)?$"
)
_TO_PORT = re.compile(allow_indents(r"\b(?:to|at|with|on|onto|into|from|aboard|docked|the|its)\s" + _OWNER), re.I)
_TO_MODULE = re.compile(allow_indents(r"\b(?:to|at|with|on|onto|from|aboard)\s" + _OWNER), re.I)
_OF_CRAFT = re.compile(r"\b(?:of|by|for)\s(?:the\s|a\s)?$")
_DESCRIBED = re.compile(
    r"(?:\s(?:node|module|compartment))?(?:,?\s(?:which|that)\s(?:is|was))?,?\s(?:attached|connected|joined|linked|mounted|docked|fixed)"
    r"\s(?:to|on|with)\s(?:the\s)?"
)
"""What leads on from a port to the module that it is fixed to."""


def read_port(
    reading: Reading, hit: tuple[int, int], bounds: tuple[int, int], free: int
) -> tuple[int, int, bool] | None:
    """Read the port whose word stands at ``hit``: its start, its end, and whether the word ``port`` is said.

    ``bounds`` are those of the sentence; what ends before ``free`` has been read already.
    """
    text, (low, high) = reading.page.text, bounds
    port = _find_around(text, hit, max(low, hit[0] - _REACH, free), high)
    if port is None:
        return None
    begin, end, said = port
    if (low < free < begin and _DESCRIBED.fullmatch(text, free, begin)) or _FOR_ANOTHER.match(text, end):
        return None
    before = max(low, begin - _BEFORE)
    if (_TO_PORT if said else _TO_MODULE).search(text, max(before, begin - _LEAD), begin) is None:
        return None
    return port if _comes_there(reading, before, begin, said=said) else None


def _find_around(text: str, hit: tuple[int, int], start: int, high: int) -> tuple[int, int, bool] | None:
    """Find the phrase of a port around one of its words."""
    for low in (start, hit[0]):
        port = find_port(text, low, min(high, hit[1] + _AHEAD))
        if port is not None and port[0] <= hit[0] < port[1]:
            return port
    return None


def _comes_there(reading: Reading, low: int, begin: int, *, said: bool) -> bool:
    """Say that the page's own craft comes to, lies at or leaves what begins at ``begin``; ``said`` of a port."""
    text = reading.page.text
    docks = [found.span() for found in _DOCK.finditer(text, low, begin)]
    if docks:
        return _is_own(reading, docks, begin)
    if _OUTSIDE.search(text, low, min(len(text), begin + _AHEAD)):
        return False
    moves = list(_ATTACH.finditer(text, low, begin))
    if not moves:
        return False
    moved = _OBJECT.match(text, moves[-1].end(), begin)
    if said or (_IT.match(text, moves[-1].end()) and find_port(text, low, moves[-1].start()) is None):
        return _is_own(reading, [found.span() for found in moves], begin)
    if moved is not None and _CRAFT.search(moved["what"]) is None and not _names_craft(reading, *moved.span("what")):
        return False
    sentence = reading.sentence_at(begin)
    start = max(sentence.start if sentence else low, begin - 3 * _BEFORE)
    craft = _CRAFT.search(text, start, begin) is not None or _names_craft(reading, start, begin)
    return craft and _is_own(reading, [found.span() for found in moves], begin)


def _names_craft(reading: Reading, start: int, end: int) -> bool:
    return any(name.kind != "station" for name in reading.crafts_in(start, end))


def _is_own(reading: Reading, words: list[tuple[int, int]], begin: int) -> bool:
    """Say that what docks or is moved is the page's own craft: no other one by name, and none of another class."""
    text = reading.page.text
    sentence = reading.sentence_at(begin)
    low = sentence.start if sentence else words[0][0]
    start, end = words[-1]
    behind = [name for name in reading.crafts_in(end, begin) if _OF_CRAFT.search(text, end, name.start)]
    if behind and behind[0].kind in {"craft", "vessel"}:
        return behind[0].name == reading.subject
    classes = list(_CLASS.finditer(text, low, begin))
    if classes and _is_another(classes[-1].group().lower(), (reading.subject or "").lower()):
        return False
    return speaks_of_own(reading, start, low, start + 1)


def _is_another(name: str, subject: str) -> bool:
    """Say that a class is another than that of the page's craft, as its name tells it."""
    return name not in subject and (name in _NAMED_CLASSES or any(own in subject for own in _CLASSES))
