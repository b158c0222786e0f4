"""In: a scene. Out: the day the page was written, where it says so: mail header, dateline, "updated", access date."""

import re
from dataclasses import dataclass
from datetime import date

from extractor.context.scene import Item, Scene
from extractor.context.stamp_forms import (
    DATELINE,
    SURE,
    WIRE_STAMP,
    is_at_head,
    rank_stamp,
    tells_of_story,
    weigh_publication,
)
from extractor.context.tense import FUTURE, PAST
from extractor.context.years import expand_year
from extractor.mentions.partial import PartialDate
from extractor.mentions.rules import Candidate

_OPENING = re.compile(r"(?:^|[.!?\n]\s)(?:In|By)\s$")
_FRESH_DAYS = 400
_RECENT_DAYS = 14
_FRESH_WEEKDAYS = 60
_DAILY = re.compile(
    r"\b(?:status\sreport|daily\s(?:[\w-]{2,14}\s){0,2}(?:reports?|status|summary|log|notes|operations|updates?|digest)|bulletin|sitrep|on-orbit\s(?:status|summary)|situation\sreport)\b",
    re.I,
)
_REPORT = re.compile(r"\b(?:(?:mission|flight|project)\sstatus|status\s(?:report|update)|mission\supdate)\b", re.I)
"""What heads a report of the days around its own, however much it recalls."""
_TITLE = 300
_PLACE_LINE = re.compile(
    r"\n[ \t]{0,4}[A-Z][A-Z.’' -]{3,24}(?:, [A-Z][A-Za-z. ]{1,18})?(?: \([A-Z][\w ]{1,14}\))?"
    r" {0,2}(?:--?|[–—]) {0,2}[A-Z]"
)
"""What opens a release below the line with its day: a town in capitals and a dash."""
_PLACE_REACH = 600
_LATER_YEARS = 9
"""So many years behind the last one told a dateline is looked for on whose weekday the story agrees."""
_FORWARDED = 7
"""Days: a report that a mail passes on so much later counts from its own day."""
_FEW_NEAR = 5
"""On a page of news at least one of so many full dates lies near its own day."""
_POINTING = 3
_RETROSPECT = re.compile(
    r"\b(?:years\sago|anniversar(?:y|ies)|this\s(?:day|week|month)\sin\s|on\sthis\sday|in\shistory|flashback|look(?:ing)?\sback"
    r"|throwback|remember(?:s|ing|ed)\b)",
    re.I,
)
"""What heads a tale of other years."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The page's own day and the date that says it; ``top`` where it stands at the head of the page."""

    day: date
    item: Item
    top: bool
    rank: int = 5
    """How surely the date is the page's own: from 1 for an access date to 5 for a mail header."""


def find_stamp(scene: Scene) -> Stamp | None:
    """Find the day a page was written or last changed.

    A mail header counts most, then a dateline or a date alone at the head, then a date behind ``published``, then one
    behind ``updated`` and the like, then the last date on which a reference was looked up. A day that the caller
    knows comes before all.
    """
    if scene.reference is not None:
        return _take_reference(scene.reference)
    best: Stamp | None = None
    report: Stamp | None = None
    known = (0, -1)
    for item in scene.dates:
        parts = item.candidate.parts
        if parts.unit not in ("day", "month") or parts.until or parts.deixis or None in (parts.year, parts.month):
            continue
        rank = rank_stamp(scene, item)
        item.apart = item.apart or 0 < rank < DATELINE
        day = _read_day(scene, parts) if rank and parts.day is not None else None
        if day is None:
            continue
        if report is None and DATELINE <= rank <= DATELINE + 1 and item.candidate.rule != WIRE_STAMP:
            report = Stamp(day, item, True, rank)
        kind = weigh_publication(scene, item) if rank >= SURE else 0
        order = (rank if kind >= 0 else min(rank, SURE), kind)
        if best is None or order > known or (order == known and rank < DATELINE and kind <= 0 and day > best.day):
            top = rank >= SURE and (is_at_head(item) or tells_of_story(scene, item))
            best, known = Stamp(day, item, top, rank), order
    if (
        best is not None
        and report is not None
        and 0 < (best.day - report.day).days <= _FORWARDED
        and best.rank > DATELINE + 1
    ):
        best.item.apart = True
        best = report
    if best is not None:
        best.item.apart = True
    return best


def _take_reference(day: date) -> Stamp:
    parts = PartialDate("day", day.year, day.month, day.day)
    return Stamp(day, Item(Candidate(0, 0, "DATE", "reference", parts), 0, 0, True), True)


