"""In: a page. Out: its mentions, facts and findings: the straight line, one function a room.

Facts need no spaCy ``Doc``: who wants one takes ``extractor.load()``, whose components call the same functions.
Numbers leave each room as their JSON form says them, so that a result equals the one that is read back from its JSON.
"""

from collections.abc import Sequence
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
from extractor.pages.indents import unwrap
from extractor.values import json_number


def extract(source: str | bytes | Path, *, page_id: str | None = None) -> Result:
    """Extract the facts of one page: ``str`` is its text, ``bytes`` are decoded, a ``Path`` is opened.

    Raises ``PageError`` with one line for a page that cannot be read.
    """
    return extract_page(pages.read(source, page_id))


def extract_page(page: Page) -> Result:
    """Extract the facts of a page that has been read."""
    with pause_collector():
        mentions = read_mentions(page)
        facts = read_facts(page, mentions)
        findings = check_facts(page, mentions, facts)
    return Result(page, mentions, facts, findings, page.problems)


def read_mentions(page: Page) -> tuple[Mention, ...]:
    """Find the mentions of a page and complete their values from it."""
    wrapping = unwrap(page)
    plain = page if wrapping is None else wrapping.page
    candidates, _ = load_finder().find(plain)
    mentions = resolve(plain, candidates)
    return tuple(
        mention if _is_settled(mention.value) else Mention.from_dict(mention.to_dict())
        for mention in (mentions if wrapping is None else wrapping.restore_mentions(mentions))
    )


def _is_settled(value: str | Decimal | None) -> bool:
    """Say whether a value comes back from JSON as it is."""
    return not isinstance(value, Decimal) or repr(json_number(value)) == str(value)


def read_facts(page: Page, mentions: Sequence[Mention]) -> tuple[Fact, ...]:
    """Put the mentions of a page together to facts."""
    wrapping = unwrap(page)
    if wrapping is None:
        facts = find_facts(page, mentions)
    else:
        facts = tuple(wrapping.restore_facts(find_facts(wrapping.page, tuple(wrapping.strip(mentions)))))
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
