"""In: the triggers and moments of one sentence. Out: which moment belongs to which trigger, by least cost."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.facts.event_words import OTHER
from extractor.facts.instants import covers
from extractor.facts.moments import Moment
from extractor.facts.triggers import BOUND, ENDED, SHIFT, STARTED, Trigger
from extractor.facts.weigh import BEYOND, LED, LIMIT, REACH, weigh, weigh_second
from extractor.model import Sentence

_FUNCTION_WORDS = (
    r"(?:and|but|then|so|yet|also|finally|later|on|at|in|by|from|to|the|of|about|around|just|only|exactly"
    r"|precisely|early"
    r"|late|earlier|morning|afternoon|evening|night|hours?|pre-dawn|dawn|before|after|same|following"
    r"|shortly|left|right"
    r"|middle|top|bottom|approximately|roughly|during|until|as|since|mid|that|local|time|one|first|second"
    r"|day|sometime"
    r"|somewhere|some|minutes?|promptly|back|no|than|small|wee)"
)
_FRONT = re.compile(rf"[^\w]{{0,4}}(?:{_FUNCTION_WORDS}[^\w]{{1,3}}){{0,7}}", re.I)
_CLAUSE = re.compile(
    r"[;–—]|:(?!\d)|,? (?:and|but|then|while|whereas|yet) (?=(?:then |finally |later )?(?:on|at|in|by|early"
    r"|late) )|\. "
)
_APART = re.compile(
    r"[;:]|\b(?:(?<!at )which|who|that|after|before|where|when|until|but|(?:to|for)(?! (?:the|its|their|an?|[A-Z]))"
    r"|since|because|while|as)\b"
)
_FINITE = frozenset({"past", "passive", "base", "third"})
_FRAMES = frozenset({STARTED, ENDED, "end_of_mission", "launch"})
_HOME = frozenset({"landing", "splashdown"})
_BY_WHICH = re.compile(
    r"(?: in [A-Z][\w ]{2,20})?,? (?:with|by) (?:(?:a|an|the|its|their|his|her) )?(?:(?!on\b|at\b)[\w-]{1,14} ){0,2}"
)
"""What leads from the date on which something began or ended to what it began or ended with."""

_BY_BURN = re.compile(r"\b(?:after|following|with|by|thanks to) (?:its|the|an?|this) ", re.I)
_LATER = re.compile(r"[^.;,]{0,60}?\b(?:days?|weeks?|months?|years?) (?:later|afterwards?)\b")
_PASSED = 6  # moments behind one that may stand between it and its event
_DEARER = 4.0  # steps by which a moment must be nearer to drive another one away
_AHEAD = 30  # characters before a noun that may hold its verb: `closed the hatches`
_JOINED = re.compile(r",? (?:and|or)(?: the)? |, |/| & ")
_APPOSED = re.compile(r", (?:on|at|in|by) (?:the (?:morning|evening|night) of )?$")
_COMMA = re.compile(
    r"(?: \([^()\n]{1,40}\)| in [A-Z][\w ]{2,20}\))?[)\]]?, "
    r"(?!and |then |but |where|when|which|after|at |on |in |from )"
)


@dataclass(slots=True)
class Owned:
    """A trigger with the moments that belong to it, in reading order."""

    trigger: Trigger
    moments: list[Moment]
    cost: float = LIMIT
    """The least cost among the moments."""

    def take(self, moment: Moment, cost: float) -> None:
        """Take a moment; one that costs far more than a different one that the event has is given up."""
        unlike = self.moments and not any(agree(moment, other) for other in self.moments)
        if unlike and self.cost > cost + _DEARER:
            self.moments.clear()
        self.moments.append(moment)
        self.cost = min(self.cost, cost)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A moment with the triggers that it was weighed against, and the cost of giving it to each of them."""

    moment: Moment
    costs: tuple[tuple[float, Trigger], ...]


