"""In: a scene with its dates completed. Out: its clock times with day and offset, its zone mentions with theirs."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from extractor.context.calendar import CalendarDate, from_day
from extractor.context.scene import Item, Scene
from extractor.context.zones import CIVIL, find_constant_offset, find_offset, read_offset
from extractor.mentions.partial import DayCue, PartialClock, PartialDate, PartialZone
from extractor.model import Origin

DAY_MINUTES = 1440
_FIRST, _LAST = 2, 9998
"""Years inside which the day before and the day after exist."""


@dataclass(slots=True)
class Clock:
    """A clock time on its way to an instant; ``place`` is its index in ``Timeline.items``."""

    item: Item
    parts: PartialClock
    place: int
    zone: PartialZone | None = None
    zone_item: Item | None = None
    zone_said: bool = False
    """The zone stands beside the clock or is shared with one that it stands beside."""
    keeps_offset: bool = False
    """The clock that it has its zone from says a standard time in summer, as pages of the time before 1967 do."""
    day: CalendarDate | None = None
    offset: str | None = None
    twin: "Clock | None" = None
    """Another clock of the same instant, standing before this one."""
    origins: list[Origin] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the clock begins."""
        return self.item.start

    @property
    def end(self) -> int:
        """Where the clock ends."""
        return self.item.end

    @property
    def minutes(self) -> int:
        """Minutes since local midnight."""
        return self.parts.hour * 60 + (self.parts.minute or 0)

    @property
    def second(self) -> int | None:
        """The second, its fraction cut, where it is said."""
        return int(self.parts.second.partition(".")[0]) if self.parts.second else None

    @property
    def local(self) -> datetime | None:
        """The local date and time to the minute, where the day is fully known."""
        day = self.day.to_day() if self.day is not None and self.day.is_day else None
        if day is None or not _FIRST <= day.year <= _LAST:
            return None
        return datetime.combine(day, time()) + timedelta(minutes=self.minutes)

    @property
    def utc(self) -> datetime | None:
        """The instant to the minute, where day and offset are known."""
        local = self.local
        return None if local is None or self.offset is None else local - read_offset(self.offset)

    def write(self) -> str:
        """Write the value: local date, time at the precision said, offset; parts that are open are left out."""
        parts = self.parts
        clock = f"T{parts.hour:02}:{parts.minute or 0:02}" + (f":{parts.second}" if parts.second else "")
        day = self.day.to_iso() if self.day is not None and self.day.month is not None else ""
        return f"{day}{clock}{self.offset or ''}"


class Timeline:
    """The dates, clocks and zones of a scene in reading order, and the clocks among them."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.items = [
            item for item in scene.items
            if isinstance(item.candidate.parts, PartialClock | PartialZone | PartialDate | DayCue)
        ]  # fmt: skip
        self.clocks = [
            Clock(item, item.candidate.parts, place)
            for place, item in enumerate(self.items)
            if isinstance(item.candidate.parts, PartialClock)
        ]
        self.by_place = {clock.place: clock for clock in self.clocks}
        self.owners: dict[int, Clock] = {}
        """Start of a zone mention to the clock it belongs to."""

    def zone_at(self, place: int) -> PartialZone | None:
        """Give the zone of the item at ``place``, or ``None`` where it is none."""
        if not 0 <= place < len(self.items):
            return None
        parts = self.items[place].candidate.parts
        return parts if isinstance(parts, PartialZone) else None

    def day_at(self, place: int) -> CalendarDate | None:
        """Give the day of the date mention at ``place``, or ``None`` where it is coarser or no date."""
        if not 0 <= place < len(self.items):
            return None
        item = self.items[place]
        is_day = item.date is not None and item.date.unit == "day" and item.until is None
        return item.date if is_day and isinstance(item.candidate.parts, PartialDate | DayCue) else None

    def gap(self, before: int, after: int) -> str:
        """Give the characters between the items at two places."""
        return self.scene.text[self.items[before].end : self.items[after].start]


def set_offset(clock: Clock, years: tuple[int, ...]) -> None:
    """Give a clock the offset in force: written beside it, fixed by its zone's name, or from the zone's history."""
    zone = clock.zone
    if clock.parts.offset is not None:
        clock.offset = clock.parts.offset
    elif zone is None:
        clock.offset = None
    elif zone.offset is not None and (clock.zone_said or clock.keeps_offset or zone.name not in CIVIL):
        clock.offset = zone.offset
    else:
        place = zone.place or CIVIL.get(zone.name)
        day = clock.day.to_day() if clock.day is not None and clock.day.is_day else None
        if place is None:
            clock.offset = zone.offset
        elif day is not None:
            clock.offset = find_offset(place, day, clock.parts.hour, clock.parts.minute or 0)
        else:
            clock.offset = zone.offset or find_constant_offset(place, years)


def agree(clock: Clock, other: Clock) -> bool:
    """Say whether two clocks show the same minute of the day in UTC, give or take a minute of rounding."""
    if clock.offset is None or other.offset is None:
        return False
    apart = clock.minutes - other.minutes
    apart -= round((read_offset(clock.offset) - read_offset(other.offset)).total_seconds() / 60)
    return min(apart % DAY_MINUTES, -apart % DAY_MINUTES) <= 1


def take_day(clock: Clock, source: Clock, years: tuple[int, ...]) -> None:
    """Give ``clock`` the local day on which it shows the instant of ``source``."""
    instant = source.utc
    if instant is None:
        return
    if clock.offset is None:
        clock.day = source.day
        set_offset(clock, years)
        if clock.offset is None:
            clock.day = None
            return
    local = instant + read_offset(clock.offset)
    days = [local.date() + timedelta(days=shift) for shift in (-1, 0, 1)]
    clock.day = from_day(
        min(days, key=lambda day: abs(datetime.combine(day, time()) + timedelta(minutes=clock.minutes) - local))
    )
    set_offset(clock, years)
    clock.origins.append(Origin("date", "same-instant", source.start, source.end))
