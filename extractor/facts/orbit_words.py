"""In: a Page. Out: the words on it that name elements of orbits, in reading order, and what is said around a figure."""

import re
import tomllib
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from extractor.model import Page
from extractor.vocabulary import Vocabulary

_DATA = tomllib.loads((Path(__file__).parent / "orbit.toml").read_text("utf-8"))
LABELS: dict[str, str] = {entry["name"]: entry["label"] for entry in _DATA["parameter"] if "label" in entry}
"""The label of the mentions that each parameter takes."""

_IGNORED = "ignored"
_PARAMETERS: Vocabulary[str] = Vocabulary(
    [(word, entry["name"]) for entry in _DATA["parameter"] for word in entry["words"]]
    + [(word, _IGNORED) for word in _DATA["ignored"]["words"]]
)
_NAMES: Vocabulary[str] = Vocabulary([(word, name) for name, words in _DATA["name"].items() for word in words])
_CONTEXT: Vocabulary[str] = Vocabulary([(word, kind) for kind, words in _DATA["context"].items() for word in words])
_BODIES: Vocabulary[str] = Vocabulary([(word, kind) for kind, words in _DATA["body"].items() for word in words])
_SYMBOLS: dict[str, str] = _DATA["symbols"]
_SYMBOL = re.compile(rf"(?<![\w.])(?:{'|'.join(_SYMBOLS)})(?=[ \u00a0]{{0,2}}=)")
_TOWARDS = re.compile(
    r"\b(?:(?<!got\s)(?<!came\s)to|towards?|for|en\sroute\sto|encounter\swith|flyby\sof)\s(?:the\s|planet\s)?$"
)
_TRANSFER = re.compile(
    r"(?:\w{1,12})[\s-](?:transfer|trajectory|bound|flyby|encounter|injection|insertion|mission|probe|lander|landing)\b"
)
_ROUND = re.compile(
    r"(?:\b(?:around|about|round|circl(?:e|es|ed|ing)|orbit(?:s|ed|ing)|orbit\s(?:of|at)|insertion\sat|behind|arriv(?:ed|es|ing|al)\sat)\s(?:the\s|planet\s|dwarf\s){0,2}|(?-i:\())$",
    re.I,
)
_ITS_ORBIT = re.compile(
    r"\w{1,14}(?:['’]s)?[\s-](?:(?:parking|polar|science|mapping|capture|elliptical|final|initial|circular)[\s-])?orbit(?!er|\sinjection)"
    r"|peri\w{3,9}\b|apo\w{3,9}\b|GTO\b|LEO\b|geo\w{7,12}\b|parking\sorbit\b|sun-?synchronous\b|\w{2,8}centric\b|circumlunar\b|solar\sorbit\b|behind\sthe\splanet\b"
    r"|\w{1,10}['’]s\s(?:\w{2,9}\s){0,2}satellite\b",
    re.I,
)
_BROKEN = re.compile(r"\n(?=[A-Z])")
"""Within a phrase: one line ends and a label begins."""

_MINUTES = re.compile(r"\d[ \u00a0]min\b", re.I)
"""No minimum, but the unit before: ``11 hr, 16 min, altitude``."""

_NOWHERE = 1 << 30
_JOINED = re.compile(r"[ \u00a0\n]?(?:,?[ \u00a0]?(?:and|or)|[&/,x×–—-]|by)?[ \u00a0]?(?:[a-z]{2,9}[ \u00a0])?")


@dataclass(frozen=True, slots=True)
class Group:
    """Words for one parameter, or for several side by side (``apogee and perigee``): offsets and parameters."""

    start: int
    end: int
    parameters: tuple[str, ...]


@dataclass(frozen=True)
class OrbitWords:
    """What a page says of orbits; each vocabulary is looked up when it is first asked for."""

    page: Page

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Words for parameters, those side by side joined."""
        text = self.page.text
        named = [(hit.start, hit.end, hit.meaning) for hit in _PARAMETERS.find(text, self.page.words)]
        if "=" in text:
            named = sorted([*named, *((*found.span(), _SYMBOLS[found.group()]) for found in _SYMBOL.finditer(text))])
        groups: list[Group] = []
        for start, end, meaning in named:
            last = groups[-1] if groups else None
            if meaning == _IGNORED or _BROKEN.search(text, start, end) or _MINUTES.match(text, start - 2):
                continue
            again = last is not None and meaning in last.parameters and text[last.end : start].strip() == "("
            if last is not None and (again or (start - last.end < 20 and _JOINED.fullmatch(text, last.end, start))):
                groups[-1] = Group(last.start, end, tuple(dict.fromkeys((*last.parameters, meaning))))
            else:
                groups.append(Group(start, end, (meaning,)))
        return tuple(groups)

    @cached_property
    def names(self) -> tuple[tuple[int, int, str], ...]:
        """Words that name an orbit: start, end, and ``initial``, ``target``, ``final`` or ``station``."""
        return tuple((hit.start, hit.end, hit.meaning) for hit in _NAMES.find(self.page.text, self.page.words))

    @cached_property
    def context(self) -> dict[str, list[int]]:
        """The places of words that make a figure an orbit's (``orbit``) or something else's (``refused``)."""
        return self._list_places(_CONTEXT, ("orbit", "refused"))

    @cached_property
    def bodies(self) -> dict[str, list[int]]:
        """The places of words for the Earth (``earth``) and for other bodies (``other``)."""
        return self._list_places(_BODIES, ("earth", "other"))

    def _list_places(self, vocabulary: Vocabulary[str], kinds: tuple[str, ...]) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {kind: [] for kind in kinds}
        for hit in vocabulary.find(self.page.text, self.page.words):
            places[hit.meaning].append(hit.start)
        return places

    def has_near(self, kind: str, start: int, end: int) -> bool:
        """Tell whether an ``orbit`` or ``refused`` word begins in the span."""
        return _has_between(self.context[kind], start, end)

    def measure_to_body(self, kind: str, place: int, start: int, end: int) -> int:
        """Give the characters from ``place`` to the nearest word of a kind that begins in the span; a goal is none."""
        places = self.bodies[kind][bisect_left(self.bodies[kind], start) : bisect_left(self.bodies[kind], end)]
        return min((abs(at - place) for at in places if not _is_goal(self.page.text, at)), default=_NOWHERE)

    def find_orbited(self, kind: str, start: int, end: int) -> int:
        """Give the last place in the span that speaks of an orbit about a body of a kind; -1 where none does."""
        places = self.bodies[kind]
        for index in range(bisect_left(places, end) - 1, -1, -1):
            if places[index] < start:
                break
            if _is_orbited(self.page.text, places[index]):
                return places[index]
        return -1


def _is_orbited(text: str, start: int) -> bool:
    """Say that a body is one that is gone round: ``lunar orbit``, ``around Mars``, ``entered the Moon's orbit``."""
    return bool(_ROUND.search(text, max(0, start - 24), start) or _ITS_ORBIT.match(text, start))


def _is_goal(text: str, start: int) -> bool:
    """Say that a body is where a craft goes on to: ``towards the Moon``, ``a Venus transfer``."""
    return bool(_TOWARDS.search(text, max(0, start - 20), start) or _TRANSFER.match(text, start))


def _has_between(places: list[int], start: int, end: int) -> bool:
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end
