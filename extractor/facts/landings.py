"""In: a sentence about a landing. Out: the place where the craft came down, or was to."""

import re
import tomllib
from pathlib import Path
from typing import Any

from extractor.facts.reading import Reading

_PROSE = tomllib.loads(Path(__file__).with_name("designation.toml").read_text("utf-8"))["prose"]
_DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_name("landings.toml").read_text("utf-8"))
_FORMS = "|".join(f"{re.escape(word)}|{re.escape(word.capitalize())}" for word in _PROSE["planned"])
PLANNED = re.compile(rf"(?<!\b[Aa]s )(?<!\bthan )\b(?:{_FORMS})\b(?! to (?:bad|poor|the|a|high|strong|weather))")
"""Words by which a landing is one that was to be."""


def _list(name: str) -> str:
    """Write the alternation of a list of words of places."""
    ordered = sorted(_DATA["place"][name], key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", "[ \n-]") for word in ordered) + ")"


_S = r"[ \n]"
_CALENDAR = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{3,6})?"
    r"|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
    r"|[ECMP][SD]T|UTC?|GMT|MSK|JST)\b(?![’'-])"
)
_CAP = rf"(?!{_CALENDAR})[A-Z][\w’'.-]*"
_NAME = rf"(?:{_CAP}(?:{_S}(?:(?:of|and|the|de|du|da){_S}){{0,2}}{_CAP}){{0,6}}(?:{_S}{_list('nouns')}){{0,2}})"
_OF = rf"(?:(?:{_list('ground')}{_S})?{_list('settled')}{_S}(?:of|in){_S}(?:the{_S})?)?"
_TAIL = (
    rf"(?:,?{_S}(?:(?:just|about|some|roughly){_S})?"
    rf"(?:off|near|in|of|at|{_list('directions')}{_S}of|on|along|from|outside){_S}(?:the{_S})?{_OF}"
    rf"(?:{_list('quarters')}{_S})?{_NAME})"
)
_COMMA = rf"(?:,{_S}(?!NASA|ESA|JAXA|SpaceX)(?:{_list('directions')}{_S}of{_S})?{_CAP}(?:{_S}{_CAP})?)"
_DISTANCE = (
    rf"\d[\d.,]*(?:{_S}to{_S}\d+)?[ \n-]{_list('units')}(?:{_S}\([^)\n]{{2,20}}\))?{_S}{_list('directions')}"
    rf"(?:{_S}coast)?(?:{_S}(?:of|from))?{_S}(?:the{_S})?{_OF}{_NAME}{_COMMA}?{_TAIL}?{_COMMA}?"
)
_RUNWAY = rf"(?:[Rr]unway{_S}\d{{1,2}}[LRC]?(?:{_S}(?:at|of|on){_S}(?:the{_S})?|,{_S}))?"
_LEAD = rf"(?:(?:{_list('quarters')}|{_list('ground')}|{_list('settled')}|of|the|in|on|at|\d{{1,2}}[LRC]?){_S}){{0,6}}"
_PLACE = re.compile(
    rf"(?P<far>{_DISTANCE})"
    rf"|(?:{_S}|^)(?:in|at|on|onto|into|near|upon|among|along|over|off|inside|around){_S}(?:the{_S})?"
    rf"(?P<lead>{_LEAD})(?P<place>{_RUNWAY}{_NAME}{_COMMA}?{_TAIL}{{0,2}}{_COMMA}?)"
    rf"|(?P<coast>off{_S}(?:the{_S})?(?:\w+{_S})?coast{_S}of{_S}{_NAME}{_COMMA}?{_TAIL}?)"
    rf"|\boff{_S}(?P<off>{_NAME}{_COMMA}?)"
    rf"|\brunway{_S}(?:of|at){_S}(?:the{_S})?(?P<strip>{_NAME}{_COMMA}?{_TAIL}?)"
)
_QUARTER = re.compile(rf"{_list('quarters')}{_S}$")
_BETWEEN = frozenset(_DATA["between"]["words"].split()) | frozenset(_DATA["place"]["ground"])
_TOO_WIDE = frozenset(_DATA["too_wide"]["words"].split())
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_REACH = 200
_LOOK_BACK = 400
_MOST_BETWEEN = 14


def find_landing(reading: Reading, start: int, end: int) -> tuple[int, int, str] | None:
    """Find the place of a landing whose word is ``[start, end)``: its span, and ``planned`` or ``actual``."""
    sentence = reading.sentence_at(start)
    text = reading.page.text
    if sentence is None:
        return None
    stop = min(sentence.end, end + _REACH)
    at = end - 7 if text[start:end].lower().endswith(("into", "onto", "runway")) else end
    for _ in range(3):
        found = _PLACE.search(text, at, stop)
        if found is None or (found["far"] is None and not _passes(reading, end, found.start())):
            return None
        span = _widen(text, found)
        if not all(word.lower() in _TOO_WIDE for word in _WORD.findall(text[span[0] : span[1]])):
            planned = PLANNED.search(text, max(sentence.start, start - _LOOK_BACK), start + 40) is not None
            return *span, "planned" if planned else "actual"
        at = found.end()
    return None


def _widen(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Give the span of a place, with a quarter that belongs to its name: ``western Pacific``."""
    start, end = next(found.span(name) for name in ("far", "place", "coast", "off", "strip") if found[name])
    quarter = _QUARTER.search(found["lead"]) if found["lead"] else None
    while text[end - 1] in ".,; \n":
        end -= 1
    return (start - len(quarter.group()) if quarter else start), end


def _passes(reading: Reading, start: int, end: int) -> bool:
    """Say that only mentions and words of time and manner stand between the landing's word and the place."""
    text = reading.page.text
    parts = []
    at = start
    for mention in reading.mentions_in(start, end):
        parts.append(text[at : mention.start])
        at = max(at, mention.end)
    parts.append(text[at:end])
    words = [word for word in _WORD.findall(" ".join(parts)) if not word[0].isupper()]
    return len(words) <= _MOST_BETWEEN and all(word in _BETWEEN or word.endswith("ly") for word in words)
