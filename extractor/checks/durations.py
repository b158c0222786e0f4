"""In: the duration and event facts of a page. Out: durations that differ from the time between their ends."""

from collections.abc import Iterator, Mapping

from extractor.checks.events import Event
from extractor.checks.lengths import DAY, Length, make_length, measure_misfit, subtract
from extractor.checks.reading import Reading
from extractor.checks.wording import cite, name_event, say_like, say_moment
from extractor.model import Fact, Finding, Mention

_DOWN = ("landing", "splashdown", "impact", "decay", "atmospheric_entry")
_ENDS = {
    "mission": (("launch",), _DOWN),
    "docked": (("docking",), ("undocking",)),
    "flight_to_station": (("launch",), ("docking",)),
    "spacewalk": (("spacewalk_start",), ("spacewalk_end",)),
    "burn": (("deorbit_burn_start",), ("deorbit_burn_end",)),
}
"""What each duration runs from and to; of the ends, the first kind that the page times counts."""

_LONGEST = {"spacewalk": DAY / 2, "burn": DAY / 4}
"""Ends further apart belong to two spacewalks or burns."""


def find_durations(reading: Reading) -> Iterator[Finding]:
    """Yield the durations that no pair of their ends confirms (``duration``).

    What happened is compared with what happened; a plan with any start and a planned end. A burn or spacewalk whose
    actual ends the page does not give is compared with the planned ones, as ``info``.
    """
    for fact in reading.facts:
        if fact.kind == "duration" and fact.get("of") in _ENDS:
            length = _measure(fact, reading.by_id)
            if length is not None:
                ends = [event for event in reading.events if event.fact.subject == fact.subject]
                yield from _compare(fact, length, ends, reading.by_id)


def _measure(fact: Fact, by_id: Mapping[str, Mention]) -> Length | None:
    value = str(fact.get("value"))
    for item in fact.evidence:
        mention = by_id.get(item) if isinstance(item, str) else None
        if mention is not None and mention.label == "DURATION" and mention.value == value:
            return make_length(value, mention.text, mention.mod)
    return make_length(value, value, fact.get("mod"))


def _pair(of: str, planned: bool, ends: list[Event]) -> tuple[list[tuple[Event, Event]], bool]:
    """Give the pairs of ends to compare with, and whether they are of another status than the duration."""
    first, last = _ENDS[of]
    kind = next((event for event in last if any(e.name == event for e in ends)), None)
    starts = [end for end in ends if end.name in first]
    stops = [end for end in ends if end.name == kind]
    if planned:
        return [(one, other) for one in starts for other in stops if other.planned], False
    pairs = [(one, other) for one in starts for other in stops if not one.planned and not other.planned]
    if pairs or of not in _LONGEST:
        return pairs, False
    return [(one, other) for one in starts for other in stops if one.planned and other.planned], True


def _compare(fact: Fact, length: Length, ends: list[Event], by_id: Mapping[str, Mention]) -> Iterator[Finding]:
    of = str(fact.get("of"))
    pairs, foreign = _pair(of, fact.get("status") == "planned", ends)
    misses = []
    for one, other in pairs:
        seconds, steps = subtract(other.moment, one.moment)
        if not (one.sure and other.sure):  # the day of a clock may be off by one
            seconds += DAY * max(-1, min(1, round((length.seconds - seconds) / DAY)))
        if of in _LONGEST and not 0 <= seconds <= _LONGEST[of]:
            continue
        misfit = measure_misfit(length, seconds, steps)
        if misfit is None:
            return
        misses.append((abs(seconds - length.seconds), misfit, one, other, seconds))
    if misses:
        _, misfit, one, other, seconds = min(misses, key=lambda miss: miss[0])
        yield Finding(
            "duration",
            "info" if foreign else misfit,
            f"From {_say_end(one)} to {_say_end(other)} is {say_like(seconds, _word(seconds))}, but the page gives "
            f"“{length.text}” for the {_NAMES.get(of, of)}.",
            cite(fact, by_id),
            cite(one.fact, by_id) + cite(other.fact, by_id),
        )


_NAMES = {"docked": "time docked", "flight_to_station": "flight to the station"}


def _say_end(end: Event) -> str:
    return f"{'planned ' if end.planned else ''}{name_event(end.name)} at {say_moment(end.moment)}"


def _word(seconds: float) -> str:
    return "day" if seconds % DAY == 0 else ""
