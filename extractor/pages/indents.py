"""In: a Page. Out: the same page without the indents of wrapped lines, and the way from its offsets back to the page.

Rules are written for words that one space or a line's end parts. Mail, listings and old archives indent each line of a
paragraph: there the rooms read the page without these indents, and what they find goes back to where it stands.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from extractor.model import Block, Evidence, Fact, Mention, Page
from extractor.vocabulary import split_words

_INDENT = re.compile(r"\n[ \t\u00a0]{2,80}(?=[^\s])")
_WRAPPED = frozenset({"paragraph", "list_item", "caption"})
"""Roles of blocks whose lines go on from one another; in all others the place in the line may tell something."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """A page without its indents, and the whole page.

    ``places`` are the offsets on the former, and ``stops`` those on the latter, where a line goes on behind its indent;
    ``cuts`` are the characters left out so far.
    """

    page: Page
    whole: Page
    places: tuple[int, ...]
    stops: tuple[int, ...]
    cuts: tuple[int, ...]

    def restore(self, offset: int) -> int:
        """Give the offset on the whole page of one on the page without indents."""
        return offset + self._cut(bisect_right(self.places, offset))

    def find(self, offset: int) -> int:
        """Give the offset on the page without indents of one on the whole page."""
        index = bisect_right(self.stops, offset)
        plain = offset - self._cut(index)
        return min(plain, self.places[index]) if index < len(self.places) else plain

    def _cut(self, index: int) -> int:
        return self.cuts[index - 1] if index else 0

    def _restore_span(self, start: int, end: int) -> tuple[int, int]:
        """Give a span of the whole page; one that ends with a line ends before the indent."""
        return self.restore(start), end + self._cut(bisect_left(self.places, end))

    def strip(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """Give mentions of the whole page as those of the page without indents."""
        for mention in mentions:
            start, end = self.find(mention.start), self.find(mention.end)
            yield replace(mention, start=start, end=end, text=self.page.text[start:end])

    def restore_mentions(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """Give mentions of the page without indents as those of the whole page."""
        for mention in mentions:
            start, end = self._restore_span(mention.start, mention.end)
            origins = tuple(
                one if one.start is None or one.end is None else replace(one, start=span[0], end=span[1])
                for one in mention.origins
                for span in [self._restore_span(one.start or 0, one.end or 0)]
            )
            yield replace(mention, start=start, end=end, text=self.whole.text[start:end], origins=origins)

    def restore_facts(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        """Give facts of the page without indents as those of the whole page."""
        for fact in facts:
            evidence: tuple[Evidence, ...] = tuple(
                proof if isinstance(proof, str) else self._restore_span(*proof) for proof in fact.evidence
            )
            trigger = None if fact.trigger is None else self._restore_span(*fact.trigger)
            yield replace(fact, evidence=evidence, trigger=trigger)


def unwrap(page: Page) -> Wrapping | None:
    """Give a page without the indents of its wrapped lines; ``None`` where it has none, as nearly all pages."""
    if "\n  " not in page.text and "\n\t" not in page.text:
        return None
    spans = [span for block in page.blocks if block.role in _WRAPPED for span in _list_indents(page.text, block)]
    if not spans:
        return None
    starts, stops = zip(*spans, strict=True)
    cuts = tuple(accumulate(end - start for start, end in spans))
    places = tuple(stop - cut for stop, cut in zip(stops, cuts, strict=True))
    text = "".join(page.text[a:b] for a, b in zip((0, *stops), (*starts, len(page.text)), strict=True))
    wrapping = Wrapping(page, page, places, stops, cuts)
    find = wrapping.find
    blocks = tuple(
        replace(block, start=find(block.start), end=find(block.end), label=block.label and _move(block.label, wrapping))
        for block in page.blocks
    )
    sentences = tuple(replace(one, start=find(one.start), end=find(one.end)) for one in page.sentences)
    bare = replace(page, text=text, blocks=blocks, sentences=sentences, words=split_words(text))
    return replace(wrapping, page=bare)


def _list_indents(text: str, block: Block) -> Iterator[tuple[int, int]]:
    for found in _INDENT.finditer(text, block.start, block.end):
        yield found.start() + 1, found.end()


def _move(span: tuple[int, int], wrapping: Wrapping) -> tuple[int, int]:
    return wrapping.find(span[0]), wrapping.find(span[1])
