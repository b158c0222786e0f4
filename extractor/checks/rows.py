"""In: the blocks of a page. Out: the rows of its tables, lists and schedules that have a clock or an elapsed time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from extractor.checks.events import is_floating
from extractor.checks.lengths import read_length
from extractor.checks.reading import Reading
from extractor.model import Evidence

_ROLES = frozenset({"table_row", "schedule", "list_item", "label_value"})
_MINUS = ("-", "–", "−")
_SIGNS = ("+", *_MINUS)
_EPOCH = datetime(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the first clock time in it, or the first elapsed time (``+08:47``).

    ``key`` orders it, on one scale within a kind. ``kind`` keeps elapsed times of each form, clocks with and clocks
    without an offset apart, and lists from tables. ``seconds`` is the instant or the elapsed time, ``step`` its
    precision, ``dated`` tells whether the day is said in the row.
    """

    key: float
    kind: str
    seconds: float
    step: float
    dated: bool
    span: tuple[int, int]
    evidence: tuple[Evidence, ...]


def _find_lines(reading: Reading, starts: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Give (index of a start, character where its line begins, role of its block) where that block holds rows."""
    page = reading.page
    for index, start in enumerate(starts):
        place = reading.find_block(start)
        block = page.blocks[place] if place >= 0 else None
        if block is not None and block.role in _ROLES and start < block.end:
            yield index, page.text.rfind("\n", 0, start) + 1, block.role


def read_clock_rows(reading: Reading) -> dict[int, Row]:
    """Give the rows that have a clock time, by the character where their line begins: the first one of each."""
    clocks = reading.clocks
    rows: dict[int, Row] = {}
    for index, place, role in _find_lines(reading, [clock.time.start for clock in clocks]):
        clock = clocks[index]
        listed = "list" if role == "list_item" else "table"
        scale = "local" if clock.moment.utc is None else "utc"
        kind = f"{scale} {listed} {is_floating(clock.moment)}"
        seconds = ((clock.moment.utc or clock.moment.local) - _EPOCH).total_seconds()
        span = clock.start, clock.end
        step = clock.moment.step.total_seconds()
        rows.setdefault(place, Row(seconds, kind, seconds, step, clock.dated, span, clock.evidence))
    return rows


def read_elapsed_rows(reading: Reading) -> dict[int, Row]:
    """Give the rows that count from an event (``+02:22``, ``T-4 min``, ``0:08:47``), by where their line begins.

    Clocks of one form are ordered by their figures, whatever their units are.
    """
    page = reading.page
    counts = [mention for mention in reading.mentions if mention.label == "DURATION"]
    rows: dict[int, Row] = {}
    for index, place, _ in _find_lines(reading, [count.start for count in counts]):
        count = counts[index]
        sign = page.text[max(count.start - 2, 0) : count.start].strip()[-1:]
        length = read_length(count)
        if length is None or not (":" in count.text or sign in _SIGNS):
            continue
        back = -1 if sign in _MINUS else 1
        figures = count.text.split(":")
        key, kind = length.seconds, "elapsed"
        if len(figures) > 1 and all(figure.isdecimal() for figure in figures):
            key, kind = float("".join(figure.zfill(2) for figure in figures)), f"elapsed {len(figures)}"
        span = count.start, count.end
        row = Row(back * key, kind, back * length.seconds, length.step, True, span, (count.id,))
        rows.setdefault(place, row)
    return rows