def _read_day(scene: Scene, parts: PartialDate) -> date | None:
    year = expand_year(parts.year or 0, scene.years) if parts.short_year else parts.year
    month, day = parts.month, parts.day
    if parts.swapped and scene.month_first is False:
        month, day = parts.swapped
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def is_news(stamp: Stamp, scene: Scene) -> bool:
    """Say whether the page speaks of its own days: of its dates with a year one lies near its stamp, or most have none.

    A dated retrospect of other years does not, and dates without a year are then not near its stamp either.
    """
    if stamp.rank > DATELINE:
        return scene.reference is None or _is_mostly_near(scene, stamp.day)
    if _looks_back(scene, stamp):
        return False
    if stamp.top and (_REPORT.search(scene.text, 0, _TITLE) or _is_release(stamp, scene)):
        return True
    others = [
        parts
        for item in scene.dates
        if item is not stamp.item
        and not item.apart
        and (parts := item.candidate.parts).year is not None
        and not parts.short_year
        and parts.month is not None
    ]
    near = sum(abs((date(p.year, p.month, 15) - stamp.day).days) <= _FRESH_DAYS for p in others if 1 <= p.year <= 9999)
    near += sum(_falls_near(item.candidate.parts, stamp.day) for item in scene.dates)
    others = [parts for parts in others if (parts.year, parts.month) <= (stamp.day.year, stamp.day.month)]
    yearless = sum(item.candidate.parts.year is None and item.candidate.parts.day is not None for item in scene.dates)
    pointing = sum(_points_near(item.candidate.parts) for item in scene.dates)
    if near > 0 and len(others) <= _FEW_NEAR * near:
        return True
    return bool(2 * len(others) <= yearless + _POINTING * pointing + near)


def _is_release(stamp: Stamp, scene: Scene) -> bool:
    """Say that a town and a dash open the text below the page's day: it tells of the days around that one."""
    return _PLACE_LINE.search(scene.text, stamp.item.end, stamp.item.end + _PLACE_REACH) is not None


def _points_near(parts: PartialDate) -> bool:
    """Say whether a date is a weekday alone, ``yesterday`` or ``tomorrow``: words of one's own days."""
    return parts.unit == "weekday" or (parts.deixis == "today" and parts.shift != 0)


def _falls_near(parts: PartialDate, day: date) -> bool:
    """Say whether a date says its weekday instead of its year, and both fit a day around the page's own."""
    if parts.year is not None or parts.weekday is None or parts.day is None or parts.month is None:
        return False
    near = _make_day(day.year, parts)
    return near is not None and near.isoweekday() == parts.weekday and abs((near - day).days) <= _FRESH_WEEKDAYS


def _looks_back(scene: Scene, stamp: Stamp) -> bool:
    """Say whether a page tells at its head what was years ago, and few of its full dates lie near its own day."""
    if not _RETROSPECT.search(scene.text, 0, _TITLE):
        return False
    years = [
        parts.year
        for item in scene.dates
        if item is not stamp.item and (parts := item.candidate.parts).year is not None and parts.month is not None
    ]
    far = [year for year in years if abs(year - stamp.day.year) > 1]
    return 2 * len(far) > len(years)


def _is_mostly_near(scene: Scene, day: date) -> bool:
    """Say whether at least half of the page's years, of full dates and of sentences that open with one, lie near."""
    years = [
        item.candidate.parts.year
        for item in scene.dates
        if item.candidate.parts.year is not None
        and not item.candidate.parts.short_year
        and (item.candidate.parts.month is not None or _OPENING.search(scene.text, max(0, item.start - 6), item.start))
    ]
    near = [year for year in years if abs(year - day.year) <= 1]
    return 2 * len(near) >= len(years)


def is_recent(stamp: Stamp, day: date | None, reach: int | None = None) -> bool:
    """Say whether a day of the narrative is so near the stamp that weekdays are counted from the stamp."""
    return day is not None and abs((day - stamp.day).days) <= (reach or _RECENT_DAYS)


def is_daily(stamp: Stamp, scene: Scene) -> bool:
    """Say whether the page is a report of its day, whose bare clocks are of that day."""
    return stamp.top and _DAILY.search(scene.text, 0, _TITLE) is not None


def guess_year(scene: Scene, item: Item) -> date | None:
    """Give the day of a dateline that leaves out its year: in the latest year of the page that fits.

    The weekday that the story names first is the day of the dateline or the day before; a day that the story
    expects lies behind it, and a day that it tells as past before it.
    """
    if not scene.years:
        return None
    dated = [other for other in scene.dates if other is not item and other.date and other.candidate.parts.year]
    behind = [other.date.year for other in dated if other.date and not FUTURE.search(scene.clause_text(other))]
    latest = max((year for year in behind if year is not None), default=max(scene.years))
    parts = item.candidate.parts
    named = next((i.candidate.parts.weekday for i in scene.dates if i.candidate.parts.unit == "weekday"), None)
    told = [
        (day, FUTURE.search(clause) is not None, PAST.search(clause) is not None, other.candidate.parts.day is not None)
        for other in dated
        if other.candidate.parts.year == latest and other.date is not None
        and (day := other.date.to_day() or _make_day(latest, other.candidate.parts, 1)) is not None
        for clause in (scene.clause_text(other),)
    ]  # fmt: skip
    expected = [day for day, ahead, back, full in told if ahead and (full or not back)]
    past = [day for day, ahead, back, _ in told if back and not ahead]
    years = (latest, latest - 1, *range(latest + 1, latest + (_LATER_YEARS if named is not None else 2)))
    days = [day for year in years if (day := _make_day(year, parts)) is not None]
    if named is not None:
        days = [day for day in days if (day.isoweekday() - named) % 7 <= 1] or days
    days = [day for day in days if not past or day >= max(past)] or days
    return next((day for day in days if not expected or day <= max(expected)), None)


def _make_day(year: int, parts: PartialDate, first: int = 0) -> date | None:
    try:
        return date(year, parts.month or 0, parts.day or first)
    except ValueError:
        return None
