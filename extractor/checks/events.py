"""In: the event facts of a page. Out: events with the stretch of time that each may have happened in."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from extractor.model import Fact, Mention
from extractor.records import record
from extractor.values import Moment, read_moment

_SURE = frozenset({"sentence", "heading", "same-instant", "said-elsewhere", "ambiguous-order", "day-first-page"})
"""Ways (rules of origins) in which a day comes to a clock or date that leave little doubt."""

_OPEN_DAY = re.compile(r"^(?:XXXX-[0-9X]{2}-[0-9X]{2})?T")
_NO_YEAR, _NO_DAY = 4, "0004-01-02T"
_AHEAD, _BEHIND = timedelta(hours=14), timedelta(hours=12)  # the clocks of the earth, from UTC


@record(frozen=True, slots=True)
class Event:
    """An event fact that has a place on the calendar.

    ``moment`` is its value, or the beginning of an interval. ``earliest``/``latest`` bound when it may have happened,
    in UTC; a date without an offset may be any place's. ``sure`` tells whether the page says its day in so many
    words; a day that was taken from elsewhere on the page may be the wrong one.
    """

    fact: Fact
    name: str
    planned: bool
    moment: Moment
    earliest: datetime
    latest: datetime
    sure: bool


def read_instant(value: str) -> Moment | None:
    """Read a date or a date and time; a clock time whose day is open is set on a day before all others."""
    return read_moment(_OPEN_DAY.sub(_NO_DAY, value, count=1) if value.startswith(("X", "T")) else value)


def is_floating(moment: Moment) -> bool:
    """Tell whether a moment is a clock time whose day is open."""
    return moment.local.year == _NO_YEAR


def read_events(facts: Sequence[Fact], by_id: Mapping[str, Mention]) -> list[Event]:
    """Give the event facts whose values the calendar holds; seasons and dates without a year are left out."""
    found = (_read_event(fact, by_id) for fact in facts if fact.kind == "event")
    return [event for event in found if event is not None]


def has_sure_day(mention: Mention) -> bool:
    """Tell whether the day of a date or clock time is said at it or in its sentence, row or heading."""
    return all(origin.part not in ("date", "month") or origin.rule in _SURE for origin in mention.origins)


def _is_sure(fact: Fact, first: str, by_id: Mapping[str, Mention]) -> bool:
    """Tell whether a clock time with a sure day, or else a sure date, says the value."""
    said = [by_id[item] for item in fact.evidence if isinstance(item, str) and item in by_id]
    dates = [mention for mention in said if mention.label == "DATE" and mention.value == first[:10]]
    clocks = [mention for mention in said if mention.label == "TIME" and mention.value == first]
    if any(not has_sure_day(clock) for clock in clocks) and not any(map(has_sure_day, dates)):
        return False
    return not dates or any(map(has_sure_day, dates))


def _read_event(fact: Fact, by_id: Mapping[str, Mention]) -> Event | None:
    first, _, last = str(fact.get("value")).partition("/")
    moment = read_instant(first)
    end = read_instant(last) if last else moment
    if moment is None or end is None:
        return None
    try:
        earliest = moment.utc or moment.local - _AHEAD
        latest = (end.utc or end.local + _BEHIND) + end.step
    except OverflowError:
        return None
    planned = fact.get("status") == "planned"
    sure = not is_floating(moment) and _is_sure(fact, first, by_id)
    return Event(fact, str(fact.get("event")), planned, moment, earliest, latest, sure)


def measure_gap(one: Event, other: Event) -> timedelta:
    """Give the time between the latest that one event, and the earliest that another may have happened.

    It is negative where one may have happened after the other. Two dates are compared as they stand.
    """
    if one.moment.utc is None and other.moment.utc is None:
        return other.earliest + _AHEAD - (one.latest - _BEHIND)
    return other.earliest - one.latest
