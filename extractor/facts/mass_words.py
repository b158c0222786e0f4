"""In: a Page. Out: the words on it that tell what a mass is the mass of, looked up by offset."""

import tomllib
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path

from extractor.model import Page
from extractor.vocabulary import Vocabulary

_DATA = tomllib.loads((Path(__file__).parent / "mass.toml").read_text("utf-8"))
_GROUPS = ("measures", "nouns", "moments")


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
_SECTION: Vocabulary[str] = Vocabulary([(p, "launch_vehicle") for p in _DATA["sections"]["launch_vehicle"]])


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


def find_mass_words(page: Page) -> MassWords:
    """Look up the words of ``mass.toml`` on a page."""
    groups = {
        group: tuple(Word(hit.start, hit.end, group, hit.meaning) for hit in vocabulary.find(page.text, page.words))
        for group, vocabulary in (*_VOCABULARIES, ("sections", _SECTION))
    }
    return MassWords(groups, {group: [word.start for word in words] for group, words in groups.items()})
