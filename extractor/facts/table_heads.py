"""In: a row of a table. Out: what stands above its rows and says what they list."""

from collections.abc import Iterator

from extractor.facts.reading import ROW_ROLES, Reading

_HEADINGS = frozenset({"title", "heading"})
_FAR = 30  # rows of a table
_LONGEST = 130  # characters of what stands above a table


def list_heads(reading: Reading, place: int) -> Iterator[tuple[int, int]]:
    """Give the line right above the rows of a table, which names no time, and the heading that it stands below.

    ``place`` is the row's block; spans are half-open.
    """
    blocks = reading.page.blocks
    for above in range(place - 1, max(-1, place - _FAR), -1):
        block = blocks[above]
        if block.role in ROW_ROLES and reading.is_timed(block.start, block.end):
            continue
        if block.end - block.start <= _LONGEST and block.role in ROW_ROLES | _HEADINGS:
            yield block.start, block.end
            heading = reading.heading_of(block)
            if heading is not None and heading.role == "heading" and block.role not in _HEADINGS:
                yield heading.start, heading.end
        return
