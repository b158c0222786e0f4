"""In: the mentions of a page. Out: its clocks with zone and date; two clocks of one instant that disagree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from extractor.checks.wording import quote, say_clock, say_difference
from extractor.model import Evidence, Fact, Finding, Mention, Page
from extractor.values import Moment, read_moment

_DAY = timedelta(days=1)
_LONGEST_GAP = 40  # characters between two clocks of one instant

_ZONE_GAP = re.compile(r"[ ,\n\[\]|]{0,3}\(?\[{0,2}")
_DATE_AFTER = re.compile(r"(?:,?\s|\s?\(|,)(?:on |of |the |this |that )?(?:the )?")
_DATE_BEFORE = re.compile(r"(?:,?[ \n]|,)(?:at |around |about |by |near )?(?:approximately )?|\s{1,2}(?:-|–|—)\s{1,2}")
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


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time of the page with the zone and the date that stand at it.

    ``start``/``end`` are the half-open characters of all three, ``moment`` is what the value says.
    """

    time: Mention
    moment: Moment
    zone: Mention | None
    date: Mention | None
    start: int
    end: int

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Give the ids of the mentions in reading order."""
        parts = [mention for mention in (self.date, self.time, self.zone) if mention is not None]
        return tuple(mention.id for mention in sorted(parts, key=lambda mention: mention.start))


def read_clocks(page: Page, mentions: Sequence[Mention]) -> list[Clock]:
    """Give the clock times that have a date, each with the zone and date beside it, in reading order."""
    near = [m for m in mentions if m.label in ("TIME", "TIMEZONE", "DATE")]
    text, clocks = page.text, list[Clock]()
    taken: Mention | None = None  # the date that the clock before has already
    for index, mention in enumerate(near):
        if mention.label != "TIME" or not isinstance(mention.value, str):
            continue
        moment = read_moment(mention.value)
        if moment is None:
            continue
        clock = Clock(mention, moment, None, None, mention.start, mention.end)
        for after in near[index + 1 : index + 3]:
            clock = _extend(text, clock, after)
        before = near[index - 1] if index else None
        if clock.date is None and before is not None and before.label == "DATE" and before is not taken:
            gap = text[before.end : mention.start][:_LONGEST_GAP]
            clock = replace(clock, date=before, start=before.start) if _DATE_BEFORE.fullmatch(gap) else clock
        taken = clock.date
        clocks.append(clock)
    return clocks


def _extend(text: str, clock: Clock, after: Mention) -> Clock:
    gap = text[clock.end : after.start][:_LONGEST_GAP]
    if after.label == "TIMEZONE" and clock.zone is None and clock.date is None and _ZONE_GAP.fullmatch(gap):
        return replace(clock, zone=after, end=after.end)
    if after.label == "DATE" and clock.date is None and _DATE_AFTER.fullmatch(gap):
        return replace(clock, date=after, end=after.end)
    return clock


def find_clocks(page: Page, mentions: Sequence[Mention], facts: Sequence[Fact]) -> Iterator[Finding]:
    """Yield the pairs of clocks that stand for one instant and do not show it (``clocks``).

    Clocks are compared at the coarser of their precisions; the day counts only where both have a date of their own.
    """
    text = page.text
    runs = _join_ranges(text, read_clocks(page, mentions))
    for one, other in pairwise(runs):
        if len(one) == len(other) and _are_one_instant(page, one, other):
            soft = bool(_SOFT.search(text[one[-1].end : other[0].time.start]))
            for left, right in zip(one, other, strict=True):
                yield from _compare(page, left, right, soft)


def _join_ranges(text: str, clocks: list[Clock]) -> list[list[Clock]]:
    """Join the ends of a range, which share one zone, so that ``12:15-12:17 Moscow Time`` is one run."""
    runs: list[list[Clock]] = []
    for clock in clocks:
        last = runs[-1][-1] if runs else None
        if (
            last is not None
            and last.zone is None
            and last.moment.offset == clock.moment.offset
            and _RANGE.fullmatch(text[last.end : clock.start][:_LONGEST_GAP])
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
    gap = page.text[left.end : right.start][: _LONGEST_GAP + 1]
    if len(gap) > _LONGEST_GAP:
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


def _compare(page: Page, left: Clock, right: Clock, soft: bool) -> Iterator[Finding]:
    one, other = left.moment.utc, right.moment.utc
    if one is None or other is None or right.moment.offset is None:
        return
    apart = other - one
    if left.date is None or right.date is None:
        apart = (apart + _DAY / 2) % _DAY - _DAY / 2
    steps = left.moment.step, right.moment.step
    slack = _SOFT_SLACK if soft else max(steps)
    if abs(apart) < slack or (steps[0] == steps[1] and not apart):
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
