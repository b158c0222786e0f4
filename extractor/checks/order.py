"""In: the event facts of a page. Out: events of one craft that stand in an order in which they cannot have happened.

Which event comes before which is told in ``order.toml``.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import combinations
from pathlib import Path

from extractor.checks.events import Event, measure_gap
from extractor.checks.reading import Reading
from extractor.checks.wording import cite, name_event, say_moment, say_owner
from extractor.model import Finding, Mention

_DATA = tomllib.loads(Path(__file__).with_name("order.toml").read_text("utf-8"))
_ONE_FLIGHT = timedelta(days=400)  # events further apart may belong to two flights of one craft
_REUSED = timedelta(days=20)  # the same for a craft without a number in its name: an orbiter, a named capsule
_NIGHT = timedelta(hours=8)
_ONE_DAY = timedelta(days=1)
_MOVED = timedelta(hours=3)  # an undocking and a docking closer than this are a move to another port


def _read_predecessors() -> dict[str, dict[str, timedelta]]:
    before: dict[str, dict[str, timedelta]] = defaultdict(dict)
    for chain in _DATA["chain"]:
        reach = timedelta(hours=chain["hours"]) if "hours" in chain else _ONE_FLIGHT
        for earlier, later in combinations(chain["stages"], 2):
            for name in later:
                before[name] |= dict.fromkeys(earlier, reach)
    return dict(before)


PREDECESSORS: Mapping[str, Mapping[str, timedelta]] = _read_predecessors()
"""For each event, those that come before it, and how far apart the two may be to belong together."""


def find_disorder(reading: Reading) -> Iterator[Finding]:
    """Yield the events that stand before what must have come first (``order``).

    Only events of one craft and one status are compared; where the page gives several times for the first, one that
    fits is enough. Of all events that should have come before, the closest is named.
    """
    groups: dict[tuple[str | None, bool], dict[str, list[Event]]] = defaultdict(lambda: defaultdict(list))
    events = [event for event in reading.events if event.moment.step <= _ONE_DAY]
    for event in events:
        groups[event.fact.subject, event.planned][event.name].append(event)
    for event in events:
        if event.name in PREDECESSORS:
            blocked = _find_blocked(event, groups[event.fact.subject, event.planned])
            if blocked is not None:
                yield _report(event, blocked, reading.by_id)


def _find_blocked(later: Event, by_name: Mapping[str, list[Event]]) -> Event | None:
    """Give the event that should have come before ``later`` and comes after it in all that the page says."""
    reach = _reach(later.fact.subject)
    superseded = len(by_name[later.name]) > 1
    closest: Event | None = None
    for first, longest in PREDECESSORS[later.name].items():
        if first not in by_name:
            continue
        candidate = min(by_name[first], key=lambda event: event.earliest)
        apart = measure_gap(later, candidate)
        if not timedelta(0) <= apart <= min(longest, reach) or not _are_comparable(later, candidate, apart):
            continue
        if (first, later.name) == ("docking", "undocking") and apart < _MOVED:
            continue
        if superseded and (apart > _ONE_DAY or max(later.moment.step, candidate.moment.step) >= _ONE_DAY):
            continue  # a date given up, or of another flight
        if closest is None or candidate.earliest < closest.earliest:
            closest = candidate
    return closest


def _are_comparable(one: Event, other: Event, apart: timedelta) -> bool:
    """Tell whether the days of two events can be trusted: both are said, or they are one day and not a night apart."""
    if one.sure and other.sure:
        return True
    return one.moment.local.date() == other.moment.local.date() and apart < _NIGHT


def _reach(subject: str | None) -> timedelta:
    return _ONE_FLIGHT if any(character.isdigit() for character in subject or "") else _REUSED


def _report(later: Event, blocked: Event, by_id: Mapping[str, Mention]) -> Finding:
    planned = "planned " if later.planned else ""
    second, first = name_event(later.name), name_event(blocked.name)
    return Finding(
        "order",
        "warning",
        f"The {planned}{second}{say_owner(later.fact.subject)} at {say_moment(later.moment)} stands before the "
        f"{first} at {say_moment(blocked.moment)}, which comes first.",
        cite(later.fact, by_id),
        cite(blocked.fact, by_id),
    )
