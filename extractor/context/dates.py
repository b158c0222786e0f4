"""In: a scene. Out: its dates completed: years, months and days that the page gives, each with its origin."""

import re
from dataclasses import replace
from datetime import timedelta

from extractor.context.calendar import CalendarDate, find_weekday, from_day, shift_date
from extractor.context.scene import Item, Scene
from extractor.context.years import choose_year, expand_year
from extractor.mentions.partial import DayCue, PartialDate
from extractor.model import Origin
from extractor.values import Final

_JOINED = re.compile(
    r"(?:,?[\s\u00a0]{0,3}(?:and|or|to|through|until|till|&|–|-|/)(?:[\s\u00a0](?:on|in|by|from|late|early|mid|the))?|,)[\s\u00a0]{0,3}$"
)
_FUTURE = re.compile(
    r"\b(?:will|shall|scheduled|plan(?:s|ned)?|expected|expects?|targeting|targeted|set\sto|due\sto|is\sto|are\sto|upcoming"
    r"|slated|would|going\sto|no\searlier\sthan)\b",
    re.I,
)
_LAUNCH = re.compile(
    r"\b(?:launch(?:ed|es|ing)?|lift(?:ed|s)?[\s-]?off|liftoff|t(?:oo|a)ke?(?:s|n)?\soff|takeoff|blast(?:ed|s)?\soff|roared)\b",
    re.I,
)
_SHIFT_BEHIND = re.compile(r"[\s\u00a0](?:later|thereafter)\b|[\s\u00a0]after(?:wards?|[\s\u00a0](?:that|this))\b")
_DAYS = re.compile(r"P(\d{1,5})([DW])")
_UNTIL_BEFORE = re.compile(
    r"\b(?:until|till|by|through|than|before|to|of)(?:\s(?:at\sleast|the\syear))?[\s\u00a0]$", re.I
)


