"""In: the clocks of a page. Out: two clocks of one instant that disagree."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from extractor.checks.reading import LONGEST_GAP, Clock, Reading
from extractor.checks.wording import quote, say_clock, say_difference
from extractor.model import Finding, Page

_DAY = timedelta(days=1)

_RANGE = re.compile(r"\s?(?:-|–|—)\s?|,? (?:to|until|till|through|and|or) |, ")
_APART = (
    r"(?:at|on|or|about|around|roughly|approximately|approx\.|local|the|same|next|previous|following|day"
    r"|i\.e\.,?|=|~|that is,?)"
)
_BRACKET = re.compile(rf"\s{{0,2}},?\s?[(\[]\s?(?:{_APART}\s){{0,4}}", re.IGNORECASE)
_SIDE = re.compile(r"\s?(?:[/=;,]|,?\s?(?:i\.e\.,?|\bor\b|which (?:is|was)|that is,?))\s?", re.IGNORECASE)
_CELL = re.compile(r" {0,8}(?:\|{1,2}|\t| {2,8})[ \t]{0,8}")
_CLOSED = re.compile(r"[^0-9()\[\]\n]{0,20}[)\],;/]")
_SOFT = re.compile(r"(?:about|around|roughly|approximately|approx\.|~|circa|near)\s?$", re.IGNORECASE)
_SOFT_SLACK = timedelta(minutes=10)
_SHIFT = timedelta(minutes=30)  # what the offsets of zones differ by


def find_clocks(reading: Reading) -> Iterator[Finding]:
    """Yield the pairs of clocks that stand for one instant and do not show it (``clocks``).

    Clocks are compared at the coarser of their precisions; the day counts only where both have a date of their own.
    """
    page, text = reading.page, reading.page.text
    runs = _join_ranges(text, reading.clocks)
    for one, other in pairwise(runs):
        if len(one) == len(other) and _are_one_instant(page, one, other):
            soft = bool(_SOFT.search(text[one[-1].end : other[0].time.start]))
            for left, right in zip(one, other, strict=True):
                yield from _compare(page, left, right, soft)


def _join_ranges(text: str, clocks: Sequence[Clock]) -> list[list[Clock]]:
    """Join the ends of a range, which share one zone, so that ``12:15-12:17 Moscow Time`` is one run."""
    runs: list[list[Clock]] = []
    for clock in clocks:
        last = runs[-1][-1] if runs else None
        if (
            last is not None
            and last.zone is None
            and last.moment.offset == clock.moment.offset
            and _RANGE.fullmatch(text[last.end : clock.start][:LONGEST_GAP])
        ):
            runs[-1].append(clock)
        else:
            runs.append([clock])
    return runs


def _are_one_instant(page: Page, one: list[Clock], other: list[Clock]) -> bool:
    left, right = one[-1], other[0]
    if left.moment.offset is None or right.moment.offset is None:
        return False
    zones = (left.zone, other[-1].zone)
    named = zones[0] is not None and zones[1] is not None
    names = {zone.text for zone in zones if zone is not None}
    if left.moment.offset == right.moment.offset and len(names) < 2:
        return False
    gap = page.text[left.end : right.start][: LONGEST_GAP + 1]
    if len(gap) > LONGEST_GAP:
        return False
    if _BRACKET.fullmatch(gap):
        return bool(_CLOSED.match(page.text, other[-1].end))
    if _CELL.fullmatch(gap):
        return True
    return named and (bool(_SIDE.fullmatch(gap)) or _fill_lines(page.text, left, right, gap))


def _fill_lines(text: str, left: Clock, right: Clock, gap: str) -> bool:
    """Tell whether two clocks stand on lines of their own that hold nothing else."""
    if gap.strip() or gap.count("\n") != 1:
        return False
    head = text[max(left.start - 3, 0) : left.start]
    tail = text[right.end : right.end + 3]
    return (not head.strip() or head.rstrip(" ").endswith("\n")) and not tail.partition("\n")[0].strip(" .;")


def _knows_offset(clock: Clock) -> bool:
    """Tell whether the page says a clock's zone: at it, or for all the clocks of a list; ``local`` says none."""
    if clock.zone is not None:
        return not clock.zone.text.lower().startswith("local")
    return all(origin.part != "zone" or origin.rule == "declared" for origin in clock.time.origins)


def _compare(page: Page, left: Clock, right: Clock, soft: bool) -> Iterator[Finding]:
    one, other = left.moment.utc, right.moment.utc
    if one is None or other is None or right.moment.offset is None:
        return
    apart = other - one
    if not (left.dated and right.dated):
        apart = (apart + _DAY / 2) % _DAY - _DAY / 2
    steps = left.moment.step, right.moment.step
    slack = _SOFT_SLACK if soft else max(steps)
    if abs(apart) < slack or not apart or (not apart % _SHIFT and not (_knows_offset(left) and _knows_offset(right))):
        return
    expected = one + right.moment.offset
    yield Finding(
        "clocks",
        "warning",
        f"“{quote(page, left.start, left.end)}” would be {say_clock(expected, max(steps))} on the second clock, but "
        f"the page gives “{quote(page, right.start, right.end)}”: {say_difference(apart.total_seconds())} apart.",
        left.evidence,
        right.evidence,
    )
