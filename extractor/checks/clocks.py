"""In: the clocks of a page. Out: two clocks of one instant that disagree."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from extractor.checks.reading import LONGEST_GAP, Clock, Reading
from extractor.checks.wording import quote, say_clock, say_difference
from extractor.model import Finding, Page
from extractor.values import read_offset

_DAY = timedelta(days=1)

_RANGE = re.compile(r"\s?(?:-|–|—)\s?|,? (?:to|until|till|through|and|or) |, ")
_APART = (
    r"(?:at|on|or|about|around|roughly|approximately|approx\.|local|the|same|next|previous|following|day"
    r"|i\.e\.,?|=|~|that is,?)"
)
_ASIDE = r"(?:\s(?!and|or|to|until|before|after|with|for|then)[A-Za-z]{2,12}){0,4}"
_BRACKET = re.compile(rf"{_ASIDE}\s{{0,2}},?\s?[(\[]\s?(?:(?i:{_APART})\s){{0,4}}")
_SIDE = re.compile(r"\s?(?:[/=;,]|,?\s?(?:i\.e\.,?|\bor\b|which (?:is|was)|that is,?))\s?", re.IGNORECASE)
_CELL = re.compile(r" {0,8}(?:\|{1,2}|\t| {2,8})[ \t]{0,8}")
_CLOSED = re.compile(r"[^0-9()\[\]\n]{0,20}[)\],;/]")
_SOFT = re.compile(r"(?:about|around|roughly|approximately|approx\.|~|circa|near)\s?$", re.IGNORECASE)
_SOFT_SLACK = timedelta(minutes=10)
_QUARTER = timedelta(minutes=15)
_SHIFT = timedelta(minutes=30)  # what the offsets of zones differ by


def find_clocks(reading: Reading) -> Iterator[Finding]:
    """Yield the pairs of clocks that stand for one instant and do not show it (``clocks``).

    Clocks are compared at the coarser of their precisions; the day counts only where both have a date of their own.
    """
    page, text = reading.page, reading.page.text
    runs = _join_ranges(text, reading.clocks)
    for one, other in pairwise(runs):
        if len(one) == len(other) and _are_one_instant(page, one, other):
            for left, right in zip(one, other, strict=True):
                yield from _compare(reading, left, right)
    for left, right in _list_label_pairs(reading):
        yield from _compare(reading, left, right)


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
    left, right, zone = one[-1], other[0], other[-1].zone
    named = left.zone is not None and zone is not None
    if left.zone is not None and zone is not None and left.zone.text == zone.text:
        return False
    if left.moment.offset == right.moment.offset and not named:
        return False
    gap = page.text[left.end : right.start][: LONGEST_GAP + 1]
    if len(gap) > LONGEST_GAP:
        return False
    if _BRACKET.fullmatch(gap):
        return bool(_CLOSED.match(page.text, other[-1].end)) and (left.zone is not None or right.moment.utc is not None)
    if _CELL.fullmatch(gap):
        return left.moment.utc is not None and right.moment.utc is not None
    return named and (bool(_SIDE.fullmatch(gap)) or _fill_lines(page.text, left, right, gap))


def _fill_lines(text: str, left: Clock, right: Clock, gap: str) -> bool:
    """Tell whether two clocks stand on lines of their own that hold nothing else."""
    if gap.strip() or gap.count("\n") != 1:
        return False
    head = text[max(left.start - 3, 0) : left.start]
    tail = text[right.end : right.end + 3]
    return (not head.strip() or head.rstrip(" ").endswith("\n")) and not tail.partition("\n")[0].strip(" .;")


def _compare_minutes(page: Page, left: Clock, right: Clock) -> Iterator[Finding]:
    """Compare two clocks of which one has an unknown offset: all offsets are whole quarters of an hour."""
    named = left.zone is not None and right.zone is not None
    steps = left.moment.step, right.moment.step
    apart = abs(right.moment.local - left.moment.local) % _DAY
    rest = min(apart % _QUARTER, -apart % _QUARTER)
    if named and rest >= max(steps) and not _is_soft(page.text, left, right):
        yield Finding(
            "clocks",
            "warning",
            f"“{quote(page, left.start, left.end)}” and “{quote(page, right.start, right.end)}” are "
            f"{say_difference(apart.total_seconds())} apart, which no two zones are.",
            left.evidence,
            right.evidence,
        )


def _is_soft(text: str, left: Clock, right: Clock) -> bool:
    """Tell whether a clock is said to be about right: with a word for it, and in a round figure."""
    round_figure = any(clock.moment.local.minute % 5 == 0 for clock in (left, right))
    return round_figure and bool(_SOFT.search(text[max(right.time.start - 16, 0) : right.time.start]))


def _list_label_pairs(reading: Reading) -> Iterator[tuple[Clock, Clock]]:
    """Give the clocks of two label lines of which the second only shows the first in another zone.

    ``Launch time (UTC): 05:00`` and ``Launch time (local): 14:00``.
    """
    text, blocks = reading.page.text, reading.page.blocks
    for left, right in pairwise(reading.clocks):
        places = reading.find_block(left.time.start), reading.find_block(right.time.start)
        labels = [blocks[place].label for place in places if place >= 0]
        if places[1] != places[0] + 1 or len(labels) != 2 or None in labels:
            continue
        first, second = (text[slice(*label)].split() for label in labels if label)
        known = {word.strip("():,").lower() for word in first}
        new = [word.strip("():,") for word in second if word.strip("():,").lower() not in known | _CLOCK_WORDS]
        is_clock = any(word.strip("():,").lower() in _CLOCK_WORDS for word in second)
        fresh = not new or (new[0] != second[0].strip("():,") and all(word[:1].isupper() for word in new))
        if is_clock and fresh and left.moment.offset != right.moment.offset:
            yield left, right


_CLOCK_WORDS = frozenset({"time", "clock", "local", "hour", "date", "in", "at", "the", "and", "same"})


def _knows_offset(reading: Reading, clock: Clock) -> bool:
    """Tell whether the page says a clock's zone: at it, for a whole list, by a place, or by using one zone only.

    ``local`` says none, and universal time beside the one zone of a page is no second one.
    """
    if clock.zone is not None:
        return not clock.zone.text.lower().startswith("local")
    if all(origin.part != "zone" or origin.rule in ("declared", "place") for origin in clock.time.origins):
        return True
    offset = clock.moment.offset
    zones = [m.value for m in reading.mentions if m.label == "TIMEZONE" and m.value != "+00:00"]
    return bool(zones) and all(read_offset(str(value)) == offset for value in zones)


def _compare(reading: Reading, left: Clock, right: Clock) -> Iterator[Finding]:
    page = reading.page
    one, other = left.moment.utc, right.moment.utc
    if one is None or other is None or right.moment.offset is None:
        yield from _compare_minutes(page, left, right)
        return
    apart = other - one
    if not (left.dated and right.dated):
        apart = (apart + _DAY / 2) % _DAY - _DAY / 2
    steps = left.moment.step, right.moment.step
    slack = _SOFT_SLACK if _is_soft(page.text, left, right) else max(steps)
    if not apart or abs(apart) < slack:
        return
    if not apart % _SHIFT and not (_knows_offset(reading, left) and _knows_offset(reading, right)):
        return  # an offset that was supplied may be another one
    expected = one + right.moment.offset
    yield Finding(
        "clocks",
        "warning",
        f"“{quote(page, left.start, left.end)}” would be {say_clock(expected, max(steps))} on the second clock, but "
        f"the page gives “{quote(page, right.start, right.end)}”: {say_difference(apart.total_seconds())} apart.",
        left.evidence,
        right.evidence,
    )
