"""In: a trigger and a moment of one sentence, with what stands between. Out: the cost of giving one to the other."""

import re

from extractor.facts.cues import PAST
from extractor.facts.date_needs import SINCE_DATE
from extractor.facts.moments import Moment
from extractor.facts.triggers import ENDED, LIGHT_VERBS, SHIFT, STARTED, Trigger
from extractor.forms import join_forms

LIMIT = 7.5
"""Steps beyond which a moment is nobody's."""

BEYOND = 3.0
"""Steps for each predicate, or other moment, in between."""

_WIDTH = 25  # characters that count as one step away
REACH = int(_WIDTH * LIMIT)
"""Characters beyond which a moment is nobody's."""

_SHORTEST_BORDER = 4  # characters
_FRONTED = 3.5  # steps at most from a moment that opens its sentence to the verb of a long subject
_UNLIKE = 4.0  # steps for a second, different time of one event
_AIMED = 0.5  # steps more for what something done at a time is for: `fires its engines at 8 for a landing`
_TURN = 4.0  # steps for a moment on the wrong side of its event, and for each sign that it is another's
_PHASED = frozenset({STARTED, ENDED})
_LASTING = frozenset({SHIFT, ENDED, "end_of_mission"})  # what may be said to last until a date
_STRONG = re.compile(r"; |: | but | while | whereas | although ")
_STRONG_STEPS = {";": 5.0, ":": 3.0, "but": 5.0, "while": 5.0, "whereas": 5.0, "although": 5.0}
_WEAK = re.compile(r",? (?:which|who|whose|when|where|after|before|following|leading|and|as|until|with) ")
_LIKELY = (
    "likely ",
    "likely on ",
    "probably ",
    "probably on ",
    "possibly ",
    "perhaps ",
    "perhaps on ",
    "to ",
    "until ",
)
_LIGHT = re.compile(
    r"\b"
    + join_forms(
        r"took place\b", r"takes place\b", r"take place\b", r"taking place\b", r"occurred\b", r"occurs\b", r"occur\b",
        r"happened\b", r"came\b", r"comes\b", r"follows\b", r"followed\b", "was$", "is$", "at$",
    ),
    re.I,
)  # fmt: skip
_ED = re.compile(r"\b(?!need|speed|feed)[a-z]{3,}ed\b")
_FURTHER = re.compile(
    r"\b(?:and|but|then|which) (?:was|were|will be|had been|has been) (?!then|again|now|later|finally)"
)
_OF = re.compile(
    r"[\s)\],]{0,3}(?:(?:of|marking|for)\s(?:the\s|a\s|an\s|its\s|their\s)?|with\s(?:the|an?|its|their)\s)", re.I
)
_STOP_NOUN = re.compile(
    r"[.,;]|\b(?:the|a|an|and|but|it|its|was|were|is|as|with|after|before|for|from|on|at|in|to|of|that"
    r"|which|by|will|would|had|has|should|may|could)\b",
    re.I,
)
_GOVERNED = re.compile(
    r"\b"
    + join_forms(
        "countdown", "count", "preparations?", "prepare", "preparing", r"rehears\w+", "practice", "training", "trained",
        "simulated", "simulation", "mock", "coverage", "briefing", "conference", "tests?", "review", "readiness",
        "anniversary", "cleared", "clearance", "approval", "request", "contract",
    )
    + r"\s(?:for|of|to|before)\s(?:the\s|a\s|its\s|an?\s)?(?:[\w-]{1,14}\s(?:and\s)?)?$",
    re.I,
)  # fmt: skip
_CONTRAST = re.compile(
    r"\b(?:then|again|later|eventually|finally)(?: (?:to|for|on|at|until))? ?$|"
    r"\b(?:planned|scheduled|expected|appointed|predicted|advertised|original|targeted|than|against"
    r"|instead of|rather than"
    r"|versus|vs|not)"
    r"(?: the)?(?: (?:time|date|moment|launch|landing|docking|one))?(?: (?:of|at|for|on))?:? ?$",
    re.I,
)
_GOES = (" to", " from")
_ONTO = (" to", " until", " till")
"""What leads from words that move a date to the new one: a day before them is when it was moved."""
_PLACE = re.compile(
    r"\b(?:ports?|pads?|stations?|orbits?|buildings?|hangars?|facility|complex|site|node|module|position|altitude|bay"
    r"|dock|tower|center|cosmodrome|factory|storage|mode|side|chamber|plant)\b",
    re.I,
)
_PREPOSITION = re.compile(r" (?:for|at|on|in|of|was|is|took|will) ")
_COORDINATE = re.compile(r",? (?:and|but|while|then) |; ")
_SAID = re.compile(
    r" (?:for|to|until) (?:[A-Z][a-z]{2,8}\.? \d|\d{1,2} [A-Z]|[A-Z][a-z]+day\b|\d{1,2}:\d\d)"
)  # when it was said
_ED_BEFORE = re.compile(r"\b(?:[a-z]+ed|set|put off|said) $")
_SCRUBBED = re.compile(
    r"(?:was |were )?(?:scrub|called off|call off|waved off|stood down|grounded|abort|halt|stopped|postpon|delay"
    r"|put off)",
    re.I,
)
_DECIDED = re.compile(
    r"\b(?:scrubbed|called off|waved off|halted|aborted|postponed|delayed|put off) (?:again |only |for the day )?"
    r"(?:at|about|around|shortly before|shortly after) $"
)
_LONGEST_DECIDED = 40
_WAS = re.compile(r"[)\],]{0,2} (?:was|were|had been|has been|is|are)(?: \w+)? ")
_MOVED = re.compile(
    r" (?:was |had |has )?(?:slipped|moved|been moved|postponed|pushed|changed|announced|confirmed|delayed"
    r"|brought forward|put off)\b"
)
_PLANNED = re.compile(
    r"(?: of (?:the )?[A-Z][^.;,]{1,30})? was (?:then |still |first |originally )?"
    r"(?:planned|scheduled|expected|set|targeted|promised|projected|slated) (?:for|in|on) "
    r"(?:early |late |mid-|the )?(?:[A-Z][a-z]{2,8}\b|(?:19|20)\d\d|spring|summer|fall|autumn|winter"
    r"|end|first|second|third|fourth|middle)"
)
"""What follows a launch in a sentence that opens with when this was the plan."""
_SINCE = re.compile(
    r"\b(?:after|before|since|following|until|ahead of|prior to|short of|shy of)(?: the| its| their| his| her)? $", re.I
)
_SINCE_CLAUSE = re.compile(r"\b(?:after|because) (?:an?|the|its|one|two) [^,;.]{1,40} (?:had )?(?:\w+ )?$")
_AS_OF = re.compile(r"\b(?:as of|as at) (?:the )?(?:early |late )?$", re.I)  # when it was so
_HAD_MOVED = re.compile(
    r",? [^.;\n]{0,60}?\bhad (?:been )?(?:again |already |further )?"
    r"(?:slip|postpon|delay|mov|push|resched|advanc|drift|slid)"
)
_DATELINE = re.compile(r"\.?\s?(?:\([^()\n]{2,40}\)|/[^/\n]{2,20}/)\.?\s?[-–—_]{1,2}\s")  # when it was written
_INVERTED = re.compile(r" (?:came|followed|went) (?:the|its|an?) [a-z-]{3,20}[,;]")  # `the next day came the adapter,`
_ASIDE = re.compile(r"[)\]]?, (?:will|would|is|was|are|were|has|had)\b")
_RELATIVE = re.compile(r", (?:which|who|whose|where)\b[^,;.]{1,80}$")
_ATTRIBUTE = re.compile(r"\b(?:the|an?|its|their|this) $", re.I)
_NOUN = re.compile(
    r" (?!(?:the|a|an|at|in|on|of|to|and|or|but|when|with|from|by|for|it|its|is|was|launch|landing|docking"
    r"|liftoff|attempts?|try)\b)[a-z]+(?: (?:of|for|to|in|was|is|had)\b|[,;.])"
)
_NEW_SUBJECT = re.compile(r", (?:and|but|while) (?:the|its|an?|it|he|she|they|his|her|their|[A-Z])")
LED = re.compile(r",?\s(?:when|at which (?:point|time)|which is when)\s", re.I)
"""What leads from a moment to the events behind it: ``until May, when it will depart``."""

