"""In: the names of craft on a page and the page's own. Out: the same, each ship named after its flight."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from extractor.facts.modules import MOONSHIPS
from extractor.facts.spellings import CraftName
from extractor.facts.tables import load_tables
from extractor.model import Page

_ITS = re.compile(
    r"(?:['’]s?)?(?:\s(?:SpaceX|Boeing|crew|cargo|Crew|Cargo|ship|spacecraft|mission|astronauts)){0,3}\s"
    r"|[^;]{0,120}(?<!\bof)\s(?:its|their)\s(?:[A-Z][\w-]{1,12}\s){0,2}"
)
"""What stands between a flight and the ship that it is made with."""
_START = attrgetter("start")
_CLASSES = frozenset(load_tables("designation")["prose"]["classes"])
"""Names that all ships of a kind share, unlike those that each of them bears."""
_BESIDE = re.compile(
    r"(?:/[\w .+&-]{2,24}?(?=\s[–—-]\s))?[\"”_*]{0,2}(?:\s{1,3}\(?|\s?[/–—-]\s?|,\s)"
    r"(?:(?:on|flying|as|for)\s)?(?:the\s)?(?:(?:mission|flight)\s)?[\"“_*]{0,2}"
)
"""What stands between a ship and its flight: ``Atlantis (STS-79)``, ``STS-43/TDRS-E - ATLANTIS``."""

_NEAR = 300  # characters behind a flight's name in which its ship is named by its class
_OTHER = re.compile(
    r"\b(?:predecessor|successor|(?:one|flight|mission|ship|craft|freighter|launch) before(?: it| that)?"
    r"|(?:previous|last|earlier|preceding|next|following) (?:[\w-]+ ){0,2}"
    r"(?:mission|flight|freighter|ship|craft|one)),? $",
    re.I,
)
"""What says that a flight is another one of the ship: ``the one before, Orbital-1``."""


def name_ships(names: Sequence[CraftName], subject: str | None, page: Page) -> tuple[CraftName, ...]:
    """Give ships and bare family names the name of the flight that they stand for: one told beside, or the page's."""
    crafts = sorted({name.name for name in names if name.kind == "craft"})
    own = _find_flight(names, subject, page.text)
    named = [replace(name, name=subject) if subject and own and name.name == own else name for name in names]
    if not any(name.flies for name in named):
        return tuple(_name_ship(name, subject, crafts) for name in named)
    flown = _find_flown(named, subject, page) | _find_beside(named, subject or "", page.text)
    flown |= _find_told(named, subject or "", page.text)
    others = _list_others(named, subject, {named[place].name.lower() for place in flown if flown[place] == subject})
    return tuple(
        replace(name, name=flown[place])
        if place in flown
        else (name if place in others else _name_ship(name, subject, crafts))
        for place, name in enumerate(named)
    )


def _find_beside(names: Sequence[CraftName], subject: str, text: str) -> dict[int, str]:
    """Find the ships whose flight stands right beside one of their names; a ship of one flight only bears it always.

    On a page on none of their flights they keep their names.
    """
    beside: dict[int, str] = {}
    pairs = [(place, other) for place in range(len(names)) for other in (place + 1, place + 2) if other < len(names)]
    for place, other in pairs:
        one, two = names[place], names[other]
        if not subject.startswith((*one.flies, *two.flies)):
            continue
        if one.flies and two.kind == "craft" and two.name.startswith(one.flies):
            ship, flight = place, two.name
        elif two.flies and one.kind == "craft" and one.name.startswith(two.flies):
            ship, flight = other, one.name
        else:
            continue
        if _BESIDE.fullmatch(text, one.end, two.start):
            beside.setdefault(ship, flight)
    flights: dict[str, set[str]] = {}
    for place, flight in beside.items():
        flights.setdefault(names[place].name.lower(), set()).add(flight)
    lone = {ship: next(iter(made)) for ship, made in flights.items() if len(made) == 1 and ship not in _CLASSES}
    always = {
        place: lone[name.name.lower()] for place, name in enumerate(names) if name.flies and name.name.lower() in lone
    }
    return always | beside


