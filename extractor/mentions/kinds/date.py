"""In: what a date rule captured. Out: candidates with partial dates; words that only look like dates are refused."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from extractor.mentions.kinds import date_words as words
from extractor.mentions.kinds.date_figures import is_dashed_date_here, is_month_day_here, is_numbered_place
from extractor.mentions.kinds.date_parts import (
    Groups,
    pick_first,
    read_day,
    read_era,
    read_month,
    read_weekday,
    read_year,
    with_mod,
)
from extractor.mentions.kinds.date_periods import (
    read_century,
    read_day_before,
    read_decade,
    read_deixis,
    read_lone_weekday,
    read_quarter,
    read_season,
    read_stage,
    read_today,
)
from extractor.mentions.kinds.foreign_dates import looks_foreign, parse_foreign
from extractor.mentions.kinds.launch_rows import list_row_clocks
from extractor.mentions.lexicon import Lexicon
from extractor.mentions.partial import PartialDate
from extractor.mentions.qualifiers import read_qualifier
from extractor.mentions.rules import Candidate, Match

Read = Callable[[Match, Lexicon], PartialDate | None]


def build(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the date of a match, or nothing where its surroundings speak against it."""
    value = _READERS[match.rule.id](match, lexicon)
    if value is None or not _is_possible(value):
        return
    start, end = words.trim_span(match)
    if match.rule.id == "date.month-first" and _is_launch_row(match):
        value, end = replace(value, year=None), match.spans["d"][1]
    if match.groups.get("y_zone") and value.year is None:
        end = match.spans["y_zone"][0]
        end -= len(match.page.text[start:end]) - len(match.page.text[start:end].rstrip(" \n\u00a0,"))
    told = value.unit != "month" or value.year is not None
    if value.mod is None and told and read_qualifier(match.page.text, start, end) == "APPROX":
        value = with_mod(value, "APPROX")
    yield Candidate(start, end, match.rule.label, match.rule.id, value)


def _is_possible(value: PartialDate) -> bool:
    """Refuse days that no calendar holds, such as 31 November; without a year February has 29."""
    if value.day is None or value.month is None:
        return True
    if not 1 <= value.month <= 12:
        return False
    if value.year is None or value.short_year or not 1 <= value.year <= 9999:
        return value.day <= words.LONGEST_MONTH[value.month - 1]
    try:
        date(value.year, value.month, value.day)
    except ValueError:
        return False
    return True


def _is_launch_row(match: Match) -> bool:
    """Say whether the figures behind a month and day are the clock of a row in a table of launches."""
    text = match.page.text
    year = match.spans.get("y")
    if year is None or "," in text[match.start : match.end]:
        return False
    return year[0] in list_row_clocks(text)


def _read_iso(match: Match, lexicon: Lexicon) -> PartialDate | None:
    groups = match.groups
    year, _ = read_year(groups["y"])
    month, day = pick_first(groups, "m", "m_compact"), pick_first(groups, "d", "d_compact")
    return PartialDate("day", year, int(month or 0), int(day or 0))


def _read_ordinal(match: Match, lexicon: Lexicon) -> PartialDate | None:
    year = int(pick_first(match.groups, "y", "y2") or 0)
    number = int(pick_first(match.groups, "n", "n2") or 0)
    text = match.page.text
    if not 1 <= number <= 366 or (text[match.end : match.end + 1] == ")" and not words.is_bracketed_date(match)):
        return None
    day = date(year, 1, 1) + timedelta(days=number - 1)
    return PartialDate("day", year, day.month, day.day) if day.year == year else None


def _read_calendar(match: Match, lexicon: Lexicon) -> PartialDate | None:
    """Read a month with whatever of day, year and weekday stands beside it, and the end of a range."""
    groups = match.groups
    month = read_month(groups, "m", lexicon)
    day = read_day(pick_first(groups, "d", "d_glued"))
    year, short = read_year(pick_first(groups, "y", "y_glued", "y_bracket", "y_ahead", "yy", "yy_glued", "yy_mail"))
    if (figures := groups.get("y_zone")) and (figures >= words.AGE_OF_SPACEFLIGHT or words.follows_clock(match)):
        year = int(figures)
    if month is None or not words.is_month_here(match, year):
        return None
    deixis = "that" if groups.get("dx") else None
    until = _read_until(groups, lexicon, (year, month, day))
    unit = "day" if day else "month"
    if until is not None and until.month is not None and year is not None and until.month < month:
        year -= 1
    weekday = read_weekday(groups, lexicon)
    return PartialDate(unit, year, month, day, weekday, deixis=deixis, until=until, short_year=short)


def _read_until(groups: Groups, lexicon: Lexicon, start: tuple[int | None, int, int | None]) -> PartialDate | None:
    year, month, day = start
    if (last := read_day(groups.get("d2"))) and day:
        return PartialDate("day", year, month, last) if last > day else None
    if (last := read_day(groups.get("d3"))) and (month3 := read_month(groups, "m3", lexicon)):
        return PartialDate("day", year, month3, last)
    if month2 := read_month(groups, "m2", lexicon):
        end_year, _ = read_year(groups.get("y2"))
        return PartialDate("month", end_year or year, month2)
    return None


def _read_numeric(match: Match, lexicon: Lexicon) -> PartialDate | None:
    first, second = int(match.groups["a"] or 0), int(match.groups["b"] or 0)
    year, short = read_year(match.groups["y"])
    if match.groups["y_dash"] and not is_dashed_date_here(match):
        return None
    if first > 12:
        first, second = second, first
        return PartialDate("day", year, first, second, short_year=short) if 1 <= first <= 12 else None
    other = (second, first) if 1 <= second <= 12 and first != second else None
    if match.groups["sep"] == "." and other:
        first, second, other = second, first, None
    return PartialDate("day", year, first, second, swapped=other, short_year=short)


