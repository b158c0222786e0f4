"""In: the dates, clock times and zones of a sentence. Out: moments: points or intervals in time, with their proof."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.facts.instants import covers, is_clock, is_dated, read_instant
from extractor.model import Mention
from extractor.records import record

_JOIN = re.compile(
    r"[\s,;()/|–—.\[\]-]{0,6}(?:(?:on|at|in|of|the|or|and|i\.e\.|which was|early|late|very|morning|evening"
    r"|afternoon|night|local|time"
    r"|hours|about|around|exactly|approximately|precisely|shortly|just|after|before|a|equal to"
    r"|corresponding to|yesterday|today|is|was|by)"
    r"[\s,;()/|–—-]{1,4}){0,5}",
    re.I,
)
_TO = re.compile(r"\s?(?:[-–—]|to|through|until|till|thru)\s?", re.I)
_AND = re.compile(r"\s?(?:and|to|[-–—])\s?", re.I)
_BETWEEN = re.compile(r"\b(?:between|from)\s(?:the\s)?$", re.I)
_OR = re.compile(r"[\s,(]{1,3}or\s(?:(?:at|on|in)\s)?", re.I)
_LIST = re.compile(
    r"(?:\s\((?=[^()\n]{0,20}\d)[^()\n]{4,45}\))?"
    r"(?:,\s|,?\sand\s(?:then\s|(?:once\s)?again\s)?(?:(?:at|on|in|from|to|for)\s)?(?:the\s)?)"
    r"|,?\sand\s(?:of|at|past|to|for)\s(?:the\s)?\w{3,12}\son\s(?:the\s)?"
    r"|(?:,\s[^,.;]{3,60},)?,?\sand\s(?:that|those|the\sone|one)\s(?:of|on|for|in)\s(?:the\s)?"
    r"|,?\sand,\s[^,.;]{3,90},\s(?:at|on|in)\s(?:the\s)?"
    r"|[,;]?\s(?:and\s|then\s|and\sthen\s)?(?:an?\s|the\s)?(?:second|third|fourth|fifth|sixth|seventh|last|final|next"
    r"|another|other)(?:\sone)?(?:\s(?:was|were|is|are|came))?\s(?:(?:at|on|in|for|from|to)\s)?(?:the\s)?",
    re.I,
)
_LIST_OF_NAMES = re.compile(
    r"[,;]?\s(?:and\s|while\s|then\s)?(?:(?:of|at|past|to|for|by|with|near)\s)?(?:the\s|its\s(?:twin|sister)\s|\d{1,6}\s)?"
    r"[A-Z][\w-]{1,14}(?:[\s-][A-Z\d][\w-]{0,9})?,?\s(?:on|in|at)\s(?:the\s)?"
)
"""What stands between two times where a verb is left out: ``Venera 15 on 2 June, Venera 16 on the 7th``."""

_LIST_IN_BRACKETS = re.compile(
    r"\)[,;]?\s(?:and\s|then\s|and\sthen\s)?(?:(?:one|two|three|four|a|another|again|once)\s)?(?:(?:of|by|past|at|to|with|around)\s)?"
    r"(?:the\s)?[A-Z][\w’'-]{1,14}(?:\s[A-Z\d][\w-]{0,9})?\s\((?:on\s|in\s)?"
)
"""The same where each time stands in brackets: ``flybys of Venus (3 May 2031), Earth (9 June 2031) and Jupiter (``."""

_MOVED = re.compile(
    r"\b(?:mov|delay|postpon|push|shift|slip|slid|reschedul|advanc|chang|bump|set back"
    r"|brought forward)\w*\b[^.;]{0,60}\bfrom $",
    re.I,
)
_NEW_CLAUSE = re.compile(r",?\sand\s(?:then\s)?(?:on|at|in)\s", re.I)
_CLAUSE_BEHIND = re.compile(
    r",?\s(?:it|he|she|they|(?:the|its|his|her|their|an?)\s[\w-]{2,14}|[A-Z][\w-]{1,14}(?:\s[A-Z\d][\w-]{0,9})?)\s"
    r"(?:\w{2,9}ly\s)?(?:was|were|is|are|had|has|will|would|did|[a-z]{2,10}ed|came|went|left|flew|fell|made|took|began)\b"
)
"""A date that opens a clause of its own: ``on 3 May, and on 5 May it was moved``."""

_ENDS = re.compile(r"\s?(?:[.;)\n]|,? respectively|$)")
_NOTE = re.compile(r"(?:\{\{[^{}]{0,60}\|\s?date|access-?date|archive-?date)\s?=\s?$", re.I)
_DIGIT = re.compile(r"\d")
_RECKONED = re.compile(r"\b(?:later|earlier|ago|after|before)\b", re.I)
_LONGEST_JOIN = 45
_LONGEST_ASIDE = 115  # the same where an aside stands between: `on the 13th and, after a long wait, on the 21st`


@record(frozen=True, slots=True)
class Moment:
    """A point or interval in time that a sentence names: offsets, its finest value, the mentions that prove it.

    ``also`` says that it stands in a list with the moment before it (``15:40:33 or 15:39:53``).
    """

    start: int
    end: int
    value: str
    evidence: tuple[str, ...]
    also: bool = False
    said: bool = True
    """Whether the expression has figures of its own: ``the next day`` begins a clause, it goes on with no list."""

    @property
    def is_clock(self) -> bool:
        """Say that the moment has a clock time."""
        return is_clock(self.value)


def read_moments(text: str, mentions: Iterable[Mention]) -> list[Moment]:
    """Join the DATE, TIME and TIMEZONE mentions of one sentence to moments, in reading order.

    The value is the finest that is said, in the zone that is said first; what cannot be dated is left out.
    """
    moments: list[Moment] = []
    for mention in mentions:
        if mention.label == "TIMEZONE":
            if moments and mention.start - moments[-1].end <= _LONGEST_JOIN and _follows(text, moments[-1], mention):
                moments[-1] = _extend(moments[-1], mention)
            continue
        if mention.label not in {"DATE", "TIME"} or not isinstance(mention.value, str):
            continue
        if mention.label == "DATE" and (_RECKONED.search(mention.text) or _is_note(text, mention.start)):
            continue
        moment = Moment(
            mention.start, mention.end, mention.value, (mention.id,), said=_DIGIT.search(mention.text) is not None
        )
        if not moments:
            moments.append(moment)
            continue
        joined = _join(text, moments[-1], moment)
        moments[-1:] = joined
    return _list_full([moment for moment in moments if is_dated(moment.value)], text)


def _list_full(moments: list[Moment], text: str) -> list[Moment]:
    """Make a list of days with their clocks: ``on 12 May at 14:30 and on 14 May at 10:01.``"""
    for place, (one, two) in enumerate(pairwise(moments), 1):
        alike = one.is_clock and two.is_clock and not two.also and len(two.evidence) > 1
        if alike and _LIST.fullmatch(text, one.end, two.start) and _ENDS.match(text, two.end):
            moments[place] = replace(two, also=not _agree(one.value, two.value))
    return moments


def _is_note(text: str, start: int) -> bool:
    """Say that a date is a note of the page's makers, as wiki text has them: ``{{citation needed|date=May 2014}}``."""
    return (
        text[max(0, start - 9) : start].rstrip().endswith("=")
        and _NOTE.search(text, max(0, start - 80), start) is not None
    )


def _follows(text: str, moment: Moment, mention: Mention) -> bool:
    return len(text[moment.end : mention.start].strip(" \n(,/[")) == 0


def _extend(moment: Moment, mention: Mention) -> Moment:
    return replace(moment, end=mention.end, evidence=(*moment.evidence, mention.id))


def _join(text: str, one: Moment, two: Moment) -> Sequence[Moment]:
    """Join two neighbours where they say one instant, or the ends of an interval; else keep both."""
    gap = text[one.end : two.start]
    if len(gap) > (_LONGEST_ASIDE if ", " in gap else _LONGEST_JOIN):
        return (one, two)
    evidence = (*one.evidence, *two.evidence)
    if "/" not in one.value and _is_range(text, one, two, gap):
        return (Moment(one.start, two.end, f"{one.value}/{two.value}", evidence),)
    if _TO.fullmatch(gap) and two.value < one.value and _MOVED.search(text, max(0, one.start - 90), one.start):
        return (one, replace(two, also=True))  # `brought forward from August 6 to July 3`
    alike = two.said and one.is_clock == two.is_clock and len(one.value) == len(two.value)
    clause = _NEW_CLAUSE.match(gap) and _CLAUSE_BEHIND.match(text, two.end)
    listed = alike and not clause and (_LIST.fullmatch(gap) or _LIST_OF_NAMES.fullmatch(gap))
    bracketed = two.said and one.is_clock == two.is_clock and _LIST_IN_BRACKETS.fullmatch(gap)
    if (listed or bracketed or _OR.fullmatch(gap)) and not _agree(one.value, two.value):
        return (one, replace(two, also=True))
    if _JOIN.fullmatch(gap):
        value = _unite(one.value, two.value)
        if value is not None:
            return (Moment(one.start, two.end, value, evidence, one.also),)
    return (one, two)


def _is_range(text: str, one: Moment, two: Moment, gap: str) -> bool:
    if one.is_clock != two.is_clock or one.value == two.value or not is_dated(one.value):
        return False
    between = _BETWEEN.search(text, max(0, one.start - 12), one.start)
    if not (_AND.fullmatch(gap) if between else _TO.fullmatch(gap)):
        return False
    if one.is_clock:
        first, last = read_instant(one.value), read_instant(two.value)
        return first is not None and last is not None and first < last
    return len(one.value) == len(two.value) and one.value < two.value


def _agree(one: str, two: str) -> bool:
    return covers(one, two) or covers(two, one)


def _unite(one: str, two: str) -> str | None:
    """Give the value of two expressions that stand together, ``None`` where they do not fit."""
    if one.startswith("T") and not is_clock(two) and len(two) == len("2000-01-01"):
        return two + one
    if two.startswith("T") and not is_clock(one) and len(one) == len("2000-01-01"):
        return one + two
    if "/" in one or "/" in two:
        return one if covers(two, one) else None
    if is_clock(one) and is_clock(two):
        if covers(two, one) or covers(one, two):
            return one if read_instant(one) == read_instant(two) or covers(two, one) else two
        return None
    if covers(two, one):
        return one
    if covers(one, two):
        return two
    return _unite_other_day(one, two)


def _unite_other_day(one: str, two: str) -> str | None:
    """Let a bracket's other date stand beside a clock time: the day may differ from zone to zone."""
    if is_clock(one) and not is_clock(two) and len(two) == len("2000-01-01"):
        instant, day = read_instant(one), read_instant(two)
        if instant is not None and day is not None and -1 <= (instant.date() - day.date()).days <= 1:
            return one
    return None


def split_moved(text: str, start: int, moment: Moment) -> tuple[Moment, ...]:
    """Split what looks like an interval and is none: ``moved the launch from April 30 to May 4``."""
    if "/" not in moment.value or not _MOVED.search(text, max(start, moment.start - 90), moment.start):
        return (moment,)
    first, _, last = moment.value.partition("/")
    return replace(moment, value=first), replace(moment, value=last, also=True)
