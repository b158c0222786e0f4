"""In: a page's text. Out: whether it lists launches in rows that open with month, day and a clock of four figures."""

import re
from functools import lru_cache

_ROW = re.compile(r"(?:^|\n)[A-Z][a-z]{2,8}\.?[ ]{1,2}\d{1,2}[ ]{1,4}(\d{4})(?=[ ]{2}|\t)")
_HEAD = re.compile(r"\bDate[ /(]{0,8}(?:and[ ])?(?:Time\b|UTC?\b|GMT\b)", re.I)
_FIRST_YEAR, _LAST_YEAR = 1900, 2059
_FEWEST = 2


@lru_cache(maxsize=4)
def lists_launches(text: str) -> bool:
    """Say whether such rows stand in a text, and some of their figures can be no year, or the head says they are none.

    ``Oct  4 1210   GPS SVN 65`` is a clock where another row holds ``0035``; ``Oct  4 1958`` alone is a year.
    """
    figures = [row[1] for row in _ROW.finditer(text)]
    if len(figures) < _FEWEST or any(int(four[:2]) > 23 or int(four[2:]) > 59 for four in figures):
        return False
    if any(not _FIRST_YEAR <= int(four) <= _LAST_YEAR for four in figures):
        return True
    return _HEAD.search(text) is not None
