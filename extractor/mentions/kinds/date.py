"""In: what a date rule captured. Out: candidates with partial dates; words that only look like dates are refused."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from extractor.mentions.kinds import date_words as words
from extractor.mentions.lexicon import Lexicon
from extractor.mentions.partial import PartialDate
from extractor.mentions.qualifiers import read_qualifier
from extractor.mentions.rules import Candidate, Match

Groups = Mapping[str, str | None]
Read = Callable[[Match, Lexicon], PartialDate | None]

_DEIXIS_SHIFT = {"same": 0, "that": 0, "this": 0, "next": 1, "previous": -1, "last": -1, "past": -1}


def build(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the date of a match, or nothing where its surroundings speak against it."""
    value = _READERS[match.rule.id](match, lexicon)
    if value is None or not _is_possible(value):
        return
    start, end = words.trim_span(match)
    told = value.unit != "month" or value.year is not None
    if value.mod is None and told and read_qualifier(match.page.text, start, end) == "APPROX":
        value = _with_mod(value, "APPROX")
    yield Candidate(start, end, match.rule.label, match.rule.id, value)


def _with_mod(value: PartialDate, mod: str) -> PartialDate:
    return PartialDate(
        value.unit, value.year, value.month, value.day, value.weekday, value.part, value.deixis, value.shift,
        mod, value.until, value.swapped, value.short_year,
    )  # fmt: skip


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


def read_year(text: str | None) -> tuple[int | None, bool]:
    """Give the year and whether it was written with two figures."""
    if text is None:
        return None, False
    digits = text.lstrip("'’‘")
    return int(digits), len(digits) == 2


def _read_day(text: str | None) -> int | None:
    return int("".join(char for char in text if char.isdigit())) if text else None


def _month(groups: Groups, name: str, lexicon: Lexicon) -> int | None:
    text = groups.get(name)
    return int(lexicon.canonical("month", text) or 0) or None if text else None


def _weekday(groups: Groups, lexicon: Lexicon) -> int | None:
    text = groups.get("wd")
    return int(lexicon.canonical("weekday", text) or 0) or None if text else None


def _first(groups: Groups, *names: str) -> str | None:
    return next((text for name in names if (text := groups.get(name))), None)


def _read_iso(match: Match, lexicon: Lexicon) -> PartialDate | None:
    groups = match.groups
    year, _ = read_year(groups["y"])
    month, day = _first(groups, "m", "m_compact"), _first(groups, "d", "d_compact")
    return PartialDate("day", year, int(month or 0), int(day or 0))


def _read_ordinal(match: Match, lexicon: Lexicon) -> PartialDate | None:
    year = int(_first(match.groups, "y", "y2") or 0)
    number = int(_first(match.groups, "n", "n2") or 0)
    text = match.page.text
    if not 1 <= number <= 366 or (text[match.end : match.end + 1] == ")" and not words.is_bracketed_date(match)):
        return None
    day = date(year, 1, 1) + timedelta(days=number - 1)
    return PartialDate("day", year, day.month, day.day) if day.year == year else None


def _read_calendar(match: Match, lexicon: Lexicon) -> PartialDate | None:
    """Read a month with whatever of day, year and weekday stands beside it, and the end of a range."""
    groups = match.groups
    month = _month(groups, "m", lexicon)
    day = _read_day(_first(groups, "d", "d_glued"))
    year, short = read_year(_first(groups, "y", "y_glued", "y_bracket", "yy", "yy_glued", "yy_mail"))
    if month is None or not words.is_month_here(match, year):
        return None
    until = _read_until(groups, lexicon, (year, month, day))
    unit = "day" if day else "month"
    if until is not None and until.month is not None and year is not None and until.month < month:
        year -= 1
    return PartialDate(unit, year, month, day, _weekday(groups, lexicon), until=until, short_year=short)


def _read_until(groups: Groups, lexicon: Lexicon, start: tuple[int | None, int, int | None]) -> PartialDate | None:
    year, month, day = start
    if (last := _read_day(groups.get("d2"))) and day:
        return PartialDate("day", year, month, last) if last > day else None
    if (last := _read_day(groups.get("d3"))) and (month3 := _month(groups, "m3", lexicon)):
        return PartialDate("day", year, month3, last)
    if month2 := _month(groups, "m2", lexicon):
        end_year, _ = read_year(groups.get("y2"))
        return PartialDate("month", end_year or year, month2)
    return None


