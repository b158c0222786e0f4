"""In: a mass without a verb of weighing. Out: what it is of by what stands beside it: a moment, a name, a goal."""

import re

from extractor.facts.mass_place import SUBSTANCES, Owner, Place, own, tell_moment
from extractor.facts.mass_words import Word

_ROUGH = r"(?:(?:about|some|only|just|roughly|nearly|almost|over|more\sthan|ca\.|c\.|now|at)\s?|~\s?){0,2}"
_OPENS = re.compile(rf"(?:^|[,;:(|\t/–—-])\s{{0,12}}{_ROUGH}$")
_EACH = re.compile(r"\s(?:apiece|each)\b")
_GAPPED = re.compile(rf"\s{_ROUGH}$")
_LINKED = re.compile(r"(?:\band|\bwhile|\bbut|,|;)\s(?:the|its|an?|each)\s(?:[\w-]{2,14}\s)?$")
_FOR_STATION = re.compile(r"\s(?:for|to)\s(?:the\s)?(?:space\sstation|station|outpost|ISS|Mir|Salyut)\b")
_CARRIED = re.compile(
    r"\s(?:are\s|is\s|was\s|were\s)?(?:being\s|to\sbe\s)?(?:carried|delivered|taken|brought|ferried|hauled|shipped)\s(?:up\s)?to\s"
)
_CAN = re.compile(
    r"\b(?:can|could|able\sto|capable\sof|designed\sto|capacity\s(?:of|is|to)|room\sfor|space\sfor|built\sto)\b[^.;,]{0,40}$",
    re.I,
)
_FITS = re.compile(r"[^.;,\n]{0,40}\s(?:fits?|can|could)\b(?!\sbe\sseen)")
_NAME_BEHIND = re.compile(
    r"\s(?:[A-Z][\w-]{1,14}\s){0,2}[A-Z][\w-]{0,14}\d[\w-]{0,6}(?=[\s,.;)])(?!\s(?:engine|motor|thruster|rocket|stage))"
)
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts)\s$")
_ROW = re.compile(
    r"[\s*•-]{0,8}(?P<name>[A-Z][\w./-]{1,16}(?:\s(?:/\s)?[A-Z\d][\w./-]{0,14}){0,4})(?:\s?\([^()\d\n]{2,30}\))?"
    r"(?:\s?\.{3,60}\s?|\t\s{0,8}|\s{2,40}|\s?\|\s?)~?$"
)
_LISTED = re.compile(r"\d|[A-Z]{4}")
_LINE_END = re.compile(r"(?:\s?\([^()\n]{1,24}\))?[\s|*]{0,4}(?:\n|$)")
_HEAVY = {"metric_ton": 130, "ton": 140, "kilogram": 130_000, "pound": 290_000}
"""Above these a vehicle is no craft but its rocket."""

_NAMED_BRACKET = re.compile(r"(?<!\()\b[A-Z][\w-]{3,16}\s\($")
_ALOFT = re.compile(
    r"\b(?:launched|orbited|aboard|on\sboard|[Aa]lso\son|satellites?|passengers?|payloads?|piggyback)\b"
)
_AT = re.compile(rf"(?:At|Weighing(?:\sin\sat)?)\s{_ROUGH}")
_THE_CRAFT = re.compile(r",\s(?:the|this)\s(?:[\w-]{2,14}\s){0,2}")
_LONGEST, _NEAR, _NOUN_REACH = 90, 14, 40


def read_whole(place: Place) -> Owner | None:
    """Read ``The probe, 339 kilograms of it,``: the weight of what stands before."""
    nouns = place.words.find("nouns", place.floor, place.start)
    names = [name for name in place.reading.crafts_in(place.floor, place.start) if name.kind != "station"]
    named = names and place.text[names[-1].end : place.start] == ", "
    if named or (nouns and nouns[-1].name == "spacecraft" and place.text[nouns[-1].end : place.start] == ", "):
        return Owner("spacecraft")
    return None


def is_capacity(place: Place, end: int) -> bool:
    """Say that a mass is what a type of craft can carry, and not what one carried."""
    return _CAN.search(place.before) is not None or _FITS.match(place.text, place.end, end + 40) is not None


