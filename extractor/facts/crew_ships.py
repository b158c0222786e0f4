"""In: a role on a page. Out: the craft whose crew it belongs to, where that is not the page's own."""

import re

from extractor.facts.crew_links import Link
from extractor.facts.reading import Reading
from extractor.facts.tables import load_tables
from extractor.model import Mention

_DATA = load_tables("crew")
_CREWED = tuple(name.lower() for name in _DATA["crewed"]["names"])
_UNCREWED = tuple(name.lower() for name in _DATA["uncrewed"]["names"])
_AT_ARM = re.compile(
    r"\b(?:Canadarm2|SSRMS|Cupola|robotic workstation|(?P<any>Canadarm|robotic arm|robot arm))\b", re.I
)
_CREW_OF = re.compile(r"\bcrew of (?:the )?\S|\w(?:[’']s)? \(?(?:crew|trio|members|astronauts|cosmonauts)\b", re.I)


_FLOWN_BY = re.compile(r",? (?:with|carrying|flown by|piloted by|manned by|crewed by|commanded by) ")

_SHIP_ROLE = re.compile(
    r"\b(?:Soyuz|Dragon|Starliner|shuttle|spacecraft|capsule)(?:[’']s)?\s(?:flight\s|crew\s)?(?:commander|pilot|flight\sengineer)",
    re.I,
)
_OF_CRAFT = re.compile(
    r"(?:\s[A-Z][\w.’'-]{0,20}){0,4},?\s(?:of|for|on|aboard)\s(?:the\s|next\s|upcoming\s|new\s){0,2}"
)
_FAR = 300
_COUNTED = r"(?:\d{1,3}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)"
_EXPEDITION = re.compile(rf"\b(?:Expedition|Increment)\s{_COUNTED}\b|\b\d{{2}}(?:st|nd|rd|th)\sexpedition\b")
_EXPEDITION_CREW = re.compile(rf"\b(?:Expedition|Increment)\s{_COUNTED}\s(?:prime\s)?crew(?:\s?(?:members?|mates?))?\b")
_EXPEDITION_ROLES = frozenset({"Commander", "Flight Engineer", "Station Commander"})
_CREW_REACH = 200


def is_of_expedition(reading: Reading, role: Mention) -> bool:
    """Say that a role is one of an expedition: its sentence, or else the page without a craft, names nothing else."""
    sentence = reading.sentence_at(role.start)
    low = max(sentence.start if sentence else 0, role.start - 2 * _FAR)
    if is_of_ship(reading, role):
        return False
    if reading.subject is None:
        at_station = any(name.kind == "station" for name in reading.crafts.names)
        return at_station or _EXPEDITION.search(reading.page.text) is not None
    crews = list(_EXPEDITION_CREW.finditer(reading.page.text, max(low, role.start - _CREW_REACH), role.start))
    if crews and role.value in _EXPEDITION_ROLES and not reading.crafts_in(crews[-1].end(), role.start):
        return True
    high = min(role.end + 60, sentence.end if sentence else role.end)
    text = reading.page.text
    if any(
        n.kind != "station" and _OF_CRAFT.fullmatch(text, role.end, n.start) for n in reading.crafts_in(role.end, high)
    ):
        return False
    before = [mention for mention in reading.mentions_in(low, role.start) if mention.label == "ROLE"]
    commands = bool(before) and before[-1].value == "Station Commander"
    low = before[-1].end if commands else low
    if any(name.kind != "station" for name in reading.crafts_in(low, role.start)):
        return False
    return commands or _EXPEDITION.search(text, low, role.start) is not None


def is_of_ship(reading: Reading, role: Mention) -> bool:
    """Say that a role is a ship's, or goes on from one with no expedition between: ``Soyuz commander A, pilot B``."""
    text, sentence = reading.page.text, reading.sentence_at(role.start)
    low = max(sentence.start if sentence else 0, role.start - 2 * _FAR)
    ships = [found.start() for found in _SHIP_ROLE.finditer(text, low, role.end)]
    return bool(ships) and _EXPEDITION.search(text, ships[-1], role.start) is None


def is_uncrewed(craft: str | None) -> bool:
    """Say that a craft is of a kind that flies without a crew."""
    return (craft or "").lower().startswith(_UNCREWED)


def find_other_craft(reading: Reading, role: Mention) -> str | None:
    """Give the craft whose name stands right before a role, or right behind it, if it is not the page's own."""
    for name in reading.crafts_in(max(0, role.start - 40), role.end + 40):
        if name.kind != "craft" or name.name == reading.subject:
            continue
        before = reading.page.text[name.end : role.start] if name.end <= role.start else None
        behind = reading.page.text[role.end : name.start] if name.start >= role.end else None
        if before is not None and before.strip(" \n’'s") == "" and len(before) < 5:
            return name.name
        if behind is not None and behind.split() in (["of"], ["of", "the"], ["on"], ["aboard"], ["for"]):
            return name.name
    return _find_topic(reading, role)


def _find_topic(reading: Reading, role: Mention) -> str | None:
    """Give the other craft whose crew the sentence or the paragraph's title names: ``Arrival of TMA-11M.``."""
    sentence = reading.sentence_at(role.start)
    block = reading.block_at(role.start)
    if sentence is None or block is None:
        return None
    names = [n for n in reading.crafts_in(block.start, role.start) if n.kind == "craft"]
    own = [name for name in names if name.start >= sentence.start]
    if own:
        crew = _CREW_OF.search(reading.page.text[max(0, own[-1].start - 14) : own[-1].end + 13])
        crew = crew or _FLOWN_BY.match(reading.page.text, own[-1].end)  # `Gemini 3 with Virgil Grissom as pilot`
        return own[-1].name if crew and own[-1].name != reading.subject else None
    if not (reading.subject or "").lower().startswith(_CREWED):
        carriers = [n for n in reading.crafts_in(block.start, role.start) if n.name.lower().startswith(_CREWED)]
        if carriers and carriers[-1].name != reading.subject:
            return carriers[-1].name
    titled = len(names) == 1 and names[0].end - block.start < 40 and reading.page.text[names[0].end] in ".:"
    return names[0].name if titled and names[0].name != reading.subject else None


def is_at_station(reading: Reading, link: Link) -> bool:
    """Say that the sentence shows somebody at work in the station: at the arm that captures a visiting craft."""
    sentence = reading.sentence_at(link.role.start)
    at = link.role.start
    low, high = (sentence.start, sentence.end) if sentence else (at, link.name.end)
    block = reading.block_at(link.role.start)
    if block is not None and block.end - block.start < 240:
        low, high = block.start, block.end
    arm = _AT_ARM.search(reading.page.text, max(low, at - _FAR), min(high, at + _FAR))
    if arm is None or arm["any"] is None:
        return arm is not None
    return any(name.kind == "station" for name in reading.crafts.names)  # a shuttle has an arm too
