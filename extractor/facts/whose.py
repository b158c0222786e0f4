"""In: an event's words and their moment. Out: whose event it is, and which kind of landing or orbit."""

import re

from extractor.facts.event_words import Sense
from extractor.facts.moments import Moment
from extractor.facts.reading import Reading, choose_station
from extractor.facts.rockets import find_rocket
from extractor.facts.spellings import NOBODY
from extractor.facts.triggers import Trigger

_STATION_EVENTS = frozenset({"change_of_command", "spacewalk_start", "spacewalk_end"})
_VISITS = frozenset({"docking", "undocking", "landing", "splashdown", "hatch_opening", "hatch_closing", "relocation"})
_MEETINGS = frozenset({"docking", "undocking", "relocation", "rendezvous"})
_BURNS = frozenset({"burn", "orbit_change"})
_VISITORS = ("STS", "Gemini", "Apollo", "Soyuz", "Shenzhou", "Crew", "Polaris")
_VISITED = re.compile(r"\b(?:Telescope|Observatory|Hubble|Workshop|Facility|Palapa|Westar|Solar Max)\b")
_ALIEN = re.compile(
    r"\b(?:module|laboratory|telescope|node|airlock|truss|experiment|rocket|stage|booster),? (?:which|that)"
    r" (?:had |has |have )?$|\b(?:one|two|three|four|several|\d{1,2}) more (?:\w+ ){0,2}$",
    re.I,
)
_RELATIVE = re.compile(r" of (?P<name>[A-Z][a-z]{2,14}), which (?:had |has |have )?(?:been |was )?$")
_OTHER_FLIGHT = re.compile(
    r"\b(?:next|following|subsequent|previous) (?!day\b)(?:[\w-]+ ){0,3}(?:missions?|flights?|crew|expedition)\b", re.I
)
_ALIEN_LEAD = 30  # characters before an event
_COORDINATED = re.compile(r"\b(?:and(?! an? )|but|while|so)\b")
_OTHERS = re.compile(
    r" (?:(?:the|an?|its|another|more|\d{1,3}|two|three|four|five|six|eight|ten|\w{3,10}th|first|second|third) ){0,2}"
    r"(?:(?:batch|group|set|pair|trio|cluster|stack) of )?(?:(?:the|\d{1,3}|two|three|four|six) )?"
    r"(?:[A-Z][\w’'-]{2,16} ){1,3}(?:[a-z]{4,16} ){0,2}(?:satellites|spacecraft|cubesats|payloads|probes)\b"
)
"""The object of a launch that names satellites of others."""
_AGENT = re.compile(r",? by (?:the |[A-Z][\w-]{1,14}['’]s )?$")
_RIDES = frozenset({"launch", "landing", "splashdown", "docking", "undocking"})
_CAPSULES = ("Soyuz", "Progress")
_RUNWAY = re.compile(r"\s(?:at|on|in) (?:the )?(?:KSC|Kennedy|Edwards|White Sands|Florida|California)\b")
_RIDE = 120  # characters behind an event in which its craft is named
_ABOARD = re.compile(r"\b(?:aboard|on board|in|inside) (?:the |a |their )?(?:\w+ ){0,2}$", re.I)
_RIDING = re.compile(r" (?:aboard|on board|in|with)$")  # `returned with`, of which a craft follows
_APART = re.compile(r";|\b(?:who|which|while|but|and|before|after|until|when)\b")
_WATER = re.compile(
    r"\b(?:(?:ocean|sea)(?! of [a-z])|gulf|atlantic|pacific|waters?|splash\w*|off the coast|recovery ship"
    r"|aircraft carrier)\b",
    re.I,
)
_PLANET_ORBIT = re.compile(
    r"\borbit (?:around|round|about|of) (?:the )?(?:moon|mars|venus|mercury|jupiter|saturn|asteroid|comet|red planet)\b"
    r"|\b(?:lunar|martian|mars|venus|jovian|selenocentric) orbit\b",
    re.I,
)
_MARS = re.compile(r"\b(?:mars|martian|comet|asteroid|venus)\b", re.I)
_OFF_MOON = re.compile(
    r"\b(?:lift(?:s|ed|ing)?[ -]?off|t(?:akes?|ook|aking) ?off|launch(?:ed|es|ing)?|blast(?:s|ed)? off|left|rose)"
    r"(?: (?!samples|rocks|bring|return|collect|to\b)[\w:]{1,14}){0,7}? (?:from|off) the"
    r" (?:moon|lunar surface|surface of the moon|surface)\b"
    r"|\b(?:ascent (?:stage|module|vehicle|craft)|ascender)\b[^.;]{0,40}"
    r"\b(?:lift(?:s|ed)?[ -]?off|took off|launched|blasted off)\b",
    re.I,
)
_AFLOAT = re.compile(r"\b(?:drone ?ship|barge|(?:landing|ocean|floating|sea) (?:platform|pad))\b", re.I)
"""What rockets land on in the sea."""
_MOON_SEA = re.compile(r"\b(?:Sea of [A-Z]|Ocean of Storms|Bay of [A-Z][a-z]+s\b)")
_MOON = re.compile(r"\b(?:moon|lunar|mare|sea of [a-z]+|ocean(?:us| of) (?:storms|procellarum))\b", re.I)
_MOON_FORM = re.compile(r"\b(?:crater|far side|near side)\b", re.I)  # other bodies have craters, too
_MOON_WORDS = frozenset({"moon", "lunar", "mare", "crater", "sea", "storms", "procellarum"})
"""One of them is in whatever ``_MOON`` finds: most pages hold none and need no search."""

