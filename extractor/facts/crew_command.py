"""In: the words about command on a page. Out: who commands a craft or the station, where no role is named."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.facts.crew_links import read_gap
from extractor.facts.persons import Name
from extractor.facts.reading import Reading
from extractor.facts.spellings import CraftName
from extractor.facts.tables import load_tables
from extractor.vocabulary import Hit

COMMANDS = (
    ("commanded by", "passive"),
    ("piloted by", "piloted"),
    ("flown by", "piloted"),
    ("under the command of", "passive"),
    ("under command of", "passive"),
    ("commanded", "active"),
    ("commands", "active"),
    ("will command", "active"),
    ("to command", "active"),
    ("commanding", "active"),
    ("command", "noun"),
    ("in command", "in"),
    ("helm", "noun"),
)
"""Phrases about command, and how they are read."""
_GIVING = re.compile(
    r"\b(?:hand(?:s|ed|ing)?|turn(?:s|ed|ing)?|pass(?:es|ed|ing)?|transfer(?:s|red|ring)?|relinquish(?:es|ed|ing)?"
    r"|change of|giv(?:es|ing)|gave|give|yield(?:s|ed|ing)?|ced(?:es|ed|ing)|surrender(?:s|ed|ing)?)\b"
    r"(?:\s(?:over|off|on|up|the|his|her|their|station|symbolic)){0,4}\s$",
    re.I,
)
_TAKING = re.compile(
    r"\b(?:t(?:akes?|ook|aking)|assum(?:es?|ed|ing)|accept(?:s|ed|ing)?|receiv(?:es?|ed|ing)|inherit(?:s|ed))\b"
    r"(?:\s(?:over|the|station|full|symbolic)){0,3}\s$",
    re.I,
)
_GIVING_IT = re.compile(
    r"\b(?:hand(?:s|ed|ing)|turn(?:s|ed|ing)|pass(?:es|ed|ing)|giv(?:es|ing)|gave|ced(?:es|ed|ing))"
    r"\s(?:it|the post|the job|that role|the reins)(?:\s(?:over|on|off)){0,2}\sto\s"
)
_PASSING = re.compile(r"\b(?:pass(?:es|ed)|went|goes|falls?|fell|was handed|was passed|was turned over)\b", re.I)
_TO = re.compile(r"[^.!?;]{0,90}?\bto\s(?:the\s)?")
_STATION = re.compile(
    r"(?:[^.!?;]{0,40}?\b)(?:station|ISS|expedition|outpost|complex|laboratory|increment|Mir)\b", re.I
)
_PART = r"[’'s]{0,2}\s(?:thrusters?|engines?|motors?|antennas?|hatch\w*|systems?|computers?|solar|to)\b"
_OF_CRAFT = re.compile(_PART)
_CRAFT = re.compile(
    r"(?:\s(?:the|a|an|this|its|his|her|their|NASA[’']s|first|second|third|next|\w{1,12}-?(?:person|man|member)))"
    r"{0,3}\s(?:mission|flight|crew|spacecraft|capsule|soyuz|shuttle|orbiter|ship|vessel|dragon|starliner|orion|"
    r"shenzhou|apollo|gemini|sts|expedition|station|ISS|international|space|outpost|team|trio|spaceship|crew-\d)\b"
    rf"(?!(?:\s[A-Z][\w-]{{0,6}})?{_PART})",
    re.I,
)
_IS = re.compile(r" (?:of (?:the )?\w{3,12}(?: \w{3,12})? )?(?:is|was|will be) (?:[A-Z]\w{1,3}\. )?")
_REACH = 110
_OBJECT = 24
_ARTICLE = 5  # characters before the name of what is commanded
_LEADING = frozenset(load_tables("crew")["name_to_command"]["words"].split())


@dataclass(frozen=True, slots=True)
class Command:
    """A person said to command: ``role`` is ``Commander`` or ``Station Commander``; the trigger's span.

    ``craft`` is what is commanded, where the words behind name it.
    """

    name: Name
    role: str
    start: int
    end: int
    craft: str | None = None


def find_commands(reading: Reading, hits: list[Hit[str]], names: list[Name]) -> Iterator[Command]:
    """Find who is said to command, from phrases such as ``commanded by``, ``handed over command to``."""
    text = reading.page.text
    for hit in hits:
        sentence = reading.sentence_at(hit.start)
        low, high = (sentence.start, sentence.end) if sentence else (hit.start - _REACH, hit.end + _REACH)
        near = [name for name in names if low <= name.start < high]
        behind = reading.crafts_in(hit.end, min(high, hit.end + _OBJECT)) if hit.meaning == "active" else ()
        if hit.meaning == "active":
            named = any(_is_commanded(text, hit, name) for name in behind)
            found = _read_active(text, hit, near, named=named)
        else:
            found = _READERS[hit.meaning](text, hit, near, low)
        if found and hit.meaning == "noun" and (heir := _find_heir(text, hit, near, high)):
            yield Command(heir, "Station Commander", hit.start, hit.end)
        if found:
            craft = next((name.name for name in behind if name.kind == "craft"), None)
            yield Command(found[0], found[1], hit.start, hit.end, craft)


def _is_commanded(text: str, hit: Hit[str], name: CraftName) -> bool:
    """Say that a craft named behind ``commanded`` is what was, and no part of it."""
    near = name.kind in {"craft", "vessel"} and name.start <= hit.end + _ARTICLE
    return near and _OF_CRAFT.match(text, name.end) is None


def _read_passive(text: str, hit: Hit[str], names: list[Name], low: int) -> tuple[Name, str] | None:
    name = next((name for name in names if name.start >= hit.end), None)
    if name is None:
        return None
    gap = read_gap(text[hit.end : name.start])
    if gap.words or gap.parts or "," in gap.marks:
        return None
    before = text[max(low, hit.start - 40) : hit.start]
    return name, "Station Commander" if _STATION.search(before) else "Commander"


def _read_piloted(text: str, hit: Hit[str], names: list[Name], low: int) -> tuple[Name, str] | None:
    found = _read_passive(text, hit, names, low)
    return (found[0], "Pilot") if found else None


def _read_active(text: str, hit: Hit[str], names: list[Name], *, named: bool) -> tuple[Name, str] | None:
    """Read ``X will command``; ``named`` says that a craft's own name is what is commanded."""
    name = next((name for name in reversed(names) if name.end <= hit.start), None)
    if name is None or not (named or _CRAFT.match(text, hit.end)):
        return None
    gap = read_gap(text[name.end : hit.start])
    if gap.parts or not gap.words <= _LEADING:
        return None
    return name, "Station Commander" if _STATION.match(text[hit.end : hit.end + 60]) else "Commander"


