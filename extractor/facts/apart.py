"""In: where a verb ends, and the words that go with it. Out: where these end: ``down`` in ``set the ship down``."""

import re
from functools import cache

_DATA = "data|images?|pictures?|photos?|photographs?|signals?|information|telemetry|video|views|attention"
"""What is sent home and is no craft, sample or crew."""

_OBJECT = (
    r"(?: (?:the|its|his|her|their|an?|this|that|two|three|four|five|six|seven|both|[A-Z][\w’'-]{0,20})"
    rf"(?:,? (?!(?:{_DATA})\b)[\w’'-]{{1,20}}){{0,5}}| (?:it|them)) "
)
_FIRST = frozenset("tihabfsABCDEFGHIJKLMNOPQRSTUVWXYZ")
_REACH = 90  # characters that the object may take


def find_apart(text: str, end: int, words: str) -> int:
    """Give the end of ``words`` behind the object of a verb that ends at ``end``, 0 where they do not follow."""
    if text[end + 1 : end + 2] not in _FIRST or words not in text[end : end + _REACH]:
        return 0
    found = _compile(words).match(text, end, end + _REACH)
    return found.end() if found else 0


@cache
def _compile(words: str) -> re.Pattern[str]:
    return re.compile(rf"{_OBJECT}{re.escape(words)}\b(?! (?:to|by|the|an?|with|at least)\b)")
