"""In: a Page and its words for orbits. Out: figures that no mention holds: without a unit, or said of every turn."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.facts.figures import Figure
from extractor.facts.orbit_words import Group, OrbitWords
from extractor.model import Page
from extractor.units import half_step

UNITS = {
    "inclination": "degree", "perigee": "kilometer", "apogee": "kilometer", "periapsis": "kilometer",
    "apoapsis": "kilometer", "semi_major_axis": "kilometer", "period": "minute", "eccentricity": None,
}  # fmt: skip
"""The unit of each parameter where a label line leaves it out."""

LIMITS = {
    "inclination": (0, 180), "perigee": (80, 400_000), "apogee": (80, 1_000_000), "periapsis": (1, 10**6),
    "apoapsis": (1, 10**8), "semi_major_axis": (1000, 10**7), "period": (60, 20_000), "eccentricity": (0, 1),
}  # fmt: skip
"""Bounds within which a bare number may be the parameter."""

_BARE = re.compile(
    r"(?:[\s\u00a0]?\([^()\n]{0,24}\)|,[\s\u00a0](?:km|deg|min|degrees|minutes)\.?(?=[\s\u00a0:=|]))?"
    r"(?:[ \t\u00a0]{0,32}[:=|][\s\u00a0:=|'\"*]{0,24}|[\s\u00a0]?\.{2,40}[\s\u00a0]?|\t[\s\u00a0]{0,8}|[ \u00a0]{2,40}"
    r"|(?<=min)\s|(?<=min\.)\s|(?<=deg)\s|(?<=deg\.)\s|(?<=km)\s|[ \u00a0][-–—][ \u00a0])"
    r"(?:\{\{(?:val|nowrap)\|)?"
    r"(?P<number>\d{1,7}(?:,\d{3}\b)?(?:[.,]\d{1,8})?)(?:[\s\u00a0]?(?:°|deg\b))?"
    r"(?![\w°:/%]|[.,]\d|[\s\u00a0]?(?:km|mi|nmi|x|×|-|–|to|and)\s?\w)"
)
_LISTED = re.compile(
    r"[ \u00a0](?:of[ ]|is[ ]|was[ ])?(?P<number>\d{1,4}\.\d{1,4})(?=[,;.)]?(?:\s|$))(?![,;.)]?\s[a-z°]{1,4}\b(?<!and))"
)
_LISTED_BARE, _NEAR = ("inclination", "period"), 40
"""Of parameters that follow one another in a list, those that may lack their unit, and how close they stand."""
_COLUMN = re.compile(
    r"(?:[ \u00a0]{2,60}|[ \u00a0]{0,40}[\t|][ \t\u00a0]{0,40})"
    r"(?P<number>\d{1,7}(?:,\d{3}\b)?(?:[.,]\d{1,8})?)(?=\s{2}|\s?[\n|]|\t|$)"
)
_RATIO = re.compile(
    r"[\s\u00a0:=|.]{1,24}(?:(?:of|is|was)[\s\u00a0]|about[\s\u00a0]|~){0,2}(?P<number>0?\.\d{1,8})(?![\w%])"
)
_PAIRS = (("perigee", "apogee"), ("apogee", "perigee"), ("periapsis", "apoapsis"), ("apoapsis", "periapsis"))
_BARE_PAIR = re.compile(
    r"(?:[\s\u00a0]?\(|,\s)(?P<unit>km|mi|miles|nmi|n\.?\s?mi\.?|nm)\)?[\s\u00a0:=|]{1,24}(?P<number>\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,3})?)"
    r"\s?[x×/–-]\s?(?P<second>\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,3})?)(?![\w°]|\s?km)",
    re.I,
)
_EVERY = re.compile(
    r"\w{0,4}[^.;\n\d]{0,60}?\bevery[\s\u00a0](?:about\s|approximately\s|some\s)?(?P<number>\d{1,3}(?:\.\d{1,3})?)[\s\u00a0-]"
    r"(?P<unit>min|hour|day)(?:ute)?s?\b",
    re.I,
)
_THOUSANDS = re.compile(r"\d{1,3},\d{3}(?:\.\d{1,8})?")
_TIMES = {"min": "minute", "hour": "hour", "day": "day"}
_TURNING = re.compile(r"orbit|circl|revol", re.I)
_ONCE = re.compile(r"once\b", re.I)
_LONGEST_HEAD = 40


def find_bare_figures(page: Page, words: OrbitWords, taken: Sequence[tuple[int, int]]) -> Iterator[Figure]:
    """Give the figures of label lines whose unit is left out (``Inclination | 51.6``), eccentricities, and periods
    said as ``every 92 minutes``, which are no mentions.

    ``taken`` are the spans of mentions: a figure inside one has its unit already.
    """
    text = page.text
    covered = frozenset(at for start, end in taken for at in (start, end - 1))
    last_end = -_NEAR - 1
    for group in words.groups:
        if group.parameters in _PAIRS:
            yield from _read_pair(text, group, covered)
        if len(group.parameters) != 1 or group.parameters[0] not in UNITS:
            continue
        parameter = group.parameters[0]
        found = _BARE.match(text, group.end) if _is_label(text, group.start) else None
        if found is None and parameter in _LISTED_BARE and group.start - last_end <= _NEAR:
            found = _LISTED.match(text, group.end)
        last_end = group.end
        if found is None and parameter == "eccentricity":
            found = _RATIO.match(text, group.end)
        while found is not None:
            figure = _make(parameter, UNITS[parameter], found)
            low, high = LIMITS[parameter]
            if found.start("number") not in covered and low <= figure.value <= high:
                yield figure
            found = _COLUMN.match(text, found.end())
    yield from _find_periods(text, words, covered)


def _read_pair(text: str, group: Group, covered: frozenset[int]) -> Iterator[Figure]:
    """Read two heights whose unit stands in the label: ``Perigee x apogee (km) | 367 x 400``."""
    found = _BARE_PAIR.match(text, group.end)
    if found is None or found.start("second") in covered:
        return
    unit = {"k": "kilometer", "m": "mile", "n": "nautical_mile"}[found["unit"][0].lower()]
    for parameter, name in zip(group.parameters, ("number", "second"), strict=True):
        surface = found[name]
        value = Decimal(surface.replace(",", ""))
        span = found.span(name)
        if found.start(name) not in covered:
            yield Figure("orbit", parameter, None, value, unit, (span,), f"orbit.{parameter}", span[0],
                         (group.start, group.end), step=half_step(surface, value))  # fmt: skip


def _find_periods(text: str, words: OrbitWords, covered: frozenset[int]) -> Iterator[Figure]:
    if "every" not in text:
        return
    last = -1
    once = [group.start for group in words.groups if _ONCE.match(text, group.start)]
    for place in sorted([*once, *(place for place in words.context["orbit"] if _TURNING.match(text, place))]):
        found = _EVERY.match(text, place) if place > last else None
        if found is None or found.start("number") in covered:
            continue
        last = found.end()
        yield _make("period", _TIMES[found["unit"].lower()], found)


def _make(parameter: str, unit: str | None, found: re.Match[str]) -> Figure:
    surface = found["number"]
    value = Decimal(surface.replace(",", "" if _THOUSANDS.fullmatch(surface) else "."))
    span = (found.start("number"), found.end("unit") if "unit" in found.groupdict() else found.end("number"))
    step = half_step(found["number"], value)
    return Figure(
        "orbit", parameter, None, value, unit, (span,), f"orbit.{parameter}", span[0], found.span(), step=step
    )


def _is_label(text: str, start: int) -> bool:
    """Say that a word opens a line, a cell or a clause, perhaps behind an ``orbit`` of its own."""
    line = text.rfind("\n", 0, start) + 1
    head = text[max(line, start - _LONGEST_HEAD) : start].rstrip(" \t*_'\"[")
    return not head or head[-1] in "|;,:\t•>=-" or head.lower().endswith(("orbit", "orbital", "orbit_"))
