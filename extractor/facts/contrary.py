"""In: the event facts of a page. Out: the same without those that another flight than the page's own made."""

import re
from collections.abc import Sequence

from extractor.facts.reading import Reading, is_row
from extractor.model import Fact

_DAY, _MONTH = len("2000-01-01"), len("2000-01")
_OFF_MOON = re.compile(r"\b(?:moon|lunar|surface)\b", re.I)
_IN_FLIGHT = frozenset(
    {"docking", "undocking", "landing", "splashdown", "failure", "orbit_insertion", "flyby", "lunar_landing", "impact"}
)
"""What no craft does before its launch."""


def drop_contrary(facts: Sequence[Fact], reading: Reading) -> list[Fact]:
    """Leave out what is told of no craft by name and cannot be the page's own, which was launched on another day.

    A launch that is still to come, and what happened before the launch, are another craft's. A shuttle flies often.
    """
    own, text = reading.subject, reading.page.text
    flown = [f for f in facts if (f.subject, f.get("event"), f.get("status")) == (own, "launch", "actual")]
    days = {str(fact.get("value"))[:_DAY] for fact in flown}
    day = next(iter(days)) if len(days) == 1 else ""
    if len(day) < _DAY or any(name.name == own and name.kind == "vessel" for name in reading.crafts.names):
        return list(facts)
    for fact in flown:
        sentence = reading.sentence_at(fact.trigger[0]) if fact.trigger else None
        if sentence is not None and _OFF_MOON.search(text, sentence.start, sentence.end):
            return list(facts)
    return [fact for fact in facts if fact.subject != own or not _is_contrary(fact, day, reading)]


def _is_contrary(fact: Fact, day: str, reading: Reading) -> bool:
    """Say that an event of prose lies on the wrong side of the launch on ``day``, in a sentence without the craft."""
    value, event = str(fact.get("value"))[:_DAY], fact.get("event")
    later = fact.get("status") == "planned" and event == "launch" and value[:_MONTH] > day[: min(len(value), _MONTH)]
    earlier = fact.get("status") == "actual" and event in _IN_FLIGHT and value < day[: len(value)]
    sentence = reading.sentence_at(fact.trigger[0]) if fact.trigger and (later or earlier) else None
    if sentence is None or is_row(reading, sentence):
        return False
    return not any(name.name == reading.subject for name in reading.crafts_in(sentence.start, sentence.end))
