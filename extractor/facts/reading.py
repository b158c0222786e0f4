"""In: a Page and its mentions. Out: one Reading a page: mentions, sentences, blocks and craft, looked up by offset."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from extractor.facts.clause_words import (
    ABOARD,
    APART,
    APPOSED,
    ASIDE,
    BOTH,
    GOALS,
    IT,
    OF,
    OF_STATION,
    ONE_OF,
    OTHER_CLAUSE,
    OWNED,
    SET_FREE,
    SHIPS,
    STATION_SAID,
    THAT,
    THE_DAYS,
    is_loaded,
)
from extractor.facts.crafts import NUMBERED_STATIONS, STATION, Crafts, find_crafts
from extractor.facts.page_years import is_before
from extractor.facts.sections import list_sections
from extractor.facts.ships import name_by_section
from extractor.facts.spellings import CraftName
from extractor.model import Block, Mention, Page, Sentence
from extractor.values import TIME_LABELS

_NEAR_STATION = 200  # characters
ROW_ROLES = frozenset({"label_value", "table_row", "schedule", "list_item"})
"""The roles of blocks that are rows."""
LONGEST_ROW = 200  # characters; a longer value of a label is running text
_TIMED_ROWS = frozenset({"schedule", "table_row", "list_item"})
_LEADING = 8  # characters within which a line of a schedule names its time
_FIRST_YEAR = "1998"  # from which on the station that a page does not name is in orbit
_FAR = 500  # characters of a very long sentence in which the craft is named
_ROWS_APART = 4
_SENTENCES_BACK = 50  # over which a paragraph keeps speaking of a craft that it does not name again
_START = attrgetter("start")
_STAGES = frozenset({"station", "target"})  # what no later sentence goes on with, but by `it`
_STATION_LEAD = 40  # characters
_SHIP_BEHIND = 30  # characters behind a verb in which the ship stands that people went in


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as the rules for facts see it; all look-ups by offset are bisections.

    ``mentions`` stand in reading order; ``crafts`` are the names of craft, ``subject`` the page's own.
    """

    page: Page
    mentions: tuple[Mention, ...]
    crafts: Crafts
    mention_starts: list[int] = field(repr=False)
    sentence_starts: list[int] = field(repr=False)
    block_starts: list[int] = field(repr=False)
    craft_starts: list[int] = field(repr=False)
    families: dict[str, list[CraftName]] = field(repr=False)
    """The flights by the first word of their names, where more words follow."""
    sections: list[str | None] = field(repr=False, default_factory=list)
    """For each block the craft that its section is about; empty where no heading names a craft."""

    @property
    def subject(self) -> str | None:
        """Give the craft or mission that the page is about, by the name that the page uses most."""
        return self.crafts.subject

    def own_of(self, block: int) -> str | None:
        """Give the craft that a block is about: that of its section, else the page's own."""
        section = self.sections[block] if self.sections else None
        return self.subject if section is None else section

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Give the mentions that begin in the half-open span."""
        low, high = bisect_left(self.mention_starts, start), bisect_left(self.mention_starts, end)
        return self.mentions[low:high]

    def is_timed(self, start: int, end: int) -> bool:
        """Say that a date or clock begins in the half-open span."""
        return any(mention.label in TIME_LABELS for mention in self.mentions_in(start, end))

    def crafts_in(self, start: int, end: int) -> tuple[CraftName, ...]:
        """Give the names of craft that begin in the half-open span."""
        low, high = bisect_left(self.craft_starts, start), bisect_left(self.craft_starts, end)
        return self.crafts.names[low:high]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Give the sentence, or the line that is no prose, around a character."""
        index = bisect_right(self.sentence_starts, offset) - 1
        if index < 0 or self.page.sentences[index].end <= offset:
            return None
        return self.page.sentences[index]

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """Give the sentence before, in the same block."""
        index = bisect_left(self.sentence_starts, sentence.start) - 1
        if index < 0 or self.page.sentences[index].block != sentence.block:
            return None
        return self.page.sentences[index]

    def block_at(self, offset: int) -> Block | None:
        """Give the block around a character."""
        index = bisect_right(self.block_starts, offset) - 1
        if index < 0 or self.page.blocks[index].end <= offset:
            return None
        return self.page.blocks[index]

    def heading_of(self, block: Block) -> Block | None:
        """Give the heading that rules the block's section."""
        return None if block.section is None else self.page.blocks[block.section]

    def subject_at(self, start: int, end: int) -> str | None:
        """Give the craft that the words ``[start, end)`` speak of: a name near them, else the page's own."""
        return choose_craft(self, start, end)


