"""In: a unit of time with an article, and what stands around it. Out: whether it is a length or a rate."""

import re

_SINGLE_BEFORE = re.compile(
    r"(?:^|[\s(])(?:an?|one)[\s\u00a0]{1,2}(?:full[\s\u00a0]|whole[\s\u00a0]|entire[\s\u00a0])?$", re.I
)
_LENGTH_BEFORE = re.compile(
    r"\b(?:for|within|about|nearly|almost|over|under|than|after|in|around|approximately|some|lasted|lasting|lasts|took|takes|take"
    r"|taking|roughly|close\sto|spent|spend|spending|least|most|by|only|just|or|to|until|through|every|ahead)[\s\u00a0]{1,2}$",
    re.I,
)
_LENGTH_BEHIND = re.compile(
    r"[\s\u00a0](?:later|earlier|before|after|ago|long|following|into|afterwards?|thereafter|prior|ahead|early|late|behind|longer|apart|away|from|since"
    r"|and[\s\u00a0]a|old|less|more)\b"
)
_TIMES_BEFORE = re.compile(r"\b(?:times|once|twice|\d)[\s\u00a0]an?[\s\u00a0]{1,2}$", re.I)
_OPENING_BEFORE = re.compile(
    r"(?:^|[.!?:\n][\s\u00a0]{0,2}|\b(?:after|for|with|following|comes|came|spent)[\s\u00a0])$", re.I
)
_OF_BEHIND = re.compile(r"[\s\u00a0]of[\s\u00a0](?!(?:the|this|that|its|his|her|their|each|about)\b)")
_SPENT_BEFORE = re.compile(r"\b(?:spen[dt]|spending|last(?:s|ed|ing)?|took|takes?|taking)\s{1,3}$", re.I)
_WORD_BEHIND = re.compile(
    r"\s(?!(?:the|it|they|he|she|we|all|both|its|his|her|their|because|when|while|for|at|on|in|to|or|and|but|with)\b)[a-z]"
)
_REACH = 32


def find_article(text: str, start: int) -> str | None:
    """Give what stands before the article of a unit at ``start``; ``None`` without one, or where it makes a rate."""
    before = text[max(0, start - _REACH) : start]
    article = _SINGLE_BEFORE.search(before)
    if article is None or _TIMES_BEFORE.search(before):
        return None
    return "" if before[article.start()].isalpha() else before[: article.start() + 1]


def is_length(text: str, before: str, end: int) -> bool:
    """Say whether words of length stand before the article or behind the unit, which ends at ``end``."""
    if _SPENT_BEFORE.search(before) or _LENGTH_BEHIND.match(text, end):
        return True
    if _OPENING_BEFORE.search(before) and _OF_BEHIND.match(text, end):
        return True
    return _LENGTH_BEFORE.search(before) is not None and not _WORD_BEHIND.match(text, end)
