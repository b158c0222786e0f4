"""In: lines of a table of crews. Out: who holds which role in which crew: two crews side by side, or stacked lines."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.facts.crew_links import Link, link_roles, read_gap
from extractor.facts.persons import Name, find_names
from extractor.facts.reading import Reading
from extractor.model import Block, Mention
from extractor.vocabulary import Hit

_CELL = re.compile(r"\s{0,20}(?:\t|\|{1,2}|!!)\s{0,20}|\s{2,40}")
_LONGEST_HEAD = 120
_LONGEST_ROW = 300
_MOST_MISSES = 3
_HEAD_WORDS = 12
_LONGEST_LINE = 100
_FAMILY_HEADS = frozenset({"surname", "family name", "last name", "surnames"})
_GIVEN_HEADS = frozenset(
    {"given name", "given names", "first name", "first names", "forename", "name", "given name(s)"}
)
_FAMILY_WORDS = ("surname", "family", "last", "surnames")
"""Words that a head with a column of family names holds one of."""
_BULLET = re.compile(r"[\s*•·–—|-]{0,6}(?:\d{1,2}[.)]\s)?")
_KEY = re.compile(r"\|\s?\w{1,24}\s{0,12}=\s?")
_MARKUP = re.compile(r"\{\{[^{}\n]{1,40}\}\}|\[\[")
_TITLES = re.compile(r"(?:(?:NASA|ESA|JAXA|CSA|Roscosmos|Roskosmos|Dr|Col|Lt|Capt|Maj|Gen|Cmdr)[.\s]{1,2}){1,3}")


@dataclass(frozen=True, slots=True)
class Columns:
    """The head of a table of crews: the status of each column of names, and its cells where cells can be told."""

    statuses: tuple[str, ...]
    cells: tuple[int, ...]
    count: int


@dataclass(frozen=True, slots=True)
class NameColumns:
    """The head of a table that parts names: the indices of the columns of family and given names, and the count."""

    family: int
    given: int
    count: int


@dataclass(frozen=True, slots=True)
class Cast:
    """A link with the crew that its column or its section says, if any."""

    link: Link
    status: str | None


def list_casts(
    reading: Reading, cues: Sequence[Hit[str]], roles_in: Callable[[Block], Sequence[Mention]]
) -> Iterator[tuple[int, list[Cast]]]:
    """Read the rows below each head that names crews side by side, or parts names; gives the index of a row's block.

    ``cues`` are the words that name crews; ``roles_in`` gives the roles of a block.
    """
    text, blocks, words = reading.page.text, reading.page.blocks, reading.page.words
    starts = [cue.start for cue in cues]
    for index in dict.fromkeys(find_block(reading, start) for start in starts):
        block = blocks[index]
        own = cues[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        columns = find_columns(text, block, own) if index >= 0 else None
        if columns is not None:
            yield from _read_rows(reading, index + 1, columns, roles_in)
    marks = sorted(words[place][0] for word in _FAMILY_WORDS for place in words.places.get(word, ()))
    for index in dict.fromkeys(find_block(reading, mark) for mark in marks):
        parted = find_name_columns(text, blocks[index]) if index >= 0 else None
        if parted is not None:
            yield from _read_rows(reading, index + 1, parted, roles_in)


def _read_rows(
    reading: Reading, index: int, columns: Columns | NameColumns, roles_in: Callable[[Block], Sequence[Mention]]
) -> Iterator[tuple[int, list[Cast]]]:
    misses, held, place = 0, None, 0
    text, blocks = reading.page.text, reading.page.blocks
    while index < len(blocks) and misses < _MOST_MISSES and blocks[index].end - blocks[index].start < _LONGEST_ROW:
        block = blocks[index]
        roles = roles_in(block)
        if isinstance(columns, Columns):
            casts = cast_row(text, (block.start, block.end), roles, columns) if roles else []
            if roles:
                held, place = roles[0], len(casts)
            elif held is not None and 0 < place < len(columns.statuses) and tell_line(text, block, roles) == "N":
                casts = [Cast(Link(name, held), columns.statuses[place]) for name in list_line_names(text, block)[:1]]
                place += len(casts)
        else:
            casts = cast_parted(text, block, roles, columns)
        if casts:
            yield index, casts
        misses = 0 if casts else misses + 1
        index += 1


def find_block(reading: Reading, offset: int) -> int:
    """Give the index of the block around an offset; -1 outside of all blocks."""
    index = bisect_left(reading.block_starts, offset + 1) - 1
    return index if index >= 0 and offset < reading.page.blocks[index].end else -1


def split_cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a line into its cells by tabs, bars or two spaces and more; half-open offsets."""
    cells = []
    at = start
    for gap in _CELL.finditer(text, start, end):
        if gap.start() > start:
            cells.append((at, gap.start()))
        at = gap.end()
    if at < end:
        cells.append((at, end))
    return cells


