"""In: facts as the rules find them. Out: one fact for one claim: the finest value, with all of its evidence."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from extractor.facts.instants import covers, is_clock, read_instant
from extractor.model import Fact
from extractor.vocabulary import list_words

_MOST_COMPARED = 100  # claims of one kind and status that differ; pages have a tenth of that
_SEASONS = {
    "SP": ("03", "04", "05", "06"),
    "SU": ("06", "07", "08", "09"),
    "FA": ("09", "10", "11", "12"),
    "WI": ("12", "01", "02", "03"),
}
"""The months of a season of the north, those in which it begins and ends among them."""
_ONE_DAY = timedelta(days=1)
_WESTMOST, _EASTMOST = timedelta(hours=12), timedelta(hours=14)
_LANDINGS = frozenset({"landing", "splashdown"})


def merge_events(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Join the event facts that make one claim; places that disagree stay apart.

    A coarser date or a rounded clock time of one event, craft and status is evidence of the finest. A landing
    whose day is the splashdown's is the splashdown.
    """
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        event = str(fact.get("event"))
        kind = "landing" if event in _LANDINGS else event
        groups.setdefault((kind, fact.get("status"), _key(fact.subject or "")), []).append(fact)
    merged = [fact for group in groups.values() for fact in merge(group, _measure_event, _is_same_event)]
    return tuple(sorted(merged, key=lambda fact: fact.trigger or (0, 0)))


def _measure_event(fact: Fact) -> float:
    return measure_date(str(fact.get("value")))


def merge(
    facts: Sequence[Fact], measure: Callable[[Fact], float], is_same: Callable[[Fact, Fact], bool]
) -> tuple[Fact, ...]:
    """Join facts into the finest ones that say the same: ``is_same(coarse, fine)``; the first wins among equals.

    What says the very same as an earlier one goes where that went; others are held against the finest hundred.
    """
    finest_first = sorted(range(len(facts)), key=lambda place: (-measure(facts[place]), place))
    kept: dict[int, tuple[Fact, list[Fact]]] = {}
    homes: dict[Hashable, int] = {}
    for place in finest_first:
        fact = facts[place]
        claim = (fact.kind, fact.subject, *sorted(fact.attributes.items()))
        home = homes.get(claim)
        if home is None:
            finer = islice(kept.items(), _MOST_COMPARED)
            home = next((other for other, (fine, _) in finer if is_same(fact, fine)), place)
            homes[claim] = home
        kept.setdefault(home, (fact, []))[1].append(fact)
    return tuple(_join(fine, alike) for _, (fine, alike) in sorted(kept.items()))


def _join(fine: Fact, alike: Sequence[Fact]) -> Fact:
    """Give the finest of facts that are alike the evidence of all."""
    if len(alike) == 1:
        return fine
    return replace(fine, evidence=tuple(dict.fromkeys(proof for fact in alike for proof in fact.evidence)))


def same_craft(one: str | None, two: str | None) -> bool:
    """Say that two names mean one craft: equal but for case, hyphens and the firm in front."""
    return one == two or (one is not None and two is not None and _key(one) == _key(two))


def _key(name: str) -> tuple[str, ...]:
    return tuple(word for word in list_words(name) if word != "spacex")


def _is_same_event(coarse: Fact, fine: Fact) -> bool:
    if coarse.get("status") != fine.get("status") or not same_craft(coarse.subject, fine.subject):
        return False
    events = {coarse.get("event"), fine.get("event")}
    if len(events) > 1 and not (events == _LANDINGS and coarse.get("event") == "landing"):
        return False
    one, two = str(coarse.get("value")), str(fine.get("value"))
    if covers(one, two):
        return True
    return coarse.get("status") == "actual" and (_is_day_elsewhere(one, two) or _is_in_season(one, two))


def _is_in_season(season: str, fine: str) -> bool:
    """Say that what is told to have happened in a season of the year is told more finely as well."""
    months = _SEASONS.get(season[-2:])
    return months is not None and fine[:4] == season[:4] and fine[5:7] in months


def _is_day_elsewhere(day: str, clock: str) -> bool:
    """Say that the instant ``clock`` falls on ``day`` in some zone: an event is told by the day of another zone."""
    if is_clock(day) or not is_clock(clock) or "/" in clock or len(day) != len("2000-01-01"):
        return False
    start, instant = read_instant(day), read_instant(clock)
    if start is None or instant is None:
        return False
    return start - _EASTMOST <= instant < start + _ONE_DAY + _WESTMOST


def measure_date(value: str) -> float:
    """Give the precision of a date or time: more for finer; an interval a little more than its start."""
    first, slash, _ = value.partition("/")
    return len(first.partition("T")[0].rstrip("X")) + len(_clock_of(first)) + (0.5 if slash else 0)


def _clock_of(value: str) -> str:
    return value.partition("T")[2].split("+")[0].split("-")[0].rstrip("Z")
