"""In: a row of a table with a column of plans and one of facts. Out: its event at each of its times, with its status.

The head above the rows tells: ``Event | Planned time | Actual time``.
"""

import re
from collections.abc import Iterable, Sequence

from extractor.facts.columns import Entry, split_cells
from extractor.facts.event_words import OTHER
from extractor.facts.moments import Moment, read_moments
from extractor.facts.reading import Reading
from extractor.facts.table_heads import list_heads
from extractor.facts.triggers import BOUND, Trigger
from extractor.facts.whose import choose_subject
from extractor.model import Mention, Sentence

_STATUS = re.compile(
    r"\b(?:(?P<planned>planned|plan|scheduled?|expected|projected|predicted|targeted|target|nominal)"
    r"|(?P<actual>actual|real|factual|achieved|observed))\b",
    re.I,
)
_TIMES = frozenset({"DATE", "TIME", "TIMEZONE"})
_TWO = 2


def read_plans(reading: Reading, row: Sentence, triggers: Sequence[Trigger]) -> list[Entry]:
    """Give the event that opens a row once for each column of plans and facts that holds a time."""
    event = next((trigger for trigger in triggers if trigger.event not in BOUND | {OTHER}), None)
    if event is None:
        return []
    columns = _find_columns(reading, row)
    if not columns:
        return []
    return [
        Entry(event, moment, subject, status)
        for moment, status in _list_moments(reading, row, columns)
        if event.end <= moment.start and (subject := choose_subject(reading, event.event, event, moment)) is not None
    ]


def _find_columns(reading: Reading, row: Sentence) -> list[tuple[int, str]]:
    """Give the number of each cell of the head that says plan or fact, counted in words where no sign parts cells."""
    text = reading.page.text
    for start, end in list_heads(reading, row.block):
        if not {found.lastgroup for found in _STATUS.finditer(text, start, end)} >= {"planned", "actual"}:
            continue
        mark, cells = split_cells(reading, start, end)
        found: Iterable[tuple[int, re.Match[str] | None]] = enumerate(_STATUS.finditer(text, start, end), 1)
        if mark:
            found = ((place, _STATUS.search(text, *cell)) for place, cell in enumerate(cells))
        return [(place, str(status.lastgroup)) for place, status in found if status is not None]
    return []


def _list_moments(reading: Reading, row: Sentence, columns: Sequence[tuple[int, str]]) -> list[tuple[Moment, str]]:
    """Give the moment of each column, from its cell or, where no sign parts cells, in the order of the clocks."""
    text = reading.page.text
    mark, cells = split_cells(reading, row.start, row.end)
    if mark:
        groups = [list(reading.mentions_in(*cell)) for cell in cells]
    else:
        groups = [[], *_part_clocks(reading, row)]
        if len(groups) != len(columns) + 1:
            return []
    found: list[tuple[Moment, str]] = []
    for place, status in columns:
        moments = read_moments(text, groups[place]) if place < len(groups) else []
        found.extend((moment, status) for moment in moments[:1])
    return found if len(found) >= _TWO or mark else []


def _part_clocks(reading: Reading, row: Sentence) -> list[list[Mention]]:
    """Part the dates, clocks and zones of a row before each clock that stands in no bracket."""
    groups: list[list[Mention]] = []
    for mention in reading.mentions_in(row.start, row.end):
        if mention.label not in _TIMES:
            continue
        aside = reading.page.text[mention.start - 1 : mention.start] == "("
        clocked = bool(groups) and any(part.label == "TIME" for part in groups[-1])
        if not groups or (clocked and mention.label != "TIMEZONE" and not aside):
            groups.append([])
        groups[-1].append(mention)
    return groups
