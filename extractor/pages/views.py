"""In: a Page and edits of its text. Out: the page as the rooms read it, and the way back from its offsets."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from extractor.model import Evidence, Fact, Mention, Origin, Page


class Edit(NamedTuple):
    """The half-open characters of a page that are left out, and what is read in their place."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A page as it is read, and the whole page; ``starts`` and ``ends`` of the edits on both, in reading order."""

    page: Page
    whole: Page
    starts: Sequence[int]
    ends: Sequence[int]
    whole_starts: Sequence[int]
    whole_ends: Sequence[int]

    def restore(self, offset: int) -> int:
        """Give the offset on the whole page of a character that is read, or of the one behind an inserted one."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0:
            return offset
        return self.whole_ends[index] + max(0, offset - self.ends[index])

    def find(self, offset: int) -> int:
        """Give the offset at which a character of the whole page is read; of one left out, that of the next."""
        index = bisect_right(self.whole_starts, offset) - 1
        if index < 0:
            return offset
        return self.ends[index] + max(0, offset - self.whole_ends[index])

    def restore_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span on the whole page of one that is read; one that ends at an edit ends before it."""
        return self.restore(start), self._map_end(end, (self.starts, self.ends), (self.whole_starts, self.whole_ends))

    def find_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span that is read of one of the whole page; one that ends at an edit ends before it."""
        return self.find(start), self._map_end(end, (self.whole_starts, self.whole_ends), (self.starts, self.ends))

    @staticmethod
    def _map_end(end: int, of: tuple[Sequence[int], Sequence[int]], to: tuple[Sequence[int], Sequence[int]]) -> int:
        index = bisect_left(of[0], end) - 1
        if index < 0:
            return end
        return to[0][index] if end <= of[1][index] else to[1][index] + end - of[1][index]

    def strip(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """Give mentions of the whole page as those of the page that is read."""
        for mention in mentions:
            start, end = self.find_span(mention.start, mention.end)
            yield _move(mention, (start, end), self.page.text, mention.origins)

    def restore_mentions(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """Give mentions of the page that is read as those of the whole page."""
        for mention in mentions:
            start, end = self.restore_span(mention.start, mention.end)
            origins = tuple(
                one if one.start is None or one.end is None else replace(one, start=span[0], end=span[1])
                for one in mention.origins
                for span in [self.restore_span(one.start or 0, one.end or 0)]
            )
            yield _move(mention, (start, end), self.whole.text, origins)

    def restore_facts(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        """Give facts of the page that is read as those of the whole page."""
        for fact in facts:
            evidence: tuple[Evidence, ...] = tuple(
                proof if isinstance(proof, str) else self.restore_span(*proof) for proof in fact.evidence
            )
            trigger = None if fact.trigger is None else self.restore_span(*fact.trigger)
            yield replace(fact, evidence=evidence, trigger=trigger)


def _move(mention: Mention, span: tuple[int, int], text: str, origins: tuple[Origin, ...]) -> Mention:
    """Give a mention its place on another text; ``replace`` takes twice as long, and all mentions go through here."""
    start, end = span
    return Mention(
        mention.id, start, end, text[start:end], mention.label, mention.value, mention.rule,
        mention.unit, mention.mod, mention.zone, origins,
    )  # fmt: skip


def edit_text(page: Page, edits: Sequence[Edit]) -> tuple[str, View]:
    """Give the text of a page with ``edits``, which stand in reading order and do not overlap, and a view onto it.

    The view's own page is still the whole page: its maker puts the page of the text there.
    """
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    length = last = 0
    for edit in edits:
        parts += (page.text[last : edit.start], edit.text)
        length += edit.start - last
        starts.append(length)
        length += len(edit.text)
        ends.append(length)
        last = edit.end
    parts.append(page.text[last:])
    view = View(page, page, starts, ends, [edit.start for edit in edits], [edit.end for edit in edits])
    return "".join(parts), view