def _read_noun(text: str, hit: Hit[str], names: list[Name], low: int) -> tuple[Name, str] | None:
    before = text[max(low, hit.start - 60) : hit.start]
    if _TAKING.search(before):
        name = next((name for name in reversed(names) if name.end <= hit.start), None)
        if name is None or not _is_commanding(text, hit):
            return None
        gap = read_gap(_TAKING.sub("", text[name.end : hit.start]))
        if gap.parts or not gap.words <= _LEADING | {"as", "over"}:
            return None
        return name, _tell_object(text, hit)
    if not (_GIVING.search(before) or _PASSING.search(text, hit.end, hit.end + 60)):
        return None
    led = _TO.match(text, hit.end, min(len(text), hit.end + _REACH))
    name = next((name for name in names if led and name.start >= led.end()), None)
    if name is None or led is None:
        return None
    gap = read_gap(text[led.end() : name.start])
    return None if gap.words or gap.parts else (name, "Station Commander")


def _is_commanding(text: str, hit: Hit[str]) -> bool:
    """Say that the command taken is of a craft or station, not of something else or of nothing."""
    return (
        re.match(r"\s(?:of|over|aboard|on|from|as|when|after|in|during)\b|[.,;]", text[hit.end : hit.end + 10])
        is not None
    )


def _tell_object(text: str, hit: Hit[str]) -> str:
    following = text[hit.end : hit.end + 60]
    if _STATION.match(following) or not re.match(r"\sof\s", following):
        return "Station Commander"
    return "Commander"


def _read_in(text: str, hit: Hit[str], names: list[Name], low: int) -> tuple[Name, str] | None:
    name = next((name for name in reversed(names) if name.end <= hit.start), None)
    if name is None:
        name = next((name for name in names if name.start >= hit.end), None)
        if name is None or not _IS.fullmatch(text, hit.end, name.start):
            return None  # `In command is A`
        return name, "Commander"
    gap = read_gap(text[name.end : hit.start])
    if gap.parts or not gap.words <= {"was", "is", "will", "be", "placed", "put"} or gap.marks:
        return None
    return name, "Station Commander" if _STATION.match(text[hit.end : hit.end + 40]) else "Commander"


def _find_heir(text: str, hit: Hit[str], names: list[Name], high: int) -> Name | None:
    """Find who got the command that another had taken before: ``took command in May and gave it over to X``."""
    given = _GIVING_IT.search(text, hit.end, high)
    name = next((name for name in names if given and name.start >= given.end()), None)
    if given is None or name is None:
        return None
    gap = read_gap(text[given.end() : name.start])
    return None if gap.words or gap.parts else name


_READERS = {
    "passive": _read_passive,
    "piloted": _read_piloted,
    "noun": _read_noun,
    "in": _read_in,
}
