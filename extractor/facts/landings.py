"""In: a sentence about a landing. Out: the place where the craft came down, or was to."""

import re

from extractor.facts.reading import Reading
from extractor.facts.tables import load_tables

_PROSE = load_tables("designation")["prose"]
_DATA = load_tables("landings")
_FORMS = "|".join(f"{re.escape(word)}|{re.escape(word.capitalize())}" for word in _PROSE["planned"])
PLANNED = re.compile(rf"(?<!\b[Aa]s )(?<!\bthan )\b(?:{_FORMS})\b(?! to (?:bad|poor|the|a|high|strong|weather))")
"""Words by which a landing is one that was to be."""
_CAME = re.compile(
    r"\b(?:descen(?:t|ded)|approach(?:ed)?|dive|dove|glided?|swooped|came|returned|flew|plunged|raced|streaked|parachuted|dropped|fell)\b"
    r"[^.;,]{0,40}\s$",
    re.I,
)
"""What leads on to a landing that was made: ``made a flawless descent to land on``."""
_IS_PLANNED = re.compile(r"[^.;,]{0,90}\b(?:is|was|had\sbeen)\s(?:planned|scheduled|expected|targeted|set)\b")


def _list(name: str) -> str:
    """Write the alternation of a list of words of places."""
    ordered = sorted(_DATA["place"][name], key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"(?:[ \n]{1,12}|-)") for word in ordered) + ")"


