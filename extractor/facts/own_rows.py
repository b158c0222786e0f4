"""In: tables whose head names columns of designations. Out: the claims of the one row that is of the page's own craft.

Catalogues list a series with its satellites a row: ``Satellite  COSPAR  Date  LS  Launch Vehicle``.
"""

import re
from collections.abc import Iterator

from extractor.facts.claims import Claim
from extractor.facts.designation_values import LABELS, READERS
from extractor.facts.reading import Reading
from extractor.facts.tables import load_tables
from extractor.model import Block
from extractor.vocabulary import list_words

_COLUMNS = load_tables("designation")["columns"]
_NAME = "craft"
_SCHEMES = {list_words(head): scheme for scheme, heads in _COLUMNS.items() for head in heads}
_LABEL_OF = {scheme: label for label, scheme in reversed(LABELS.items())}
_CELL = re.compile(r"\s?\|\|?\s?|\t|\s{3,}")
_GAPS = ("\t", "|", "   ")
_FEWEST_CELLS, _FEWEST_HEADS = 3, 2
_LONGEST_ROW = 300
_MOST_ROWS = 80
_LONGEST_HEAD = 40
_ROLES = frozenset({"table_row", "label_value", "heading", "title", "paragraph"})
_READ = frozenset({"cospar_id", "norad_id", "launch_vehicle", "launch_site", "serial", "launch_vehicle_serial"})


def read_own_row(reading: Reading) -> Iterator[Claim]:
    """Read the cells of the page's own row, where one row alone is of its craft."""
    blocks = reading.page.blocks
    for index, block in enumerate(blocks[:-1]):
        heads = _read_heads(reading.page.text, block) if block.role in _ROLES else None
        if heads is None:
            continue
        rows = [row for below in blocks[index + 1 : index + _MOST_ROWS] if (row := _read_own(reading, below, heads))]
        if len(rows) == 1:
            for (scheme, label), (start, end) in zip(heads, rows[0], strict=False):
                if scheme in _READ and start < end:
                    yield from READERS[scheme](reading.page.text, start, end, label)


def _read_heads(text: str, block: Block) -> list[tuple[str, tuple[str, ...]]] | None:
    """Read the heads of columns: what each holds and a label of that; ``None`` where a line is no head of a table."""
    if block.end - block.start > _LONGEST_ROW or all(text.find(gap, block.start, block.end) < 0 for gap in _GAPS):
        return None
    cells = _cut(text, block)
    if len(cells) < _FEWEST_CELLS or cells[0][1] - cells[0][0] > _LONGEST_HEAD:
        return None
    schemes = [_SCHEMES.get(list_words(text[start:end]), "") for start, end in cells]
    if _NAME not in schemes or sum(scheme in _READ for scheme in schemes) < _FEWEST_HEADS:
        return None
    return [(scheme, _LABEL_OF.get(scheme, ())) for scheme in schemes]


def _read_own(reading: Reading, block: Block, heads: list[tuple[str, tuple[str, ...]]]) -> list[tuple[int, int]] | None:
    """Read the cells of a row whose cell for the craft names the page's own; ``None`` for any other line."""
    if block.end - block.start > _LONGEST_ROW:
        return None
    cells = _cut(reading.page.text, block)
    place = [scheme for scheme, _ in heads].index(_NAME)
    if not _FEWEST_CELLS <= len(cells) <= len(heads) or place >= len(cells):
        return None
    names = reading.crafts_in(*cells[place])
    return cells if any(name.name == reading.subject for name in names) else None


def _cut(text: str, block: Block) -> list[tuple[int, int]]:
    """Cut a line into its cells, empty ones between tabs or bars among them."""
    cells, at = [], block.start
    for gap in _CELL.finditer(text, block.start, block.end):
        cells.append((at, gap.start()))
        at = gap.end()
    cells.append((at, block.end))
    return cells
