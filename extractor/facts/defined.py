"""In: a Page. Out: the craft or flight it says it is about: ``Deep Hope (spacecraft)``, ``Hope 9 was a probe``."""

import re
from itertools import islice

from extractor.facts.tables import load_tables
from extractor.model import Page

_NOUN = (
    r"(?:spacecraft|space ?probe|probe|satellite|mission|(?:space)?flight|lander|orbiter|rover|telescope|observatory"
    r"|capsule|freighter|space ?station|station|spaceship|module|impactor|spaceplane|constellation|expedition)"
)
_TITLED = re.compile(rf"([A-Z0-9][^()\n]{{1,40}}?) \((?:[a-z]{{1,12}} )?{_NOUN}\)$")
_NAMED = (
    r"(?:The )?[\"“_‘*]{0,2}(?!(?:It|This|That|There|He|She|Here|What|Today)\b)"
    r"(?P<name>(?:\d{4} )?[A-Z](?:[^\W_]|[’'-]){0,25}(?: (?:[A-Z](?:[^\W_]|[’'-]){0,25}|\d{1,4}(?![^\W_]))){0,4})"
    r"[\"”_’*]{0,2}(?: ?\([^()\n]{0,160}\)){0,3}"
    r"(?:,? (?:also|formerly|officially|originally|previously|initially|sometimes|otherwise|better|known|designated"
    r"|identified|part|along) [^.;\n]{3,160}?)?,? (?:is|was|will be|would have been) "
)
_DEFINED = re.compile(
    _NAMED + r"(?:an?|the|one of|NASA['’]s|ESA['’]s) "
    rf"(?:(?!(?:to|in|for|with|on|at|by|that|which|from)\b)[^\s.;:]{{1,20}}\s){{0,9}}?(?:[\w’'-]{{1,20}}-)?{_NOUN}s?\b"
)
_NUMBERED = re.compile(_NAMED + r"(?:an?|the|one of|NASA['’]s|ESA['’]s)\b")
"""What a flight of a known family needs no noun for: ``Hope 9 was the first "Return to Space" after``."""
_FAMILIES = tuple(
    name.lower()
    for family in load_tables("crafts")["family"]
    if family["kind"] == "craft" and family["designator"] != "none"
    for name in family["names"]
)
_OPENINGS = 3  # paragraphs, the remains of an infobox among them, in the first of which a page says what it is about


def find_defined(page: Page) -> str | None:
    """Give the name that the page's title or its first sentence of prose introduces as a craft or flight, else None."""
    if not page.blocks:
        return None
    title = page.blocks[0]
    if titled := _TITLED.match(page.text, title.start, title.end):
        return titled[1]
    for block in islice((block for block in page.blocks if block.role == "paragraph"), _OPENINGS):
        if found := _DEFINED.match(page.text, block.start, block.end):
            return " ".join(found["name"].split())
        numbered = _NUMBERED.match(page.text, block.start, block.end)
        if numbered and any(char.isdigit() for char in numbered["name"]) and _is_of_family(numbered["name"]):
            return " ".join(numbered["name"].split())
    return None


def _is_of_family(name: str) -> bool:
    """Say that a name begins with that of a family of flights, satellites or probes."""
    return name.lower().startswith(_FAMILIES)
