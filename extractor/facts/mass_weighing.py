"""In: a mass with a measure, label or name before it. Out: what it is the mass of."""

import re

from extractor.facts.mass_place import SUBSTANCES, Owner, Place, find_clause, is_spent, own, say, tell_moment
from extractor.facts.mass_words import Word, names_rocket

_DIRECT = re.compile(
    r"(?:[\s\u00a0:=|.,_•·–—*~≈'’\"()\[\]{}-]|\([^()]{0,60}\)|\b(?:of|is|was|were|be|been|at|in|about|around|approximately|approx"
    r"|roughly|some|the|an?|its|nearly|almost|over|only|just|up|to|more|less|than|under|exceeding|exceeded|exceeds|slightly|kg|lb"
    r"|lbs|pounds|kilograms|tons|tonnes|t|convert|cvt|total|estimated|average|each|spacecraft|satellite|s|launch|liftoff|craft|ship"
    r"|it|had|has|came|comes|amounted|amounts|stood|stands|totaled|totalled|totals|this|these|that|those|reached|reaches|out|scales|all|now|then|would|will|combined|vehicle|probe|module|maximum|minimum|nominal"
    r"|approximate|capsule|orbit|on|by|lift-off|earth|empty|dry|landing|touchdown|fueled|fuelled|fully|station|orbital|with|and|without|crew|fuel|when|complete|entire)\b){1,120}",
    re.I,
)
_PRONOUN = re.compile(r"(?:^|[\s(,])(?:it|which|that|she|this)\s(?:\w{2,12}\s){0,2}$", re.I)
_WITH = re.compile(r"\b(?:with|at)\s(?:an?\s|its\s|the\s)?(?:\w{2,12}\s)?$", re.I)
_LABEL_TAIL = re.compile(
    r"(?:[\s:=|.~–-]|\b(?:almost|nearly|roughly|just|more|less|than|under|about|approx|approximately|around|up|to|some|over|total|is|was)\b){1,120}",
    re.I,
)
_TOTAL = re.compile(
    r"(?:of\s(?:it|which|this|that),?\s(?:tanks\s)?)?(?:total\s|overall\s|all\s)?"
    r"(?:cargo|payload|supplies|freight|propellants?|fuel|upmass|instruments?|launch vehicle|rocket|launcher)"
    r"(?:s?\s(?:mass|weight|total|load|delivered|up|capacity)|,?\s\(?total\)?)?",
    re.I,
)
_APPOSED = re.compile(r"\s?[(,]\s?(?:now\s|a\s|at\s|about\s|~|weight\s){0,2}")
_NAMED = re.compile(r",\s(?:at|now)\s|\s[A-Z][\w-]{2,20}(?:\s[\w-]{1,12})?\s?\(")
_AS_HEAVY = re.compile(r",?\sas\sheavy\sas")
_HOLDING = re.compile(
    r"\s(?:load\s)?(?:of|totals?|totaled|totalled|totaling|totalling|comes\sto|came\sto|adds\sup\sto)\s(?:about\s|some\s|nearly\s|almost\s|over\s|up\sto\s|more\sthan\s|~){0,2}"
)
_BORE = re.compile(r"\b(?:carried|carrying|lofted|lifted|orbited|delivered)\b[^.;]{0,40}$")
_TO_ORBIT = re.compile(r"\s(?:in)?to\s(?:\w+\s){0,3}(?:orbit|LEO|GTO|space)\b")
_ASIDE = re.compile(r"\b(?:with|without|and|including|excluding|incl\.|plus)\s$", re.I)
_MARKED = re.compile(r"[:=|]|\.{3}|\t")
_GIVEN_TO = re.compile(r"\s(?:to|for)\s")
_LONGEST_LABEL, _LONGEST_LINE, _LIST_REACH = 64, 160, 300
_SUM = re.compile(
    r"[\s|*•-]{0,8}(?:grand\s)?total(?:\s(?:mass|weight|up|delivered))?[\s:=|.~–-]{1,40}(?:about\s)?", re.I
)
_MANIFEST = re.compile(r"\b(?:cargo|manifest|supplies|freight|upmass|load(?:ing)?|(?:un)?pressuri[sz]ed)\b", re.I)
_CARRIED_LINE = re.compile(
    r"[\s|*•-]{0,8}(?P<what>payloads?|cargo)\s{0,20}[:=|][^:;\d]{1,110}[,;(]\s?(?:in\sall\s|total\s|together\s|about\s|some\s|~\s?){0,2}",
    re.I,
)
_LINE_END = re.compile(r"\)?\s{0,3}(?:\n|\(|total\b|in\sall\b|$)")


