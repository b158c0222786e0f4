"""In: a date that lacks its year or month, and the dates around it. Out: the date completed, with what completed it."""

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cached_property

from extractor.context.anchors import Anchors
from extractor.context.calendar import CalendarDate, complete_year, shift_date
from extractor.context.eras import find_era_year
from extractor.context.narrative import Plan, choose_plan
from extractor.context.scene import Item, Scene
from extractor.context.tense import COMING, FUTURE, PAST, find_participle
from extractor.context.years import choose_year
from extractor.mentions.partial import PartialDate
from extractor.model import Origin

_JOINED = re.compile(
    r"(?:,?[\s\u00a0]{0,3}(?:and|or|to|through|until|till|&|–|-|/)(?:[\s\u00a0](?:on|in|by|from|late|early|mid|the))?|,)"
    r"[\s\u00a0]{0,3}$"
)
_IN_TURN = (", respectively", " respectively")
_BESIDE = re.compile(r",?[\s\u00a0]{1,2}(?:of[\s\u00a0]|in[\s\u00a0])?")
_PRESENT_PASSIVE = re.compile(r"\b(?:is|are)\s(?:[a-z]+ly\s|now\s|still\s)?(?:being\s)?[a-z]+(?:ed|ade|uilt)\b", re.I)
"""``is booked for December``, ``is being readied``: a form of the past that tells of the present."""
_MOVED = re.compile(r"\b(?:slipped|slid|delayed|postponed|moved|put\soff|pushed\sback|rescheduled|deferred)\b", re.I)
"""Verbs whose past tells of dates that lie ahead: ``has slipped from July 2 to July 9``."""
_DONE = re.compile(
    r"\b(?:(?:was|were)\s(?:launched|lost|destroyed|deployed|released|captured)|lifted\soff|blasted\soff|took\soff|launched|landed"
    r"|arrived|docked|departed|crashed|died|flew\spast|touched\sdown|splashed\sdown|entered\s\w+\sorbit)\s(?:on\s)?$"
)
"""What has happened, right before its day, so that no plan is told of."""
_LOOKED_AHEAD = 4
_BEFORE = 60  # characters before a date that may open the clause that it ends
_SOON, _YEAR = 60, 366
"""Days: what lies no further ahead of the page's own day may be a plan told in the past tense."""


