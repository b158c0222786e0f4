"""In: the duration and event facts of a page. Out: durations that differ from the time between their ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.lengths import DAY, Length, make_length, measure_misfit, subtract
from extractor.checks.wording import cite, name_event, say_like, say_moment
from extractor.model import Evidence, Fact, Finding, Mention, Page
from extractor.values import Moment, read_moment

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


@dataclass(frozen=True, slots=True)
class _End:
    fact: Fact
    moment: Moment
    event: str
    planned: bool
    evidence: tuple[Evidence, ...]


def find_durations(page: Page, mentions: Sequence[Mention], facts: Sequence[Fact]) -> Iterator[Finding]:
    """Yield the durations that no pair of their ends confirms (``duration``).

    What happened is compared with what happened; a plan with any start and a planned end. A burn or spacewalk whose
    actual ends the page does not give is compared with the planned ones, as ``info``.
    """
    by_id = {mention.id: mention for mention in mentions}
    ends = [end for fact in facts if fact.kind == "event" for end in _read_ends(fact, by_id)]
    for fact in facts:
        if fact.kind == "duration" and fact.get("of") in _ENDS:
            length = _measure(fact, by_id)
            if length is not None:
                own = [end for end in ends if end.fact.subject == fact.subject]
                yield from _compare(fact, length, own, by_id)


def _read_ends(fact: Fact, by_id: dict[str, Mention]) -> Iterator[_End]:
    moment = read_moment(str(fact.get("value")).partition("/")[0])
    if moment is not None:
        planned = fact.get("status") == "planned"
        yield _End(fact, moment, str(fact.get("event")), planned, cite(fact, by_id))


def _measure(fact: Fact, by_id: dict[str, Mention]) -> Length | None:
    value = str(fact.get("value"))
    for item in fact.evidence:
        mention = by_id.get(item) if isinstance(item, str) else None
        if mention is not None and mention.label == "DURATION" and mention.value == value:
            return make_length(value, mention.text, mention.mod)
    return make_length(value, value, fact.get("mod"))


def _pair(of: str, planned: bool, ends: list[_End]) -> tuple[list[tuple[_End, _End]], bool]:
    """Give the pairs of ends to compare with, and whether they are of another status than the duration."""
    first, last = _ENDS[of]
    kind = next((event for event in last if any(e.event == event for e in ends)), None)
    starts = [end for end in ends if end.event in first]
    stops = [end for end in ends if end.event == kind]
    if planned:
        return [(one, other) for one in starts for other in stops if other.planned], False
    pairs = [(one, other) for one in starts for other in stops if not one.planned and not other.planned]
    if pairs or of not in _LONGEST:
        return pairs, False
    return [(one, other) for one in starts for other in stops if one.planned and other.planned], True


def _compare(fact: Fact, length: Length, ends: list[_End], by_id: dict[str, Mention]) -> Iterator[Finding]:
    of = str(fact.get("of"))
    pairs, foreign = _pair(of, fact.get("status") == "planned", ends)
    misses = []
    for one, other in pairs:
        seconds, steps = subtract(other.moment, one.moment)
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
            one.evidence + other.evidence,
        )


_NAMES = {"docked": "time docked", "flight_to_station": "flight to the station"}


def _say_end(end: _End) -> str:
    return f"{'planned ' if end.planned else ''}{name_event(end.event)} at {say_moment(end.moment)}"


def _word(seconds: float) -> str:
    return "day" if seconds % DAY == 0 else ""
