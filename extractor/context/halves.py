"""In: a timeline. Out: the half of the day of clocks that leave it out behind one that says it."""

import re
from dataclasses import replace

from extractor.context.clocks import Clock, Timeline
from extractor.model import Origin

_BACK = re.compile(r"\b(?:had|earlier|before|previous|since|ago|originally|instead|from|between)\b", re.I)
_LONGEST = 360
"""Minutes: further apart, two clocks of one paragraph need not follow each other."""
_HALF_DAY = 720
_SHORT_HOUR = 12


def share_halves(line: Timeline) -> None:
    """Read ``opened at 2:34 that afternoon and left at 2:45``: the later clock goes on in the half that fits."""
    previous: Clock | None = None
    for clock in line.clocks:
        if previous is not None and previous.item.block == clock.item.block and _is_open(line, clock):
            _go_on(line, previous, clock)
        previous = clock


def _is_open(line: Timeline, clock: Clock) -> bool:
    """Say whether a clock may be of either half: figures of a twelve-hour clock without a zone."""
    parts = clock.parts
    if parts.meridiem or parts.word or parts.offset or not 1 <= parts.hour <= _SHORT_HOUR:
        return False
    if line.scene.text[clock.start] == "0" or line.scene.is_row(clock.item) or clock.item.bracketed:
        return False
    return line.zone_at(clock.place + 1) is None


def _go_on(line: Timeline, before: Clock, clock: Clock) -> None:
    if before.parts.meridiem is None or before.parts.hour > 2 * _SHORT_HOUR or clock.item.block != before.item.block:
        return
    if _BACK.search(line.scene.text, before.end, clock.start):
        return
    morning = clock.minutes % _HALF_DAY
    for minutes, half in ((morning, "am"), (morning + _HALF_DAY, "pm")):
        if 0 <= minutes - before.minutes <= _LONGEST:
            clock.parts = replace(clock.parts, hour=minutes // 60, meridiem=half)
            clock.origins.append(Origin("meridiem", "clock-before", before.start, before.end))
            return
