"""In: the duration and event facts of a page. Out: durations that differ from the time between their ends."""

from collections.abc import Iterator, Mapping, Sequence

from extractor.checks.events import Event, is_floating
from extractor.checks.lengths import DAY, MINUTE, Length, make_length, measure_misfit, subtract
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

_OTHER_SIZE = 4  # times longer or shorter: the length of something else
_LONGEST = {"spacewalk": DAY / 2, "burn": DAY / 4}
"""Ends further apart belong to two spacewalks or burns."""


def find_durations(reading: Reading) -> Iterator[Finding]:
    """Yield the durations that no pair of their ends confirms (``duration``).

    What happened is compared with what happened; a plan with any start and a planned end. A burn or spacewalk whose
    actual ends the page does not give is compared with the planned ones, as ``info``. Where another length of the
    same thing beside it fits, said as finely, the one that does not was a plan. Where the page gives the lengths of
    more spacewalks or burns than it gives ends of, one that fits none may be of another.
    """
    fitting: list[tuple[Fact, Length]] = []
    misfits: list[tuple[Fact, Length, Finding]] = []
    for fact in reading.facts:
        length = _measure(fact, reading.by_id) if fact.kind == "duration" and fact.get("of") in _ENDS else None
        if length is None:
            continue
        fits, finding = _compare(reading, fact, length)
        if fits:
            fitting.append((fact, length))
        elif finding is not None:
            misfits.append((fact, length, finding))
    for fact, length, finding in misfits:
        rivals = [other for other, measured in fitting if measured.step <= length.step]
        if any(_stand_together(reading, fact, rival) for rival in rivals) or _may_be_another(reading, fact):
            continue
        yield finding


def _may_be_another(reading: Reading, fact: Fact) -> bool:
    """Tell whether a page gives more lengths of spacewalks, or of burns, than it gives beginnings of them."""
    if fact.get("of") not in _LONGEST:
        return False
    lengths = {
        other.get("value")
        for other in reading.facts
        if other.kind == "duration" and other.subject == fact.subject and other.get("of") == fact.get("of")
    }
    first, _ = _ENDS[str(fact.get("of"))]
    known = [end for end in reading.events if end.name in first and end.fact.subject == fact.subject]
    return len(lengths) > max(1, len(known))


def _stand_together(reading: Reading, one: Fact, other: Fact) -> bool:
    """Tell whether two lengths of the same thing are told in one sentence or row: one of them was a plan."""
    if one.subject != other.subject or any(one.get(name) != other.get(name) for name in ("of", "status")):
        return False
    places = [{reading.find_sentence(reading.find_start(item)) for item in fact.evidence} for fact in (one, other)]
    return not places[0].isdisjoint(places[1])


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
    starts = [end for end in ends if end.name in first]
    stops = _list_stops(ends, last, planned)
    if planned:
        return [(one, other) for one in starts for other in stops], False
    pairs = [(one, other) for one in starts for other in stops if not one.planned]
    if pairs or of not in _LONGEST:
        return pairs, False
    stops = _list_stops(ends, last, planned=True)
    return [(one, other) for one in starts for other in stops if one.planned], True


def _list_stops(ends: list[Event], kinds: Sequence[str], planned: bool) -> list[Event]:
    """Give the ends of one status, of the first kind that there is."""
    found = [end for end in ends if end.planned == planned and end.name in kinds]
    kind = next((name for name in kinds if any(end.name == name for end in found)), None)
    return [end for end in found if end.name == kind]


def _compare(reading: Reading, fact: Fact, length: Length) -> tuple[bool, Finding | None]:
    """Tell whether some pair of ends fits a length, and where none does give the finding on the closest."""
    of = str(fact.get("of"))
    ends = [event for event in reading.events if event.fact.subject == fact.subject]
    pairs, foreign = _pair(of, fact.get("status") == "planned", ends)
    misses = []
    for one, other in pairs:
        if is_floating(one.moment) != is_floating(other.moment):
            continue
        seconds, steps = subtract(other.moment, one.moment)
        if not (one.sure and other.sure):  # the day of a clock may be off by one
            seconds += DAY * max(-1, min(1, round((length.seconds - seconds) / DAY)))
        misfit = measure_misfit(length, seconds, steps)
        if misfit is None:
            return True, None
        if _may_be_meant(of, length, seconds):
            misses.append((abs(seconds - length.seconds), misfit, one, other, seconds))
    if not misses or _is_confirmed(reading, length, pairs):
        return bool(misses), None
    _, misfit, one, other, seconds = min(misses, key=lambda miss: miss[0])
    message = (
        f"From {_say_end(one)} to {_say_end(other)} is {say_like(seconds, _word(seconds))}, but the page gives "
        f"“{length.text}” for the {_NAMES.get(of, of)}."
    )
    against = cite(one.fact, reading.by_id) + cite(other.fact, reading.by_id)
    return False, Finding("duration", "info" if foreign else misfit, message, cite(fact, reading.by_id), against)


def _may_be_meant(of: str, length: Length, seconds: float) -> bool:
    """Tell whether two ends may be those of a length: in their order, and not of another size altogether."""
    return 0 < seconds <= _LONGEST.get(of, seconds) and 1 / _OTHER_SIZE < seconds / length.seconds < _OTHER_SIZE


def _is_confirmed(reading: Reading, length: Length, pairs: list[tuple[Event, Event]]) -> bool:
    """Tell whether a length said to the minute leads from another clock of the page to one of the ends.

    The page then holds the very time that it was counted from, told of another craft or in other words.
    """
    if length.step > MINUTE:
        return False
    for clock in reading.clocks:
        for end in (end for pair in pairs for end in pair):
            seconds, steps = subtract(end.moment, clock.moment)
            apart = abs(seconds) - length.seconds
            if not (clock.dated and end.sure):
                apart -= DAY * max(-1, min(1, round(apart / DAY)))
            if max(steps) <= length.step and measure_misfit(length, length.seconds + apart, steps) is None:
                return True
    return False


_NAMES = {"docked": "time docked", "flight_to_station": "flight to the station"}


def _say_end(end: Event) -> str:
    return f"{'planned ' if end.planned else ''}{name_event(end.name)} at {say_moment(end.moment)}"


def _word(seconds: float) -> str:
    return "day" if seconds % DAY == 0 else ""
