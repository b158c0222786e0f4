"""In: a clock of a page of news, and where the narrative stands. Out: whether it is of the page's own day instead."""

import re
from collections.abc import Sequence
from functools import cached_property

from extractor.context.anchors import Anchors
from extractor.context.clocks import Clock
from extractor.context.scene import Item, Scene
from extractor.context.stamp_forms import DATELINE
from extractor.context.tense import COMING, PAST

_UPDATE = re.compile(r"[\s>*]{0,4}[\[(]?update", re.I)
_HEAD = 25  # characters beside a day that are few enough for the head of what stands below
_BACK = re.compile(r"\b(?:was|were|had|did|originally)\b")
"""What says of a plan that it was one."""
_STAMP_REACH = 12
"""Characters between the day of a report and its clock."""
_LOOK_BACK = 14
"""Days before the page's own day from which a clock of news is not told in passing."""


class NewsDay:
    """Judges days by the day on which a page of news was written."""

    def __init__(self, scene: Scene, anchors: Anchors) -> None:
        self._scene = scene
        self._anchors = anchors

    def is_elsewhere(self, found: Item, item: Item, before: Clock | None = None) -> bool:
        """Say whether ``found`` cannot be the day of a clock, which is then of the page's own.

        ``before`` is the clock before.
        """
        if not self._anchors.news or found.block == item.block or self._scene.is_row(item):
            return False
        return (
            self._anchors.daily
            or self._is_too_late(found, item)
            or self._is_far(found)
            or self._is_past(found, item)
            or self._is_aside(found, before)
        )

    def is_of_caption(self, found: Item | None, item: Item) -> bool:
        """Say whether a clock stands in a caption, and no day has been named yet but the page's own."""
        stamp, block = self._anchors.stamp_item, self._scene.block_of(item)
        first = found is None or (stamp is not None and found.start == stamp.start)
        return first and block is not None and block.role == "caption"

    def pass_stamp(self, clock: Clock, clocks: Sequence[Clock]) -> int:
        """Say by how many days a clock of a daily report lies off the report's day: its own clock parts them.

        What was done at a later time of day than the report was written was done the day before; what is to be done
        at an earlier one will be the day after.
        """
        stamp = self._anchors.stamp_item
        if not self._anchors.daily or stamp is None or self._scene.is_row(clock.item):
            return 0
        own = next((other for other in clocks if 0 <= other.start - stamp.end <= _STAMP_REACH), None)
        if own is None or own.zone != clock.zone or clock.start <= own.start:
            return 0
        if self._scene.is_expected(clock.item):
            back = _BACK.search(self._scene.sentence_text(clock.item)) is not None
            return 1 if clock.minutes < own.minutes and not back else 0
        told = PAST.search(self._scene.clause_text(clock.item)) is not None
        return -1 if clock.minutes > own.minutes and told else 0

    def _is_far(self, found: Item) -> bool:
        """Say whether a day of the past was only looked back at: news tell of clocks of their own days."""
        stamp = self._anchors.stamp
        if stamp is None or stamp.rank < DATELINE:
            return False
        day = found.date.to_day() if found.date is not None else None
        return day is not None and (stamp.day - day).days > _LOOK_BACK

    def _is_aside(self, found: Item, before: Clock | None) -> bool:
        """Say whether a day of the past was told without a clock, and the clock before it was of the page's own day."""
        stamp = self._anchors.stamp
        day = found.date.to_day() if found.date is not None else None
        if stamp is None or stamp.rank < DATELINE or day is None or day >= stamp.day or self._anchors.has_clock(found):
            return False
        start, end = self._scene.sentence_span(found)
        if end - start < found.end - found.start + _HEAD:
            return False  # a line of a log
        told = before.day if before is not None and before.item.block >= self._told_from else None
        return told is not None and told.to_day() == stamp.day

    @cached_property
    def _told_from(self) -> int:
        """The first block that tells a story: clocks above it say when a page came out."""
        blocks = enumerate(self._scene.page.blocks)
        return next((place for place, block in blocks if block.role == "paragraph"), 0)

    def _is_past(self, found: Item, item: Item) -> bool:
        """Say whether a day lies before the page's own, though the clause of a clock speaks of what is to come."""
        stamp = self._anchors.stamp
        day = found.date.to_day() if found.date is not None else None
        if stamp is None or stamp.item.start == stamp.item.end or day is None or day >= stamp.day:
            return False
        return COMING.search(self._scene.clause_text(item)) is not None

    def _is_too_late(self, found: Item, item: Item) -> bool:
        """Say whether a day lies behind the page's own, though the sentence speaks of what happened."""
        stamp = self._anchors.stamp
        day = found.date.to_day() if found.date is not None else None
        if stamp is None or day is None or day <= stamp.day or self._is_update(item):
            return False
        return PAST.search(self._scene.sentence_text(item)) is not None and not self._scene.is_expected(item)

    def _is_update(self, item: Item) -> bool:
        """Say whether a block was added to the page after its day."""
        block = self._scene.block_of(item)
        return block is not None and _UPDATE.match(self._scene.text, block.start) is not None
