"""In: a mass on a page and the words around it. Out: what it is the mass of, or nothing where no fact follows."""

import re

from extractor.facts.mass_beside import is_capacity, raise_heavy, read_beside, read_whole
from extractor.facts.mass_place import SUBSTANCES, Owner, Place, own, tell_moment
from extractor.facts.mass_weighing import read_label, read_measure, read_rest, read_total
from extractor.facts.mass_words import Word

_OF = re.compile(r"[\s\u00a0-]{1,2}(?:\([^()\n]{1,30}\)\s)?(?:worth\s)?of\s")
_OF_THAT = re.compile(r"[\s,\u00a0]{1,2}of\s(?:that|this|which|it|them)\b\s?(?:,\s)?(?:was|were|is|are|being|in)?\s?")
_BEING = re.compile(r"\s(?:is|was|were|are|being)\s(?:for\s|in\s|its\s|the\s){0,2}")
_PHRASE = re.compile(
    r"(?:(?!\b(?:to|from|for|into|in|on|aboard|at|by|was|were|is|are|that|which|while|when|over|during"
    r"|will)\b)"
    r"(?:[^.;:()\n\d]|\n(?!\n))){1,110}"
)
_ATTRIBUTE = re.compile(
    r"(?:[\s\u00a0-]{1,2}|,\s)(?:\([^()\n]{1,60}\),?\s)?(?:(?:and\s)?\d[\d.,]{0,6}\s?[kM]?W,?\s)?(?:[\w’'/-]{1,18}[\s-]{1,2}){0,3}"
)
_POWER = re.compile(r"\band\s\d[\d.,]{0,6}\s?[kM]?W\b")
_BRACKET = re.compile(r"[\s\u00a0]?\([^()\n]{1,60}\)")
_NO_ATTRIBUTE = re.compile(
    r"\b(?:to|from|for|into|in|on|at|by|and|or|was|were|is|are|with|than|when|as|the|its|a|an|of|that)\b"
)
_SPENT = re.compile(
    r"\b(?:sav(?:e|es|ed|ing)|us(?:e|es|ed|ing)|burn(?:s|ed|ing)?|consum\w{1,4}|expend\w{0,4}|spent|spend|lost|losing|leak\w{0,4}"
    r"|vent\w{0,4}|remain\w{0,4}|left|pump\w{0,4}|dump\w{0,4}|per|every|each)\b[^.;]{0,60}$",
    re.I,
)
_HAVING = re.compile(
    r"\b(?:carr(?:y|ies|ied|ying)|load\w{0,4}|with|contain\w{0,4}|h[eo]ld\w{0,4}|fill\w{0,4}|fuel(?:l?ed)?|includ\w{0,4}|has|had"
    r"|deliver\w{0,4}|tanks?|plus|and|of which|compris\w{0,4}|consist\w{0,3}"
    r"|bring\w{0,4}|brought|haul\w{0,4}|store[sd]?|capacity"
    r"|total|mass|up to)\b"
    r"[^.;]{0,50}$",
    re.I,
)
_TOUCHED = re.compile(
    r"\s(?:then\s|finally\s|gently\s|safely\s)?(?:hit\sthe\s(?:ground|surface)|landed|touched\sdown|soft-landed|set\sdown"
    r"|splashed\sdown|came\sto\srest|rolled\sto\sa\s(?:stop|halt))\b"
)
_STOWED = re.compile(
    r"\b(?:trunk|payload\sbay|cargo\sbay|hold|nose|trailer)\s(?:is|was|are|were|rides?|rode|carries|held)\s(?:an?|the)\s$"
)
_BORNE = re.compile(
    r"\b(?:carr(?:y|ies|ied|ying)|releas(?:e|es|ed|ing)|deploy(?:s|ed|ing)?|eject(?:s|ed|ing)?|drop(?:s|ped|ping)?|bear(?:s|ing)?|bore"
    r"|contain(?:s|ed|ing)?|includ(?:e|es|ed|ing)|with|lower(?:s|ed|ing)|sen[dt]s?|its)\s(?:(?:an?|the|its|another|one)\s)?"
    r"(?:(?:about|some|small|tiny|little|separate)\s){0,2}$",
    re.I,
)
_SMALLER = re.compile(
    r"(?:capsule|rover|lander|probe|impactor|penetrator|microsatellite|nanosatellite|cubesat|smallsat|sub-?satellite)s?",
    re.I,
)
_CALLED = re.compile(r"[\s,(]{1,3}(?:(?:called|named|dubbed|christened|nicknamed)\s)?[“\"‘']?[A-Z]")
_STAGE = re.compile(r"\b(?:boosters?|stages?|core|launcher|strap-ons?)\b", re.I)
_NEXT_MEMBER = re.compile(r"[:=]?[\s\u00a0]~?\d")
_TO_MASS = re.compile(r"[:=]?[\s\u00a0]~?")
_MEMBER = re.compile(r"(?:\d[\s\u00a0]?(?:kg|lbs?|t|kilograms|pounds|tonnes)\)?[,;] |\()(?:and )?$")
_BEHIND = 70
_NAME_REACH = 30
_BEFORE_NAME = re.compile(r"[\s-]{1,2}(?:(?!to\b|from\b|for\b|in\b|on\b|at\b|by\b|and\b|of\b)[a-z]{2,12}\s){0,2}")
_LEFT = re.compile(
    r"\s(?:remain\w{0,3}|was\sleft|were\sleft|is\sleft|are\sleft|left\b|on\sboard|aboard|(?:was|were|is|are|have|has|being)\s(?:also\s|been"
    r"\s|being\s|to\sbe\s)?(?:carried|delivered|loaded|stowed|packed|brought|ferried|shipped|launched|sent|come\sup|gone\sup))\b"
)


