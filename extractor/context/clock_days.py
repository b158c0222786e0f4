"""In: a timeline with zones. Out: the day of each clock: said beside it, of the same instant, or of the narrative."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractor.context.calendar import CalendarDate
from extractor.context.clocks import Clock, Timeline, agree, set_offset, take_day
from extractor.context.scene import Item
from extractor.mentions.partial import PartialDate
from extractor.model import Origin

_BEFORE = re.compile(
    r"[\s\u00a0]{0,3}[,;:–—(T|-]{0,2}[\s\u00a0]{0,3}(?:(?:at|by|around|about|from|between|until|till|approximately|shortly|just|after|before"
    r"|exactly|starting|beginning|near|and|no|later|earlier|than|roughly|precisely|the|in|early|morning|afternoon|evening|night"
    r"|on|time|launch|of|a|window|opening|is|was|to)[\s\u00a0,]{1,3}){0,5}[~(]?$",
    re.I,
)
_BEHIND = re.compile(r"[\s\u00a0,()|–-]{0,4}(?:(?:on|of|this|the|early|late|today|is)[\s\u00a0]{1,2}){0,2}$", re.I)
_ON_BEHIND = re.compile(r"[^.;:\n(]{0,60}[\s\u00a0]on[\s\u00a0](?:the[\s\u00a0])?$")
_CLAUSE = re.compile(r"\b(?:and|with|while|but|until|after|before|followed|then|when|which|for)\b")
_TWIN = re.compile(
    r"[\s\u00a0]{0,2}(?:[(\[/=;,]|[-–—]|or\b|\([^()]{0,24}[,;])[\s\u00a0]{0,2}(?:(?:i\.e\.,?|or|that[\s\u00a0]is,?|corresponding[\s\u00a0]to|about)[\s\u00a0])?$"
)
_ROWS = frozenset({"schedule", "table_row", "list_item", "label_value"})


class DayFinder:
    """Assigns days to the clocks of a timeline; ``trail`` are the dates that carry the narrative, in reading order."""

    def __init__(self, timeline: Timeline, trail: Sequence[Item]) -> None:
        self._line = timeline
        self._scene = timeline.scene
        self._trail = [
            item for item in trail if item.date is not None and item.date.unit == "day" and item.until is None
        ]
        self._starts = [item.start for item in self._trail]
        self._claimed: set[int] = set()
        self._years = self._scene.years

    def assign(self) -> None:
        """Give each clock its day and offset."""
        clocks = self._line.clocks
        for clock in clocks:
            self._take_beside(clock)
            set_offset(clock, self._years)
        for clock in clocks:
            self._find_twin(clock)
        for clock in clocks:
            if clock.twin is not None and clock.day is not None and clock.twin.day is None:
                take_day(clock.twin, clock, self._years)
        for clock in clocks:
            if clock.day is None and clock.twin is not None:
                take_day(clock, clock.twin, self._years)
            if clock.day is None:
                self._take_narrated(clock)
                set_offset(clock, self._years)

    def _take_beside(self, clock: Clock) -> None:
        """Take a date that stands right before or right behind."""
        line = self._line
        before, day_before = clock.place - 1, line.day_at(clock.place - 1)
        if day_before is not None:
            gap = line.gap(before, clock.place)
            if not _BEFORE.fullmatch(gap) or "\n\n" in gap:
                day_before = None
        behind = self._find_behind(clock)
        opened = day_before is not None and "(" in line.gap(before, clock.place)
        if day_before is not None and before not in self._claimed and not (opened and behind is not None):
            self._take(clock, before, None)
        elif behind is not None:
            self._claimed.add(behind)
            self._take(clock, behind, None)
        elif day_before is not None:
            self._take(clock, before, None)

    def _find_behind(self, clock: Clock) -> int | None:
        """Give the place of the date right behind, beyond the clock's zone and a second clock in brackets."""
        line, place = self._line, clock.place
        while (following := place + 1) < len(line.items):
            if line.day_at(following) is not None:
                gap = line.gap(place, following)
                if _BEHIND.fullmatch(gap):
                    return following
                near = _ON_BEHIND.fullmatch(gap) and not _CLAUSE.search(gap)
                same = line.items[following].sentence == clock.item.sentence
                return following if near and same else None
            item = line.items[following]
            opened = item.bracketed and not clock.item.bracketed
            if line.zone_at(following) is None and not opened and not self._is_joined(place, following):
                return None
            if item.sentence != clock.item.sentence:
                return None
            place = following
        return None

    def _is_joined(self, place: int, following: int) -> bool:
        """Say whether the next item is a clock of the same range: ``between 10:21 and 10:40 on May 5``."""
        gap = self._line.gap(place, following).strip()
        return following in self._line.by_place and gap in ("-", "–", "—", "and", "or", "to", "/", "until")

    def _take(self, clock: Clock, place: int, rule: str | None) -> None:
        item = self._line.items[place]
        clock.day, clock.day_item = item.date, item
        if rule is not None:
            clock.origins.append(Origin("date", rule, item.start, item.end))

    def _find_twin(self, clock: Clock) -> None:
        """Find the clock before that shows the same instant in another zone."""
        line, place = self._line, clock.place - 1
        while place >= 0 and place not in line.by_place:
            place -= 1
        other = line.by_place.get(place)
        if other is None or other.item.sentence != clock.item.sentence or clock.zone == other.zone:
            return
        if clock.zone is None and clock.parts.offset is None:
            return
        between = self._scene.text[other.end : clock.start]
        first = other.twin or other
        if clock.item.bracketed and ("(" in between or other.twin is not None):
            if clock.zone_said or clock.parts.offset is not None or agree(clock, first):
                clock.twin = first
        elif _TWIN.fullmatch(line.gap(clock.place - 1, clock.place)) and agree(clock, first):
            clock.twin = first

    def _take_narrated(self, clock: Clock) -> None:
        """Take the day from the sentence, the row's heading, or the date that the narrative stands at."""
        item = clock.item
        index = bisect_left(self._starts, clock.start)
        found = self._trail[index - 1] if index else None
        if found is not None and found.sentence == item.sentence:
            self._set_day(clock, found, "sentence")
            return
        block = self._scene.block_of(item)
        if block is not None and block.role in _ROWS:
            heading = self._find_heading_day(item)
            if heading is not None:
                self._set_day(clock, heading, "heading")
                return
        if item.apart:
            found = found if found is not None and found.block == item.block else None
        if found is not None:
            self._set_day(clock, found, "narrative")
            return
        ahead = self._trail[index] if index < len(self._trail) else None
        if ahead is not None and ahead.block == item.block and not item.apart:
            self._set_day(clock, ahead, "sentence")

    def _find_heading_day(self, item: Item) -> Item | None:
        """Give the day in the heading of the section that a row stands in."""
        block = self._scene.block_of(item)
        if block is None or block.section is None:
            return None
        heading = self._scene.page.blocks[block.section]
        return next(
            (
                other
                for other in self._trail
                if heading.start <= other.start < heading.end and isinstance(other.candidate.parts, PartialDate)
            ),
            None,
        )

    @staticmethod
    def _set_day(clock: Clock, source: Item, rule: str) -> None:
        day: CalendarDate | None = source.date
        clock.day, clock.day_item = day, source
        clock.origins.append(Origin("date", rule, source.start, source.end))
