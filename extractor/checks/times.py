"""In: a Page, its mentions and facts. Out: the findings of all checks of time, over one Reading of the page."""

from collections.abc import Callable, Iterator, Sequence

from extractor.checks.ambiguous import find_ambiguous
from extractor.checks.clocks import find_clocks
from extractor.checks.counts import find_uneven_counts
from extractor.checks.dates import find_impossible
from extractor.checks.durations import find_durations
from extractor.checks.elapsed import find_elapsed
from extractor.checks.order import find_disorder
from extractor.checks.reading import Reading, read_page
from extractor.checks.repeats import find_repeats
from extractor.checks.spans import find_uneven_spans
from extractor.checks.timelines import find_broken_timelines
from extractor.checks.weekdays import find_weekdays
from extractor.checks.zones import find_clock_changes
from extractor.model import Fact, Finding, Mention, Page

_NEAR = 60  # characters between a clock and the date on its line

TIME_CHECKS: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    find_clocks,
    find_clock_changes,
    find_elapsed,
    find_uneven_counts,
    find_uneven_spans,
    find_durations,
    find_disorder,
    find_broken_timelines,
    find_repeats,
    find_ambiguous,
)
"""The checks of time over values, in the order in which their findings are given."""


def find_time_faults(page: Page, mentions: Sequence[Mention], facts: Sequence[Fact]) -> Iterator[Finding]:
    """Yield the findings of every check of time.

    What rests on a date that does not exist, or on one with a doubtful year, is not judged further.
    """
    reading = read_page(page, mentions, facts)
    impossible = list(find_impossible(reading))
    wrong_days, doubtful = find_weekdays(reading)
    yield from impossible
    yield from wrong_days
    spans = [item for finding in impossible for item in finding.evidence if isinstance(item, tuple)]
    spans += [(mention.start, mention.end) for mention in doubtful]
    for check in TIME_CHECKS:
        for finding in check(reading):
            if not any(_rests_on(reading, finding, span) for span in spans):
                yield finding


def _rests_on(reading: Reading, finding: Finding, span: tuple[int, int]) -> bool:
    """Tell whether a finding's evidence stands beside a date, or took a part of its value from it."""
    for item in (*finding.evidence, *finding.against):
        mention = reading.by_id.get(item) if isinstance(item, str) else None
        if mention is None:
            continue
        sources = [origin.start for origin in mention.origins if origin.start is not None]
        beside = mention.start - _NEAR < span[1] and span[0] < mention.end + _NEAR
        if any(span[0] <= source < span[1] for source in sources):
            return True
        if beside and reading.find_block(mention.start) == reading.find_block(span[0]):
            return True
    return False
