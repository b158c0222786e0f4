"""In: a Page and its words for orbits. Out: the figures of tables whose head names the elements of orbits.

Cells are parted by bars, tabs, or two spaces and more; a column is the cell of the same number, or the one that begins
nearest where a row has empty cells.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from extractor.facts.figures import Figure, make_figure
from extractor.facts.orbit_labels import LIMITS, UNITS
from extractor.facts.orbit_words import LABELS, OrbitWords
from extractor.model import Mention, Page
from extractor.units import find_label, half_step

_PARTING = re.compile(r"[ \u00a0]{0,80}[|\t][ \t\u00a0]{0,80}|[ \u00a0]{2,120}")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,8})?|\d{1,7}(?:\.\d{1,8})?")
_UNIT = re.compile(r"\b(?:km|kilomet\w+|nmi|n\.\s?mi|mi|miles|deg\w*|min\w*|hours?|hr?s?|days?)\b|°", re.I)
_NAMES = {
    "k": "kilometer", "n": "nautical_mile", "min": "minute", "mi": "mile", "deg": "degree", "°": "degree", "h": "hour",
    "d": "day",
}  # fmt: skip
_RULE = re.compile(r"[\s|+=:_-]{3,200}")
_MOST_ROWS = 60

Cell = tuple[int, int]


def find_table_figures(page: Page, words: OrbitWords, free: Sequence[Mention]) -> Iterator[Figure]:
    """Give the figures of tables with at least two parameters in the head; ``free`` are mentions not yet bound."""
    text = page.text
    by_start = {mention.start: mention for mention in free}
    lines = groupby(words.groups, key=lambda group: text.rfind("\n", 0, group.start) + 1)
    for start, groups in lines:
        head = split_cells(text, start)
        columns = {}
        for group in groups:
            index = bisect_right(head, group.start, key=lambda cell: cell[0]) - 1
            inside = index >= 0 and group.start < head[index][1]
            if inside and len(group.parameters) == 1 and group.parameters[0] in UNITS:
                columns[index] = group.parameters[0]
        if len(columns) > 1 and not any(_NUMBER.fullmatch(text[a:b]) for a, b in head):
            yield from _read_rows(text, head, columns, by_start)


def split_cells(text: str, start: int) -> list[Cell]:
    """Give the cells of the line that begins at ``start``, as half-open offsets."""
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    cells, place = [], start
    for parting in _PARTING.finditer(text, start, end):
        if parting.start() > place:
            cells.append((place, parting.start()))
        place = parting.end()
    if place < end:
        cells.append((place, end))
    return cells


def _read_rows(
    text: str, head: Sequence[Cell], columns: Mapping[int, str], by_start: Mapping[int, Mention]
) -> Iterator[Figure]:
    first = text.rfind("\n", 0, head[0][0]) + 1
    line = text.find("\n", first)
    for _ in range(_MOST_ROWS):
        if line < 0 or line + 1 >= len(text):
            return
        start, line = line + 1, text.find("\n", line + 1)
        cells = split_cells(text, start)
        if _RULE.fullmatch(text, start, len(text) if line < 0 else line):
            continue
        if len(cells) < 2 or not any(text[a].isdigit() for a, _ in cells):
            return
        for index, parameter in columns.items():
            cell = _find_cell(cells, head, index, start - first)
            figure = _read_cell(text, cell, parameter, text[slice(*head[index])], by_start) if cell else None
            if figure is not None:
                yield figure


def _find_cell(cells: Sequence[Cell], head: Sequence[Cell], index: int, shift: int) -> Cell | None:
    """Give a row's cell under a cell of the head: by number, in a row with gaps by the place where it begins."""
    if len(cells) == len(head):
        return cells[index]
    start, end = head[index]
    under = [cell for cell in cells if cell[0] - shift < end and cell[1] - shift > start]
    return under[0] if len(under) == 1 else None


def _read_cell(text: str, cell: Cell, parameter: str, label: str, by_start: Mapping[int, Mention]) -> Figure | None:
    mention = by_start.get(cell[0])
    if mention is not None and find_label(mention.unit) == LABELS.get(parameter):
        figure = make_figure("orbit", parameter, mention)
        return None if figure is None else replace(figure, trigger=None)
    surface = text[slice(*cell)].strip()
    if mention is not None or _NUMBER.fullmatch(surface) is None:
        return None
    value = Decimal(surface.replace(",", ""))
    low, high = LIMITS[parameter]
    if not low <= value <= high:
        return None
    unit = _read_unit(label, parameter)
    span = (cell[0], cell[0] + len(surface))
    step = half_step(surface, value)
    return Figure("orbit", parameter, None, value, unit, (span,), f"orbit.{parameter}", cell[0], step=step)


def _read_unit(label: str, parameter: str) -> str | None:
    """Give the unit that a head names beside the parameter, else the one that catalogues use."""
    usual = UNITS[parameter]
    found = _UNIT.search(label)
    if found is None or usual is None:
        return usual
    word = found.group().lower()
    named = next((unit for beginning, unit in _NAMES.items() if word.startswith(beginning)), usual)
    return named if find_label(named) == find_label(usual) else usual
