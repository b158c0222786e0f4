"""In: a Page. Out: its mentions, facts and findings: the straight line, one function a room."""

from collections.abc import Sequence
from functools import lru_cache

from extractor.checks import find_findings
from extractor.context import resolve
from extractor.facts import find as find_facts
from extractor.mentions.find import load_finder
from extractor.model import Fact, Finding, Mention, Page
from extractor.pages import make_page

__all__ = ["check_facts", "lay_out_text", "read_facts", "read_mentions"]


@lru_cache(maxsize=2)
def lay_out_text(text: str) -> Page:
    """Lay out a text; the last pages are kept, since the components of one pipeline ask for the same one.

    Raises ``PageError`` for a text that is too large.
    """
    return make_page(text)


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
