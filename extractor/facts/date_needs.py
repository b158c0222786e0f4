"""In: words that mean an event only where a date stands close by. Out: whether it stands there as they need it."""

import re

A_DATE = "a_date"
"""What a verb of moving needs: a date right behind ``to``, ``from``, ``until`` or ``for``."""

A_DATE_FOR = "a_date_for"
"""What a verb of planning needs: ``for`` and a date right behind it, a few words later."""

ON_DATE = "on_date"
"""What a verb of flying needs: a date right behind ``on``, or a month behind ``in``."""

AT_DATE = "at_date"
"""What the noun for a burn needs: a date or a clock time right behind ``on`` or ``at``."""

CURT = "curt"
"""What a bare word for a state needs: to open its clause, and a date right behind: ``down 18 Nov``, ``up at 10:12``."""

UNTIL_DATE = "until_date"
"""What a verb of working needs: the date until which a craft worked, a few words later."""

A_STAY = "a_stay"
"""What a verb of staying needs: a berth, and a date right behind ``until``."""

SINCE_DATE = "since_date"
"""What words for a state need: the date since which it lasts, which is when it began."""

CONTINUED = "continued"
"""What a verb of happening needs: a pronoun or ``and`` before it, a date right behind."""

NUMBERED = "numbered"
"""What an ordinal needs, that stands for one of the events spoken of: a date behind nothing but a verb of happening."""

AIMED = frozenset({A_DATE, A_DATE_FOR})
"""Needs of words that stand at their date, as it were, and own no other."""

_REACH = 70  # characters within which the date of a verb of moving must follow
_LEAD = 30  # characters before a verb that may tell what it goes on with
_UP_TO_DATE = {
    A_DATE_FOR: re.compile(
        r"(?:\s(?!timeline|coverage|briefing|activit|schedule|event|time)\w{1,12}){0,4}?\sfor\s(?:the\s|early\s|late\s|about\s|around\s)?",
        re.I,
    ),
    NUMBERED: re.compile(
        r"(?: and (?:last|final)(?: one)?)?"
        r"(?:,? (?:is|was|be|come|came|follow|followed|take|took|place|occur|due|set|planned|scheduled|expected|made"
        r"|carried|out|performed|executed|done|timed|slated|targeted|now|only|then|again|to|will|tentatively)){0,5}"
        r",? (?:(?:on|at|in|for) )?(?:(?:the|early|late) )?",
        re.I,
    ),
    ON_DATE: re.compile(r",?\son\s(?:the\s)?", re.I),
    AT_DATE: re.compile(r"(?:,?\s(?:on|at))?\s(?:the\s|about\s|around\s)?", re.I),
    CURT: re.compile(r"(?:,|:)?(?:\s(?:on|at|about|around|by)){0,2}\s", re.I),
    UNTIL_DATE: re.compile(
        r"(?:\s[\w’'-]{1,14}){0,4}?,?\s(?:until|till)\s(?:the\s|at least\s|about\s|early\s|late\s)?", re.I
    ),
    SINCE_DATE: re.compile(r"(?:\s[\w’'-]{1,14}){0,4},?\ssince\s(?:the\s|early\s|late\s)?", re.I),
    A_STAY: re.compile(
        r"(?:\s(?:docked|attached|berthed|moored|linked)\b[\w\s’'-]{0,60}?"
        r"|[\w\s]{0,20}?\s(?:at|on) (?:the )?(?:[\w-]+ ){0,2}(?:station|ISS|Mir))"
        r"\s(?:until|till|through)\s(?:the\s|at least\s|about\s|around\s)?",
        re.I,
    ),
}
"""What must fill the text between the words and the date."""

DATED = frozenset({A_DATE, CONTINUED, *_UP_TO_DATE})
"""Needs that a date must meet."""

_IN = re.compile(r",?\sin\s(?:early\s|late\s|mid-)?", re.I)
_AIM = re.compile(r"\b(?:to|until|till|from|for)\s(?:the\s|early\s|late\s|about\s|around\s|no earlier than\s)?$", re.I)
_OPENS = re.compile(r"(?:^|[\n;,(|–—:.]|\s-)\s?(?:and\s)?$")
_CONTINUES = re.compile(
    r"(?:\b(?:It|This|That|; it)(?: (?:will|would|is to|was to|should|did|had|has))?|\b(?:and|but))"
    r"(?: (?:finally|then|eventually|actually|only|instead|later|duly|[a-z]{2,8}ly))?(?: (?:was|be|been))? $"
)
_GOVERNED = re.compile(r"\b(?:to|from|of|for|with|after|by|in|at|on|into|than|before|one)\s$", re.I)
_WHEN = re.compile(
    r"(?:[ ,]{1,2}(?:on|at|in|by|about|around|just|only|off|right|time|schedule|the|a|early|late|same|day"
    r"|as|planned|instead|shortly|before|after|[a-z]{2,10}ly"
    r"|(?:\d{1,3}|[a-z]{3,8}) (?:second|minute|hour|day|week|month)s?"
    r" (?:later|late|early|behind|ahead of|after|before))){0,6} "
)


def is_at_station(event: str, needs: str) -> bool:
    """Say that words with a need of a date tell of an event only where a page names a station."""
    return event == "docking" or (event == "undocking" and needs == AT_DATE)


def is_dated_so(text: str, needs: str, words: tuple[int, int], span: tuple[int, int]) -> bool:
    """Say that a date stands as ``needs`` (of ``DATED``) wants it; ``span`` ends where the next date begins."""
    start, end = words
    if needs == A_DATE:
        return span[1] - end <= _REACH and _AIM.search(text, max(end, span[1] - 20), span[1]) is not None
    if needs == NUMBERED and _GOVERNED.search(text, max(span[0], start - _LEAD), start):
        return False  # `from one port to another on 3 May`
    if needs == CURT and not _OPENS.search(text, max(0, start - len("; and ")), start):
        return False
    if needs == CONTINUED:
        led = _CONTINUES.search(text, max(span[0], start - _LEAD), start)
        return led is not None and _WHEN.fullmatch(text, end, span[1]) is not None
    if text[start:end] == "flew" and text[span[1] : span[1] + 1].isalpha() and _IN.fullmatch(text, end, span[1]):
        return True
    return _UP_TO_DATE[needs].fullmatch(text, end, span[1]) is not None