_EARTH = re.compile(
    r"\b(?:earth|steppe|kazakh\w*|soviet (?:soil|territory|union)|atmosphere"
    r"|desert|runway|parachutes?|home|return\w*|crew|capsule|mars|venus)\b",
    re.I,
)
_SOIL = re.compile(r"\b(?:soviet (?:soil|territory|union)|steppes?|kazakh\w*|back (?:on|to) earth)\b", re.I)
_LUNAR = 4  # times that a page on a lunar lander speaks of the Moon
_FEWEST_MOONS = 2
_LUNAR_SHARE = 700  # characters within which a short one does
_NEIGHBOUR = re.compile(r"next|prev|last (?:flight|launch)", re.I)
_DEBRIS = re.compile(
    r"\b(?:fragments|debris|pieces|remains|remnants|wreckage"
    r"|(?:main|last|large|largest|heaviest) (?:[\w-]+ )?(?:section|part|piece|chunk))\b"
    r"[^.;]{0,60}\b(?:fell|fall|hit|splash|land|c[ao]me|drop)",
    re.I,
)
_NEXT = 40  # characters in which the craft stands that a line on the next flight is about
_STATION_ORBIT = re.compile(
    r"\b(?:orbit|altitude|height) of (?:the )?(?:ISS|(?:international )?(?:space )?station|mir)\b"
    r"|\bstation['’]s (?:orbit|altitude)|\bZvezda['’]s|\breboost",
    re.I,
)
_NEXT_WORDS = 90  # characters behind a moment that may name whose orbit is changed
_AHEAD = 30  # characters before a noun that may hold its verb: `closed the hatches`
_FOLLOWED = re.compile(r"\b(?:preceded|followed|succeeded) by (?:the )?$")
_OF_STATIONS = frozenset({"launch", "decay", "atmospheric_entry"})
_STATION_DOES = re.compile(
    r"(?: itself| (?:space |orbital )?(?:station|workshop|laboratory|complex))?"
    r"(?: (?:was|had|has|been|is|will|would|be|finally|then|later|eventually|itself|to|[a-z]{3,12}ly)){0,4} "
)
"""What stands between a station and what it does: ``Skylab itself reentered``."""
_ON_STATION = re.compile(r"(?:arriv|reach)\w* (?:at |on )?(?:its|their) (?:[\w-]+ )?station\b", re.I)
"""What a satellite does in its own orbit: ``reached its station at 31° East``."""
_LOSSES = frozenset({"failure", "end_of_mission"})
_WITH = re.compile(r" (?:was |were )?(?:lost )?with (?:the )?[\"“_]{0,2}")
_VISIT = re.compile(r"\bstation\b|\bdock(?:ed|ing|s)?\b|\bMir\b")
_SHUTTLES = ("STS", "Atlantis", "Columbia", "Discovery", "Endeavour", "Challenger")


def is_lunar(reading: Reading) -> bool:
    """Say that a page speaks of the Moon often."""
    places = reading.page.words.places
    if sum(len(places.get(word, ())) for word in _MOON_WORDS) < _FEWEST_MOONS:
        return False
    told = len(_MOON.findall(reading.page.text))
    return told >= _LUNAR or (told >= _FEWEST_MOONS and told * _LUNAR_SHARE >= len(reading.page.text))


