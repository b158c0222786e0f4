"""In: a Page. Out: the craft or flight it says it is about: ``Deep Hope (spacecraft)``, ``Hope 9 was a probe``."""

import re
from itertools import islice

from extractor.model import Page

_NOUN = (
    r"(?:spacecraft|space ?probe|probe|satellite|mission|(?:space)?flight|lander|orbiter|rover|telescope|observatory"
    r"|capsule|freighter|space ?station|station|spaceship|module|impactor|spaceplane|constellation|expedition)"
)
_TITLED = re.compile(rf"([A-Z0-9][^()\n]{{1,40}}?) \((?:[a-z]{{1,12}} )?{_NOUN}\)$")
_DEFINED = re.compile(
    r"(?:The )?[\"“_‘*]{0,2}(?!(?:It|This|That|There|He|She|Here|What|Today)\b)"
    r"(?P<name>(?:\d{4} )?[A-Z](?:[^\W_]|[’'-]){0,25}(?: (?:[A-Z](?:[^\W_]|[’'-]){0,25}|\d{1,4}(?![^\W_]))){0,4})"
    r"[\"”_’*]{0,2}(?: ?\([^()\n]{1,160}\))?"
    r"(?:,? (?:also|formerly|officially|originally|previously|initially|sometimes|otherwise|better) [^.;\n]{3,160}?)?"
    r",? (?:is|was|will be|would have been) (?:an?|the|one of|NASA['’]s|ESA['’]s) "
    rf"(?:(?!(?:to|in|for|with|on|at|by|that|which|from)\b)[^\s.;:]{{1,20}}\s){{0,9}}?(?:[\w’'-]{{1,20}}-)?{_NOUN}s?\b"
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
            return " ".join(found["name"].strip("_").split())
    return None
