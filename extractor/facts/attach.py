"""In: the triggers and moments of one sentence. Out: which moment belongs to which trigger, by least cost."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.facts.instants import covers
from extractor.facts.moments import Moment
from extractor.facts.triggers import ENDED, LIGHT_VERBS, OTHER, SHIFT, Trigger

_FUNCTION_WORDS = (
    r"(?:and|but|then|so|yet|also|finally|later|on|at|in|by|from|to|the|of|about|around|just|only|exactly"
    r"|precisely|early"
    r"|late|earlier|morning|afternoon|evening|night|hours?|pre-dawn|dawn|before|after|same|following"
    r"|shortly|left|right"
    r"|middle|top|bottom|approximately|roughly|during|until|as|since|mid|that|local|time|one|first|second"
    r"|day|sometime"
    r"|somewhere|some|minutes?|promptly|back|no|than)"
)
_FRONT = re.compile(rf"[^\w]{{0,4}}(?:{_FUNCTION_WORDS}[^\w]{{1,3}}){{0,7}}", re.I)
_CLAUSE = re.compile(
    r"[;:–—]|,? (?:and|but|then|while|whereas|yet) (?=(?:then |finally |later )?(?:on|at|in|by|early"
    r"|late) )|\. "
)
_STRONG = re.compile(r"; |: | but | while | whereas | although ")
_STRONG_STEPS = {";": 5.0, ":": 3.0, "but": 5.0, "while": 5.0, "whereas": 5.0, "although": 5.0}
_WEAK = re.compile(r",? (?:which|who|whose|when|where|after|before|following|leading|and|as|until|with) ")
_LIGHT = re.compile(
    r"\b(?:took place|takes place|take place|taking place|occurred|occurs|occur|happened|came|comes"
    r"|follows|followed)\b|\bwas$|\bis$|\bat$",
    re.I,
)
_ED = re.compile(r"\b(?!need|speed|feed)[a-z]{3,}ed\b")
_LED = re.compile(r",?\s(?:when|at which (?:point|time)|which is when)\s", re.I)
_OF = re.compile(r"[\s)\],]{0,3}(?:of|marking|for)\s(?:the\s|a\s|an\s|its\s|their\s)?", re.I)
_STOP_NOUN = re.compile(
    r"[.,;]|\b(?:the|a|an|and|but|it|its|was|were|is|as|with|after|before|for|from|on|at|in|to|of|that"
    r"|which|by)\b",
    re.I,
)
_GOVERNED = re.compile(
    r"\b(?:countdown|count|preparations?|prepare|preparing|rehears\w+|practice|training|trained|simulated"
    r"|simulation|mock|coverage|briefing"
    r"|conference|tests?|review|readiness|ready|anniversary|cleared|clearance|approval|request|contract"
    r")\s(?:for|of|to|before)\s(?:the\s|a\s|its\s|an?\s)?(?:[\w-]{1,14}\s(?:and\s)?)?$",
    re.I,
)
_APART = re.compile(
    r"[;:]|\b(?:(?<!at )which|who|that|after|before|where|when|until|but|to|for|since|because|while|as)\b", re.I
)
_CONTRAST = re.compile(
    r"\b(?:then|again|later|eventually|finally)(?: (?:to|for|on|at|until))? ?$|"
    r"\b(?:planned|scheduled|expected|advertised|original|targeted|predicted|than|instead of|rather than"
    r"|versus|vs|not)"
    r"(?: the)?(?: (?:time|date|moment|launch|landing|docking|one))?(?: (?:of|at|for|on))? ?$",
    re.I,
)
_PREPOSITION = re.compile(r" (?:for|at|on|in|of|was|is|took|will) ")
_UNTIL = re.compile(r"\b(?:until|till|since|through)\s$", re.I)
_JOINED = re.compile(r",? (?:and|or)(?: the)? |, |/| & ")
_APPOSED = re.compile(r", (?:on|at|in|by) (?:the (?:morning|evening|night) of )?$")
_COMMA = re.compile(r"[)\]]?, (?!and |then |but |where|when|which|after|at |on |in |from )")
_COORDINATE = re.compile(r",? (?:and|but|while|then) |; ")
_NEW_SUBJECT = re.compile(r", (?:and|but|while) (?:the|its|an?|it|he|she|they|his|her|their|[A-Z])")
_LASTING = frozenset({SHIFT, ENDED, "end_of_mission"})  # what may be said to last until a date
_WIDTH = 25  # characters that count as one step away
_LIMIT = 7.5  # steps beyond which a date is nobody's
_UNLIKE = 4.0  # steps for a second, different time of one event
_TURN = 4.0  # steps for a date on the wrong side of its event
_BEYOND = 3.0  # steps for each predicate in between


@dataclass(slots=True)
class Owned:
    """A trigger with the moments that belong to it, in reading order."""

    trigger: Trigger
    moments: list[Moment]


def attach(text: str, span: tuple[int, int], triggers: Sequence[Trigger], moments: Sequence[Moment]) -> list[Owned]:
    """Give each moment of the sentence ``span`` to the predicate that it dates, at most one.

    The cost of a pair counts the words and the other predicates between, the borders of clauses, and whether the
    moment opens its clause. Events named in one breath share a day; a day that opens a sentence dates all of its
    finite verbs that have no other. Moments that belong to nobody or to no event are left out.
    """
    owned = [Owned(trigger, []) for trigger in triggers]
    if not owned:
        return []
    fronts: list[tuple[int, Moment]] = []
    last: Owned | None = None
    for moment in moments:
        if moment.also and last is not None:
            last.moments.append(moment)
            continue
        front = triggers[-1].start >= moment.end and _is_fronted(text, span[0], moment, triggers)
        passed = [other for other in moments if not agree(other, moment)]
        costs = [
            (_weigh(text, owned, index, moment, front) + _pass(passed, moment, owned[index]), index)
            for index in range(len(owned))
        ]
        cost, index = min(costs, default=(_LIMIT, 0))
        if cost >= _LIMIT:
            continue
        last = owned[index]
        last.moments.append(moment)
        if (front or _LED.match(text, moment.end)) and not moment.is_clock:
            fronts.append((index, moment))
    for index, moment in fronts:
        _spread(text, owned, index, moment)
    _share(text, owned)
    return [pair for pair in owned if pair.moments and pair.trigger.event != OTHER]


def _is_fronted(text: str, start: int, moment: Moment, triggers: Sequence[Trigger]) -> bool:
    """Say that a moment opens its sentence or clause: nothing but function words stand before it."""
    apposed = _APPOSED.search(text, max(start, moment.start - 12), moment.start)
    if apposed and _COMMA.match(text, moment.end):
        return all(trigger.end != apposed.start() or trigger.event == OTHER for trigger in triggers)
    lead = text[max(start, moment.start - 60) : moment.start]
    opening = 0 if moment.start - start <= 60 else None
    for border in _CLAUSE.finditer(lead):
        opening = border.end()
    return opening is not None and _FRONT.fullmatch(lead, opening) is not None


def _pass(others: Sequence[Moment], moment: Moment, pair: Owned) -> float:
    """Weigh the other moments that stand between a moment and an event behind it."""
    return _BEYOND * sum(1 for other in others if moment.end <= other.start < pair.trigger.start)


def _weigh(text: str, owned: Sequence[Owned], index: int, moment: Moment, front: bool) -> float:
    """Give the cost of attaching a moment to a trigger, in steps."""
    pair = owned[index]
    trigger = pair.trigger
    before = trigger.end <= moment.start
    gap = text[trigger.end : moment.start] if before else text[moment.end : trigger.start]
    if len(gap) > _WIDTH * _LIMIT:
        return _LIMIT
    cost = len(gap) / _WIDTH + _BEYOND * _count_between(owned, index, moment, before)
    cost += sum(_STRONG_STEPS[border.strip()] for border in _STRONG.findall(gap)) + (
        0 if _LIGHT.search(gap) else 2 * len(_WEAK.findall(gap))
    )
    if pair.moments and not any(agree(moment, other) for other in pair.moments):
        cost += -_UNLIKE / 2 if _CONTRAST.search(text, max(0, moment.start - 40), moment.start) else _UNLIKE
    if _NEW_SUBJECT.search(gap):
        cost += _BEYOND
    if before:
        cost += _TURN + 2 if front else 0
        if trigger.event == SHIFT and (len(gap) > _WIDTH or _LIGHT.search(gap)):
            cost += _TURN
        if trigger.event not in _LASTING and _UNTIL.search(text, max(0, moment.start - 10), moment.start):
            cost += _TURN + 2
        return cost + _weigh_noun(text, trigger, gap)
    if trigger.form in {"noun", "base"} and len(gap) <= 45 and _precedes_noun(text, gap, moment, trigger):
        return cost / 2
    if _OF.fullmatch(gap) or (_LED.match(gap) and _UNTIL.search(text, max(0, moment.start - 8), moment.start)):
        return cost / 2
    if trigger.form == "noun" and not _LIGHT.match(text, trigger.end + 1):
        cost += len(gap) / _WIDTH
    cost += 2 * sum(1 for word in _ED.findall(gap) if word not in LIGHT_VERBS)
    if not front and _COORDINATE.match(gap):
        cost += _TURN
    if _GOVERNED.search(text, max(0, trigger.start - 45), trigger.start):
        cost += _TURN
    return cost if front else cost + _TURN


def _precedes_noun(text: str, gap: str, moment: Moment, trigger: Trigger) -> bool:
    """Say that a moment stands before an event's noun as its attribute: ``its April 7, 2001, launch``."""
    if gap.startswith(",") and (moment.is_clock or _PREPOSITION.match(text, trigger.end)):
        return False
    return not _STOP_NOUN.search(gap.lstrip(","))


