"""In: a word such as ``postponed``, ``began`` or ``followed`` in its sentence. Out: the event that it is said of."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.facts.event_words import OTHER, Sense
from extractor.facts.reading import Reading
from extractor.facts.triggers import AGAIN, BOUND, CAME, ENDED, SHIFT, STARTED, Trigger, TriggerFinder
from extractor.model import Sentence

_PRONOUN = re.compile(r"\b(?:it|that|this|which|the (?:date|operation|procedure))\b", re.I)
_OF_ANOTHER = re.compile(
    r"\b(?:separation|deployment|release|ignition|activation|installation|firing|tests?|testing|assembly|delivery"
    r"|shipment|transfer|checkout|commissioning|construction|certification|handover)\b(?: of [^,;]{2,60}?)?"
    r"(?: (?:was|were|is|are|had been|has been)(?: \w+ly| now| then| first)?)? $",
    re.I,
)
"""What may be set or moved as well and is no launch: ``The separation of the satellite was scheduled for 08:21``."""
_MADE_READY = frozenset({"arrival", "fueling_complete", "encapsulation", "rollout"})
_FLIGHT = re.compile(
    r"\b(?:flight|mission|launch|date|it|attempt|liftoff|start|journey|trip|spacecraft|satellite|countdown)\b", re.I
)
_PHASES = {
    "spacewalk_start": "spacewalk_end",
    "deorbit_burn_start": "deorbit_burn_end",
    "orbit_change": "burn_end",
    "burn": "burn_end",
}
"""Events that last, and what their end is called."""

_BEGINNINGS = frozenset(
    """atmospheric_entry rollout relocation orbit_insertion parachute_deployment module_separation flyby
    encapsulation orbit_change""".split()  # noqa: SIM905 - a word list
)
"""Events that take a while, told by when they begin."""

_OPENS = re.compile(
    r"\W{0,3}(?:(?:originally|initially|first|previously|once|already|tentatively|provisionally|now|currently|at first"
    r"|long),? ){0,2}(?:[a-z]+ed|set|due|put off|put back|held up)\b",
    re.I,
)
"""The participle that opens a sentence: ``Originally planned for 3 May, the launch took place on the 5th.``"""

_COUNTED = re.compile(
    r"\b(?:(?:the|an?|their|its) (?:first|second|third|fourth|fifth|sixth|last|other|next)|another)(?: one)?,? "
    r"(?:(?:is|was|now|to be|has been|had been) )*$",
    re.I,
)
_ORDINALS = ("the ", "a ", "another", "their ", "its ")
_STRANGE = 8  # characters between what is no event and the verb that starts or ends it
_NEXT = 40  # characters in which the craft stands that a line on the next flight is about
_ATTEMPT = re.compile(r"\b(?:attempt|try|tries|opportunit|chance)", re.I)
_TRIED = frozenset({"launch", "landing", "splashdown", "docking", "undocking", "spacewalk_start"})
_VOYAGE = re.compile(
    r"(?<!of the )(?<!of its )(?<!of this )(?<!extended )(?<!science )(?<!mapping )(?<!primary )(?<!prime )"
    r"(?<!nominal )(?<!main )(?<!secondary )(?<!operational )(?<!survey )"
    r"\b(?:flight|mission|voyage|journey|trip)\b(?! home| back)",
    re.I,
)
_LEAD = 70  # characters before `began` in which a flight is named
_NEARBY = 12  # triggers before a word such as `postponed` among which it finds what it is said of
_AIM = 90  # characters behind `targeting` in which the event is named
_SET_APART = 40  # characters between an event and `starting at`
_NEXT_BLOCKS = 2  # blocks within which a line goes on with the event of another

TAKEN_UP = (
    "It ", "That ", "This ", "The first", "The second", "The third", "The fourth", "The last ", "The next ", "Their ",
    "A b", "Backup",
)  # fmt: skip
"""How a sentence begins that may go on with what the one before spoke of."""
_BURNS = re.compile(r"\b(?:burns|firings|maneuvers|manoeuvres)\b")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a bound word stands: its sentence, and the block and event that were spoken of last."""

    reading: Reading
    sentence: Sentence
    last: tuple[int, Trigger] | None