def read_page(page: Page, mentions: Iterable[Mention]) -> Reading:
    """Make the Reading of a page, once for all kinds of fact."""
    ordered = tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end)))
    crafts = find_crafts(page, frozenset(mention.text for mention in ordered if mention.label == "TIMEZONE"))
    sections = list_sections(page, crafts.names)
    crafts = replace(crafts, names=name_by_section(page, crafts.names, sections))
    return Reading(
        page,
        ordered,
        crafts,
        [mention.start for mention in ordered],
        [sentence.start for sentence in page.sentences],
        [block.start for block in page.blocks],
        [name.start for name in crafts.names],
        _group_families(crafts.names),
        sections,
    )


def _group_families(names: Iterable[CraftName]) -> dict[str, list[CraftName]]:
    families: dict[str, list[CraftName]] = {}
    for name in names:
        family, space, _ = name.name.partition(" ")
        if space and name.kind == "craft":
            families.setdefault(family, []).append(name)
    return families


def is_row(reading: Reading, sentence: Sentence) -> bool:
    """Say that a sentence is the row of a table or schedule, or a label with its value, and no running text."""
    block = reading.page.blocks[sentence.block]
    if block.role not in ROW_ROLES or block.end - block.start > LONGEST_ROW:
        return False
    return block.role != "list_item" or reading.is_timed(block.start, block.start + _LEADING)


def choose_craft(reading: Reading, start: int, end: int) -> str | None:
    """Choose the craft that a sentence's words speak of.

    In order: a craft right behind them (``launch of Soyuz MS-09``), the last one before them in the sentence, one
    inside or close behind them, what the sentences before in the block speak of, the page's own. Goals (``docked with
    Salyut 7``) and stations are passed over; who flies ``aboard`` a craft speaks of it where no other is named.
    """
    sentence = reading.sentence_at(start)
    if sentence is None:
        return reading.subject
    text, own = reading.page.text, reading.own_of(sentence.block)
    near = (max(sentence.start, start - _FAR), min(sentence.end, end + _FAR))
    names = [name for name in reading.crafts_in(*near) if name.kind != "station"]
    behind = [name for name in names if name.start >= end]
    if behind and OF.fullmatch(text, end, behind[0].start):
        return behind[0].name
    inside = [name for name in names if name.start < end and name.end > start]
    if inside and " " not in text[start : inside[0].start].strip(" ,\"“'‘_*"):
        return inside[0].name  # `lander Philae, which was released`
    before = [name for name in names if name.end <= start]
    goals = {name.name for name in before if _stands_behind(text, name, GOALS)}
    if before and APPOSED.fullmatch(text, before[-1].end, start) and not _is_company(text, before):
        return before[-1].name
    before = [name for name in before if name.name not in goals]
    if len(before) > 1 and is_loaded(text, before[0].end, (before[-1].start, before[-1].end), start):
        return before[0].name  # `Juno 3, carrying the rover Ida, will land`
    clear = [name for name in before if not _stands_behind(text, name, ABOARD)] or before
    flights = [name for name in clear if name.kind in {"craft", "target"}] or clear
    if flights:
        return own if OTHER_CLAUSE.search(text, flights[-1].end, start) else flights[-1].name
    if IT.match(text, sentence.start) and not inside:
        return _choose_from_before(reading, sentence)  # `It reached Mars on 14 May, ahead of Luna 91`
    close = [name for name in behind if APART.search(text, end, name.start) is None]
    rest = inside or [name for name in close if not _stands_behind(text, name, GOALS)]
    if rest:
        return rest[0].name
    if OF_STATION.search(text, max(sentence.start, start - _STATION_LEAD), start):
        return choose_station(reading, start)
    if BOTH.search(text, max(sentence.start, start - _STATION_LEAD), start):
        return own
    if THE_DAYS.search(text, max(sentence.start, start - _STATION_LEAD), start):
        return own
    return _find_family(reading, sentence, start, end) or _choose_from_before(reading, sentence)