def attach(
    text: str,
    span: tuple[int, int],
    triggers: Sequence[Trigger],
    moments: Sequence[Moment],
    weighed: list[Weighed] | None = None,
) -> list[Owned]:
    """Give each moment of the sentence ``span`` to the predicate that it dates, at most one.

    The cost of a pair counts the words and the other predicates between, the borders of clauses, and whether the
    moment opens its clause. Events named in one breath share a day; a day that opens a sentence dates all of its
    finite verbs that have no other. Moments that belong to nobody or to no event are left out.
    ``weighed``, where a diagnosis gives it, is filled with the costs.
    """
    owned = [Owned(trigger, []) for trigger in triggers]
    if not owned:
        return []
    starts, places = [trigger.start for trigger in triggers], [moment.start for moment in moments]
    fronts: list[tuple[int, Moment]] = []
    led: list[tuple[int, Moment]] = []
    last: Owned | None = None
    waiting: list[Moment] = []  # the first members of a list that nothing owns so far
    for moment in moments:
        if moment.also and last is not None:
            last.moments.append(moment)
            continue
        waiting = waiting if moment.also else []
        low, high = bisect_left(starts, moment.start - 2 * REACH), bisect_left(starts, moment.end + REACH)
        near = range(low, high)
        front = (
            high > 0
            and triggers[high - 1].start >= moment.end
            and _is_fronted(text, span[0], moment, triggers[low:high])
        )
        place = bisect_left(places, moment.start)
        passed = [other for other in moments[place : place + _PASSED] if not agree(other, moment)]
        costs = [
            (_weigh_pair(text, owned, index, moment, front) + _pass(passed, moment, owned[index]), index)
            for index in near
        ]
        if weighed is not None:
            weighed.append(Weighed(moment, tuple((cost, triggers[index]) for cost, index in costs)))
        cost, index = min(costs, default=(LIMIT, 0))
        if cost >= LIMIT:
            last = None
            waiting.append(moment)
            continue
        last = owned[index]
        last.moments.extend(waiting)
        last.take(moment, cost)
        leads = LED.match(text, moment.end) is not None
        if (front or leads) and not moment.is_clock:
            fronts.append((index, moment))
        if leads and last.trigger.end <= moment.start and last.trigger.event in BOUND | {OTHER}:
            led.append((bisect_left(starts, moment.end), moment))
    for index, moment in fronts:
        _spread(text, owned, index, moment)
    for index, moment in led:
        _lead(owned, index, moment)
    _close_frames(text, owned)
    _share(text, owned)
    return [pair for pair in owned if pair.moments and pair.trigger.event != OTHER]


def _is_fronted(text: str, start: int, moment: Moment, triggers: Sequence[Trigger]) -> bool:
    """Say that a moment opens its sentence or clause: nothing but function words stand before it."""
    apposed = _APPOSED.search(text, max(start, moment.start - 12), moment.start)
    following = next((one for one in triggers if one.start >= moment.end), None)
    participle = following is not None and following.form == "ing"  # `off Florida, at 12:43, ending their flight`
    if apposed and not participle and _COMMA.match(text, moment.end):
        place = apposed.start()
        return not any(one.start < place <= one.end <= moment.start and one.event != OTHER for one in triggers)
    lead = text[max(start, moment.start - 60) : moment.start]
    opening = 0 if moment.start - start <= 60 else None
    for border in _CLAUSE.finditer(lead):
        opening = border.end()
    return opening is not None and _FRONT.fullmatch(lead, opening) is not None


def _weigh_pair(text: str, owned: Sequence[Owned], index: int, moment: Moment, front: bool) -> float:
    """Weigh a pair by its own words, by the predicates in between, and by the times that the event has already."""
    pair = owned[index]
    cost = weigh(text, pair.trigger, moment, front)
    if cost >= LIMIT:
        return cost
    nearby = owned[max(0, index - _PASSED) : index + _PASSED]
    if pair.trigger.end <= moment.start:
        passed = [
            other for other in nearby if pair.trigger.end <= other.trigger.start < other.trigger.end <= moment.start
        ]
    else:
        passed = [other for other in nearby if moment.end <= other.trigger.start < pair.trigger.start]
    cost += BEYOND * sum(1 for other in passed if other.trigger.event != SHIFT)
    if pair.moments and not any(agree(moment, other) for other in pair.moments):
        cost += weigh_second(text, moment, pair.moments[-1].end)
    return cost


