"""In: two clocks that follow each other. Out: whether midnight lies between them, and the day that the later is of."""

import re

from extractor.context.calendar import CalendarDate, shift_date
from extractor.context.clocks import Clock, Timeline
from extractor.context.tense import PAST

_RANGE = re.compile(r"[\s\u00a0]{0,2}(?:[-–—]|and|to|until|till|through)[\s\u00a0]{0,2}", re.I)
_BACK = re.compile(
    r"\b(?:had|earlier|before|previous(?:ly)?|since|began|begun|started|ago|original(?:ly)?|as\searly\sas)\b", re.I
)
"""Words that look back: a clock of the night beside them is of the night before."""
_NOON = 720
_DUSK, _NIGHT, _DAWN = 1080, 1200, 360
"""Minutes: rows run on past midnight from the evening to the morning, a story only where both lie in the night."""
_SMALL_HOURS = 300
_NEAR = 1


def ends_range(line: Timeline, before: Clock, clock: Clock) -> bool:
    """Say whether two clocks are the ends of one range."""
    return _RANGE.fullmatch(line.gap(before.place, clock.place)) is not None


def pass_midnight(line: Timeline, clock: Clock, before: Clock | None) -> None:
    """Let midnight, or the end of a range, behind a clock of the evening begin the next day."""
    if clock.day is None or before is None or before.day != clock.day or before.minutes < _NOON:
        return
    ends = clock.minutes < _NOON and ends_range(line, before, clock)
    if clock.parts.word == "midnight" or (ends and clock.offset == before.offset):
        clock.day = shift_date(clock.day, "day", 1) or clock.day


def carry_rows(line: Timeline, clock: Clock, before: Clock | None) -> CalendarDate | None:
    """Give the day of a row's clock that goes on from the row above, beyond midnight or in the day after it."""
    scene = line.scene
    if before is None or before.day is None or clock.day is None or before.item.block == clock.item.block:
        return None
    if not scene.is_row(before.item) or before.zone != clock.zone or _is_dated_between(line, before, clock):
        return None
    if scene.closes_between(before.item, clock.item):
        return None
    if before.minutes >= _DUSK and clock.minutes < _DAWN:
        return shift_date(before.day, "day", 1)
    return before.day if clock.minutes >= before.minutes else None


def carry_story(line: Timeline, clock: Clock, before: Clock | None) -> CalendarDate | None:
    """Give the next day where a story of the night goes on behind midnight; nothing where it looks back."""
    if before is None or clock.day is None or before.day != clock.day or before.zone != clock.zone:
        return None
    if before.minutes < _NIGHT or clock.minutes >= _SMALL_HOURS or clock.parts.word is not None:
        return None
    scene = line.scene
    if clock.item.block - before.item.block > _NEAR or _is_dated_between(line, before, clock):
        return None
    sentence = scene.sentence_text(clock.item)
    if scene.is_expected(clock.item) or _BACK.search(sentence) or not PAST.search(sentence):
        return None
    return shift_date(clock.day, "day", 1)


def _is_dated_between(line: Timeline, before: Clock, clock: Clock) -> bool:
    return any(line.day_at(place) is not None for place in range(before.place + 1, clock.place))
