"""In: the lines of a page. Out: the blocks of the metadata between two rules that some archives put before a text.

Site generators open a page with ``---`` (or ``+++``), one ``key: value`` a line, and the same rule again, which a
copy may have lost: then a blank line ends them.
"""

import re
from collections.abc import Sequence

from extractor.model import Block
from extractor.pages.lines import Line

_RULES = frozenset({"---", "+++"})
_KEY = re.compile(r"(?P<key>[A-Za-z][\w.-]{0,40})[\"']?\s?[:=](?:\s|$)")
_TITLES = frozenset({"title", "headline", "post_title", "posttitle"})
_QUOTED = re.compile(r"[\s>|+'\"-]{0,8}")
_FEWEST, _LONGEST = 2, 60
"""Entries and lines: metadata have no fewer and no more."""


def count_front_matter(lines: Sequence[Line]) -> int:
    """Count the lines at the head of a page that are metadata, both rules included; 0 where there are none."""
    if len(lines) < _FEWEST or lines[0].text not in _RULES or not _KEY.match(lines[1].text):
        return 0
    ends = (place for place, line in enumerate(lines[1:_LONGEST], 1) if line.text == lines[0].text)
    if (closed := next(ends, 0)) > 0:
        return closed + 1
    parted = next((place for place, line in enumerate(lines[1:_LONGEST], 1) if line.gap), 0)
    keyed = sum(_KEY.match(line.text) is not None for line in lines[1:parted])
    return parted if keyed >= _FEWEST else 0


def lay_out_front(lines: Sequence[Line], text: str) -> list[Block]:
    """Make one block of each entry: the title is the page's, all else is of its head; entries may run on."""
    blocks = [Block(lines[0].start, lines[0].end, "boilerplate")]
    entries: list[list[Line]] = []
    closed = lines[-1].text == lines[0].text
    for line in lines[1:-1] if closed else lines[1:]:
        if _KEY.match(line.text) or not entries:
            entries.append([])
        entries[-1].append(line)
    for entry in entries:
        start, end, role = entry[0].start, entry[-1].end, "header"
        key = _KEY.match(text, start)
        if key is not None and key["key"].lower() in _TITLES:
            opening = _QUOTED.match(text, key.end(), end)
            value = opening.end() if opening is not None else key.end()
            if value < end:
                start, role = value, "title"
        blocks.append(Block(start, end, role))
    if closed:
        blocks.append(Block(lines[-1].start, lines[-1].end, "boilerplate"))
    return blocks
