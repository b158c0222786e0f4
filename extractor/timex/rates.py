"""In: the text and the place of a unit with its article. Out: whether something is counted by that unit."""

import re

_REACH = 40
_COUNTED = re.compile(
    r"(?:\b(?:once|twice|thrice|times|apiece|hundreds|thousands|dozens|millions)|[\d½]%?|\b\d[\d.,]{0,12}(?:\s[^\W\d_]{1,20}){1,3}"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|thousand|million|billion)(?:\s[^\W\d_]{2,20}){0,2}"
    r"|\b(?:several|many|few)\s[^\W\d_]{2,20})[\s\u00a0]{1,2}$",
    re.I,
)
_CLAUSE = re.compile(
    r"\b(?:for|in|within|after|over|about|nearly|almost|than|and|or|of|to|at|by|took|lasted|was|is|had|has|spent|with|on|under|from|into)\s",
    re.I,
)
_LENGTH_BEHIND = re.compile(
    r"[\s\u00a0](?:later|earlier|before|after|ago|or|and[\s\u00a0]a[\s\u00a0](?:half|quarter)|from[\s\u00a0]now|long|old)\b"
)


def is_rate(text: str, start: int, end: int) -> bool:
    """Tell ``300 tons a day`` and ``twice a week`` from ``within a day`` and ``a week later``."""
    if _LENGTH_BEHIND.match(text, end):
        return False
    before = text[max(0, start - _REACH) : start]
    counted = _COUNTED.search(before)
    if counted is None:
        return False
    words = counted.group().split()
    return not any(_CLAUSE.fullmatch(f"{word} ") for word in words[1:])