UNTIL = re.compile(r"\b(?:until|till|since|through)\s$", re.I)
"""What stands before a moment at which something ends."""


def weigh(text: str, trigger: Trigger, moment: Moment, front: bool) -> float:
    """Give the cost in steps of attaching a moment to a trigger; ``front`` says that it opens its clause."""
    before = trigger.end <= moment.start
    gap = text[trigger.end : moment.start] if before else text[moment.end : trigger.start]
    if len(gap) > REACH:
        return LIMIT
    onto = text.endswith(_ONTO, trigger.start, trigger.end)
    scrubbed = not onto and _SCRUBBED.match(text, trigger.start) is not None
    if trigger.event == SHIFT and not before and not (scrubbed or _WAS.fullmatch(gap)):
        return LIMIT  # `By August it was postponed to March`: the day on which a date was moved is none of the event's
    if trigger.senses[0].event == SHIFT and trigger.end - trigger.start == 1:
        return 0.0 if before and not gap else LIMIT
    far = len(gap) / _WIDTH + _weigh_borders(gap)
    if front and not before and trigger.form in {"past", "passive"} and not PAST.search(gap):
        far = min(far, _FRONTED)  # a long subject: `On 3 May, the ship with A, commander, and B, pilot, lifted off`
    cost = far + _weigh_moment(text, trigger, moment, gap)
    cost += _weigh_bracket(gap if before else text[moment.start : trigger.start], before=before)
    if before:
        return cost + (_TURN + 2 if front else 0) + _weigh_ahead(text, trigger, gap)
    return _weigh_behind(text, trigger, moment, gap, cost + (0 if front else _TURN))


