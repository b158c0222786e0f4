"""In: the event facts of a page. Out: the same, where one fact decides how another is meant."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from extractor.facts.event_words import AROUND
from extractor.facts.instants import covers, is_clock, read_instant
from extractor.facts.reading import Reading
from extractor.model import Block, Fact, Sentence
from extractor.values import DAY_LENGTH

_VISITS = frozenset(
    """docking undocking berthing hatch_opening hatch_closing deorbit_burn_start deorbit_burn_end module_separation
    parachute_deployment landing splashdown""".split()  # noqa: SIM905 - a word list
)
_FALLEN = frozenset({"landing", "splashdown"})
_BURNS = {"burn": ("deorbit_burn_start", "orbit_change"), "burn_end": ("deorbit_burn_end", "burn_end")}
_DOWN = re.compile(
    r"\b(?:de-?orbit|braking|retro|out of orbit|descent|landing|touchdown|splashdown|home|fragments"
    r"|re-?ent(?:ry|er)|burn(?:ed|t)? up)",
    re.I,
)
_ARRIVALS = ("arrival", "orbit insertion", "orbital insertion", "entering orbit", "into orbit a")
_CAPTURE = re.compile(r"\b(?:capture[ds]?|orbit insertion)\b", re.I)
_FAMILIES = frozenset(phrase.lower() for phrase in AROUND["places"]["visitor"] if phrase[0].isupper())
"""First words of the names of craft that visit stations."""

_STEERED = re.compile(
    r"\b(?:capsule|(?<!un)controlled|destructive|de-?orbit\w*|dispos\w+|trash|garbage|freighter|commanded|guided|steered"
    r"|Saturn|Jupiter|Venus|Martian|Titan|planet|lander)\b",
    re.I,
)
_PREDICTED = re.compile(r"\b(?:uncontrolled|predict\w*|forecast\w*|tumbling|naturally|decay\w*)\b", re.I)
"""What says of an entry to come that nobody steers it."""
_INTO_ORBIT = re.compile(
    r"\b(?:enter(?:ed|ing|s)?|(?:slip|drop|brak|slow|swung|swing|went|settl)\w* into|captured into)"
    r" (?:an? )?(?:[\w-]+ )?(?:lunar|Mars|Martian|Venus|Jovian|Mercury|Saturn) orbit\b",
    re.I,
)
_KEPT = re.compile(
    r"\b(?:orbit of|in an? orbit|into an? orbit|rais(?:ed?|ing)|trim\w*|circular\w*|correct\w*"
    r"|(?:transfer|lunar|translunar|interplanetary|escape) (?:trajectory|path))\b",
    re.I,
)
_PUT_IN_ORBIT = re.compile(
    r"\b(?:put|puts|putting|plac\w{1,3}|insert\w{0,3}|inject\w{0,3}|slow\w{0,3}|brak\w{1,3}) (?:\w+ ){0,4}"
    r"(?:in|into) (?:an? |its )?"
    r"(?:(?!(?:heliocentric|solar|transfer|parking|geo\w+) )[\w-]+ ){0,2}orbit\b"
)
_PLANETS = frozenset(
    """moon lunar mars martian venus venusian mercury jupiter jovian saturn asteroid comet vesta ceres eros bennu
    ryugu""".split()  # noqa: SIM905 - a word list
)
_GROUND = re.compile(
    r"\b(?:pad|lift-?off|lift(?:ed|s|ing)? off|countdown|first[- ]stage|boosters?|tower|blast(?:ed|s|ing)? off"
    r"|test stand)\b",
    re.I,
)
_ENTERS = re.compile(
    r"\band (?:successfully |then |promptly )?(?:enter(?:ed|s)?|went into|slipped into|settled into"
    r"|braked into|was placed in(?:to)?|was inserted into|moved into|swung into) (?:an? |its )?(?:[\w-]+ ){0,2}orbit\b"
)
_COMPLETE = re.compile(r" (?:is |was )?(?:complete|finished|ended|end\b)")
_ENDS = frozenset({"landing", "splashdown", "atmospheric_entry"})
_FALLS = (
    "reent", "re-ent", "re-\nent", "burn", "plunge", "disintegrat", "broke", "break", "destroyed", "tumbl", "fiery",
)  # fmt: skip
"""What the words for an entry begin with where no more is said than that a craft came down."""

_AFTER_BURN = 250  # characters behind a burn's words in which its aim is named


_LOWER_ORBIT = re.compile(r"\b(?:pre-landing|lower|descent|mapping|working|science|operational|final) orbit\b")


def settle(facts: Sequence[Fact], reading: Reading) -> tuple[Fact, ...]:
    """Settle what single sentences leave open.

    A craft that neither visits nor lands falls back uncontrolled: its reentry is a decay. A shuttle that is launched
    on the day of the page's own craft carries it: the launch is the craft's.
    """
    guided = {(fact.subject, fact.get("event")) for fact in facts}
    foretold = {(fact.subject, fact.get("event")) for fact in facts if _is_foretold(fact, reading)}
    controlled = {subject for subject, event in guided - foretold if event in _VISITS}
    own_launches = [str(fact.get("value")) for fact in facts if _is_launch(fact) and fact.subject == reading.subject]
    ships = {name.name for name in reading.crafts.names if name.kind == "vessel"} - {reading.subject}
    settled: list[Fact] = []
    for fact in facts:
        if fact.get("event") == "decay" and _has_come_down(fact, facts):
            continue
        if fact.rule == "event.atmospheric_entry" and _falls(fact, controlled, reading):
            fact = _change(fact, event="decay")
        elif _is_launch(fact) and (
            (fact.subject in ships and _is_on(fact, own_launches))
            or (not own_launches and _carries(fact, ships, reading))
        ):
            fact = replace(fact, subject=reading.subject)
        elif fact.get("event") == "engine_cutoff" and _follows_burn(fact, facts):
            fact = _change(fact, event="deorbit_burn_end")
        elif fact.get("event") == "failure" and _ends_mission(fact, facts):
            fact = _change(fact, event="end_of_mission")
        elif fact.get("event") == "decay" and _is_row_down(fact, reading) and _is_visitor(fact, controlled):
            fact = _change(fact, event="landing")
        elif fact.get("event") in _BURNS:
            fact = _name_burn(fact, reading, facts)
        elif fact.get("event") == "berthing" or (
            fact.get("event") == "docking" and _is_berthing(fact, reading.page.text)
        ):
            fact = _name_berthing(fact, facts, reading)
        elif fact.get("event") == "orbit_insertion" and _lowers(fact, facts, reading):
            fact = _change(fact, event="orbit_change")
        elif fact.get("event") == "planet_arrival" and _enters_orbit(fact, reading):
            fact = _change(fact, event="orbit_insertion")
        settled.append(fact)
    return tuple(settled)


def _is_foretold(fact: Fact, reading: Reading) -> bool:
    """Say that a fall was predicted, not steered: ``it was predicted to come down in the Atlantic``."""
    if fact.get("status") != "planned" or fact.get("event") not in _FALLEN or fact.trigger is None:
        return False
    sentence = reading.sentence_at(fact.trigger[0])
    return sentence is not None and _PREDICTED.search(reading.page.text, sentence.start, sentence.end) is not None


def _has_come_down(decay: Fact, facts: Sequence[Fact]) -> bool:
    """Say that what a catalogue calls a decay is a landing or an entry of that day: ``Decay Date: 1991-05-26``."""
    day = str(decay.get("value"))[:DAY_LENGTH]
    return len(day) == DAY_LENGTH and any(
        other.get("event") in _ENDS and other.subject == decay.subject and str(other.get("value")).startswith(day)
        for other in facts
    )


def _carries(fact: Fact, ships: set[str], reading: Reading) -> bool:
    """Say that a shuttle's launch is told as that of the page's own probe: its sentence names both."""
    sentence = reading.sentence_at(fact.trigger[0]) if fact.trigger else None
    shuttle = fact.subject in ships or (fact.subject or "").startswith("STS")
    if sentence is None or not shuttle or (reading.subject or "").startswith(("STS", "Soyuz", "Progress")):
        return False
    named = reading.crafts_in(sentence.start, fact.trigger[0] if fact.trigger else sentence.end)
    return any(name.name == reading.subject for name in named)


def _follows_burn(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Say that an engine's cutoff ends a braking burn: one of the same day began before."""
    value = str(fact.get("value"))
    starts = [str(other.get("value")) for other in facts if other.get("event") == "deorbit_burn_start"]
    return any(start[:10] == value[:10] and start < value for start in starts)


