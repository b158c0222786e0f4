"""In: a page. Out: its mentions, facts and findings: the straight line, one function a room.

Facts need no spaCy ``Doc``: who wants one takes ``extractor.load()``, whose components call the same functions.
Numbers leave each room as their JSON form says them, so that a result equals the one that is read back from its JSON.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from extractor import pages
from extractor.checks import find_findings
from extractor.context import resolve
from extractor.diagnosis import Diagnosis
from extractor.facts import find as find_facts
from extractor.loading import pause_collector
from extractor.mentions.find import load_finder
from extractor.model import Fact, Finding, Mention, Page, Result
from extractor.pages.plain import open_views
from extractor.pages.views import View
from extractor.values import json_number


def extract(source: str | bytes | Path, *, page_id: str | None = None) -> Result:
    """Extract the facts of one page: ``str`` is its text, ``bytes`` are decoded, a ``Path`` is opened.

    Raises ``PageError`` with one line for a page that cannot be read.
    """
    return extract_page(pages.read(source, page_id))


def extract_page(page: Page) -> Result:
    """Extract the facts of a page that has been read."""
    with pause_collector():
        views = open_views(page)
        plain = views[-1].page if views else page
        found = _find_mentions(plain)
        mentions = _restore_mentions(views, found)
        facts = _find_facts(plain, found, views)
        findings = check_facts(page, mentions, facts)
    return Result(page, mentions, facts, findings, page.problems)


def read_mentions(page: Page) -> tuple[Mention, ...]:
    """Find the mentions of a page and complete their values from it."""
    views = open_views(page)
    return _restore_mentions(views, _find_mentions(views[-1].page if views else page))


def read_facts(page: Page, mentions: Sequence[Mention]) -> tuple[Fact, ...]:
    """Put the mentions of a page together to facts."""
    views = open_views(page)
    for view in views:
        mentions = tuple(view.strip(mentions))
    return _find_facts(views[-1].page if views else page, mentions, views)


def _find_mentions(plain: Page) -> tuple[Mention, ...]:
    """Find the mentions of the innermost view of a page, and complete their values from it."""
    candidates, _ = load_finder().find(plain)
    return tuple(
        mention if _is_settled(mention.value) else Mention.from_dict(mention.to_dict())
        for mention in resolve(plain, candidates)
    )


def _restore_mentions(views: Sequence[View], mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Give mentions of the innermost view their places on the page."""
    for view in reversed(views):
        mentions = view.restore_mentions(mentions)
    return tuple(mentions)


def _is_settled(value: str | Decimal | None) -> bool:
    """Say whether a value comes back from JSON as it is."""
    return not isinstance(value, Decimal) or repr(json_number(value)) == str(value)


def _find_facts(plain: Page, mentions: Sequence[Mention], views: Sequence[View]) -> tuple[Fact, ...]:
    """Find the facts of the innermost view, and give them their places on the page."""
    facts: Iterable[Fact] = find_facts(plain, mentions)
    for view in reversed(views):
        facts = view.restore_facts(facts)
    return tuple(
        fact if all(map(_is_settled, fact.attributes.values())) else Fact.from_dict(fact.to_dict()) for fact in facts
    )


def diagnose(result: Result) -> Diagnosis:
    """Say what competed with each fact of a result, and why the rest of its page gave none; reads the events again."""
    from extractor.facts.diagnosis import diagnose as diagnose_facts  # needed by nobody who wants but the facts

    return diagnose_facts(result.page, result.mentions, result.facts)


def check_facts(page: Page, mentions: Sequence[Mention], facts: Sequence[Fact]) -> tuple[Finding, ...]:
    """Find the claims of a page that do not fit together."""
    return tuple(find_findings(page, mentions, facts))
