"""In: the rows of tables, lists and schedules. Out: rows whose times break the order of their timeline."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from extractor.checks.lengths import read_length
from extractor.checks.reading import Reading
from extractor.checks.wording import quote
from extractor.model import Evidence, Finding, Mention, Page

_ROLES = frozenset({"table_row", "schedule", "list_item", "label_value"})
_DAY_LINES = frozenset({"heading", "table_row"})
_LEAST_ROWS = 5
_EPOCH = datetime(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the first clock time in it, or the first elapsed time (``+08:47``).

    ``key`` orders it, on one scale within a kind. ``kind`` keeps elapsed times of each form, clocks with and clocks
    without an offset apart, and lists from tables.
    """

    key: float
    kind: str
    span: tuple[int, int]
    evidence: tuple[Evidence, ...]


def find_broken_timelines(reading: Reading) -> Iterator[Finding]:
    """Yield the rows that stand out of the order of the rows around them (``timeline``).

    A run of at least five rows is a timeline, running down or up, where all of it is in order but for one row or for
    two rows that have changed places. What is less orderly than that is no timeline.
    """
    page = reading.page
    for rows in (_read_clock_rows(reading), _read_elapsed_rows(reading)):
        if len(rows) >= _LEAST_ROWS:
            for run in _list_runs(page, rows, reading.mentions):
                if len(run) >= _LEAST_ROWS:
                    yield from _judge(page, run)


def _find_blocks(page: Page, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give (index of a start, index of the block around it) where that block is a row."""
    offsets = [block.start for block in page.blocks]
    for index, start in enumerate(starts):
        place = bisect_right(offsets, start) - 1
        if place >= 0 and page.blocks[place].role in _ROLES and start < page.blocks[place].end:
            yield index, place


def _read_clock_rows(reading: Reading) -> dict[int, Row]:
    page, clocks = reading.page, reading.clocks
    rows: dict[int, Row] = {}
    for index, place in _find_blocks(page, [clock.time.start for clock in clocks]):
        clock = clocks[index]
        listed = page.blocks[place].role == "list_item"
        kind = f"{'local' if clock.moment.utc is None else 'utc'} {listed}"
        key = ((clock.moment.utc or clock.moment.local) - _EPOCH).total_seconds()
        rows.setdefault(place, Row(key, kind, (clock.start, clock.end), clock.evidence))
    return rows


def _read_elapsed_rows(reading: Reading) -> dict[int, Row]:
    """Read the rows that count from an event: ``+02:22``, ``T-4 min``, ``0:08:47``.

    Clocks of one form are compared by their figures, whatever their units are.
    """
    page = reading.page
    counts = [mention for mention in reading.mentions if mention.label == "DURATION"]
    rows: dict[int, Row] = {}
    for index, place in _find_blocks(page, [count.start for count in counts]):
        count = counts[index]
        sign = page.text[max(count.start - 2, 0) : count.start].strip()[-1:]
        length = read_length(count)
        if length is None or not (":" in count.text or sign in tuple("+-–−")):
            continue
        figures = count.text.split(":")
        if len(figures) > 1 and all(figure.isdecimal() for figure in figures):
            size, form = float("".join(figure.zfill(2) for figure in figures)), f"elapsed {len(figures)}"
        else:
            size, form = length.seconds, "elapsed"
        key = size if sign in ("", "+") or sign.isalnum() else -size
        rows.setdefault(place, Row(key, form, (count.start, count.end), (count.id,)))
    return rows


def _list_runs(page: Page, rows: Mapping[int, Row], mentions: Sequence[Mention]) -> Iterator[list[Row]]:
    """Give the rows that stand together: nothing but lines that name a day lies between them."""
    days = {place for _, place in _find_day_lines(page, mentions)}
    run: list[Row] = []
    last = -2
    for place in sorted(rows):
        row = rows[place]
        joined = all(between in days for between in range(last + 1, place))
        if run and not (joined and row.kind == run[-1].kind):
            yield run
            run = []
        run.append(row)
        last = place
    if run:
        yield run


def _find_day_lines(page: Page, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    offsets = [block.start for block in page.blocks]
    for index, mention in enumerate(mentions):
        if mention.label == "DATE":
            place = bisect_right(offsets, mention.start) - 1
            if place >= 0 and page.blocks[place].role in _DAY_LINES:
                yield index, place


def _judge(page: Page, run: list[Row]) -> Iterator[Finding]:
    for rows in (run, run[::-1]):
        keys = [row.key for row in rows]
        ordered = sorted(keys)
        if keys == ordered:
            return
        moved = [index for index, key in enumerate(keys) if key != ordered[index]]
        if len(moved) == 2:
            yield _report(page, rows[moved[0]], rows[moved[1]])
            return
        for index in range(len(rows)):
            rest = keys[:index] + keys[index + 1 :]
            if rest == sorted(rest):
                yield _report(page, rows[index], rows[index - 1 if index else 1])
                return


def _report(page: Page, row: Row, other: Row) -> Finding:
    return Finding(
        "timeline",
        "warning",
        f"“{quote(page, *row.span)}” and “{quote(page, *other.span)}” stand in rows that are not in the order of time, "
        "though all rows around them are.",
        row.evidence,
        other.evidence,
    )