_GIVEN_UP = re.compile(rf"\b(?:{'|'.join(map(re.escape, _PROSE['given_up']))})\b")
_S = r"[ \n]{1,12}"
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
_POLE = rf"lunar{_S}(?:south|north){_S}pole"
_NAME = re.compile(
    rf"{_POLE}|{_CAP}(?:{_S}(?:(?:of|and|the|de|du|da){_S}){{0,2}}{_CAP}){{0,6}}(?:{_S}{_list('nouns')}){{0,2}}"
)
_PAIR = re.compile(rf"{_CAP}(?:{_S}{_CAP})?")
_OF = rf"(?:(?:{_list('ground')}{_S})?{_list('settled')}{_S}(?:of|in){_S}(?:the{_S})?)?"
_RUNWAY = rf"[Rr]unway{_S}\d{{1,2}}[LRC]?(?:{_S}(?:at|of|on){_S}(?:the{_S})?|,{_S})"
_GROUND = rf"(?!(?:[a-z-]{{3,12}}{_S})?runway{_S}\d)(?:[a-z-]{{3,12}}{_S})?{_list('ground')}"
_LEAD = rf"(?:(?:{_QUARTERS}|{_GROUND}|{_list('settled')}|of|the|in|on|at|near|outside|\d{{1,2}}[LRC]?){_S}){{0,6}}"
_SOME = rf"(?:the|an?(?={_S}(?:{_QUARTERS}|{_GROUND}|{_list('settled')})\b)){_S}"
"""The article of a place that is named, or of one that is told by its ground: ``a wheat field near Arkalyk``."""
_NAMED = rf"(?=[A-Z]|{_POLE})"
_HEAD = re.compile(
    rf"(?P<far>\d[\d.,]*(?:{_S}to{_S}\d+)?[ \n-]{_list('units')}(?:{_S}\([^)\n]{{2,20}}\))?{_S}"
    rf"(?:{_DIRECTION}(?:{_S}coast)?(?:{_S}(?:of|from))?|from){_S}(?:the{_S})?{_OF}(?=[A-Z]))"
    rf"|(?:{_S}|^)(?:in|at|on|onto|into|near|upon|for(?={_S}[Rr]unway)|among|along|over|off|inside|around){_S}(?:{_SOME})?"
    rf"(?P<lead>{_LEAD})(?:(?:[a-z-]{{3,12}}{_S})?(?P<runway>{_RUNWAY}))?{_NAMED}"
    rf"|,?{_S}(?P<side>(?:just{_S}|to{_S}the{_S})?{_DIRECTION}{_S}of{_S}(?:the{_S})?{_OF}(?=[A-Z]))"
    rf"|\brunway{_S}(?:of|at){_S}(?:the{_S})?(?=[A-Z])"
)
_COMMA = re.compile(rf",{_S}(?!NASA|ESA|JAXA|SpaceX)(?:{_DIRECTION}{_S}of{_S})?(?=[A-Z])")
_DAY = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)"
    r"|Dec(?:ember|\.)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[\s,]"
)
"""What behind ``on`` is a day and no place: ``in the South Pacific on March 23``."""
_FAR = rf"\d[\d.,]*[ \n-]{_list('units')}(?:{_S}\([^)\n]{{2,20}}\))?{_S}"
_TAIL = re.compile(
    rf",?{_S}(?:(?:just|about|some|roughly|approximately|nearly){_S})?(?:{_FAR}(?={_DIRECTION}{_S}))?"
    rf"(?:off|near|in|of|at|{_DIRECTION}{_S}of|on|along|from|outside){_S}(?:the{_S})?{_OF}"
    rf"(?:{_QUARTERS}{_S})?(?=[A-Z])(?!{_DAY})"
)
_QUARTER = re.compile(rf"{_QUARTERS}{_S}$")
_TERRAIN = re.compile(
    rf"(?:(?:{_QUARTERS}|(?!the\b)[a-z-]{{3,14}}){_S})?\b{_list('terrain')}{_S}(?:of|in){_S}(?:the{_S})?$"
)
"""The ground that belongs to what is named: a country alone is too wide for a landing, its coast or steppe is not."""
_VAGUE = re.compile(rf"{_QUARTERS}|{_list('terrain')}|remote|snowy|snow-covered|vast|open|a", re.I)
_BETWEEN = frozenset(_DATA["between"]["words"].split()) | frozenset(_DATA["place"]["ground"])
_TOO_WIDE = frozenset(_DATA["too_wide"]["words"].split())
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+){0,9}")
_MOST_OF_GROUND = 4  # words of a place that is but a desert or a steppe
_REACH = 200
_LOOK_BACK = 400
_MOST_BETWEEN = 14
_MOST_TRIES = 3
_GIVEN_UP_REACH = 40
_DEBRIS = re.compile(
    r"\b(?:debris|fragments?|pieces|remains|remnants|wreckage|shards?|parts|stages?|boosters?)\b", re.I
)
_DEBRIS_REACH = 60
_COAST_OF = re.compile(
    rf"(?<=[’']s){_S}(?:{_QUARTERS}{_S})?(?:gulf{_S})?(?:coasts?|shores?|deserts?|steppes?|outback|plains?|(?:north|south){_S}pole)\b",
    re.I,
)
_RUNWAY_NUMBER = re.compile(rf"(?<=[Rr]unway){_S}\d{{1,2}}[LRC]?\b")
_OWNED = re.compile(rf"(?<=[’']s){_S}(?:\([A-Z]{{2,6}}\){_S})?(?=[A-Z])")
_FLIERS = r"(?:aircraft|jets?|(?:air)?planes?|T-38s?|helicopters?|airliners?|Grumman)\b"
_IN_AIRCRAFT = re.compile(rf"(?:[’']s)?[^.;,]{{0,30}}{_S}(?:aboard|in|on|with){_S}(?!which)[^.;,]{{0,40}}\b{_FLIERS}")
_BY_AIRCRAFT = re.compile(rf"\b{_FLIERS}(?:{_S}[a-z]{{2,9}})?{_S}$")
_DEGREES = r"\d{1,3}(?:\.\d{1,5})?(?:\s?°|\s?deg(?:rees?|\.)?)?\s?"
_POSITION = (
    rf"{_DEGREES}(?:[NS]\b|north|south)\.?(?:{_S}lat(?:itude)?\b\.?)?,?{_S}(?:(?:and|by){_S})?"
    rf"{_DEGREES}(?:[EW]\b|east|west)(?:{_S}long(?:itude)?\b)?"
)
_BARE_POSITION = re.compile(_POSITION)
_COORDINATES = re.compile(
    rf"(?:{_S}(?:site|point|spot|coordinates|location))?[^.;:()]{{0,50}}?{_S}(?:at|near|was|were|is|are)"
    rf"{_S}(?:(?:about|approximately|around|some){_S})?(?P<place>{_POSITION})"
)
"""A landing's place that is told by latitude and longitude alone."""


