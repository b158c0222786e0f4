"""In: a Page. Out: a view of it without the indents of wrapped lines.

Rules are written for words that one space or a line's end parts. Mail, listings and old archives indent each line of a
paragraph: there the rooms read the page without these indents, and what they find goes back to where it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.model import Block, Page
from extractor.pages.views import Edit, View, edit_text
from extractor.vocabulary import split_words

_INDENT = re.compile(r"\n[ \t\u00a0]{2,80}(?=[^\s])")
_WRAPPED = frozenset({"paragraph", "list_item", "caption"})
"""Roles of blocks whose lines go on from one another; in all others the place in the line may tell something."""


def unwrap(page: Page) -> View | None:
    """Give a page without the indents of its wrapped lines; ``None`` where it has none, as nearly all pages."""
    if "\n  " not in page.text and "\n\t" not in page.text:
        return None
    indents = [indent for block in page.blocks if block.role in _WRAPPED for indent in _list_indents(page.text, block)]
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
    for found in _INDENT.finditer(text, block.start, block.end):
        yield Edit(found.start() + 1, found.end())


def _move_block(block: Block, view: View) -> Block:
    start, end = view.find_span(block.start, block.end)
    return replace(block, start=start, end=end, label=block.label and view.find_span(*block.label))
