"""In: what a zone rule captured. Out: a candidate with a partial zone, where a clock time or words of time own it."""

import re
from collections.abc import Iterator

from extractor.mentions.lexicon import Lexicon
from extractor.mentions.partial import PartialZone
from extractor.mentions.rules import Candidate, Match

_CLOCK_BEFORE = re.compile(
    r"(?:\d|[ap]\.?\s?m\.?|\bnoon|\bmidnight|\bo['’]clock|\bhours?|\bhrs?\.?|\bminutes?|\bseconds?|\d\s?[hms]|\bsec\.?|\bmin\.?)"
    r"(?:[\s\u00a0]{0,2}[(/,|][\s\u00a0]{0,2}|[\s\u00a0]{0,3}(?:\[\[)?)$|(?:[ap]\.?m\.?|:\d\d)\)[\s\u00a0]{1,2}$",
    re.I,
)
_WEEKDAY_BETWEEN = re.compile(
    r"[\s\u00a0,]{1,2}(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?[\s\u00a0,]{1,2}$"
)
_CLOCK_REACH = 16  # more than the longest of these
_DATE_BEFORE = re.compile(
    r"[A-Z][a-z]{2,8}\.?(?:[\s\u00a0]\d{1,2},?)?(?:[\s\u00a0](?:19|20)\d\d)?[\s\u00a0]{0,2}[(/,]?[\s\u00a0]{0,2}$"
)
_DATED_BEFORE = re.compile(r"[A-Z][a-z]{2,8}\.?[\s\u00a0]\d{1,2},[\s\u00a0](?:19|20)\d\d[\s\u00a0]{1,2}\($")
_CLOCK_BEHIND = re.compile(r"\)[\s\u00a0,:|–—-]{1,4}\d{1,2}:\d\d")
_CLOCK = re.compile(r"\d:\d\d|\b(?:noon|midnight)\b|\d[\s\u00a0]?[ap]\.?m|\d{4}[\s\u00a0](?:hrs|hours)", re.I)
_ROWS_BEHIND = re.compile(r"[\s\u00a0]?\)?:?[\s\u00a0]{0,3}\n\s{0,20}\d{1,2}[:.]?\d\d")
_PIPED = re.compile(r"\[\[[^\[\]|\n]{2,30}\|$")
_TIMES_BEFORE = re.compile(
    r"\b(?:(?:All|all[\s\u00a0](?:in|are(?:[\s\u00a0]in)?|given[\s\u00a0]in))(?=[\s\u00a0]{1,2}(?:\[\[)?$)|times?|clocks?|hours?|hrs|date|epoch|liftoff|launch|landing|touchdown|T-?0)\b"
    r"(?:[\s\u00a0](?:are|is|in|given|shown|listed|below|of|day|date|and|here|all|as|noted|stated|expressed|quoted"
    r"|u\.?s\.?)){0,5}[\s\u00a0]{0,3}(?:[(\[:,=/|-]|\[\[)?[\s\u00a0]{0,2}$",
    re.I,
)
_CELL_BEFORE = re.compile(r"(?:^|[\n\t|(/]|[\s\u00a0]{2})[\s\u00a0]{0,8}$")
_ISO_BEFORE = re.compile(r"\(\d{4}-\d\d-\d\d\s$")  # `(1995-03-14 UTC 06:11:34 Z)`, an infobox's date for machines
_ISO_BEHIND = re.compile(r"\s\d\d:\d\d(?::\d\d)?\sZ\)")
_LABEL_BEFORE = re.compile(r"(?:^|[\n(/;])[\s\u00a0]{0,8}$")
_LABEL_BEHIND = re.compile(r":[\s\u00a0]{1,2}\d{1,2}[:.]?\d\d\b")
_CELL_BEHIND = re.compile(r"[\s\u00a0]{0,8}(?:[\n\t|)/]|[\s\u00a0]{2}|$)")
_NAMED_BEHIND = re.compile(
    r"[\s\u00a0](?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[A-Z][a-z]"
)
_STRICT = frozenset({"Z", "WEST", "ART", "AST", "GST", "SGT", "LT", "CT", "MT", "PT", "WET", "Greenwich"})
_SMALL = frozenset({"utc", "gmt", "est", "edt", "cst", "cdt", "pst", "pdt", "jst", "ist"})
_REACH = 44
_LARGEST_OFFSET = 14


