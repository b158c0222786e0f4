"""In: what a rule of calendar words captured. Out: readings of feasts, seasons and years."""

import re
from collections.abc import Iterator

from extractor.mentions.lexicon import Lexicon
from extractor.mentions.partial import PartialDate
from extractor.mentions.rules import Candidate, Match
from extractor.timex.feasts import FEAST_MONTHS
from extractor.timex.parts import Reading

_REACH = 24
_LONGEST_RANGE = 150
_NEAR, _FAR = 10, 60
"""How many years a doubtful year may lie from a sure one of the page: in doubtful words, and behind ``in``."""
_SURE_BEFORE = re.compile(
    r"(?:^|[\s(—–“\"-])(?:in|since|until|till|during|by|late|early|mid|before|after|from)[\s\u00a0-]$", re.I
)
_NAME_BEFORE = re.compile(r"[A-Z][\w’'.]{2,}[\s\u00a0]$")
_END_BEHIND = re.compile(r"[\s\u00a0]?(?:[.,;:)\n]|$)(?!\d)")
_QUARTERS = {
    "last": ("last", -1), "previous": ("previous", -1), "preceding": ("previous", -1), "latest": ("last", -1),
    "next": ("next", 1), "following": ("next", 1), "this": ("this", 0), "current": ("this", 0),
}  # fmt: skip
_SPENT = re.compile(
    r"\b(?:in|by|until|till|since|during|through|throughout|over|all|before|after|spen[dt]|for|into|from|toward|towards)[\s\u00a0]$",
    re.I,
)
_NOUN_BEHIND = re.compile(r"[\s\u00a0][a-z]{3,}")
_BEFORE_YEAR = re.compile(
    r"(?:(?:^|[\s(\[“\"—–-])(?:in|of|from|since|by|until|till|for|during|between|after|before|and|or|at|see|the|its|his|her|their|a|as|to"
    r"|early|late|mid|throughout|fiscal|secret|new|original|own|failed|famous|first|second)[\s\u00a0]|[^\W\d_][’']s?[\s\u00a0]|[(\[“\"—–]"
    r"|[.!?][\s\u00a0]|\n|,[\s\u00a0])$",
    re.I,
)
_OPEN_BEFORE = re.compile(r"(?:(?:^|\s)(?:and|or|of|for|to|from|between|a|by)[\s\u00a0]|[.!?,][\s\u00a0]|\n)$", re.I)
_COUNTED_BEHIND = re.compile(
    r"[\s\u00a0-](?:(?:[a-z]+[\s\u00a0])?(?:people|men|women|troops|soldiers|prisoners|casualties|deaths|dead|killed|wounded|members|miles"
    r"|tons|tonnes|guns|tanks|aircraft|planes|ships|feet|foot|meters|metres|kilometers|kilometres|km|kg|pounds|lbs?|yards|dollars"
    r"|hours|minutes|seconds|days|weeks|months|years|times|copies|votes|seats|students|workers|percent|degrees|points)"
    r"|million|billion|thousand|hundred)\b"
)
_PLURAL_BEHIND = re.compile(
    r"[\s\u00a0](?!(?:was|is|as|has|its|his|this|does|us|thus|plus|across|always|perhaps|various|onwards|afterwards|besides|sometimes|whereas|unless|towards)\b)[a-z]+s\b"
)


def build(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the reading of a match, or nothing where its surroundings speak against it."""
    start = match.start
    reading: Reading | None
    if match.rule.id == "calendar.feast":
        reading = _read_feast(match, lexicon)
    elif match.rule.id == "calendar.season":
        reading = _read_season(match, lexicon)
        if match.groups["the"] and match.groups["and"] is None:
            start = match.spans["s"][0]
    elif match.rule.id == "calendar.weekday":
        weekday = int(lexicon.canonical("weekday_name", match.groups["wd"] or "") or 0)
        reading = Reading("DATE", date=PartialDate("weekday", weekday=weekday))
    elif match.rule.id == "calendar.quarter":
        reading = _read_quarter(match, lexicon)
    elif match.rule.id == "calendar.year":
        reading = _read_year(match)
    else:
        stage = match.groups["stage"]
        mod = lexicon.canonical("stage", stage) if stage else None
        reading = Reading("DATE", f"BC{int(match.groups['d'] or 0):03d}", mod=mod)
    if reading is not None:
        yield Candidate(start, match.end, match.rule.label, match.rule.id, reading)


def _read_feast(match: Match, lexicon: Lexicon) -> Reading:
    name = lexicon.canonical("feast", match.groups["feast"] or "") or ""
    digits = (match.groups["y"] or "").lstrip("'’‘")
    year, short = (int(digits), len(digits) == 2) if digits else (None, False)
    if name[0].isdigit():
        month, _, day = name.partition("-")
        return Reading("DATE", date=PartialDate("day", year, int(month), int(day), short_year=short))
    if name not in FEAST_MONTHS:
        return Reading("DATE", "XXXX-XX-XX")
    partial = PartialDate("month", year, FEAST_MONTHS[name], short_year=short)
    return Reading("DATE", date=partial, feast=name)


def _read_season(match: Match, lexicon: Lexicon) -> Reading | None:
    text, groups = match.page.text, match.groups
    word = (groups["s"] or "").lower()
    doubtful = word in ("spring", "fall")
    before = text[max(0, match.start - _REACH) : match.start]
    if groups["and"] is not None:
        if doubtful and not _SPENT.search(before) and not groups["the"]:
            return None
    elif groups["noun"] is None and (
        doubtful or not _NOUN_BEHIND.match(text, match.end) or (groups["s"] or "")[0].isupper()
    ):
        return None
    return Reading("DATE", date=PartialDate("season", part=lexicon.canonical("season", word)))


def _read_quarter(match: Match, lexicon: Lexicon) -> Reading:
    which = (match.groups["which"] or match.groups["o"] or "").lower()
    if which in _QUARTERS:
        deixis, shift = _QUARTERS[which]
        return Reading("DATE", date=PartialDate("quarter", deixis=deixis, shift=shift))
    part = f"Q{lexicon.canonical('ordinal_four', which)}"
    return Reading("DATE", date=PartialDate("quarter", part=part, deixis="last", shift=-1))


def _read_year(match: Match) -> Reading | None:
    text = match.page.text
    before = text[max(0, match.start - _REACH) : match.start]
    if not (_BEFORE_YEAR.search(before) or _ends_name(match, before)) or _COUNTED_BEHIND.match(text, match.end):
        return None
    if _OPEN_BEFORE.search(before) and _PLURAL_BEHIND.match(text, match.end):
        return None
    first, last = int(match.groups["y"] or 0), match.groups["y2"]
    end = int(last) + (first - first % 100 if len(last) == 2 else 0) if last else None
    if end is not None and not first < end <= first + _LONGEST_RANGE:
        return None
    until = PartialDate("year", end) if end is not None else None
    reach = _FAR if _SURE_BEFORE.search(before) else _NEAR
    return Reading("DATE", date=PartialDate("year", first, until=until), reach=reach)


def _ends_name(match: Match, before: str) -> bool:
    """Say whether a year closes a name or a title: ``Treaty of Paris 1783.``"""
    prefixed = before.endswith("-")
    return prefixed or (
        _NAME_BEFORE.search(before) is not None and _END_BEHIND.match(match.page.text, match.end) is not None
    )