def find_told_before(reading: Reading, finder: TriggerFinder, sentence: Sentence, before: Sentence) -> Trigger | None:
    """Find the event of the sentence ``before``, which names no time; an ordinal counts burns rather than all else."""
    text = reading.page.text
    burns = _BURNS.search(text, before.start, before.end) if text.startswith("The ", sentence.start) else None
    if burns:
        return Trigger(*burns.span(), (Sense("orbit_change", "noun"),))
    found = finder.find((before.start, before.end), ())
    return next((trigger for trigger in found if trigger.event not in BOUND | {OTHER}), None)


def find_meant(setting: Setting, triggers: Sequence[Trigger], bound: Trigger) -> Trigger | None:
    """Find what ``began``, ``ended`` or was ``postponed``: an event before it, or the flight by its launch."""
    place = bisect_left(triggers, bound.start, key=lambda other: other.start)
    near = triggers[max(0, place - _NEARBY) : place]
    before = [other for other in near if other.end <= bound.start and other.event not in BOUND | {OTHER}]
    if bound.event == SHIFT:
        movable = [other for other in before if other.form not in {"past", "passive", "third"}]
        if movable:
            return movable[-1]
        if told := _find_counted(setting, bound):
            return told
        ahead = _find_aimed(setting, triggers, bound) or (None if before else _find_headed(setting, triggers, bound))
        return ahead or _find_moved(setting, near, bound)
    if bound.event == AGAIN:
        return _find_repeated(setting, before, bound)
    if bound.event == CAME:
        return _find_told(setting, before, bound)
    if bound.form == "ing" and bound.event == STARTED and before and _is_set_apart(before[-1], bound):
        return before[-1]  # `was taken to the pad, starting at 05:30`
    if bound.form == "ing" and bound.event == STARTED and not before:
        return _find_begun(triggers[place:])
    if near and near[-1].event == OTHER and bound.start - near[-1].end <= _STRANGE:
        return None  # `the science mission began`
    phased = [other for other in before if other.event in _PHASES]
    if not phased and bound.event == STARTED and before and _is_begun(before[-1], bound):
        return before[-1]  # `reentry began at 5:12`
    if not phased:
        lead = setting.reading.page.text[max(setting.sentence.start, bound.start - _LEAD) : bound.start]
        starts = bound.event == STARTED and bound.form != "ing" and _VOYAGE.search(lead)
        return replace(bound, senses=(Sense("launch", bound.form),)) if starts else None
    if bound.event == ENDED:
        return replace(phased[-1], senses=(Sense(_PHASES[phased[-1].event], bound.form),))
    return phased[-1]


def _find_begun(behind: Sequence[Trigger]) -> Trigger | None:
    """Find what is told behind the time it begins at: ``Starting at 5:30 on 3 May, the two will step outside``."""
    told = next((other for other in behind if other.event not in BOUND | {OTHER}), None)
    return told if told is not None and told.start - behind[0].start <= 2 * _AIM else None


def _is_begun(event: Trigger, bound: Trigger) -> bool:
    return event.event in _BEGINNINGS and event.form == "noun" and bound.start - event.end <= _SET_APART


def _is_set_apart(event: Trigger, bound: Trigger) -> bool:
    return event.form in {"past", "passive"} and bound.start - event.end <= _SET_APART


def _find_repeated(setting: Setting, before: Sequence[Trigger], bound: Trigger) -> Trigger | None:
    """Find what another craft did before: ``the Agena left its pad at 10:00, and Gemini followed at 11:41``."""
    start = before[-1].end if before else setting.sentence.start
    if not any(name.kind != "station" for name in setting.reading.crafts_in(start, bound.start)):
        return before[-1] if before else None  # `a second firing followed on 5 March`
    known = setting.last[1] if setting.last is not None and setting.last[0] == setting.sentence.block else None
    model = before[-1] if before else known or replace(bound, senses=(Sense("launch", "past"),))
    return replace(model, start=bound.start, end=bound.end)


def _find_told(setting: Setting, before: Sequence[Trigger], bound: Trigger) -> Trigger | None:
    """Find what came to pass: the noun before, or the last event of the sentence before (``It came on the 29th``)."""
    nouns = [other for other in before if any(sense.form == "noun" for sense in other.senses)]
    previous = setting.reading.sentence_before(setting.sentence)
    told = setting.last[1] if setting.last is not None and setting.last[0] == setting.sentence.block else None
    if nouns:
        return replace(nouns[-1], start=bound.start, end=bound.end)
    ordinal = setting.reading.page.text[bound.start : bound.end].lower().startswith(_ORDINALS)
    if ordinal and setting.reading.crafts_in(setting.sentence.start, bound.start):
        return None  # `Zond 5 flew, the first on`
    if (before and not ordinal) or told is None or previous is None or told.start < previous.start:
        return None
    return replace(told, start=bound.start, end=bound.end)


