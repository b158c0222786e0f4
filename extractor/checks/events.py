"""In: the event facts of a page. Out: events with the stretch of time that each may have happened in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from extractor.model import Fact
from extractor.values import Moment, read_moment

_AHEAD, _BEHIND = timedelta(hours=14), timedelta(hours=12)  # the clocks of the earth, from UTC


@dataclass(frozen=True, slots=True)
class Event:
    """An event fact that has a place on the calendar.

    ``moment`` is its value, or the beginning of an interval. ``earliest``/``latest`` bound when it may have happened,
    in UTC; a date without an offset may be any place's.
    """

    fact: Fact
    name: str
    planned: bool
    moment: Moment
    earliest: datetime
    latest: datetime


def read_events(facts: Sequence[Fact]) -> list[Event]:
    """Give the event facts whose values the calendar holds; seasons and dates without a year are left out."""
    found = (_read_event(fact) for fact in facts if fact.kind == "event")
    return [event for event in found if event is not None]


def _read_event(fact: Fact) -> Event | None:
    first, _, last = str(fact.get("value")).partition("/")
    moment = read_moment(first)
    end = read_moment(last) if last else moment
    if moment is None or end is None:
        return None
    try:
        earliest = moment.utc or moment.local - _AHEAD
        latest = (end.utc or end.local + _BEHIND) + end.step
    except OverflowError:
        return None
    return Event(fact, str(fact.get("event")), fact.get("status") == "planned", moment, earliest, latest)


def measure_gap(one: Event, other: Event) -> timedelta:
    """Give the time between the latest that one event, and the earliest that another may have happened.

    It is negative where one may have happened after the other. Two dates are compared as they stand.
    """
    if one.moment.utc is None and other.moment.utc is None:
        return other.earliest + _AHEAD - (one.latest - _BEHIND)
    return other.earliest - one.latest
