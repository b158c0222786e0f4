"""In: a match of a date rule and what stands around it. Out: whether the words are a date here, and their span."""

import re

from extractor.mentions.kinds.date_parts import pick_first
from extractor.mentions.kinds.launch_rows import heads_log
from extractor.mentions.partial import PartialDate
from extractor.mentions.rules import Match

LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|Jun\.|July?|Jul\.|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_VERBS = frozenset({"may", "march", "mar", "sep", "dec", "jan"})
_MONTH_VERB_BEHIND = re.compile(
    r"[\s\u00a0](?:had[\s\u00a0]been|was|saw|brought|would[\s\u00a0]be)[\s\u00a0](?:an?|the|two|no)\b"
)
_CELL = re.compile(r"[\s\u00a0]{0,3}(?:\||/\s|\t)")
_FIRST_NAMES = frozenset({"April", "May", "June", "August", "January"})
_TIME_PREPOSITION = (
    r"in|on|since|until|till|til|by|from|during|before|after|through|throughout|between|of|to|and|or|for|early|late"
    r"|mid|as|next|last|this|around|about|circa|ca|c|into|than|or|beginning|starting|ending|every|each|any|past|versus"
)
_BEFORE_MONTH = re.compile(
    rf"(?:(?:^|[\s(\[“\"—–/-])(?:{_TIME_PREPOSITION})\.?[\s\u00a0]{{1,3}}|[(—–]\s?|{_MONTH}(?:,|/|\s?[-–—])\s?|\d,?\s?[-–—]\s?)$",
    re.I,
)
_SURE_BEFORE = re.compile(r"\b(?:IN|SINCE|UNTIL|DURING|LAST|NEXT|EARLY|LATE|BY|THIS|MID)[\s-]{1,3}$")
_ARTICLE_BEFORE = re.compile(
    r"(?:^|[\s(“\"—-])(?:the|a|an|its|his|their|[^\W_]+['’]s|that|original|planned)\s{1,3}$", re.I
)
_NAME_BEFORE = re.compile(r"(?<![.!?:\n]\s)(?<!^)\b[A-Z][\w’'.]*[\s\u00a0]$")
_OPENING = re.compile(
    r"(?:^|[\s(])(?:The|A|An|In|On|By|Since|Until|From|During|Early|Late|NASA|Its|This|That|And|But|For)\s$"
)
_CAPITAL_BEHIND = re.compile(r"[\s\u00a0][A-Z][a-z]")

_BEFORE_YEAR = re.compile(
    r"(?:(?:^|[\s(\[“\"—–/-])(?:in|since|until|till|til|by|from|during|before|after|through|throughout|between|of|into"
    r"|late|early|mid|circa|ca\.?|c\.|year|years|as|to|and|or|around|about|for|than|born|fall|autumn|spring|winter"
    r"|summer|b\.|d\.|died|dated|class|season|till|only|back|again|already|both|least|most)[\s\u00a0]{1,3}"
    r"|(?:1\d{3}|20\d\d)s?\s?(?:,|and|or|to|–|-|,\s?and|/)\s?|[(\[]|(?:copyright|©|\(c\))[\s,]{1,2})$",
    re.I,
)
_STRONG_BEFORE = re.compile(r"(?:^|[\s(])(?:in|since|until|till|during|early|late|year)[\s\u00a0]{1,3}$", re.I)
_WEAK_BEFORE = re.compile(
    r"(?:^|\s)(?:and|or|to|for|than|around|about|of|from|as|only|both|between|by|through|again|into|after|before|year|years)\s{1,3}$",
    re.I,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^\n]{0,40}[\s\u00a0]$", re.I)
