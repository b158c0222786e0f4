"""In: what a time rule captured. Out: candidates with partial clocks, and the zone written onto the figures."""

import re
from collections.abc import Iterator
from functools import lru_cache

from extractor.mentions.kinds.clock_words import find_elapsed, find_half
from extractor.mentions.kinds.date_words import AGE_OF_SPACEFLIGHT
from extractor.mentions.kinds.launch_rows import list_row_clocks
from extractor.mentions.kinds.zone import read_zone
from extractor.mentions.lexicon import Lexicon
from extractor.mentions.partial import PartialClock
from extractor.mentions.rules import Candidate, Match

_RANGE_BEFORE = re.compile(
    r"\b(?:between|from|at|either|about|around|of|to|by|until|,|:|EVA)\s{1,2}$|[(\n]\s{0,3}$|^$", re.I
)
_FOUR_FIGURES = re.compile(r"[0-2](?<![\w.,:-].)\d[0-5]\d\s(?:GMT|UTC?|hours|hrs|[A-Z][SD]T|MSK)\b")
_HOURS_BEFORE = re.compile(
    r"\b(?:at|um|gegen|ab|by|until|till|from|to|after|before|about|around|since|and|or|between)\s$|[,(-]\s?$", re.I
)
_AT_BEFORE = re.compile(r"\b(?:at|à|um|vers|dès|las|from|until|till|by|since|before|and)\s$|[,(–-]\s?$", re.I)
_EXACTLY_AT = re.compile(r"\b(?:at|à|um)[\s\u00a0]$|\d{4}[\s\u00a0](?:to|until|till)[\s\u00a0]$", re.I)
_FIRST_YEAR, _LAST_YEAR = 1900, 2059
_DAY_BEFORE = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?[\s\u00a0]\d{1,2},[\s\u00a0]{1,2}$"
)
_PARTS = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_OFFSET_BEFORE = re.compile(r"(?:T\d\d:\d\d|:\d\d:\d\d)(?:[.,]\d{1,9})?[\s\u00a0]?[-−]$")
_OF_BEHIND = re.compile(r"\s(?:of|in\s(?:space|orbit|flight)|per)\b")
_DATE_BEFORE = re.compile(r"(?:1\d|20)\d\d\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s{1,2}\d{1,2}\s{1,2}$")
_NOUN_BEHIND = re.compile(
    r"\s(?!(?:of|and|or|in|on|to|when|with|as|the|at|for|from|by|but|local|that|until|is|was|were|after|before|he|it|they|she|a|an)\b)[a-z]"
)


