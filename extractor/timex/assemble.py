"""In: pieces of time expressions on a page. Out: whole ones: date, clock and zone as one, with the words inside."""

import re
from collections.abc import Sequence

from extractor.mentions.qualifiers import read_qualifier
from extractor.model import Timex
from extractor.timex.pieces import OF_YEAR, Piece
from extractor.timex.widen import widen

_NEXT_TO = re.compile(r"[\s\u00a0]{0,3},?[\s\u00a0]{0,3}|[\s\u00a0]?T|[\s\u00a0]{1,3}-[\s\u00a0]{1,3}")
_SPACE = re.compile(r"[\s\u00a0]{1,3}(?:the[\s\u00a0]{1,3})?")
_RANGE = re.compile(r"[\s\u00a0]?[-–—][\s\u00a0]?|-?[\s\u00a0]{1,3}(?:to|or|and)[\s\u00a0]{1,3}|-(?:to|or)-")
_ZONE = re.compile(r"[A-Z][A-Z.]{0,6}|(?:Eastern|Central|Mountain|Pacific|Greenwich|Atlantic)[\w\s]{0,24}|Zulu")
"""Zones that TimeML has in the span of a clock time; local time and the time of a place stay outside."""
_YEAR = re.compile(r"BC\d{4}|\d{4}|XXXX")
_OFFSET = re.compile(r"(?:[+-]\d\d:\d\d|Z)$")
_POINTING_YEARS = frozenset({"date.deixis", "date.year", "date.era-year", "date.era-range", "date.day-before"})
_ERAS = frozenset({"date.era-year", "date.era-range"})


def assemble(text: str, pieces: Sequence[Piece]) -> list[Timex]:
    """Join the pieces that stand next to each other and give each expression the span that TimeML gives it."""
    found: list[Timex] = []
    index = 0
    while index < len(pieces):
        group = [pieces[index]]
        while index + 1 < len(pieces) and _join(text, group, pieces[index + 1]):
            index += 1
            group.append(pieces[index])
        index += 1
        timex = _write(text, group, found[-1].end if found else 0)
        if timex is not None:
            found.append(timex)
    return found


def _join(text: str, group: Sequence[Piece], following: Piece) -> bool:
    """Say whether a piece belongs to the expression that ``group`` begins."""
    last = group[-1]
    kinds = {piece.type for piece in group}
    gap = text[last.end : following.start]
    if last.rule == following.rule == "duration.range":
        return _RANGE.fullmatch(gap) is not None
    if last.rule == "daypart.of":
        return following.type == "DATE" and _SPACE.fullmatch(gap) is not None
    if following.type == "DAYPART" and following.rule == "daypart.alone":
        return last.type == "DATE" and gap in (" ", ", ", "\n", ",\n") and not kinds & {"DAYPART", "TIME"}
    if following.type == "TIMEZONE":
        named = _ZONE.fullmatch(text, following.start, following.end)
        return bool(named) and kinds & {"TIME", "TIMEZONE"} == {"TIME"} and _NEXT_TO.fullmatch(gap) is not None
    if {last.type, following.type} == {"DATE"}:
        era = following.rule in _ERAS and _NEXT_TO.fullmatch(gap) is not None
        return _is_year_of(last, following) and (era or OF_YEAR.fullmatch(gap) is not None)
    if {last.type, following.type} <= {"DATE", "TIME", "TIMEZONE"} and last.type != following.type:
        return _is_instant(group, following) and _NEXT_TO.fullmatch(gap) is not None
    return False


def _is_year_of(first: Piece, second: Piece) -> bool:
    return first.yearless and second.rule in _POINTING_YEARS and _YEAR.fullmatch(second.value) is not None


def _is_instant(group: Sequence[Piece], following: Piece) -> bool:
    """Say whether a day and a clock make one instant: one of each, and the clock a clock."""
    pieces = [*group, following]
    kinds = [piece.type for piece in pieces if piece.type != "TIMEZONE"]
    clocks = [piece for piece in pieces if piece.type == "TIME"]
    return sorted(kinds) == ["DATE", "TIME"] and clocks[0].rule.startswith("time.")


def _write(text: str, group: Sequence[Piece], floor: int) -> Timex | None:
    first = group[0]
    if len(group) == 1 and first.type in ("TIMEZONE", "DAYPART"):
        return None
    start = widen(text, first, floor)
    end = group[-1].end
    kind, value, mod = first.type, first.value, first.mod
    if kind == "DURATION" and mod is None and start < first.start:
        mod = read_qualifier(text, first.start, end)
    for piece in group[1:]:
        mod = mod or piece.mod
    clock = next((piece for piece in group if piece.type == "TIME"), None)
    part = next((piece for piece in group if piece.type == "DAYPART"), None)
    if part is not None:
        date = next((piece for piece in group if piece.type == "DATE"), None)
        if date is None:
            return None
        kind, value = "TIME", f"{date.value}T{part.value}"
    elif first.rule == group[-1].rule == "duration.range":
        value = group[-1].value
    elif clock is not None and len(group) > 1:
        kind, value = "TIME", clock.value
    elif len(group) == 2 and first.type == "DATE":
        value = _YEAR.sub(group[1].value, value, count=1)
    if kind == "TIME" and not any(piece.type == "TIMEZONE" for piece in group):
        value = _OFFSET.sub("", value)
    return Timex(start, end, kind, value, mod, first.rule)
