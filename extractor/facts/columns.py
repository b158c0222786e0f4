"""In: the rows of tables on a page. Out: the events that the heads of their columns name, or that list launches.

Cells are parted by tabs, bars, slashes or two spaces and more. A column is the cell of the same number, or where blanks
part the cells the one that begins at the same place of the line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extractor.facts.event_words import OTHER, Sense
from extractor.facts.moments import Moment
from extractor.facts.places import find_site
from extractor.facts.reading import ROW_ROLES, Reading
from extractor.facts.triggers import BOUND, Trigger, TriggerFinder
from extractor.facts.vehicles import list_names
from extractor.forms import join_forms
from extractor.model import Sentence

Cell = tuple[int, int]

_BLANKS = re.compile(r"[ \u00a0]{2,}")
_LOOSE = re.compile(r"(?<=[\d)]):[ \t]+| [-–—] |, |; ")
"""What parts the members of a line of a schedule: ``Oct. 20: Ariane 5 - ARD, Kourou``."""
_HEAD_WORDS = re.compile(
    r"\b"
    + join_forms(
        "dates?", "time", r"launch\w*", r"land\w*", "name", "satellites?", "spacecraft", "missions?", "flights?",
        "payloads?", "vehicle", "rocket", "site", "events?", "cospar", "designation", "craft", "probe", r"decay\w*",
        r"dock\w*", r"undock\w*", "orbiter", r"return\w*", "lift-?off", "status", "remarks",
    )
    + r"\b",
    re.I,
)  # fmt: skip
_NO_EVENT = re.compile(
    r"\b(?:vehicle|site|mass|weight|crew|pad|complex|rocket|country|agency|number|no|orbit|speed|place|location|result"
    r"|outcome|cost|provider|contractor)\b",
    re.I,
)
"""What makes the head of a column none of dates: ``Launch site``, ``Landing place``."""
_OF_CRAFT = re.compile(r"(?:space)?craft|satellites?|payloads?|missions?|flights?|(?:\w+ )?names?|probes?|object", re.I)
_BESIDE = re.compile(r"\b(?:up|down|spacecraft|ship|craft|flight|mission)\b", re.I)
_DATED = re.compile(r"\b(?:date|when|day|launched|UTC?|GMT)\b", re.I)
_PLAN = re.compile(r"\b(?:planned|scheduled|expected|predicted)\b", re.I)
_NAME = re.compile(
    r"[“\"*]{0,2}(?P<name>(?:\d{4} )?[A-Z][\w'’.-]{0,24}(?: (?:[A-Z][\w'’-]{0,24}|\d{1,4}[A-Z]?\b)){0,3})[”\"*]{0,2}"
    r"(?= ?[(,)\]*+]|$)"
)
_COSPAR = re.compile(r"\b(?:19|20)\d\d-\d{3}[A-Z]{0,3}\b")
_DOWN = re.compile(r"\b(?:decay\w*|re-?ent(?:ry|ries|ered)|impacts?|deorbit\w*)\b", re.I)
"""What a list is of that has designations and dates, and is none of launches."""
_REMAINS = re.compile(r"\b(?:DEB|R/B)\b")
"""What catalogues put behind the name of a craft for its fragments and its rocket."""
_SERIES = re.compile(r",? (?:and|&|\+|with) |, |/| ?\+ ?")
_FAR = 60  # blocks from a row up to the head of its table
_SLACK = 2  # characters by which a cell may stand before the head of its column
_OPENING = 4  # characters before the date of a line of a schedule
_LEAST = 3  # cells of a line that lists a launch
_LONGEST_CELL = 40  # characters
_LONGEST_HEAD = 160  # characters of what may stand above a list
_NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table: its mark between cells, where its line begins, and its cells."""

    mark: str
    line: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An event that a row tells: the words of its head or row, the moment, the craft, and its status where told."""

    trigger: Trigger
    moment: Moment
    subject: str
    status: str = ""


def split_cells(reading: Reading, start: int, end: int, mark: str = "") -> tuple[str, list[Cell]]:
    """Split a line into its cells, empty ones included where a sign parts them; gives the mark too, "" for none."""
    text = reading.page.text
    line = text[start:end].rstrip()
    mark = mark or next((sign for sign in ("\t", "|") if sign in line), "")
    if not mark and line.count(" / ") > 1:
        mark = " / "
    if mark and mark in line:
        return mark, _split_at(text, start, start + len(line), mark)
    may_part = "  " in line or "\u00a0" in line
    gaps = [gap.span() for gap in _BLANKS.finditer(text, start, start + len(line))] if may_part else []
    inside = [(mention.start, mention.end) for mention in reading.mentions_in(start, end)] if gaps else []
    gaps = [gap for gap in gaps if not any(one < gap[0] < two for one, two in inside)]
    edges = [start, *(place for gap in gaps for place in gap), start + len(line)]
    return ("  " if gaps else ""), list(zip(edges[::2], edges[1::2], strict=True))


def _split_at(text: str, start: int, end: int, mark: str) -> list[Cell]:
    cells, place = [], start
    while True:
        found = text.find(mark, place, end)
        stop = end if found < 0 else found
        inner = text[place:stop]
        lead = len(inner) - len(inner.lstrip())
        cells.append((place + lead, max(place + lead, place + len(inner.rstrip()))))
        if found < 0:
            break
        place = found + len(mark)
    if mark == "|" and cells and cells[0][0] >= cells[0][1]:
        del cells[0]  # the border
    if mark == "|" and cells and cells[-1][0] >= cells[-1][1]:
        del cells[-1]
    return cells


class Tables:
    """The tables of a page that hold dates: their heads, found once."""

    def __init__(self, reading: Reading, rows: Sequence[Sentence]) -> None:
        """Find the heads of the tables that ``rows``, the sentences and rows with a date, stand in."""
        self._reading = reading
        self._heads: dict[int, Head | None] = {}
        for row in rows:
            block = reading.page.blocks[row.block]
            if row.start == block.start and row.block not in self._heads:
                parted = len(split_cells(reading, block.start, block.end)[1]) > 1
                self._heads[row.block] = self._find_head(row.block) if parted else None

    def has_cells(self, row: Sentence) -> bool:
        """Say that a row may be one of a table or list of launches."""
        return row.block in self._heads

    def list_spans(self) -> set[Cell]:
        """Give the spans of the heads, whose words the events are told by."""
        return {(head.cells[0][0], head.cells[-1][1]) for head in self._heads.values() if head}

    def _find_head(self, place: int) -> Head | None:
        reading = self._reading
        blocks = reading.page.blocks
        for above in range(place - 1, max(-1, place - _FAR), -1):
            block = blocks[above]
            if above in self._heads and self._heads[above] is not None:
                return self._heads[above]
            if block.role not in ROW_ROLES and block.role not in {"heading", "boilerplate"}:
                return None
            if reading.is_timed(block.start, block.end):
                continue
            mark, cells = split_cells(reading, block.start, block.end)
            named = [cell for cell in cells if _HEAD_WORDS.search(reading.page.text, *cell)]
            if len(cells) > 1 and len(named) > 1:
                return Head(mark, reading.page.text.rfind("\n", 0, block.start) + 1, tuple(cells))
        return None

    def read_columns(self, row: Sentence, moments: Sequence[Moment], finder: TriggerFinder) -> list[Entry]:
        """Give the events of a row whose head names events: ``Mission | Launch | Landing``."""
        head = self._heads.get(row.block)
        if head is None or not moments:
            return []
        text = self._reading.page.text
        told = finder.find((head.cells[0][0], head.cells[-1][1]), (), row=True)
        columns: dict[int, Trigger] = {}
        for trigger in told:
            place = next((i for i, (start, end) in enumerate(head.cells) if start <= trigger.start < end), None)
            if place is None or trigger.event in BOUND | {OTHER} or _NO_EVENT.search(text, *head.cells[place]):
                continue
            columns.setdefault(place, trigger)
        block = self._reading.page.blocks[row.block]
        cells = split_cells(self._reading, block.start, block.end, head.mark if head.mark != "  " else "")[1]
        owners = [(self._find_column(head, cells, moment), moment) for moment in moments]
        subjects = self._name_crafts(head, cells) if any(column in columns for column, _ in owners) else []
        return [
            Entry(columns[column], moment, subject, "planned" if _PLAN.search(text, *head.cells[column]) else "")
            for column, moment in owners
            if column in columns
            for subject in self._name_beside(head, cells, column) or subjects
        ]

    def _name_beside(self, head: Head, cells: Sequence[Cell], column: int) -> list[str]:
        """Name the craft in the next column, where its head says that it is of this one's: ``Launch | Flight up``."""
        if column + 1 >= min(len(head.cells), len(cells)) or len(head.cells) != len(cells):
            return []
        if not _BESIDE.search(self._reading.page.text, *head.cells[column + 1]):
            return []
        return [name.name for name in self._reading.crafts_in(*cells[column + 1]) if name.kind == "craft"][:1]

    def _find_column(self, head: Head, cells: Sequence[Cell], moment: Moment) -> int:
        """Give the index of the column that a moment stands in, -1 for none."""
        place = next((i for i, (start, end) in enumerate(cells) if start <= moment.start < end), -1)
        if place < 0 or head.mark != "  ":
            return place if place < len(head.cells) else -1
        offset = cells[place][0] - self._reading.page.text.rfind("\n", 0, cells[0][0]) - 1
        behind = [i for i, (start, _) in enumerate(head.cells) if start - head.line <= offset + _SLACK]
        return behind[-1] if behind else -1

    def _name_crafts(self, head: Head | None, cells: Sequence[Cell]) -> list[str]:
        """Name the craft of a row: those in the column of craft, else the first that is named, else the first cell."""
        reading, text = self._reading, self._reading.page.text
        for cell in cells:
            names = [name for name in reading.crafts_in(*cell) if name.kind == "craft"]
            if names and _REMAINS.search(text, names[0].start, cell[1]):
                return []
            if names:
                listed = names[:1]
                for name in names[1:]:
                    if _SERIES.fullmatch(text, listed[-1].end, name.start):
                        listed.append(name)
                return list(dict.fromkeys(name.name for name in listed))
        if head is None:
            return []
        column = next((i for i, cell in enumerate(head.cells) if _OF_CRAFT.fullmatch(text[slice(*cell)].strip())), None)
        if column is None or column >= len(cells):
            return []
        found = _NAME.match(text, *cells[column])
        return [found["name"]] if found else []

    def read_launch(self, row: Sentence, moments: Sequence[Moment]) -> list[Entry]:
        """Give the launch that a line tells by its date, craft and rocket, site or designation alone."""
        block = self._reading.page.blocks[row.block]
        if row.start != block.start or not moments:
            return []
        text = self._reading.page.text
        mark, cells = split_cells(self._reading, block.start, row.end)
        head = self._heads.get(row.block)
        designated = _COSPAR.search(text, block.start, row.end)
        if len(cells) < _LEAST and not (designated and len(cells) > 1):
            if moments[0].start - block.start > _OPENING or block.role not in ROW_ROLES:
                return []
            mark, cells = "", list(_split_loose(text, block.start, row.end))
        if not (designated or any(_is_of_launch(self._reading, cell, loose=not mark) for cell in cells)):
            return []
        dated = next((cell for cell in cells if cell[0] <= moments[0].start < cell[1]), None)
        if dated is None or (head and not self._is_date_column(head, cells, moments[0])):
            return []
        subjects = self._name_crafts(head, [cell for cell in cells if cell != dated or not mark])
        subjects += self._list_companions(row.block) if subjects else []
        event = "decay" if self._is_of_decays(row.block) else "launch"
        trigger = Trigger(*next((cell for cell in cells if cell != dated), dated), (Sense(event, _NOUN),))
        return [Entry(trigger, moments[0], subject) for subject in subjects]

    def _list_companions(self, place: int) -> list[str]:
        """List the craft that rows without a date add to a launch, which a bracket joins: ``Ariel 7  )``."""
        reading, blocks, found = self._reading, self._reading.page.blocks, []
        for above, block in pairwise(blocks[place:]):
            names = reading.crafts_in(block.start, block.start + 1)
            joined = ")" in reading.page.text[above.start : above.end]
            if not names or not joined or reading.mentions_in(block.start, block.end):
                break
            found.append(names[0].name)
        return found

    def _is_date_column(self, head: Head, cells: Sequence[Cell], moment: Moment) -> bool:
        column = self._find_column(head, cells, moment)
        return column < 0 or _DATED.search(self._reading.page.text, *head.cells[column]) is not None

    def _is_of_decays(self, place: int) -> bool:
        """Say that the heading, or the line above a list, tells that it is of what came down."""
        text, blocks = self._reading.page.text, self._reading.page.blocks
        for block in reversed(blocks[max(0, place - _FAR) : place]):
            if block.role in ROW_ROLES and self._reading.mentions_in(block.start, block.end):
                continue
            if block.end - block.start > _LONGEST_HEAD:
                return False
            if _DOWN.search(text, block.start, block.end):
                return True
            if block.role in {"heading", "title", "paragraph"}:
                return False
        return False


def _split_loose(text: str, start: int, end: int) -> Iterator[Cell]:
    place = start
    for gap in _LOOSE.finditer(text, start, end):
        yield place, gap.start()
        place = gap.end()
    yield place, end


def _is_of_launch(reading: Reading, cell: Cell, *, loose: bool) -> bool:
    """Say that a cell names a launch vehicle, or a launch site, which in a loose line may be anything's."""
    start, end = cell
    if end - start > _LONGEST_CELL or any(name.start == start for name in reading.crafts_in(start, start + 1)):
        return False
    if _compile_vehicles().match(reading.page.text, start, end):
        return True
    return not loose and find_site(reading.page.text, start, start) is not None


@cache
def _compile_vehicles() -> re.Pattern[str]:
    """Compile the names of launch vehicles, when a page has a list of launches."""
    names = sorted({name for name, _ in list_names()}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?:{'|'.join(re.escape(name) for name in names)})(?:\b|(?=[\d-]))(?!’s|'s)", re.I)
