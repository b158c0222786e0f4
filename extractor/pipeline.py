"""In: a Page. Out: its mentions, facts and findings: the straight line, one function a room."""

from collections.abc import Sequence

from extractor.checks import find_findings
from extractor.context import resolve
from extractor.facts import find as find_facts
from extractor.mentions.find import load_finder
from extractor.model import Fact, Finding, Mention, Page


def read_mentions(page: Page) -> tuple[Mention, ...]:
    """Find the mentions of a page and complete their values from it."""
    candidates, _ = load_finder().find(page)
    return tuple(resolve(page, candidates))


def read_facts(page: Page, mentions: Sequence[Mention]) -> tuple[Fact, ...]:
    """Put the mentions of a page together to facts."""
    return tuple(find_facts(page, mentions))


def check_facts(page: Page, mentions: Sequence[Mention], facts: Sequence[Fact]) -> tuple[Finding, ...]:
    """Find the claims of a page that do not fit together."""
    return tuple(find_findings(page, mentions, facts))
