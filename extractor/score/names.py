"""In: names of craft, people, places and vehicles. Out: whether two of them mean the same."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})
"""Letters with a stroke or fused, which Unicode does not decompose into letter and accent."""

_WORD = re.compile(r"\d{1,40}|[^\W\d_]{1,80}")

_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`")

_STATION = ("international", "space", "station")

_FRONT = (("the",), ("nasas",), ("nasa",), ("spacexs",), ("spacex",), ("space", "shuttle"))
_BACK = (("spacecraft",), ("mission",), ("capsule",), ("flight",))
"""What stands around a craft's name without being part of it."""

_FUNCTION_WORDS = frozenset({"the", "a", "an", "of", "in", "at", "on", "near", "and", "s"})

Aliases = Sequence[Sequence[str]]
"""Groups of names of one craft, as in ``page.aliases`` of a gold."""


@lru_cache(maxsize=4096)
def fold(name: str) -> tuple[str, ...]:
    """Split a name into comparable words: no case, accents or punctuation, letters apart from digits.

    ``MS-07``, ``MS 07`` and ``MS07`` are the same two words; ``O’Neil`` is one.
    """
    plain = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_UNDECOMPOSED)
    return tuple(_WORD.findall(plain))


def same_craft(one: str | None, other: str | None, aliases: Aliases = ()) -> bool:
    """Tell whether two names are of one craft, mission or station.

    A short name equals a full one that ends with it, when the short one has a number (``Crew-5``,
    ``SpaceX Crew-5``); a family name alone (``Soyuz``) never does. ``aliases`` adds further names.
    """
    if one is None or other is None:
        return one is other
    a, b = _craft(one), _craft(other)
    if _same_craft(a, b):
        return True
    for group in aliases:
        names = [_craft(name) for name in group]
        if any(_same_craft(a, name) for name in names) and any(_same_craft(b, name) for name in names):
            return True
    return False


@lru_cache(maxsize=4096)
def _craft(name: str) -> tuple[str, ...]:
    words = fold(name)
    while True:
        rest = _strip(words)
        if rest == words:
            break
        words = rest
    return ("iss",) if words == _STATION else words


def _strip(words: tuple[str, ...]) -> tuple[str, ...]:
    for affix in _FRONT:
        if len(words) > len(affix) and words[: len(affix)] == affix:
            return words[len(affix) :]
    for affix in _BACK:
        if len(words) > len(affix) and words[-len(affix) :] == affix:
            return words[: -len(affix)]
    return words


def _same_craft(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if a == b:
        return bool(a)
    short, long = sorted((a, b), key=len)
    tells_apart = any(word.isdigit() for word in short) and any(word.isalpha() for word in short)
    in_front = long[: len(long) - len(short)]
    return tells_apart and long[-len(short) :] == short and not any(word.isdigit() for word in in_front)


def same_person(gold: str, got: str, variants: Sequence[str] = ()) -> bool:
    """Tell whether two names are of one person: without case, accents and middle initials.

    ``variants`` are other spellings of the gold name on the page; those shorter than it (a family name
    alone) do not count, since a fact gives the fullest spelling.
    """
    wanted, found = _person(gold), _person(got)
    if not wanted or not found:
        return False
    return found == wanted or any(
        found == spelling for spelling in map(_person, variants) if len(spelling) >= len(wanted)
    )


def _person(name: str) -> tuple[str, ...]:
    words = fold(name)
    full = tuple(word for word in words if len(word) > 1)
    return full if len(full) > 1 else words


def same_place(one: str, other: str) -> bool:
    """Tell whether two sites, ports or vehicles match: the shorter name's words all stand in the longer."""
    a, b = (frozenset(fold(name)) - _FUNCTION_WORDS for name in (one, other))
    return bool(a and b) and (a <= b or b <= a)


def same_text(one: str, other: str) -> bool:
    """Tell whether two designations agree without case, accents, and hyphens against spaces."""
    return fold(one) == fold(other)
