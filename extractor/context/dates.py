"""In: a scene. Out: its dates completed: years, months and days that the page gives, each with its origin."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cached_property

from extractor.context.anchors import Anchors
from extractor.context.calendar import CalendarDate, complete_year, find_weekday, from_day, shift_date
from extractor.context.eras import find_era_year
from extractor.context.narrative import Plan, choose_plan
from extractor.context.scene import Item, Scene
from extractor.context.stamps import is_recent
from extractor.context.tense import FUTURE, PAST, SAID_BEFORE
from extractor.context.years import choose_year, expand_year
from extractor.mentions.partial import DayCue, PartialClock, PartialDate
from extractor.model import Origin
from extractor.values import Final

_JOINED = re.compile(
    r"(?:,?[\s\u00a0]{0,3}(?:and|or|to|through|until|till|&|–|-|/)(?:[\s\u00a0](?:on|in|by|from|late|early|mid|the))?|,)"
    r"[\s\u00a0]{0,3}$"
)
_PERFECT = re.compile(r"\bhad\b", re.I)
_LATER = re.compile(r"[\s\u00a0](?:later|thereafter)\b|[\s\u00a0]after(?:wards?|[\s\u00a0](?:that|this))\b")
_AFTER = re.compile(
    r"(?:^|[.;\n][\s\u00a0]{0,3})After[\s\u00a0](?:(?:an?|the|about|nearly|some|almost)[\s\u00a0]){0,2}$"
)
_DAYS = re.compile(r"P(\d{1,4})([DW])")
_LOOKED_AHEAD = 4
_SHORT = 14
"""Days that hardly lead into another year: where the day is open, its year is kept."""
_SOON, _YEAR = 60, 366
"""Days: what lies no further ahead of the page's own day may be a plan told in the past tense."""
_LAST_SAID = 12
_LONGEST_CHASE = 5
"""Days: a shorter flight goes on from where the narrative stands, a longer one is counted from the launch."""


