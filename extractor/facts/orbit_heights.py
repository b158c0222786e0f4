"""In: a length on a page. Out: whether the page says it of an orbit as its altitude, and not of one moment or place."""

import re

from extractor.facts.orbit_words import OrbitWords

_WORDS_BETWEEN = (
    r"(?:\s(?:at|of|an?|the|some|altitude|height|about|roughly|around|approximately|nearly|Earth|Moon|Mars|Venus|planet|globe|our"
    r"|is|was|from|to|with|in|its|orbit|over|low|high|radius|distance|average|mean|flight|path)|,){0,7}[\s:=(~]{1,3}$"
)
_BEFORE = re.compile(
    r"(?:\b(?:near-?|nearly\s)?circular(?:ized|ised)?(?:[\s,]\w{2,14}){0,4}|\borbit(?:s|ed|ing|al)?|\bcircl(?:e|es|ed|ing)"
    r"|\bparking\sorbit|\bround(?:ed|s|ing)?\sthe\spath\soff|\bpath)" + _WORDS_BETWEEN,
    re.I,
)
_RAISED = re.compile(
    r"\borbit\b[^.]{0,60}\b(?:raised|lowered|boosted|reboosted|brought|lifted)\b(?:\sby\s[\d.,]{1,6}\s(?:km|kilometers|miles|mi)\b)?"
    r"(?:\s\([^()]{1,20}\))?,?\sto\s(?:an?\s)?(?:(?:average\s|mean\s)?(?:altitude|height)\sof\s)?(?:about\s)?$",
    re.I,
)
_SHIFTED = re.compile(
    r"(?:\b(?:rais|lower|boost|reboost|lift|increas)\w{0,4}\b[^.;]{0,40}\borbit\b[^.;]{0,30}"
    r"|\borbit\b[^.;]{0,40}\b(?:raised|lowered|boosted|reboosted|lifted|increased)\b[^.;]{0,20})"
    r"\s(?:from|[a-z]{1,10}\)?\sto)\s(?:an?\s)?(?:(?:average\s|mean\s)?(?:altitude|height)\sof\s)?(?:about\s|around\s|some\s)?$",
    re.I,
)
"""What leads to the height before or after an orbit was shifted: ``raise the orbit from 350 km to 400 km``."""
_KINDS = (
    r"near|nearly|circular|parking|polar|low|sun-?|synchronous|temporary|lunar|assembly|operational|Earth|initial|final|equatorial"
    r"|mapping|science|working|waiting|planned|stable|high|geo\w{1,14}|storage|standard"
)
_BEHIND = re.compile(
    r"(?:[\s\u00a0-]{1,2}(?:high|altitude|up|above\sthe\s(?:Earth|planet|Moon|lunar|surface|ground)))?,?"
    rf"(?:[\s\u00a0-]{{1,2}}(?:{_KINDS})){{0,5}}[\s\u00a0-]{{1,2}}(?:orbits?|SSO|LEO)\b"
    r"|[\s\u00a0]\(?(?:near-?)?circular\b(?!\s(?:area|crater|region|field|basin|zone|path))",
    re.I,
)
_CIRCULAR_BEHIND = re.compile(r"[\s\u00a0]?[(,]?[\s\u00a0]?(?:near-?)?circular\b", re.I)
_PLACE_BEHIND = re.compile(
    r"\s(?:above|over|off|from|away|ahead|behind|north|south|east|west|short|downrange|across|wide|long|below|apart|per|higher"
    r"|lower|closer|farther|further|more|less)\b(?!\s(?:the\s|its\s)?(?:Earth|earth|planet|Moon|moon|Mars|Venus|lunar|surface|ground"
    r"|sea\slevel|globe|Martian|our|equator)\b)",
    re.I,
)
_MOMENT_BEFORE = re.compile(
    r"\b(?:while|when|as|pictured|photographed|seen|docked|soar|flying|flew|captured|sail|was\s(?:about\s)?$)[^.]{0,70}$",
    re.I,
)
_ROUGHLY = r"(?:(?:about|around|some|roughly|approximately|nearly|almost|over|now|currently)\s|~\s?){0,2}$"
_HEIGHT_OF = rf"(?:(?:an?|its|the)\s)?(?:[a-z]{{3,12}}\s)?(?:altitude|height)s?\sof\s{_ROUGHLY}"
_MOVED = re.compile(
    rf"\b(?:raised|lowered|boosted|reboosted|brought|moved|shifted|dropped|climbed|settled|placed|put|inserted|injected|deployed"
    rf"|delivered)\b[^.;]{{0,40}}\s(?:to|at|into)\s{_HEIGHT_OF}|\b(?:share|keep|hold|maintain)(?:s|ed|ing)?\s{_HEIGHT_OF}",
    re.I,
)
_ROUND_AT = re.compile(
    rf"\b(?:(?:orbit|circl)(?:s|es|ed|ing)|orbit\s(?:a?round|about))\b[^.;]{{2,60}}\sat\s{_HEIGHT_OF}", re.I
)
_OWN_HEIGHT = re.compile(
    r"\b(?:station|complex|outpost|laboratory|telescope|observatory|satellite|spacecraft|ISS|Mir|orbiter)['’]s?\s(?:[a-z]{4,12}\s)?"
    rf"(?:altitude|height)\s(?:is|was|were|had|has|been|of|at|to|[a-z]{{4,9}}ed|\s){{1,9}}{_ROUGHLY}"
    rf"|\baltitude\sof\s(?:the\s)?(?:station|complex|outpost|satellite|spacecraft|telescope|ISS|Mir)\s(?:is|was|has|been|to|at|now"
    rf"|[a-z]{{4,9}}ed|\s){{1,9}}{_ROUGHLY}",
    re.I,
)
_VERBS = ("flies", "travels", "soars", "cruises", "zips", "hurtles", "speeds", "whizzes", "moves", "sails")
_FLIES = re.compile(
    r"\b(?:station|complex|outpost|lab(?:oratory)?|telescope|observatory|satellite|spacecraft|ISS|Mir|which|that|it)(?:\)|,)?\s"
    rf"(?:{'|'.join(_VERBS)})\s"
    rf"(?:along\s)?(?:at\s(?:{_HEIGHT_OF[:-1]})?)?{_ROUGHLY}",
    re.I,
)
_AT_ONE_TIME = re.compile(r"\b(?:as|while|when|until)\b[^.;]{0,80}$", re.I)
_WHERE_ORBITS = re.compile(r"[^.;:()]{0,40},?\swhere\s(?:\w{2,12}\s){1,4}(?:orbits|circles|flies|travels)\b", re.I)
_IN_ORBIT = re.compile(rf",?\s(?:in|into|on)\s(?:an?|its|the)\s(?:(?:{_KINDS})[\s-]){{0,5}}orbit\b", re.I)
_AT = re.compile(r"(?:\b(?:altitude|height)\sof|\bat)\s(?:about\s|some\s|~)?$", re.I)
_COMING_DOWN = re.compile(
    r"\b(?:land(?:er|ed|ing)|descen\w{1,6}|parachut\w{1,4}|re-?entry|stage|balloon|fairing|airplane|aircraft|plane|jet|suborbital"
    r"|sounding\srocket|flyby|flew\s(?:past|by))\b",
    re.I,
)
_ASIDE = re.compile(r"\s{0,3}\([^()\n]{1,24}\)$")
_LISTED = re.compile(
    r"\b(?:min|minutes|hr|hours|degrees|deg|°),?\s(?:and\s)?(?:an?\s|the\s)?(?:circular\s)?altitude,?\s(?:of\s|was\s|is\s)?(?:about\s)?$"
)
_STATION_LABEL = re.compile(r"altitude of (?:the )?(?:space )?(?:station|iss|mir|complex|outpost)")
_LABEL_KINDS = re.compile(rf"(?:\w{{4,12}}\s)?orbit[\s:=|]{{1,12}}(?:(?:near-?)?(?:{_KINDS}),?\s?){{1,5}}", re.I)
_LABELS = frozenset(
    {
        "altitude",
        "orbit",
        "orbital altitude",
        "orbit_altitude",
        "height of orbit",
        "flight altitude",
        "orbit height",
        "orbital height",
    }
)
_DELTA = re.compile(
    r"\b(?:by|another|additional|extra|within|than|per|took\saway|shed|shaved|removed|(?:gain|increase|change|rise|drop|reduction"
    r"|decrease|boost|loss|error|difference|deviation|accuracy)\s(?:of|in))\s(?:(?:about|some|only|over|nearly|more\sthan)\s|~\s?)?$",
    re.I,
)
_TILTED_BY = re.compile(r"\b(?:inclined|tilted|canted|slanted)\s(?:to\s\w{1,12}\s)?by\s(?:\w{4,13}\s)?$")
_BEFORE_CHANGE = frozenset(
    ["by", "another", "additional", "extra", "within", "than", "per", "away", "shed", "shaved", "removed", "of", "in",
     "about", "some", "only", "over", "nearly", "~"]
)  # fmt: skip
"""The last words of ``_DELTA``: looked up first, since nearly all figures have none of them before."""