def find_columns(text: str, block: Block, cues: Sequence[Hit[str]]) -> Columns | None:
    """Read the head of a table with two or more crews side by side, or give ``None`` for any other line."""
    if block.end - block.start > _LONGEST_HEAD:
        return None
    line = text[block.start : block.end]
    if len(line.split()) > _HEAD_WORDS or line.rstrip().endswith((".", ",")):
        return None
    between = read_gap(" ".join(text[a.end : b.start] for a, b in pairwise(cues)))
    if between.words or "," in between.marks:
        return None
    cells = split_cells(text, block.start, block.end)
    places = tuple(next((i for i, (a, b) in enumerate(cells) if a <= cue.start < b), -1) for cue in cues)
    distinct = len(set(places)) == len(places)
    if len(cues) > 1:
        return Columns(tuple(cue.meaning for cue in cues), places if distinct else (), len(cells))
    if len(cells) == 3 and places[0] == 2 and cues[0].meaning == "backup":
        return Columns(("primary", "backup"), (1, 2), 3)
    return None


def find_name_columns(text: str, block: Block) -> NameColumns | None:
    """Read the head of a table with a column of family and one of given names, or give ``None``."""
    if block.end - block.start > _LONGEST_HEAD:
        return None
    cells = [text[a:b].strip(" :").lower() for a, b in split_cells(text, block.start, block.end)]
    family = next((i for i, cell in enumerate(cells) if cell in _FAMILY_HEADS), None)
    given = next((i for i, cell in enumerate(cells) if cell in _GIVEN_HEADS), None)
    return None if family is None or given is None else NameColumns(family, given, len(cells))


def cast_parted(text: str, block: Block, roles: Sequence[Mention], columns: NameColumns) -> list[Cast]:
    """Cast a row with family and given name in cells of their own."""
    cells = split_cells(text, block.start, block.end)
    if not max(columns.given, columns.family) < len(cells) <= columns.count or len(roles) != 1:
        return []
    one, two = cells[columns.given], cells[columns.family]
    if any(start <= roles[0].start < end for start, end in (one, two)):
        return []  # a row of another table below: `1 | Leonov, Aleksei | Commander |`
    given = [part for part in text[one[0] : one[1]].split() if part[0] not in "\"“('‘"]
    parts = (*given, *text[two[0] : two[1]].split())
    if not all(part[0].isupper() or part.islower() for part in parts) or any(char.isdigit() for char in "".join(parts)):
        return []
    name = Name(min(one[0], two[0]), max(one[1], two[1]), parts, apart=True)
    return [Cast(Link(name, roles[0]), None)]


def cast_row(text: str, span: tuple[int, int], roles: Sequence[Mention], columns: Columns) -> list[Cast]:
    """Cast a row below such a head: the role of the row holds for every crew."""
    names = [name for name in find_names(text, *span, wraps=False) if name.is_full]
    cells = split_cells(text, *span)
    if len(names) == 1 and len(columns.statuses) == 2 and len(names[0].parts) > 3 and len(cells) < 2:
        names = split_name(text, names[0])
    if not names or not roles:
        return []
    linked = {id(link.name): link.role for link in link_roles(text, roles, names)} if len(roles) > 1 else {}
    casts = []
    for place, name in enumerate(names):
        role = linked.get(id(name), roles[min(place, len(roles) - 1)])
        casts.append(Cast(Link(name, role), _tell_column(name, place, cells, columns)))
    return casts


