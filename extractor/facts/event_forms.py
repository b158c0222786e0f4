"""In: words that may tell an event, and those right beside them. Out: whether their form tells of something else."""

import re

from extractor.facts.event_words import AROUND, OTHER, Sense
from extractor.vocabulary import Hit

_COMPOUNDS = frozenset(AROUND["compounds"]["words"])
_NEXT_WORD = re.compile(r"(?: and [A-Za-z]+)?[ \n-]([A-Za-z]+)")
_TEXT = re.compile(r"\b(?:news|press|media|public|immediate|for)\s$", re.I)
_PREFIX = re.compile(r"\b(?:pre|post|re|mid|non|ex)[-–]$", re.I)
_NOT_VERB = re.compile(
    r"\b(?:the|an?|its|their|his|her|this|that|all|two|three|four|five|six|of|other|more|several|many|few|future"
    r"|previous|space|rocket|shuttle|satellite|commercial|both)\s$",
    re.I,
)
_FINITE = frozenset({"third", "base"})
_NOMINAL, _MAY_BE_NOMINAL = frozenset({"noun", "row"}), frozenset({"base", "ing"})
_NOT_VERB_ENDS = (
    "the", "a", "an", "its", "their", "his", "her", "this", "that", "all", "two", "three", "four", "five", "six", "of",
    "other", "more", "several", "many", "few", "future", "previous", "space", "rocket", "shuttle", "satellite",
    "commercial", "both",
)  # fmt: skip
"""What ``_NOT_VERB`` ends with: told at once, where a search costs ten times as much."""

_BEHIND_LEFT = (" outside", " behind", " over", " in ", " on board", " open", " aboard", " attached", " unfinished")
_POINTS = ("before ", "after ", "to ", "following ", "the ", "its ")
_POINT = re.compile(
    r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?) (?:before|after|prior to|following) (?:the |its )?$"
)
"""What makes an event but a point to count from."""

_HAVING = re.compile(r"\b(?:has|have|had|having)\b[^.;,]{0,18}$", re.I)
_SENT_TO = re.compile(r"ing (?:it|them)(?: off| on)? (?:to|for|toward|towards) (?:an?|its) $")
_AT = re.compile(r"[ \n](?:at|on|in|of|from)\b")
_DATE_WORDS = re.compile(
    r"(?:[\s,]{1,4}(?:the|an?|its|no|not|at|least|earlier|later|than|before|early|late|mid|midnight|morning|evening|afternoon|night"
    r"|end|beginning|start|middle|of|about|around|approximately|roughly|as|sometime|some|time|in|on|next|this|following|same"
    r"|days?|weeks?|months?|year|date|launch|liftoff|landing|target|targeted|planned|original|originally|scheduled|previous"
    r"|new|first|second|third|fourth|quarter|half|window|opening|and|then|again|weekend|spring|summer|autumn|fall|winter|or"
    r"|from|to|until|for|hours?|minutes?|possibly|perhaps|probably|tentatively|currently|now|soon|by|no-earlier-than|slot)){0,20}[\s,]{0,4}",
    re.I,
)
"""What may stand between ``moved to`` and the date that is meant."""

_HOPES = (
    "hope of ",
    "hopes of ",
    "hope for ",
    "hopes for ",
    "chance of ",
    "chances of ",
    "prospect of ",
    "possibility of ",
)
"""What makes an event but what somebody thinks of: ``gave up hope of docking``."""
_TO_HEIGHT = re.compile(r" to (?:an? |about |some |around )?\d")
_ARTICLES = (" the ", " a ", " an ", " its ", " their ", " his ", "The ", "Its ")
"""What stands before a participle that but describes a noun."""


def is_other_form(text: str, hit: Hit[tuple[Sense, ...]], sense: Sense, before: str) -> bool:
    """Say that the words are a part of a name, describe a noun or are no verb; ``before`` is the text up to them."""
    nominal = sense.form in _NOMINAL or (
        sense.form in _MAY_BE_NOMINAL and any(other.form == "noun" for other in hit.meaning)
    )
    if nominal and _is_part(text, hit.end, before):
        return True
    if (
        sense.form in {"noun", "ing"}
        and before.endswith(_POINTS)
        and _POINT.search(before)
        and not _AT.match(text, hit.end)
    ):
        return True  # `two days before encounter`
    if sense.form in {"noun", "ing"} and before.endswith(_HOPES):
        return True
    if sense.event == "decay" and _TO_HEIGHT.match(text, hit.end):
        return True  # `the orbit had decayed to 182 by 237 km`
    if sense.event == "flyby" and before.endswith(("orbit ", "orbits ")):
        return True  # `in orbit round the Moon`
    if sense.event == "flyby" and text.startswith("flown by", hit.start) and not _HAVING.search(before):
        return True  # `flown by Challenger`
    if sense.form in _FINITE and before.lower().rstrip().endswith(_NOT_VERB_ENDS) and _NOT_VERB.search(before):
        return True
    described = sense.form == "past" and sense.event != OTHER and before.endswith(_ARTICLES)
    if described and " " not in text[hit.start : hit.end]:
        return True  # `a failed attempt`
    if sense.event == "undocking" and text.startswith(_BEHIND_LEFT, hit.end) and text.startswith("left", hit.start):
        return True  # `experiments left outside`
    if sense.event == "atmospheric_entry" and text.startswith("fiery", hit.start) and _SENT_TO.search(before):
        return True  # `sending it to a fiery end`: that is yet to come
    news = sense.event == "undocking" and text.startswith(("release", "Release", "RELEASE"), hit.start)
    return news and _TEXT.search(before) is not None  # a news release


def _is_part(text: str, end: int, before: str) -> bool:
    """Say that a noun is a part of another: ``launch pad``, ``pre-launch``."""
    following = _NEXT_WORD.match(text, end)
    if following and following.group(1).lower() in _COMPOUNDS:
        return True
    return before.endswith(("-", "–")) and _PREFIX.search(before) is not None


def is_hauled(text: str, words: tuple[int, int], stop: int) -> bool:
    """Say that what is moved is no date: something but words of dates stands between ``moved to`` and the next one."""
    start, end = words
    return text.startswith((" to", " from"), max(start, text.rfind(" ", start, end)), end) and (
        _DATE_WORDS.fullmatch(text, end, stop) is None
    )