def _read_wire_stamp(match: Match, lexicon: Lexicon) -> PartialDate | None:
    groups = match.groups
    year, _ = read_year(groups["y"])
    return PartialDate("day", year, int(groups["a"] or 0), int(groups["b"] or 0), short_year=True)


def _read_month_slash_year(match: Match, lexicon: Lexicon) -> PartialDate | None:
    return PartialDate("month", int(match.groups["y"] or 0), int(match.groups["m"] or 0))


def _read_month_day(match: Match, lexicon: Lexicon) -> PartialDate | None:
    first, second = int(match.groups["a"] or 0), int(match.groups["b"] or 0)
    sure = match.rule.id == "date.month-day-clock"
    if not ((sure and not is_numbered_place(match)) or is_month_day_here(match)) or not first or not second:
        return None
    if first > 12:
        return PartialDate("day", month=second, day=first) if second <= 12 else None
    other = (second, first) if second <= 12 and first != second else None
    return PartialDate("day", month=first, day=second, swapped=other)


def _read_weekday_ordinal(match: Match, lexicon: Lexicon) -> PartialDate | None:
    return PartialDate("day", day=read_day(match.groups["d"]), weekday=read_weekday(match.groups, lexicon))


def _read_month(match: Match, lexicon: Lexicon) -> PartialDate | None:
    if match.groups["m_caps"]:
        month = read_month(match.groups, "m_caps", lexicon)
        return PartialDate("month", month=month) if words.follows_month_word(match) else None
    month = read_month(match.groups, "m", lexicon)
    return PartialDate("month", month=month) if month and words.is_lone_month(match) else None


def _read_holiday(match: Match, lexicon: Lexicon) -> PartialDate | None:
    month, _, day = (lexicon.canonical("holiday", match.groups["h"] or "") or "").partition("-")
    year, short = read_year(match.groups["y"])
    return PartialDate("day", year, int(month), int(day), short_year=short)


def _read_foreign(match: Match, lexicon: Lexicon) -> PartialDate | None:
    if not looks_foreign(match.groups["word"] or ""):
        return None
    return parse_foreign(" ".join(match.page.text[match.start : match.end].split()))


def _read_year_range(match: Match, lexicon: Lexicon) -> PartialDate | None:
    first, last = int(match.groups["y"] or 0), match.groups["y2"] or ""
    if not words.is_year_here(match, first):
        return None
    if len(last) == 4:
        return PartialDate("year", first, until=PartialDate("year", int(last))) if int(last) > first else None
    if int(last) > first % 100:
        return PartialDate("year", first, until=PartialDate("year", first - first % 100 + int(last)))
    return PartialDate("month", first, int(last)) if 1 <= int(last) <= 12 and last[0] == "0" else None


def _read_era_year(match: Match, lexicon: Lexicon) -> PartialDate | None:
    groups = match.groups
    year = int(pick_first(groups, "y", "y2") or 0)
    return PartialDate("year", read_era(year, groups["era"]))


def _read_era_range(match: Match, lexicon: Lexicon) -> PartialDate | None:
    groups = match.groups
    era = pick_first(groups, "era", "era2")
    first = read_era(int(groups["y"] or 0), era)
    last = read_era(int(groups["y2"]), era) if groups["y2"] else None
    if last is not None and last <= first:
        return None
    return PartialDate("year", first, until=PartialDate("year", last) if last is not None else None)


def _read_year(match: Match, lexicon: Lexicon) -> PartialDate | None:
    year, short = read_year(pick_first(match.groups, "y", "yy"))
    if year is None or not words.is_year_here(match, 1900 + year if short else year):
        return None
    return PartialDate("year", year, short_year=short)


def _read_list_day(match: Match, lexicon: Lexicon) -> PartialDate | None:
    day = read_day(match.groups["d"])
    month_text = words.find_listed_month(match)
    year, _ = read_year(match.groups["y"])
    if month_text:
        return PartialDate("day", year, int(lexicon.canonical("month", month_text) or 0), day, deixis="listed")
    if year is None and words.is_lone_ordinal(match):
        return PartialDate("day", day=day)
    return None


_READERS: dict[str, Read] = {
    "date.iso": _read_iso,
    "date.ordinal": _read_ordinal,
    "date.day-list": _read_calendar,
    "date.year-first": _read_calendar,
    "date.day-first": _read_calendar,
    "date.numeric": _read_numeric,
    "date.wire-stamp": _read_wire_stamp,
    "date.month-slash-year": _read_month_slash_year,
    "date.month-day": _read_month_day,
    "date.month-day-clock": _read_month_day,
    "date.month-day-short": _read_month_day,
    "date.weekday-ordinal": _read_weekday_ordinal,
    "date.month-first": _read_calendar,
    "date.month-range": _read_calendar,
    "date.month-year": _read_calendar,
    "date.month": _read_month,
    "date.stage": read_stage,
    "date.quarter": read_quarter,
    "date.season-year": read_season,
    "date.season": read_season,
    "date.decade": read_decade,
    "date.century": read_century,
    "date.deixis": read_deixis,
    "date.day-before": read_day_before,
    "date.today": read_today,
    "date.holiday": _read_holiday,
    "date.weekday": read_lone_weekday,
    "date.foreign": _read_foreign,
    "date.year-range": _read_year_range,
    "date.era-range": _read_era_range,
    "date.era-year": _read_era_year,
    "date.year": _read_year,
    "date.list-day": _read_list_day,
}
