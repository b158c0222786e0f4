"""In: a unit's words on a page and what stands around them. Out: pint's name of the unit meant there, or none.

Most surface forms mean one unit. The others are told by their surroundings here: a ``ton`` by the page, ``g`` by what
is said of it, ``pounds`` as mass or force, ``degrees`` as angle or temperature, ``in`` and letters as units or not.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from extractor.mentions.lexicon import load_lexicon

_SPACE = re.compile(r"[\s\u00a0]{1,4}")
_SHORT = 2
_METRIC = re.compile(
    r"(?i:\d[\s\u00a0-]?(?:km|kg|kilomet|kilogra|metric\ston|tonne|met(?:er|re)s?\b|cm\b|mm\b))|\d\s?m\b"
)
_AMERICAN = re.compile(
    r"\b(?:NASA|U\.?S\.? |United States|American|Cape (?:Canaveral|Kennedy)|Houston|E[SD]T|C[SD]T|P[SD]T|Eastern)\b"
    r"|(?i:\d[\s-]?(?:miles?|pounds?|feet|foot|lbs?)\b)"
)
_THRUST_BEFORE = re.compile(
    r"\bthrust(?:\s(?:of|is|was|were|rated|at|to|from|level|levels|rating|about|approximately|up|over|some|nearly|almost"
    r"|around|roughly|more|less|than|each|total|by|reached|producing|with|=|:)){0,4}[\s:=~(|]{1,3}$",
    re.I,
)
_THRUST_BEHIND = re.compile(
    r"[\s-]{1,2}(?:\([^()\n]{1,30}\)\s)?(?:of\s|in\s)?(?:(?:vacuum|sea[- ]level|take-?off|lift-?off|total|combined"
    r"|rated|launch|rocket|engine|max(?:imum)?)\s){0,2}(?:thrust\b|force\b)",
    re.I,
)
_FORCES = {
    "pound": "pound_force", "kilogram": "kilogram_force", "metric_ton": "metric_ton_force", "ton": "force_ton",
}  # fmt: skip
_MONEY = re.compile(
    r"\b(?:costs?|costing|budget|worth|price[ds]?|paid|pay|fund(?:s|ed|ing)?|spen[dt]|prize)\b[^.\n]{0,30}$", re.I
)
_STERLING = re.compile(r"\s(?:sterling|a\syear|in\s(?:funding|cash))\b", re.I)
_LOAD = re.compile(
    r"accelerat|decelerat|overload|g-?(?:load|forc)|centrifug|\bpeak|\bpull(?:ed|ing)?\b|gravit|\bshock|vibrat|ballistic|"
    r"withst[ao]o?n?d|load factor|\bloads?\b|\bforces?\b|sustain|experienc",
    re.I,
)
_WARM = re.compile(
    r"temperature|\bheat|\bcool|\bwarm|\bhot\b|\bcold|thermal|\bfreez|\bmelt|\bboil|weather|\bhighs?\sof|\blows?\sof|chill"
    r"|forecast|cryogen|\bminus\s$|thermostat|thermomet|\bbake",
    re.I,
)
_WARM_BEHIND = re.compile(r"^\s(?:above|below)\s(?:zero|freezing)|^\s(?:hotter|colder|warmer|cooler)|^\sabsolute", re.I)
_TURNED = re.compile(
    r"inclin|latitude|longitude|\bangle|azimuth|\btilt|\broll|\bpitch|\byaw|orbit|rotat|\bturn|elevat|\bbank|orient|plane"
    r"|north|south|\beast|\bwest|equator|swing|swung|attitude|bearing|heading|phase|slew",
    re.I,
)
_SCHOOL = re.compile(
    r"bachelor|master[’']|doctor|ph\.?\s?d|universit|college|graduat|honorary|academic|\bearn|\bholds?\b", re.I
)
_STUDIES = re.compile(
    r"[\s-](?:of\sfreedom|in\s(?:[a-z]+\s(?:and\s)?){0,3}[a-z]*(?:ing|ics|ry|ce|gy|ine)\b|holder)", re.I
)
_ORBITAL = re.compile(
    r"orbit|apogee|perigee|altitude|downrange|\brange|insertion|distance|offshore|\bmiles?\b|nautical", re.I
)
_OPTICAL = re.compile(
    r"wavelength|infrared|laser|visible|spectr|filter|\bband|ultraviolet|\blight\b|emission|\bUV\b|optic|chip", re.I
)
_INCH_BEHIND = re.compile(
    r"\.?[\s\u00a0-]?(?:\)|\]|,|;|x\b|×|/|\n|$|by\s\d|\(\d|long\b|wide\b|high\b|tall\b|thick|deep\b|dia|in\s(?:diam|leng|wid|"
    r"heig|dep|thick)|telescop|gun|mortar|mirror|square|lens|disk|screen|apart|above|below|of\s(?:rain|snow|water))|\.\s",
    re.I,
)
_COUNTED = re.compile(
    r"\s(?:people|users|viewers|visitors|dollars|pounds|euros|rubles|tons|tonnes|copies|years|jobs|homes)\b", re.I
)
_CLOCK_BEFORE = re.compile(r"\d\s?(?:h|hrs?|hours?|d)[\s,:]{0,2}$|\bT\s?[-+]\s?$", re.I)
_CLOCK_BEHIND = re.compile(r"[\s,:]{0,2}\d{1,2}(?:\.\d{1,3})?\s?(?:s|secs?|seconds?)\b", re.I)
_NAME_BEFORE = re.compile(
    r"(?:^|[\s(\"“])([A-Z][\w.’'-]*|page|version|part|chapter|section|figure|table|model|type|class|item|pad|room|gate|block)\s$"
)
_EAST_WEST_BEHIND = re.compile(r"[\s,;/]{1,3}(?:and\s|by\s)?\d{1,3}(?:\.\d{1,4})?\s?°?\s?[EW]\b|\s(?:lat|lon)", re.I)
_NORTH_BEFORE = re.compile(
    r"\d\s?°?\s?[NS][\s,;/]{1,3}(?:and\s|by\s)?[\d.]{0,8}\s?$|\bl(?:at|on)\w{0,6}[.:]?\s?$", re.I
)
_CURRENT = re.compile(r"current|amp|volt|batter|\bDC\b|power|fuse|supply", re.I)


@cache
def _read_units(name: str) -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """Give the units of a class by exact form, by small form, and the small forms of symbols.

    Forms of up to two letters count exactly; symbols with capitals of their own (``kPa``) may be written small besides.
    """
    exact: dict[str, str] = {}
    small: dict[str, str] = {}
    symbols: set[str] = set()
    for unit, forms in load_lexicon().classes[name].items():
        for form in forms:
            exact.setdefault(form, unit)
            if len(form.rstrip(".")) > _SHORT:
                small.setdefault(form.lower(), unit)
                if form != form.lower() and " " not in form:
                    symbols.add(form.lower())
    return exact, small, frozenset(symbols)


def read_unit(surface: str, name: str = "unit") -> str | None:
    """Give pint's name of a surface form in the lexicon class ``name``; words in any case, symbols in their own."""
    exact, small, symbols = _read_units(name)
    form = _SPACE.sub(" ", surface)
    for spelling in (form, form.rstrip(".")):
        lowered = spelling.lower()
        unit = exact.get(spelling) or (None if lowered in symbols and spelling != lowered else small.get(lowered))
        if unit is not None:
            return unit
    return None


