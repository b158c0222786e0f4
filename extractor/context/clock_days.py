"""In: a timeline with zones. Out: the day of each clock: said beside it, of the same instant, or of the narrative."""

import re
from bisect import bisect_left
from datetime import datetime

from extractor.context.anchors import Anchors
from extractor.context.calendar import CalendarDate, shift_date
from extractor.context.clocks import Clock, Timeline, set_offset, take_day
from extractor.context.midnight import carry_rows, carry_story, ends_range, pass_midnight
from extractor.context.news_days import NewsDay
from extractor.context.scene import Item
from extractor.context.since_launch import find_launch_clock
from extractor.context.twins import find_twin, solve_half
from extractor.context.zones import CIVIL, find_local, find_offset, read_offset
from extractor.model import Origin

_BEFORE = re.compile(
    r"[\s\u00a0]{0,3}[,;:|–—(T-]{0,2}[\s\u00a0]{0,3}(?:(?:at|by|around|about|from|between|until|till|approximately|shortly|just|after"
    r"|before|exactly|starting|beginning|near|and|no|later|earlier|than|roughly|precisely|the|in|early|morning|afternoon"
    r"|evening|night|on|time|launch|of|a|window|opening|is|was|to)[\s\u00a0,]{1,3}){0,5}[~(]?$",
    re.I,
)
_BEHIND = re.compile(r"[\s\u00a0,()|–-]{0,4}(?:(?:on|of|this|the|early|late|is)[\s\u00a0]{1,2}){0,2}$", re.I)
_NOUN_BEHIND = re.compile(
    r"[\s\u00a0](?:lift-?off|launch|blast-?off|takeoff|landing|touchdown|splashdown|docking|undocking|departure|arrival|start)"
    r"[\s\u00a0](?:(?:late|early)[\s\u00a0])?"
)
"""``a 02:49 EST liftoff Saturday``."""
_ON_BEHIND = re.compile(r"[^.;:\n(]{0,60}[\s\u00a0]on[\s\u00a0](?:the[\s\u00a0])?$")
_CLAUSE = re.compile(r"\b(?:and|with|while|but|until|after|before|followed|then|when|which|for)\b")
_EVERY_DAY = re.compile(
    r"\b(?:weekdays|daily|every\s(?:day|morning|evening|night)|each\s(?:day|morning)|weekends)\b", re.I
)
_MOST_INSTANTS = 64
"""A page with more dated clocks is a log in which equal times of day mean nothing."""


