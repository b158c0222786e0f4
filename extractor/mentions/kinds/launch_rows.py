"""In: a page's text. Out: the clocks of four figures in rows of launches, and whether a year heads a log."""

import re
from functools import lru_cache

_ROW = re.compile(
    r"(?:^|\n)[ ]{0,8}[A-Z][a-z]{2,8}\.?[ ]{1,2}\d{1,2}(?:[ ]{1,4}|\t|[ ]?\|[ ]?)(\d{4})(?=[ ]{2}|\t|[ ]?\|)"
)
_HEAD = re.compile(r"\bDate[ /(|\t]{0,12}(?:and[ ])?(?:Time\b|UTC?\b|GMT\b)", re.I)
_LOG = re.compile(
    r"(?:[A-Za-z]{3,14} ){0,3}(?:log|launches|chronology|schedule|calendar|manifest|diary|almanac|timeline"
    r"|spaceflights?)(?: (?:for|of))?",
    re.I,
)
_HEAD_MARKS = " #=*_:-–—\t"
_LONGEST_HEAD = 50  # characters
_FIRST_YEAR, _LAST_YEAR = 1900, 2059
_FEWEST = 2


@lru_cache(maxsize=4)
def list_row_clocks(text: str) -> frozenset[int]:
    """List where the clocks of such rows begin, if some of their figures can be no year, or the head says it is none.

    ``Oct  4 1210   GPS SVN 65`` is a clock where another row holds ``0035``; ``Oct  4 1958`` alone is a year.
    """
    rows = {row.start(1): row[1] for row in _ROW.finditer(text)}
    if len(rows) < _FEWEST or any(int(four[:2]) > 23 or int(four[2:]) > 59 for four in rows.values()):
        return frozenset()
    if any(not _FIRST_YEAR <= int(four) <= _LAST_YEAR for four in rows.values()) or _HEAD.search(text):
        return frozenset(rows)
    return frozenset()


def heads_log(text: str, start: int, end: int) -> bool:
    """Say whether a year ends or opens the line that heads a log: ``LAUNCH LOG 1993``, ``1993 launch schedule``."""
    line, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    if stop - line > _LONGEST_HEAD or (text[line:start].strip(_HEAD_MARKS) and text[end:stop].strip(_HEAD_MARKS)):
        return False
    words = text[line:start].strip(_HEAD_MARKS) or text[end:stop].strip(_HEAD_MARKS)
    return _LOG.fullmatch(words) is not None
