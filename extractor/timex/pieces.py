"""In: candidates of a page. Out: pieces of time expressions with completed values, in reading order."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from extractor.context import resolve
from extractor.context.calendar import CalendarDate
from extractor.mentions.partial import PartialDate
from extractor.mentions.rules import Candidate
from extractor.model import Mention, Page
from extractor.timex.feasts import find_feast
from extractor.timex.parts import Reading
from extractor.timex.values import write_value

_TIMES = frozenset({"DATE", "TIME", "TIMEZONE", "DURATION"})
OF_YEAR = re.compile(r"[\s\u00a0]{1,3}of[\s\u00a0]{1,3}(?:the[\s\u00a0]{1,3})?(?:year[\s\u00a0]{1,3})?")
"""What binds a date to the year behind it."""
_YEARLESS = frozenset({"day", "month", "season", "year"})
_HALF = re.compile(r"(first|second|latter)[\s\u00a0]half\b", re.I)
_JOINT = re.compile(r"[\s\u00a0]?(?:[-–—‐‑]|/)[\s\u00a0]?(?=[^-–—‐‑/]*$)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a time expression: ``type`` is a TIMEX3 type, ``TIMEZONE`` or ``DAYPART``; ``rule`` found it."""

    start: int
    end: int
    type: str
    value: str
    mod: str | None
    rule: str
    yearless: bool = False
    """The words name a month, day or season, and no year."""


def make_pieces(page: Page, candidates: Sequence[Candidate], reference: date | None) -> list[Piece]:
    """Complete the dates and clocks of the candidates from the page and give every time expression's pieces."""
    candidates = _drop_weak(candidates, reference)
    bound = {candidate.start for candidate in _find_bound(page.text, candidates)}
    pieces = [_read_bound(candidate) for candidate in candidates if candidate.start in bound]
    candidates = [candidate for candidate in candidates if candidate.start not in bound]
    readings = {c.start: c for c in candidates if isinstance(c.parts, Reading)}
    plain = [found for c in candidates if (found := _as_mention_candidate(c)) is not None]
    partials = {c.start: c.parts for c in plain if isinstance(c.parts, PartialDate)}
    pieces += [_read_fixed(c, c.parts) for c in readings.values() if c.parts.date is None]
    for mention in resolve(page, plain, reference):
        if mention.label not in _TIMES:
            continue
        reading = readings.get(mention.start)
        if reading is not None and reading.parts.date.until is None:
            pieces.append(_read_completed(mention, reading))
        else:
            pieces.extend(_split(mention, partials.get(mention.start)))
    pieces.sort(key=lambda piece: piece.start)
    return pieces


def _drop_weak(candidates: Sequence[Candidate], reference: date | None) -> list[Candidate]:
    """Drop figures that are a year only if the page speaks of years near them, where it does not."""
    years = sorted(
        ({reference.year} if reference is not None else set())
        | {
            c.parts.year
            for c in candidates
            if isinstance(c.parts, PartialDate) and c.parts.year and not c.parts.short_year
        }
    )
    return [c for c in candidates if not _is_weak(c) or _is_near(c.parts.date.year, years, c.parts.reach)]


def _find_bound(text: str, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give the dates whose year the words behind them say by pointing: ``the spring of the following year``.

    That year is counted from where the text stood before them, so they must not move the story themselves.
    """
    for first, second in pairwise(candidates):
        date_of, year = _partial(first), second.parts
        if date_of is None or not isinstance(year, PartialDate) or date_of.year is not None:
            continue
        points = year.unit == "year" and year.deixis is not None and year.shift != 0
        if points and date_of.deixis is None and OF_YEAR.fullmatch(text, first.end, second.start):
            yield first


def _partial(candidate: Candidate) -> PartialDate | None:
    parts = candidate.parts.date if isinstance(candidate.parts, Reading) else candidate.parts
    return parts if isinstance(parts, PartialDate) else None


def _read_bound(candidate: Candidate) -> Piece:
    parts = _partial(candidate) or PartialDate("year")
    value = CalendarDate(parts.unit, None, parts.month, parts.day, parts.part).to_iso()
    return Piece(candidate.start, candidate.end, "DATE", value, parts.mod, candidate.rule, True)


def _is_weak(candidate: Candidate) -> bool:
    return isinstance(candidate.parts, Reading) and candidate.parts.reach is not None


def _is_near(year: int, years: Sequence[int], reach: int) -> bool:
    place = bisect_left(years, year)
    return any(abs(near - year) <= reach for near in years[max(0, place - 1) : place + 1])


def _as_mention_candidate(candidate: Candidate) -> Candidate | None:
    """Give what context is to complete: readings pass their date on, those without one are complete."""
    parts = candidate.parts
    if not isinstance(parts, Reading):
        return candidate
    if parts.date is None:
        return None
    return Candidate(candidate.start, candidate.end, "DATE", candidate.rule, parts.date)


def _read_fixed(candidate: Candidate, reading: Reading) -> Piece:
    kind = "DAYPART" if candidate.label == "DAYPART" else reading.type
    value = reading.daypart or "" if kind == "DAYPART" else reading.value
    return Piece(candidate.start, candidate.end, kind, value, reading.mod, candidate.rule)


def _read_completed(mention: Mention, candidate: Candidate) -> Piece:
    reading: Reading = candidate.parts
    value = write_value("DATE", str(mention.value or ""))
    if reading.feast and value[:4].isdigit() and (day := find_feast(reading.feast, int(value[:4]))):
        value = day.isoformat()
    if reading.daypart:
        value = f"{value}T{reading.daypart}"
    yearless = reading.date is not None and reading.date.year is None and reading.date.unit in _YEARLESS
    return Piece(mention.start, mention.end, reading.type, value, reading.mod, mention.rule, yearless)


def _split(mention: Mention, partial: PartialDate | None) -> Iterator[Piece]:
    """Give the piece of a mention; a range written as one is two expressions to TimeML, each with its value."""
    value = str(mention.value or "")
    yearless = partial is not None and partial.year is None and partial.unit in _YEARLESS
    piece = Piece(mention.start, mention.end, mention.label, "", mention.mod, mention.rule, yearless)
    if mention.rule == "date.stage" and (half := _HALF.match(mention.text)) and len(value) == 4:
        yield replace(piece, value=f"{value}-{'H1' if half[1].lower() == 'first' else 'H2'}", mod=None)
        return
    joint = _JOINT.search(mention.text) if mention.label == "DATE" and "/" in value else None
    if joint is None:
        yield replace(piece, value=write_value(mention.label, value, mention.text))
        return
    first, last = value.split("/", 1)
    if "/" in joint.group():
        yield replace(piece, value=write_value("DATE", first))
        return
    yield replace(piece, end=mention.start + joint.start(), value=write_value("DATE", first))
    yield replace(piece, start=mention.start + joint.end(), value=write_value("DATE", last))
