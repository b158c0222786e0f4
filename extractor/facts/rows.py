"""In: the triggers and moments of a row, label line or schedule line. Out: which moment belongs to which trigger."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.facts.attach import Owned, Weighed, agree, attach
from extractor.facts.event_words import OTHER
from extractor.facts.leaders import LISTED
from extractor.facts.moments import Moment
from extractor.facts.triggers import BOUND, Trigger

_OPENING = 4  # characters of list marks that may stand before a row's leading time
_HEAD = 60  # characters within which a schedule line says what happens
_WORD = re.compile(r"\w+")
_KIND = re.compile(r"\s?\((?:planned|scheduled|expected|targeted|predicted|actual|real)\)", re.I)
_EARLIER = re.compile(
    r"[(\[;,] ?(?:was |first |originally |initially |previously |formerly )?"
    r"(?:originally|initially|previously|formerly|was|planned|scheduled|target(?:ed)?|expected|set|predicted|actual|real)"
    r"(?: (?:for|on|at|date|time|to be))?:? $",
    re.I,
)
"""What stands before a second time of a label, of another kind than the first: ``(originally 3 June)``."""
_SENTENCE = re.compile(r"(?<=[a-z\d)])\.\s(?=[A-Z][a-z]{1,12}\b)")
_LEAD = 40
_NEXT = 4  # characters between words for an event inside a value and their clock: `undock 10:12, dock 10:58`
_LABEL_WORDS = 3
_LONGEST_GAP = 60  # characters between a label and its value


def attach_row(
    text: str,
    span: tuple[int, int],
    triggers: Sequence[Trigger],
    moments: Sequence[Moment],
    weighed: list[Weighed] | None = None,
) -> list[Owned]:
    """Give the moments of a row to what its label or its schedule entry names; other moments as in prose.

    ``weighed``, where a diagnosis gives it, is filled with the costs of those.
    """
    if not moments:
        return []
    if moments[0].start - span[0] <= _OPENING:
        return _attach_schedule(text, span, triggers, moments, weighed)
    label = [trigger for trigger in triggers if trigger.end <= moments[0].start and _is_usable(text, span[0], trigger)]
    events = [
        trigger
        for trigger in label
        if trigger.event not in BOUND | {OTHER}
        and moments[0].start - trigger.end <= _LONGEST_GAP
        and "|" not in text[span[0] + _OPENING : trigger.start]
    ]
    if not events:
        return attach(text, span, _drop_rows(triggers), moments, weighed)
    if len(events) == len(moments) > 1 and not agree(moments[0], moments[1]):
        return [Owned(trigger, [moment]) for trigger, moment in zip(events, moments, strict=True)]
    listed = events[0].event in LISTED and text[events[0].end - 1] == "s"  # `Encounters: Venus, 3 May; Earth, 9 June`
    inner = [trigger.end for trigger in triggers if trigger.event not in BOUND | {OTHER}]
    first = [
        moment
        for moment in moments
        if (
            agree(moment, moments[0])
            or moment.also
            or listed
            or _KIND.match(text, moment.end)
            or _EARLIER.search(text, max(span[0], moment.start - _LEAD), moment.start)
        )
        and not (moment is not moments[0] and any(moments[0].end < end <= moment.start <= end + _NEXT for end in inner))
    ]
    rest = [moment for moment in moments if moment not in first]
    behind = [trigger for trigger in _drop_rows(triggers) if trigger.start >= moments[0].end]
    owned = attach(text, span, behind, rest, weighed)
    if len(first) == 1 and {"undocking", "docking"} <= {pair.trigger.event for pair in owned}:
        return owned  # `Redocking: 26 March - undock 10:12, dock 10:58`: its own day says no more
    return [Owned(events[0], first), *owned]


def _attach_schedule(
    text: str,
    span: tuple[int, int],
    triggers: Sequence[Trigger],
    moments: Sequence[Moment],
    weighed: list[Weighed] | None,
) -> list[Owned]:
    """Read ``12:07 p.m. - Launch``: the first event of the line, unless an occasion such as a briefing comes first."""
    stop = _SENTENCE.search(text, moments[0].end, span[1])
    if stop is not None:  # what goes on in a sentence of its own is told as in prose
        head = [trigger for trigger in triggers if trigger.start < stop.end()]
        rest = [trigger for trigger in _drop_rows(triggers) if trigger.start >= stop.end()]
        first = [moment for moment in moments if moment.start < stop.end()]
        later = [moment for moment in moments if moment.start >= stop.end()]
        if later and rest:
            led = _attach_schedule(text, (span[0], stop.end()), head, first, weighed)
            return [*led, *attach(text, (stop.end(), span[1]), rest, later, weighed)]
    same = [moment for moment in moments if agree(moment, moments[0])]
    others = [moment for moment in moments if moment not in same]
    owned = attach(text, span, _drop_rows(triggers), others, weighed) if others else []
    taken = {pair.trigger.start for pair in owned}
    for trigger in triggers:
        if trigger.start < moments[0].end or not _is_usable(text, moments[0].end, trigger):
            continue
        if trigger.start in taken and _is_aside(text, moments[0].end, trigger):
            continue  # `Feb. 3: Luna 29 (launched Jan. 31) lands`
        if trigger.event == OTHER or trigger.start - moments[0].end > _HEAD or trigger.start in taken:
            break
        if trigger.event not in BOUND:
            return [Owned(trigger, same), *owned]
    return owned


def _is_aside(text: str, start: int, trigger: Trigger) -> bool:
    """Say that words for an event stand in a bracket of the row."""
    return text.rfind("(", start, trigger.start) > text.rfind(")", start, trigger.start)


def _is_usable(text: str, start: int, trigger: Trigger) -> bool:
    """Say that a trigger may stand at the head of a row: words that mean an event only there must open it."""
    if any(sense.form != "row" for sense in trigger.senses):
        return True
    return len(_WORD.findall(text, start, trigger.start)) < _LABEL_WORDS


def _drop_rows(triggers: Sequence[Trigger]) -> list[Trigger]:
    """Leave out what means an event only as a label."""
    found: list[Trigger] = []
    for trigger in triggers:
        senses = tuple(sense for sense in trigger.senses if sense.form != "row")
        if senses:
            found.append(replace(trigger, senses=senses))
    return found