def build(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the clock times of a match; figures that count from an event are left to the durations."""
    rule = match.rule
    groups = match.groups
    text = match.page.text
    if rule.id == "time.twelve-range":
        yield from _build_range(match)
        return
    if rule.id == "time.word":
        if not _NOUN_BEHIND.match(text, match.end) or groups["word"] != "midnight":
            hour = 0 if (groups["word"] or "").lower().endswith("midnight") else 12
            yield Candidate(match.start, match.end, rule.label, rule.id, PartialClock(hour, 0, word=_name_word(hour)))
        return
    if rule.id != "time.twelve" and find_elapsed(text, match.start, match.end):
        return
    clock = _read_past(match, lexicon) if rule.id == "time.past" else _read_clock(match, lexicon)
    if clock is None:
        return
    end = match.end
    if groups.get("offset") or (groups.get("unit") and groups.get("word")):
        end = match.spans["s" if groups["s"] else "m"][1]
    glued = groups.get("glued")
    if glued:
        start_zone, end = match.spans["glued"][0], match.spans["glued"][0]
        zone = read_zone(glued, lexicon)
        if zone is not None:
            yield Candidate(start_zone, match.end, "TIMEZONE", "zone.glued", zone)
    yield Candidate(match.start, end, rule.label, rule.id, clock)


def _name_word(hour: int) -> str:
    return "noon" if hour else "midnight"


def _read_clock(match: Match, lexicon: Lexicon) -> PartialClock | None:
    groups, text = match.groups, match.page.text
    if match.rule.id == "time.catalogue" and not _stands_in_row(match):
        return None
    if match.rule.id == "time.colon" and groups["s"] is None and _is_offset(match):
        return None
    word = None if groups.get("unit") else groups.get("word")
    hour = int(groups.get("h") or (lexicon.canonical("ones_word", word) if word else None) or 0)
    minute = groups.get("m")
    second = groups.get("s") or groups.get("s2") or groups.get("s_glued")
    if groups.get("hours") and not _is_hours_clock(match):
        return None
    if _needs_preposition(match) and not _AT_BEFORE.search(text[max(0, match.start - 10) : match.start]):
        return None
    if match.rule.id == "time.four-figures" and groups["dated"] is None and not _is_lone_clock(match):
        return None
    if match.rule.id == "time.fixed-digits" and _is_year(text, match.start):
        return None
    half = (groups.get("half") or "")[:1].lower()
    meridiem = {"a": "am", "p": "pm"}.get(half)
    if meridiem is None and hour <= 12 and match.rule.id in ("time.colon", "time.o-clock", "time.dotted"):
        meridiem = find_half(text, match.end)
    offset = (groups.get("offset") or "").strip(" \u00a0")
    return PartialClock(
        _to_24(hour, meridiem),
        int(minute or 0),
        _write_second(second),
        meridiem,
        f"{'+' if offset[0] == '+' else '-'}{offset[1:3]}:{offset[-2:]}" if offset else None,
    )


def _stands_in_row(match: Match) -> bool:
    """Say whether four figures stand behind year, month and day, or open a row of launches behind month and day."""
    text = match.page.text
    if _DATE_BEFORE.search(text[max(0, match.start - 16) : match.start]):
        return True
    return match.start in list_row_clocks(text)


def _is_offset(match: Match) -> bool:
    """Say whether figures are the offset that ends the clock before them: ``T10:21:01-05:00``."""
    text = match.page.text
    if text[match.start - 1 : match.start] not in ("-", "−"):
        return False
    return _OFFSET_BEFORE.search(text, max(0, match.start - 24), match.start) is not None


def _is_year(text: str, start: int) -> bool:
    """Say whether four figures are the year of the day before them: ``Aug. 5, 2012 PDT``."""
    figures = text[start : start + 4]
    if not (figures.isdigit() and AGE_OF_SPACEFLIGHT <= figures <= str(_LAST_YEAR)):
        return False
    return _DAY_BEFORE.search(text, max(0, start - 16), start) is not None


def _needs_preposition(match: Match) -> bool:
    """Say whether figures are a clock only behind ``at`` or the like."""
    groups, rule = match.groups, match.rule.id
    if rule == "time.four-figures" or groups.get("day") is not None:
        return True
    return rule == "time.hour-mark" and groups["zoned"] is None


def _is_lone_clock(match: Match) -> bool:
    """Say whether four figures are a clock by themselves: those that a year may look like need ``at`` before them."""
    text = match.page.text
    if not writes_four_figures(text):
        return False
    like_year = _FIRST_YEAR <= int(text[match.start : match.start + 4]) <= _LAST_YEAR
    return not like_year or _EXACTLY_AT.search(text, max(0, match.start - 10), match.start) is not None


@lru_cache(maxsize=4)
def writes_four_figures(text: str) -> bool:
    """Say whether a page writes clocks as four figures with their zone."""
    return _FOUR_FIGURES.search(text) is not None


def _read_past(match: Match, lexicon: Lexicon) -> PartialClock:
    """Read ``half past six``, ``quarter to nine``."""
    groups = match.groups
    hour = int(groups["h"] or lexicon.canonical("ones_word", groups["word"] or "") or 0)
    half = (groups["half"] or "")[:1].lower()
    meridiem = {"a": "am", "p": "pm"}.get(half) or find_half(match.page.text, match.end)
    minute = _PARTS[(groups["part"] or groups["count"] or "").lower().replace(" ", "-")]
    minutes = _to_24(hour, meridiem) * 60 + (-minute if groups["before"] else minute)
    return PartialClock(minutes // 60 % 24, minutes % 60, meridiem=meridiem)


def _write_second(second: str | None) -> str | None:
    """Write seconds with two figures and a decimal point."""
    if second is None:
        return None
    whole, point, fraction = second.replace(",", ".").partition(".")
    return f"{int(whole):02}{point}{fraction}"


def _is_hours_clock(match: Match) -> bool:
    """Say whether ``1200 hours`` is a clock: a leading zero or a preposition of time before, no ``of`` behind."""
    text = match.page.text
    if _OF_BEHIND.match(text, match.end):
        return False
    return text[match.start] == "0" or _HOURS_BEFORE.search(text[max(0, match.start - 10) : match.start]) is not None


def _to_24(hour: int, meridiem: str | None) -> int:
    if meridiem is None or hour > 12:
        return hour
    return hour % 12 + (12 if meridiem == "pm" else 0)


def _build_range(match: Match) -> Iterator[Candidate]:
    """Give both ends of ``10-11:30 a.m.``: the first shares the half of the day, or begins in the other one."""
    groups, rule, text = match.groups, match.rule, match.page.text
    second_half = "am" if (groups["half"] or "a")[0].lower() == "a" else "pm"
    first, last = int(groups["h"] or 0) % 12, int(groups["h2"] or 0) % 12
    minute, minute2 = int(groups["m"] or 0), int(groups["m2"] or 0)
    first_half = second_half
    if (first, minute) >= (last, minute2):
        first_half = "am" if second_half == "pm" else "pm"
    first_end = match.spans["s" if groups["s"] else "m" if groups["m"] else "h"][1]
    worded = (groups["joint"] or "").strip().isalpha()
    before = text[max(0, match.start - 12) : match.start]
    if groups["m"] or not worded or _RANGE_BEFORE.search(before):
        clock = PartialClock(_to_24(first, first_half), minute, groups["s"], first_half)
        yield Candidate(match.start, first_end, rule.label, rule.id, clock)
    clock = PartialClock(_to_24(last, second_half), minute2, groups["s2"], second_half)
    yield Candidate(match.spans["h2"][0], match.end, rule.label, rule.id, clock)
