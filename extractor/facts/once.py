"""In: the event facts of a page. Out: the same without what cannot be its craft's."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from extractor.facts.contrary import drop_contrary
from extractor.facts.instants import covers, is_clock, read_instant
from extractor.facts.reading import Reading, is_row
from extractor.model import Fact
from extractor.values import DAY_LENGTH

_ONCE = frozenset({"launch", "landing", "splashdown"})
"""What happens once to a craft that bears its flight's number."""

_MOON = re.compile(r"\b(?:moon|lunar|surface)\b", re.I)
_SMALL_WORLD = re.compile(r"\b(?:moon|lunar|surface|asteroid|comet)\b", re.I)
_INSERTED = re.compile(r"(?:insert|inject|plac|eas|steer|put)\w*\b")
_COUNTED = ("the second", "a second", "the third", "a third")  # what an ordinal tells is told to be another one
_ATTEMPT = re.compile(r"(?:\w+ )?attempts?\b", re.I)
_ORDINAL = re.compile(r"\b(?:first|second|third) (?:\w+ )?$", re.I)
_SOURCES_DIFFER = timedelta(days=3)  # by more no two sources tell one event
_CLOCKS_DIFFER = timedelta(hours=3)  # the same for what is told by the clock
_OTHER_WORLD = timedelta(hours=12)  # the least between two landings of one craft: the later one is at home


def drop_strays(facts: Sequence[Fact], reading: Reading) -> list[Fact]:
    """Leave out what history says of other craft: a second launch of a craft, far from the one that is better told.

    A year or month that contradicts a day is left out, and a day in a sentence that does not name the craft.
    """
    groups: dict[tuple[object, ...], list[Fact]] = {}
    crafts = {name.name for name in reading.crafts.names}  # a rocket lands again and again
    for fact in facts:
        if (
            fact.subject in crafts
            and fact.get("event") in _ONCE
            and fact.get("status") == "actual"
            and not _is_lunar(fact, reading)
            and not _is_counted(fact, reading.page.text)
        ):
            groups.setdefault((fact.subject, fact.get("event")), []).append(fact)
    launched = [fact for fact in facts if (fact.get("event"), fact.get("status")) == ("launch", "actual")]
    strays = {id(fact) for fact in facts if _is_late_attempt(fact, launched, reading.page.text)}
    strays |= {
        id(fact)
        for group in groups.values()
        if len(group) > 1
        for fact in group
        if any(_contradicts(other, fact, reading) for other in group)
    }
    kept = (_keep(fact, reading) if id(fact) in strays else fact for fact in facts)
    return drop_contrary([fact for fact in kept if fact is not None], reading)


def _keep(fact: Fact, reading: Reading) -> Fact | None:
    """Let a second launch be the insertion that its words tell: ``was inserted into an orbit of 900 km``."""
    said = fact.trigger and fact.get("event") == "launch" and _INSERTED.match(reading.page.text, fact.trigger[0])
    return replace(fact, attributes={**fact.attributes, "event": "orbit_insertion"}) if said else None


def _is_late_attempt(fact: Fact, launched: Sequence[Fact], text: str) -> bool:
    """Say that what is told of attempts to launch came later than the launch: they were attempts at something else."""
    if (fact.get("event"), fact.get("status")) != ("launch", "planned") or not fact.trigger:
        return False
    if not _ATTEMPT.match(text, *fact.trigger):
        return False
    day = str(fact.get("value"))[:DAY_LENGTH]
    own = [str(other.get("value"))[:DAY_LENGTH] for other in launched if other.subject == fact.subject]
    return any(len(other) == DAY_LENGTH == len(day) and other < day for other in own)


def _is_lunar(fact: Fact, reading: Reading) -> bool:
    """Say that a launch or a landing is one of another world: it is the second of its craft."""
    sentence = reading.sentence_at(fact.trigger[0]) if fact.trigger else None
    if sentence is None:
        return False
    world = _SMALL_WORLD if fact.get("event") == "landing" else _MOON
    return world.search(reading.page.text, sentence.start, sentence.end) is not None


def _is_counted(fact: Fact, text: str) -> bool:
    """Say that an event is told to be one of several: ``the second at``, ``the first touchdown``."""
    if fact.trigger is None:
        return False
    if text[slice(*fact.trigger)].lower().startswith(_COUNTED):
        return True
    before = max(0, fact.trigger[0] - 20), fact.trigger[0]
    return fact.get("event") != "launch" and _ORDINAL.search(text, *before) is not None


def _contradicts(sure: Fact, fact: Fact, reading: Reading) -> bool:
    one, two = str(sure.get("value")), str(fact.get("value"))
    if len(one) < DAY_LENGTH or covers(two, one) or covers(one, two) or _weigh(sure, reading) <= _weigh(fact, reading):
        return False
    first, second = read_instant(one.partition("/")[0]), read_instant(two.partition("/")[0])
    apart = _CLOCKS_DIFFER if is_clock(one) and is_clock(two) else _SOURCES_DIFFER
    return second is None or (first is not None and abs(first - second) > apart)


def _weigh(fact: Fact, reading: Reading) -> int:
    """Weigh how well an event is told: of a craft that its sentence names or in a row, to the day, by the clock."""
    value = str(fact.get("value"))
    sentence = reading.sentence_at(fact.trigger[0]) if fact.trigger else None
    named = sentence is not None and (
        is_row(reading, sentence)
        or any(name.name == fact.subject for name in reading.crafts_in(sentence.start, sentence.end))
    )
    if sentence is not None and reading.page.blocks[sentence.block].role == "title":
        return 0  # the day of a story is not always that of what its headline tells
    return 2 * named + 2 * (len(value) >= DAY_LENGTH) + is_clock(value)


def bring_home(facts: Sequence[Fact]) -> list[Fact]:
    """Let the later one of two landings on the Moon be the one on the Earth, of a probe that brings a sample."""
    landings = [fact for fact in facts if fact.get("event") == "lunar_landing" and fact.get("status") == "actual"]
    return [
        replace(fact, attributes={**fact.attributes, "event": "landing"})
        if any(_is_after(fact, other) for other in landings) and fact in landings
        else fact
        for fact in facts
    ]


def _is_after(fact: Fact, other: Fact) -> bool:
    one, two = read_instant(str(other.get("value"))), read_instant(str(fact.get("value")))
    return fact.subject == other.subject and one is not None and two is not None and two - one > _OTHER_WORLD
