"""In: a Page. Out: the candidates of all kinds, overlaps resolved, in reading order."""

import re
from functools import cache
from importlib import import_module
from pathlib import Path

from extractor.mentions.lexicon import load_lexicon
from extractor.mentions.overlaps import Loser, resolve_overlaps
from extractor.mentions.rules import Candidate, Kind, Rule, read_rules
from extractor.model import Page

Attempt = tuple[int, Kind, tuple[int, ...]]
"""The rank of a kind, the kind, and the indices of its rules to try."""

_KINDS = Path(__file__).parent / "kinds"


class Finder:
    """All kinds, and the scan that tries them at the places where one of them may start."""

    def __init__(self, kinds: dict[str, Kind]) -> None:
        self.kinds = kinds
        self._starts: dict[str, list[Attempt]] = {}
        for index, kind in enumerate(kinds.values()):
            for key, indices in kind.starts.items():
                self._starts.setdefault(key, []).append((index, kind, indices))
        chars = "".join(re.escape(key[-1]) for key in sorted(self._starts) if key.startswith("char:"))
        self._signs = re.compile(rf"[{chars}]|(?<!\d)\d" if chars else r"(?<!\d)\d")

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, in the order of the kinds and of their files."""
        return tuple(rule for kind in self.kinds.values() for rule in kind.rules)

    def find(self, page: Page) -> tuple[list[Candidate], list[Loser]]:
        """Give the candidates that stay, in reading order, and those that lost their characters to another."""
        free = [0] * len(self.kinds)
        found: list[Candidate] = []
        for position, attempts in self._list_places(page):
            for index, kind, indices in attempts:
                if position < free[index]:
                    continue
                for candidate in kind.attempt(indices, page, position):
                    found.append(candidate)
                    free[index] = max(free[index], candidate.end)
        return resolve_overlaps(found)

    def _list_places(self, page: Page) -> list[tuple[int, list[Attempt]]]:
        """List the places where a kind may start: known first words, digits and signs."""
        known = self._starts
        places = [(start, known[word]) for start, _, word in page.words if word in known]
        digits = known.get("digit:", [])
        for sign in self._signs.finditer(page.text):
            places.append((sign.start(), known.get(f"char:{sign.group()}", digits)))
        places.sort(key=lambda place: place[0])
        return places


@cache
def load_finder() -> Finder:
    """Read every ``kinds/<kind>.toml`` beside its ``<kind>.py`` and compile the rules."""
    lexicon = load_lexicon()
    kinds = {}
    for path in sorted(_KINDS.glob("*.toml")):
        module = import_module(f"extractor.mentions.kinds.{path.stem}")
        kinds[path.stem] = Kind(read_rules(path), module.build, lexicon)
    return Finder(kinds)
