"""In: a match of a date rule for figures and what stands around it. Out: whether the figures are a date here."""

import re
from functools import lru_cache

from extractor.mentions.rules import Match

_ON_BEFORE = re.compile(
    r"(?:\b(?:on|of|by|until|till|since|from|to|for|before|after|through|and|dated)\s|[(\n,–-]\s?|^)$", re.I
)
_DAY_BEFORE = re.compile(r"\b(?:on|from|until|till|since|to|before|after|through|dated)\s$", re.I)
_DATED_BEFORE = re.compile(
    r"\b(?:on|until|till|since|before|after|dated|launched|launch|(?:date|update|updated):?)\s{1,3}$", re.I
)
_FRACTION_BEHIND = re.compile(r"[\s\u00a0-](?:inch|in\b|of\s(?:an?|the)|mile|scale|power)")
_FULL_DATE = re.compile(r"(?<![\d/])[0-3]?\d/[0-3]?\d/(?:\d{4}|\d\d)(?![\d/])")
_FIELD_BEFORE = re.compile(r"(?:[:|=\t>»›•]|\s{3})\s{0,20}$|(?:^|\n)\s{0,8}$")
_CLOSED_BEHIND = re.compile(r"[\s\u00a0]{0,2}(?:[.,;:)\]|]|\n|$)")
_PLACE_BEFORE = re.compile(r"\b(?:sites?|pads?|complex|area|LC|stand|no\.?|number|PU)[\s\u00a0-]{1,2}$", re.I)
_REACH = 32


@lru_cache(maxsize=4)
def _has_full_date(text: str) -> bool:
    """Say that a page writes a date in figures in full somewhere."""
    return _FULL_DATE.search(text) is not None


def is_month_day_here(match: Match) -> bool:
    """Say whether two figures with a slash are a month and a day: behind a preposition, with full dates elsewhere."""
    text = match.page.text
    if _FRACTION_BEHIND.match(text, match.end):
        return False
    before = text[max(0, match.start - 12) : match.start]
    sure = _ON_BEFORE if match.rule.id == "date.month-day" else _DAY_BEFORE
    return sure.search(before) is not None and _has_full_date(text)


def is_dashed_date_here(match: Match) -> bool:
    """Say whether figures with dashes and a short year are a date: in a cell of their own, or behind ``on``."""
    text = match.page.text
    before = text[max(0, match.start - _REACH) : match.start]
    if _DATED_BEFORE.search(before):
        return True
    return _FIELD_BEFORE.search(before) is not None and _CLOSED_BEHIND.match(text, match.end) is not None


def is_numbered_place(match: Match) -> bool:
    """Say whether two figures with a slash number a pad or a site: ``Site 1/5``."""
    return _PLACE_BEFORE.search(match.page.text, max(0, match.start - 16), match.start) is not None
