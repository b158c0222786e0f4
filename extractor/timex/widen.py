"""In: a piece of a time expression. Out: its span with the words before and behind that TimeML has inside."""

import re
from functools import cache

from extractor.mentions.lexicon import fold_surface, load_lexicon
from extractor.timex.pieces import Piece

_REACH = 44
_LONGEST = 5
_WORD = re.compile(r"[^\W\d_]+\.?")
_BREAK = re.compile(r"[^\w\s.]|\.\s|\n\s*\n|\d")
_POINTING = frozenset({"date.deixis", "date.day-before", "date.today"})
_WITH_ARTICLE = frozenset(
    {
        "date.stage", "date.season-year", "date.season", "date.quarter", "date.decade", "date.century",
        "date.day-first", "date.day-list", "date.list-day", "date.deixis", "date.day-before", "relative.count",
        "duration.vague",
        "duration.number-unit", "duration.single", "duration.range", "length.bare", "length.adjective",
    }
)  # fmt: skip
_PREMODIFIER = frozenset({"date.decade", "date.century", "date.day-first"})
_LENGTHS = frozenset({"duration.number-unit", "duration.range", "length.adjective"})
_NAME_BEHIND = re.compile(r"[\s\u00a0][A-Z]|['’]")
_DETERMINERS = frozenset({"the", "this", "that", "these", "those"})
_PLURAL = re.compile(r"(?:s|ies|ia)\.?$", re.I)
_NOUN_BEHIND = re.compile(r"[\s\u00a0][^\W\d_]")
_FUNCTION_BEHIND = re.compile(
    r"[\s\u00a0](?:and|or|but|to|of|in|on|at|by|for|from|with|is|was|were|had|has|as|that|which|who|when|while|where|the"
    r"|he|she|it|they|we|until|after|before|under|a|an|would|did|could|there|than|into|over|since|about|through)\b"
)
_YEAR_WORD = re.compile(r"\b(?:the[\s\u00a0])?years?[\s\u00a0]$", re.I)
_WITHOUT_BOUND = frozenset({"length.ordered", "length.period"})
_MOVED_IN = re.compile(r"\b(?:later|earlier|early|late)[\s\u00a0](?:on[\s\u00a0])?in[\s\u00a0]$", re.I)
_YEARS = frozenset({"date.year", "date.year-range", "calendar.year"})
_MOVED = re.compile(r"\b(?:later|earlier|early|late)[\s\u00a0](?:in[\s\u00a0])?(?:on[\s\u00a0])?$", re.I)


def widen(text: str, piece: Piece, floor: int) -> int:
    """Give the start of a piece with determiners and words of number and order; not before ``floor``."""
    rule, start = piece.rule, piece.start
    before = text[max(floor, start - _REACH) : start]
    if rule in _YEARS:
        found = _YEAR_WORD.search(before) or _MOVED_IN.search(before)
        return start - len(before) + found.start() if found else start
    if (piece.type == "DURATION" and rule not in _WITHOUT_BOUND) or rule == "relative.count":
        start = _take_bound(text, piece, before)
        before = text[max(floor, start - _REACH) : start]
    if rule in _WITH_ARTICLE and _takes_article(text, piece):
        start = _take_words(before, start, _DETERMINERS | _articles(piece, start))
        if piece.type == "DURATION" or rule == "relative.count":
            start = _take_bound(
                text, Piece(start, piece.end, piece.type, "", None, rule), text[max(floor, start - _REACH) : start]
            )
    if rule in _POINTING:
        before = text[max(floor, start - _REACH) : start]
        found = _MOVED.search(before)
        start = start - len(before) + found.start() if found else start
    return start


def _articles(piece: Piece, start: int) -> frozenset[str]:
    """Give the articles that belong to a length: ``a few days``; a number alone has none."""
    vague = piece.rule in ("duration.vague", "duration.single", "relative.count")
    return frozenset({"a", "an"}) if vague and start == piece.start else frozenset()


def _takes_article(text: str, piece: Piece) -> bool:
    words = text[piece.start : piece.end]
    if piece.rule in _LENGTHS:
        return "-" not in words and _PLURAL.search(words) is not None and not _NAME_BEHIND.match(text, piece.end)
    if piece.rule == "date.day-first" and _NAME_BEHIND.match(text, piece.end):
        return True
    return piece.rule not in _PREMODIFIER or not _has_noun(text, piece.end)


def _has_noun(text: str, end: int) -> bool:
    """Say whether a noun that the expression stands before follows: ``the 1960s protests``."""
    return _NOUN_BEHIND.match(text, end) is not None and _FUNCTION_BEHIND.match(text, end) is None


def _take_words(before: str, start: int, accepted: frozenset[str]) -> int:
    """Move the start over the last word before, where it is one of ``accepted``."""
    found = re.search(r"(?:^|(?<=[\s(—–“\"‘'\u00a0]))([^\W\d_]+)[\s\u00a0]{1,2}$", before)
    return start - len(before) + found.start() if found and found[1].lower() in accepted else start


def _take_bound(text: str, piece: Piece, before: str) -> int:
    """Move the start over ``more than``, ``about`` and the like."""
    clause = before
    for found in _BREAK.finditer(before):
        clause = before[found.end() :]
    words = list(_WORD.finditer(clause))
    if not words or clause[words[-1].end() :].strip(" \n\u00a0"):
        return piece.start
    phrases = _load_bounds()
    for length in range(min(_LONGEST, len(words)), 0, -1):
        first = words[-length].start()
        if fold_surface(clause[first:]) in phrases:
            return piece.start - len(clause) + first
    return piece.start


@cache
def _load_bounds() -> frozenset[str]:
    """Give the words of number and order that belong to a length of time."""
    classes = load_lexicon().classes
    names = ("qualifier", "bound")
    return frozenset(fold_surface(form) for name in names for forms in classes[name].values() for form in forms)