def refine_event(text: str, sense: Sense, span: tuple[int, int], *, lunar: bool) -> str:
    """Tell a landing in water or on the Moon from one on land, and a planet's orbit from a launch.

    ``span`` is the sentence around the event; ``lunar`` says that the page speaks of the Moon.
    """
    around = text[slice(*span)]
    if sense.event in {"landing", "splashdown"} and _DEBRIS.search(around):
        return "impact"
    if sense.event == "landing" and _WATER.search(around) and not _AFLOAT.search(around):
        return "splashdown"
    if sense.event == "launch" and _OFF_MOON.search(around):
        return "lunar_liftoff"
    if sense.event == "splashdown" and _MOON_SEA.search(around) and not _WATER.search(around):
        return "lunar_landing"
    if (
        sense.event == "landing"
        and not _SOIL.search(around)
        and (
            _MOON.search(around)
            or (_MOON_FORM.search(around) and _MOON.search(text) and not _MARS.search(around))
            or (lunar and not _EARTH.search(around))
        )
    ):
        return "lunar_landing"
    if sense.needs == "into_orbit" and _PLANET_ORBIT.search(around):
        return "orbit_insertion"
    return sense.event


def is_foreign(reading: Reading, event: str, trigger: Trigger, subject: str | None) -> bool:
    """Say that an event is no craft's of the page: a station's own docking, what a module or rocket did."""
    if subject == NOBODY or (subject is None and reading.crafts.names):
        return True
    if event == "launch" and _launches_others(reading, trigger, subject):
        return True
    if event in _VISITS and any(name.kind == "station" and name.name == subject for name in reading.crafts.names):
        return True
    text = reading.page.text
    if event == "docking" and _ON_STATION.match(text, trigger.start):
        return True
    before = text[max(0, trigger.start - _RIDE) : trigger.start].lower()
    near = "next" in before or "following" in before or "subsequent" in before or "previous" in before
    if near and subject == reading.subject:
        sentence = reading.sentence_at(trigger.start)
        low = max(trigger.start - _RIDE, sentence.start if sentence else 0)
        other = _OTHER_FLIGHT.search(text, low, trigger.start)
        if other and not reading.crafts_in(other.start(), trigger.start):
            return _COORDINATED.search(text, other.end(), trigger.start) is None
    more = " more " in before and event != "orbit_change"  # `two more corrections` are its own, `two more launches` not
    if "which" not in before and "that" not in before and not more:
        return False
    own = _RELATIVE.search(text, max(0, trigger.start - _ALIEN_LEAD), trigger.start)
    if own and own.start("name") > 1 and not reading.crafts_in(own.start("name"), trigger.start):
        return True  # `the departure of Pirs, which had been docked since May`
    return _ALIEN.search(text, max(0, trigger.start - _ALIEN_LEAD), trigger.start) is not None


def _launches_others(reading: Reading, trigger: Trigger, subject: str | None) -> bool:
    """Say that a verb has an object that is no craft of the page: ``launched a batch of Skynode satellites``."""
    text = reading.page.text
    found = _OTHERS.match(text, trigger.end) if trigger.form == "past" else None
    if found is None or subject is None or reading.crafts_in(trigger.start, found.end()):
        return False
    return not any(word in found.group() for word in subject.split(" "))


def _find_ridden(reading: Reading, trigger: Trigger) -> str | None:
    """Find the craft that people ride, where none is named before: ``leave on 5 August aboard Soyuz TM-90``."""
    sentence = reading.sentence_at(trigger.start)
    if sentence is None or any(name.kind != "station" for name in reading.crafts_in(sentence.start, trigger.start)):
        return None
    text = reading.page.text
    for name in reading.crafts_in(trigger.end, min(sentence.end, trigger.end + _RIDE)):
        rides = _RIDING.search(text, trigger.start, trigger.end) or _ABOARD.search(text, trigger.end, name.start)
        if name.kind in {"craft", "vessel"} and rides:
            return None if _APART.search(text, trigger.end, name.start) else name.name
    return None


def _find_station(reading: Reading, trigger: Trigger) -> str | None:
    """Find the station that does itself what a verb tells: ``Mir was launched``, ``Skylab reentered``."""
    names = reading.crafts_in(max(0, trigger.start - _RIDE), trigger.start)
    if not names or names[-1].kind != "station" or trigger.form == "noun":
        return None
    return names[-1].name if _STATION_DOES.fullmatch(reading.page.text, names[-1].end, trigger.start) else None


