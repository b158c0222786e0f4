"""In: a Page. Out: a view of it without the indents, the quote marks and the blank lines within wrapped paragraphs.

Rules are written for words that one space or a line's end parts. Mail, listings and old archives indent each line of a
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
_TABLE = "table_row"
"""The role in which the place in the line may tell something; of all others the lines go on from one another."""


def unwrap(page: Page) -> View | None:
    """Give a page without the indents of its wrapped lines; ``None`` where it has none, as nearly all pages."""
    indents = [indent for block in page.blocks if block.role != _TABLE for indent in _list_indents(page.text, block)]
    if not indents:
        return None
    text, view = edit_text(page, indents)
    blocks = tuple(_move_block(block, view) for block in page.blocks)
    sentences = tuple(
        replace(one, start=start, end=end)
        for one in page.sentences
        for start, end in [view.find_span(one.start, one.end)]
    )
    return replace(view, page=replace(page, text=text, blocks=blocks, sentences=sentences, words=split_words(text)))


def _list_indents(text: str, block: Block) -> Iterator[Edit]:
    if text.find("\n", block.start, block.end) < 0:
        return
    for found in (_QUOTED if block.role == "quote" else _INDENT).finditer(text, block.start, block.end):
        for group in ("before", "behind"):
            if found[group]:
                yield Edit(*found.span(group))


def _move_block(block: Block, view: View) -> Block:
    start, end = view.find_span(block.start, block.end)
    return replace(block, start=start, end=end, label=block.label and view.find_span(*block.label))
