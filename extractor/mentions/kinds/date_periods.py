"""In: what a rule for periods and pointing dates captured. Out: partial dates: stages, seasons, decades, next day."""

from extractor.mentions.kinds import date_words as words
from extractor.mentions.kinds.date_parts import pick_first, read_era, read_month, read_weekday, read_year, with_mod
from extractor.mentions.lexicon import Lexicon
from extractor.mentions.partial import PartialDate
from extractor.mentions.rules import Match

_DEIXIS_SHIFT = {"same": 0, "that": 0, "this": 0, "next": 1, "previous": -1, "last": -1, "past": -1}


def read_stage(match: Match, lexicon: Lexicon) -> PartialDate | None:
    """Read a stage of a period: ``end of May``, ``early 1965``."""
    groups = match.groups
    stage = groups["stage"] or ""
    mod = lexicon.canonical("stage", stage)
    found = _read_staged(match, lexicon)
    if found is None or not words.is_stage_here(match, stage, found):
        return None
    return with_mod(found, mod or "")


def _read_staged(match: Match, lexicon: Lexicon) -> PartialDate | None:
    groups = match.groups
    if month := read_month(groups, "m", lexicon):
        year, short = read_year(groups["y"])
        return PartialDate("month", year, month, short_year=short)
    if groups["before"]:
        return PartialDate("year", read_era(int(groups["before"]), groups["era"]))
    if groups["y2"]:
        year, short = read_year(groups["y2"])
        return PartialDate("year", year, short_year=short)
    if groups["s"]:
        year, short = read_year(groups["y3"])
        return PartialDate("season", year, part=lexicon.canonical("season", groups["s"]), short_year=short)
    if groups["wd"]:
        return PartialDate("weekday", weekday=read_weekday(groups, lexicon))
    if unit := lexicon.canonical("calendar_unit", pick_first(groups, "u", "ux") or ""):
        deixis = lexicon.canonical("deixis", groups["dx"]) if groups["dx"] else "this"
        return PartialDate(unit, deixis=deixis, shift=_DEIXIS_SHIFT[deixis or "this"])
    if groups["c"]:
        return read_century(match, lexicon)
    return read_decade(match, lexicon)


def read_decade(match: Match, lexicon: Lexicon) -> PartialDate | None:
    """Read a decade."""
    groups = match.groups
    if word := groups.get("word"):
        if not words.has_article(match):
            return None
        return PartialDate("decade", int(lexicon.canonical("decade_word", word) or 0), short_year=True)
    if groups["sdec"]:
        return PartialDate("decade", int(groups["sdec"]), short_year=True)
    return PartialDate("decade", int(groups["dec"] or 0))


def read_century(match: Match, lexicon: Lexicon) -> PartialDate | None:
    """Read a century: the nineteenth is 18XX."""
    number = int(lexicon.canonical("century_ordinal", match.groups["c"] or "") or 0)
    return PartialDate(
        "century", -number * 100 if (match.groups["bc"] or "").upper().startswith("B") else (number - 1) * 100
    )


def read_quarter(match: Match, lexicon: Lexicon) -> PartialDate | None:
    """Read a quarter or half of a year."""
    groups = match.groups
    year, short = read_year(pick_first(groups, "y", "y2", "y3", "y4"))
    number = pick_first(groups, "q", "q2") or lexicon.canonical("ordinal_four", groups["o"] or "")
    unit = "half" if groups["part"] == "half" else "quarter"
    if unit == "half":
        number = {"1": "1", "2": "2", "4": "2"}.get(number or "")
    if number is None:
        return None
    part = f"{'H' if unit == 'half' else 'Q'}{number}"
    return PartialDate(unit, year, part=part, short_year=short, deixis=None if year else "this")


def read_season(match: Match, lexicon: Lexicon) -> PartialDate | None:
    """Read a season, with its year or alone."""
    part = lexicon.canonical("season", match.groups["s"] or "")
    year, _ = read_year(match.groups.get("y"))
    if words.is_counted(match) if year else not words.is_lone_season(match):
        return None
    return PartialDate("season", year, part=part)


def read_deixis(match: Match, lexicon: Lexicon) -> PartialDate | None:
    """Read what points to another date: ``next day``."""
    groups = match.groups
    deixis = lexicon.canonical("deixis", groups["dx"] or "") or ""
    if not words.is_deixis_here(match, deixis):
        return None
    shift = _DEIXIS_SHIFT[deixis]
    if groups["wd"]:
        return PartialDate("weekday", weekday=read_weekday(groups, lexicon), deixis=deixis, shift=shift)
    if groups["m"]:
        return PartialDate("month", month=read_month(groups, "m", lexicon), deixis=deixis, shift=shift)
    if groups["s"]:
        part = lexicon.canonical("season", groups["s"])
        return PartialDate("season", part=part, deixis=deixis, shift=shift)
    return PartialDate(lexicon.canonical("calendar_unit", groups["u"] or "") or "", deixis=deixis, shift=shift)


def read_day_before(match: Match, lexicon: Lexicon) -> PartialDate | None:
    """Read ``day before``, ``year after``."""
    groups = match.groups
    if not words.has_article(match):
        return None
    unit = lexicon.canonical("calendar_unit", groups["u"] or "") or ""
    way = -1 if groups["way"] in ("before", "earlier") else 1
    if groups["day"]:
        return PartialDate("day", deixis="today", shift=2 * way)
    return PartialDate(unit, deixis="next" if way > 0 else "previous", shift=way)


def read_today(match: Match, lexicon: Lexicon) -> PartialDate | None:
    """Read ``today``, ``yesterday``, ``tomorrow``."""
    return PartialDate("day", deixis="today", shift=int(lexicon.canonical("today_word", match.groups["t"] or "") or 0))


def read_lone_weekday(match: Match, lexicon: Lexicon) -> PartialDate | None:
    """Read a weekday that stands without a date."""
    if not words.is_lone_weekday(match):
        return None
    text = pick_first(match.groups, "wd", "wd_caps", "wd_short")
    return PartialDate("weekday", weekday=read_weekday({"wd": text}, lexicon))