_YEAR_BEFORE = re.compile(r"(?:1[5-9]\d\d|20\d\d)\s?(?:,|and|or|to|–|-|,\s?and|/)\s?$")
_FIELD_BEFORE = re.compile(r"(?:[:|=\t>»›•]|\s{3})\s{0,20}$|(?:^|\n)\s{0,8}$")
_THE_BEFORE = re.compile(r"(?:^|[\s(—–-])(?:the|a|an|its|his|their|her|our|[^\W\d_]+['’]s?)\s{1,3}$", re.I)
_COMMA_BEFORE = re.compile(r"(?:[^\W\d_]{2,}\.?|[A-Z][\w.]{0,8}-\w{0,8}\d|[)”\"]),\s{1,3}$")
_EARLIEST_BEHIND = re.compile(r"[\s\u00a0]at[\s\u00a0]the[\s\u00a0](?:very[\s\u00a0])?(?:earliest|latest)\b")
_COLON_BEFORE = re.compile(r"[a-z]:[\s\u00a0]{1,2}$")
_CLOSED_BEHIND = re.compile(
    r"[\s\u00a0]{0,2}(?:[.,;:)\]?!—–|]|\n|$|-\s)|['’]s?\b|[\s\u00a0](?:to|through|and)[\s\u00a0](?:1[89]|20)\d\d(?!\d)"
)
_LINE_BEHIND = re.compile(r"[\s\u00a0]{0,3}(?:\n|$|[–—:|(\]>»›•]|-\s|in\b|[A-Z]{4,}(?:\s[A-Z]{3,}){0,2}\s?[:|\n])")
_MEASURED_BEHIND = re.compile(
    r"[\s\u00a0-](?:(?:kilomet|met|centimet|millimet)(?:er|re)s?|kilograms?|grams?|people|persons?|percent|km|kg|feet|foot|men|women|hours?|miles?"
    r"|tons?|tonnes?|pounds?|lbs?|nm|mm|cm|m|ft|lbf|rpm|mph|volts?|watts?|million|billion|thousand|hundred|dollars?|times"
    r"|GMT|UTC?|UT|EST|EDT|CST|CDT|PST|PDT|MST|MDT|MSK|IST|JST|hrs?|hours|h|Z)\b"
)
_COUNTED_BEHIND = re.compile(r"[\s\u00a0-](?:[^\W\d_]+[\s\u00a0])?[a-z]+(?<![sui])s\b")
_NAMED_BEHIND = re.compile(r"[\s\u00a0](?:[A-Z][\w’'-]*|_[A-Z])")
_LOWER_BEHIND = re.compile(r"[\s\u00a0]{1,2}[a-z]")
_FUNCTION_BEHIND = re.compile(
    r"[\s\u00a0]{1,2}(?:of|and|or|in|on|to|when|with|as|the|at|for|from|he|she|it|they|we|a|an|after|before|but|by"
    r"|until|was|were|is|that|which|while|had|there|who|would|will|could|his|its|their|because|so|than|through|among|near|off|over|under|about|aboard|above|into|during|since|under|against|around"
    r"|west|east|north|south|where|without|within|while|though|they)\b"
)
_SEASON_BEFORE = re.compile(
    r"(?:^|[\s(])(?:in|by|until|since|during|of|from|that|this|last|next|early|late|each|for|mid)[\s\u00a0-](?:the\s)?$",
    re.I,
)
_POSSESSED = re.compile(r"(?:^|\s)(?:the|mid|late|early)[\s-]{1,2}$", re.I)
_OF_BEHIND = re.compile(r"[\s\u00a0]of\b")
_DATE_DASHED = re.compile(rf"-(?:(?:early|mid|late|the\s|\d{{1,2}}\s)[\s-]?{_MONTH}|{_MONTH})", re.I)
_OF_OTHER_BEHIND = re.compile(
    r"[\s\u00a0]of\b(?![\s\u00a0](?:the[\s\u00a0])?(?:that|this|next|last|same|following|previous)\b)"
)
_FESTIVE = re.compile(r"\b(?:Good|Black|Bloody|Easter|Palm|Ash|Holy|Super|Whit|Red|Man)\s$")
_PAPER_BEHIND = re.compile(r"\s(?:Times|Telegraph|Mirror|Magazine|Review|Express|Evening\sPost|Islands?)\b")
_LISTED = re.compile(
    rf"(?P<month>{_MONTH})[\s\u00a0](?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?(?:,\s\d{{1,2}}(?:st|nd|rd|th)?){{0,5}}"
    r"(?:,\s?|,?\s(?:and|or|to|through|until|till)\s(?:on\s)?(?:the\s)?|\s[-–—]\s)$"
)
_ON_THE = re.compile(r"(?:^|[\s(])(?:on|by|until|till|from|since|of|to|for|through|before|after)\sthe\s$", re.I)
_OPENING_THE = re.compile(r"(?:^|[.!?\n][\s\u00a0]{1,3})The[\s\u00a0]$")
_VERB_BEHIND = re.compile(r"[\s\u00a0](?:was|saw|came|brought|is|will|had|passed|dawned|went|began)\b")
_YEAR_BRACKET = re.compile(r"(?:1\d|20)\d\d[\s\u00a0]?\($")
_ORDINAL_BEFORE = re.compile(r"\d(?:st|nd|rd|th),?[\s\u00a0](?:and|or|to)[\s\u00a0](?:the[\s\u00a0])?$")
_LONG_BEFORE = re.compile(r"\bLong[\s\u00a0]{1,3}$")
_CLOCK_BEFORE = re.compile(
    r"(?:\d[:.]\d\d(?:[:.]\d\d)?(?:[\s\u00a0]?[ap]\.?m\.?)?|\d[\s\u00a0]?[ap]\.?m\.?)[\s\u00a0]?,?[\s\u00a0](?:on[\s\u00a0])?$"
)
_REACH = 48
_NEAR = 24  # more than the longest word that leads to a year, with the white space behind it


