"""In: weekdays and words that point to another date. Out: the day, month or year that they mean."""

import re
from dataclasses import replace
from datetime import timedelta

from extractor.context.anchors import Anchors
from extractor.context.calendar import CalendarDate, find_weekday, from_day, shift_date
from extractor.context.missing_years import YearSupply
from extractor.context.scene import Item, Scene
from extractor.context.stamps import is_recent
from extractor.context.tense import (
    FUTURE,
    IRREGULAR_PAST,
    OF_EVENT,
    PAST,
    PLANNED_BEFORE,
    READIED,
    SAID_BEFORE,
    SCHEDULED,
    TO_COME,
)
from extractor.mentions.partial import PartialDate
from extractor.model import Origin

_PERFECT = re.compile(r"\bhad\b", re.I)
_REPORTED = re.compile(
    r",[\s\u00a0](?!which|who)[^,.;]{0,60}\b(?:said|told|announced|reported|says|added|confirmed)\b[^,.;]{0,30}"
)
"""Who told what the clause before says: ``, officials said Tuesday``."""
_POSSESSIVE = re.compile(r"['’]s\b")
_LOOKING_BACK = re.compile(r"\b(?:from|after|since|following|during|at)[\s\u00a0]$", re.I)
"""Before ``Friday's briefing``: it has been."""
_RELATIVE = re.compile(r",[\s\u00a0](?:which|who|that)[\s\u00a0][^,.;]{0,110}$")
_LONGEST_RELATIVE = 120
_SET_IN = re.compile(r"^[^,;]{0,80}, (?=(?:is|are|was|were|has|have|had|will|would|remains?)\b)")
"""The rest of a clause with ``which`` before the verb that it parts from its subject."""
_READIED_FOR = 130  # characters before a day that tell what is made ready
_CLOCK_BESIDE = re.compile(r"\([^()]{0,50}\d[^()]{0,20}$")
_CLOCK_REACH = 72
"""A clock in brackets before a weekday, and how far off the bracket may open."""
_LAST_SAID = 12
_NEWS_DAYS = 45
"""Days before or behind the page's own on which a page of news still counts weekdays from its own."""
_SHORT = 14
"""Days that hardly lead into another year: where the day is open, its year is kept."""


