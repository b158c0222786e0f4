"""In: a day, a word and a year that the English grammar refuses. Out: the date, where another language has it.

dateparser is asked, with fixed settings and languages and no relative base: it must find day, month and year in the
words themselves. It is imported when the first such words stand on a page, and its answers are kept.
"""

import unicodedata
from functools import lru_cache
from typing import Any

from extractor.mentions.partial import PartialDate

RULE = "date.foreign"
"""The rule whose dates dateparser reads: the one fallback from the grammar of our own."""

LONGEST = 64
_LANGUAGES = ["fr", "de", "es", "it", "pt", "nl", "ru", "uk", "pl", "sv", "da", "cs", "fi", "hu", "tr"]
_SETTINGS: dict[str, Any] = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
    "DATE_ORDER": "DMY",
    "PARSERS": ["absolute-time"],
    "RETURN_AS_TIMEZONE_AWARE": False,
}
_BEGINNINGS = frozenset(
    """jan gen ene led tam oca sty feb fev leu unor sub hel mar mae mrz maa bre hui tav apr abr avr kwi nis mai maj may
    mag mei kve tou jun jui giu kes cze haz jul lug hei lip tem aug ago aou elo sie agu sep set syy wrz eyl okt oct ott
    out paz eki nov lis mar kas dec dez dic des gru jou ara""".split()  # noqa: SIM905 - quote marks would hide the words
)
"""How the names of months begin in these languages, without accents."""


def looks_foreign(word: str) -> bool:
    """Say whether a word may be a month's name in another language, which is worth asking."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    return not plain.isascii() or plain[:3] in _BEGINNINGS


@lru_cache(maxsize=1024)
def parse_foreign(text: str) -> PartialDate | None:
    """Read a date of another language; ``None`` for what is none, or longer than 64 characters."""
    if len(text) > LONGEST:
        return None
    from dateparser import parse  # slow to import, needed by few pages

    try:
        found = parse(text, languages=_LANGUAGES, settings=_SETTINGS)
    except (ValueError, OverflowError, RecursionError):
        return None
    return PartialDate("day", found.year, found.month, found.day) if found is not None else None
