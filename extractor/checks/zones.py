"""In: the clocks of a page with their zones. Out: local times that a change of the clocks skipped or gave twice."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from extractor.checks.events import has_sure_day, is_floating
from extractor.checks.reading import Clock, Reading
from extractor.checks.wording import quote, say_clock, say_difference
from extractor.model import Finding, Page

_AMERICAN = {
    "E": ("America/New_York", "Eastern"),
    "C": ("America/Chicago", "Central"),
    "M": ("America/Denver", "Mountain"),
    "P": ("America/Los_Angeles", "Pacific"),
}
_SEASONS = {
    f"{letter}{season}T": (zone, name, season == "D")
    for letter, (zone, name) in _AMERICAN.items()
    for season in ("S", "D")
} | {"CEST": ("Europe/Paris", "Central European", True), "MSD": ("Europe/Moscow", "Moscow", True)}
"""Abbreviations that name a season: the IANA zone, its name, whether it is the summer one (tz database, backward)."""

_BRACKET = re.compile(r"\s?\(\s?")
_UNIFORM = 1967  # the year from which clocks change at one time all over the United States (Uniform Time Act of 1966)
_YEAR_ROUND = frozenset({"MST"})  # Arizona keeps it in summer
_LATEST_CHANGE = 4  # no zone of a space power changes its clocks after that hour


def find_clock_changes(reading: Reading) -> Iterator[Finding]:
    """Yield the times that the clocks of their zone skipped (``clock-gap``) or showed twice (``clock-doubled``).

    Also summer or winter zones out of their season (``zone-season``), and names of two zones for one (``zone-pair``).
    """
    page = reading.page
    yield from _judge_pairs(reading)
    for clock in reading.clocks:
        zone = clock.zone.zone if clock.zone is not None else None
        if zone is None or is_floating(clock.moment) or not has_sure_day(clock.time):
            continue
        season = _SEASONS.get(zone)
        name = season[0] if season else zone
        if "/" not in name:
            continue
        if clock.moment.local.hour < _LATEST_CHANGE:
            yield from _judge_change(page, clock, name, named=season is not None)
        if season:
            yield from _judge_season(page, clock, season)


@lru_cache(maxsize=256)
def _load_zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _offsets(name: str, local: datetime) -> tuple[timedelta, timedelta]:
    """Give the offsets before and after a change of the clocks at a local time; equal where there is none."""
    zone = _load_zone(name)
    first, second = (local.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta(0) for fold in (0, 1))
    return first, second


def _judge_pairs(reading: Reading) -> Iterator[Finding]:
    """Yield two names of one zone that differ: ``EDT (GMT-5)``."""
    text = reading.page.text
    zones = [mention for mention in reading.mentions if mention.label == "TIMEZONE" and mention.value]
    for one, other in pairwise(zones):
        if one.value != other.value and _BRACKET.fullmatch(text[one.end : other.start][:4]):
            yield Finding(
                "zone-pair",
                "warning",
                f"“{quote(reading.page, one.start, other.end)}” names two zones, of which one is {one.value} and the "
                f"other {other.value}.",
                (one.id,),
                (other.id,),
            )


def _judge_change(page: Page, clock: Clock, name: str, *, named: bool) -> Iterator[Finding]:
    if _load_zone(name) is None:
        return
    first, second = _offsets(name, clock.moment.local)
    if first == second:
        return
    words = quote(page, clock.start, clock.end)
    day = clock.moment.local.date().isoformat()
    if first < second:
        yield Finding(
            "clock-gap",
            "error",
            f"There was no {say_clock(clock.moment.local, clock.moment.step)} on {day} in {name}: the clocks were put "
            f"forward by {say_difference((second - first).total_seconds())}, but the page says “{words}”.",
            clock.evidence,
        )
    elif not named:
        yield Finding(
            "clock-doubled",
            "info",
            f"The clocks of {name} showed “{words}” twice on {day}, "
            f"{say_difference((first - second).total_seconds())} apart; the page does not say which is meant.",
            clock.evidence,
        )


def _judge_season(page: Page, clock: Clock, season: tuple[str, str, bool]) -> Iterator[Finding]:
    name, place, summer = season
    local = clock.moment.local
    zone = clock.zone
    if zone is None or local.year < _UNIFORM or zone.zone in _YEAR_ROUND or _load_zone(name) is None:
        return
    offset = clock.moment.offset
    if offset is None or offset in _offsets(name, local):
        return
    yield Finding(
        "zone-season",
        "info",
        f"“{quote(page, clock.start, clock.end)}” names {place} {'summer' if summer else 'standard'} time, but on "
        f"{local.date().isoformat()} the clocks there showed {'standard' if summer else 'summer'} time.",
        clock.evidence,
    )
