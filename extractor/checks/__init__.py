"""In: a Page, its mentions and facts. Out: findings: claims that do not fit together."""

from collections.abc import Callable, Iterable, Sequence

from extractor.checks.conversions import find_conversions
from extractor.checks.masses import find_masses
from extractor.checks.orbits import find_orbits
from extractor.checks.times import find_time_faults
from extractor.model import Fact, Finding, Mention, Page

Check = Callable[[Page, Sequence[Mention], Sequence[Fact]], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (find_time_faults, find_conversions, find_orbits, find_masses)
"""All checks, in the order in which their findings are given."""


def find_findings(page: Page, mentions: Sequence[Mention], facts: Sequence[Fact]) -> list[Finding]:
    """Run every check over the page."""
    return [finding for check in CHECKS for finding in check(page, mentions, facts)]