def _weigh_noun(text: str, trigger: Trigger, gap: str) -> float:
    """Weigh what keeps a later date from an event's noun: another verb, or that it is the aim of something else."""
    if trigger.form not in {"noun", "base"}:
        return 0.0
    cost = 0.0
    if any(word not in LIGHT_VERBS for word in _ED.findall(gap)):
        cost += 4
    if _GOVERNED.search(text, max(0, trigger.start - 45), trigger.start):
        cost += 7
    return cost


def _count_between(owned: Sequence[Owned], index: int, moment: Moment, before: bool) -> int:
    if before:
        passed = [pair for pair in owned[index + 1 :] if pair.trigger.end <= moment.start]
    else:
        passed = [pair for pair in owned[:index] if pair.trigger.start >= moment.end]
    return sum(1 for pair in passed if pair.trigger.event != SHIFT)


def agree(one: Moment, two: Moment) -> bool:
    """Say that two moments may be one, said more and less precisely."""
    return covers(one.value, two.value) or covers(two.value, one.value)


def _spread(text: str, owned: Sequence[Owned], index: int, moment: Moment) -> None:
    """Give a day that opens a clause to the finite verbs coordinated with its own that have no date."""
    for one, two in pairwise(owned[index:]):
        if two.moments or _APART.search(text, one.trigger.end, two.trigger.start):
            return
        finite = two.trigger.form in {"past", "passive", "base"} or two.trigger.senses[0].words is not None
        if finite and two.trigger.event != OTHER:
            two.moments.append(moment)


def _share(text: str, owned: Sequence[Owned]) -> None:
    """Let events that are named in one breath (``entry, descent and landing``) share a day."""
    for one, two in zip(reversed(owned[:-1]), reversed(owned[1:]), strict=True):
        if two.moments and not one.moments and OTHER not in {one.trigger.event, two.trigger.event}:
            gap = text[one.trigger.end : two.trigger.start]
            days = [moment for moment in two.moments if not moment.is_clock]
            if _JOINED.fullmatch(gap) and days:
                one.moments.extend(days[:1])