class DateWalk:
    """One pass over the dates of a page in reading order; ``anchor`` is the date the narrative stands at."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.anchor: Item | None = None
        self.trail: list[Item] = []
        """Every item that the narrative stood at, in reading order."""
        self._launch_day: Item | None = None
        self._first = self._find_first()

    def run(self) -> None:
        """Complete all dates of the scene, in place."""
        items = self._scene.items
        for index, item in enumerate(items):
            parts = item.candidate.parts
            if isinstance(parts, PartialDate):
                following = items[index + 1] if index + 1 < len(items) else None
                self._complete(item, parts, following)
                self._advance(item)
            elif isinstance(parts, DayCue):
                self._follow_cue(item, parts)
            elif isinstance(parts, Final) and item.candidate.label == "DURATION":
                self._follow_duration(item, parts)

    def _find_first(self) -> Item | None:
        """Give the first date with month and year: what a page that begins with partial dates refers to."""
        for item in self._scene.dates:
            parts = item.candidate.parts
            if parts.year is not None and parts.month is not None and not parts.short_year and not item.apart:
                item.date = CalendarDate(parts.unit, parts.year, parts.month, parts.day)
                return item
        return None

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
            item.until = self._complete_until(item.date, parts.until)

    def _complete_until(self, start: CalendarDate, until: PartialDate) -> CalendarDate:
        end = _as_date(until)
        if end.year is None and start.year is not None:
            later = start.month is not None and end.month is not None and end.month < start.month
            end = replace(end, year=start.year + 1 if later else start.year)
        return end

    def _supply(self, item: Item, parts: PartialDate, following: Item | None) -> CalendarDate:
        """Complete a date that lacks its year, or even its month."""
        partial = _as_date(parts)
        shared = self._share_year(item, parts, following)
        if shared is not None:
            return replace(partial, year=shared)
        anchor = self.anchor or self._look_ahead(item)
        if anchor is None or anchor.date is None:
            return partial
        if parts.month is None and parts.part is None:
            item.origins.append(Origin("month", "narrative", anchor.start, anchor.end))
            return replace(partial, year=anchor.date.year, month=anchor.date.month)
        year = anchor.date.year if parts.part is not None else choose_year(partial, parts.weekday, anchor.date)
        if year is not None:
            rule = "weekday" if parts.weekday and parts.day else "narrative"
            item.origins.append(Origin("year", rule, anchor.start, anchor.end))
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

    def _look_ahead(self, item: Item) -> Item | None:
        """Give the date that a page begins with later on, or the page's own."""
        if self._first is not None:
            return self._first
        stamp = self._scene.page_date
        if stamp is not None:
            stamp[1].date = from_day(stamp[0])
            return stamp[1]
        return next(
            (other for other in self._scene.dates if other.candidate.parts.year is not None and self._fix(other)), None
        )

    def _fix(self, item: Item) -> bool:
        parts = item.candidate.parts
        if parts.short_year or parts.unit in ("decade", "century"):
            return False
        item.date = _as_date(parts)
        return True

    def _find_weekday(self, item: Item, parts: PartialDate) -> CalendarDate:
        """Give the day that a weekday alone means: the nearest that the tense allows."""
        stamp = self._scene.page_date
        weekday = parts.weekday or 1
        anchor = self.anchor or self._look_ahead(item)
        future = _FUTURE.search(self._scene.sentence_text(item)) is not None
        day = anchor.date.to_day() if anchor and anchor.date and anchor.date.is_day else None
        source = anchor
        if stamp is not None and (day is None or abs((stamp[0] - day).days) <= 14):
            day, source = stamp[0], stamp[1]
            way = 1 if future else -1
        else:
            way = 1
        if parts.deixis in ("last", "previous"):
            way = -1
        elif parts.deixis in ("next", "this"):
            way = 1
        if day is None or source is None:
            return CalendarDate("day")
        if parts.deixis in ("last", "next", "previous"):
            day += timedelta(days=way)
        item.origins.append(Origin("date", "weekday", source.start, source.end))
        return from_day(find_weekday(day, weekday, way))

    def _point(self, item: Item, parts: PartialDate) -> CalendarDate | None:
        """Give the date that ``next day`` or ``that month`` points to."""
        anchor = self._find_base(item, parts)
        empty = CalendarDate("day" if parts.unit == "weekday" else parts.unit, part=parts.part, month=parts.month)
        if anchor is None or anchor.date is None:
            return empty
        item.origins.append(Origin("date", parts.deixis or "", anchor.start, anchor.end))
        if parts.part is not None or (parts.unit == "month" and parts.month is not None):
            return self._point_named(parts, anchor.date)
        return shift_date(anchor.date, parts.unit, parts.shift) or empty

    def _point_named(self, parts: PartialDate, anchor: CalendarDate) -> CalendarDate:
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

    def _find_base(self, item: Item, parts: PartialDate) -> Item | None:
        """Give what a pointing date refers to: the page's own day, or the date that the narrative stands at."""
        stamp = self._scene.page_date
        if parts.deixis in ("today", "past") or (parts.deixis in ("last", "this", "next") and parts.unit != "day"):
            near = self.anchor.date.to_day() if self.anchor and self.anchor.date else None
            if stamp is not None and (
                near is None or parts.deixis in ("today", "past") or abs((near - stamp[0]).days) < 370
            ):
                stamp[1].date = from_day(stamp[0])
                return stamp[1]
        if self.anchor is not None and self.anchor.date is not None:
            return self.anchor
        return self._look_ahead(item)

    def _advance(self, item: Item) -> None:
        """Let the narrative stand at this date from now on."""
        found = item.date
        if found is None or found.year is None or (item.apart and self.anchor is not None):
            return
        if item.bracketed and self.anchor is not None and item.sentence == self.anchor.sentence:
            return
        if found.unit in ("decade", "century"):
            return
        before = self._scene.text[max(0, item.start - 24) : item.start]
        if found.unit == "year" and self.anchor is not None and _UNTIL_BEFORE.search(before):
            return
        self._stand_at(item)
        if found.is_day and _LAUNCH.search(self._scene.sentence_text(item)):
            self._launch_day = item

    def _follow_cue(self, item: Item, cue: DayCue) -> None:
        base = self._launch_day if cue.kind == "flight_day" else self.anchor
        if base is None or base.date is None or not base.date.is_day:
            return
        item.date = shift_date(base.date, "day", cue.number - 1 if cue.kind == "flight_day" else cue.number)
        self._stand_at(item)

    def _stand_at(self, item: Item) -> None:
        self.anchor = item
        self.trail.append(item)

    def _follow_duration(self, item: Item, value: Final) -> None:
        """Let ``six days later`` carry the narrative on, though it makes no date of its own."""
        found = _DAYS.fullmatch(str(value.value))
        if found is None or self.anchor is None or self.anchor.date is None or not self.anchor.date.is_day:
            return
        if not _SHIFT_BEHIND.match(self._scene.text, item.end) or value.mod not in (None, "APPROX"):
            return
        item.date = shift_date(self.anchor.date, "day", int(found[1]) * (7 if found[2] == "W" else 1))
        if item.date is not None:
            self._stand_at(item)


def _as_date(parts: PartialDate) -> CalendarDate:
    return CalendarDate(parts.unit, parts.year, parts.month, parts.day, parts.part)