def _tell_column(name: Name, place: int, cells: Sequence[tuple[int, int]], columns: Columns) -> str:
    """Tell the crew of a name in a row: by its cell where the row has the head's cells, else by its place."""
    if columns.cells and len(cells) == columns.count:
        cell = next((i for i, (a, b) in enumerate(cells) if a <= name.start < b), -1)
        if cell in columns.cells:
            return columns.statuses[columns.cells.index(cell)]
    return columns.statuses[min(place, len(columns.statuses) - 1)]


def split_name(text: str, name: Name) -> list[Name]:
    """Split two names that run into each other where a flattened table has lost the border of its columns."""
    spans: list[tuple[int, int]] = []
    at = name.start
    for part in name.parts:
        at = text.index(part, at)
        spans.append((at, at + len(part)))
        at += len(part)
    cuts = [
        cut for cut in range(2, len(spans) - 1)
        if len(name.parts[cut - 1].rstrip(".")) > 1 and len(name.parts[-1].rstrip(".")) > 1
    ]  # fmt: skip
    if not cuts:
        return [name]
    cut = min(cuts, key=lambda c: abs(2 * c - len(spans)))
    first = Name(name.start, spans[cut - 1][1], name.parts[:cut])
    return [first, Name(spans[cut][0], name.end, name.parts[cut:])]


def tell_line(text: str, block: Block, roles: Sequence[Mention]) -> str:
    """Tell what a line of a stack holds: ``R`` a role and nothing else, ``N`` names and nothing else, or ``-``."""
    if block.end - block.start > _LONGEST_LINE:
        return "-"
    line = text[block.start : block.end]
    key = _KEY.match(line)
    begin = block.start + (key.end() if key else 0)
    if roles:
        rest = read_gap(text[begin : roles[0].start] + " " + text[roles[-1].end : block.end])
        names = [n for n in find_names(text, block.start, block.end, wraps=False) if n.is_full]
        return "-" if names or rest.words or rest.parts or "," in rest.marks else "R"
    names = list_line_names(text, block)
    if not names:
        return "-"
    lead = _MARKUP.sub("", text[begin : names[0].start])
    lead = _TITLES.sub("", lead[_BULLET.match(lead).end() :]) if _BULLET.match(lead) else lead  # type: ignore[union-attr]
    rest = read_gap(line[names[-1].end - block.start :])
    return "-" if read_gap(lead).words or rest.words or rest.parts or ":" in lead else "N"


def list_line_names(text: str, block: Block) -> list[Name]:
    """List the full names of a line."""
    return [name for name in find_names(text, block.start, block.end, wraps=False) if name.is_full]


def cast_stack(
    text: str, blocks: Sequence[Block], kinds: Sequence[str], roles: Sequence[Sequence[Mention]]
) -> list[Link]:
    """Link a run of lines in which roles and names take turns; the line that opens the run tells the order."""
    links: list[Link] = []
    if "R" not in kinds or "N" not in kinds:
        return links
    names_first = kinds[0] == "N" and kinds[-1] == "R"
    held: Sequence[Mention] = ()
    pending: list[Name] = []
    for block, kind, own in zip(blocks, kinds, roles, strict=True):
        if kind == "R":
            if names_first:
                links += [Link(name, role) for name in pending[-1:] for role in own]
            held, pending = own, []
            continue
        names = list_line_names(text, block)
        if names_first:
            pending += names
        elif held:
            plural = any(role.text.rstrip().endswith("s") for role in held)
            links += [Link(name, role) for name in (names if plural else names[:1]) for role in held]
            held = held if plural else ()
    return links