def build(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the zone of a match; an abbreviation that no clock owns is none."""
    if match.rule.id == "zone.offset":
        value = _read_offset(match)
    elif match.rule.id == "zone.place-time":
        value = _read_place(match, lexicon)
    else:
        value = _read_name(match, lexicon)
    if value is not None:
        yield Candidate(match.start, match.end, match.rule.label, match.rule.id, value)


def _read_offset(match: Match) -> PartialZone | None:
    groups = match.groups
    hours, minutes = int(groups["h"] or 0), int(groups["m"] or 0)
    if hours > _LARGEST_OFFSET or not _owns_clock(match, strict=False):
        return None
    offset = f"{'+' if groups['sign'] in (None, '+', '±') else '-'}{hours:02}:{minutes:02}"
    return PartialZone(f"UTC{offset}", offset)


def _read_place(match: Match, lexicon: Lexicon) -> PartialZone | None:
    for name in ("place", "civil", "adjective"):
        surface = match.groups[name]
        if surface and surface[0].isupper() and len(surface) > 2:
            place = lexicon.canonical(f"zone_{name}", surface) or ""
            return PartialZone(place, place=place)
    return None


def _read_name(match: Match, lexicon: Lexicon) -> PartialZone | None:
    groups = match.groups
    surface = match.page.text[match.start : match.end]
    if not _is_written_as_zone(surface) or not _owns_clock(match, strict=surface in _STRICT or bool(groups["local"])):
        return None
    if groups["local"]:
        return PartialZone("local", local=True)
    if groups["civil"]:
        if surface.isalpha() and len(surface) > 2 and _NAMED_BEHIND.match(match.page.text, match.end):
            return None
        name = lexicon.canonical("zone_civil", groups["civil"]) or ""
        return PartialZone(name, place=name)
    return read_zone(groups["fixed"] or "", lexicon)


def read_zone(surface: str, lexicon: Lexicon) -> PartialZone | None:
    """Give the zone of an abbreviation or name that fixes its offset, or whose history does; else ``None``."""
    name, _, offset = (lexicon.canonical("zone_fixed", surface) or "").partition(" ")
    if not name:
        place = lexicon.canonical("zone_civil", surface)
        return PartialZone(place, place=place) if place else None
    other = next((entry.split()[1] for entry in lexicon.classes["zone_other"] if entry.split()[0] == name), None)
    return PartialZone("CST" if name == "CST-CN" else name, offset, other=other)


def _is_written_as_zone(surface: str) -> bool:
    """Refuse small letters where the word means something else: ``ET`` is a zone, ``et`` is not."""
    bare = surface.replace(".", "")
    if bare.lower() == "local" or " " in surface:
        return surface[0].isupper() or surface.startswith(("local", "universal", "site", "Greenwich"))
    if len(bare) <= 4 and not bare.isupper():
        return bare in _SMALL or bare in ("Zulu", "ChST")
    return surface[0].isupper()


def _owns_clock(match: Match, *, strict: bool) -> bool:
    """Say whether a clock stands right before, or (unless ``strict``) words of time, or a head of a column."""
    text = match.page.text
    before = text[max(0, match.start - _REACH) : match.start]
    if _PIPED.search(before):
        return False
    if (between := _WEEKDAY_BETWEEN.search(before)) is not None:
        before = before[: between.start()]
    if _CLOCK_BEFORE.search(before[-_CLOCK_REACH:]) and (not _DATE_BEFORE.search(before) or _CLOCK.search(before)):
        return True
    if before.endswith(" Z) ") or (_ISO_BEFORE.search(before) and _ISO_BEHIND.match(text, match.end)):
        return True
    if strict:
        return False
    if _DATE_BEFORE.search(before) and _ROWS_BEHIND.match(text, match.end):
        return True
    if _TIMES_BEFORE.search(before) or (_LABEL_BEHIND.match(text, match.end) and _LABEL_BEFORE.search(before)):
        return True
    if _DATED_BEFORE.search(before) and not _CLOCK.search(before) and not _CLOCK_BEHIND.match(text, match.end):
        return False
    return _CELL_BEFORE.search(before) is not None and _CELL_BEHIND.match(text, match.end) is not None