def _find_told(names: Sequence[CraftName], subject: str, text: str) -> dict[int, str]:
    """Find ships named by their class alone, one of whose flights stands before: ``Ax-9. The Dragon will``."""
    told: dict[int, str] = {}
    flights: list[CraftName] = []
    for place, name in enumerate(names):
        if name.kind == "craft":
            flights.append(name)
        elif name.flies and name.name.lower() in _CLASSES and not subject.startswith((name.name, *name.flies)):
            last = next((flight for flight in reversed(flights) if flight.name.startswith(name.flies)), None)
            if last and name.start - last.end < _NEAR and "\n\n" not in text[last.end : name.start]:
                told[place] = last.name
    return told


def _list_others(names: Sequence[CraftName], subject: str | None, own: set[str]) -> set[int]:
    """List the places of ships that are not the one of the page's own flight: it is named more often, or first.

    ``own`` are the ships that the page says to be the flight's.
    """
    ships = [
        (place, name.name.lower())
        for place, name in enumerate(names)
        if name.flies
        and name.flies != MOONSHIPS
        and name.name.lower() not in _CLASSES
        and subject
        and subject.startswith(name.flies)
    ]
    if not ships:
        return set()
    own = own or {Counter(ship for _, ship in ships).most_common(1)[0][0]}
    return {place for place, ship in ships if ship not in own}


def _find_flown(names: Sequence[CraftName], subject: str | None, page: Page) -> dict[int, str]:
    """Find the ships that are said to be another flight's: ``Crew-19 landed when its Dragon``, ``Crew-19's Dragon``."""
    flown: dict[int, str] = {}
    flight: CraftName | None = None
    for place, name in enumerate(names):
        if name.kind == "craft":
            flight = name
        elif flight and name.flies and flight.name != subject and flight.name.startswith(name.flies):
            after = bisect_left(page.sentences, flight.end, key=_START)
            apart = after < len(page.sentences) and page.sentences[after].start <= name.start
            if not apart and _ITS.fullmatch(page.text, flight.end, name.start):
                flown[place] = flight.name
    return flown


def _find_flight(names: Sequence[CraftName], subject: str | None, text: str) -> str | None:
    """Find the flight that the page tells of by its ship's name: of the ship's flights the one named most, or first.

    One that is said to be an earlier or later one is none.
    """
    ship = next((name for name in names if name.name == subject and name.kind == "vessel" and name.flies), None)
    if ship is None:
        return None
    made = [name for name in names if name.kind == "craft" and name.name.startswith(ship.flies)]
    flights = Counter(name.name for name in made if not _OTHER.search(text, max(0, name.start - 40), name.start))
    return flights.most_common(1)[0][0] if flights else None


def _name_ship(name: CraftName, subject: str | None, crafts: Sequence[str]) -> CraftName:
    if name.kind == "vessel" and subject and (subject.startswith((name.name, *name.flies)) or name.name in subject):
        return replace(name, name=subject)
    if name.kind != "family":
        return name
    members = [craft for craft in crafts if craft.lower().startswith(name.name.lower())]
    if subject in members or len(members) == 1:
        return replace(name, name=subject if subject in members else members[0])
    return name


def name_by_section(page: Page, names: Sequence[CraftName], sections: Sequence[str | None]) -> tuple[CraftName, ...]:
    """Give the ships that a section on one of their flights names the name of that flight."""
    if not any(sections):
        return tuple(names)
    starts = [block.start for block in page.blocks]
    owners = [sections[bisect_right(starts, name.start) - 1] if name.flies else None for name in names]
    return tuple(
        replace(name, name=owner) if owner and owner.startswith(name.flies) and _is_bare(page.text, name) else name
        for name, owner in zip(names, owners, strict=True)
    )


def _is_bare(text: str, name: CraftName) -> bool:
    """Say that a ship still bears its own name, and no flight's."""
    return text[name.start : name.end] == name.name