def _read_numeric(match: Match, lexicon: Lexicon) -> PartialDate | None:
    first, second = int(match.groups["a"] or 0), int(match.groups["b"] or 0)
    year, short = read_year(match.groups["y"])
    if first > 12:
        first, second = second, first
        return PartialDate("day", year, first, second, short_year=short) if 1 <= first <= 12 else None
    other = (second, first) if 1 <= second <= 12 and first != second else None
    if match.groups["sep"] == "." and other:
        first, second, other = second, first, (first, second)
    return PartialDate("day", year, first, second, swapped=other, short_year=short)


def _read_month_day(match: Match, lexicon: Lexicon) -> PartialDate | None:
    first, second = int(match.groups["a"] or 0), int(match.groups["b"] or 0)
    if not words.is_month_day_here(match) or not first or not second:
        return None
    if first > 12:
        return PartialDate("day", month=second, day=first) if second <= 12 else None
    other = (second, first) if second <= 12 and first != second else None
    return PartialDate("day", month=first, day=second, swapped=other)


def _read_weekday_ordinal(match: Match, lexicon: Lexicon) -> PartialDate | None:
    return PartialDate("day", day=_read_day(match.groups["d"]), weekday=_weekday(match.groups, lexicon))


def _read_month(match: Match, lexicon: Lexicon) -> PartialDate | None:
    month = _month(match.groups, "m", lexicon)
    return PartialDate("month", month=month) if month and words.is_lone_month(match) else None


def _read_stage(match: Match, lexicon: Lexicon) -> PartialDate | None:
    groups = match.groups
    stage = groups["stage"] or ""
    mod = lexicon.canonical("stage", stage)
    found = _read_staged(match, lexicon)
    if found is None or not words.is_stage_here(match, stage, found):
        return None
    return _with_mod(found, mod or "")


def _read_staged(match: Match, lexicon: Lexicon) -> PartialDate | None:
    groups = match.groups
    if month := _month(groups, "m", lexicon):
        year, short = read_year(groups["y"])
        return PartialDate("month", year, month, short_year=short)
    if groups["before"]:
        return PartialDate("year", _read_era(int(groups["before"]), groups["era"]))
    if groups["y2"]:
        year, short = read_year(groups["y2"])
        return PartialDate("year", year, short_year=short)
    if groups["s"]:
        year, short = read_year(groups["y3"])
        return PartialDate("season", year, part=lexicon.canonical("season", groups["s"]), short_year=short)
    if groups["wd"]:
        return PartialDate("weekday", weekday=_weekday(groups, lexicon))
    if unit := lexicon.canonical("calendar_unit", _first(groups, "u", "ux") or ""):
        deixis = lexicon.canonical("deixis", groups["dx"]) if groups["dx"] else "this"
        return PartialDate(unit, deixis=deixis, shift=_DEIXIS_SHIFT[deixis or "this"])
    if groups["c"]:
        return _read_century(match, lexicon)
    return _read_decade(match, lexicon)


def _read_decade(match: Match, lexicon: Lexicon) -> PartialDate | None:
    groups = match.groups
    if word := groups.get("word"):
        if not words.has_article(match):
            return None
        return PartialDate("decade", int(lexicon.canonical("decade_word", word) or 0), short_year=True)
    if groups["sdec"]:
        return PartialDate("decade", int(groups["sdec"]), short_year=True)
    return PartialDate("decade", int(groups["dec"] or 0))


def _read_century(match: Match, lexicon: Lexicon) -> PartialDate | None:
    number = int(lexicon.canonical("century_ordinal", match.groups["c"] or "") or 0)
    return PartialDate(
        "century", -number * 100 if (match.groups["bc"] or "").upper().startswith("B") else (number - 1) * 100
    )


def _read_quarter(match: Match, lexicon: Lexicon) -> PartialDate | None:
    groups = match.groups
    year, short = read_year(_first(groups, "y", "y2", "y3", "y4"))
    number = _first(groups, "q", "q2") or lexicon.canonical("ordinal_four", groups["o"] or "")
    unit = "half" if groups["part"] == "half" else "quarter"
    if unit == "half":
        number = {"1": "1", "2": "2", "4": "2"}.get(number or "")
    if number is None:
        return None
    part = f"{'H' if unit == 'half' else 'Q'}{number}"
    return PartialDate(unit, year, part=part, short_year=short, deixis=None if year else "this")


