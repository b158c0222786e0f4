"""In: a scene and its dates. Out: the years of the heading that a date stands under."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractor.context.scene import Item, Scene

_HEAD_BEFORE = re.compile(r"(?:^|[.!?)\n]\s{1,2}|[–—-]\s)$")
_DECAY = re.compile(
    r"\b(?:decay(?:ed|s)?|reentered|re-entered|burned\sup|(?:fell|fallen)\s(?:back|out\sof\sorbit)|reentry|re-entry)"
    r"(?:\s(?:from|into|of|in)\s(?:its\s|the\s)?(?:orbit|atmosphere))?\s(?:on|in)\s$",
    re.I,
)
"""What dates the far end of a craft: the story of a series stays where it was."""
_DECAY_REACH = 60
_LONGEST_HEADING = 90  # characters of a line that is read as a heading


def is_year_heading(scene: Scene, item: Item) -> bool:
    """Say whether a year rules what follows: it stands in a heading, or at either end of a short line of its own."""
    block, parts = scene.block_of(item), item.candidate.parts
    if block is None or parts.year is None:
        return False
    if block.role in ("heading", "title"):
        return True
    if parts.unit != "year" or block.end - block.start > _LONGEST_HEADING or scene.text[block.end - 1] in ".,;":
        return False
    closes = (parts.until is not None or block.role == "paragraph") and block.end - item.end <= 2
    return closes or item.start - block.start <= 2


def heads_text(scene: Scene, item: Item) -> bool:
    """Say whether a full date heads what follows it in running text: ``1958 February 5: it lifts off``."""
    if item.candidate.parts.day is None or not scene.text.startswith((": ", " - . "), item.end):
        return False
    return _HEAD_BEFORE.search(scene.text, max(0, item.start - 4), item.start) is not None


def ends_craft(scene: Scene, item: Item) -> bool:
    """Say whether a date is that of a decay."""
    return _DECAY.search(scene.text, max(0, item.start - _DECAY_REACH), item.start) is not None


class Sections:
    """The headings of a page that name years."""

    def __init__(self, scene: Scene, items: Sequence[Item]) -> None:
        """Read the headings among ``items``, which stand in reading order."""
        spans: dict[int, tuple[int, int]] = {}
        for item in items:
            parts = item.candidate.parts
            if is_year_heading(scene, item):
                end = parts.until.year if parts.until is not None and parts.until.year is not None else parts.year
                known = spans.get(item.block, (parts.year, end))
                spans[item.block] = (min(known[0], parts.year), max(known[1], end))
        self._blocks = list(spans)
        self._spans = list(spans.values())

    def find(self, item: Item) -> tuple[int, int] | None:
        """Give the years, from and to, of the last such heading before an item."""
        place = bisect_left(self._blocks, item.block)
        return self._spans[place - 1] if place else None