def _ends_mission(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Say that contact was lost on the day on which the page says that the mission ended."""
    value = str(fact.get("value"))
    ends = [str(other.get("value")) for other in facts if other.get("event") == "end_of_mission"]
    return any(covers(end, value) for end in ends)


def _name_berthing(fact: Fact, facts: Sequence[Fact], reading: Reading) -> Fact:
    """Take a berthing for the docking, unless it is but completed or a catch is told of that day or the day before."""
    text = reading.page.text
    if fact.get("event") == "berthing" and (not _is_berthing(fact, text) or _COMPLETE.match(text, _get_end(fact))):
        return fact
    others = (other for other in facts if other.get("event") == "docking" and not _is_berthing(other, text))
    docked = {str(other.get("value"))[:DAY_LENGTH] for other in others}
    day = str(fact.get("value"))[:DAY_LENGTH]
    if len(day) < DAY_LENGTH:
        return fact
    caught = not docked.isdisjoint((day, str(date.fromisoformat(day) - timedelta(days=1))))
    return _change(fact, event="berthing" if caught else "docking")


def _is_berthing(fact: Fact, text: str) -> bool:
    return fact.trigger is not None and "bert" in text[slice(*fact.trigger)].lower()


def _get_end(fact: Fact) -> int:
    return fact.trigger[1] if fact.trigger else 0


def _enters_orbit(fact: Fact, reading: Reading) -> bool:
    """Say that an arrival at a planet goes on in its sentence: ``arrived at Mars on 3 May and entered orbit``."""
    start, end = fact.trigger or (0, 0)
    return _ENTERS.search(reading.page.text, end, min(len(reading.page.text), start + _AFTER_BURN)) is not None


def _name_burn(fact: Fact, reading: Reading, facts: Sequence[Fact]) -> Fact:
    """Tell a burn that brings a craft down from one that changes its orbit, by the words of the paragraph."""
    start, _ = fact.trigger or (0, 0)
    block = reading.block_at(start)
    sentence = reading.sentence_at(start)
    if fact.get("event") == "burn" and sentence and _GROUND.search(reading.page.text, sentence.start, sentence.end):
        launched = [str(other.get("value")) for other in facts if other.get("event") == "launch"]
        timed = any(is_clock(value) and not covers(value, str(fact.get("value"))) for value in launched)
        return _change(fact, event="ignition" if timed else "launch")  # of a launch vehicle's engines
    keeps = sentence is not None and _KEPT.search(reading.page.text, sentence.start, sentence.end)
    around = reading.page.text[block.start : block.end] if block and not keeps else ""
    down, change = _BURNS[str(fact.get("event"))]
    may_enter = fact.get("event") == "burn" and not keeps
    if may_enter and block and "orbit" in around and _is_arrival(reading, block):
        return _change(fact, event="orbit_insertion")
    if may_enter and sentence and _INTO_ORBIT.search(reading.page.text, sentence.start, sentence.end):
        return _change(fact, event="orbit_insertion")
    if _enters_planet(fact, facts, reading, sentence):
        return _change(fact, event="orbit_insertion")
    behind = (start, min(block.end, start + _AFTER_BURN)) if block and fact.get("event") == "burn" else (0, 0)
    if _CAPTURE.search(reading.page.text, *behind):
        return _change(fact, event="orbit_insertion")
    if any(_is_entry(other) and _tell_same(other, fact) for other in facts):
        return _change(fact, event="orbit_insertion")
    return _change(fact, event=down if _DOWN.search(around) else change)


def _is_arrival(reading: Reading, block: Block) -> bool:
    """Say that a section is headed as a craft's arrival at the world that it was bound for: ``Arrival``."""
    heading = reading.heading_of(block)
    return heading is not None and reading.page.text[heading.start : heading.end].lower().startswith(_ARRIVALS)


def _is_entry(fact: Fact) -> bool:
    return fact.get("event") == "orbit_insertion" and is_clock(str(fact.get("value")))


def _tell_same(fact: Fact, other: Fact) -> bool:
    return (fact.subject, fact.get("value")) == (other.subject, other.get("value"))


def _lowers(fact: Fact, facts: Sequence[Fact], reading: Reading) -> bool:
    """Say that a craft in orbit about a body moves to another orbit: ``to reach an 18 by 100-km pre-landing orbit``."""
    sentence = reading.sentence_at(fact.trigger[0]) if fact.trigger else None
    if sentence is None or not _LOWER_ORBIT.search(reading.page.text, sentence.start, sentence.end):
        return False
    now = read_instant(str(fact.get("value")))
    before = (
        read_instant(str(other.get("value")))
        for other in facts
        if other.get("event") == "orbit_insertion" and other.subject == fact.subject
    )
    return now is not None and any(then and timedelta(hours=2) < now - then < timedelta(days=60) for then in before)


def _enters_planet(fact: Fact, facts: Sequence[Fact], reading: Reading, sentence: Sentence | None) -> bool:
    """Say that a burn is the one that a planet's orbit was entered by: of the same day, or told so, and the first."""
    if fact.get("event") != "burn" or sentence is None:
        return False
    value = str(fact.get("value"))
    known = [
        str(other.get("value"))
        for other in facts
        if other.get("event") == "orbit_insertion" and other.subject == fact.subject
    ]
    if known:
        return is_clock(value) and any(len(day) == DAY_LENGTH and covers(day, value) for day in known)
    told = _PUT_IN_ORBIT.search(reading.page.text, sentence.start, sentence.end)
    return told is not None and not _PLANETS.isdisjoint(reading.page.words.distinct)


def _is_launch(fact: Fact) -> bool:
    return (fact.get("event"), fact.get("status")) == ("launch", "actual")


def _is_on(fact: Fact, days: Sequence[str]) -> bool:
    return any(covers(day, str(fact.get("value"))) for day in days)


def _is_visitor(fact: Fact, controlled: set[str | None]) -> bool:
    """Say that a craft visits, lands or is of a family that does, so that its way down is steered."""
    return fact.subject in controlled or (fact.subject or "").partition(" ")[0].lower() in _FAMILIES


def _is_row_down(fact: Fact, reading: Reading) -> bool:
    return fact.trigger is not None and reading.page.text[slice(*fact.trigger)].lower() == "down"


def _falls(fact: Fact, controlled: set[str | None], reading: Reading) -> bool:
    """Say that a reentry is a fall: of no visiting or landing craft, in words that tell of no burn."""
    if _is_visitor(fact, controlled) or fact.trigger is None:
        return False
    start, end = fact.trigger
    sentence = reading.sentence_at(start)
    if fact.get("status") == "planned" and not (
        sentence and _PREDICTED.search(reading.page.text, sentence.start, sentence.end)
    ):
        return False
    if sentence is not None and _STEERED.search(reading.page.text, sentence.start, sentence.end):
        return False
    words = reading.page.text[start:end].lower()
    return words.startswith(_FALLS)


def _change(fact: Fact, **attributes: str) -> Fact:
    return replace(fact, attributes={**fact.attributes, **attributes})