def _read_season(match: Match, lexicon: Lexicon) -> PartialDate | None:
    part = lexicon.canonical("season", match.groups["s"] or "")
    year, _ = read_year(match.groups.get("y"))
    if words.is_counted(match) if year else not words.is_lone_season(match):
        return None
    return PartialDate("season", year, part=part)


def _read_deixis(match: Match, lexicon: Lexicon) -> PartialDate | None:
    groups = match.groups
    deixis = lexicon.canonical("deixis", groups["dx"] or "") or ""
    if not words.is_deixis_here(match, deixis):
        return None
    shift = _DEIXIS_SHIFT[deixis]
    if groups["wd"]:
        return PartialDate("weekday", weekday=_weekday(groups, lexicon), deixis=deixis, shift=shift)
    if groups["m"]:
        return PartialDate("month", month=_month(groups, "m", lexicon), deixis=deixis, shift=shift)
    if groups["s"]:
        part = lexicon.canonical("season", groups["s"])
        return PartialDate("season", part=part, deixis=deixis, shift=shift)
    return PartialDate(lexicon.canonical("calendar_unit", groups["u"] or "") or "", deixis=deixis, shift=shift)


def _read_day_before(match: Match, lexicon: Lexicon) -> PartialDate | None:
    groups = match.groups
    if not words.has_article(match):
        return None
    unit = lexicon.canonical("calendar_unit", groups["u"] or "") or ""
    way = -1 if groups["way"] in ("before", "earlier") else 1
    if groups["day"]:
        return PartialDate("day", deixis="today", shift=2 * way)
    return PartialDate(unit, deixis="next" if way > 0 else "previous", shift=way)


def _read_today(match: Match, lexicon: Lexicon) -> PartialDate | None:
    return PartialDate("day", deixis="today", shift=int(lexicon.canonical("today_word", match.groups["t"] or "") or 0))


def _read_holiday(match: Match, lexicon: Lexicon) -> PartialDate | None:
    month, _, day = (lexicon.canonical("holiday", match.groups["h"] or "") or "").partition("-")
    year, short = read_year(match.groups["y"])
    return PartialDate("day", year, int(month), int(day), short_year=short)


def _read_weekday(match: Match, lexicon: Lexicon) -> PartialDate | None:
    if not words.is_lone_weekday(match):
        return None
    return PartialDate("weekday", weekday=_weekday(match.groups, lexicon))


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
    year = int(_first(groups, "y", "y2") or 0)
    return PartialDate("year", _read_era(year, groups["era"]))


def _read_era(year: int, era: str | None) -> int:
    return 1 - year if (era or "").upper().startswith("B") else year


def _read_era_range(match: Match, lexicon: Lexicon) -> PartialDate | None:
    groups = match.groups
    era = _first(groups, "era", "era2")
    first = _read_era(int(groups["y"] or 0), era)
    last = _read_era(int(groups["y2"]), era) if groups["y2"] else None
    if last is not None and last <= first:
        return None
    return PartialDate("year", first, until=PartialDate("year", last) if last is not None else None)


def _read_year(match: Match, lexicon: Lexicon) -> PartialDate | None:
    year, short = read_year(_first(match.groups, "y", "yy"))
    if year is None or not words.is_year_here(match, year):
        return None
    return PartialDate("year", year, short_year=short)


def _read_list_day(match: Match, lexicon: Lexicon) -> PartialDate | None:
    day = _read_day(match.groups["d"])
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
    "date.month-day": _read_month_day,
    "date.weekday-ordinal": _read_weekday_ordinal,
    "date.month-first": _read_calendar,
    "date.month-range": _read_calendar,
    "date.month-year": _read_calendar,
    "date.month": _read_month,
    "date.stage": _read_stage,
    "date.quarter": _read_quarter,
    "date.season-year": _read_season,
    "date.season": _read_season,
    "date.decade": _read_decade,
    "date.century": _read_century,
    "date.deixis": _read_deixis,
    "date.day-before": _read_day_before,
    "date.today": _read_today,
    "date.holiday": _read_holiday,
    "date.weekday": _read_weekday,
    "date.year-range": _read_year_range,
    "date.era-range": _read_era_range,
    "date.era-year": _read_era_year,
    "date.year": _read_year,
    "date.list-day": _read_list_day,
}