class YearSupply:
    """Gives dates their years: from their sentence, the telling of the page, its own day, or an era."""

    def __init__(self, scene: Scene, anchors: Anchors) -> None:
        self._scene = scene
        self.anchors = anchors
        self._plan = choose_plan(scene, anchors.stamp, news=anchors.news)
        self._era_year = None if scene.years or anchors.stamp else find_era_year(scene)

    def drop_plan(self) -> None:
        """Forget the telling of the page: its dateline has turned out to rule its years."""
        self._plan = Plan()

    def supply(self, item: Item, parts: PartialDate, following: Item | None) -> CalendarDate:
        """Complete a date that lacks its year, or even its month."""
        partial = as_date(parts)
        shared = self._share_year(item, parts, following)
        if shared is not None:
            return replace(partial, year=shared)
        anchor = self.find_anchor(item)
        if anchor is None or anchor.date is None:
            return self._take_era(item, partial)
        if parts.month is None and parts.part is None:
            item.origins.append(Origin("month", "narrative", anchor.start, anchor.end))
            return self._supply_month(partial, parts, anchor.date)
        tentative = anchor is self.anchors.actual and anchor is not self.anchors.last
        year = None if tentative else self._plan.years.get(item.start)
        year = year or self._choose_year(partial, parts, anchor, anchor.date)
        year = self._fit_weekday(partial, parts.weekday, self._fit_tense(item, partial, year))
        if year is None:
            return self._take_era(item, partial)
        rule = "weekday" if parts.weekday and parts.day else "narrative"
        item.origins.append(Origin("year", rule, anchor.start, anchor.end))
        return replace(partial, year=year)

    def _choose_year(self, partial: CalendarDate, parts: PartialDate, anchor: Item, near: CalendarDate) -> int | None:
        if parts.part is not None:
            return near.year
        return choose_year(partial, parts.weekday, near, None if anchor is self.anchors.stamp_item else 1)

    def _fit_tense(self, item: Item, partial: CalendarDate, year: int | None) -> int | None:
        """Keep what a page of news says in the past tense before its own day, and what it says will be behind it."""
        stamp = self.anchors.stamp
        said = item.candidate.parts.weekday is not None
        if year is None or stamp is None or said or not self.anchors.news or self._scene.is_row(item):
            return year
        found = complete_year(replace(partial, day=partial.day or 1), year)
        day = found.to_day() if found else None
        today = self.anchors.find_today(item)
        written = today.date.to_day() if today is not None and today.date is not None else None
        ahead = (day - (written or stamp.day)).days if day is not None else 0
        if 0 < ahead <= _SOON and _DONE.search(self._scene.text, max(0, item.start - _BEFORE), item.start):
            return year - 1
        if not _SOON < abs(ahead) <= _YEAR or partial.part is not None:
            return year
        clause = self._scene.clause_text(item)
        past = PAST.search(_PRESENT_PASSIVE.sub(" ", clause)) is not None
        if ahead < 0:
            whole = _PRESENT_PASSIVE.sub(" ", self._scene.sentence_text(item))
            text = self._scene.text
            if find_participle(text[max(0, item.start - _BEFORE) : item.start], text[item.end : item.end + 1]):
                return year
            return year + 1 if COMING.search(clause) or not (past or PAST.search(whole)) else year
        return year - 1 if past and not FUTURE.search(clause) and not _MOVED.search(clause) else year

    def _fit_weekday(self, partial: CalendarDate, weekday: int | None, year: int | None) -> int | None:
        """Where a weekday contradicts the year, take the page's year nearest to it that fits, if there is one."""
        if year is None or weekday is None or partial.day is None or _falls_on(partial, year, weekday):
            return year
        stamp = self.anchors.stamp
        known = {*self._scene.years, *((stamp.day.year,) if stamp is not None else ())}
        fitting = [other for other in sorted(known) if _falls_on(partial, other, weekday)]
        return min(fitting, key=lambda other: abs(other - (year or 0)), default=year)

    def _supply_month(self, partial: CalendarDate, parts: PartialDate, anchor: CalendarDate) -> CalendarDate:
        """Give a day of the month alone its month: the anchor's, or the next one where its weekday says so."""
        found = replace(partial, year=anchor.year, month=anchor.month)
        if parts.weekday is None or anchor.month is None:
            return found
        for count in (0, 1, -1):
            month = shift_date(anchor, "month", count)
            other = replace(partial, year=month.year, month=month.month) if month else None
            day = other.to_day() if other else None
            if other is not None and day is not None and day.isoweekday() == parts.weekday:
                return other
        return found

    def find_anchor(self, item: Item) -> Item | None:
        """Give the date that a partial one refers to; the page's first full date where none stands before."""
        ahead = self._find_in_sentence(item)
        anchor = self.anchors.find(item)
        if ahead is not None and (anchor is None or anchor.sentence != item.sentence):
            return ahead
        if anchor is not None:
            return anchor
        return self._first_full

    @cached_property
    def _first_full(self) -> Item | None:
        """The page's first date with year and month, else its first year."""
        full = (i for i in self._scene.dates if i.date is not None and i.date.year is not None and i.date.month)
        first = min(full, key=lambda other: (other.apart, other.start), default=None)
        return first or next((i for i in self._scene.dates if self._fix_year(i)), None)

    def _find_in_sentence(self, item: Item) -> Item | None:
        """Give a later date of the same sentence that says its year, or its weekday, from which the year follows."""
        place = bisect_right(self._scene.dates, item.start, key=lambda other: other.start)
        for other in self._scene.dates[place : place + _LOOKED_AHEAD]:
            if other.sentence > item.sentence:
                return None
            parts = other.candidate.parts
            if parts.month is None or parts.short_year or parts.deixis:
                continue
            if parts.year is not None:
                return None if self._lies_ahead(item, other) else other
            if (
                parts.weekday
                and parts.day
                and not other.origins
                and (anchor := self.anchors.find(item))
                and anchor.date
            ):
                year = choose_year(as_date(parts), parts.weekday, anchor.date)
                other.date = replace(as_date(parts), year=year)
                return other
        return None

    def _lies_ahead(self, item: Item, other: Item) -> bool:
        """Say that news go on from what happened to what will: ``passed it on Feb 8 and will be back in May 1994``."""
        if not self.anchors.news or not FUTURE.search(self._scene.clause_text(other)):
            return False
        return not FUTURE.search(self._scene.clause_text(item))

    @staticmethod
    def _fix_year(item: Item) -> bool:
        parts = item.candidate.parts
        if parts.year is None or parts.short_year or parts.unit in ("decade", "century"):
            return False
        item.date = as_date(parts)
        return True

    def _take_era(self, item: Item, partial: CalendarDate) -> CalendarDate:
        if self._era_year is None or partial.month is None:
            return partial
        year, start, end = self._era_year
        item.origins.append(Origin("year", "era", start, end))
        return replace(partial, year=year)

    def _share_year(self, item: Item, parts: PartialDate, following: Item | None) -> int | None:
        """Give the year of a date joined to this one that has it: ``January and March 1965``, ``May last year``."""
        if following is None or not isinstance(following.candidate.parts, PartialDate):
            return None
        other = following.candidate.parts
        if other.unit == "year" and other.deixis in ("last", "this", "next") and parts.month is not None:
            today = self.anchors.find_today(item)
            if today is None or today.date is None or not _BESIDE.fullmatch(self._scene.gap(item, following)):
                return None
            item.origins.append(Origin("year", "joined", following.start, following.end))
            return None if today.date.year is None else today.date.year + other.shift
        if other.year is None or other.short_year or other.month is None or parts.month is None:
            return None
        if other.deixis not in (None, "listed") or not _JOINED.fullmatch(self._scene.gap(item, following)):
            return None
        item.origins.append(Origin("year", "joined", following.start, following.end))
        turned = parts.month > other.month and not self._scene.text.startswith(_IN_TURN, following.end)
        return other.year - 1 if turned else other.year


def as_date(parts: PartialDate) -> CalendarDate:
    """Give what the words of a date say, its gaps left open."""
    return CalendarDate(parts.unit, parts.year, parts.month, parts.day, parts.part)


def _falls_on(partial: CalendarDate, year: int, weekday: int) -> bool:
    found = complete_year(partial, year)
    day = found.to_day() if found is not None else None
    return day is not None and day.isoweekday() == weekday