def trim_span(match: Match) -> tuple[int, int]:
    """Give the span without leading determiners (``the``, ``this``) and trailing white space and commas."""
    text = match.page.text
    start, end = match.start, match.end
    head = text[start : start + 5].lower()
    if head.startswith("the "):
        start += 4
    elif head == "this " and match.rule.id == "date.deixis":
        start += len(match.groups["dx"] or "")
        while text[start].isspace():
            start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return start, end


def is_month_here(match: Match, year: int | None) -> bool:
    """Refuse verbs (``may``, ``march``) and names: in small letters a month needs its year beside it.

    What is a verb as well needs its day too. The Long March is a rocket.
    """
    text = match.groups["m"] or ""
    if text[0].isupper():
        start = match.spans["m"][0]
        return text != "March" or _LONG_BEFORE.search(match.page.text, max(0, start - 8), start) is None
    if year is None:
        return False
    return text.lower().rstrip(".") not in _VERBS or pick_first(match.groups, "d", "d_glued") is not None


AGE_OF_SPACEFLIGHT = "1957"
"""From this year on four figures behind a day and a comma are its year, though a zone follows: ``Aug. 5, 2012 PDT``."""


def follows_clock(match: Match) -> bool:
    """Say whether a clock stands right before a date: four figures behind the date are then its year."""
    return _CLOCK_BEFORE.search(match.page.text, max(0, match.start - _REACH), match.start) is not None


def is_lone_month(match: Match) -> bool:
    """Say whether a month's name without day and year is one: not a person's, a place's or a rocket's."""
    text, start, end = match.page.text, match.start, match.end
    before = text[max(0, start - _REACH) : start]
    name = (match.groups["m"] or "").rstrip(".")
    preposition = _BEFORE_MONTH.search(before)
    if len(name) < 4 and name != "May":
        return preposition is not None and not _CAPITAL_BEHIND.match(text, end)
    opens = not before or before[-1] == "\n" or before[-2:] in (". ", "! ", "? ")
    if opens and (_CELL.match(text, end) or _MONTH_VERB_BEHIND.match(text, end)):
        return True
    if name in _FIRST_NAMES or name == "March":
        if not preposition and not (_ARTICLE_BEFORE.search(before) and _LOWER_BEHIND.match(text, end)):
            return False
        strong = re.search(r"\b(?:in|since|until|till|during|early|late|mid|next|last|this)[\s-]{1,3}$", before, re.I)
        return strong is not None or not _CAPITAL_BEHIND.match(text, end)
    return not (_NAME_BEFORE.search(before) and not _OPENING.search(before) and not preposition)


def follows_month_word(match: Match) -> bool:
    """Say whether a word that only leads to a time stands before a month in capitals: there, names look the same."""
    return _SURE_BEFORE.search(match.page.text, max(0, match.start - _NEAR), match.start) is not None


def is_stage_here(match: Match, stage: str, found: PartialDate) -> bool:
    """Refuse parts of a day, and words such as ``early`` before a bare unit."""
    text = match.page.text
    folded = stage.lower().rstrip("-–")
    if text[match.end : match.end + 1] == "-" and not _DATE_DASHED.match(text, match.end):
        return False
    if found.unit == "day" or (found.unit == "weekday" and folded not in ("early", "late", "mid")):
        return False
    if found.unit == "month" and found.deixis is None:
        return is_month_here(match, found.year)
    if match.groups["u"] and folded in ("early", "late"):
        return False
    return not (
        match.groups["u"] and folded != "mid" and " the " not in match.page.text[match.start : match.end].lower()
    )


def has_article(match: Match) -> bool:
    """Say whether an article stands before: ``the sixties``, ``the day before``."""
    return _POSSESSED.search(match.page.text[max(0, match.start - 12) : match.start]) is not None


def is_lone_season(match: Match) -> bool:
    """Say whether a season's name stands for the season: nothing that it belongs to follows."""
    text = match.page.text
    behind = _CLOSED_BEHIND.match(text, match.end) or _FUNCTION_BEHIND.match(text, match.end)
    if behind is None:
        return False
    if (match.groups["s"] or "").lower() in ("fall", "spring"):
        if _OF_OTHER_BEHIND.match(text, match.end):
            return False
        return _SEASON_BEFORE.search(text[max(0, match.start - 16) : match.start]) is not None
    return True


