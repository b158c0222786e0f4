"""In: a Page. Out: the words on it that tell what a mass is the mass of, looked up by offset."""

import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.model import Page
from extractor.vocabulary import Vocabulary, split_words

_DATA = tomllib.loads((Path(__file__).parent / "mass.toml").read_text("utf-8"))
_GROUPS = ("measures", "nouns", "moments")
_BEFORE, _BEHIND = 420, 220
"""Characters around a mass in which words may belong to it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A phrase on the page: half-open offsets, its group in ``mass.toml`` and its name there."""

    start: int
    end: int
    group: str
    name: str


_VOCABULARIES: tuple[tuple[str, Vocabulary[str]], ...] = (
    *((group, Vocabulary([(p, name) for name, ps in _DATA[group].items() for p in ps])) for group in _GROUPS),
    ("carrying", Vocabulary([(phrase, "carrying") for phrase in _DATA["carrying"]["words"]])),
)


_ROCKETS: Vocabulary[str] = Vocabulary([(phrase, "launch_vehicle") for phrase in _DATA["sections"]["launch_vehicle"]])


def names_rocket(text: str) -> bool:
    """Say that a label or heading is about the launch vehicle."""
    return next(_ROCKETS.find(text, split_words(text)), None) is not None


@dataclass(frozen=True, slots=True)
class MassWords:
    """All words for masses on a page, in reading order within each group."""

    groups: dict[str, tuple[Word, ...]]
    starts: dict[str, list[int]]

    def find(self, group: str, start: int, end: int) -> tuple[Word, ...]:
        """Give the words of a group that lie in the half-open span."""
        low = bisect_left(self.starts[group], start)
        high = bisect_left(self.starts[group], end)
        return tuple(word for word in self.groups[group][low:high] if word.end <= end)


def find_mass_words(page: Page, places: Sequence[int]) -> MassWords:
    """Look up the words of ``mass.toml`` around the places of masses, ascending."""
    words = _cut_words(page, places)
    groups = {
        group: tuple(Word(hit.start, hit.end, group, hit.meaning) for hit in vocabulary.find(page.text, words))
        for group, vocabulary in _VOCABULARIES
    }
    return MassWords(groups, {group: [word.start for word in found] for group, found in groups.items()})


def _cut_words(page: Page, places: Sequence[int]) -> list[tuple[int, int, str]]:
    """Give the words of the page that stand near a mass, each once."""
    cut: list[tuple[int, int, str]] = []
    last = 0
    for place in places:
        low = max(last, bisect_left(page.words, (place - _BEFORE,)))
        last = max(last, bisect_left(page.words, (place + _BEHIND,)))
        cut.extend(page.words[low:last])
    return cut