class DayFinder:
    """Assigns days to the clocks of a timeline; mutates the clocks."""

    def __init__(self, timeline: Timeline, anchors: Anchors) -> None:
        self._line = timeline
        self._scene = timeline.scene
        self._anchors = anchors
        self._news = NewsDay(timeline.scene, anchors)
        self._trail: list[Item] = []
        self._starts: list[int] = []
        self._entries: list[Item] = []
        """The days that head an entry of a log, or rows."""
        self._claimed: set[int] = set()
        self._years = self._scene.years
        self._told: dict[int, CalendarDate] = {}
        """Start of a clock to the day on which the page says the same instant in full elsewhere."""

    def find_told(self) -> dict[int, CalendarDate]:
        """Find the clocks without a day whose time of day the page says in full elsewhere, as one instant only.

        Works on the dates that are written out in full, before the walk over the others.
        """
        instants: dict[datetime, set[int | None]] = {}
        for clock in self._line.clocks:
            self._take_beside(clock)
            set_offset(clock, self._years)
            if (instant := clock.utc) is not None and not clock.item.bracketed:
                instants.setdefault(instant, set()).add(clock.second)
        for clock in self._line.clocks:
            if clock.day is None and clock.zone is not None and len(instants) <= _MOST_INSTANTS:
                days = [self._match_instant(clock, instant, said) for instant, said in instants.items()]
                found = {day for day in days if day is not None}
                if len(found) == 1:
                    self._told[clock.start] = found.pop()
            clock.day = None
        self._claimed.clear()
        return self._told

    @staticmethod
    def _match_instant(clock: Clock, instant: datetime, seconds: set[int | None]) -> CalendarDate | None:
        """Give the local day of ``instant`` where ``clock`` shows its minute of the day.

        A clock that goes by a zone it does not say itself must show the second as well.
        """
        zone = clock.zone
        if zone is None or not (clock.zone_said or (clock.second is not None and clock.second in seconds)):
            return None
        if zone.offset is not None:
            local: datetime | None = instant + read_offset(zone.offset)
        else:
            local = find_local(zone.place, instant) if zone.place else None
        if local is None or local.hour * 60 + local.minute != clock.minutes:
            return None
        return CalendarDate("day", local.year, local.month, local.day)

    def assign(self) -> None:
        """Give each clock its day and offset."""
        self._trail = [
            item
            for item in self._anchors.trail
            if item.date is not None and item.date.unit == "day" and item.until is None
        ]
        self._starts = [item.start for item in self._trail]
        self._entries = [item for item in self._trail if self._scene.opens_entry(item)]
        self._ranges = [item for item in self._anchors.trail if item.date is not None and item.until is not None]
        clocks = self._line.clocks
        for clock in clocks:
            self._take_beside(clock)
            set_offset(clock, self._years)
        for clock in clocks:
            find_twin(self._line, clock)
        for clock in clocks:
            if clock.twin is not None:
                solve_half(clock.twin, clock)
                if clock.day is not None and clock.twin.day is None:
                    take_day(clock.twin, clock, self._years)
        previous: Clock | None = None
        for clock in clocks:
            if clock.day is None and clock.twin is not None:
                take_day(clock, clock.twin, self._years)
            if clock.day is None:
                self._take_elsewhere(clock, previous)
                self._keep_standard(clock, previous)
                set_offset(clock, self._years)
            elif clock.parts.word == "midnight" and previous is not None and ends_range(self._line, previous, clock):
                pass_midnight(self._line, clock, previous)
            if clock.twin is None and not clock.item.bracketed and not clock.item.apart:
                previous = clock

    @staticmethod
    def _keep_standard(clock: Clock, previous: Clock | None) -> None:
        """Keep a standard time that the clock before says on a day of summer time."""
        zone = clock.zone
        if previous is None or zone is None or clock.zone_said or previous.zone != zone or zone.name not in CIVIL:
            return
        said = previous.zone_said or previous.keeps_offset
        day = previous.day.to_day() if previous.day is not None and previous.day.is_day else None
        if said and day is not None:
            clock.keeps_offset = find_offset(CIVIL[zone.name], day, previous.parts.hour, 0) != zone.offset

    def _take_beside(self, clock: Clock) -> None:
        """Take a date that stands right before or right behind."""
        line, before = self._line, clock.place - 1
        has_before = line.day_at(before) is not None and line.items[before].block == clock.item.block
        gap = line.gap(before, clock.place) if has_before else ""
        has_before = has_before and _BEFORE.fullmatch(gap) is not None and "\n\n" not in gap
        behind = self._find_behind(clock)
        if has_before and before not in self._claimed and not ("(" in gap and behind is not None):
            self._take(clock, before)
        elif behind is not None:
            self._claimed.add(behind)
            self._take(clock, behind)
        elif has_before and "(" not in gap:  # else one instant in another zone: `11 p.m. EDT Monday (0300 GMT)`
            self._take(clock, before)

    def _find_behind(self, clock: Clock) -> int | None:
        """Give the place of the date right behind, beyond the clock's zone and a second clock in brackets."""
        line, place = self._line, clock.place
        while (following := place + 1) < len(line.items):
            item = line.items[following]
            if item.block != clock.item.block or (item.sentence != clock.item.sentence and place == clock.place):
                return None
            opened = item.bracketed and not clock.item.bracketed
            if clock.item.bracketed and not item.bracketed:
                return None
            if line.day_at(following) is not None:
                gap = line.gap(place, following)
                if opened and (line.items[place].bracketed or following + 1 in line.by_place):
                    return None
                near = (
                    _BEHIND.fullmatch(gap)
                    or _NOUN_BEHIND.fullmatch(gap)
                    or (_ON_BEHIND.fullmatch(gap) and not _CLAUSE.search(gap))
                )
                return following if near else None
            if line.zone_at(following) is None and not opened and not self._is_joined(place, following):
                return None
            place = following
        return None

    def _is_joined(self, place: int, following: int) -> bool:
        """Say whether the next item is a clock of the same range: ``between 10:21 and 10:40 on May 5``."""
        gap = self._line.gap(place, following).strip()
        return following in self._line.by_place and gap in ("-", "–", "—", "and", "or", "to", "/", "until")

    def _take(self, clock: Clock, place: int) -> None:
        clock.day = self._line.items[place].date

    def _take_elsewhere(self, clock: Clock, previous: Clock | None) -> None:
        """Take the day from the sentence, the row's heading, the same instant elsewhere, or the narrative."""
        item = clock.item
        if _EVERY_DAY.search(self._scene.sentence_text(item)):
            return
        index = bisect_left(self._starts, clock.start)
        found = self._find_trail(index, item)
        if found is not None and self._news.is_elsewhere(found, item, previous):
            found = self._anchors.stamp_item
        near = (
            previous
            if previous is not None and previous.item.block == item.block and previous.day is not None
            else None
        )
        if found is not None and found.sentence == item.sentence:
            self._set_day(clock, found, "sentence")
        elif self._take_same_instant(clock):
            return
        elif (launch := find_launch_clock(self._line, clock)) is not None:
            clock.day = launch.day
            clock.origins.append(Origin("date", "launch", launch.start, launch.end))
        elif near is not None and (found is None or near.start > found.start):
            clock.day = near.day
            clock.origins.append(Origin("date", "clock-before", near.start, near.end))
        elif self._scene.is_line(item) and (heading := self._find_heading_day(item)) is not None:
            self._set_day(clock, heading, "heading")
        elif found is not None and self._is_ahead(index, found, item):
            self._set_day(clock, self._trail[index], "sentence")
        elif found is not None and not (item.apart and found.block != item.block):
            self._set_narrative(clock, found)
        elif not item.apart or self._news.is_of_caption(found, item):
            self._take_ahead(clock, index)
        later = (carry_rows if self._scene.is_line(item) else carry_story)(self._line, clock, previous)
        if later is not None:
            clock.day = later
        else:
            pass_midnight(self._line, clock, near)

    def _find_trail(self, index: int, item: Item) -> Item | None:
        """Find the last day before; one in brackets is that of another clock, where its sentence names one outside."""
        aside: Item | None = None
        for other in reversed(self._trail[:index]):
            if aside is not None and other.sentence != item.sentence:
                break
            if self._scene.reaches(other, item):
                if item.bracketed or not other.bracketed or other.sentence != item.sentence:
                    return other
                aside = aside or other
        return aside

    def _take_same_instant(self, clock: Clock) -> bool:
        """Take the day on which the page says the same time of day in full elsewhere, where that is one instant."""
        day = self._told.get(clock.start)
        if day is None:
            return False
        clock.day = day
        clock.origins.append(Origin("date", "said-elsewhere"))
        return True

    def _is_ahead(self, index: int, found: Item, item: Item) -> bool:
        """Say whether a clock's sentence names its day later, and the day before stands in another section."""
        ahead = self._trail[index] if index < len(self._trail) else None
        if ahead is None or ahead.sentence != item.sentence or ahead.reach is not None:
            return False
        return self._scene.closes_between(found, item)

    def _take_ahead(self, clock: Clock, index: int) -> None:
        """Take the date that comes next in the block, or the page's own day on a page of news."""
        ahead = self._trail[index] if index < len(self._trail) else None
        stamp = self._anchors.stamp_item
        if ahead is not None and ahead.block == clock.item.block:
            self._set_day(clock, ahead, "sentence")
        elif stamp is not None and self._anchors.news:
            self._set_day(clock, stamp, "page")

    def _find_heading_day(self, item: Item) -> Item | None:
        """Give the day in the heading of the section, or at the head of the rows, that a row stands under."""
        place = bisect_left(self._entries, item.start, key=lambda other: other.start)
        entry = self._entries[place - 1] if place else None
        block = self._scene.block_of(item)
        if block is not None and block.section is not None:
            heading = self._scene.page.blocks[block.section]
            first = bisect_left(self._starts, heading.start)
            inside = first < len(self._starts) and self._starts[first] < heading.end
            named = self._trail[first] if inside else self._find_range(heading.start, heading.end)
            if named is not None and (entry is None or entry.start <= heading.start):
                return named
        return None if entry is None or self._scene.closes_between(entry, item) else entry

    def _find_range(self, start: int, end: int) -> Item | None:
        """Give the range of days that a heading names: its rows begin on the first (``timeline on Sept. 6-7``)."""
        return next((i for i in self._ranges if start <= i.start < end and i.date and i.date.unit == "day"), None)

    def _set_narrative(self, clock: Clock, found: Item) -> None:
        """Take the day at which the narrative stands; a report's own one up to the clock at which it was written."""
        self._set_day(clock, found, "narrative")
        if found is self._anchors.stamp_item and clock.day is not None:
            clock.day = shift_date(clock.day, "day", self._news.pass_stamp(clock, self._line.clocks)) or clock.day

    @staticmethod
    def _set_day(clock: Clock, source: Item, rule: str) -> None:
        clock.day = source.date
        clock.origins.append(Origin("date", rule, source.start, source.end))