def read_measure(place: Place) -> Owner | None:
    """Read ``launch mass``, ``weighed``, ``mass of the probe`` before the mass, or ``launch mass`` right behind it."""
    behind = place.words.find("measures", place.end, place.end + _NEXT)
    if (
        behind
        and _MEASURED.fullmatch(place.text, place.end, behind[0].end)
        and not _LABELLED.match(place.text, behind[0].end)
    ):
        return own(behind[0])
    measures = place.words.find("measures", place.floor, place.start)
    if not measures or not _is_joined(place, measures[-1]):
        return None
    measure = measures[-1]
    if _SUMMED.match(place.text, measure.start) and _is_flock(place, measure):
        return Owner("payload", (measure.start, measure.end))
    if _TOGETHER.search(place.text, max(0, measure.start - 10), measure.start):
        return _read_together(place, measure)
    if measure.name != "spacecraft":
        names = [noun.name for noun in place.words.find("nouns", measure.end, place.start)]
        rocket = measure.name == "launch" and (
            "launch_vehicle" in names
            or _is_rockets_own(place, measure)
            or _is_about_rocket(place, measure.start)
            or _is_among_sizes(place, measure.start)
        )
        return Owner("launch_vehicle", (measure.start, measure.end)) if rocket else own(measure)
    if _FLOCK.search(place.text, max(0, measure.start - 10), place.start):
        return Owner("payload", (measure.start, measure.end))
    inside = [
        noun
        for noun in place.words.find("nouns", measure.end, place.start)
        if noun.name != "spacecraft" and not _ASIDE.search(place.text, max(0, noun.start - 11), noun.start)
    ]
    subject = inside[-1].name if inside else _find_weigher(place, measure)
    if subject is None or subject in ("other", "item"):
        return None
    return tell_moment(place, Owner(subject, (measure.start, measure.end)))


_SUMMED = re.compile(r"(?:total|combined|gross)\s(?:mass|weight)\b", re.I)
_TOGETHER = re.compile(r"\b(?:together|combined|all)\s$", re.I)
_FLOCK = re.compile(
    r"\b(?:total|combined|overall)\s(?:launch\s)?(?:mass|weight)\sof\s(?:all\s)?(?:the|these|those|its|both)\s"
    r"(?:[\w-]{1,20}\s){0,3}\w{0,12}(?:satellites|sats|payloads|passengers)\b",
    re.I,
)
_MANY = re.compile(r"\b\w{0,12}(?:satellites|sats|spacecraft|payloads|passengers|customers)\b", re.I)
_OF_NOUN = re.compile(
    r"[\s:=|.-]{1,40}|,?\s(?:of|with|without|and)\s(?:[\w’'-]{1,14}[\s,]{1,2}){0,5}|(?:\s[a-z]{2,10}){0,2}\s"
)
_MEASURED = re.compile(r"[ \u00a0][\w -]{0,28}(?:mass|weight)", re.I)
_LABELLED = re.compile(r"(?:[\s:=|.]|of|is|was){0,12}\d")
_NEXT = 34


def _is_joined(place: Place, measure: Word) -> bool:
    """Say that nothing but connecting words and nouns of what weighs stands between a measure and the mass."""
    start = measure.end
    for noun in place.words.find("nouns", measure.end, place.start):
        if noun.start > start and not _OF_NOUN.fullmatch(place.text, start, noun.start):
            return False
        start = noun.end
    return start == place.start or _DIRECT.fullmatch(place.text, start, place.start) is not None


def _read_together(place: Place, measure: Word) -> Owner | None:
    """Read what several weigh together: satellites are a rocket's payload, instruments and goods are what they are."""
    before = place.words.find("nouns", find_clause(place), measure.start)
    trigger = (measure.start, measure.end)
    if before and before[-1].name in SUBSTANCES:
        return Owner(before[-1].name, trigger)
    many = before and _MANY.fullmatch(place.text, before[-1].start, before[-1].end)
    return Owner("payload", trigger) if many else None


def _is_flock(place: Place, measure: Word) -> bool:
    """Say that several satellites have the mass: ``twelve satellites with a total mass of``."""
    before = place.words.find("nouns", find_clause(place), measure.start)
    many = bool(before) and _MANY.fullmatch(place.text, before[-1].start, before[-1].end) is not None
    return many and say(place, before[-1]).endswith("s")