_TILTED_BEFORE = re.compile(r"\borbit\b[^.;]{0,60}\b(?:and|at)\s$")
_TALL_BEHIND = re.compile(r"\s(?:high|up)\b")
_MEMBER_BEFORE = re.compile(r"[\w)][\s\u00a0]?[x×/][\s\u00a0]?$")
_MEMBER_BEHIND = re.compile(r"[\s\u00a0]?[x×/][\s\u00a0]?\d")


def is_change(text: str, start: int) -> bool:
    """Say that a figure tells by how much something changed: ``raised by 2 km``, not ``inclined by 2 degrees``."""
    words = text[max(0, start - 16) : start].rsplit(None, 1)
    return (
        bool(words)
        and words[-1].lower() in _BEFORE_CHANGE
        and _DELTA.search(text, max(0, start - 48), start) is not None
        and _TILTED_BY.search(text, max(0, start - 48), start) is None
    )


def is_shifted(text: str, start: int) -> bool:
    """Say that a figure is the height of an orbit before it is shifted, or the one after."""
    return _SHIFTED.search(text, max(0, start - 110), start) is not None


def has_orbit_behind(text: str, end: int) -> bool:
    """Say that the noun ``orbit`` follows a figure as its attribute: ``500-km sun-synchronous orbit``."""
    return _BEHIND.match(text, end) is not None