def choose_unit(surface: str, text: str, start: int, end: int) -> str | None:
    """Give the unit that ``surface`` means behind a number that starts at ``start``, the unit ending at ``end``.

    ``None`` where the words are no unit there: ``three degrees in physics``, ``pad 39 A``.
    """
    unit = read_unit(surface)
    if unit is None:
        return None
    if len(surface) == 1 and surface.isalpha() and _is_letter_of_name(surface, text, start, end):
        return None
    if surface[:1].isupper() and surface[1:].islower() and len(surface) > _SHORT and unit in _PERSONS:
        return None
    sense = _SENSES.get(unit)
    return unit if sense is None else sense(unit, surface, text, start, end)


_PERSONS = frozenset(
    {
        "newton",
        "joule",
        "watt",
        "tesla",
        "curie",
        "kelvin",
        "pascal",
        "hertz",
        "bar",
        "rem",
        "gray",
        "ohm",
        "volt",
        "farad",
    }
)


def _is_letter_of_name(surface: str, text: str, start: int, end: int) -> bool:
    """Say that a letter behind a number belongs to a name or a coordinate: ``Pad 39 A``, ``45.9 N, 63.3 E``."""
    before = text[max(0, start - 32) : start]
    name = _NAME_BEFORE.search(before)
    if name is not None and load_lexicon().canonical("figure_word", name[1]) is None:
        return True
    if surface in "NW":
        return bool(_EAST_WEST_BEHIND.match(text, end) or _NORTH_BEFORE.search(before))
    around = text[max(0, start - 60) : end + 40]
    if surface == "A":
        return _CURRENT.search(around) is None
    return surface == "K" and text[end - 2].isdigit() and _WARM.search(around) is None


