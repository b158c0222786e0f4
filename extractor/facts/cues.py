"""In: a page and a span of it. Out: what the words of the span say of plan or fact, ``None`` where they say nothing."""

import re
import tomllib
from bisect import bisect_left
from pathlib import Path

from extractor.model import Block, Page
from extractor.vocabulary import Vocabulary

_DATA = tomllib.loads(Path(__file__).with_name("status.toml").read_text("utf-8"))
_CUES: Vocabulary[str] = Vocabulary([(phrase, key) for key in ("planned", "mask", "actual") for phrase in _DATA[key]])
_SIGNS = {key: Vocabulary([(phrase, key) for phrase in _DATA[key]]) for key in ("heading", "intro", "title", "preview")}
_CLAUSE = re.compile(
    r";|:(?!\d)|,? (?:but|while|whereas|although|though|after which|and then|when|which|who|before|after"
    r"|until) |, and |, (?=[a-z]+ing )"
)
_LOOKED_AHEAD = 20  # characters behind a clause's beginning that tell it from a list: `, leaving the port`
_BRACKET = re.compile(
    r"(?:[ \t\u00a0,]{0,2}|\s{0,2}(?=[(\[]))[(\[]?(?:originally |tentatively |as |first |under the |by )?"
    r"(planned|scheduled|schedule|targeted|target|expected"
    r"|tentative|plan|actual|factual)\b(?!(?: for| at| on)?[: ]{1,2}(?:[a-z]{3,9}\.? )?\d)",
    re.I,
)
_FLOWN = frozenset({"actual", "factual", "flown", "achieved"})
_PASSIVE = ("be ", "being ", "is ", "are ")  # before a participle that is no past: `will be placed`
PAST = re.compile(
    r"\b(?:was|were|had|did|[a-z]{2,}ed|took|spent|flew|ran|came|went|made|saw|left|became|began)\b", re.I
)
"""A verb in the past."""


class Cues:
    """The words of one page that speak of plan or fact, found once."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._cues = list(_CUES.find(page.text, page.words))
        self._starts = [cue.start for cue in self._cues]
        self._signs: dict[tuple[str, int], bool] = {}

    def read(self, start: int, end: int) -> str | None:
        """Give what the last cue in the span says, ``None`` where there is none."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return next((cue.meaning for cue in reversed(self._cues[low:high]) if cue.meaning != "mask"), None)

    def read_verb(self, start: int, end: int) -> str | None:
        """Give what the last verb of the span says, be it a cue or one in the past, ``None`` where there is none."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        cue = next((cue for cue in reversed(self._cues[low:high]) if cue.meaning != "mask"), None)
        for past in PAST.finditer(self._page.text, start if cue is None else cue.end, end):
            if past.end() < end and not self._page.text.endswith(_PASSIVE, 0, past.start()):
                return "actual"
        return None if cue is None else cue.meaning

    def find_clause(self, offset: int, lower: int) -> int:
        """Give where the clause around an offset begins, no earlier than ``lower``."""
        start = lower
        for border in _CLAUSE.finditer(self._page.text, lower, offset + _LOOKED_AHEAD):
            if border.end() > offset:
                break
            start = border.end()
        return start

    def has_sign(self, key: str, block: Block) -> bool:
        """Say that a block announces a plan: as a ``title``, a ``heading``, or the ``intro`` of rows."""
        known = self._signs.get((key, block.start))
        if known is None:
            words = self._page.words
            inside = words[bisect_left(words, (block.start,)) : bisect_left(words, (block.end,))]
            known = any(True for _ in _SIGNS[key].find(self._page.text, inside))
            self._signs[key, block.start] = known
        return known


def read_bracket(text: str, end: int) -> str | None:
    """Give what a bracket right behind a time says: ``06:48 (planned)``."""
    found = _BRACKET.match(text, end)
    return None if found is None else "actual" if found.group(1).lower() in _FLOWN else "planned"