def _is_company(text: str, before: Sequence[CraftName]) -> bool:
    """Say that the last craft before is in an aside on another: ``Luna 17, with Lunokhod 1, was``."""
    aside = len(before) > 1 and ASIDE.fullmatch(text, before[-2].end, before[-1].start)
    return bool(aside) and _stands_behind(text, before[-1], GOALS)


def _find_family(reading: Reading, sentence: Sentence, start: int, end: int) -> str | None:
    """Find a family's bare name that stands for the last one named of it: ``the Progress``, ``in the same Soyuz``."""
    text = reading.page.text
    for family, members in reading.families.items():
        place = text.rfind(family, max(sentence.start, start - _FAR), start)
        if place < 0:
            place = text.find(family, end, min(sentence.end, end + _SHIP_BEHIND))
            if place < 0 or not text[end:place].rstrip().endswith(SHIPS):
                continue
        elif text[sentence.start : place].lower().rstrip(" ").endswith(GOALS):
            continue
        if ONE_OF.match(text, place + len(family)):
            continue
        past = bisect_left(members, place, key=_START)
        last = members[max(0, past - 1)]
        near = past and last.start >= reading.page.blocks[sentence.block].start
        if not near and reading.subject in {name.name for name in members}:
            return reading.subject
        return last.name
    return None


def _stands_behind(text: str, name: CraftName, words: tuple[str, ...]) -> bool:
    """Say that one of the words stands right before a name: ``docked with Salyut 7``."""
    lead = text[max(0, name.start - 20) : name.start].rstrip(" \"“'‘_*\n")
    owned = OWNED.search(lead) if lead.endswith("s") else None  # `with ESA's Huygens`
    return (lead[: owned.start()] if owned else lead).lower().endswith(words)


def _choose_from_before(reading: Reading, sentence: Sentence) -> str | None:
    """Give the craft that the block, or the row above, last spoke of; else the section's or the page's own."""
    text, own = reading.page.text, reading.own_of(sentence.block)
    if reading.page.blocks[sentence.block].role in _TIMED_ROWS:
        return _choose_from_row(reading, sentence.block)
    it = text.startswith(("It ", "They "), sentence.start)
    left_out = {"station"} if text.startswith("It ", sentence.start) else _STAGES
    previous = reading.sentence_before(sentence)
    that = THAT.match(text, sentence.start) is not None
    for _ in range(_SENTENCES_BACK):
        if previous is None:
            break
        names = [name for name in reading.crafts_in(previous.start, previous.end) if name.kind not in left_out]
        if that and names:
            return names[-1].name
        if own in {name.name for name in names}:
            return own
        goals = {name.name for name in names if _stands_behind(text, name, GOALS)}
        crafts = [name for name in names if name.name not in goals]
        if not it:
            crafts = [name for name in crafts if not SET_FREE.match(text, name.end)]
        if crafts:
            return crafts[0].name
        previous = reading.sentence_before(previous)
    return own


def _choose_from_row(reading: Reading, place: int) -> str | None:
    """Let a row of a schedule that names no craft go on with the craft of the rows right above."""
    blocks, own = reading.page.blocks, reading.own_of(place)
    if not reading.is_timed(blocks[place].start, blocks[place].start + _LEADING):
        return own  # a label and its value, no line of a schedule
    for block in reversed(blocks[max(0, place - _ROWS_APART) : place]):
        if block.role not in _TIMED_ROWS or not reading.is_timed(block.start, block.end):
            break
        names = [name for name in reading.crafts_in(block.start, block.end) if name.kind != "station"]
        if names:
            return own if own in {name.name for name in names} else names[0].name
    return own


def choose_station(reading: Reading, offset: int, *, command: bool = False) -> str | None:
    """Choose the station by its name near a place, else on the page; an outing from a lone craft is the craft's.

    A change of ``command`` is always a station's.
    """
    stations = [name for name in reading.crafts.names if name.kind == "station"]
    near = [name for name in stations if abs(name.start - offset) < _NEAR_STATION]
    counts = Counter(name.name for name in near or stations)
    if counts:
        return max(sorted(counts), key=lambda name: counts[name])
    family = (reading.subject or "").split(" ")[0].split("-")[0]
    if family in NUMBERED_STATIONS:
        return family  # `Skylab 3` is a flight to it
    told = "station" in reading.page.words.distinct and STATION_SAID.search(reading.page.text)
    spoken = command or (told and not is_before(reading.mentions, _FIRST_YEAR))
    return STATION if spoken else choose_craft(reading, offset, offset)
