"""In: a page and its candidates. Out: a scene: each candidate with its sentence and block, and what the page sets."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from extractor.context.calendar import CalendarDate
from extractor.mentions.partial import PartialDate
from extractor.mentions.rules import Candidate
from extractor.model import Block, Origin, Page

_APART = frozenset({"footer", "caption", "reference", "category", "header", "boilerplate"})
_STAMP_BEFORE = re.compile(
    r"\b(?:updated?|posted|published|released?|issued|edited|modified|dated?|as\sof|filed|last\sedit|created)"
    r"(?:[\s\u00a0](?:on|at|by))?[\s\u00a0]{0,2}[:=–—-]?[\s\u00a0]{0,3}$",
    re.I,
)
_ACCESS_BEFORE = re.compile(r"\b(?:access[\s-]?date|accessed|retrieved|archived)(?:\s(?:on|from))?\s?[:=]?\s?$", re.I)
_DATELINE = re.compile(
    r"^[\s_*]{0,4}(?:[A-Z][A-Z .,’'-]{2,40}(?:,\s[A-Z][a-z.]{1,12})?(?:\s\(\w{2,12}\))?[\s,:–—-]{1,4}|)$"
)
_FIRST_BLOCKS = 6
_REACH = 40


@dataclass(slots=True)
class Item:
    """A candidate in its place; ``date`` and ``until`` are filled in as the walk over the page goes on."""

    candidate: Candidate
    sentence: int
    block: int
    apart: bool
    """Stands in a footer, caption, reference or header: does not carry the narrative on."""
    bracketed: bool = False
    date: CalendarDate | None = None
    until: CalendarDate | None = None
    origins: list[Origin] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the candidate begins."""
        return self.candidate.start

    @property
    def end(self) -> int:
        """Where the candidate ends."""
        return self.candidate.end


class Scene:
    """The candidates of a page in their places, and what the page as a whole tells of time."""

    def __init__(self, page: Page, candidates: Sequence[Candidate]) -> None:
        self.page = page
        self.text = page.text
        starts = [sentence.start for sentence in page.sentences]
        self.items: list[Item] = []
        for candidate in sorted(candidates, key=lambda c: (c.start, c.end)):
            index = max(0, bisect_right(starts, candidate.start) - 1)
            block = page.sentences[index].block if page.sentences else 0
            apart = bool(page.blocks) and page.blocks[block].role in _APART
            item = Item(candidate, index, block, apart)
            item.bracketed = self._is_bracketed(candidate.start)
            self.items.append(item)
        self.dates = [item for item in self.items if isinstance(item.candidate.parts, PartialDate)]

    def _is_bracketed(self, start: int) -> bool:
        """Say whether a bracket opened shortly before and has not closed."""
        before = self.text[max(0, start - _REACH) : start]
        return before.rfind("(") > before.rfind(")")

    def block_of(self, item: Item) -> Block | None:
        """Give the block that an item stands in."""
        return self.page.blocks[item.block] if self.page.blocks else None

    def sentence_text(self, item: Item) -> str:
        """Give the characters of an item's sentence."""
        if not self.page.sentences:
            return self.text
        sentence = self.page.sentences[item.sentence]
        return self.text[sentence.start : sentence.end]

    def gap(self, before: Item, after: Item) -> str:
        """Give the characters between two items."""
        return self.text[before.end : after.start]

    @cached_property
    def years(self) -> tuple[int, ...]:
        """All years written out on the page, with four figures, in reading order."""
        return tuple(
            parts.year
            for item in self.dates
            if (parts := item.candidate.parts).year is not None
            and not parts.short_year
            and parts.unit not in ("decade", "century")
        )

    @cached_property
    def month_first(self) -> bool | None:
        """Whether the page writes 12/17/2017 rather than 17/12/2017; ``None`` where nothing tells.

        Decided by a date in figures that can be read one way only, else by the spelled dates of the page.
        """
        votes = 0
        for item in self.dates:
            parts = item.candidate.parts
            if item.candidate.rule == "date.numeric" and parts.swapped is None and parts.day and parts.day > 12:
                first = int(re.match(r"\d+", self.text[item.start : item.end])[0])  # type: ignore[index] # digits begin it
                votes += 100 if first <= 12 else -100
            elif item.candidate.rule == "date.month-first":
                votes += 1
            elif item.candidate.rule == "date.day-first":
                votes -= 1
        return None if votes == 0 else votes > 0

    @cached_property
    def page_date(self) -> tuple[date, Item] | None:
        """The day the page was written or last changed, and the mention that says so."""
        stamps: list[tuple[int, date, Item]] = []
        for item in self.dates:
            parts = item.candidate.parts
            if parts.unit != "day" or parts.year is None or parts.short_year or parts.month is None or parts.until:
                continue
            rank = self._rank_stamp(item)
            day = CalendarDate("day", parts.year, parts.month, parts.day).to_day()
            if rank and day:
                stamps.append((rank, day, item))
        if not stamps:
            return None
        best = max(rank for rank, _, _ in stamps)
        day, item = max(((day, item) for rank, day, item in stamps if rank == best), key=lambda stamp: stamp[0])
        return day, item

    def _rank_stamp(self, item: Item) -> int:
        """Say how surely a date is the page's own: 0 for none, 4 for a mail header."""
        block = self.block_of(item)
        if block is None:
            return 0
        before = self.text[max(block.start, item.start - _REACH) : item.start]
        if block.role == "header" and re.search(r"\bDate:", self.text[block.start : item.start]):
            return 4
        if item.block < _FIRST_BLOCKS and _DATELINE.match(before) and item.start - block.start < _REACH:
            alone = item.end >= block.end - 1
            following = self.text[item.end : item.end + 14]
            if alone or (before.strip() and re.match(r"(?:\s\(\w{2,12}\))?\s{0,2}[:–—-]|\s?\(", following)):
                return 3
        if _STAMP_BEFORE.search(before):
            return 2
        if _ACCESS_BEFORE.search(before):
            return 1
        return 0