@lru_cache(maxsize=8)
def is_american_without_metric(text: str) -> bool:
    """Say that a page is American and gives no metric measure: its tons are of 2,000 pounds (ANNOTATION)."""
    return _METRIC.search(text) is None and _AMERICAN.search(text) is not None


def _sense_weight(unit: str, surface: str, text: str, start: int, end: int) -> str | None:
    before = text[max(0, start - 64) : start]
    if unit == "ton" and "short" not in surface.lower() and not is_american_without_metric(text):
        unit = "metric_ton"
    if _THRUST_BEFORE.search(before) or _THRUST_BEHIND.match(text, end):
        return _FORCES[unit]
    if unit == "pound" and (_STERLING.match(text, end) or _MONEY.search(before)):
        return None
    return unit


def _sense_gram(unit: str, surface: str, text: str, start: int, end: int) -> str | None:
    if surface != "g":
        return unit
    return "standard_gravity" if _LOAD.search(text[max(0, start - 60) : end + 30]) else unit


def _sense_gravity(unit: str, surface: str, text: str, start: int, end: int) -> str | None:
    if surface in ("G", "Gs", "gs") and not _LOAD.search(text[max(0, start - 60) : end + 30]):
        return None
    return unit


def _sense_degree(unit: str, surface: str, text: str, start: int, end: int) -> str | None:
    behind = text[end : end + 40]
    if surface in "°º˚":
        return unit
    spelled = text[start].isalpha()
    if _STUDIES.match(behind) and (spelled or behind[1:3] == "of"):
        return None
    if spelled and _SCHOOL.search(text[max(0, start - 40) : end + 60]):
        return None
    warm = [found.end() for found in _WARM.finditer(text[max(0, start - 60) : start])]
    turned = [found.end() for found in _TURNED.finditer(text[max(0, start - 60) : start])]
    if _WARM_BEHIND.match(behind) or (
        warm and (not turned or turned[-1] < warm[-1]) and not _TURNED.match(behind.lstrip(" -"))
    ):
        return "degree_Fahrenheit" if is_american_without_metric(text) else "degree_Celsius"
    return unit


def _sense_inch(unit: str, surface: str, text: str, start: int, end: int) -> str | None:
    if surface.lower() not in ("in", "in."):
        return unit
    if text[start].isalpha() or text[end : end + 1] == "-" or not _INCH_BEHIND.match(text, end - surface.endswith(".")):
        return None
    return unit


def _sense_meter(unit: str, surface: str, text: str, start: int, end: int) -> str | None:
    if surface == "m" and (
        _COUNTED.match(text, end)
        or _CLOCK_BEHIND.match(text, end)
        or _CLOCK_BEFORE.search(text[max(0, start - 12) : start])
    ):
        return None
    return unit


def _sense_nanometer(unit: str, surface: str, text: str, start: int, end: int) -> str | None:
    around = text[max(0, start - 80) : end + 60]
    if surface == "nm" and _ORBITAL.search(around) and not _OPTICAL.search(around):
        return "nautical_mile"
    return unit


Sense = Callable[[str, str, str, int, int], str | None]
_SENSES: dict[str, Sense] = {
    "pound": _sense_weight, "ton": _sense_weight, "metric_ton": _sense_weight, "kilogram": _sense_weight,
    "gram": _sense_gram, "standard_gravity": _sense_gravity, "degree": _sense_degree, "inch": _sense_inch,
    "meter": _sense_meter, "nanometer": _sense_nanometer,
}  # fmt: skip