class DateWalk:
    """One pass over the dates of a page in reading order."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        for item in scene.dates:
            parts = item.candidate.parts
            if None not in (parts.year, parts.month) and not parts.short_year and parts.swapped is None:
                item.date = _as_date(parts)
        self.anchors = Anchors(scene)
        self._plan = choose_plan(scene, self.anchors.stamp, news=self.anchors.news)
        self._era_year = None if scene.years or self.anchors.stamp else find_era_year(scene)

    def run(self, told: Mapping[int, CalendarDate]) -> None:
        """Complete all dates of the scene, in place; ``told`` are the days of clocks that are known beforehand."""
        items = self._scene.items
        for index, item in enumerate(items):
            parts = item.candidate.parts
            if isinstance(parts, PartialDate):
                following = items[index + 1] if index + 1 < len(items) else None
                self._complete(item, parts, following)
                if self.anchors.take_dateline(item):
                    self._plan = Plan()
                self.anchors.advance(item)
            elif item.start in told and isinstance(parts, PartialClock):
                self.anchors.stand_at(item, told[item.start], item, "clock")
            elif isinstance(parts, DayCue):
                self.anchors.follow_cue(item, parts)
            elif isinstance(parts, Final) and item.candidate.label == "DURATION":
                self._follow_duration(item, parts)

    def _complete(self, item: Item, parts: PartialDate, following: Item | None) -> None:
        if parts.short_year and parts.year is not None:
            parts = replace(parts, year=expand_year(parts.year, self._scene.years))
            item.origins.append(Origin("year", "century-of-page"))
        if parts.swapped and self._scene.month_first is False:
            month, day = parts.swapped
            parts = replace(parts, month=month, day=day)
            item.origins.append(Origin("month", "day-first-page"))
        elif parts.swapped and self._scene.month_first is None:
            item.origins.append(Origin("month", "ambiguous-order"))
        if parts.unit == "weekday":
            item.date = self._find_weekday(item, parts)
        elif parts.deixis and parts.deixis != "listed":
            item.date = self._point(item, parts)
        elif parts.year is not None:
            item.date = _as_date(parts)
        else:
            item.date = self._supply(item, parts, following)
        if parts.until is not None and item.date is not None:
            item.until = _complete_until(item.date, parts.until)

    def _supply(self, item: Item, parts: PartialDate, following: Item | None) -> CalendarDate:
        """Complete a date that lacks its year, or even its month."""
        partial = _as_date(parts)
        shared = self._share_year(item, parts, following)
        if shared is not None:
            return replace(partial, year=shared)
        anchor = self._find_anchor(item)
        if anchor is None or anchor.date is None:
            return self._take_era(item, partial)
        if parts.month is None and parts.part is None:
            item.origins.append(Origin("month", "narrative", anchor.start, anchor.end))
            return self._supply_month(partial, parts, anchor.date)
        tentative = anchor is self.anchors.actual and anchor is not self.anchors.last
        year = None if tentative else self._plan.years.get(item.start)
        year = year or self._choose_year(partial, parts, anchor, anchor.date)
        year = self._fit_tense(item, partial, year)
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
        """Keep what a page of news says in the past tense before its own day."""
        stamp = self.anchors.stamp
        said = item.candidate.parts.weekday is not None
        if year is None or stamp is None or said or not self.anchors.news or self._scene.is_row(item):
            return year
        found = complete_year(replace(partial, day=partial.day or 1), year)
        day = found.to_day() if found else None
        ahead = (day - stamp.day).days if day is not None else 0
        if not _SOON < ahead <= _YEAR or partial.part is not None:
            return year
        clause = self._scene.clause_text(item)
        return year - 1 if PAST.search(clause) and not FUTURE.search(clause) else year

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

    def _find_anchor(self, item: Item) -> Item | None:
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
                return other
            if (
                parts.weekday
                and parts.day
                and not other.origins
                and (anchor := self.anchors.find(item))
                and anchor.date
            ):
                year = choose_year(_as_date(parts), parts.weekday, anchor.date)
                other.date = replace(_as_date(parts), year=year)
                return other
        return None

    @staticmethod
    def _fix_year(item: Item) -> bool:
        parts = item.candidate.parts
        if parts.year is None or parts.short_year or parts.unit in ("decade", "century"):
            return False
        item.date = _as_date(parts)
        return True

    def _take_era(self, item: Item, partial: CalendarDate) -> CalendarDate:
        if self._era_year is None or partial.month is None:
            return partial
        year, start, end = self._era_year
        item.origins.append(Origin("year", "era", start, end))
        return replace(partial, year=year)

    def _share_year(self, item: Item, parts: PartialDate, following: Item | None) -> int | None:
        """Give the year of a date joined to this one that has it: ``January and March 1965``."""
        if following is None or not isinstance(following.candidate.parts, PartialDate):
            return None
        other = following.candidate.parts
        if other.year is None or other.short_year or other.month is None or parts.month is None:
            return None
        if other.deixis not in (None, "listed") or not _JOINED.fullmatch(self._scene.gap(item, following)):
            return None
        item.origins.append(Origin("year", "joined", following.start, following.end))
        return other.year - 1 if parts.month > other.month else other.year

    def _find_weekday(self, item: Item, parts: PartialDate) -> CalendarDate:
        """Give the day that a weekday alone means: the nearest that the tense allows."""
        source, way = self._find_weekday_base(item)
        if source is None or source.date is None:
            return CalendarDate("day")
        day = source.date.to_day()
        if day is None:
            return CalendarDate("day")
        if parts.deixis in ("last", "previous"):
            way = -1
        elif parts.deixis in ("next", "this"):
            way = 1
        if parts.deixis in ("last", "next", "previous"):
            day += timedelta(days=way)
        item.origins.append(Origin("date", "weekday", source.start, source.end))
        return from_day(find_weekday(day, parts.weekday or 1, way))

    def _find_weekday_base(self, item: Item) -> tuple[Item | None, int]:
        """Give the day that a weekday is counted from, and the direction: 1 for onwards, -1 for back."""
        sentence = self._scene.sentence_text(item)
        future = FUTURE.search(sentence) is not None or (
            not PAST.search(sentence) and self._scene.text[max(0, item.start - 3) : item.start] == "On "
        )
        said = SAID_BEFORE.search(self._scene.text[max(0, item.start - 30) : item.start])
        tense = 1 if future and not said else -1
        entry = self.anchors.find_entry(item)
        if entry is not None and not self._scene.opens_entry(item):
            return entry, tense
        stamp = self.anchors.stamp
        near = self.anchors.find_day(item)
        if stamp is not None and stamp.top and self.anchors.stamp_item is not None:
            days = [i.date.to_day() for i in self.anchors.trail[-_LAST_SAID:] if i.date is not None and i.date.is_day]
            if not days or any(is_recent(stamp, day) for day in days):
                return self.anchors.stamp_item, tense
        if near is None:
            anchor = self._find_anchor(item)
            near = anchor if anchor is not None and anchor.date is not None and anchor.date.is_day else None
        return near, -1 if _PERFECT.search(sentence) and not future else 1

    def _point(self, item: Item, parts: PartialDate) -> CalendarDate | None:
        """Give the date that ``next day`` or ``that month`` points to."""
        anchor = self._find_base(item, parts)
        empty = CalendarDate(parts.unit, part=parts.part, month=parts.month)
        if anchor is None or anchor.date is None:
            return empty
        item.origins.append(Origin("date", parts.deixis or "", anchor.start, anchor.end))
        if parts.part is not None or (parts.unit == "month" and parts.month is not None):
            return _point_named(parts, anchor.date)
        if parts.unit == "day" and abs(parts.shift) <= _SHORT:
            empty = replace(empty, year=anchor.date.year)
        return shift_date(anchor.date, parts.unit, parts.shift) or empty

    def _find_base(self, item: Item, parts: PartialDate) -> Item | None:
        """Give what a pointing date refers to: the day of writing, or the date that the narrative stands at."""
        if parts.deixis == "today":
            return self.anchors.find_today(item)
        if parts.deixis == "past":
            return self.anchors.stamp_item or self.anchors.last or self._find_anchor(item)
        if parts.deixis in ("last", "this", "next") and parts.unit != "day":
            today = self.anchors.find_entry(item) or self.anchors.stamp_item
            if today is not None and (self.anchors.news or self.anchors.last is None):
                return today
        if parts.unit == "day" or parts.unit in ("week", "weekend"):
            return self.anchors.find_day(item) or self._find_anchor(item)
        return self.anchors.last or self._find_anchor(item)

    def _follow_duration(self, item: Item, value: Final) -> None:
        """Let ``six days later`` carry the narrative on, though it makes no date of its own."""
        found = _DAYS.fullmatch(str(value.value))
        if found is None or value.mod not in (None, "APPROX"):
            return
        count = int(found[1]) * (7 if found[2] == "W" else 1)
        if _LATER.match(self._scene.text, item.end):
            base = self.anchors.find_day(item)
        elif _AFTER.search(self._scene.text[max(0, item.start - 24) : item.start]):
            short = count <= _LONGEST_CHASE
            base = self.anchors.find_day(item) if short else self.anchors.find_event("launch", item)
        else:
            return
        if base is not None and base.date is not None:
            self.anchors.stand_at(item, shift_date(base.date, "day", count), base, "duration")


def _complete_until(start: CalendarDate, until: PartialDate) -> CalendarDate:
    end = _as_date(until)
    if end.year is None and start.year is not None:
        later = start.month is not None and end.month is not None and end.month < start.month
        end = replace(end, year=start.year + 1 if later else start.year)
    return end


def _point_named(parts: PartialDate, anchor: CalendarDate) -> CalendarDate:
    """Read ``last summer``, ``next May``: the nearest one before or after the anchor."""
    named = CalendarDate(parts.unit, anchor.year, parts.month, None, parts.part)
    mine, other = named.to_day(), anchor.to_day()
    if mine is None or other is None or anchor.year is None or parts.shift == 0:
        return named
    if parts.shift > 0 and mine <= other:
        return replace(named, year=anchor.year + 1)
    if parts.shift < 0 and mine >= other:
        return replace(named, year=anchor.year - 1)
    return named


def _as_date(parts: PartialDate) -> CalendarDate:
    return CalendarDate(parts.unit, parts.year, parts.month, parts.day, parts.part)
