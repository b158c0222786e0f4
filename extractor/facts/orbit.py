"""In: a Reading. Out: orbit facts: perigee, apogee, altitude, period, inclination, eccentricity, semi-major axis.

Which figure is which parameter is decided in ``orbit_binding.py`` and, for figures without a unit, in
``orbit_labels.py`` and ``orbit_tables.py``; here they get their body, craft and the name of their orbit. Words are
in ``orbit.toml``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from extractor.facts.figures import Figure, make_figure, merge_figures
from extractor.facts.orbit_binding import bind_mentions
from extractor.facts.orbit_bound import Bound
from extractor.facts.orbit_labels import find_bare_figures
from extractor.facts.orbit_tables import find_table_figures
from extractor.facts.orbit_words import OrbitWords
from extractor.facts.reading import Reading
from extractor.model import Fact, Mention
from extractor.units import convert
from extractor.values import split_duration

_OTHER_BODY = {"perigee": "periapsis", "apogee": "apoapsis"}
_EARTH = {"periapsis": "perigee", "apoapsis": "apogee"}
_BODY_IN_WORD = re.compile(r"gee|lun|hel|cynth|sel|jov|areion|krone|herm")
_SAID_OF_ORBIT = re.compile(r"orbit|circl|altitude|perigee|apogee|period|inclin|path|\bflies|\btravels", re.I)
_PRONOUN = re.compile(r"(?:It|The\s(?:station|complex|outpost|laboratory))\b")
_COMPLEX = re.compile(r"The\s(?:docked\s|joined\s|combined\s|orbiting\s|orbital\s|linked\s){0,2}complex\b")
_PLAN = re.compile(r"\((?:plan|planned|target|targeted|intended)\)[\s:=|.]{1,12}$", re.I)
_STOP = re.compile(r"[^.]\.\s{1,2}[A-Z]|\n\n(?!\s{0,8}[A-Z][^\n]{0,60}\d)")
_OF_ANY = ("peria", "apoa", "peric", "apoc", "orbit_peri", "orbit_apo")
_TOLERANCE = ("+", "±", "/-", "/–", "/−")
"""What stands before a figure that is how far the one before may be off: ``200 +7/-22 kilometers``."""
_REACH, _CARRIED = 300, 700
_AIR, _PAIR = 85, 60  # kilometers below which nothing circles the Earth; characters between the heights of one orbit
_MANY = 3
_ENTERED = re.compile(r"\b(?:orbit(?:al)?[ -]insertion|entered (?:\w+ )?orbit|captured|capture into)\b", re.I)
_LAUNCHES = ("launch", "lift", "parking")


def find(reading: Reading) -> list[Fact]:
    """Give the orbit facts of a page, in reading order."""
    words = OrbitWords(reading.page)
    figures = [_dress(reading, words, figure) for figure in _list_figures(reading, words)]
    return merge_figures(_settle_low(reading.page.text, figures) if words.bodies["other"] else figures)


def _list_figures(reading: Reading, words: OrbitWords) -> Iterator[Figure]:
    found = bind_mentions(reading, words)
    for bound in found:
        lead = reading.page.text[max(0, bound.mention.start - 3) : bound.mention.start].rstrip()
        figure = None if lead.endswith(_TOLERANCE) else _make(bound)
        if figure is not None:
            yield figure
    if not words.groups and "every" not in reading.page.text:
        return
    spans = [(mention.start, mention.end) for mention in reading.mentions]
    bare = list(find_bare_figures(reading.page, words, spans))
    yield from bare
    taken = {bound.mention.id for bound in found}
    free = [mention for mention in reading.mentions if mention.id not in taken]
    starts = {figure.start for figure in bare}
    yield from (figure for figure in find_table_figures(reading.page, words, free) if figure.start not in starts)


def _settle_low(text: str, figures: list[Figure]) -> Iterator[Figure]:
    """Let an orbit that dips below where craft can circle the Earth be another body's, with its highest point."""
    low = [
        figure.start
        for figure in figures
        if figure.of == "perigee"
        and _is_in_air(figure)
        and "erigee" not in text[max(0, figure.start - _PAIR) : figure.start + _PAIR]
    ]
    for figure in figures:
        near = low and figure.of in _OTHER_BODY and any(abs(figure.start - start) <= _PAIR for start in low)
        of = _OTHER_BODY[figure.of] if near else figure.of
        yield replace(figure, of=of, rule=f"orbit.{of}") if near else figure


def _is_in_air(figure: Figure) -> bool:
    height = convert(figure.value, figure.unit or "", "kilometer")
    return height is not None and 0 < height < _AIR


def _make(bound: Bound) -> Figure | None:
    mention = read_period(bound.mention) if bound.mention.label == "DURATION" else bound.mention
    figure = make_figure("orbit", bound.parameter, mention, bound.conversions)
    if figure is None or (bound.parameter == "inclination" and not 0 <= figure.value <= 180):
        return None
    return replace(figure, trigger=bound.trigger)


