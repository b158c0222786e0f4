"""In: the rows of tables that give both a clock and an elapsed time. Out: rows in which the two do not agree."""

from collections.abc import Iterator

from extractor.checks.lengths import DAY
from extractor.checks.reading import Reading
from extractor.checks.rows import Row, read_clock_rows, read_elapsed_rows
from extractor.checks.wording import quote, say_difference
from extractor.model import Finding

_LEAST_ROWS = 3


def find_uneven_counts(reading: Reading) -> Iterator[Finding]:
    """Yield the rows whose clock is not as far from the common beginning as their elapsed time says (``count``).

    The beginning is one that at least three rows, and two thirds of all, agree on within their precision.
    """
    counts = read_elapsed_rows(reading)
    if len(counts) < _LEAST_ROWS:
        return
    clocks = read_clock_rows(reading)
    both = [(clocks[place], counts[place]) for place in sorted(clocks.keys() & counts.keys())]
    if len(both) < _LEAST_ROWS:
        return
    agreeing: list[tuple[Row, Row]] = []
    for pair in both:
        others = [other for other in both if _agree(pair, other)]
        agreeing = max(agreeing, others, key=len)
    if len(agreeing) < max(_LEAST_ROWS, 2 * len(both) / 3):
        return
    for pair in both:
        if not any(_agree(pair, other) for other in agreeing):
            yield _report(reading, pair, agreeing[0])


def _subtract(pair: tuple[Row, Row], other: tuple[Row, Row]) -> float:
    """Give the seconds between the beginnings that two rows lead to, within half a day."""
    apart = (pair[0].seconds - pair[1].seconds) - (other[0].seconds - other[1].seconds)
    return (apart + DAY / 2) % DAY - DAY / 2


def _agree(pair: tuple[Row, Row], other: tuple[Row, Row]) -> bool:
    return abs(_subtract(pair, other)) <= max(row.step for row in (*pair, *other))


def _report(reading: Reading, pair: tuple[Row, Row], other: tuple[Row, Row]) -> Finding:
    clock, count = pair
    apart = _subtract(pair, other)
    shown, said = quote(reading.page, *clock.span), quote(reading.page, *count.span)
    return Finding(
        "count",
        "warning",
        f"“{shown}” is {say_difference(apart)} {'later' if apart > 0 else 'earlier'} than “{said}” leads to from the "
        "beginning that the other rows agree on.",
        count.evidence,
        clock.evidence,
    )
