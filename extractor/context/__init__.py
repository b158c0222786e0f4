"""In: candidates with partial values. Out: mentions whose values are completed from the page."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from extractor.context.calendar import CalendarDate
from extractor.context.clock_days import DayFinder
from extractor.context.clock_zones import ZoneFinder
from extractor.context.clocks import Clock, Timeline
from extractor.context.dates import DateWalk
from extractor.context.elapsed import adopt_elapsed, write_elapsed
from extractor.context.halves import share_halves
from extractor.context.scene import Item, Scene
from extractor.context.zones import find_constant_offset, find_offset
from extractor.mentions.partial import DayCue, PartialClock, PartialDate, PartialElapsed, PartialZone
from extractor.mentions.rules import Candidate
from extractor.model import PUBLISHED, UPDATED, Mention, Origin, Page
from extractor.values import Final

__all__ = ["resolve"]


def resolve(page: Page, candidates: Sequence[Candidate], reference: date | None = None) -> list[Mention]:
    """Complete the candidates of a page to mentions with ids ``m1``, ``m2`` in reading order.

    A candidate whose parts are ``Final`` is a mention as it is; dates, clock times, zones and elapsed clocks take
    from the page what they do not say, and their ``origins`` tell from where. What cannot be known stays open.
    ``reference`` is the day the page was written, where the caller knows it better than the page.
    """
    return _Resolver(Scene(page, candidates, reference)).run()


class _Resolver:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        adopt_elapsed(scene)
        walk = DateWalk(self._scene)
        self._line = Timeline(self._scene)
        share_halves(self._line)
        self._zones = ZoneFinder(self._line)
        self._zones.assign()
        days = DayFinder(self._line, walk.anchors)
        walk.run(days.find_told())
        days.assign()
        self._served = {c.zone_item.start: c for c in reversed(self._line.clocks) if c.zone_item is not None}
        self._clocks = {clock.start: clock for clock in self._line.clocks}
        self._stamp = walk.anchors.stamp

    def run(self) -> list[Mention]:
        mentions: list[Mention] = []
        for item in self._scene.items:
            mention = self._make(item, f"m{len(mentions) + 1}")
            if mention is not None:
                mentions.append(mention)
        return mentions

    def _make(self, item: Item, mention_id: str) -> Mention | None:
        parts = item.candidate.parts
        origins: Sequence[Origin] = item.origins
        if isinstance(parts, DayCue):
            return None
        if isinstance(parts, PartialDate):
            final = Final(_write_date(item), mod=parts.mod)
            if self._stamp is not None and item is self._stamp.item:
                origins = (*origins, Origin("page", PUBLISHED if self._stamp.top else UPDATED))
        elif isinstance(parts, PartialClock):
            clock = self._clocks[item.start]
            final, origins = Final(clock.write()), clock.origins
        elif isinstance(parts, PartialZone):
            final = self._write_zone(item, parts)
        elif isinstance(parts, PartialElapsed):
            final = Final(write_elapsed(parts, item, self._scene))
        elif isinstance(parts, Final):
            final = parts
        else:
            return None
        candidate = item.candidate
        return Mention(
            mention_id, candidate.start, candidate.end, self._scene.text[candidate.start : candidate.end],
            candidate.label, final.value, candidate.rule, final.unit, final.mod, final.zone, tuple(origins),
        )  # fmt: skip

    def _write_zone(self, item: Item, zone: PartialZone) -> Final:
        """Give the offset in force at the instant of the clock that the zone belongs to."""
        owner = self._line.owners.get(item.start) or self._find_served(item)
        settled = self._zones.settle_alone(item, zone)
        name = settled.name if settled.name != "local" else None
        if settled.offset is not None:
            return Final(settled.offset, zone=name)
        if zone.local and owner is not None and owner.zone_item is item and owner.parts.offset is not None:
            return Final(owner.parts.offset)
        if owner is not None and owner.zone_item is item and owner.offset is not None:
            return Final(owner.offset, zone=name)
        if settled.place is None:
            return Final(None, zone=name)
        day = _near_day(owner)
        if day is None:
            return Final(find_constant_offset(settled.place, self._scene.years), zone=name)
        found = day.to_day()
        return Final(find_offset(settled.place, found, 12, 0) if found else None, zone=name)

    def _find_served(self, item: Item) -> Clock | None:
        """Give the first clock that goes by a zone mention which stands for many, else the next clock."""
        served = self._served.get(item.start)
        if served is not None:
            return served
        clocks = self._line.clocks
        place = bisect_right(clocks, item.start, key=lambda clock: clock.start)
        return clocks[place] if place < len(clocks) else None


def _near_day(clock: Clock | None) -> CalendarDate | None:
    return clock.day if clock is not None and clock.day is not None and clock.day.is_day else None


def _write_date(item: Item) -> str:
    if item.date is None:
        return "XXXX-XX-XX"
    start = item.date.to_iso()
    return start if item.until is None else f"{start}/{item.until.to_iso()}"
