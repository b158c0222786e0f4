"""In: the places of persons' names. Out: the agency and the seat that the page gives them."""

import re
from collections.abc import Sequence

from extractor.facts.person_spellings import Persons
from extractor.facts.persons import Name, find_names
from extractor.facts.reading import Reading
from extractor.facts.tables import load_tables
from extractor.vocabulary import Hit

_AGENCIES = load_tables("persons")["agency"]["names"]
_AGENCY = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in sorted(_AGENCIES, key=lambda n: (-len(n), n)))
_AGENCY_NAME = re.compile(rf"\b(?:{_AGENCY})\b")
_BEHIND = re.compile(
    r"(?:,?\s(?:left|right|center)\b)?"
    r"(?:,?\s{0,3}\(|,\s|\s(?:of|from|representing|for)\s(?:the\s)?|/|\s{0,2}[|\t]\s{0,2})"
)
_OF_ANOTHER = re.compile(r"\s(?:administrator|astronaut|cosmonaut|flight|mission|commander|pilot)")
_TO_NAME = re.compile(
    r"(?:[’']s)?\)?(?:\s\([^()]{2,40}\))?\s(?:veteran\s|rookie\s)?"
    r"(?:(?:astronauts?|cosmonauts?|commander|pilot|flight engineers?(?: \d)?|mission specialists?"
    r"|station commander)[,:]?\s){0,2}"
    r"(?:(?:Col|Lt|Dr|Capt|Cmdr|Maj|Gen)\.?\s){0,2}"
)
SEATS = (
    ("seat", "seat"), ("couch", "seat"), ("seats", "seat"), ("to his left", "left"), ("to her left", "left"),
    ("to his right", "right"), ("to her right", "right"), ("on his left", "left"), ("on his right", "right"),
    ("on her left", "left"), ("on her right", "right"),
)  # fmt: skip
"""Words about seats, and the side they say; ``seat`` where the word before says it."""
_SIDE = re.compile(r"\b(cent(?:er|re|ral)|middle|left|right)(?:[-\s]hand)?(?:\sside)?\s$", re.I)
_SIDES = {
    "center": "center",
    "centre": "center",
    "central": "center",
    "middle": "center",
    "left": "left",
    "right": "right",
}
_REACH = 110


def find_agency(text: str, name: Name) -> str | None:
    """Give the agency that stands beside a name, in the page's own words."""
    lead = _BEHIND.match(text, name.end)
    behind = _AGENCY_NAME.match(text, lead.end()) if lead else None
    if behind and not _OF_ANOTHER.match(text, behind.end()):
        return behind.group()
    for found in _AGENCY_NAME.finditer(text, max(0, name.start - 110), name.start):
        if _TO_NAME.fullmatch(text, found.end(), name.start):
            return found.group()
    return None


def find_seats(reading: Reading, persons: Persons, hits: Sequence[Hit[str]]) -> dict[str, str]:
    """Find who sits where: ``in the left seat``, ``to his right``; the last name before the words is meant."""
    text = reading.page.text
    seats: dict[str, str] = {}
    for hit in hits:
        side = hit.meaning
        if side == "seat":
            found = _SIDE.search(text, max(0, hit.start - 24), hit.start)
            if found is None:
                continue
            side = _SIDES[found[1].lower()]
        sentence = reading.sentence_at(hit.start)
        low = max(sentence.start if sentence else 0, hit.start - _REACH)
        names = [name for name in find_names(text, low, hit.start) if persons.knows(name)]
        if names:
            seats.setdefault(persons.resolve(names[-1]), side)
    return seats