def find_owner(place: Place) -> Owner | None:
    """Decide what a mass is the mass of; ``None`` where it gives no fact."""
    text = place.text
    that = _OF_THAT.match(text, place.end)
    if that is not None:
        owner = _read_predicate(place, that.end())
        if owner is not None or that.group().startswith(" "):
            return owner or read_whole(place)
    being = _BEING.match(text, place.end)
    if being is not None and (owner := _read_predicate(place, being.end())) is not None:
        return owner
    of = _OF.match(text, place.end)
    if of is not None:
        phrase = _PHRASE.match(text, of.end())
        return None if phrase is None else _read_substance(place, phrase.span())
    noun = _find_attributed(place)
    if noun is not None and "," in text[place.end : noun.start] and (measured := read_measure(place)) is not None:
        return measured  # `dry mass 625 kg, propellant 980 kg`
    if noun is not None:
        return None if noun.name in ("other", "item") else _read_attributed(place, noun)
    names = place.reading.crafts_in(place.end, place.end + _NAME_REACH)
    attributed = bool(names) and _BEFORE_NAME.fullmatch(text, place.end, names[0].start) is not None
    if attributed and not _breaks(place, text[place.end : names[0].start]):
        return tell_moment(place, Owner("spacecraft"))
    if text[place.end : place.end + 1] == "-" or _is_unit_hyphenated(place):
        return None
    owner = (
        _read_member(place)
        or read_measure(place)
        or read_label(place)
        or read_total(place)
        or read_beside(place)
        or read_rest(place)
    )
    return None if owner is None else raise_heavy(place, owner)


def _read_predicate(place: Place, start: int) -> Owner | None:
    """Read the noun that a mass is said to be: ``675 pounds of that was propellant``."""
    nouns = place.words.find("nouns", start, start + 30)
    if (
        not nouns
        or nouns[0].name not in SUBSTANCES
        or not place.text[start : nouns[0].start].replace(" ", "a").isalpha()
    ):
        return own(nouns[0]) if nouns and nouns[0].start == start and nouns[0].name in SUBSTANCES else None
    return own(nouns[0])


def _breaks(place: Place, joint: str) -> bool:
    """Say that a line's end parts the mass from what follows; ``111-ton`` is an attribute over a line's end as well."""
    return "\n" in joint and ("\n\n" in joint or "-" not in place.text[place.start : place.end])


def _is_unit_hyphenated(place: Place) -> bool:
    """Say that the mass is an attribute (``a 500-pound door``): of what follows, not of what weighs."""
    surface = place.text[place.start : place.end]
    return "-" in surface.rstrip(")") and place.text[place.end : place.end + 2].strip(" ").isalpha()


