"""In: a Page and its mentions. Out: facts, each with its evidence."""

from collections.abc import Iterable

from extractor.facts import crew, designation, orbit
from extractor.facts.event import find_events
from extractor.facts.reading import read_page
from extractor.model import Fact, Mention, Page

__all__ = ["find"]

_KINDS = (find_events, orbit.find, crew.find, designation.find)


def find(page: Page, mentions: Iterable[Mention]) -> tuple[Fact, ...]:
    """Put the mentions of a page together to facts: one fact for one claim, with all places that prove it."""
    reading = read_page(page, mentions)
    return tuple(fact for find_kind in _KINDS for fact in find_kind(reading))
