"""In: how the events of a page were read. Out: for an event fact the readings that competed with it."""

from collections.abc import Iterator, Mapping, Sequence

from extractor.diagnosis import Rival
from extractor.facts.attach import Weighed
from extractor.facts.event import Attempt, Trace
from extractor.facts.event_words import OTHER
from extractor.facts.merge import same_craft
from extractor.facts.moments import Moment
from extractor.facts.triggers import AGAIN, BOUND, CAME, ENDED, SHIFT, STARTED, Trigger
from extractor.facts.weigh import LIMIT
from extractor.model import Fact

_LANDINGS = frozenset({"landing", "splashdown"})
_BOUND = {
    SHIFT: "a date that is set or moved",
    STARTED: "the start of what is said before",
    ENDED: "the end of what is said before",
    AGAIN: "what was done before",
    CAME: "what was spoken of before",
}
_SAID = ("event", "status", "value")


def find_rivals(fact: Fact, trace: Trace, text: str) -> tuple[Rival, ...]:
    """Give the readings that competed with an event fact, those of its own sentence first."""
    own = [place for place, claim in enumerate(trace.settled) if _is_part(claim, fact)]
    best = next((place for place in own if _tell(trace.settled[place]) == _tell(fact)), None)
    if best is None:
        return ()
    rivals = [*_list_sentence_rivals(trace.found[best], trace, text)]
    before = trace.found[best]
    if (before.subject, before.attributes) != (fact.subject, fact.attributes):
        rivals.append(Rival("settled", describe(before, fact.subject), before.trigger, before.rule))
    for place in own:
        claim = trace.settled[place]
        if place != best:
            rivals.append(Rival("merged", describe(claim, fact.subject), claim.trigger, claim.rule))
    return tuple(dict.fromkeys(rivals))


def describe(fact: Fact, subject: str | None) -> str:
    """Say an event in words; whose it is where that is not ``subject``."""
    said = " ".join(str(fact.get(name)) for name in _SAID)
    return said if same_craft(fact.subject, subject) else f"{said} of {fact.subject or 'nobody named'}"


def _is_part(claim: Fact, fact: Fact) -> bool:
    """Say that a claim of one sentence went into a fact."""
    kinds = {claim.get("event"), fact.get("event")}
    alike = len(kinds) == 1 or kinds == _LANDINGS
    same = alike and claim.get("status") == fact.get("status") and same_craft(claim.subject, fact.subject)
    return same and set(claim.evidence) <= set(fact.evidence)


def _tell(fact: Fact) -> tuple[object, ...]:
    return fact.trigger, fact.get("event"), fact.get("value")


def _list_sentence_rivals(claim: Fact, trace: Trace, text: str) -> Iterator[Rival]:
    """Give the other times, events and meanings in the sentence of a claim."""
    for attempt in trace.attempts:
        for pair, meant in zip(attempt.owned, attempt.meant, strict=True):
            if (pair.trigger.start, pair.trigger.end) != claim.trigger or meant is None:
                continue
            own = [moment for moment in pair.moments if set(moment.evidence) & set(claim.evidence)]
            if not own:
                continue
            yield from _list_moments(attempt, pair.trigger, own, text)
            yield from _list_triggers(attempt, pair.trigger, own, text)
            yield from _list_senses(pair.trigger, meant, str(claim.get("event")))
            return


def find_cost(weighed: Sequence[Weighed], moment: Moment, trigger: Trigger) -> float | None:
    """Give the cost of a moment for a trigger, ``None`` where they were never weighed: a list, a label's own value."""
    costs = _list_costs(weighed, moment)
    return costs.get(trigger.start)


def _list_costs(weighed: Sequence[Weighed], moment: Moment) -> Mapping[int, float]:
    found = next((pair for pair in weighed if pair.moment == moment), None)
    return {} if found is None else {trigger.start: cost for cost, trigger in found.costs}


def _list_moments(attempt: Attempt, trigger: Trigger, own: Sequence[Moment], text: str) -> Iterator[Rival]:
    """Give the moments of the sentence that the trigger could have taken and did not."""
    least = min((cost for moment in own if (cost := find_cost(attempt.weighed, moment, trigger)) is not None),
                default=None)  # fmt: skip
    taken = next((pair.moments for pair in attempt.owned if pair.trigger is trigger), [])
    for pair in attempt.weighed:
        cost = _list_costs(attempt.weighed, pair.moment).get(trigger.start)
        if cost is None or cost >= LIMIT or pair.moment in taken:
            continue
        best, winner = min(pair.costs, key=lambda one: one[0])
        went = f", which dates “{text[winner.start : winner.end]}” at {best:.1f}" if winner is not trigger else ""
        yield Rival("moment", f"{pair.moment.value}{went}", (pair.moment.start, pair.moment.end), "", cost, least)


def _list_triggers(attempt: Attempt, trigger: Trigger, own: Sequence[Moment], text: str) -> Iterator[Rival]:
    """Give the other words of the sentence that the fact's times could have dated."""
    for pair in attempt.weighed:
        if pair.moment not in own:
            continue
        least = _list_costs(attempt.weighed, pair.moment).get(trigger.start)
        for cost, other in pair.costs:
            if cost < LIMIT and other.start != trigger.start:
                time = text[pair.moment.start : pair.moment.end]
                yield Rival("trigger", f"{name_trigger(other)} at “{time}”", (other.start, other.end), "", cost, least)


def name_trigger(trigger: Trigger) -> str:
    """Name the event that words tell first."""
    if trigger.event == OTHER:
        return "no event of a flight"
    return _BOUND.get(trigger.event, trigger.event)


def _list_senses(trigger: Trigger, meant: Trigger, event: str) -> Iterator[Rival]:
    """Give the other events that the words may mean."""
    for sense in dict.fromkeys((*trigger.senses, *meant.senses)):
        if sense.event not in {event, OTHER, *BOUND}:
            yield Rival("sense", sense.event, (trigger.start, trigger.end), f"event.{sense.event}")
