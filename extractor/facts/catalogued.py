"""In: a Page. Out: the names that stand where catalogues, launch tables and news have that of a craft."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractor.facts.hints import SURE, trim
from extractor.model import Block, Page

_NAME = r"[A-Z][\w'’/.-]{0,24}(?: (?:[A-Z][\w'’-]{0,24}|\d{1,4}[A-Z]?\b)){0,3}"
_NUMBER = re.compile(r"(?:19|20)\d\d-\d{3}[A-Z]{1,3}")
_DIGITS = 3  # of a launch in a year, before the letters of the object
_BEHIND_NUMBER = re.compile(
    rf"(?:\s{{1,4}}\(\d{{1,5}}\))?[ \t:|–-]{{1,8}}(?P<name>{_NAME})(?=\s{{2}}|[ \t|,.:(]|$)", re.M
)
"""``1999-063A (25967) Heronia 10``."""
_AHEAD_OF_NUMBER = re.compile(rf"[ \t]*(?P<name>{_NAME})(?: \([^()\n]{{1,40}}\))?[ ]*[\t|][ \t|]*")
_HEAVY = re.compile(
    r"\d(?:[ -])?(?:kg|kilograms?|pounds?|lb|tonnes?|tons?)[ -]{1,2}(?P<name>[A-Z][\w’'-]{1,20}"
    r"(?: [A-Z][\w’'-]{1,20})?(?:(?<=\d)|[ -]\d{1,4}[A-Z]?\b))(?! (?:rocket|booster|launcher|engine))"
)
"""``the 1,983kg GX7``: a craft's name with a number behind its mass."""
_WEIGHTS = frozenset({"kilogram", "kilograms", "pound", "pounds", "lb", "tonne", "tonnes", "ton", "tons"})
_COLUMN = re.compile(
    r"(?:^|[ ]{2,}|\t[ \t]*|\|[ \t]*)(?P<head>(?:space)?craft|payload(?:s|\(s\))?|satellites?|(?:spacecraft )?name)[ ]*"
    r"(?=[ ]{2}|\t|\||$)",
    re.I,
)
_OF_LAUNCHES = re.compile(r"\b(?:launch|vehicle|rocket|booster|cospar|intl?|int\.)(?!\w)", re.I)
"""What the head of a table says that lists launches, and no crews."""
_TABLE_WORDS = frozenset({"launch", "vehicle", "rocket", "booster", "cospar", "intl", "int"})
_CELL = re.compile(_NAME)
_ROWS = frozenset({"table_row", "label_value", "heading", "list_item", "schedule"})
_SLACK = 2  # characters by which a cell may stand before the head of its column


def hint_from_catalogues(page: Page, hints: Counter[str]) -> None:
    """Count the names that stand beside an international designation, behind a mass or in a column of craft."""
    text, words = page.text, page.words.distinct
    for start, end in _list_numbers(page):
        line = text.rfind("\n", 0, start) + 1
        for found in (_BEHIND_NUMBER.match(text, end), _AHEAD_OF_NUMBER.fullmatch(text, line, start)):
            hints.update(trim(found["name"]) * SURE if found else ())
    if "kg" in text or not _WEIGHTS.isdisjoint(words):
        for found in _HEAVY.finditer(text):
            hints.update(trim(found["name"]))
    if not _TABLE_WORDS.isdisjoint(words):
        for name in _list_cells(text, page.blocks):
            hints.update(trim(name) * SURE)


def _list_numbers(page: Page) -> Iterator[tuple[int, int]]:
    """Give the places of international designations."""
    words = page.words
    for piece in words.distinct:
        if len(piece) > _DIGITS and piece[:_DIGITS].isdigit() and piece[_DIGITS:].isalpha():
            for index in words.places[piece]:
                start, end, _ = words[index]
                if found := _NUMBER.fullmatch(page.text, max(0, start - len("2000-")), end):
                    yield found.span()


def _may_head(line: str) -> bool:
    """Say that a line holds a word for craft, of which ``_COLUMN`` finds one that is all of a cell."""
    low = line.lower()
    return "craft" in low or "payload" in low or "satellite" in low or "name" in low


def _list_cells(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Give what stands in the column of craft in tables of launches."""
    column: tuple[str, int] | None = None
    for block in blocks:
        if block.role not in _ROWS:
            column = None
            continue
        line = text[text.rfind("\n", 0, block.start) + 1 : block.end]
        head = _COLUMN.search(line) if "\n" not in line and _may_head(line) else None
        if head and _OF_LAUNCHES.search(line):
            mark = next((mark for mark in ("\t", "|") if mark in line), " ")
            column = mark, line.count(mark, 0, head.start("head")) if mark != " " else head.start("head")
        elif column:
            cell = _read_cell(line, *column)
            if cell:
                yield cell


def _read_cell(line: str, mark: str, place: int) -> str | None:
    """Read the name in a row's cell: behind so many marks, or at the head's place."""
    if mark != " ":
        cells = line.split(mark)
        found = _CELL.match(cells[place].strip()) if place < len(cells) > 1 else None
        return found.group() if found else None
    start = next((at for at in range(max(0, place - _SLACK), place + _SLACK) if line[at : at + 1].strip()), None)
    if start is None or (start > 1 and line[start - 2 : start].strip()):
        return None
    found = _CELL.match(line, start)
    return found.group() if found else None
