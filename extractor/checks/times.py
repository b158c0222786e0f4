"""In: a Page, its mentions and facts. Out: the findings of all checks of time, over one Reading of the page."""

from collections.abc import Callable, Iterator, Sequence

from extractor.checks.clocks import find_clocks
from extractor.checks.dates import find_impossible, find_weekdays
from extractor.checks.durations import find_durations
from extractor.checks.elapsed import find_elapsed
from extractor.checks.order import find_disorder
from extractor.checks.reading import Reading, read_page
from extractor.checks.repeats import find_repeats
from extractor.checks.timelines import find_broken_timelines
from extractor.checks.zones import find_clock_changes
from extractor.model import Fact, Finding, Mention, Page

TIME_CHECKS: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    find_clocks,
    find_weekdays,
    find_impossible,
    find_clock_changes,
    find_elapsed,
    find_durations,
    find_disorder,
    find_broken_timelines,
    find_repeats,
)
"""The checks of time, in the order in which their findings are given."""


def find_time_faults(page: Page, mentions: Sequence[Mention], facts: Sequence[Fact]) -> Iterator[Finding]:
    """Yield the findings of every check of time."""
    reading = read_page(page, mentions, facts)
    for check in TIME_CHECKS:
        yield from check(reading)
