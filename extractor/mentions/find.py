"""In: a Page. Out: the candidates of all kinds, overlaps resolved, in reading order."""

import re
from functools import cache
from importlib import import_module
from pathlib import Path

from extractor.mentions.lexicon import load_lexicon
from extractor.mentions.overlaps import Loser, resolve_overlaps
from extractor.mentions.rules import Candidate, Kind, Rule, read_rule_file
from extractor.model import Page

_KINDS = Path(__file__).parent / "kinds"


class Finder:
    """All kinds, and the scan that tries them at the places where one of them may start."""

    def __init__(self, kinds: dict[str, Kind]) -> None:
        self.kinds = kinds
        self._kinds = tuple(kinds.values())
        self._keys = sorted({key for kind in self._kinds for key in kind.signs})
        chars = "".join(re.escape(key[-1]) for key in self._keys if key.startswith("char:"))
        self._signs = re.compile(rf"[{chars}\d](?<!\d\d)")  # a set stands first, which the search skips to

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, in the order of the kinds and of their files."""
        return tuple(rule for kind in self._kinds for rule in kind.rules)

    def compile(self) -> None:
        """Compile the rules of all kinds now, not when the first page needs them."""
        for kind in self._kinds:
            kind.figures, kind.words  # noqa: B018 - the access compiles

    def find(self, page: Page) -> tuple[list[Candidate], list[Loser]]:
        """Give the candidates that stay, in reading order, and those that lost their characters to another.

        Kind after kind goes over the page, not all of them at each place: an expression is fast while it is at hand.
        """
        text = page.text
        signs = self._list_signs(text)
        found: list[tuple[int, int, Candidate]] = []
        for index, kind in enumerate(self._kinds):
            figures, words = kind.figures.pattern.match, kind.words.pattern.match
            free = 0
            for position in self._list_places(kind, page, signs):
                if position < free:
                    continue
                match = words(text, position) if text[position].isalpha() else figures(text, position)
                if match is None:
                    continue
                for candidate in kind.read(match, page):
                    found.append((position, index, candidate))
                    free = max(free, candidate.end)
        found.sort(key=_place_and_kind)
        return resolve_overlaps([candidate for _, _, candidate in found])

    def _list_signs(self, text: str) -> dict[str, list[int]]:
        """List the places of figures and signs, by the keys that they are starts under."""
        places: dict[str, list[int]] = {key: [] for key in self._keys}
        digits = places.setdefault("digit:", [])
        for sign in self._signs.finditer(text):
            places.get(f"char:{sign.group()}", digits).append(sign.start())
        return places

    def _list_places(self, kind: Kind, page: Page, signs: dict[str, list[int]]) -> list[int]:
        """List the places where a kind may start: known first words, digits and signs."""
        words = page.words
        places = [words[index][0] for word in kind.first_words & words.distinct for index in words.places[word]]
        for key in kind.signs:
            places += signs[key]
        places.sort()
        return places


def _place_and_kind(found: tuple[int, int, Candidate]) -> tuple[int, int]:
    return found[:2]


@cache
def load_finder() -> Finder:
    """Give the finder of the kinds in ``kinds/``."""
    return Finder(load_kinds(_KINDS, "extractor.mentions.kinds"))


def load_kinds(folder: Path, package: str) -> dict[str, Kind]:
    """Read every ``<kind>.toml`` of a folder beside its ``<kind>.py``, which is a module of ``package``."""
    lexicon = load_lexicon()
    kinds = {}
    for path in sorted(folder.glob("*.toml")):
        module = import_module(f"{package}.{path.stem}")
        kinds[path.stem] = Kind(read_rule_file(path), module.build, lexicon)
    return kinds