def _find_weigher(place: Place, measure: Word) -> str | None:
    """Tell what weighs: the last noun or craft before a verb or noun of weighing; ``None`` for what is no craft."""
    text, clause = place.text, find_clause(place)
    if _FURTHER.match(text, text.rfind("\n", 0, measure.start) + 1, measure.start):
        clause = measure.start
    before = text[clause : measure.start]
    nouns = [
        noun
        for noun in place.words.find("nouns", clause, measure.start)
        if not _ASIDE.search(text, max(0, noun.start - 11), noun.start)
    ]
    names = place.reading.crafts_in(clause, measure.start)
    if names and (not nouns or names[-1].end >= nouns[-1].start):
        apposed = nouns and nouns[-1].name == "other" and names[-1].start - nouns[-1].end == 1
        return "other" if apposed else "spacecraft"
    if nouns and nouns[-1].name in ("propellant", "cargo") and measure.start - nouns[-1].end > 24:
        return "spacecraft"
    if nouns:
        return nouns[-1].name
    if _PRONOUN.search(before):
        return "spacecraft" if _means_craft(place) else None
    words = before.lower().strip(" \t|*•-_'\"[(")
    if words in ("", "its", "the", "total", "whose", "a"):
        return "launch_vehicle" if _is_about_rocket(place, measure.start) else "spacecraft"
    return "spacecraft" if _WITH.search(before) or words.endswith((" a", " its", " the", " whose")) else None


def _means_craft(place: Place) -> bool:
    """Follow a pronoun to the sentence before: whether that one is about a craft."""
    sentence = place.reading.sentence_at(place.start)
    previous = None if sentence is None else place.reading.sentence_before(sentence)
    if previous is None or place.floor != (sentence.start if sentence else 0):
        return True
    opening = place.text[previous.start : previous.start + 40]
    if not opening.startswith(("The ", "A ", "An ", "Its ", "Her ", "His ")):
        return True
    nouns = place.words.find("nouns", previous.start, previous.start + 40)
    named = place.reading.crafts_in(previous.start, previous.start + 40)
    return bool(named) or any(noun.name == "spacecraft" for noun in nouns)


_FURTHER = re.compile(r"[^:\n]{2,30}: ?\S[^\n]{0,60}?(?:\s{3,60}|\t)$")
"""A label with its value before another of the same line: ``Vehicle: Soyuz-U       Mass: 6600 kg``."""


def _is_about_rocket(place: Place, start: int) -> bool:
    """Say that the line's label or the heading over a mass is about the launch vehicle."""
    line = place.text.rfind("\n", 0, start) + 1
    if not _FURTHER.match(place.text, line, start) and names_rocket(place.text[line : min(start, line + 30)]):
        return True
    block = place.reading.block_at(start)
    heading = place.reading.heading_of(block) if block is not None else None
    return heading is not None and names_rocket(place.text[heading.start : heading.end])


def _is_rockets_own(place: Place, measure: Word) -> bool:
    """Say that a rocket right before has the mass: ``the launcher, with a lift-off mass of 321 tonnes``."""
    nouns = place.words.find("nouns", place.floor, measure.start)
    return (
        bool(nouns)
        and nouns[-1].name == "launch_vehicle"
        and _HAVING_MASS.fullmatch(place.text, nouns[-1].end, measure.start) is not None
    )


def _is_among_sizes(place: Place, start: int) -> bool:
    """Say that the label of a liftoff mass stands among the height, thrust or stages of a rocket."""
    text = place.text
    line = text.rfind("\n", 0, start) + 1
    if not _LIFTOFF.match(text, line) or text.find("\n", place.end) < 0:
        return False
    above = text.rfind("\n", 0, max(0, line - 1)) + 1
    return bool(_SIZES.match(text, above) or _SIZES.match(text, text.find("\n", place.end) + 1))


_HAVING_MASS = re.compile(r"[\w-]{0,10},?\s(?:with|having|has|had|whose)\s(?:an?\s|its\s|the\s)?(?:total\s|gross\s)?")
_LIFTOFF = re.compile(r"[\s|*•-]{0,8}(?:lift-?\s?off|take-?off)\s(?:mass|weight)\b", re.I)
_SIZES = re.compile(
    r"[\s|*•-]{0,8}(?:height|length|diameter|stages|number of stages|thrust|liftoff thrust|boosters)\b", re.I
)


