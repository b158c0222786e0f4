"""In: a sentence about a landing. Out: the place where the craft came down, or was to."""

import re

from extractor.facts.reading import Reading
from extractor.facts.tables import load_tables

_PROSE = load_tables("designation")["prose"]
_DATA = load_tables("landings")
_FORMS = "|".join(f"{re.escape(word)}|{re.escape(word.capitalize())}" for word in _PROSE["planned"])
PLANNED = re.compile(rf"(?<!\b[Aa]s )(?<!\bthan )\b(?:{_FORMS})\b(?! to (?:bad|poor|the|a|high|strong|weather))")
"""Words by which a landing is one that was to be."""


def _list(name: str) -> str:
    """Write the alternation of a list of words of places."""
    ordered = sorted(_DATA["place"][name], key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", "[ \n-]") for word in ordered) + ")"


_GIVEN_UP = re.compile(rf"\b(?:{'|'.join(map(re.escape, _PROSE['given_up']))})\b")
_S = r"[ \n]"
_DIRECTION = (
    r"(?:(?:north|south|east|west)(?:-?(?:north|south))?(?:-?(?:east|west))?|[NSEW]{1,3}\b|downrange|offshore|off|away)"
)
_QUARTERS = r"(?:(?:(?:north|south)(?:east|west)?|east|west)(?:ern)?|central|mid)"
_CALENDAR = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{3,6})?"
    r"|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
    r"|[ECMP][SD]T|UTC?|GMT|MSK|JST)\b(?![’'-])"
)
_CAP = rf"(?!{_CALENDAR})[A-Z][\w’'.-]*"
_NAME = re.compile(rf"{_CAP}(?:{_S}(?:(?:of|and|the|de|du|da){_S}){{0,2}}{_CAP}){{0,6}}(?:{_S}{_list('nouns')}){{0,2}}")
_PAIR = re.compile(rf"{_CAP}(?:{_S}{_CAP})?")
_OF = rf"(?:(?:{_list('ground')}{_S})?{_list('settled')}{_S}(?:of|in){_S}(?:the{_S})?)?"
_RUNWAY = rf"[Rr]unway{_S}\d{{1,2}}[LRC]?(?:{_S}(?:at|of|on){_S}(?:the{_S})?|,{_S})"
_GROUND = rf"(?:[a-z-]{{3,12}}{_S})?{_list('ground')}"
_LEAD = rf"(?:(?:{_QUARTERS}|{_GROUND}|{_list('settled')}|of|the|in|on|at|\d{{1,2}}[LRC]?){_S}){{0,6}}"
_HEAD = re.compile(
    rf"(?P<far>\d[\d.,]*(?:{_S}to{_S}\d+)?[ \n-]{_list('units')}(?:{_S}\([^)\n]{{2,20}}\))?{_S}{_DIRECTION}"
    rf"(?:{_S}coast)?(?:{_S}(?:of|from))?{_S}(?:the{_S})?{_OF}(?=[A-Z]))"
    rf"|(?:{_S}|^)(?:in|at|on|onto|into|near|upon|among|along|over|off|inside|around){_S}(?:the{_S})?"
    rf"(?P<lead>{_LEAD})(?P<runway>{_RUNWAY})?(?=[A-Z])"
    rf"|,?{_S}(?P<side>(?:just{_S}|to{_S}the{_S})?{_DIRECTION}{_S}of{_S}(?:the{_S})?{_OF}(?=[A-Z]))"
    rf"|\brunway{_S}(?:of|at){_S}(?:the{_S})?(?=[A-Z])"
)
_COMMA = re.compile(rf",{_S}(?!NASA|ESA|JAXA|SpaceX)(?:{_DIRECTION}{_S}of{_S})?(?=[A-Z])")
_FAR = rf"\d[\d.,]*[ \n-]{_list('units')}(?:{_S}\([^)\n]{{2,20}}\))?{_S}"
_TAIL = re.compile(
    rf",?{_S}(?:(?:just|about|some|roughly|approximately|nearly){_S})?(?:{_FAR}(?={_DIRECTION}{_S}))?"
    rf"(?:off|near|in|of|at|{_DIRECTION}{_S}of|on|along|from|outside){_S}(?:the{_S})?{_OF}"
    rf"(?:{_QUARTERS}{_S})?(?=[A-Z])"
)
_QUARTER = re.compile(rf"{_QUARTERS}{_S}$")
_COAST = re.compile(rf"(?:{_QUARTERS}{_S})?\b(?:coasts?|shores?){_S}of{_S}(?:the{_S})?$")
"""A coast that belongs to what is named: a country alone is too wide for a landing, its coast is not."""
_BETWEEN = frozenset(_DATA["between"]["words"].split()) | frozenset(_DATA["place"]["ground"])
_TOO_WIDE = frozenset(_DATA["too_wide"]["words"].split())
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_REACH = 200
_LOOK_BACK = 400
_MOST_BETWEEN = 14
_MOST_TRIES = 3
_GIVEN_UP_REACH = 40
_DEBRIS = re.compile(
    r"\b(?:debris|fragments?|pieces|remains|remnants|wreckage|shards?|parts|stages?|boosters?)\b", re.I
)
_DEBRIS_REACH = 60