def read_period(mention: Mention) -> Mention:
    """Give a duration as a quantity: in its one unit, or in minutes (seconds) if it has several; no value if vague."""
    parts = split_duration(mention.value) if isinstance(mention.value, str) else []
    if len(parts) < 2:
        return replace(mention, value=parts[0][0] if parts else None, unit=parts[0][1] if parts else None)
    seconds = sum((convert(number, unit, "second") or Decimal(0) for number, unit in parts), Decimal(0))
    if seconds % 3:  # no whole number of decimals of a minute
        return replace(mention, value=seconds, unit="second")
    return replace(mention, value=seconds / 60, unit="minute")


def _dress(reading: Reading, words: OrbitWords, figure: Figure) -> Figure:
    """Name the body's own parameter, the craft and the orbit."""
    word = reading.page.text[slice(*figure.trigger)].lower() if figure.trigger else ""
    parameter = figure.of
    if _BODY_IN_WORD.search(word) is None and (parameter in _OTHER_BODY or parameter in _EARTH):
        names = _OTHER_BODY if _is_about_other(reading, words, figure.start, word) else _EARTH
        parameter = names.get(parameter, parameter)
    station = _find_station(reading, figure.start)
    orbit = "station" if station is not None else _name_orbit(reading.page.text, words, figure.start)
    subject = station or reading.subject_at(figure.start, figure.start + 1)
    named = {} if orbit is None else {"orbit": orbit}
    return replace(figure, of=parameter, subject=subject, named=named, rule=f"orbit.{parameter}")


def _is_about_other(reading: Reading, words: OrbitWords, start: int, word: str) -> bool:
    """Say that the orbit at ``start`` is about another body than the Earth.

    The nearest word of its clause decides, else one before in its sentence; a word such as ``periapsis`` is said of
    other bodies; else the orbit last spoken of, in the block or its heading, else that of the same craft before on the
    page, unless this is its first one.
    """
    text = reading.page.text
    sentence = reading.sentence_at(start)
    if sentence is not None:
        low, high = max(sentence.start, start - _REACH), min(sentence.end, start + _REACH)
        clause = (max(low, text.rfind(";", low, start) + 1), high if (end := text.find(";", start, high)) < 0 else end)
        for span in (clause, (low, start)):
            other, earth = (words.measure_to_body(kind, start, *span) for kind in ("other", "earth"))
            if other != earth:
                return other < earth
    if word.startswith(_OF_ANY):
        return bool(words.bodies["other"])
    block = reading.block_at(start)
    heading = reading.heading_of(block) if block is not None else None
    spans = [(block.start, start) if block is not None else (start - _CARRIED, start)]
    if heading is not None:
        spans.append((heading.start, heading.end))
    for span in spans:
        other, earth = (words.find_orbited(kind, *span) for kind in ("other", "earth"))
        if other != earth:
            return other > earth
    other, earth = (words.find_orbited(kind, 0, start) for kind in ("other", "earth"))
    if other <= earth:
        return False
    if _name_orbit(text, words, start) == "initial" and not _ENTERED.search(text, max(0, start - _REACH), start):
        return False
    if earth < 0 and sentence is not None and _tells_of_other(text[sentence.start : sentence.end], words):
        return True
    return reading.subject_at(other, other + 1) == reading.subject_at(start, start + 1)


def _tells_of_other(said: str, words: OrbitWords) -> bool:
    """Say that a page that names no orbit's body is about a probe of another one, and its sentence of no launch."""
    others = len(words.bodies["other"])
    return others >= _MANY and others > 2 * len(words.bodies["earth"]) and not any(word in said for word in _LAUNCHES)


def _find_station(reading: Reading, start: int) -> str | None:
    """Give the station whose orbit a figure is: the only craft named before it in its sentence."""
    sentence = reading.sentence_at(start)
    if sentence is None:
        return None
    names = [name for name in reading.crafts_in(sentence.start, sentence.end) if name.end <= start]
    if not names and _COMPLEX.match(reading.page.text, sentence.start):
        stations = {name.name for name in reading.crafts.names if name.kind == "station"}
        return stations.pop() if len(stations) == 1 else None
    if not names and _PRONOUN.match(reading.page.text, sentence.start):
        previous = reading.sentence_before(sentence)
        before = reading.crafts_in(previous.start, previous.end) if previous is not None else ()
        kinds = {name.kind for name in before}
        return before[-1].name if kinds == {"station"} else None
    if not names or any(name.kind != "station" for name in names):
        return None
    return names[-1].name if _SAID_OF_ORBIT.search(reading.page.text, names[-1].end, start) else None


def _name_orbit(text: str, words: OrbitWords, start: int) -> str | None:
    """Give the name of the orbit said nearest before a figure: in its sentence, in the line or heading above."""
    nearest: str | None = "target" if _PLAN.search(text, max(0, start - 30), start) else None
    for begin, end, name in words.names:
        if not start - _REACH <= begin < start or _STOP.search(text, end - 1, start + 1):
            continue
        if nearest == "target" and "\n" not in text[end:start]:
            continue
        nearest = name
    return nearest
