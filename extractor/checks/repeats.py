"""In: the event facts of a page. Out: events that happen once and are told with two times that cannot both be right."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import combinations

from extractor.checks.events import Event, measure_gap
from extractor.checks.reading import Reading
from extractor.checks.wording import cite, name_event, say_difference, say_moment, say_owner
from extractor.model import Finding, Mention

_DAY = timedelta(days=1)
_ONCE = {
    "launch": timedelta(days=10), "engine_cutoff": timedelta(hours=1), "docking": timedelta(hours=2),
    "undocking": timedelta(hours=2), "deorbit_burn_start": timedelta(hours=1), "landing": timedelta(days=10),
    "splashdown": timedelta(days=10), "decay": timedelta(days=40), "impact": timedelta(hours=2),
    "atmospheric_entry": timedelta(hours=2), "spacewalk_start": timedelta(minutes=10),
}  # fmt: skip
"""Events that a craft goes through once, and how far apart two times may be to be of one event: craft fly again,
ships dock again, and engines are lit more than once."""


def find_repeats(reading: Reading) -> Iterator[Finding]:
    """Yield the pairs of times that the page gives for one event that happened (``repeat``).

    Plans change and are not compared. A coarser time that holds the finer one is no contradiction.
    """
    groups: dict[tuple[str | None, str], list[Event]] = defaultdict(list)
    for event in reading.events:
        if not event.planned and event.name in _ONCE and event.moment.step <= _DAY:
            groups[event.fact.subject, event.name].append(event)
    for (_, name), events in groups.items():
        for one, other in combinations(events, 2):
            first, last = sorted((one, other), key=lambda event: event.earliest)
            apart = measure_gap(first, last)
            if timedelta(0) <= apart <= _ONCE[name] and one.sure and other.sure and _stand_apart(reading, one, other):
                yield _report(name, one, other, reading.by_id)


def _stand_apart(reading: Reading, one: Event, other: Event) -> bool:
    """Tell whether two events are told in two blocks: two times in one sentence are hardly of one event."""
    told = [cite(event.fact, reading.by_id) for event in (one, other)]
    blocks = [{reading.find_block(reading.find_start(item)) for item in evidence} for evidence in told]
    return blocks[0].isdisjoint(blocks[1])


def _report(name: str, one: Event, other: Event, by_id: Mapping[str, Mention]) -> Finding:
    apart = abs((other.moment.utc or other.moment.local) - (one.moment.utc or one.moment.local))
    return Finding(
        "repeat",
        "warning",
        f"The page gives two times for the {name_event(name)}{say_owner(one.fact.subject)}: "
        f"{say_moment(one.moment)} and {say_moment(other.moment)}, {say_difference(apart.total_seconds())} apart.",
        cite(one.fact, by_id),
        cite(other.fact, by_id),
    )
