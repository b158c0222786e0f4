"""In: the blocks of a page. Out: the same, but each label that stands on a line above its value is one block with it.

Fact boxes that were flattened cell by cell have their labels and values on lines of their own::

    Launch mass
    7,220 kg
    Mission duration
    178 days
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractor.model import Block

_LABEL = re.compile(r"[A-Z][A-Za-z/&’'(),-]{0,24}(?: [A-Za-z/&’'(),-]{1,24}){0,4}:?")
_FIGURES = re.compile(r"[~≈<>]?\s?\d|[A-Z][a-z]{2,8}\.?,? \d")
_FEWEST, _FEWEST_FIGURES = 3, 2  # pairs that stand together, and of these that hold a figure
_LONGEST_LABEL, _LONGEST_VALUE = 40, 80  # characters
_LABELS = frozenset({"heading", "table_row", "paragraph", "title"})
_VALUES = frozenset({"heading", "table_row", "paragraph", "label_value"})


def join_stacked(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Join labels and the values below them, where at least three such pairs stand together."""
    pairs: dict[int, int] = {}
    place = 1  # the first block is the title
    while place < len(blocks):
        run = _find_pairs(text, blocks, place)
        pairs |= run
        place = max(run.values(), default=place) + 1
    return _join(text, blocks, pairs) if pairs else blocks


def _find_pairs(text: str, blocks: Sequence[Block], place: int) -> dict[int, int]:
    """Find the pairs of label and value that begin at a block, label to last block; none where they are too few.

    A value of two lines goes on with figures: a date, and below it the clock.
    """
    pairs: dict[int, int] = {}
    figures, index = 0, place
    while index + 1 < len(blocks) and _is_label(text, blocks[index]) and _is_value(text, blocks[index + 1]):
        last = index + 1
        figured = _FIGURES.match(text, blocks[last].start, blocks[last].end) is not None
        if figured and last + 1 < len(blocks) and _goes_on(text, blocks[last + 1]):
            last += 1
        figures += figured
        pairs[index] = last
        index = last + 1
    enough = len(pairs) >= _FEWEST and figures >= _FEWEST_FIGURES and 2 * figures >= len(pairs)
    return pairs if enough else {}


def _goes_on(text: str, block: Block) -> bool:
    return text[block.start].isdigit() and _is_value(text, block)


def _is_label(text: str, block: Block) -> bool:
    if block.role not in _LABELS or block.end - block.start > _LONGEST_LABEL:
        return False
    return _LABEL.fullmatch(text, block.start, block.end) is not None


def _is_value(text: str, block: Block) -> bool:
    if block.role not in _VALUES or block.end - block.start > _LONGEST_VALUE or block.label:
        return False
    return text[block.end - 1] not in ":.!?" and text.find("\n", block.start, block.end) < 0


def _join(text: str, blocks: Sequence[Block], pairs: Mapping[int, int]) -> tuple[Block, ...]:
    """Make one block of each pair, whose label heads no section any more."""
    joined: list[Block] = []
    moved: dict[int, int | None] = {}
    done = -1
    for index, block in enumerate(blocks):
        section = None if block.section is None else moved[block.section]
        moved[index] = section if index in pairs or index <= done else len(joined)
        if index in pairs:
            done = pairs[index]
            label = (block.start, block.end - (text[block.end - 1] == ":"))
            joined.append(Block(block.start, blocks[done].end, "label_value", section, label))
        elif index > done:
            joined.append(replace(block, section=section))
    return tuple(joined)
