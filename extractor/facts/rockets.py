"""In: an event's words. Out: the rocket whose event it is, where a rocket or its stage did it and not the payload."""

import re
from functools import lru_cache

from extractor.facts.hints import is_vehicle
from extractor.facts.reading import Reading
from extractor.facts.spellings import NOBODY
from extractor.facts.triggers import Trigger

_DOWN = frozenset({"landing", "splashdown"})
_STAGE_WORDS = frozenset(
    {"stage", "stages", "booster", "boosters", "rocket", "rockets", "drone", "barge", "core", "cores"}
)
_STAGE = r"(?:(?:first|second|upper|core|third)[ -]stages?|(?<!by )(?<!with )boosters?|(?:center|side|central) cores?)"
_STAGE_DOES = re.compile(rf"\b{_STAGE}\b(?P<between>[^.;]{{0,90}})$", re.I)
_ROCKET_DOES = re.compile(r"\b(?:rockets?|Falcon 9|Falcon Heavy|New Glenn)\b(?P<between>[^.;]{0,110})$", re.I)
_OF_STAGE = re.compile(
    rf"(?: of)?(?: (?:the|its|a|an|another|that|their|both|two|all|one))?(?: [\w’'-]{{1,12}}){{0,3}}?"
    rf"[ -](?:{_STAGE}|rockets?)\b",
    re.I,
)
_PLATFORM = re.compile(
    r"\b(?:drone ?ships?|barge|landing pad|landing zone|landing platform|LZ-\d|(?:ocean|floating|sea) platform)\b", re.I
)
_OTHERS = re.compile(
    r"\b(?:crew|astronauts?|cosmonauts?|capsule|spacecraft|satellite|shuttle|orbiter|probe|lander|Dragon|Starliner|ship"
    r"|which it|payload|module)\b"
)
"""Who else may be meant between a rocket and an event."""
_REUSED = re.compile(r"\b(?:Falcon (?:9|Heavy)|New Glenn|Super Heavy|Electron|Starship|Neutron|Zhuque-3)\b")
_REUSED_WORDS = frozenset({"falcon", "glenn", "heavy", "electron", "starship", "neutron", "zhuque"})
_CODED = re.compile(r"\b(?:[PGS]SLV|ASLV|LVM-?3)(?:[ -]?M[kK][ -]?I{1,3})?[-–/ ]{1,3}[A-Z]\d{1,3}\b")
"""Flights of Indian rockets: they bear numbers of their own and are told as missions."""
_CODED_WORDS = frozenset({"pslv", "gslv", "sslv", "aslv", "lvm3", "lvm"})
_NAMED_ROCKET = re.compile(
    r"(?:^|[Tt]he |, (?:and|but|while) )(?P<name>[A-Z][\w-]{1,12}(?: [A-Z\d][\w.+-]{0,8}){0,3})"
    r"(?: (?:rockets?|launchers?|launch vehicles?|family))?(?: [a-z]{2,12}){0,3} $"
)
_NAMED_REACH = 60
_REACH = 160  # characters before an event
_OF_ROCKET = re.compile(
    r" (?:of|on|aboard|with) (?:the |an? )?(?:\w+ )?(?P<name>[A-Z][\w-]{1,12}(?: [A-Z\d][\w.+-]{0,8}){1,3})"
)
_OF_CODED = re.compile(r" (?:of|for) (?:the )?")


def is_rocket(subject: str | None) -> bool:
    """Say that a subject is a rocket that lands: at sea it does so on a ship."""
    return subject is not None and _REUSED.fullmatch(subject) is not None


def find_rocket(reading: Reading, event: str, trigger: Trigger, subject: str | None) -> str | None:
    """Give the rocket whose event it is: its name, ``NOBODY`` for a stage that is thrown away, ``None`` for a craft's.

    ``subject`` is the craft that the words speak of otherwise.
    """
    words = reading.page.words.distinct
    if event in _DOWN and not _STAGE_WORDS.isdisjoint(words):
        return _find_landed(reading, trigger)
    if event == "failure" and trigger.form == "noun" and (own := _find_failed(reading, trigger)):
        return own
    if event == "end_of_mission" and _is_of_rocket(reading, trigger):
        return NOBODY
    if event == "launch" and not _CODED_WORDS.isdisjoint(words):
        return _find_coded(reading, trigger, subject)
    return None


def _find_failed(reading: Reading, trigger: Trigger) -> str | None:
    """Find the rocket whose failure a noun tells: ``the failure of an Ariane 5 ECA on 11 December 2002``."""
    found = _OF_ROCKET.match(reading.page.text, trigger.end)
    return found["name"] if found is not None and is_vehicle(found["name"]) else None


def _find_landed(reading: Reading, trigger: Trigger) -> str | None:
    """Find the rocket of a stage that landed: ``its first stage touched down``, ``SpaceX landed a booster``."""
    text = reading.page.text
    sentence = reading.sentence_at(trigger.start)
    if sentence is None:
        return None
    low = max(sentence.start, trigger.start - _REACH)
    named = () if _REUSED_WORDS.isdisjoint(reading.page.words.distinct) else _list_reused(text)
    stage = _STAGE_DOES.search(text, low, trigger.start)
    rocket = _ROCKET_DOES.search(text, low, trigger.start) if named else None
    does = next((found for found in (stage, rocket) if found and not _is_left(reading, found)), None)
    if not (
        does
        or _OF_STAGE.match(text, trigger.end, sentence.end)
        or (named and _PLATFORM.search(text, trigger.start, sentence.end))
    ):
        return None
    before = [name for name in named if name.start() < sentence.end]
    return (before[-1] if before else named[0]).group() if named else NOBODY


def _is_of_rocket(reading: Reading, trigger: Trigger) -> bool:
    """Say that a launch vehicle stands right before the words for the end: ``Delta II remained in service until``."""
    sentence = reading.sentence_at(trigger.start)
    low = max(trigger.start - _NAMED_REACH, sentence.start if sentence else trigger.start)
    found = _NAMED_ROCKET.search(reading.page.text[low : trigger.start])
    return found is not None and is_vehicle(found["name"])


@lru_cache(maxsize=8)
def _list_reused(text: str) -> tuple[re.Match[str], ...]:
    """List the names on a page of rockets that land."""
    return tuple(_REUSED.finditer(text))


def _is_left(reading: Reading, does: re.Match[str]) -> bool:
    """Say that between a rocket and the event another craft or its crew is named, that the event may be of."""
    return (
        _OTHERS.search(does["between"]) is not None
        or len([name for name in reading.crafts_in(does.start(), does.end()) if name.kind != "station"]) > 0
    )


def _find_coded(reading: Reading, trigger: Trigger, subject: str | None) -> str | None:
    """Find the numbered flight of a rocket that is not the page's own: ``PSLV-C42 flew on 16 September``."""
    text = reading.page.text
    sentence = reading.sentence_at(trigger.start)
    if sentence is None or subject != reading.subject:
        return None
    if any(name.name == subject for name in reading.crafts_in(sentence.start, sentence.end)):
        return None
    found = list(_CODED.finditer(text, sentence.start, trigger.start))[-1:]
    of = _OF_CODED.match(text, trigger.end)
    behind = _CODED.match(text, of.end()) if of else None
    told = behind or (found[0] if found else None)
    own = _CODED.search(text)
    if told is None or own is None or (subject is not None and own.group() == told.group()):
        return None
    return told.group()