def _read_label(text: str, start: int) -> str:
    """Give what stands before a figure on its line, small, without marks and a bracket at its end."""
    line = (
        text[text.rfind("\n", 0, start) + 1 : start] if "\n" in text[max(0, start - 60) : start] else text[:start][-60:]
    )
    line = line[line.rfind(";") + 1 :]
    return _ASIDE.sub("", line.rstrip(" \t:=.-~")).strip(" \t|*•:=.-~").lower()


def is_orbit_labelled(text: str, start: int) -> bool:
    """Say that a figure is the value of a label ``Orbit``."""
    return _read_label(text, start) in ("orbit", "orbital plane", "orbit plane", "target orbit", "final orbit")


def is_orbit_height(text: str, start: int, end: int, words: OrbitWords) -> bool:
    """Say that the length ``[start, end)`` is the altitude of an orbit."""
    before = text[max(0, start - 110) : start]
    if is_change(text, start) or _MEMBER_BEFORE.search(before) or _MEMBER_BEHIND.match(text, end):
        return False
    if has_orbit_behind(text, end):
        return True
    label = _read_label(text, start)
    if label in _LABELS:
        near = words.has_near("orbit", max(0, start - 200), start - len(label))
        return label != "altitude" or near or _CIRCULAR_BEHIND.match(text, end) is not None
    if _LABEL_KINDS.fullmatch(label + " ") or _STATION_LABEL.fullmatch(label):
        return True
    if _LISTED.search(before) and words.has_near("orbit", max(0, start - 110), start - 20):
        return True
    if _TALL_BEHIND.match(text, end) and _TILTED_BEFORE.search(before):
        return True
    if _is_habit(text, end, before):
        return True
    if _PLACE_BEHIND.match(text, end) or _MOMENT_BEFORE.search(before):
        return False
    if _is_path(before) and words.has_near("orbit", max(0, start - 300), end + 150):
        return True
    return bool(_BEFORE.search(before) or _RAISED.search(before)) or is_shifted(text, start)


def _is_habit(text: str, end: int, before: str) -> bool:
    """Say that a height is where a craft always flies: ``which flies 250 miles above Earth``, ``where it orbits``."""
    inside = _IN_ORBIT.match(text, end) is not None and _AT.search(before) is not None
    if not inside and not (_WHERE_ORBITS.match(text, end) or _is_flown(before)):
        return False
    return _AT_ONE_TIME.search(before) is None and (inside or not _PLACE_BEHIND.match(text, end))


def _is_flown(before: str) -> bool:
    """Say that a craft flies, travels or the like at the height that follows; the verbs are looked up first."""
    return any(verb in before for verb in _VERBS) and _FLIES.search(before) is not None


def _is_path(before: str) -> bool:
    """Say that a height is one that a craft in orbit was brought to or goes round at, and none on a way down."""
    if ("ltitude" not in before and "eight" not in before) or _COMING_DOWN.search(before):
        return False
    return any(pattern.search(before) for pattern in (_MOVED, _ROUND_AT, _OWN_HEIGHT))
