"""In: the clocks of a timeline, some with their day. Out: the clock of the launch that another is counted from.

``The third stage cut off 8.8 minutes after liftoff, at 10:29:48``: the page says elsewhere on which day it lifted off.
"""

import re
from bisect import bisect_left

from extractor.context.clocks import Clock, Timeline
from extractor.values import Final, duration_key

_BEHIND = re.compile(
    r"\s(?:after|into|past|following|since|from)\s(?:the\s|its\s|their\s)?"
    r"(?:lift-?off|launch|flight|mission|take-?off|blast-?off|ascent)\b",
    re.I,
)
_MOST = 45 * 60
"""Seconds: what takes longer is told by its own day."""
_ROUNDING = 60
"""Seconds by which a length in tenths of a minute may miss the clock."""


def find_launch_clock(line: Timeline, clock: Clock) -> Clock | None:
    """Give the clock with a day that lies before ``clock`` by the length that its sentence counts from the launch."""
    for seconds in _list_lengths(line, clock):
        for other in line.clocks:
            if other.day is None or other.zone != clock.zone or other.item.bracketed:
                continue
            if abs(_count(clock) - _count(other) - seconds) <= _ROUNDING:
                return other
    return None


def _count(clock: Clock) -> int:
    return clock.minutes * 60 + (clock.second or 0)


def _list_lengths(line: Timeline, clock: Clock) -> list[float]:
    """List the lengths in seconds that the sentence of a clock counts from the launch."""
    scene = line.scene
    place = bisect_left(scene.items, clock.start, key=lambda item: item.start)
    found: list[float] = []
    for item in scene.items[max(0, place - 3) : place + 4]:
        parts = item.candidate.parts
        if item.sentence != clock.item.sentence or item.candidate.label != "DURATION" or not isinstance(parts, Final):
            continue
        length = duration_key(str(parts.value)) if _BEHIND.match(scene.text, item.end) else ""
        if not isinstance(length, str) and not length[0] and 0 < length[1] <= _MOST:
            found.append(float(length[1]))
    return found