def read_label(place: Place) -> Owner | None:
    """Read the label of a line: ``Cargo: 5.5 tons``, ``Propellant .... 860 kg``, ``dry   985 kg``."""
    line = max(place.text.rfind("\n", 0, place.start) + 1, place.start - _LONGEST_LABEL)
    words = [*place.words.find("nouns", line, place.start), *place.words.find("moments", line, place.start)]
    words = [word for word in words if _LABEL_TAIL.fullmatch(place.text, word.end, place.start)]
    if not words:
        return None
    label = place.text[line : words[-1].end].strip(" \t|*•-'\"").lower()
    if words[-1].group == "moments":
        return own(words[-1]) if len(label) <= words[-1].end - words[-1].start + 12 else None
    if words[-1].name == "spacecraft":
        whole = label.removeprefix("the ") == say(place, words[-1]).lower()
        return own(words[-1]) if whole and _MARKED.search(place.text, words[-1].end, place.start) else None
    if words[-1].name in ("cargo", "payload", "propellant", "launch_vehicle", "instrument") and _TOTAL.fullmatch(label):
        return own(words[-1])
    return None


def read_total(place: Place) -> Owner | None:
    """Read the sum of a list of cargo (``TOTAL: 2,400 kg``) and a mass that ends the line of a payload."""
    line = place.text.rfind("\n", 0, place.start) + 1
    head = place.text[line : place.start] if place.start - line <= _LONGEST_LINE else ""
    if _SUM.fullmatch(head):
        block = place.reading.block_at(place.start)
        heading = place.reading.heading_of(block) if block is not None else None
        listed = heading is not None and _MANIFEST.search(place.text, heading.start, heading.end)
        return Owner("cargo") if listed or _MANIFEST.search(place.text, max(0, line - _LIST_REACH), line) else None
    found = _CARRIED_LINE.fullmatch(head)
    if found is None or not _LINE_END.match(place.text, place.end) or place.reading.crafts_in(line, place.start):
        return None
    return Owner(
        "cargo" if found["what"].lower() == "cargo" else "payload",
        (line + found.start("what"), line + found.end("what")),
    )


def read_rest(place: Place) -> Owner | None:
    """Read a mass beside a craft's name, on a rocket's line, and what a ship carries somewhere."""
    names = [name for name in place.reading.crafts_in(place.floor, place.start) if name.kind != "station"]
    nouns = [noun for noun in place.words.find("nouns", place.floor, place.start) if noun.name == "spacecraft"]
    named = bool(nouns) and _NAMED.fullmatch(place.text, nouns[-1].end, place.start) is not None
    apposed = named or (bool(names) and _APPOSED.fullmatch(place.text, names[-1].end, place.start) is not None)
    if apposed or _AS_HEAVY.match(place.text, place.end):
        return tell_moment(place, Owner("spacecraft"))
    carrying = place.words.find("carrying", place.floor, place.start)
    if (
        carrying
        and _DIRECT.fullmatch(place.text, carrying[-1].end, place.start)
        and _GIVEN_TO.match(place.text, place.end)
    ):
        return Owner("cargo", (carrying[-1].start, carrying[-1].end))
    before = place.words.find("nouns", place.floor, place.start)
    if before and before[-1].name in SUBSTANCES and _HOLDING.fullmatch(place.text, before[-1].end, place.start):
        rockets = any(noun.name == "launch_vehicle" for noun in before) and not _BORE.search(place.before)
        return None if rockets or _TO_ORBIT.match(place.text, place.end) else own(before[-1])
    moments = place.words.find("moments", place.floor, place.start)
    measured = moments and place.words.find("measures", place.floor, moments[-1].start)
    later = place.words.find("moments", place.end, place.end + 24)
    if measured and _DIRECT.fullmatch(place.text, moments[-1].end, place.start):
        if later and later[0].start - place.end <= 2:
            return own(later[0])
        return Owner("spacecraft") if is_spent(place, moments[-1]) else own(moments[-1])
    moments = later
    if moments and moments[0].start - place.end <= 2:
        if _is_about_rocket(place, place.start):
            return Owner("launch_vehicle", (moments[0].start, moments[0].end))
        others = (m for m in place.reading.mentions_in(place.floor, place.start) if m.label == "MASS")
        if place.text[place.start - 1] == "(" and next(others, None) is not None:
            return own(moments[0])
    return None