def _name_visitor(reading: Reading, event: str, subject: str | None) -> str | None:
    """Name the ship that visits where the words speak of what it visits: ``Hubble was set free``, ``Agena let go``.

    A stage's burn is its craft's: ``a second Centaur burn put it on its way``.
    """
    if event in _BURNS and _is_stage(reading, subject):
        return reading.subject
    if event not in _MEETINGS or subject == reading.subject or reading.subject is None or subject is None:
        return subject
    own = next((name for name in reading.crafts.names if name.name == reading.subject), None)
    if own is None or not (own.name.startswith(_VISITORS) or own.kind == "vessel"):
        return subject
    other = next((name for name in reading.crafts.names if name.name == subject), None)
    visited = other is not None and (other.kind == "target" or _VISITED.search(subject) is not None)
    return reading.subject if visited else subject


def _lands_elsewhere(reading: Reading, event: str, trigger: Trigger, subject: str | None) -> bool:
    """Say that a landing at a runway of the shuttle is the page's own shuttle's, whatever capsule was named last."""
    if event != "landing" or not (subject or "").startswith(_CAPSULES) or not (reading.subject or "").startswith("STS"):
        return False
    return _RUNWAY.search(reading.page.text, trigger.end, trigger.end + _RIDE) is not None


def _find_lost(reading: Reading, trigger: Trigger) -> str | None:
    """Find the craft that words for a loss name right behind them: ``contact was lost with Venera 9``."""
    behind = reading.crafts_in(trigger.end, trigger.end + _AHEAD)
    near = behind and _WITH.fullmatch(reading.page.text, trigger.end, behind[0].start)
    return behind[0].name if near else None


def _find_between(reading: Reading, trigger: Trigger, moment: Moment) -> str | None:
    """Find the other craft that a moment behind an event is of; ``NOBODY`` for a neighbour that but follows.

    ``its launch came days after that of Kosmos 9 on 29 August``; ``which docked in May, and was followed by Luna 9 in``
    """
    text = reading.page.text
    for name in reading.crafts_in(trigger.end, moment.start):
        if text[max(0, name.start - 12) : name.start].endswith(("that of ", "that of the ")):
            return name.name
        if _FOLLOWED.search(text, trigger.end, name.start):
            return NOBODY
    return None


def _is_stage(reading: Reading, subject: str | None) -> bool:
    """Say that a name is that of a rocket's stage on a page about a craft that visits none."""
    stage = any(name.kind == "target" and name.name == subject for name in reading.crafts.names)
    return stage and reading.subject is not None and not reading.subject.startswith(_VISITORS)


def choose_subject(reading: Reading, event: str, trigger: Trigger, moment: Moment) -> str | None:
    """Choose whose event it is: the station's for spacewalks and command, else the craft's."""
    if event in _BURNS and _STATION_ORBIT.search(reading.page.text, trigger.start, moment.end + _NEXT_WORDS):
        return choose_station(reading, trigger.start)
    if event in _STATION_EVENTS:
        return choose_station(reading, trigger.start, command=event == "change_of_command")
    told = _find_station(reading, trigger) if event in _OF_STATIONS else None
    told = _find_lost(reading, trigger) if event in _LOSSES else told
    if told is not None:
        return told
    subject = _name_visitor(reading, event, reading.subject_at(trigger.start, trigger.end))
    if _lands_elsewhere(reading, event, trigger, subject):
        return reading.subject
    rocket = find_rocket(reading, event, trigger, subject)
    if rocket is not None:
        return rocket
    if trigger.form == "row" and _NEIGHBOUR.match(reading.page.text, trigger.start):  # `Next flight: Kounotori 6`
        named = [name for name in reading.crafts_in(trigger.end, moment.end + _NEXT) if name.kind != "station"]
        return named[0].name if named else None
    text = reading.page.text
    agents = [name for name in reading.crafts_in(moment.end, moment.end + _NEXT) if name.kind == "craft"]
    if trigger.form == "noun" and agents and _AGENT.fullmatch(text, moment.end, agents[0].start):
        return agents[0].name
    ridden = _find_ridden(reading, trigger) if event in _RIDES else None
    if ridden is not None:
        return ridden
    between = reading.crafts_in(trigger.end, moment.start)
    other = _find_between(reading, trigger, moment)
    if other is not None:
        return other
    ships = [name for name in reading.crafts_in(trigger.start - _AHEAD, trigger.start) if name.kind == "vessel"]
    flights = [name for name in between if ships and name.kind == "craft" and name.name.startswith(ships[-1].flies)]
    return flights[0].name if flights and ships[-1].flies else subject


def may_visit(reading: Reading) -> bool:
    """Say that a page names a station that craft may visit."""
    stations = any(name.kind == "station" for name in reading.crafts.names)
    serviced = "hubble" in reading.page.words.distinct and (reading.subject or "").startswith(_SHUTTLES)
    return stations or serviced or _VISIT.search(reading.page.text) is not None
