"""In: a Page. Out: candidates of the mentions' grammar and of the TimeML rules beside it, overlaps resolved."""

from functools import cache
from pathlib import Path

from extractor.mentions.find import Finder, load_finder, load_kinds
from extractor.mentions.rules import Candidate
from extractor.model import Page

_KINDS = Path(__file__).parent / "kinds"
_PACKAGE = "extractor.timex.kinds"
_LEFT_OUT = frozenset({"role", "quantity", "cue"})
"""Kinds of mentions that neither are times nor keep times off their characters."""


@cache
def load_timex_finder() -> Finder:
    """Join the kinds of the mentions with those of this room to one scan of the page."""
    mentions = {name: kind for name, kind in load_finder().kinds.items() if name not in _LEFT_OUT}
    return Finder(mentions | load_kinds(_KINDS, _PACKAGE))


def find_candidates(page: Page) -> list[Candidate]:
    """Give the candidates of a page in reading order; they do not overlap."""
    return load_timex_finder().find(page)[0]
