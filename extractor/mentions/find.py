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
        starts: dict[str, list[int]] = {}
        for index, kind in enumerate(self._kinds):
            for key in kind.starts:
                starts.setdefault(key, []).append(index)
        self._starts = {key: tuple(indices) for key, indices in starts.items()}
        chars = "".join(re.escape(key[-1]) for key in sorted(self._starts) if key.startswith("char:"))
        self._signs = re.compile(rf"[{chars}]|(?<!\d)\d" if chars else r"(?<!\d)\d")

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, in the order of the kinds and of their files."""
        return tuple(rule for kind in self._kinds for rule in kind.rules)

    def compile(self) -> None:
        """Compile the rules of all kinds now, not when the first page needs them."""
        for kind in self._kinds:
            kind.figures, kind.words  # noqa: B018 - the access compiles

    def find(self, page: Page) -> tuple[list[Candidate], list[Loser]]:
        """Give the candidates that stay, in reading order, and those that lost their characters to another."""
        text = page.text
        figures = [kind.figures.pattern.match for kind in self._kinds]
        words = [kind.words.pattern.match for kind in self._kinds]
        free = [0] * len(words)
        candidates: list[Candidate] = []
        for position, indices in self._list_places(page):
            matchers = words if text[position].isalpha() else figures
            for index in indices:
                if position < free[index]:
                    continue
                found = matchers[index](text, position)
                if found is not None:
                    for candidate in self._kinds[index].read(found, page):
                        candidates.append(candidate)
                        free[index] = max(free[index], candidate.end)
        return resolve_overlaps(candidates)

    def _list_places(self, page: Page) -> list[tuple[int, tuple[int, ...]]]:
        """List the places where a kind may start: known first words, digits and signs."""
        known = self._starts
        words = page.words
        places = [
            (words[index][0], known[word])
            for word in known.keys() & words.places.keys()
            for index in words.places[word]
        ]
        digits = known.get("digit:", ())
        for sign in self._signs.finditer(page.text):
            places.append((sign.start(), known.get(f"char:{sign.group()}", digits)))
        places.sort(key=lambda place: place[0])
        return places


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