def find_landing(reading: Reading, start: int, end: int) -> tuple[int, int, str] | None:
    """Find the place of a landing whose word is ``[start, end)``: its span, and ``planned`` or ``actual``."""
    sentence = reading.sentence_at(start)
    text = reading.page.text
    if sentence is None:
        return None
    stop = min(sentence.end, end + _REACH)
    if _DEBRIS.search(text, max(sentence.start, start - _DEBRIS_REACH), start):
        return None
    at = end - 7 if text[start:end].lower().endswith(("into", "onto", "runway")) else end
    for _ in range(_MOST_TRIES):
        head = _HEAD.search(text, at, stop)
        if head is None or (head["far"] is None and not _passes(reading, end, head.start())):
            return None
        span = _read_place(text, head, stop)
        if span and not _is_too_wide(text[span[0] : span[1]]):
            if _GIVEN_UP.search(text, max(sentence.start, start - _GIVEN_UP_REACH), end + _GIVEN_UP_REACH):
                return None
            planned = PLANNED.search(text, max(sentence.start, start - _LOOK_BACK), start + 40) is not None
            return *span, "planned" if planned else "actual"
        at = span[1] if span else head.end()
    return None


def _is_too_wide(place: str) -> bool:
    """Say that a place is a country or a body at large."""
    return all(word.lower() in _TOO_WIDE for word in _WORD.findall(place))


def _read_place(text: str, head: re.Match[str], stop: int) -> tuple[int, int] | None:
    """Read the place that a head such as ``in the western`` leads to, with what is said of where it is."""
    name = _NAME.match(text, head.end(), stop)
    if name is None:
        return None
    start, end = name.start(), _follow(text, name.end(), stop, _COMMA, _PAIR)
    for _ in range(2):
        end = _follow(text, end, stop, _TAIL, _NAME)
    end = _follow(text, end, stop, _COMMA, _PAIR)
    while text[end - 1] in ".,; \n":
        end -= 1
    quarter = _QUARTER.search(head["lead"]) if head["lead"] else None
    if head["lead"] and quarter is None and _is_too_wide(text[start:end]):
        quarter = _COAST.search(head["lead"])
    if head["far"] is not None:
        start = head.start()
    elif head["side"] is not None:
        start = head.start("side")
    elif head["runway"] is not None:
        start = head.start("runway")
    elif quarter:
        start -= len(quarter.group())
    return start, end


def _follow(text: str, at: int, stop: int, link: re.Pattern[str], name: re.Pattern[str]) -> int:
    """Go on over a link and the name behind it; gives where they end, or ``at`` where there are none."""
    linked = link.match(text, at, stop)
    named = name.match(text, linked.end(), stop) if linked else None
    return named.end() if named else at


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
