"""In: the words around a length of time. Out: what it is counted from: an event, the time before, a time that follows.

The words are in ``relations.toml``.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

_DATA = tomllib.loads(Path(__file__).with_name("relations.toml").read_text("utf-8"))


def _alternate(key: str, sign: int) -> dict[str, tuple[str, int]]:
    rows = [row for row in _DATA["anchor"] if row["sign"] == sign]
    return {phrase.lower(): (row["event"], sign) for row in rows for phrase in row.get(key, ())}


_AFTER = _alternate("after", 1) | _alternate("after", -1)
_BEFORE = _alternate("before", 1)
_PHRASES = sorted(_AFTER, key=len, reverse=True)
_ANCHOR = re.compile(rf"\s(?:{'|'.join(map(re.escape, _PHRASES))})\b", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\s(\w{1,12})")
_OPENERS = frozenset(phrase.split()[0].lower() for phrase in _PHRASES)
_PREFIX = re.compile(
    rf"(?:^|[\s(|])({'|'.join(map(re.escape, sorted(_BEFORE, key=len, reverse=True)))})\s?(?:of\s)?$", re.IGNORECASE
)
_LATER = re.compile(r"(?:\s[\w-]{1,12}){0,4}?\slater\b(?!\sthan)", re.IGNORECASE)
_AGAINST = re.compile(
    r"\s(?P<early>ahead of|before|earlier than|sooner than)\s|\s(?:later than|after|behind|past)\s", re.IGNORECASE
)
_REACH = 60  # characters behind a length that may tell what it is counted from
_LONGEST_PREFIX = 24


@dataclass(frozen=True, slots=True)
class Relation:
    """What the words around a length say that it is counted from.

    ``to`` is the name of an event, ``"before"`` for a time told before (``later``), or ``"named"`` for one that
    follows; ``sign`` is 1 for after it and -1 for before it; ``reach`` how many characters the words take behind
    the length; ``closed`` whether the phrase ends there.
    """

    to: str
    sign: int
    reach: int
    closed: bool = True


def read_relation(text: str, start: int, end: int) -> Relation | None:
    """Read the words around a length, ``None`` where they count it from nothing."""
    tail = text[end : end + _REACH]
    first = _FIRST_WORD.match(tail)
    behind = _ANCHOR.match(tail) if first and first[1].lower() in _OPENERS else None
    if behind:
        event, sign = _AFTER[behind[0].strip().lower()]
        return Relation(event, sign, behind.end())
    before = _PREFIX.search(text[max(start - _LONGEST_PREFIX, 0) : start])
    if before:
        return Relation(*_BEFORE[before[1].lower()], 0)
    later = _LATER.match(tail)
    if later:
        rest = tail[later.end() :].strip(" ")
        return Relation("before", 1, later.end(), not rest or rest[0] in ".;)\n")
    against = _AGAINST.match(tail)
    return Relation("named", -1 if against["early"] else 1, against.end()) if against else None
