"""In: a Page and its mentions. Out: facts, each with its evidence."""

from collections.abc import Iterable

from extractor.facts import crew, designation, mass, orbit
from extractor.facts.duration import find_durations
from extractor.facts.event import find_events
from extractor.facts.reading import read_page
from extractor.facts.spellings import NOBODY
from extractor.facts.status import StatusJudge
from extractor.model import Fact, Mention, Page

__all__ = ["find"]

_KINDS = (orbit.find, mass.find, crew.find, designation.find)


def find(page: Page, mentions: Iterable[Mention]) -> tuple[Fact, ...]:
    """Put the mentions of a page together to facts: one fact for one claim, with all places that prove it."""
    reading = read_page(page, mentions)
    judge = StatusJudge(reading)
    events = find_events(reading, judge)
    durations = find_durations(reading, judge)  # after the events, which tell the judge what the page speaks of
    others = (fact for find_kind in _KINDS for fact in find_kind(reading))
    return tuple(fact for fact in (*events, *durations, *others) if fact.subject != NOBODY)
