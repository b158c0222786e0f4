"""In: a Page. Out: a view of it in which wrapped paragraphs are single lines, without indents and quote marks.

Rules are written for words that one space parts. Mail, listings and old archives indent each line of a
paragraph, put ``>`` before it or leave every other line blank: there the rooms read the page without that, and what
they find goes back to where it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.model import Block, Page
from extractor.pages.views import Edit, View, edit_text
from extractor.vocabulary import split_words

_INDENT = re.compile(r"(?P<before>[^\S\n]{0,80})\n(?P<behind>(?:[^\S\n]{0,80}\n){0,4}[^\S\n]{0,80})(?=\S)")
_QUOTED = re.compile(r"(?P<before>[^\S\n]{0,80})\n(?P<behind>[^\S\n]{0,80}>[> ]{0,12})(?=[^\s>])")
_PROSE = frozenset({"paragraph", "list_item", "caption", "quote", "label_value"})
"""Roles whose lines are read as one."""
_MARGIN = re.compile(r"^[^\S\n]{1,80}", re.M)
_TABLE = "table_row"
"""The role in which the place in the line may tell something; of all others the lines go on from one another."""


def unwrap(page: Page) -> View | None:
    """Give a page whose wrapped paragraphs are single lines without indents; ``None`` where no block has two lines."""
    wrapped = [block for block in page.blocks if page.text.find("\n", block.start, block.end) >= 0]
    indents = [indent for block in wrapped if block.role != _TABLE for indent in _list_indents(page.text, block)]
    if not indents and not any(block.role in _PROSE for block in wrapped):
        return None
    text, view = edit_text(page, indents)
    text = _join_lines(text, [view.find_span(block.start, block.end) for block in wrapped if block.role in _PROSE])
    return _move_page(view, text) if indents else replace(view, page=replace(page, text=text))


def _move_page(view: View, text: str) -> View:
    """Give the view its page: the blocks and sentences of the whole one, moved to where ``text`` has them."""
    page = view.whole
    blocks = tuple(_move_block(block, view) for block in page.blocks)
    sentences = tuple(
        replace(one, start=start, end=end)
        for one in page.sentences
        for start, end in [view.find_span(one.start, one.end)]
    )
    return replace(view, page=replace(page, text=text, blocks=blocks, sentences=sentences, words=split_words(text)))


def _list_indents(text: str, block: Block) -> Iterator[Edit]:
    for found in (_QUOTED if block.role == "quote" else _INDENT).finditer(text, block.start, block.end):
        for group in ("before", "behind"):
            if found[group]:
                yield Edit(*found.span(group))


def cut_margin(page: Page) -> View | None:
    """Give a page without the margin that all its blocks share, but the first, which may have lost its own."""
    if "\n  " not in page.text and "\n\t" not in page.text:
        return None
    starts = [page.text.rfind("\n", 0, block.start) + 1 for block in page.blocks[1:]]
    margins = (_MARGIN.match(page.text, start) for start in starts)
    shared = min((margin.end() - margin.start() if margin else 0 for margin in margins), default=0)
    if shared <= 1:
        return None
    edits = [Edit(one.start(), min(one.end(), one.start() + shared)) for one in _MARGIN.finditer(page.text)]
    text, view = edit_text(page, edits)
    return _move_page(view, text)


def _join_lines(text: str, spans: list[tuple[int, int]]) -> str:
    """Write a space for each line's end inside the spans: words that it parted stand as if they had fitted."""
    pieces: list[str] = []
    last = 0
    for start, end in spans:
        pieces += (text[last:start], text[start:end].replace("\n", " "))
        last = end
    pieces.append(text[last:])
    return "".join(pieces)


def _move_block(block: Block, view: View) -> Block:
    start, end = view.find_span(block.start, block.end)
    return replace(block, start=start, end=end, label=block.label and view.find_span(*block.label))
