"""In: a clock and the one before it. Out: whether they show one instant in two zones, and each other's gaps solved."""

import re
from dataclasses import replace
from datetime import timedelta

from extractor.context.clocks import Clock, Timeline, agree
from extractor.context.zones import read_offset, write_offset
from extractor.mentions.partial import PartialZone
from extractor.model import Origin

_TWIN = re.compile(
    r"[\s\u00a0]{0,2}(?:[(\[/=;,]|[-–—]|or\b|\([^()]{0,24}[,;])[\s\u00a0]{0,2}"
    r"(?:(?:i\.e\.,?|or|that[\s\u00a0]is,?|corresponding[\s\u00a0]to|about)[\s\u00a0])?$"
)
_NOON = 720
_SHORT_HOUR = 12


def find_twin(line: Timeline, clock: Clock) -> None:
    """Find the clock before that shows the same instant in another zone."""
    place = clock.place - 1
    while place >= 0 and place not in line.by_place:
        place -= 1
    other = line.by_place.get(place)
    if (
        other is None
        or other.item.sentence != clock.item.sentence
        or (clock.zone == other.zone and not _is_local(clock) and (other.zone_said or not clock.item.bracketed))
    ):
        return
    if clock.zone is None and clock.parts.offset is None:
        return
    between = line.scene.text[other.end : clock.start]
    first = other.twin or other
    if clock.item.bracketed and ("(" in between or other.twin is not None):
        if clock.zone_said or clock.parts.offset is not None or agree(clock, first):
            clock.twin = first
    elif _TWIN.fullmatch(line.gap(clock.place - 1, clock.place)) and agree(clock, first):
        clock.twin = first


def solve_half(clock: Clock, other: Clock) -> None:
    """Let two clocks of one instant solve each other's gaps: the half of the day, an offset that is not said."""
    if clock.zone is None and clock.offset is None and other.offset is not None:
        _solve_offset(clock, other)
    inherited = not clock.zone_said and clock.parts.offset is None and clock.parts.meridiem is not None
    if inherited and other.zone_said and clock.offset is not None and not agree(clock, other):
        _solve_offset(clock, other)
    for one, two in ((clock, other), (other, clock)):
        if _is_local(one) and not _is_local(two) and two.offset is not None and not agree(one, two):
            _solve_offset(one, two)
    unsure = clock.parts.meridiem is None and clock.parts.word is None and 1 <= clock.parts.hour <= _SHORT_HOUR
    if not unsure or agree(clock, other):
        return
    original = clock.parts
    clock.parts = replace(original, hour=original.hour % 12 + 12, meridiem="pm")
    if agree(clock, other):
        clock.origins.append(Origin("meridiem", "same-instant", other.start, other.end))
    else:
        clock.parts = original


def _is_local(clock: Clock) -> bool:
    """Say whether a clock goes by ``local time``, whose place had to be guessed."""
    parts = clock.zone_item.candidate.parts if clock.zone_item is not None else None
    return isinstance(parts, PartialZone) and parts.local


def _solve_offset(clock: Clock, other: Clock) -> None:
    apart = (clock.minutes - other.minutes) + round(read_offset(other.offset or "+00:00").total_seconds() / 60)
    apart = (apart + _NOON) % (2 * _NOON) - _NOON
    if apart % 30 == 0:
        clock.parts = replace(clock.parts, offset=write_offset(timedelta(minutes=apart)))
        clock.offset = clock.parts.offset
        clock.origins.append(Origin("zone", "same-instant", other.start, other.end))
