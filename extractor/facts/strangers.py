"""In: words that may tell an event, and the words around them. Out: whether they tell of no flight after all."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractor.facts.event_words import Sense
from extractor.vocabulary import Hit

STRANGERS, FLIERS, WARES, AIRFIELDS = "strangers", "fliers", "wares", "airfields"
"""Lists of ``surroundings.toml``: who does what no craft does, those of them that fly, what is no craft, and where
but aircraft land."""

OBJECTS = frozenset({FLIERS, WARES, AIRFIELDS})
"""The lists whose words stand behind an event's."""

_CLAUSE = 80  # characters before a verb in which the one who does it is named
_OBJECT = 60  # characters behind a verb in which what it is done to is named
_LEAD = 45  # characters before an event in which it may be called a mock one
_OF_SPACE = ("space ", "rocket ", "orbital ", "space-")
_DOES = re.compile(
    r"(?:['’]s? [a-z]{2,14})?(?: \([^()\n]{1,30}\))?"
    r"(?:,? (?:carrying|bearing|bringing|flying|with|(?:that|which) (?:carried|brought|was carrying)) [^,;:]{1,60}?,?"
    r"|(?: (?:of|in|from|about|for|on) (?:the |a |an )?(?:[\w-]{1,14} ){0,2}[\w-]{1,14}))?"
    r"(?: (?:was|were|is|are|has|had|have|been|be|will|would|to|can|could|may|also|then|later|first|finally|did"
    r"|not|slated|set|due|scheduled|[a-z]{3,12}ly)){0,6} "
)
"""What stands between the one who does something and the verb: ``the helicopter with the crew safely landed``."""

_ASIDE = re.compile(r"\b(?:from|by|in|of|aboard|on|with|to|near|after|like) (?:an?|the|its|his|her) (?:[\w-]+ )?$")
"""What shows that the stranger is but a circumstance: ``seen from a helicopter``."""


_NO_LINK = r"(?!(?:of|for|to|with|from|on|in|at|as|by|and|into|aboard|atop|after|when|toward)\b)"
_DONE_TO = re.compile(rf"(?:(?: over)?(?: as)? (?:command|commander) of)?(?: {_NO_LINK}[\w’'-]{{1,20}}){{0,5}} ", re.I)
_NOUN_OF = re.compile(rf" of(?: {_NO_LINK}[\w’'-]{{1,20}}){{0,4}} ")
_RIDING = re.compile(
    r"[^.;]{0,40}\b(?:aboard|in|on|on board) (?:an?|the|his|her|their|two|three|four|several|NASA|their own)"
    r"(?: [\w’'-]{1,14}){0,4} "
)
_PART = re.compile(
    r"['’-]|,? [A-Z]|(?:,? \w+)? (?:satellites?|spacecraft|missions?|flights?|probes?|payloads?|capsules?|ship)\b"
)
"""What makes a ware but the name of a craft: ``launched the program's first satellite``."""

_MAY_MOCK = re.compile("test|hot|static|simul|mock|practi|rehears|train")
_MOCK = re.compile(
    r"\b(?:(?:test|hot|static|mock|practi[cs]e|simulated)[ -]"
    r"|(?:practi[cs](?:ed|ing|es?)|rehears(?:ed|ing|es?)|simulat(?:ed|ing|es?)|train(?:ed|ing|s)? for)"
    r" (?:(?:an?|the|their|its) )?(?:(?!the\b|and\b|before\b|after\b|on\b)[\w-]{1,14} ){0,2})$",
    re.I,
)
_PHASE = re.compile(
    r"\b(?:phase|part|leg|portion|half|segment|year|day) of (?:the|its|their|a) $"
    r"|\b(?:science|mapping|primary|prime|extended|nominal|main|survey|imaging|surface|second|third|mapping|regular)"
    r"[ -]$",
    re.I,
)
_IDIOM = re.compile(
    r"\b(?:ha[sd]|have|having|makes?|made|economic|environmental|budget\w*|political|financial|social|health)"
    r"(?: an?| any| no| little| the)?(?: [a-z]+)? $",
    re.I,
)
_RIDDEN = frozenset({"launch", "landing", "splashdown"})

Place = Hit[frozenset[str]]


def find_doer(text: str, strangers: Sequence[Place], hit: tuple[int, int], low: int) -> Place | None:
    """Give the one of ``strangers`` that does what the verb ``hit`` tells, in the sentence from ``low`` on."""
    place = bisect_left(strangers, hit[0], key=_get_start) - 1
    if place < 0 or strangers[place].start < max(low, hit[0] - _CLAUSE) or strangers[place].end > hit[0]:
        return None
    doer = strangers[place]
    lead = text[max(low, doer.start - 30) : doer.start].lower()
    if lead.endswith(_OF_SPACE) or _ASIDE.search(lead):
        return None
    return doer if _DOES.fullmatch(text, doer.end, hit[0]) else None


def is_done_to_ware(text: str, wares: Sequence[Place], hit: tuple[int, int], sense: Sense) -> bool:
    """Say that what ``hit`` tells is done to no craft (``launched an inquiry``) or aboard none."""
    link = _NOUN_OF if sense.form == "noun" else _DONE_TO
    rides = sense.event in _RIDDEN and sense.form != "noun"
    for place in wares[bisect_left(wares, hit[1], key=_get_start) :]:
        if place.start > hit[1] + _OBJECT:
            return False
        if WARES in place.meaning and link.fullmatch(text, hit[1], place.start):
            return _PART.match(text, place.end) is None
        if rides and FLIERS in place.meaning and _RIDING.fullmatch(text, hit[1], place.start):
            return True
        if sense.event == "landing" and AIRFIELDS in place.meaning and "," not in text[hit[1] : place.start]:
            return True
    return False


def _get_start(place: Place) -> int:
    return place.start


def is_mock(text: str, start: int, low: int, sense: Sense) -> bool:
    """Say that what stands at ``start`` is called a test or is an idiom: ``practiced a docking``, ``had an impact``."""
    lead = text[max(low, start - _LEAD) : start]
    if sense.event == "impact" and sense.form == "noun" and _IDIOM.search(lead):
        return True
    if sense.words == "begun" and _PHASE.search(lead):
        return True
    return _MAY_MOCK.search(lead.lower()) is not None and _MOCK.search(lead) is not None
