"""In: the times of one event in a sentence that names several craft. Out: which craft each time is of."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.facts.moments import Moment
from extractor.facts.reading import Reading
from extractor.facts.spellings import CraftName
from extractor.facts.triggers import Trigger
from extractor.model import Sentence

_PAIR = 2
_AND = re.compile(r",? and (?:its (?:twin|sister),? )?|, (?:and )?|/| & |,? then ")
_AT = re.compile(r",? (?:on|at|in) (?:the )?")
_GAP = re.compile(
    r"[)\]]?(?:,? (?:from|at|aboard|on board|by|in|atop) [^,;.\n]{3,50}(?=[,;] ))?"
    r"(?:,|;)? (?:(?:and|while|but|(?:(?:and|to) be )?followed by) )?(?:then )?(?:(?:its|the) (?:sister|twin),? )?"
    r"(?:that of )?(?:the |[A-Z][a-z]{2,12}['’]s )?[“\"_*]{0,2}"
)
_GAP_ON = re.compile(
    r"[”\"_*]{0,2},?(?: (?:followed|only|again|a day later|\w{2,6} days later|the next day|itself"
    r"|likewise),?)? (?:on|in|at) (?:the )?"
)
_BRACKET = " ("  # `Ranger 8 (launched 3 May 2031) and Ranger 9 (5 June 2031)`
_AROUND = 300  # characters before an event in which its craft are named
_BEHIND = 40  # characters behind the last time within which the craft of all are named


def join_gapped(reading: Reading, moments: Sequence[Moment]) -> list[Moment]:
    """Make a list of times that craft share a verb for: ``Luna 30 landed on 3 May and Luna 31 on 9 June``."""
    joined = list(moments[:1])
    for one, two in pairwise(moments):
        names = [] if two.also else _list_crafts(reading, one.end, two.start)
        text = reading.page.text
        gapped = (
            len(names) == 1
            and _GAP.fullmatch(text, one.end, names[0].start)
            and (
                _GAP_ON.fullmatch(text, names[0].end, two.start)
                or (text.startswith(")", one.end) and text[names[0].end : two.start] == _BRACKET)
            )
        )
        joined.append(replace(two, also=True) if gapped else two)
    return joined


def pair_crafts(
    reading: Reading, sentence: Sentence, meant: Trigger, claims: Sequence[Sequence[Moment]]
) -> list[str | None]:
    """Pair craft with the times of a list, in order; empty where they do not go by pairs.

    Either each time names its own (``Venera 15 on 2 June, Venera 16 on the 7th``; ``None`` for the first, which goes
    with the verb), or as many stand together before or behind (``Ranger 8 and 9 crashed in February and March``).
    """
    if len(claims) < _PAIR or not all(claim[0].also for claim in claims[1:]):
        return []
    own = _name_each(reading, claims)
    if any(own):
        lead = own.index(next(filter(None, own))) + 1  # times of the list that name none of their own
        before = _list_crafts(reading, max(sentence.start, meant.start - _AROUND), min(meant.start, claims[0][0].start))
        together = _read_together(reading.page.text, before[-lead:], claims[:lead]) if lead > 1 else []
        if together:
            return [*together, *own[lead - 1 :]]
        return [_name_first(reading, claims[0][0]) if meant.start > claims[-1][-1].end else None, *own]
    first, last = min(meant.start, claims[0][0].start), max(meant.end, claims[-1][-1].end)
    before = _list_crafts(reading, max(sentence.start, meant.start - _AROUND), first)
    named = _read_together(reading.page.text, before[-len(claims) :], claims)
    if named and (len(before) == len(claims) or not _is_joined(reading.page.text, *before[-len(claims) - 1 :][:2])):
        return named
    behind = _list_crafts(reading, last, min(sentence.end, last + _BEHIND))
    return [] if before else _read_together(reading.page.text, behind[: len(claims)], claims)


def _name_each(reading: Reading, claims: Sequence[Sequence[Moment]]) -> list[str | None]:
    """Give for each time but the first the one craft that stands between it and the time before."""
    found: list[str | None] = []
    for one, two in pairwise(claims):
        between = _list_crafts(reading, one[-1].end, two[0].start)
        found.append(between[0].name if len(between) == 1 else None)
    return found


def _name_first(reading: Reading, moment: Moment) -> str | None:
    """Name the craft right before the first time: ``both Ranger 8 on 3 May and Ranger 9 on 5 May were halted``."""
    names = _list_crafts(reading, moment.start - _BEHIND, moment.start)
    near = names and _AT.fullmatch(reading.page.text, names[-1].end, moment.start)
    return names[-1].name if near else None


def _list_crafts(reading: Reading, start: int, end: int) -> list[CraftName]:
    return [name for name in reading.crafts_in(start, end) if name.kind == "craft"]


def _read_together(text: str, names: Sequence[CraftName], claims: Sequence[object]) -> list[str | None]:
    """Give the names where they are as many as the times, all unlike, and stand in one list."""
    listed = all(_is_joined(text, one, two) for one, two in pairwise(names))
    alike = len({name.name for name in names}) < len(claims)
    return [] if alike or not listed else [name.name for name in names]


def _is_joined(text: str, one: CraftName, two: CraftName) -> bool:
    return _AND.fullmatch(text, one.end, two.start) is not None
