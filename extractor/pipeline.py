"""In: a Page. Out: its mentions, facts and findings: the straight line, one function a room."""

from collections.abc import Sequence
from datetime import date

from extractor.checks import find_findings
from extractor.context import resolve
from extractor.facts import find as find_facts
from extractor.mentions.find import load_finder
from extractor.model import Fact, Finding, Mention, Page, Timex
from extractor.pages import make_page
from extractor.timex import tag


def read_mentions(page: Page) -> tuple[Mention, ...]:
    """Find the mentions of a page and complete their values from it."""
    candidates, _ = load_finder().find(page)
    return tuple(resolve(page, candidates))


def timexes(text: str, reference_date: date | None = None) -> list[Timex]:
    """Give the time expressions of ``text`` in TimeML's conventions, in reading order; they do not overlap.

    Date, clock time and zone that stand together are one; determiners and modifiers are inside. ``reference_date``
    is the day the text was written, which ``today`` refers to; without one, what the text itself tells counts, never
    the clock. Raises ``PageError`` for a text that is too large.
    """
    return tag(make_page(text), reference_date)


def read_facts(page: Page, mentions: Sequence[Mention]) -> tuple[Fact, ...]:
    """Put the mentions of a page together to facts."""
    return tuple(find_facts(page, mentions))


def check_facts(page: Page, mentions: Sequence[Mention], facts: Sequence[Fact]) -> tuple[Finding, ...]:
    """Find the claims of a page that do not fit together."""
    return tuple(find_findings(page, mentions, facts))
