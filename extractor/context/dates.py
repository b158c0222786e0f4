"""In: a scene. Out: its dates completed: years, months and days that the page gives, each with its origin."""

import re
from collections.abc import Mapping
from dataclasses import replace

from extractor.context.anchors import Anchors
from extractor.context.calendar import CalendarDate, shift_date
from extractor.context.missing_years import YearSupply, as_date
from extractor.context.pointing import Pointer
from extractor.context.scene import Item, Scene
from extractor.context.years import expand_year
from extractor.mentions.partial import DayCue, PartialClock, PartialDate
from extractor.model import Origin
from extractor.values import Final

_LATER = re.compile(r"[\s\u00a0](?:later|thereafter)\b|[\s\u00a0]after(?:wards?|[\s\u00a0](?:that|this))\b")
_AFTER = re.compile(
    r"(?:^|[.;\n][\s\u00a0]{0,3})After[\s\u00a0](?:(?:an?|the|about|nearly|some|almost)[\s\u00a0]){0,2}$"
)
_DAYS = re.compile(r"P(\d{1,4})([DW])")
_LONGEST_CHASE = 5
"""Days: a shorter flight goes on from where the narrative stands, a longer one is counted from the launch."""


class DateWalk:
    """One pass over the dates of a page in reading order."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        for item in scene.dates:
            parts = item.candidate.parts
            if None not in (parts.year, parts.month) and not parts.short_year and parts.swapped is None:
                item.date = as_date(parts)
        self.anchors = Anchors(scene)
        self._years = YearSupply(scene, self.anchors)
        self._pointer = Pointer(scene, self.anchors, self._years)

    def run(self, told: Mapping[int, CalendarDate]) -> None:
        """Complete all dates of the scene, in place; ``told`` are the days of clocks that are known beforehand."""
        items = self._scene.items
        for index, item in enumerate(items):
            parts = item.candidate.parts
            if isinstance(parts, PartialDate):
                following = items[index + 1] if index + 1 < len(items) else None
                self._complete(item, parts, following)
                if self.anchors.take_dateline(item):
                    self._years.drop_plan()
                self.anchors.advance(item)
            elif item.start in told and isinstance(parts, PartialClock):
                if not item.bracketed or self.anchors.last is None:  # a bracket's other zone may be of the day before
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
            item.date = self._pointer.find_weekday(item, parts, following)
        elif parts.deixis and parts.deixis != "listed":
            item.date = self._pointer.point(item, parts)
        elif parts.year is not None:
            item.date = as_date(parts)
        else:
            item.date = self._years.supply(item, parts, following)
        if parts.until is not None and item.date is not None:
            item.until = _complete_until(item.date, parts.until)

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
    end = as_date(until)
    if end.year is None and start.year is not None:
        later = start.month is not None and end.month is not None and end.month < start.month
        end = replace(end, year=start.year + 1 if later else start.year)
    return end
