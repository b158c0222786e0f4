"""In: an event's words, its moment and their clause. Out: ``planned`` or ``actual``."""

import re
import tomllib
from bisect import bisect_left
from collections import Counter
from pathlib import Path

from extractor.facts.reading import Reading
from extractor.facts.triggers import Trigger
from extractor.model import Block
from extractor.vocabulary import Vocabulary, split_words

_DATA = tomllib.loads(Path(__file__).with_name("status.toml").read_text("utf-8"))
_CUES: Vocabulary[str] = Vocabulary([(phrase, key) for key in ("planned", "mask", "actual") for phrase in _DATA[key]])
_SIGNS = {key: Vocabulary([(phrase, key) for phrase in _DATA[key]]) for key in ("heading", "intro", "title")}
_ROWS = frozenset({"label_value", "table_row", "schedule", "list_item"})
_GOVERNED = re.compile(
    r"\b(?:will|would|shall|should|may|might|must|could|can|to|['’]ll)(?:\s(?:not|then|also|now|later"
    r"|first|next|soon|\w+ly))?(?:\s(?:be|have|have been|get))?\s$",
    re.I,
)
_CLAUSE = re.compile(
    r"[;:]|\. |,? (?:but|while|whereas|although|though|after which|and then|when|which|who|before|after"
    r"|until) |, and |, (?=[a-z]+ing )"
)
_BRACKET = re.compile(
    r"[\s,]{0,2}[(\[]?(?:originally |tentatively |as )?(planned|scheduled|targeted|target|expected"
    r"|tentative|plan|actual|factual)\b",
    re.I,
)
_NEAR = 90  # characters before a moment in which a cue speaks of it
_CLOSE = 25  # the same where the verb itself says that it happened
_CAPTIONS = frozenset({"caption", "title", "heading"})


class StatusJudge:
    """Tells plan from fact on one page: its cues are found once.

    ``outlook`` is what the page as a whole speaks of: rows of a schedule that say nothing else follow it.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        page = reading.page
        self._cues = list(_CUES.find(page.text, page.words))
        self._starts = [cue.start for cue in self._cues]
        self._sections: dict[int, bool] = {}
        self.outlook = "planned" if page.blocks and self._has_sign("title", page.blocks[0]) else "actual"

    def settle_outlook(self, statuses: Counter[str]) -> None:
        """Let the events told in prose decide what the page speaks of; where there are none the title stands."""
        if statuses:
            self.outlook = "planned" if statuses["planned"] > statuses["actual"] else "actual"

    def judge(self, trigger: Trigger, moment: tuple[int, int], lower: int) -> str:
        """Judge one event at one moment; ``lower`` is where the words that may speak of it begin.

        The nearest cue wins: words right before the moment, a bracket behind it, what governs the verb, the
        clause, the row, the section, the page.
        """
        text = self._reading.page.text
        finite = trigger.form in {"past", "passive"}
        start, end = moment
        near = max(lower, trigger.end if trigger.end <= start else 0, start - (_CLOSE if finite else _NEAR))
        said = self._read_cues(near, start) or _read_bracket(text, end)
        if said:
            return said
        if finite:
            governed = _GOVERNED.search(text, max(lower, trigger.start - 30), trigger.start)
            return "planned" if governed else "actual"
        said = self._read_cues(self._find_clause(trigger.start, lower), trigger.end)
        return said or self._judge_place(trigger)

    def _read_cues(self, start: int, end: int) -> str | None:
        """Give what the last cue in the span says, ``None`` where there is none."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return next((cue.meaning for cue in reversed(self._cues[low:high]) if cue.meaning != "mask"), None)

    def _find_clause(self, offset: int, lower: int) -> int:
        start = lower
        for border in _CLAUSE.finditer(self._reading.page.text, lower, offset):
            start = border.end()
        return start

    def _judge_place(self, trigger: Trigger) -> str:
        """Judge by where the words stand: their row, the heading above, the line that introduces the rows."""
        block = self._reading.block_at(trigger.start)
        if block is None or block.role in _CAPTIONS:
            return "actual"
        if block.role in _ROWS:
            said = self._read_cues(block.start, block.end)
            if said:
                return said
        if self._is_section_planned(block):
            return "planned"
        return self.outlook if block.role in _ROWS or trigger.form == "third" else "actual"

    def _is_section_planned(self, block: Block) -> bool:
        place = self._reading.page.blocks.index(block) if block.section is None else block.section
        if place not in self._sections:
            self._sections[place] = self._looks_ahead(block)
        return self._sections[place]

    def _looks_ahead(self, block: Block) -> bool:
        """Say that the headings above, or the line that introduces the rows, announce a plan."""
        heading = self._reading.heading_of(block)
        while heading is not None:
            if self._has_sign("heading", heading):
                return True
            if not self._reading.mentions_in(heading.start, heading.end):
                break
            heading = self._reading.heading_of(heading)
        return False

    def _has_sign(self, key: str, block: Block) -> bool:
        text = self._reading.page.text[block.start : block.end]
        return any(True for _ in _SIGNS[key].find(text, split_words(text)))


def _read_bracket(text: str, end: int) -> str | None:
    found = _BRACKET.match(text, end)
    return None if found is None else "actual" if found.group(1).lower() in {"actual", "factual"} else "planned"