def _find_aimed(setting: Setting, triggers: Sequence[Trigger], shift: Trigger) -> Trigger | None:
    """Find what is aimed at behind the time: ``are targeting 7:34 p.m. for the capsule to undock``."""
    place = bisect_left(triggers, shift.end, key=lambda other: other.start)
    behind = triggers[place] if place < len(triggers) else None
    if behind is None or behind.event in BOUND | {OTHER} or behind.form not in {"base", "noun"}:
        return None
    gap = setting.reading.page.text[shift.end : min(behind.start, shift.end + _AIM)]
    return behind if behind.start - shift.end <= _AIM and " for " in gap else None


def _find_counted(setting: Setting, shift: Trigger) -> Trigger | None:
    """Find the event that an ordinal counts: ``Two burns remain. The second, set for 3 May, will``."""
    lead = max(setting.sentence.start, shift.start - _SET_APART)
    counted = _COUNTED.search(setting.reading.page.text, lead, shift.start)
    told = _find_told(setting, (), shift) if counted else None
    return None if told is None else replace(told, start=shift.start, end=shift.end)


def _find_headed(setting: Setting, triggers: Sequence[Trigger], shift: Trigger) -> Trigger | None:
    """Find what a participle that opens its sentence is said of: ``First set for 3 May, the launch came on``."""
    text = setting.reading.page.text
    if not _OPENS.match(text, setting.sentence.start) or shift.start - setting.sentence.start > _AIM:
        return None
    behind = next(
        (other for other in triggers if other.start >= shift.end and other.event not in BOUND | {OTHER}), None
    )
    known = behind is not None and behind.event in _TRIED and behind.start - shift.end <= _AIM
    return replace(shift, senses=(Sense(behind.event, "noun"),)) if behind is not None and known else None


def _find_tried(setting: Setting, triggers: Sequence[Trigger], shift: Trigger) -> Trigger | None:
    """Find what an attempt is one of: an event of its sentence, else the one that its block spoke of last."""
    told = [other for other in triggers if other.event in _TRIED]
    if setting.last is not None and setting.last[0] == setting.sentence.block:
        told.append(setting.last[1])
    named = setting.reading.crafts_in(setting.sentence.start, shift.start)
    event = told[0].event if told else "launch" if named or setting.reading.subject else None
    return None if event is None else replace(shift, senses=(Sense(event, "noun"),))


def _find_moved(setting: Setting, triggers: Sequence[Trigger], shift: Trigger) -> Trigger | None:
    """Find whose date is set or moved in a sentence that names no event: the last one's, or the flight's launch."""
    lead = setting.reading.page.text[setting.sentence.start : shift.start]
    if setting.last is not None and setting.last[0] > setting.sentence.block:
        setting = replace(setting, last=None)  # rows are read behind all prose
    if not lead.strip() and setting.last is not None and setting.sentence.block - setting.last[0] <= _NEXT_BLOCKS:
        return replace(setting.last[1], start=shift.start, end=shift.end)  # `Delayed from Sept. 3.` below a launch
    if any(other.event == OTHER and shift.start - _NEXT < other.end <= shift.start for other in triggers):
        return None
    if _OF_ANOTHER.search(lead):
        return None
    if _PRONOUN.search(lead) and setting.last is not None and setting.last[0] == setting.sentence.block:
        if setting.last[1].event in _MADE_READY:
            return replace(shift, senses=(Sense("launch", "noun"),))  # `rolled out on 6 May. It was then put off`
        return replace(setting.last[1], start=shift.start, end=shift.end)
    said = setting.reading.page.text[shift.start : shift.end].lower()
    if said.endswith(("opportunity", "backup date")) and not lead.strip(" AThe") and setting.last is not None:
        return replace(setting.last[1], start=shift.start, end=shift.end)  # `A backup opportunity is available at 8:07`
    if _ATTEMPT.search(said):
        return _find_tried(setting, triggers, shift)
    named = setting.reading.crafts_in(setting.sentence.start, shift.start)
    if (
        named
        or _FLIGHT.search(lead)
        or "target" in setting.reading.page.text[setting.sentence.start : shift.end].lower()
    ):
        return replace(shift, senses=(Sense("launch", "noun"),))
    return None
