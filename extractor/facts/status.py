"""In: an event's words, its moment and their clause. Out: ``planned`` or ``actual``."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractor.facts.cues import PAST, Cues, read_bracket
from extractor.facts.leaders import is_promised_below
from extractor.facts.page_day import PageDay
from extractor.facts.plan_words import (
    AHEAD,
    AIM,
    ASIDE,
    CONTRAST,
    DATE_NOUN,
    FUTURE,
    FUTURE_BEHIND,
    GIVEN_UP,
    GOVERNED,
    IS_AT,
    MARKED,
    MOVED_TO,
    PARTICIPLE,
    PERFECT,
    PROMISES,
    STAYS,
    SUBORDINATE,
    THANKED,
    TO_COME,
    WOULD,
    is_for,
)
from extractor.facts.reading import Reading
from extractor.facts.triggers import AGAIN, SHIFT, Trigger
from extractor.model import Block, Fact
from extractor.values import TIME_LABELS

_LONG_PAST = 200
"""Days before the page was written: what lies further back is no plan of it, whatever its heading announces."""
_ROWS = frozenset({"label_value", "table_row", "schedule", "list_item"})
_NEAR = 90  # characters before a moment in which a cue speaks of it
_OF_STATUS = re.compile(r"\b(?:status|state|plan\w*|schedule\w*)\b", re.I)
_LOOK_BACK = 20  # blocks from a row up to what introduces it
_HEAD_BLOCKS, _LONGEST_HEAD = 3, 160  # blocks, and characters of each, that may announce what the page is
_INTRO_LINES = 4
_LAUNCH = "launch"
_REACH = 400  # characters of a very long sentence that may speak of one event
_CLOSE = 25  # the same where the verb itself says that it happened
_PROSE = frozenset({"paragraph", "quote", "list_item", "caption"})
_NOMINAL = frozenset({"base", "ing", "noun"})
_ON_GROUND = frozenset({"arrival", "encapsulation", "fueling_complete", "rollout"})
_HEADLINES = frozenset({"title", "heading"})

_BULLETS = " \t-–—*•·"
"""The marks that may stand before the label of a line."""


class StatusJudge:
    """Tells plan from fact on one page: its cues are found once.

    ``outlook`` is what the page as a whole speaks of: rows of a schedule that say nothing else follow it.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        page = reading.page
        self._cues = Cues(page)
        self._page_day = PageDay(reading)
        head = [block for block in page.blocks[:_HEAD_BLOCKS] if block.end - block.start <= _LONGEST_HEAD]
        self.outlook = "planned" if any(self._cues.has_sign("title", block) for block in head) else "actual"
        self.awaited: frozenset[str | None] = frozenset()
        """The craft whose launch is to come, and of which the page tells nothing since."""
        self._preview = any(self._cues.has_sign("preview", block) for block in head)

    def settle_outlook(self, actual: Sequence[Fact], planned: Sequence[Fact]) -> None:
        """Let the events told in prose decide what the page speaks of.

        A page that tells of plans alone looks ahead, unless they are but the dates of one event that slipped; one whose
        head calls it a preview does so whatever it tells of the past.
        """
        if self._preview:
            return
        kinds = [{fact.get("event") for fact in facts} for facts in (actual, planned)]
        days = {str(fact.get("value"))[:10] for fact in planned}
        alone = not actual and bool(planned) and (len(kinds[1]) > 1 or len(days) == 1)
        if alone and any(words in self._reading.page.text for words in PROMISES):
            self.outlook = "planned"
        elif actual and len(kinds[1]) <= len(kinds[0]):
            self.outlook = "actual"

    def settle_flights(self, events: Sequence[Fact]) -> None:
        """Learn from the events of the page which craft are still to fly."""
        told = [(fact.subject, fact.get("event"), fact.get("status")) for fact in events]
        flown = {subject for subject, event, status in told if status == "actual" and event not in _ON_GROUND}
        planned = {subject for subject, event, status in told if (event, status) == ("launch", "planned")}
        self.awaited = frozenset(planned - flown)

    def judge(self, trigger: Trigger, start: int, ends: Sequence[int], lower: int) -> str:
        """Judge one event at one moment that begins at ``start``.

        ``ends`` are where it, and what is listed with it, ends; ``lower`` is where words may begin that speak of it.

        The nearest cue wins: words right before the moment, a bracket behind it, what governs the verb, the
        clause, the row, the section, the page.
        """
        text = self._reading.page.text
        lower = max(lower, min(trigger.start, start) - _REACH)
        finite = trigger.form in {"past", "passive"} and trigger.event != SHIFT
        end = max(ends)
        near = max(lower, trigger.end if trigger.end <= start else 0, start - (_CLOSE if finite else _NEAR))
        near = max(near, text.rfind("; ", near, start) + 1)
        if CONTRAST.search(text, near, start) or MOVED_TO.search(text, near, start):
            return "planned"
        marked = MARKED.match(text, end)
        said = read_bracket(text, end) if marked else self._cues.read(near, start) or read_bracket(text, end)
        said = "actual" if text.startswith("!", trigger.end) else said  # `LIFTOFF!`
        if said:
            return said
        if self._is_headed(trigger):
            return "planned"
        if trigger.event == SHIFT or (not finite and is_for(text, near, lower, start)):
            return "planned"
        if trigger.event == AGAIN and FUTURE.search(text, trigger.start, trigger.end):
            return "planned"
        if finite:
            return "planned" if self._is_governed(trigger, lower) else "actual"
        clause = self._cues.find_clause(trigger.start, lower)
        said = self._cues.read(clause, trigger.end) or self._read_main(clause, lower, end)
        if not said and (self._page_day.measure_age(start) < 0 or self._is_aim(trigger, start, lower)):
            return "planned"
        if not said and (trigger.form in {"base", "ing"} or PARTICIPLE.match(text, clause)):
            said = self._cues.read_verb(lower, trigger.start)  # `is to undock at 04:20, and to land at 07:41`
        if not said and STAYS.search(text, lower, end):
            return "planned"
        if not said and (
            self._names_date(trigger, start)
            or (any(FUTURE_BEHIND.match(text, place) for place in ends) and not PAST.match(text, trigger.start))
            or (trigger.form in _NOMINAL and IS_AT.match(text, trigger.end, start))
            or (trigger.form in _NOMINAL and GIVEN_UP.match(text, trigger.end))
        ):
            return "planned"
        if not said and self._is_told(trigger, end):
            return "actual"
        return said or self._judge_place(trigger, start, end)

    def _is_aim(self, trigger: Trigger, start: int, lower: int) -> bool:
        """Say that a noun names what something was done for: ``cleared for launch on``, ``took off for a docking``."""
        block = self._reading.block_at(trigger.start)
        if trigger.form not in _NOMINAL or trigger.event in _ON_GROUND or block is None or block.role == "caption":
            return False
        first = min(start, trigger.start)  # `is ready for its June 3 launch`
        text, low = self._reading.page.text, max(lower, first - _NEAR)
        return AIM.search(text, low, first) is not None and THANKED.search(text, low, first) is None

    def _is_headed(self, trigger: Trigger) -> bool:
        """Say that a headline names what is to come: ``Freighter to dock on Friday``, ``Crew prepares for landing``."""
        block = self._reading.block_at(trigger.start)
        if block is None or block.role not in _HEADLINES or trigger.form in {"past", "passive", "third"}:
            return False
        return TO_COME.search(self._reading.page.text, max(block.start, trigger.start - 12), trigger.start) is not None

    def _is_told(self, trigger: Trigger, end: int) -> bool:
        """Say that a sentence of prose, wherever it stands, has its verb in the past."""
        block = self._reading.block_at(trigger.start)
        sentence = self._reading.sentence_at(trigger.start)
        if block is None or sentence is None or block.role in _ROWS or trigger.form == "third":
            return False
        text, bounds = (
            self._reading.page.text,
            (
                max(sentence.start, trigger.start - _REACH),
                max(end, min(sentence.end, trigger.end + _REACH)),
            ),
        )
        return FUTURE.search(text, *bounds) is None and PAST.search(text, *bounds) is not None

    def _is_governed(self, trigger: Trigger, lower: int) -> bool:
        """Say that a participle is a plan's: ``will be launched``, ``would end once it had undocked``."""
        text = self._reading.page.text
        if GOVERNED.search(text, max(lower, trigger.start - 30), trigger.start):
            return True
        perfect = PERFECT.search(text, max(lower, trigger.start - 80), trigger.start)
        return perfect is not None and WOULD.search(text, max(lower, perfect.start() - 80), perfect.start()) is not None

    def _names_date(self, trigger: Trigger, start: int) -> bool:
        """Say that prose speaks of a date set: ``the Feb. 3 launch date``, ``two touchdown times``."""
        block = self._reading.block_at(trigger.start)
        text = self._reading.page.text
        line = text.rfind("\n", 0, trigger.start) + 1
        opens = text.endswith(". ", 0, trigger.start) or not text[line : trigger.start].strip(_BULLETS)
        label = opens and not text[trigger.end : start].strip(" :\t–-")
        return (
            trigger.form in _NOMINAL
            and not label
            and block is not None
            and block.role in _PROSE
            and DATE_NOUN.search(text, trigger.start, trigger.end + 12) is not None
        )

    def _read_main(self, clause: int, lower: int, end: int) -> str | None:
        """Read the main clause around a subordinate one: ``After the departure in May, the crew will ...``."""
        text = self._reading.page.text
        sentence = self._reading.sentence_at(lower)
        if sentence is None or not (SUBORDINATE.match(text, clause) or SUBORDINATE.search(text, lower, clause)):
            return None
        futures = FUTURE.search(text, end, min(sentence.end, end + _REACH)) or FUTURE.search(text, lower, clause)
        return "planned" if futures else None

    def judge_span(self, span: tuple[int, int], bounds: tuple[int, int]) -> str:
        """Judge what is said at a span of a sentence or row, by the cues around it alone."""
        start, end = span
        text = self._reading.page.text
        near = self._cues.find_clause(start, max(bounds[0], start - 2 * _NEAR))
        said = read_bracket(text, end) or self._cues.read(near, start)
        if said:
            return said
        if AHEAD.match(text, end):
            return "planned"
        block = self._reading.block_at(start)
        if block is None or (block.role not in _ROWS and PAST.search(text, *bounds)):
            return "actual"
        if self._is_section_planned(block):
            return "planned"
        return self.outlook

    def _judge_place(self, trigger: Trigger, start: int, end: int) -> str:
        """Judge by where the words stand: their row, before the page was written, below which heading, behind what."""
        block = self._reading.block_at(trigger.start)
        if block is not None and block.role in _HEADLINES and start >= block.end:
            block = self._reading.block_at(start)  # a label above its value
        if block is None or block.role == "caption":
            return "actual"
        if block.role in _HEADLINES:
            return self.outlook
        if block.role in _ROWS:
            sentence = self._reading.sentence_at(max(trigger.start, start))
            over = sentence.end if sentence is not None and sentence.end > end else block.end
            said = self._cues.read(block.start, start) or self._cues.read(end, min(over, self._find_aside(end, block)))
            if said:
                return said
        age = self._page_day.measure_age(start)
        if age > _LONG_PAST:
            return "actual"
        if self._is_section_planned(block) or (trigger.event == _LAUNCH and is_promised_below(self._reading, block)):
            return "planned"
        foretold = block.role in _ROWS or trigger.form == "third" or self._preview
        return self.outlook if age <= 0 and foretold else "actual"

    def _find_aside(self, end: int, row: Block) -> int:
        """Give where the words for another time of a row begin behind one: its bracket, its part; else the row's end.

        ``4 June (originally 3 June)``; a later time that a bracket behind it marks has nothing but that.
        """
        text = self._reading.page.text
        times = [mention for mention in self._reading.mentions_in(end, row.end) if mention.start >= end]
        if not times:
            return row.end
        opened = ASIDE.search(text, end, times[0].start)
        if opened is not None:
            return opened.start()
        for place, time in enumerate(times):
            after = times[place + 1] if place + 1 < len(times) and times[place + 1].label == "TIMEZONE" else time
            if time.label in TIME_LABELS and MARKED.match(text, after.end):
                return time.start
        return row.end

    def _is_section_planned(self, block: Block) -> bool:
        """Say that the headings above, or the line that introduces the rows, announce a plan."""
        heading = self._reading.heading_of(block)
        while heading is not None:
            if self._cues.has_sign("heading", heading):
                return True
            if not self._reading.mentions_in(heading.start, heading.end):
                break
            heading = self._reading.heading_of(heading)  # a heading that is but a date stands below another
        return block.role in _ROWS and self._is_introduced(block)

    def _is_introduced(self, row: Block) -> bool:
        """Say that the line above the rows announces a plan: the nearest lines that hold no time themselves."""
        blocks = self._reading.page.blocks
        place = bisect_left(blocks, row.start, key=lambda block: block.start)
        lines = 0
        for block in reversed(blocks[max(0, place - _LOOK_BACK) : place]):
            timed = self._reading.is_timed(block.start, block.end)
            if block.role == "label_value" or (timed and (block.role in _ROWS or block.role == "heading")):
                continue
            if block.label and not _OF_STATUS.search(self._reading.page.text, *block.label):
                continue  # a label with its value says nothing of the next
            leads = self._reading.page.text[block.end - 1] == ":"
            key = "intro" if block.role in _PROSE and not leads else "heading"
            if self._cues.has_sign(key, block):
                return True
            lines += 1
            if lines == _INTRO_LINES or block.role == "heading":
                return False
        return False