def is_deixis_here(match: Match, deixis: str) -> bool:
    """Refuse ``the last day of``, ``said that Monday``, ``the past year``."""
    groups = match.groups
    unit = (groups["u"] or "").lower()
    if deixis == "that" and not unit and not groups["s"] and (groups["dx"] or "").lower() == "that":
        return False
    if deixis == "past":
        return unit in ("decade", "century")
    if deixis == "last" and unit == "day":
        return False
    if groups["m"] and not groups["m"][0].isupper():
        return False
    return not (deixis in ("last", "next") and _OF_BEHIND.match(match.page.text, match.end))


def is_lone_weekday(match: Match) -> bool:
    """Refuse feasts and newspapers: Good Friday, the Sunday Times."""
    text = match.page.text
    if _FESTIVE.search(text[max(0, match.start - 12) : match.start]):
        return False
    return _PAPER_BEHIND.match(text, match.end) is None


def is_year_here(match: Match, year: int) -> bool:
    """Say whether four figures are a year: a preposition, a bracket or another year before, no count behind."""
    text, start, end = match.page.text, match.start, match.end
    before = text[max(0, start - _REACH) : start]
    if 1900 <= year < 2100 and _EARLIEST_BEHIND.match(text, end):
        return True
    if _MEASURED_BEHIND.match(text, end):
        return False
    near = before[-_NEAR:]
    strong = 1800 <= year < 2100 and _STRONG_BEFORE.search(near) is not None
    if not strong and _COUNTED_BEHIND.match(text, end):
        return _YEAR_BEFORE.search(near) is not None and not _LOWER_BEHIND.match(text, end)
    if _BEFORE_YEAR.search(near):
        if _YEAR_BEFORE.search(near) or not _WEAK_BEFORE.search(near):
            return True
        return 1800 <= year < 2100 and not _NAMED_BEHIND.match(text, end)
    if not 1500 <= year < 2100:
        return False
    if _COPYRIGHT.search(before) or heads_log(text, start, end):
        return True
    if _COLON_BEFORE.search(near) and _CLOSED_BEHIND.match(text, end):
        return True
    if _FIELD_BEFORE.search(before):
        return _LINE_BEHIND.match(text, end) is not None
    if _THE_BEFORE.search(before):
        return _LOWER_BEHIND.match(text, end) is not None and year >= 1800
    return _COMMA_BEFORE.search(before) is not None and _CLOSED_BEHIND.match(text, end) is not None


def is_counted(match: Match) -> bool:
    """Say whether what is counted stands behind: ``spring 1200 mm long``."""
    return _MEASURED_BEHIND.match(match.page.text, match.end) is not None


def find_listed_month(match: Match) -> str | None:
    """Give the month that stands with the first day of a list whose later day this is, or ``None``."""
    text, start = match.page.text, match.start
    if text[start - 2 : start] not in (", ", "d ", "r ", "o ", "e ", "h ", "l ", "– ", "- ", "— ", "n "):
        return None
    found = _LISTED.search(text[max(0, start - _REACH) : start])
    if found is None:
        return None
    if match.groups["y"] is None and (
        _LOWER_BEHIND.match(text, match.end) and not _FUNCTION_BEHIND.match(text, match.end)
    ):
        return None
    return found["month"]


def opens_with_ordinal(match: Match) -> bool:
    """Say whether an ordinal begins a sentence as its subject: ``The 27th was lost``."""
    text = match.page.text
    behind = _VERB_BEHIND.match(text, match.end)
    return behind is not None and _OPENING_THE.search(text[max(0, match.start - 8) : match.start]) is not None


def is_bracketed_date(match: Match) -> bool:
    """Say whether a match stands in brackets right behind a date with its year."""
    return _YEAR_BRACKET.search(match.page.text[max(0, match.start - 8) : match.start]) is not None


def is_lone_ordinal(match: Match) -> bool:
    """Say whether an ordinal alone (``on the 14th``) is a day of the month spoken of."""
    text = match.page.text
    if not (match.groups["d"] or "")[-1].isalpha():
        return False
    if opens_with_ordinal(match):
        return True
    behind = _CLOSED_BEHIND.match(text, match.end) or _FUNCTION_BEHIND.match(text, match.end)
    before = text[max(0, match.start - 16) : match.start]
    return behind is not None and (_ON_THE.search(before) or _ORDINAL_BEFORE.search(before)) is not None
