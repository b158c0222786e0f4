"""In: the rows of tables, lists and schedules. Out: rows whose times break the order of their timeline."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from extractor.checks.lengths import DAY
from extractor.checks.reading import Reading
from extractor.checks.rows import Row, read_clock_rows, read_elapsed_rows
from extractor.checks.wording import quote
from extractor.model import Finding, Page

_DAY_LINES = frozenset({"heading", "table_row"})
_LEAST_ROWS = 5


def find_broken_timelines(reading: Reading) -> Iterator[Finding]:
    """Yield the rows that stand out of the order of the rows around them (``timeline``).

    A run of at least five rows is a timeline, running down or up, where all of it is in order but for one row or for
    two rows that have changed places. What is less orderly than that is no timeline.
    """
    page = reading.page
    for rows in (read_clock_rows(reading), read_elapsed_rows(reading)):
        if len(rows) >= _LEAST_ROWS:
            for run in _list_runs(reading, rows):
                if len(run) >= _LEAST_ROWS:
                    yield from _judge(page, run)


def _list_runs(reading: Reading, rows: Mapping[int, Row]) -> Iterator[list[Row]]:
    """Give the rows that stand together: nothing but lines that name a day, or go on with a row, lies between them."""
    text = reading.page.text
    days = {text.rfind("\n", 0, mention.start) + 1 for mention in reading.mentions if mention.label == "DATE"}
    run: list[Row] = []
    last = 0
    for place in sorted(rows):
        row = rows[place]
        if run and not (row.kind == run[-1].kind and _are_joined(reading, last, place, days)):
            yield run
            run = []
        run.append(row)
        last = place
    if run:
        yield run


def _are_joined(reading: Reading, one: int, other: int, days: Set[int]) -> bool:
    """Tell whether all lines between two rows, given by where they begin, name a day or belong to the first row."""
    text, blocks = reading.page.text, reading.page.blocks
    begin = text.find("\n", one) + 1
    while 0 < begin < other:
        end = text.find("\n", begin)
        block = reading.find_block(begin)
        goes_on = blocks[block].start < begin < blocks[block].end and block == reading.find_block(one)
        names_day = begin in days and blocks[block].role in _DAY_LINES
        if text[begin:end].strip() and not goes_on and not names_day:
            return False
        begin = end + 1
    return True


def _judge(page: Page, run: list[Row]) -> Iterator[Finding]:
    for rows in (_pass_midnight(run), run[::-1]):
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


def _pass_midnight(run: list[Row]) -> list[Row]:
    """Let a clock without a date that falls back by more than half a day begin the next day."""
    passed, ahead, last = [], 0.0, run[0].key
    for row in run:
        if not row.dated and row.key + ahead < last - DAY / 2:
            ahead += DAY
        last = row.key + ahead
        passed.append(replace(row, key=last) if ahead else row)
    return passed


def _report(page: Page, row: Row, other: Row) -> Finding:
    return Finding(
        "timeline",
        "warning",
        f"“{quote(page, *row.span)}” and “{quote(page, *other.span)}” stand in rows that are not in the order of time, "
        "though all rows around them are.",
        row.evidence,
        other.evidence,
    )
