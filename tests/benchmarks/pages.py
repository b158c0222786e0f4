"""In: the pages that ship. Out: as many varied pages as wanted, none like another: no cache has seen their figures."""

import random
import re
from pathlib import Path

CORPUS = Path(__file__).parent.parent.parent / "corpus"
DEVELOPMENT = CORPUS.parent.parent / "shared" / "pages"
"""Archived pages beside the project, where they are to be had: longer than ours, and with fewer facts a line."""
_DIGITS = re.compile(r"(?<=[2-9])\d(?=\D)|(?<=\d)\d(?=\D)")
_LONG_WORD = re.compile(r"\b[a-z]{7,}\b")
_MISSPELT = 0.03


def list_seeds(folder: Path = CORPUS) -> list[str]:
    """Read the pages of a folder, of those that ship where none is named, in the order of their names."""
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


def vary(text: str, seed: int) -> str:
    """Change the last digit of numbers and misspell some long words, so that tokens and figures are new."""
    chance = random.Random(seed)

    def change_digit(found: re.Match[str]) -> str:
        return str(chance.randrange(10)) if chance.random() < 0.8 else found.group()

    def misspell(found: re.Match[str]) -> str:
        word = found.group()
        if chance.random() > _MISSPELT:
            return word
        place = chance.randrange(1, len(word) - 1)
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]

    return _LONG_WORD.sub(misspell, _DIGITS.sub(change_digit, text))


def make_pages(count: int, seed: int, folder: Path = CORPUS) -> list[str]:
    """Make ``count`` varied pages; the same seed gives the same pages."""
    seeds = list_seeds(folder)
    return [vary(seeds[i % len(seeds)], seed * 100_003 + i) for i in range(count)]
