"""In: the dates of a page. Out: dates that did not fall on the weekday said with them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from extractor.checks.dates import has_day
from extractor.checks.reading import Reading
from extractor.checks.wording import quote
from extractor.model import Finding, Mention, Page
from extractor.values import Moment, read_moment

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_INDEX = {name[:3].lower(): index for index, name in enumerate(_WEEKDAYS)}
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nes|nesday|r|rs|rsday|ur|urday)?\b", re.IGNORECASE)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d[-/.]\d", re.IGNORECASE)
_BESIDE = re.compile(r",? ?\(?\n?")
_FAR = timedelta(days=150)  # so much further off is the year that a weekday leads to than the one that it denies
_NEAR = timedelta(days=200)  # no further off is a date that speaks for the year of another
_ELSEWHERE = timedelta(days=20)  # the same for a month
_GUESSED, _SHORT = frozenset({"weekday", "narrative"}), "century-of-page"  # rules of origins
_BACK = 1.5  # a step back in time is so much dearer than one forward: narratives go on
_MOST_DAYS = 100  # more than pages of ordinary length say
_FEW = 3  # so many dates with weekdays tell their year themselves


@dataclass(frozen=True, slots=True)
class _Case:
    """A date with a weekday: what the date says, and the mentions that hold the two."""

    dated: Mention
    moment: Moment
    weekday: int
    parts: tuple[Mention, ...]

    @property
    def fits(self) -> bool:
        return self.moment.local.weekday() == self.weekday

    @property
    def inherited(self) -> bool:
        """Tell whether the year was supplied from elsewhere."""
        return str(self.moment.local.year) not in self.dated.text

    def move(self, year: int) -> datetime | None:
        """Give the day in another year."""
        day = self.moment.local
        return day.replace(year=year) if has_day(year, day.month, day.day) else None

    def fits_in(self, year: int) -> bool:
        day = self.move(year)
        return day is not None and day.weekday() == self.weekday


def find_weekdays(reading: Reading) -> tuple[list[Finding], list[Mention]]:
    """Give the dates that did not fall on the weekday said with them (``weekday``), and those with a doubtful year.

    Where the weekdays of several dates agree on another year than the one supplied to them, the year is wrong, and
    only those that fall out of that year are told; where they agree on none, no year is known and nothing is told.
    """
    cases = list(_list_cases(reading))
    supplied = [case for case in cases if case.inherited]
    year = _choose_year(reading, supplied) if len(supplied) >= _FEW else None
    found: list[Finding] = []
    doubtful: list[Mention] = []
    full = _list_full(reading) if supplied else {}
    for case in cases:
        if case.fits:
            doubts = list(_doubt(reading.page, case.dated, case.moment, full)) if case.inherited else []
            found += doubts
            doubtful += [case.dated] * len(doubts)
        elif not case.inherited or len(supplied) < _FEW:
            found.append(_report(reading.page, case, case.moment.local))
        elif year is not None and case.fits_in(year):
            doubtful.append(case.dated)
        elif year is not None:
            found.append(_report(reading.page, case, case.move(year) or case.moment.local))
    return found, doubtful


def _choose_year(reading: Reading, cases: list[_Case]) -> int | None:
    """Give the year in which most of the dates fall on their weekdays, ``None`` where fewer than two thirds agree."""
    said = (day.year for mention in reading.mentions if (day := _read_full(mention)) is not None)
    years = dict.fromkeys((*(case.moment.local.year for case in cases), *said))
    votes = {year: sum(case.fits_in(year) for case in cases) for year in years}
    best = max(votes, key=lambda year: votes[year])
    return best if votes[best] * 3 >= len(cases) * 2 else None


def _list_cases(reading: Reading) -> Iterator[_Case]:
    for dated, name, parts in _list_pairs(reading):
        moment = read_moment(dated.value) if isinstance(dated.value, str) else None
        if moment is not None and moment.step.days == 1:
            yield _Case(dated, moment, _INDEX[name[:3].lower()], parts)


def _list_pairs(reading: Reading) -> Iterator[tuple[Mention, str, tuple[Mention, ...]]]:
    """Give the dates that have a weekday: the date, the weekday, and the mentions that hold both."""
    before: Mention | None = None
    for mention in reading.mentions:
        if mention.label != "DATE":
            continue
        named = _WEEKDAY.search(mention.text)
        if named and any(character.isdigit() for character in mention.text):
            yield mention, named[1], (mention,)
        elif before is not None and _BESIDE.fullmatch(reading.page.text[before.end : mention.start][:5]):
            lone, dated = (mention, before) if named else (before, mention)
            name = _WEEKDAY.fullmatch(lone.text)
            if name and not _WEEKDAY.search(dated.text):
                yield dated, name[1], (lone, dated)
        before = mention


def _report(page: Page, case: _Case, day: datetime) -> Finding:
    dated, parts = case.dated, case.parts
    start, end = min(m.start for m in parts), max(m.end for m in parts)
    where = f" (the year {day.year} is taken from the page)" if case.inherited else ""
    return Finding(
        "weekday",
        "warning",
        f"{day.date().isoformat()} was a {_WEEKDAYS[day.weekday()]}, but the page says "
        f"“{quote(page, start, end)}”{where}.",
        (dated.id,),
        tuple(m.id for m in parts if m is not dated) or ((dated.start, dated.end),),
    )


def _list_full(reading: Reading) -> dict[datetime, Mention]:
    """Give the days that the page says in full, the first hundred, each with the first mention that does."""
    full: dict[datetime, Mention] = {}
    for mention in reading.mentions:
        if len(full) < _MOST_DAYS and (day := _read_full(mention)) is not None:
            full.setdefault(day, mention)
    return full


def _doubt(page: Page, dated: Mention, moment: Moment, full: Mapping[datetime, Mention]) -> Iterator[Finding]:
    """Yield a date whose weekday leads far away from the dates that the page says in full.

    ``Wednesday, March 12`` on a page of 2024 is March 12, 2025, if it is right; more likely it is the Tuesday of 2024.
    """
    if not any(origin.part in ("year", "month") and origin.rule in _GUESSED for origin in dated.origins):
        return
    bare = not _MONTH.search(dated.text)
    apart = min((abs(said - moment.local) for said in full), default=timedelta(0))
    pairs = [
        (_go(said, near), m, near) for said, m in full.items() for near in _list_near(moment.local, said, bare=bare)
    ]
    off, anchor, near = min(pairs, key=lambda pair: pair[0], default=(apart, dated, moment.local))
    if off < _NEAR and off + (_ELSEWHERE if bare else _FAR) < apart:
        words = quote(page, dated.start, dated.end)
        yield Finding(
            "weekday",
            "warning",
            f"{near.date().isoformat()}, near “{anchor.text}”, was a {_WEEKDAYS[near.weekday()]}, but the page says "
            f"“{words}”.",
            (dated.id,),
            (anchor.id,),
        )


def _go(said: datetime, near: datetime) -> timedelta:
    return near - said if near >= said else (said - near) * _BACK


def _read_full(mention: Mention) -> datetime | None:
    """Give the day of a date that says all of it itself."""
    if mention.label != "DATE" or not isinstance(mention.value, str):
        return None
    if any(origin.part in ("year", "month", "date") and origin.rule != _SHORT for origin in mention.origins):
        return None
    moment = read_moment(mention.value.partition("/")[0])
    return moment.local if moment is not None and moment.step.days == 1 else None


def _list_near(day: datetime, said: datetime, *, bare: bool) -> Iterator[datetime]:
    """Give the same day of the years around a date that is said, or for a day of the month alone of its months."""
    for step in (0, 1, -1):
        month = said.month + step if bare else day.month
        year = said.year + ((month - 1) // 12 if bare else step)
        month = (month - 1) % 12 + 1
        if has_day(year, month, day.day):
            yield day.replace(year=year, month=month)
