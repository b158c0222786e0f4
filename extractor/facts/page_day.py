"""In: a Reading. Out: how long before or after the day its page was written on a moment lies."""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from extractor.facts.instants import read_instant
from extractor.facts.reading import Reading
from extractor.model import PUBLISHED, Mention, Origin
from extractor.values import DAY_LENGTH, TIME_LABELS

_OWN = Origin("page", PUBLISHED)
_MONTH = re.compile(r"\d{4}(?:-\d\d)?")
_FIRST = "2031-01-01"
_ALONE = 4  # characters that a line may hold beside its date
_LATER = re.compile(
    r"\W{0,3}(?:in context|update|aftermath|epilogue|postscript|afterword|later|what happened next|what came of it"
    r"|editor['’]s note|since then|note added)\b",
    re.I,
)
"""Headings of what was added to a page after its day."""
_LABEL = re.compile(
    r"(?:^|\n)[^\n.]{0,20}\b(?:launch(?:ed)?|lift-?off|land(?:ing|ed)|splashdown|dock(?:ing|ed)|undock(?:ing|ed)|decay(?:ed)?"
    r"|re-?entry|start|end|begin|arrival|departure|completed|duration|mission)(?: date| time)?:?\s{1,4}$",
    re.I,
)
"""The label of an event above its date."""
_LONGEST_LABEL = 40
_UPDATES = 20  # characters behind the first day of a page in which it says that it was updated
_ENTRIES = 2  # further lines that are but a date make a page a diary: the first is no day of the page


class PageDay:
    """The day on which a page was written, where it stands at its head."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def measure_age(self, start: int) -> int:
        """Count the days from the moment at ``start`` to the page's day, 0 where one is unknown; negative: to come."""
        block = self._reading.block_at(start)
        heading = None if self._day is None or block is None else self._reading.heading_of(block)
        if self._day is None or (heading and _LATER.match(self._reading.page.text, heading.start)):
            return 0
        moments = self._reading.mentions_in(start, start + 1)
        value = str(moments[0].value)[:DAY_LENGTH] if moments else ""
        if _MONTH.fullmatch(value) and value > str(self._day)[: len(value)]:
            value += _FIRST[len(value) :]  # a month or year to come lies ahead with its first day
        told = read_instant(value)
        return (self._day - told).days if told else 0

    @cached_property
    def _day(self) -> datetime | None:
        own = (mention for mention in self._reading.mentions if any(origin == _OWN for origin in mention.origins))
        stamp = next((mention for mention in own if read_instant(str(mention.value)[:DAY_LENGTH])), None)
        if stamp is None or self._is_diary(stamp) or self._is_labelled(stamp):
            return None
        return read_instant(max(str(stamp.value)[:DAY_LENGTH], self._find_update(stamp)))

    def _find_update(self, stamp: Mention) -> str:
        """Give the last day on which the page was updated, where its line lists them behind its first day."""
        block = self._reading.block_at(stamp.start)
        if block is None or self._reading.page.text.find("pdated", stamp.end, min(block.end, stamp.end + _UPDATES)) < 0:
            return ""
        dates = [m for m in self._reading.mentions_in(stamp.end, block.end) if m.label == "DATE" and m.value]
        days = [
            day for mention in dates if len(day := str(mention.value)[:DAY_LENGTH]) == DAY_LENGTH and read_instant(day)
        ]
        return max(days, default="")

    def _is_labelled(self, stamp: Mention) -> bool:
        """Say that the line above names the event whose date a lone date is."""
        return _LABEL.search(self._reading.page.text, max(0, stamp.start - _LONGEST_LABEL), stamp.start) is not None

    def _is_diary(self, stamp: Mention) -> bool:
        """Say that lines of the page are but a date, as the one that looks like its own."""
        dates = (mention for mention in self._reading.mentions if mention.label == "DATE" and mention is not stamp)
        alone = sum(
            block is not None and block.end - block.start <= mention.end - mention.start + _ALONE
            for mention in dates
            if (block := self._reading.block_at(mention.start)) is not None
        )
        return alone >= _ENTRIES


def leave_stamp(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Leave out the day of the page where it opens a sentence that has days or times of its own."""
    times = [mention for mention in mentions if mention.label in TIME_LABELS]
    if len(times) == 1 or not times or _OWN not in times[0].origins:
        return mentions
    return [mention for mention in mentions if mention is not times[0]]
