"""In: the dates of a page. Out: dates that did not fall on the weekday said with them."""

import re
from collections.abc import Iterator, Sequence
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
_FEW = 3  # so many weekdays that fail by one year speak against that year


def find_weekdays(reading: Reading) -> Iterator[Finding]:
    """Yield the dates that did not fall on the weekday said with them (``weekday``).

    Where most weekdays of the page fail by the year that was supplied to their dates, the year is wrong, and not they.
    """
    found: list[Finding] = []
    supplied, failed = 0, 0
    for dated, name, parts in _list_pairs(reading):
        moment = read_moment(dated.value) if isinstance(dated.value, str) else None
        if moment is None or moment.step.days != 1:
            continue
        wrong = moment.local.weekday() != _INDEX[name[:3].lower()]
        inherited = str(moment.local.year) not in dated.text
        supplied += inherited
        failed += inherited and wrong
        if wrong:
            found.append(_report(reading.page, dated, moment, parts))
        elif inherited:
            found += _doubt(reading, dated, moment)
    if failed < _FEW or failed * 2 < supplied:
        yield from found


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


def _report(page: Page, dated: Mention, moment: Moment, parts: tuple[Mention, ...]) -> Finding:
    start, end = min(m.start for m in parts), max(m.end for m in parts)
    inherited = str(moment.local.year) not in dated.text
    where = f" (the year {moment.local.year} is taken from the page)" if inherited else ""
    return Finding(
        "weekday",
        "warning",
        f"{moment.local.date().isoformat()} was a {_WEEKDAYS[moment.local.weekday()]}, but the page says "
        f"“{quote(page, start, end)}”{where}.",
        (dated.id,),
        tuple(m.id for m in parts if m is not dated) or ((dated.start, dated.end),),
    )


def _doubt(reading: Reading, dated: Mention, moment: Moment) -> Iterator[Finding]:
    """Yield a date whose weekday leads far away from the dates that the page says in full.

    ``Wednesday, March 12`` on a page of 2024 is March 12, 2025, if it is right; more likely it is the Tuesday of 2024.
    """
    if not any(origin.part in ("year", "month") for origin in dated.origins):
        return
    full = [(m, said) for m in reading.mentions if m is not dated and (said := _read_full(m)) is not None]
    bare = not _MONTH.search(dated.text)
    far = _ELSEWHERE if bare else _FAR
    for near in _list_others(moment.local, bare=bare):
        anchor, source = min(full, key=lambda pair: abs(pair[1] - near), default=(dated, moment.local))
        apart = min((abs(said - moment.local) for _, said in full), default=timedelta(0))
        if abs(source - near) < _NEAR and abs(source - near) + far < apart:
            words = quote(reading.page, dated.start, dated.end)
            yield Finding(
                "weekday",
                "warning",
                f"{near.date().isoformat()}, near “{anchor.text}”, was a {_WEEKDAYS[near.weekday()]}, but the page "
                f"says “{words}”.",
                (dated.id,),
                (anchor.id,),
            )
            return


def _read_full(mention: Mention) -> datetime | None:
    """Give the day of a date that says all of it itself."""
    if mention.label != "DATE" or not isinstance(mention.value, str):
        return None
    if any(origin.part in ("year", "month", "date") for origin in mention.origins):
        return None
    moment = read_moment(mention.value.partition("/")[0])
    return moment.local if moment is not None and moment.step.days == 1 else None


def _list_others(day: datetime, *, bare: bool) -> Sequence[datetime]:
    """Give the same day of the years around it, or for a day of the month alone (``bare``) of the months around it."""
    if bare:
        months = [(day.year + (day.month + step - 1) // 12, (day.month + step - 1) % 12 + 1) for step in (1, -1)]
    else:
        months = [(day.year + step, day.month) for step in (1, -1)]
    return [day.replace(year=year, month=month) for year, month in months if has_day(year, month, day.day)]