def _read_substance(place: Place, span: tuple[int, int]) -> Owner | None:
    """Read what stands behind ``of``: cargo, fuel, payload; single goods are items; anything else is no fact."""
    nouns = place.words.find("nouns", *span)
    names = [noun.name for noun in nouns]
    if _SPENT.search(place.before) or ("propellant" not in names[:1] and is_capacity(place, span[1])):
        return None
    if "cargo" in names:
        return own(nouns[names.index("cargo")])
    rest = _LEFT.search(place.text, span[0], span[1] + 40)
    carried = (
        rest is not None
        or bool(place.words.find("carrying", place.floor, place.start))
        or _HAVING.search(place.before) is not None
    )
    if not nouns or nouns[0].start - span[0] > 40 or not (carried or nouns[0].name == "payload"):
        return None
    if nouns[0].name == "propellant" and _is_stage(place):
        return None
    if nouns[0].name == "propellant" and names.count("item") > 1:
        return Owner("cargo", (nouns[0].start, nouns[0].end))
    if nouns[0].name in SUBSTANCES:
        return own(nouns[0])
    if nouns[0].name == "item":
        several = len([name for name in names if name in ("item", "propellant")]) > 1
        phrase = " ".join(place.text[span[0] : min(span[1], span[0] + 40)].split()).rstrip(" ,")
        return Owner("cargo", (nouns[0].start, nouns[0].end), None if several else phrase)
    return None


def _is_stage(place: Place) -> bool:
    """Say that the words before speak of a rocket's stage or booster, whose fuel is no craft's."""
    stages = [found.end() for found in _STAGE.finditer(place.before)]
    crafts = [
        noun.end - place.floor
        for noun in place.words.find("nouns", place.floor, place.start)
        if noun.name == "spacecraft"
    ]
    return bool(stages) and (not crafts or crafts[-1] < stages[-1])


def _read_attributed(place: Place, noun: Word) -> Owner:
    """Read a craft with its mass before it: at landing where that is what it does, or as the bracket between says."""
    if noun.name == "spacecraft":
        bracket = _BRACKET.match(place.text, place.end)
        moments = place.words.find("moments", place.end, bracket.end()) if bracket else ()
        if bracket is not None and moments and not any(letter.isdigit() for letter in bracket.group()):
            return own(moments[0])
        if _TOUCHED.match(place.text, noun.end):
            return Owner("landing", (noun.start, noun.end))
        if _STOWED.search(place.before) or _is_borne(place, noun):
            phrase = " ".join(place.text[place.end : noun.end].strip(" -").split())
            return Owner("payload", (noun.start, noun.end), phrase)
    return tell_moment(place, raise_heavy(place, own(noun)))


def _is_borne(place: Place, noun: Word) -> bool:
    """Say that a smaller craft without a name is what another craft carries: ``carries a 35 kg capsule``."""
    if _SMALLER.fullmatch(place.text, noun.start, noun.end) is None or _BORNE.search(place.before) is None:
        return False
    if _CALLED.match(place.text, noun.end):
        return False
    return not any(word.name == "launch_vehicle" for word in place.words.find("nouns", place.floor, place.start))


def _find_attributed(place: Place) -> Word | None:
    """Give the noun that the mass is an attribute of: ``the 7,220-kg spacecraft``, ``1,132 kg propellant``."""
    text = place.text
    bracket = _BRACKET.match(text, place.end)
    start = bracket.end() if bracket else place.end
    for noun in place.words.find("nouns", start, start + _BEHIND):
        joint = text[place.end : noun.start]
        if (
            _ATTRIBUTE.fullmatch(joint) is None
            or _NO_ATTRIBUTE.search(_BRACKET.sub("", _POWER.sub("", joint)))
            or _breaks(place, joint)
        ):
            return None
        if joint.startswith(",") and _NEXT_MEMBER.match(text, noun.end):
            return None
        if noun.name != "item":
            return noun
    return None


def _read_member(place: Place) -> Owner | None:
    """Read a member of a list of names and masses: ``(orbiter 700 kg, payload 90 kg, propellant 310 kg)``."""
    nouns = place.words.find("nouns", place.floor, place.start)
    if not nouns or nouns[-1].name not in SUBSTANCES:
        return None
    noun = nouns[-1]
    joined = _TO_MASS.fullmatch(place.text, noun.end, place.start) is not None
    return own(noun) if joined and _MEMBER.search(place.text, max(place.floor, noun.start - 20), noun.start) else None