class Pointer:
    """Resolves ``Monday``, ``next day``, ``last month`` from where the narrative stands, or from the day of writing."""

    def __init__(self, scene: Scene, anchors: Anchors, years: YearSupply) -> None:
        self._scene = scene
        self._anchors = anchors
        self._years = years

    def find_weekday(self, item: Item, parts: PartialDate, following: Item | None) -> CalendarDate:
        """Give the day that a weekday alone means: that of a date ``following`` in brackets, else by the tense."""
        beside = self._find_beside(item, parts)
        if beside is not None:
            return beside
        source, way = self._find_weekday_base(item)
        told = self._find_bracketed(item, parts, following, source)
        if told is not None:
            return told
        if source is None or source.date is None:
            return CalendarDate("day")
        day = source.date.to_day()
        if day is None:
            known = way < 0 and source.date.unit == "day" and source.date.month is not None and parts.deixis is None
            return source.date if known else CalendarDate("day")
        if parts.deixis in ("last", "previous"):
            way = -1
        elif parts.deixis in ("next", "this"):
            way = 1
        if parts.deixis in ("last", "next", "previous"):
            day += timedelta(days=way)
        item.origins.append(Origin("date", "weekday", source.start, source.end))
        return from_day(find_weekday(day, parts.weekday or 1, way))

    def _find_bracketed(
        self, item: Item, parts: PartialDate, following: Item | None, source: Item | None
    ) -> CalendarDate | None:
        """Give the day of ``Monday (Aug. 21)``, in the year nearest to ``source`` in which it is that weekday."""
        behind = following.candidate.parts if following is not None else None
        if following is None or not isinstance(behind, PartialDate) or None in (behind.month, behind.day):
            return None
        if self._scene.text[item.end : following.start] != " (":
            return None
        base = source.date if source is not None else None
        year = behind.year or (base.year if base is not None else None)
        if year is None:
            return CalendarDate("day", None, behind.month, behind.day)
        days = (CalendarDate("day", year + shift, behind.month, behind.day) for shift in (0, 1, -1))
        fitting = (day for day in days if (real := day.to_day()) is not None and real.isoweekday() == parts.weekday)
        return next(fitting, None)

    def _find_beside(self, item: Item, parts: PartialDate) -> CalendarDate | None:
        """Give the day of a weekday in brackets with a clock: the clock is of another zone, so a day off at most."""
        if not item.bracketed or not _CLOCK_BESIDE.search(
            self._scene.text, max(0, item.start - _CLOCK_REACH), item.start
        ):
            return None
        near = self._anchors.find_entry(item) or self._anchors.find_day(item)
        day = near.date.to_day() if near is not None and near.date is not None else None
        for shift in (0, 1, -1):
            other = day + timedelta(days=shift) if day is not None else None
            if near is not None and other is not None and other.isoweekday() == parts.weekday:
                item.origins.append(Origin("date", "weekday", near.start, near.end))
                return from_day(other)
        return None

    def _find_weekday_base(self, item: Item) -> tuple[Item | None, int]:
        """Give the day that a weekday is counted from, and the direction: 1 for onwards, -1 for back."""
        sentence = self._scene.sentence_text(item)
        future = self._is_ahead(item, sentence)
        tense = 1 if future else -1
        entry = self._anchors.find_entry(item)
        if entry is not None and not self._scene.opens_entry(item):
            return entry, tense
        stamp = self._anchors.stamp
        near = self._anchors.find_day(item)
        if stamp is not None and stamp.top and self._anchors.stamp_item is not None:
            days = [i.date.to_day() for i in self._anchors.trail[-_LAST_SAID:] if i.date is not None and i.date.is_day]
            if not days or any(is_recent(stamp, day, _NEWS_DAYS if self._anchors.news else None) for day in days):
                return self._anchors.stamp_item, tense
        if near is None:
            anchor = self._years.find_anchor(item)
            near = anchor if anchor is not None and anchor.date is not None and anchor.date.is_day else None
        return near, -1 if _PERFECT.search(sentence) and not future else 1

    def _is_ahead(self, item: Item, sentence: str) -> bool:
        """Say whether the words around a weekday speak of what is to come: its verb, its clause, its sentence."""
        if self._is_readied(item):
            return True
        before = self._scene.text[max(0, item.start - 40) : item.start]
        if SAID_BEFORE.search(before) and not PLANNED_BEFORE.search(before):
            return False
        if _LOOKING_BACK.search(before) and _POSSESSIVE.match(self._scene.text, item.end):
            return False
        block = self._scene.block_of(item)
        headline = block is not None and block.role in ("title", "heading")
        if self._is_told_before(item):
            return False
        for words in (self._own_clause(item), sentence):
            if FUTURE.search(words) or TO_COME.search(words):
                return True
            if PAST.search(words):
                return False
            if before.endswith("On ") or (not headline and SCHEDULED.search(words)):
                return True
        told = block is not None and block.role in ("title", "caption")
        return not told and not IRREGULAR_PAST.search(sentence)

    def _is_readied(self, item: Item) -> bool:
        """Say whether something is made ready for what the day dates: ``cleared for launch Tuesday``."""
        text = self._scene.text
        start, _ = self._scene.sentence_span(item)
        low = max(start, item.start - _READIED_FOR)
        if "for" not in text[low : item.start] or not READIED.search(text, low, item.start):
            return False
        return not text.endswith(("for ", "for\n"), 0, item.start) or OF_EVENT.match(text, item.end) is not None

    def _is_told_before(self, item: Item) -> bool:
        """Say whether the clause has told in the past before a weekday: ``fired its engine Saturday to depart``."""
        lead = self._scene.text[self._scene.clause_start(item) : item.start]
        behind = self._scene.text[item.end : item.end + 4]
        return behind == " to " and PAST.search(lead) is not None and not (FUTURE.search(lead) or TO_COME.search(lead))

    def _own_clause(self, item: Item) -> str:
        """Give the clause of an item without who told it, and without what a clause with ``which`` interrupts."""
        clause = self._scene.clause_text(item)
        opened = _RELATIVE.search(self._scene.text, max(0, item.start - _LONGEST_RELATIVE), item.start)
        if opened is not None and self._scene.text[item.end : item.end + 1] == ",":
            clause = self._scene.text[opened.start() : item.end]
        return _REPORTED.sub(" ", _SET_IN.sub("", clause, count=1))

    def point(self, item: Item, parts: PartialDate) -> CalendarDate | None:
        """Give the date that ``next day`` or ``that month`` points to."""
        anchor = self._find_base(item, parts)
        empty = CalendarDate(parts.unit, part=parts.part, month=parts.month)
        if anchor is None or anchor.date is None:
            return empty
        item.origins.append(Origin("date", parts.deixis or "", anchor.start, anchor.end))
        if parts.part is not None or parts.month is not None:
            return _point_named(parts, anchor.date)
        if parts.unit == "day" and abs(parts.shift) <= _SHORT:
            empty = replace(empty, year=anchor.date.year)
        return shift_date(anchor.date, parts.unit, parts.shift) or empty

    def _find_base(self, item: Item, parts: PartialDate) -> Item | None:
        """Give what a pointing date refers to: the day of writing, or the date that the narrative stands at."""
        if parts.deixis == "today":
            return self._anchors.find_today(item)
        if parts.deixis == "past":
            return self._anchors.stamp_item or self._anchors.last or self._years.find_anchor(item)
        if parts.deixis in ("last", "this", "next") and parts.unit != "day":
            today = self._anchors.find_entry(item) or self._anchors.stamp_item
            if today is not None and (self._anchors.news or self._anchors.last is None):
                return today
        if parts.deixis == "that" and parts.unit == "day" and parts.month is None:
            return self._anchors.find_said(item) or self._anchors.find_day(item)
        if (parts.unit == "day" and parts.month is None) or parts.unit in ("week", "weekend"):
            return self._anchors.find_day(item) or self._years.find_anchor(item)
        return self._anchors.last or self._years.find_anchor(item)


def _point_named(parts: PartialDate, anchor: CalendarDate) -> CalendarDate:
    """Read ``last summer``, ``next May``, ``May 3 of that year``: the nearest one before or after the anchor."""
    named = CalendarDate(parts.unit, anchor.year, parts.month, parts.day, parts.part)
    mine, other = named.to_day(), anchor.to_day()
    if mine is None or other is None or anchor.year is None or parts.shift == 0:
        return named
    if parts.shift > 0 and mine <= other:
        return replace(named, year=anchor.year + 1)
    if parts.shift < 0 and mine >= other:
        return replace(named, year=anchor.year - 1)
    return named
