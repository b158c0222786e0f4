"""In: a planned time and the words around it. Out: whether they say that the event came then: the plan was kept."""

import re

_ON_TIME = (
    r"(?:on time|on schedule|as planned|as scheduled|as expected|as predicted|to the (?:minute|second)|punctually"
    r"|at the (?:appointed|planned|scheduled) (?:time|hour|minute|second)|without (?:a |any )?(?:delays?|hitch))"
)
_KEPT = re.compile(
    r"[)\]]?,? ?(?:and |which |and it |\.? ?(?:It|This|That|The \w{4,12}) )?(?:was (?!not\b))?"
    r"(?:began|started|commenced|came|took place|happened|occurred|went off|made|carried out|completed|performed"
    r"|executed|proceeded|went ahead|followed|lifted off|blasted off|docked|landed|splashed down|undocked)\b"
    rf"(?![^.;]{{0,30}}\b(?:later|late|early|earlier|after|not)\b)[^.,;]{{0,30}}?\b{_ON_TIME}\b"
)
_AT_ITS_TIME = re.compile(
    r"\bat (?:its|the|their|exactly its|precisely its) (?:exact |precise |originally )?"
    r"(?:scheduled|planned|appointed|advertised|targeted|predicted|prescribed)"
    r" (?:launch |landing |docking |liftoff |departure |arrival )?"
    r"(?:time|moment|minute|second|hour|date)(?: of|,)?(?: at)? $"
)
_LEAD = 70  # characters before a time that name it the scheduled one
_TAIL = 110  # characters behind a time that say that it was kept


def is_kept(text: str, start: int, end: int, *, told: bool) -> bool:
    """Say that a planned time ``[start, end)`` was kept: ``planned for 15:23, came on schedule``.

    ``told`` says that the event's own verb is in the past: ``lifted off at its scheduled time of 15:23``.
    """
    if told and _AT_ITS_TIME.search(text, max(0, start - _LEAD), start):
        return True
    return _KEPT.match(text, end, end + _TAIL) is not None