def find_landing(reading: Reading, start: int, end: int) -> tuple[int, int, str] | None:
    """Find the place of a landing whose word is ``[start, end)``: its span, and ``planned`` or ``actual``."""
    sentence = reading.sentence_at(start)
    text = reading.page.text
    if sentence is None:
        return None
    stop = min(sentence.end, end + _REACH)
    if _DEBRIS.search(text, max(sentence.start, start - _DEBRIS_REACH), start):
        return None
    if _BY_AIRCRAFT.search(text, max(sentence.start, start - _DEBRIS_REACH), start):
        return None
    at = end - 7 if text[start:end].lower().endswith(("into", "onto", "runway")) else end
    for _ in range(_MOST_TRIES):
        head = _HEAD.search(text, at, stop)
        if head is None or (head["far"] is None and not _passes(reading, end, head.start())):
            break
        span = _read_place(text, head, stop)
        dated = span and any(m.label == "DATE" for m in reading.mentions_in(span[0], span[0] + 1))
        if span and not dated and not is_too_wide(text[span[0] : span[1]]) and not _is_craft(reading, span[0]):
            if _IN_AIRCRAFT.match(text, span[1], sentence.end):
                return None
            if _GIVEN_UP.search(text, max(sentence.start, start - _GIVEN_UP_REACH), end + _GIVEN_UP_REACH):
                return None
            return *span, _tell_status(text, sentence.start, start, sentence.end)
        at = span[1] if span else head.end()
    told = _COORDINATES.match(text, end, stop)
    return (*told.span("place"), _tell_status(text, sentence.start, start, sentence.end)) if told else None


def _tell_status(text: str, low: int, start: int, high: int) -> str:
    """Tell whether the landing at ``start`` is said to be one that was to come."""
    planned = PLANNED.search(text, max(low, start - _LOOK_BACK), start + 40) or _IS_PLANNED.match(text, start, high)
    if planned and planned.group().lower().startswith("to ") and _CAME.search(text, low, planned.start()):
        return "actual"
    return "planned" if planned else "actual"


def _is_craft(reading: Reading, start: int) -> bool:
    """Say that what is named at ``start`` is a craft."""
    return any(name.start == start and name.kind != "station" for name in reading.crafts_in(start, start + 1))


def is_position(text: str, start: int, end: int) -> bool:
    """Say that a place is a latitude and a longitude and nothing else."""
    return _BARE_POSITION.fullmatch(text, start, end) is not None


def is_too_wide(place: str) -> bool:
    """Say that a place is a country or a body at large."""
    return all(word.lower() in _TOO_WIDE for word in _WORD.findall(place))


def is_wide(place: str) -> bool:
    """Say that a place is no more than a part of a country or a desert: ``central Kazakhstan``, ``Mojave Desert``."""
    words = _WORD.findall(place)
    if _VAGUE.fullmatch(words[-1]) and len(words) < _MOST_OF_GROUND:
        return not any(char.isdigit() for char in place)
    return all(word.lower() in _TOO_WIDE or _VAGUE.fullmatch(word) for word in words)


def _read_place(text: str, head: re.Match[str], stop: int) -> tuple[int, int] | None:
    """Read the place that a head such as ``in the western`` leads to, with what is said of where it is."""
    name = _NAME.match(text, head.end(), stop)
    if name is None:
        return None
    start, end = name.start(), _follow(text, name.end(), stop, _COMMA, _PAIR)
    for _ in range(2):
        end = _follow(text, end, stop, _TAIL, _NAME)
    end = _follow(text, end, stop, _COMMA, _PAIR)
    end = _follow(text, end, stop, _OWNED, _NAME)
    coast = _COAST_OF.match(text, end, stop) or _RUNWAY_NUMBER.match(text, end, stop)
    end = coast.end() if coast else end
    while text[end - 1] in ".,; \n":
        end -= 1
    if text[end - 2 : end] in {"'s", "’s"}:
        end -= 2
    quarter = _QUARTER.search(head["lead"]) if head["lead"] else None
    if head["lead"] and quarter is None and is_too_wide(text[start:end]):
        quarter = _TERRAIN.search(head["lead"])
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