def _pass(others: Sequence[Moment], moment: Moment, pair: Owned) -> float:
    """Weigh the other moments that stand between a moment and an event behind it."""
    return BEYOND * sum(1 for other in others if moment.end <= other.start < pair.trigger.start)


def agree(one: Moment, two: Moment) -> bool:
    """Say that two moments may be one, said more and less precisely."""
    return covers(one.value, two.value) or covers(two.value, one.value)


def group_moments(moments: Sequence[Moment]) -> list[list[Moment]]:
    """Group moments that may be one and the same."""
    groups: list[list[Moment]] = []
    for moment in sorted(moments, key=lambda moment: moment.start):
        for group in groups:
            if all(agree(moment, other) for other in group):
                group.append(moment)
                break
        else:
            groups.append([moment])
    return groups


def _lead(owned: Sequence[Owned], index: int, moment: Moment) -> None:
    """Give a moment to the event that it leads to as well: ``the flight ended on 3 May, when the capsule landed``."""
    if index == len(owned) or owned[index].moments or owned[index].trigger.start - moment.end > REACH:
        return
    if owned[index].trigger.event not in BOUND | {OTHER} and owned[index].trigger.form in _FINITE:
        owned[index].moments.append(moment)


def _close_frames(text: str, owned: Sequence[Owned]) -> None:
    """Date what a flight began or ended with on its day: ``it ended on 3 May with a landing in Utah``."""
    for frame, event in pairwise(owned):
        if not frame.moments or frame.trigger.event not in _FRAMES or event.moments:
            continue
        moment = frame.moments[-1]
        if frame.trigger.end > moment.start or not _BY_WHICH.fullmatch(text, moment.end, event.trigger.start):
            continue
        if event.trigger.event in BOUND | {OTHER} or event.trigger.form not in {"noun", "ing"}:
            continue
        event.moments.append(moment)
        if event.trigger.event in _HOME:
            frame.moments.remove(moment)  # which says all that the end of a flight is


def _spread(text: str, owned: Sequence[Owned], index: int, moment: Moment) -> None:
    """Give a day that opens a clause to the finite verbs coordinated with its own that have no date."""
    for one, two in pairwise(owned[index:]):
        if two.moments or _APART.search(text, one.trigger.end, two.trigger.start):
            return
        if _LATER.match(text, two.trigger.end):
            return  # a day of its own, that would have to be reckoned
        finite = two.trigger.form in _FINITE or two.trigger.senses[0].words is not None
        if finite and two.trigger.event != OTHER:
            two.moments.append(moment)


def _share(text: str, owned: Sequence[Owned]) -> None:
    """Let events that are named in one breath (``entry, descent and landing``) share a day.

    A burn that has its time takes a craft into orbit then: ``fired its engine at 5:47 and dropped into orbit``,
    ``entered orbit on 3 May after a burn at 5:47``.
    """
    for one, two in pairwise(owned):
        if one.trigger.event == "burn" and two.trigger.event == "orbit_insertion" and one.moments and not two.moments:
            one.moments, two.moments = [], one.moments
        if one.trigger.event == "orbit_insertion" and two.trigger.event == "burn" and two.moments:
            means = _BY_BURN.search(text, one.trigger.end, two.trigger.start)
            if means and all(agree(mine, other) for mine in one.moments for other in two.moments):
                one.moments, two.moments = [*one.moments, *two.moments], []
    for one, two in zip(reversed(owned[:-1]), reversed(owned[1:]), strict=True):
        if two.moments and not one.moments and OTHER not in {one.trigger.event, two.trigger.event}:
            gap = text[one.trigger.end : two.trigger.start]
            days = [moment for moment in two.moments if not moment.is_clock]
            if _JOINED.fullmatch(gap) and days:
                one.moments.extend(days[:1])


def span_words(trigger: Trigger, moment: Moment, sentence: Sentence) -> tuple[int, int]:
    """Give the span that may hold the words that tell what happened: ``hatch ... was opened at``."""
    start = max(sentence.start, trigger.start - _AHEAD)
    return (
        (start, moment.start) if trigger.end <= moment.start else (start, min(sentence.end, trigger.end + 2 * _AHEAD))
    )
