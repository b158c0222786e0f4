"""In: a scene. Out: the year of each date that names none, and the years that are mentioned in passing.

A page tells its story mostly forwards. Of all ways to give the dates without a year one, and to let the story pass
through or aside of the years that are written out, the cheapest is taken: a step forwards costs little, a step back
more (less where a paragraph or section begins), and so does leaving a written year aside. The costs are ours, weighed
on histories and news; they are in years, so that a step of one year forwards costs 1. Best paths are kept to a width
of eight (beam search), in reading order; time is linear in the number of dates.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter

from extractor.context.calendar import CalendarDate, complete_year
from extractor.context.frames import Frames
from extractor.context.near_days import NearDays
from extractor.context.scene import WEEKDAY_BEFORE, Item, Scene
from extractor.context.sections import Sections, ends_craft, heads_text, is_year_heading
from extractor.context.stamps import Stamp
from extractor.context.tense import find_participle
from extractor.context.year_places import place_in_year
from extractor.mentions.partial import PartialDate

_WIDTH = 8
_FORWARD_CAP = 2.5
_BACK, _BACK_CAP = 0.7, 3.2
_NEW_BLOCK, _NEW_SECTION = 0.3, 0.5
_ASIDE_YEAR = 1.0
_ASIDE_OPENING_YEAR = 2.2
_ASIDE_BACKGROUND = 0.5
_ASIDE_DATE = 2.4
_ASIDE_BACKGROUND_DATE = 1.4
_ASIDE_DECAY = 0.3
_ASIDE_HEADING = 6.0
_OUT_OF_SECTION, _STILL_OUT_OF_SECTION = 1.2, 0.2
_AGAINST_SENTENCE = 1.0
_AGAINST_TENSE = 2.0
_AGAINST_NO_TENSE = 0.5
_NOT_YET_NAMED = 1.0
_LONG, _LONG_STEP = 0.9, 0.15  # years that a date without its own hardly skips: it steps back by days instead
_SHORT_STEP = 0.1
_START_ELSEWHERE, _START_FAR = 0.5, 3.0
_FIRST_LOOKED_AT = 3
_OPENING = re.compile(
    r"(?:^|[.!?:\n]\s{1,2})(?:[Ii]n|[Bb]y|[Dd]uring|[Ii]n\s(?:early|late|mid))[\s-]$|(?:^|\n\s{0,4})$"
)
_BACKGROUND = re.compile(
    r"\b(?:since|before|until|till|than|of|from|as|the|a|an|his|her|its|their|[’']s|following|after|born|for)\s$", re.I
)
_FUTURE = re.compile(
    r"\b(?:will|shall|scheduled|plan(?:s|ned)?|expected|expects?|targeting|targeted|set\s(?:to|for)|due|is\sto|are\sto|to\sbe"
    r"|upcoming|slated|would|could|should|going\sto|no\searlier\sthan|(?-i:may)|might|projected|proposed|hoped?|intended|next|until)\b",
    re.I,
)
_PAST = re.compile(r"\b(?:was|were|had|did|rose|fell|won|lost|began|came|went|left|met|made|took|held|[a-z]{2,14}ed)\b")
_REACH, _BEFORE, _BEHIND = 18, 60, 40
_PROSE = frozenset({"paragraph", "list_item", "quote"})
_BY_COST = itemgetter(0, 1, 2)

Trace = tuple["Trace | None", int, int | None]
"""Link to the step before, start of the item, and the year it was given, or ``None`` where it was left aside."""
State = tuple[float, float, float, Trace | None]
"""Cost so far, where the story stands (from, to, in years), and how it came there."""


@dataclass(frozen=True, slots=True)
class Plan:
    """``years``: start of a date without year to its year; ``aside``: starts of years mentioned in passing."""

    years: dict[int, int] = field(default_factory=dict)
    aside: frozenset[int] = frozenset()


def choose_plan(scene: Scene, stamp: Stamp | None, *, news: bool) -> Plan:
    """Read the page as a tale of the years; news dated at their head go by their own days."""
    if stamp is None or not stamp.top or (scene.reference is None and not news):
        return plan_years(scene)
    return Plan() if scene.reference is None else plan_years(scene, stamp.day, news=news)


def plan_years(scene: Scene, written: date | None = None, *, news: bool = False) -> Plan:
    """Find the cheapest telling of the page's dates; ``written`` is the page's own day, where it is known.

    ``news`` says that the page tells of the days around it. Empty where no date lacks its year or nothing gives one.
    """
    items = [item for item in scene.dates if not item.apart and _is_told(item.candidate.parts)]
    fixed = [item for item in items if item.candidate.parts.year is not None]
    if (not fixed and written is None) or len(fixed) == len(items):
        return Plan()
    return _Telling(scene, items, written, news).find()


def _is_told(parts: PartialDate) -> bool:
    """Say whether a date takes part in the story: pointing ones do so where they name the next year."""
    if parts.short_year or parts.unit in ("decade", "century", "weekday", "week", "weekend"):
        return False
    if parts.deixis not in (None, "listed"):
        return parts.unit == "year" and parts.deixis in ("next", "that") and 0 <= parts.shift <= 3
    return parts.year is not None or parts.month is not None or parts.part is not None


class _Telling:
    """The search over one page."""

    def __init__(self, scene: Scene, items: list[Item], written: date | None, news: bool) -> None:
        self._scene = scene
        self._items = items
        self._news = news
        self._stamp = written.year + (written.month - 1) / 12 + (written.day - 1) / 372 if written else None
        self._sections = Sections(scene, items)
        self._frames = Frames(scene, items)
        self._near = NearDays(scene, items)
        self._ahead = self._list_ahead()

    def find(self) -> Plan:
        """Run through the dates and give the cheapest plan."""
        states = self._begin()
        last: Item | None = None
        for index, item in enumerate(self._items):
            states = self._step(states, index, self._ease(last, item))
            last = item
        years: dict[int, int] = {}
        aside: set[int] = set()
        trace = states[0][3] if states else None
        while trace is not None:
            before, start, year = trace
            if year is None:
                aside.add(start)
            else:
                years[start] = year
            trace = before
        return Plan(years, frozenset(aside))

    def _begin(self) -> list[State]:
        """Start at the page's own date, or where one of the first written dates stands."""
        states: list[State] = []
        if self._stamp is not None and (self._news or not any(item.candidate.parts.year for item in self._items)):
            states.append((0.0, self._stamp, self._stamp, None))
        for item in [i for i in self._items if i.candidate.parts.year is not None][:_FIRST_LOOKED_AT]:
            year = item.candidate.parts.year or 0
            start, end = place_in_year(item.candidate.parts)
            states.append((_START_FAR if self._news else _START_ELSEWHERE, year + start - 0.5, year + end, None))
        return states

    def _step(self, states: list[State], index: int, ease: float) -> list[State]:
        """Take one date into every way of telling the page, and keep the cheapest ways."""
        item = self._items[index]
        parts: PartialDate = item.candidate.parts
        if parts.deixis not in (None, "listed"):
            return [_shift(state, parts.shift) for state in states]
        ways = self._pass(states, item, ease) if parts.year is not None else self._give(states, index, ease)
        found: dict[tuple[float, float], State] = {}
        for way in ways:
            place = way[1:3]
            known = found.get(place)
            if known is None or way[0] < known[0]:
                found[place] = way
        return sorted(found.values(), key=_BY_COST)[:_WIDTH] or states

    def _pass(self, states: list[State], item: Item, ease: float) -> Iterator[State]:
        """Let the story pass through a written year, or leave it aside."""
        parts: PartialDate = item.candidate.parts
        start, end = place_in_year(parts)
        aside, year = self._aside(item, parts), parts.year or 0
        for state in states:
            cost, at, to, trace = state
            yield cost + aside, at, to, (trace, item.start, None)
            yield _move(state, year + start, year + end, ease)

    def _give(self, states: list[State], index: int, ease: float) -> Iterator[State]:
        """Give a date the year that the story stands in, the one before or after it, or the next written one."""
        item, ahead = self._items[index], self._ahead[index]
        parts: PartialDate = item.candidate.parts
        start, end = place_in_year(parts)
        section = self._sections.find(item)
        said = self._find_said(index)
        known: dict[int, float | None] = {}
        for cost, at, to, trace in states:
            base = int(at // 1)
            far = () if ahead is None or abs(ahead - base) < 2 else (ahead,)
            for year in (base - 1, base, base + 1, *far):
                if year not in known:
                    known[year] = self._judge(item, parts, year, said)
                if (extra := known[year]) is None:
                    continue
                if year in far:
                    extra += _NOT_YET_NAMED
                if section is not None and not section[0] <= year <= section[1]:
                    extra += _OUT_OF_SECTION if section[0] <= base <= section[1] else _STILL_OUT_OF_SECTION
                extra += _LONG_STEP if year + start - to > _LONG else 0.0
                moved = _move((cost + extra, at, to, trace), year + start, year + end, ease)
                place = (at, to) if item.bracketed else moved[1:3]
                yield moved[0], *place, (trace, item.start, year)

    def _find_said(self, index: int) -> PartialDate | None:
        """Give the written year right before a date in its sentence."""
        if index == 0:
            return None
        before, item = self._items[index - 1], self._items[index]
        apart = before.sentence != item.sentence or before.bracketed != item.bracketed
        return None if apart or before.candidate.parts.year is None else before.candidate.parts

    def _judge(self, item: Item, parts: PartialDate, year: int, said: PartialDate | None) -> float | None:
        """Give what a year costs besides the step to it; ``None`` where the calendar forbids it."""
        if parts.day is not None:
            day = complete_year(CalendarDate("day", None, parts.month, parts.day), year)
            moment = day.to_day() if day is not None else None
            if day is None or (parts.weekday and moment is not None and moment.isoweekday() != parts.weekday):
                return None
        cost = 0.0
        start, end = place_in_year(parts)
        if self._stamp is not None:
            cost = self._against_tense(item, year + start - self._stamp)
        cost += self._frames.weigh(item, year + start, year + end) + self._near.weigh(item, year)
        return cost + _AGAINST_SENTENCE if said is not None and not _follows(year, parts, said) else cost

    def _against_tense(self, item: Item, later: float) -> float:
        """Give what a date costs that lies after the page's own in a tale of the past, or before it in a plan."""
        block = self._scene.block_of(item)
        if block is not None and block.role not in _PROSE:
            return 0.0
        start, end = self._scene.sentence_span(item)
        before = self._scene.text[max(start, item.start - _BEFORE) : item.start]
        behind = self._scene.text[item.end : min(end, item.end + _BEHIND)]
        around = f"{before[before.rfind(';') + 1 :]} {behind.partition(';')[0]}"
        told = find_participle(before, behind)
        future, past = told is None and _FUTURE.search(around) is not None, bool(told or _PAST.search(around))
        if later > 0.01:
            return 0.0 if future else _AGAINST_TENSE if past else _AGAINST_NO_TENSE
        return _AGAINST_TENSE if later < -0.1 and future and not past else 0.0

    def _aside(self, item: Item, parts: PartialDate) -> float:
        """Give what it costs to leave a written year aside."""
        if is_year_heading(self._scene, item) or heads_text(self._scene, item):
            return _ASIDE_HEADING
        if item.bracketed:
            return _ASIDE_BACKGROUND
        if ends_craft(self._scene, item):
            return _ASIDE_DECAY
        before = self._scene.text[max(0, item.start - _REACH) : item.start]
        if parts.weekday or WEEKDAY_BEFORE.search(before):
            return _ASIDE_HEADING
        if parts.unit != "year":
            return _ASIDE_BACKGROUND_DATE if _BACKGROUND.search(before) else _ASIDE_DATE
        aside = _ASIDE_BACKGROUND if _BACKGROUND.search(before) else _ASIDE_YEAR
        return _ASIDE_OPENING_YEAR if _OPENING.search(before) else aside

    def _ease(self, last: Item | None, item: Item) -> float:
        """Give by how much a step back is cheaper here: where a paragraph or a section begins."""
        if last is not None and self._frames.holds(last) and not self._frames.holds(item):
            return _BACK
        if last is None or last.block == item.block:
            return 0.0
        return _NEW_BLOCK if self._section_of(last) == self._section_of(item) else _NEW_SECTION

    def _section_of(self, item: Item) -> int | None:
        block = self._scene.block_of(item)
        return block.section if block is not None else None

    def _list_ahead(self) -> list[int | None]:
        """Give for each date the year of the next one that has a year and a month."""
        years: list[int | None] = []
        ahead: int | None = None
        for item in reversed(self._items):
            years.append(ahead)
            parts = item.candidate.parts
            if parts.year is not None and parts.month is not None:
                ahead = parts.year
        return years[::-1]


def _follows(year: int, parts: PartialDate, said: PartialDate) -> bool:
    """Say whether a year goes with the one that the sentence says: the same, or the next one for an earlier month."""
    rolls = said.month is not None and parts.month is not None and parts.month < said.month
    return year == said.year or (rolls and year - 1 == said.year)


def _shift(state: State, years: int) -> State:
    """Let the story go on in the year that lies ``years`` further."""
    if years == 0:
        return state
    year = float(int(state[1] // 1) + years)
    return state[0], year, year + 1, state[3]


def _move(state: State, start: float, end: float, ease: float) -> State:
    """Let the story go from where it stands to a date, and add what that costs."""
    cost, at, to, trace = state
    if start > to:
        gap = start - to
        cost += gap if gap < _FORWARD_CAP else _FORWARD_CAP
    elif end < at:
        gap = at - end
        cost += max(0.0, _BACK - ease) * min(1.0, gap / _SHORT_STEP) + min(gap, _BACK_CAP - _BACK)
    elif end - start > to - at:
        start, end = at, to
    return cost, start, end, trace
