"""In: a Page. Out: the words on it that name elements of orbits, in reading order, and what is said around a figure."""

import re
import tomllib
from bisect import bisect_left
from dataclasses import dataclass
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
_AROUND: Vocabulary[str] = Vocabulary(
    [(word, kind) for kind in ("orbit", "refused") for word in _DATA["context"][kind]]
    + [(word, kind) for kind in ("other", "earth") for word in _DATA["body"][kind]]
)
_SYMBOLS: dict[str, str] = _DATA["symbols"]
_SYMBOL = re.compile(rf"(?<![\w.])(?:{'|'.join(_SYMBOLS)})(?=[ \u00a0]{{0,2}}=)")
_JOINED = re.compile(
    r"[\s\u00a0]{0,2}(?:and|or|&|/|,|x|×|by|-|–|—|,\sand|\s[a-z]{2,9})?[\s\u00a0]{0,2}(?:the[\s\u00a0])?"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Words for one parameter, or for several side by side (``apogee and perigee``): offsets and parameters."""

    start: int
    end: int
    parameters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrbitWords:
    """What a page says of orbits: groups of parameter words, and the places of words around them by kind."""

    groups: tuple[Group, ...]
    around: dict[str, list[int]]
    names: tuple[tuple[int, int, str], ...]

    def has_near(self, kind: str, start: int, end: int) -> bool:
        """Tell whether a word of a kind (``orbit``, ``refused``, ``other``, ``earth``) begins in the span."""
        places = self.around[kind]
        index = bisect_left(places, start)
        return index < len(places) and places[index] < end

    def count(self, kind: str) -> int:
        """Count the words of a kind on the page."""
        return len(self.around[kind])


def find_orbit_words(page: Page) -> OrbitWords:
    """Look up the words of ``orbit.toml`` on a page."""
    around: dict[str, list[int]] = {"orbit": [], "refused": [], "other": [], "earth": []}
    for hit in _AROUND.find(page.text, page.words):
        around[hit.meaning].append(hit.start)
    named = [(hit.start, hit.end, hit.meaning) for hit in _PARAMETERS.find(page.text, page.words)]
    if "=" in page.text:
        named += [(*found.span(), _SYMBOLS[found.group()]) for found in _SYMBOL.finditer(page.text)]
    groups: list[Group] = []
    for start, end, meaning in sorted(named):
        last = groups[-1] if groups else None
        if meaning == _IGNORED:
            continue
        if last is not None and _JOINED.fullmatch(page.text, last.end, start) is not None:
            groups[-1] = Group(last.start, end, _add(last.parameters, meaning))
        else:
            groups.append(Group(start, end, (meaning,)))
    names = tuple((hit.start, hit.end, hit.meaning) for hit in _NAMES.find(page.text, page.words))
    return OrbitWords(tuple(groups), around, names)


def _add(parameters: tuple[str, ...], name: str) -> tuple[str, ...]:
    return parameters if name in parameters else (*parameters, name)
