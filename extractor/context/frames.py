"""In: the dates of a page. Out: the span of the flight that labels give (launch, landing), for the prose beside them.

Catalogue pages, encyclopaedia boxes and historians' tables name the days of a flight in rows; the prose below or
above tells of days inside that span, mostly without their year.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.context.scene import Item, Scene
from extractor.context.year_places import place_in_year

_LABEL = re.compile(
    r"\b(?:launch(?:ed)?|lift-?off|took\soff|return(?:ed)?|land(?:ed|ing)?|splashdown|decay(?:ed)?|re-?entry|date|docking|undocking"
    r"|redocking|docked|undocked)\b[^\n:|\t]{0,26}[:|\t][\s\u00a0]{0,8}$",
    re.I,
)
_ROW = re.compile(
    r"(?:^|\n)[ \t]{0,4}(?:launch|lift-?off|landing|splashdown|docking|undocking)(?:\s(?:at|from|with)\s\w{2,12})?"
    r"(?:\sdate)?(?:\sand\stime)?(?:\s\((?:planned|actual)\))?[\s\u00a0]$",
    re.I,
)
"""A label that no sign parts from its date, as in historians' tables."""
_REACH = 64
_SLACK = 0.25
_LONGEST = 3.0
"""Years: the labels of a longer span are of a station or a series, whose prose may be of any year."""
_STEEP = 2.0
_CAP = 1.6


@dataclass(slots=True)
class _Frame:
    first: int
    last: int
    """Where the labels stand: the offsets of the first and the last of their dates."""
    start: float
    end: float
    """What they span, in years."""


class Frames:
    """The spans of the flights that a page gives in labels."""

    def __init__(self, scene: Scene, items: Sequence[Item]) -> None:
        """Read the dated labels among ``items``, which stand in reading order; prose between them parts two spans."""
        self._frames: list[_Frame] = []
        open_frame: _Frame | None = None
        for item in items:
            if not _is_label(scene, item):
                block = scene.block_of(item)
                if block is not None and block.role == "paragraph":
                    open_frame = None
                continue
            parts = item.candidate.parts
            start, end = place_in_year(parts)
            if open_frame is None:
                open_frame = _Frame(item.start, item.start, parts.year + start, parts.year + end)
                self._frames.append(open_frame)
            open_frame.last = item.start
            open_frame.start = min(open_frame.start, parts.year + start)
            open_frame.end = max(open_frame.end, parts.year + end)
        self._frames = [frame for frame in self._frames if frame.end - frame.start <= _LONGEST]
        self._starts = [frame.first for frame in self._frames]

    def find(self, item: Item) -> _Frame | None:
        """Give the span that the last labels before an item give, else the first ones behind it."""
        place = bisect_right(self._starts, item.start)
        return self._frames[max(0, place - 1)] if self._frames else None

    def weigh(self, item: Item, start: float, end: float) -> float:
        """Give what it costs to tell a date, which spans ``start`` to ``end`` in years, outside its flight."""
        frame = self.find(item)
        if frame is None:
            return 0.0
        away = max(frame.start - _SLACK - end, start - frame.end - _SLACK, 0.0)
        return min(_CAP, _STEEP * away)

    def holds(self, item: Item) -> bool:
        """Say whether an item is one of the labels, or stands between them."""
        frame = self.find(item)
        return frame is not None and frame.first <= item.start <= frame.last


def _is_label(scene: Scene, item: Item) -> bool:
    parts = item.candidate.parts
    if parts.year is None or parts.month is None or parts.until is not None or item.bracketed:
        return False
    start = max(0, item.start - _REACH)
    labelled = _LABEL.search(scene.text, start, item.start) or _ROW.search(scene.text, start, item.start)
    return labelled is not None