def weigh_second(text: str, moment: Moment, first: int) -> float:
    """Give the cost of a further, different time of one event, whose other times end at ``first``.

    It is less where the time is set against them, more where another verb leads to it: ``and recovered on the 9th``.
    """
    if _CONTRAST.search(text, max(0, moment.start - 40), moment.start):
        return -_UNLIKE / 2
    other = _FURTHER.search(text, first, moment.start) is not None or any(
        word not in LIGHT_VERBS for word in _ED.findall(text, first, moment.start)
    )
    return _UNLIKE + (_TURN if other else 0)


def _weigh_borders(gap: str) -> float:
    """Weigh the borders of clauses in between."""
    if len(gap) < _SHORTEST_BORDER:
        return 0.0
    cost = sum([_STRONG_STEPS[border.strip()] for border in _STRONG.findall(gap)])
    if weak := len(_WEAK.findall(gap)):
        cost += 0 if _LIGHT.search(gap) else 2 * weak
    return cost + (BEYOND if _NEW_SUBJECT.search(gap) else 0)


def _weigh_bracket(gap: str, *, before: bool) -> float:
    """Weigh the end of a bracket in between: what is said in it has its own time, ``(launched 1 July) docked``."""
    if "(" not in gap and ")" not in gap:
        return 0.0
    inner = gap.count("(") - gap.count(")")
    if before:
        return 2 * _TURN if inner < 0 and not gap.startswith(")") else 0.0
    return 2 * _TURN if inner > 0 and not gap.endswith("(") else _TURN if inner < 0 else 0.0


def _is_of_the_text(text: str, moment: Moment) -> bool:
    """Say that a moment is when things were so, or when they were written: ``as of May``, a dateline."""
    if text[moment.end : moment.end + 2].lstrip().startswith(("(", "/", ".")) and _DATELINE.match(text, moment.end):
        return True
    before = text[max(0, moment.start - 16) : moment.start].lower()
    if before.endswith(("by ", "by the ")) and _HAD_MOVED.match(text, moment.end):
        return True  # `By the end of 2012, the launch had been postponed to 2014`
    return ("as of" in before or "as at" in before) and _AS_OF.search(before) is not None


def _weigh_moment(text: str, trigger: Trigger, moment: Moment, gap: str) -> float:
    """Weigh what the words around a moment say: that something lasts until it, that it belongs to another noun."""
    cost = 0.0
    if _is_of_the_text(text, moment) or (
        moment.is_clock and _DECIDED.search(text, max(0, moment.start - _LONGEST_DECIDED), moment.start)
    ):
        cost += LIMIT  # `postponed at 12:28 p.m.`: when that was said
    lasts = trigger.event in _LASTING or trigger.senses[0].needs == SINCE_DATE
    if not lasts and UNTIL.search(text, max(0, moment.start - 10), moment.start):
        cost += _TURN + (0 if LED.match(gap) else 2)
    if _SAID.match(text, moment.end) and _ED_BEFORE.search(text, max(0, moment.start - 16), moment.start):
        cost += 2 * _TURN
    if _ATTRIBUTE.search(text, max(0, moment.start - 5), moment.start) and _NOUN.match(text, moment.end):
        cost += 2 * _TURN
    return cost


