"""In: the words around clock figures. Out: whether they count from an event, and which half of the day they mean."""

import re

from extractor.mentions.kinds.elapsed_rows import find_row_clue

_MARK = re.compile(
    r"(?:(?<![^\W_])(?P<letter>[TLEHR])[\s\u00a0]?(?P<sign>[-+−–]|plus|minus)[\s\u00a0]{0,2}"
    r"|\b(?P<clock>GET|G\.E\.T\.|MET|M\.E\.T\.|AET|elapsed\stime|flight\stime|mission\stime)"
    r"(?:[\s\u00a0]{0,3}(?:of|is|was|at|=|:))?[\s\u00a0(]{0,3}(?P<sign2>[-+−–])?[\s\u00a0]?"
    r"|(?<![\d\w.)])(?P<sign3>[+−])[\s\u00a0]?)$"
)
_LENGTH = re.compile(
    r"\b(?:(?P<hours>periods?)|durations?|lasted|lasting|lasts|length|elapsed|took|taking|total(?:l?ed|l?ing)?|time\sof\sflight)"
    r"(?:[\s\u00a0](?:of|for|was|is|a|about|only|time)|(?<=period)[\s\u00a0]to)?[\s\u00a0]{0,2}[:=|]?[\s\u00a0]{0,3}(?:was\s|is\s|of\s)?$",
    re.I,
)
_CLOCK_BEHIND = re.compile(
    r"[\s\u00a0]{0,2}(?:GET|[Gg]\.[Ee]\.[Tt]\.|MET|[Mm]\.[Ee]\.[Tt]\.|AET|(?:ground|mission)[\s-]elapsed[\s-]time|(?P<length>into\s(?:the\s)?(?:flight|mission|burn|spacewalk)|after\s(?:launch|liftoff|lift-off)"
    r"|elapsed))(?![^\W_])"
)
_HALF = re.compile(
    r",?[\s\u00a0](?:(?P<am>(?:in\sthe|that|this|the\snext|the\sfollowing|yesterday|today)\s(?:early\s|late\s|pre-?dawn\s)?morning)"
    r"|(?P<pm>(?:in\sthe|that|this|the\snext|the\sfollowing|yesterday|today)\s(?:early\s|late\s)?(?:afternoon|evening)|at\snight|tonight))\b",
    re.I,
)
_REACH = 30
_OPEN = (
    "( \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_MARK_ENDS = (
    "-", "+", "−", "–", "plus", "minus", "get", "t.", "met", "aet", "time", "of", "is", "was", "at", "=", ":",
)  # fmt: skip
_LENGTH_ENDS = (
    "period", "periods", "duration", "durations", "lasted", "lasting", "lasts", "length", "elapsed", "took", "taking",
    "total", "totaled", "totalled", "totaling", "totalling", "flight", "of", "for", "was", "is", "a", "about", "only",
    "time", "to", ":", "=", "|",
)  # fmt: skip
"""What the expressions above end with: most clocks have neither before them, and an ending is told at once."""


def find_elapsed(text: str, start: int, end: int) -> tuple[str, str | None] | None:
    """Give sign and clue of figures that count from an event, or ``None`` for a clock of the day.

    The sign is ``+`` or ``-``; the clue is ``hours`` or ``minutes``, what the first figure counts, where told.
    """
    before = text[max(0, start - _REACH) : start]
    last = before.rstrip(_OPEN).lower()
    found = _MARK.search(before) if last.endswith(_MARK_ENDS) else None
    if found is not None:
        if found["letter"] == "T" and found["sign"] in ("-", "–", "−", "minus") and start > 2:
            return "-", None
        sign = found["sign"] or found["sign2"] or found["sign3"] or "+"
        clue = "hours" if found["clock"] else None
        return ("-" if sign in ("-", "−", "–", "minus") else "+"), clue
    if last.endswith(_LENGTH_ENDS) and (length := _LENGTH.search(before)):
        return "+", "hours" if length["hours"] else None
    behind = _CLOCK_BEHIND.match(text, end)
    if behind is not None:
        return "+", None if behind["length"] else "hours"
    clue = find_row_clue(text, start)
    return ("+", clue) if clue is not None else None


def find_half(text: str, end: int) -> str | None:
    """Give ``am`` or ``pm`` where the words behind a clock tell the half of the day."""
    if text[end : end + 1] not in (" ", "\n", ",", "\u00a0"):
        return None
    found = _HALF.match(text, end)
    return found.lastgroup if found else None