def raise_heavy(place: Place, owner: Owner) -> Owner:
    """Let a ``vehicle``, or what has a liftoff mass, be the rocket where no craft weighs as much."""
    said = "" if owner.trigger is None else place.text[slice(*owner.trigger)].strip().lower()
    if said != "vehicle" and not (owner.of == "launch" and said.startswith("lift")):
        return owner
    mention = next(iter(place.reading.mentions_in(place.start, place.start + 1)), None)
    bound = _HEAVY.get(mention.unit or "") if mention is not None else None
    if mention is None or bound is None or isinstance(mention.value, str) or mention.value is None:
        return owner
    return Owner("launch_vehicle", owner.trigger) if float(mention.value) > bound else owner


def read_beside(place: Place) -> Owner | None:
    """Read ``Vela 4, 510 kg with full tanks``, ``225 kg apiece``, ``and the lander 320 kg``, a name in a list."""
    nouns = place.words.find("nouns", place.floor, place.start)
    last = nouns[-1] if nouns else None
    if _AT.fullmatch(place.before) and _THE_CRAFT.match(place.text, place.end):
        behind = place.words.find("nouns", place.end, place.end + _NOUN_REACH)
        return Owner("spacecraft") if behind and behind[0].name == "spacecraft" else None
    if _is_in_bracket(place, last):
        return Owner("spacecraft")
    opens = _OPENS.search(place.before) is not None
    if opens and (_FOR_STATION.match(place.text, place.end) or _CARRIED.match(place.text, place.end)):
        carried = last is None or last.name in ("cargo", "spacecraft", "launch_vehicle")
        return Owner("cargo") if carried and not _CAN.search(place.before) else None
    if _NAME_BEHIND.match(place.text, place.end) and _ARTICLE.search(place.before):
        return Owner("spacecraft")
    if opens and (last is None or last.name in ("spacecraft", "launch_vehicle")):
        moments = place.words.find("moments", place.end, place.end + 24)
        if moments and moments[0].start - place.end <= 2:
            rocket = last is not None and last.name == "launch_vehicle" and place.start - last.end < _NEAR
            return Owner("launch_vehicle") if rocket else own(moments[0])
        if _EACH.match(place.text, place.end):
            return Owner("spacecraft")
    return _read_gapped(place, last) or _read_row(place)


def _is_in_bracket(place: Place, last: Word | None) -> bool:
    """Say that a mass alone in brackets stands behind a name: ``also on the rocket were Orsted (62 kg) and Sunsat``."""
    if _NAMED_BRACKET.search(place.before) is None or place.text[place.end : place.end + 1] != ")":
        return False
    company = place.text[place.floor : place.end + _LONGEST]
    return (last is None or last.name in ("spacecraft", "launch_vehicle")) and _ALOFT.search(company) is not None


def _read_gapped(place: Place, noun: Word | None) -> Owner | None:
    """Read the second of two weights: ``the orbiter weighs 1,000 kg and the lander 320 kg``."""
    if noun is None or noun.name not in {"spacecraft", *SUBSTANCES}:
        return None
    if _GAPPED.fullmatch(place.text, noun.end, place.start) is None:
        return None
    linked = _LINKED.search(place.text, max(place.floor, noun.start - 20), noun.start) is not None
    if not linked or not place.words.find("measures", place.floor, noun.start):
        return None
    return tell_moment(place, own(noun))


def _read_row(place: Place) -> Owner | None:
    """Read a line that gives a craft and its mass alone: ``VELOX-1 (Singapore) .... 7 kg``."""
    line = place.text.rfind("\n", 0, place.start) + 1
    if place.start - line > _LONGEST or _LINE_END.match(place.text, place.end) is None:
        return None
    row = _ROW.fullmatch(place.text, line, place.start)
    if row is None or place.words.find("nouns", line, place.start) or place.words.find("moments", line, place.start):
        return None
    named = any(name.kind != "station" for name in place.reading.crafts_in(line, place.start))
    return Owner("spacecraft") if named or _LISTED.search(row["name"]) else None