def _weigh_ahead(text: str, trigger: Trigger, gap: str) -> float:
    """Weigh what keeps a later moment from an event: another verb, or that it is but the aim of something."""
    if trigger.event == SHIFT:
        if text.endswith(_GOES, trigger.start, trigger.end) and _PLACE.search(gap):
            return LIMIT  # `was moved to the pad on 3 May`
        return _TURN if (len(gap) > _WIDTH and not gap.endswith(_LIKELY)) or _LIGHT.search(gap) else 0.0
    if "," in gap and _SINCE_CLAUSE.search(text, max(0, trigger.start - 60), trigger.start):
        return 2 * _TURN  # `after a dish had failed, and on the 27th`: the main clause goes on
    if "," in gap and _SINCE.search(text, max(0, trigger.start - 12), trigger.start):
        return 2 * _TURN  # `was to come six hours after launch, at 13:07`
    if trigger.form not in {"noun", "base"}:
        return 0.0
    other_verb = any(word not in LIGHT_VERBS for word in _ED.findall(gap))
    return (_TURN if other_verb else 0) + (2 * _TURN if _is_governed(text, trigger) else 0)


def _weigh_behind(text: str, trigger: Trigger, moment: Moment, gap: str, cost: float) -> float:
    """Weigh an event behind a moment; ``cost`` is what was weighed so far."""
    if trigger.event in _PHASED and trigger.form == "ing" and gap.startswith(","):
        return LIMIT  # `splashed down at 12:43, ending a long flight`
    is_noun = any(sense.form == "noun" for sense in trigger.senses)
    if is_noun and len(gap) <= 45 and _precedes_noun(text, gap, moment, trigger):
        return len(gap) / _WIDTH / 2 + (_TURN if _is_governed(text, trigger) else 0)
    own = "with " in gap and _LIGHT.match(text, trigger.end + 1)  # `at 8:12 with the burn taking place at 7:10`
    if (_OF.fullmatch(gap) and not own) or (
        LED.match(gap) and UNTIL.search(text, max(0, moment.start - 8), moment.start)
    ):
        return len(gap) / _WIDTH / 2 + (_AIMED if "for " in gap else 0)
    if is_noun and (_MOVED.match(text, trigger.end) or (not moment.is_clock and _PLANNED.match(text, trigger.end))):
        return LIMIT  # `in February the lift-off date slipped`: the day on which it did
    if is_noun and not _LIGHT.match(text, trigger.end + 1) and trigger.form not in {"past", "passive"}:
        cost += len(gap) / _WIDTH + (2 * _TURN if _SINCE.search(text, max(0, trigger.start - 12), trigger.start) else 0)
    cost += 2 * _TURN if _INVERTED.match(gap) or _is_bracketed(text, moment) or _is_relative(text, moment, gap) else 0
    cost += 2 * sum(1 for word in _ED.findall(gap) if word not in LIGHT_VERBS)
    cost += _TURN if _COORDINATE.match(gap) or (trigger.event != SHIFT and _ASIDE.match(gap)) else 0
    return cost + (_TURN if _is_governed(text, trigger) else 0)


def _is_bracketed(text: str, moment: Moment) -> bool:
    """Say that a moment is all that a bracket holds: it is of what stands before, ``Vostok 5 (June 14)``."""
    return text[moment.start - 1 : moment.start] == "(" and text[moment.end : moment.end + 1] == ")"


def _is_relative(text: str, moment: Moment, gap: str) -> bool:
    """Say that a moment ends a relative clause: ``Soyuz 3, which brought her up on 3 May, landed``."""
    return gap.startswith(",") and _RELATIVE.search(text, max(0, moment.start - 90), moment.start) is not None


def _precedes_noun(text: str, gap: str, moment: Moment, trigger: Trigger) -> bool:
    """Say that a moment stands before an event's noun as its attribute: ``its April 7, 2001, launch``."""
    if gap.startswith(",") and (moment.is_clock or _PREPOSITION.match(text, trigger.end)):
        return False
    return not _STOP_NOUN.search(gap.lstrip(","))


def _is_governed(text: str, trigger: Trigger) -> bool:
    """Say that an event is the aim of something else: ``countdown to``, ``preparations for``."""
    return _GOVERNED.search(text, max(0, trigger.start - 45), trigger.start) is not None
