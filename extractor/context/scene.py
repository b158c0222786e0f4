"""In: a page and its candidates. Out: a scene: each candidate with its sentence and block, and what the page sets."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from extractor.context.calendar import CalendarDate
from extractor.context.tense import FUTURE
from extractor.mentions.partial import PartialDate, PartialElapsed
from extractor.mentions.rules import Candidate
from extractor.model import Block, Origin, Page

_APART = frozenset({"footer", "caption", "reference", "category", "header", "boilerplate"})
_ROWS = frozenset({"heading", "title", "table_row", "schedule", "label_value", "list_item"})
_DASH = re.compile(r"\s[–—]\s|\s--\s")
_ENTRY_BEHIND = re.compile(r"\s{0,2}(?:$|[|:–—(,-]|\d{1,2}[:.]\d\d)")
_ENTRY_BEFORE = re.compile(r"[\s*•#=_\[(>-]{0,6}$")
WEEKDAY_BEFORE = re.compile(r"(?:day|[Tt]omorrow)[\s\u00a0]\($")
"""What a date in brackets only makes precise: ``on Monday (July 15, 2019)``."""
_DATELINE = re.compile(
    r"[A-Z][A-Z .’'/-]{2,40}(?:,[^\n–—]{2,40}?)?(?:\([^()\n]{2,24}\)\s?)?(?:--?|[–—])\s[^–—]{0,200}$"
)
"""A place in capitals, a day and an agency, and the dash that opens a story behind them."""
_CLAUSE = re.compile(r";|\s[–—]\s|\s--?\s|,?[\s](?:and|but|while|after|before|when|whereas)\s|,\s(?:with|which|who)\s")
_CAPITALS = re.compile(r"[^a-z]{4,70}$")
_IN_FIGURES = frozenset({"date.numeric", "date.month-day", "date.month-day-short"})
_REACH = 60
_BRACKET = 200
"""Characters: how far before a date the bracket may open that it stands in."""
_SENTENCE = 300
_LONGEST_ROW = 200
"""Characters: a longer value of a label is running text."""


@dataclass(slots=True)
class Item:
    """A candidate in its place; ``date`` and ``until`` are filled in as the walk over the page goes on."""

    candidate: Candidate
    sentence: int
    block: int
    apart: bool
    """Stands in a footer, caption, reference, header or template: does not carry the narrative on."""
    bracketed: bool = False
    date: CalendarDate | None = None
    until: CalendarDate | None = None
    reach: str | None = None
    """``sentence`` or ``block`` where the date carries the narrative no further than that."""
    origins: list[Origin] = field(default_factory=list)
    start: int = field(init=False)
    end: int = field(init=False)
    """Where the candidate begins and ends: asked for a dozen times an item."""

    def __post_init__(self) -> None:
        self.start, self.end = self.candidate.start, self.candidate.end


class Scene:
    """The candidates of a page in their places, and what the page as a whole tells of time."""

    def __init__(self, page: Page, candidates: Sequence[Candidate], reference: date | None = None) -> None:
        self.page = page
        self.reference = reference
        """The day the text was written, where the caller knows it."""
        self.text = page.text
        self._expected: dict[int, bool] = {}
        self._marked_up = "{{" in page.text or "<ref" in page.text
        starts = [sentence.start for sentence in page.sentences]
        self.items: list[Item] = []
        for candidate in sorted(candidates, key=lambda c: (c.start, c.end)):
            index = max(0, bisect_right(starts, candidate.start) - 1)
            block = page.sentences[index].block if page.sentences else 0
            self.items.append(self._place(candidate, index, block))
        self.dates = [item for item in self.items if isinstance(item.candidate.parts, PartialDate)]

    def _place(self, candidate: Candidate, sentence: int, block: int) -> Item:
        blocks, start = self.page.blocks, candidate.start
        opened = blocks[block].start if blocks else 0
        before = self.text[max(opened, start - _BRACKET) : start]
        apart = bool(blocks) and blocks[block].role in _APART
        template = self._marked_up and (
            before.rfind("{{") > before.rfind("}}") or before.rfind("<ref") > before.rfind("</ref")
        )
        bracketed = before.rfind("(") > before.rfind(")")
        if bracketed and isinstance(candidate.parts, PartialDate):
            bracketed = WEEKDAY_BEFORE.search(before) is None
        headed = self.text[candidate.end : candidate.end + 1] == ":"
        if not bracketed and not headed and isinstance(candidate.parts, PartialDate):
            clause = before[-_REACH:]
            clause = clause[max(clause.rfind(". "), clause.rfind("; ")) + 1 :]
            bracketed = (
                len(_DASH.findall(clause)) == 1
                and not clause[:3].isspace()
                and blocks[block].role == "paragraph"
                and not _DATELINE.match(self.text, opened, candidate.start)
            )
        return Item(candidate, sentence, block, apart or template, bracketed)

    def reaches(self, source: Item, target: Item) -> bool:
        """Say whether the narrative still stands at ``source`` where ``target`` is."""
        if source.reach is None:
            return True
        return source.sentence == target.sentence or (source.reach == "block" and source.block == target.block)

    def block_of(self, item: Item) -> Block | None:
        """Give the block that an item stands in."""
        return self.page.blocks[item.block] if self.page.blocks else None

    def sentence_span(self, item: Item) -> tuple[int, int]:
        """Give the offsets of an item's sentence."""
        if not self.page.sentences:
            return 0, len(self.text)
        sentence = self.page.sentences[item.sentence]
        return sentence.start, sentence.end

    def sentence_text(self, item: Item) -> str:
        """Give the characters of an item's sentence; of a very long one those around the item."""
        start, end = self.sentence_span(item)
        return self.text[max(start, item.start - _SENTENCE) : min(end, item.end + _SENTENCE)]

    def is_expected(self, item: Item) -> bool:
        """Say whether an item's sentence speaks of what is expected or planned."""
        known = self._expected.get(item.sentence)
        if known is None:
            start, end = self.sentence_span(item)
            known = FUTURE.search(self.sentence_text(item)) is not None
            if end - start <= _SENTENCE:
                self._expected[item.sentence] = known
        return known

    def clause_text(self, item: Item) -> str:
        """Give the characters of an item's clause: its sentence up to the next ``and``, ``while`` or dash."""
        end = min(self.sentence_span(item)[1], item.end + _SENTENCE)
        behind = _CLAUSE.search(self.text, item.end, end)
        return self.text[self.clause_start(item) : behind.start() if behind else end]

    def clause_start(self, item: Item) -> int:
        """Give where an item's clause begins: behind the last ``and``, ``while`` or dash of its sentence before it."""
        start = max(self.sentence_span(item)[0], item.start - _SENTENCE)
        for cut in _CLAUSE.finditer(self.text, start, item.start):
            start = cut.end()
        return start

    def gap(self, before: Item, after: Item) -> str:
        """Give the characters between two items."""
        return self.text[before.end : after.start]

    def is_row(self, item: Item) -> bool:
        """Say whether an item stands in a row, a heading or a label line rather than in prose."""
        block = self.block_of(item)
        return block is not None and block.role in _ROWS

    def is_line(self, item: Item) -> bool:
        """Say whether an item stands in a row that is no running text behind a label."""
        block = self.block_of(item)
        if block is None or block.role not in _ROWS:
            return False
        return block.role != "label_value" or block.end - block.start <= _LONGEST_ROW

    def opens_entry(self, item: Item) -> bool:
        """Say whether a date heads an entry of a log or the rows below: it begins a heading or a short row."""
        block = self.block_of(item)
        if block is None or block.role not in _ROWS or not isinstance(item.candidate.parts, PartialDate):
            return False
        if not _ENTRY_BEFORE.fullmatch(self.text[block.start : item.start]):
            return False
        return _ENTRY_BEHIND.match(self.text[item.end : block.end]) is not None

    def closes_between(self, entry: Item, item: Item) -> bool:
        """Say whether a heading, or a row in capitals, stands between the entry's head and ``item``."""
        last = self._closings[item.block] if self._closings else -1
        return last > entry.block

    @cached_property
    def _closings(self) -> list[int]:
        """For each block the last block up to it that ends the entry of a log above it, or -1."""
        closings: list[int] = []
        last = -1
        for index, block in enumerate(self.page.blocks):
            row = block.role == "table_row" and _CAPITALS.fullmatch(self.text, block.start, block.end)
            last = index if row or block.role in ("heading", "title") else last
            closings.append(last)
        return closings

    @cached_property
    def elapsed(self) -> list[Item]:
        """The elapsed clocks."""
        return [item for item in self.items if isinstance(item.candidate.parts, PartialElapsed)]

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

        Decided by dates in figures that can be read one way only, else by the spelled dates of the page.
        """
        votes = 0
        for item in self.dates:
            parts, rule = item.candidate.parts, item.candidate.rule
            if rule in _IN_FIGURES and parts.swapped is None and (parts.day or 0) > 12:
                votes += 100 if int(self.text[item.start : item.start + 2].rstrip("/.-")) <= 12 else -100
            elif rule == "date.month-first":
                votes += 1
            elif rule == "date.day-first":
                votes -= 1
        return None if votes == 0 else votes > 0
