"""In: dates as they are resolved, in reading order. Out: the date that the narrative stands at, for what comes next."""

import re

from extractor.context.calendar import CalendarDate, from_day, shift_date
from extractor.context.scene import Item, Scene
from extractor.context.stamp_forms import DATELINE, rank_stamp
from extractor.context.stamps import Stamp, find_stamp, guess_year, is_daily, is_news
from extractor.mentions.partial import DayCue, PartialClock, PartialDate
from extractor.mentions.rules import Candidate
from extractor.model import Origin

_PERFECT = re.compile(r"\bhad[\s\u00a0][^,;:()]{2,60}$", re.I)
_APPOSITION = re.compile(r",[\s](?:which[\s]was[\s]|who[\s]was[\s])?\w+(?:ed|wn|nt|ilt|ld|ght)[\s][^,;.]{0,30}$")
_BACKUP = re.compile(r"\bback-?up\b")
_ATTRIBUTE = re.compile(r"['’]s[\s\u00a0][a-z]")
_UNTIL_BEFORE = re.compile(
    r"\b(?:until|till|by|through|than|before|to|of|since)(?:\s(?:at\s(?:least|most)|the\syear))?[\s\u00a0]$", re.I
)
_SINCE_BEFORE = re.compile(r"\bsince[\s\u00a0]$", re.I)
_EVENTS = {
    "launch": re.compile(
        r"\b(?:launch(?:ed|es|ing)?|lift(?:ed|s)?[\s-]?off|liftoff|t(?:oo|a)ke?(?:s|n)?\soff|takeoff|blast(?:ed|s)?\soff|roared"
        r"|went\sup|blastoff|zero\shour)\b",
        re.I,
    ),
    "landing": re.compile(
        r"\b(?:land(?:ed|s|ing)?|touch(?:ed|es)?[\s-]?down|splash(?:ed|es)?[\s-]?down|splashdown|came\s(?:home|down)|thumped"
        r"|back\son\searth|return(?:ed|s|ing)?\sto\searth)\b",
        re.I,
    ),
    "docking": re.compile(
        r"\b(?:dock(?:ed|s|ing)?|captur(?:e|ed|es|ing)|berth(?:ed|s|ing)?|link(?:ed|s)?[\s-]?up)\b", re.I
    ),
    "undocking": re.compile(r"\b(?:undock(?:ed|s|ing)?|depart(?:ed|s|ing|ure)?|cast\soff|left\sthe\sstation)\b", re.I),
}
_BULLETS = frozenset("*•-–·▪")
_HALF_YEAR = 183
_FAR_BACK = 60
"""Days: what lies further back than the day its sentence tells of is only looked back at."""
_LONG_AGO = 400
_OPENS_ROWS = re.compile(r"[^.;\n]{0,40}:[\s\u00a0]{0,3}\n")
_FALLBACK = {"undocking": "landing"}


class Anchors:
    """Where the narrative stands: at what happened last, at what was said last, in which entry of a log."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.stamp: Stamp | None = find_stamp(scene)
        self.news = self.stamp is not None and self.stamp.top and is_news(self.stamp, scene)
        self.daily = self.news and self.stamp is not None and is_daily(self.stamp, scene)
        self.actual: Item | None = None
        self.last: Item | None = None
        self._said: Item | None = None
        self.trail: list[Item] = []
        """Every item that the narrative stood at, in reading order."""
        self._entry: Item | None = None
        self._events: dict[str, tuple[int, list[Item], list[Item]]] = {}
        """For each event how many dates were looked at, and the days found with a clock and without."""
        self._ahead: dict[str, Item | None] = {}
        self._timed = {item.sentence for item in scene.items if isinstance(item.candidate.parts, PartialClock)}
        self._stamp_item: Item | None = None
        if self.stamp is not None:
            self._mark_stamp(self.stamp)

    def _mark_stamp(self, stamp: Stamp) -> None:
        source = stamp.item
        mark = Candidate(source.start, source.end, "DATE", "stamp", source.candidate.parts)
        self._stamp_item = Item(mark, source.sentence, source.block, True, date=from_day(stamp.day))

    def take_dateline(self, item: Item) -> bool:
        """Take a dateline that left out its year as the page's own day, now that the year is known."""
        parts = item.candidate.parts
        if self.stamp is not None or parts.unit != "day" or parts.year is not None or parts.month is None:
            return False
        if rank_stamp(self._scene, item) < DATELINE or (day := guess_year(self._scene, item)) is None:
            return False
        item.date = from_day(day)
        self.stamp = Stamp(day, item, True)
        self.news = True
        self.daily = is_daily(self.stamp, self._scene)
        self._mark_stamp(self.stamp)
        return True

    def advance(self, item: Item) -> None:
        """Take in a resolved date: it moves the narrative on unless it is said in passing."""
        found = item.date
        if found is not None and found.year is None and found.month is not None and found.day is not None:
            self.trail.append(item)
        if found is None or found.year is None or found.unit in ("decade", "century"):
            return
        if item.apart and self.last is not None:
            return
        if item.bracketed and self.last is not None:
            self._said = item
            return
        background = found.unit == "year" and self.last is not None
        if background and self.news and self._follows(item, _SINCE_BEFORE, 10):
            return
        before, self._said = self._said, item
        parts = item.candidate.parts
        if self._is_apposition(item):
            return
        item.reach = self._limit(item, parts) if isinstance(parts, PartialDate) else None
        if item.reach is None and before is not None and self._turns_back(before, item):
            item.reach = "sentence"
        if item.reach is not None:
            self.trail.append(item)
            return
        if found.unit == "year" and self.last is not None and self._follows(item, _UNTIL_BEFORE, 30):
            return
        if found.is_day and self._scene.opens_entry(item):
            self._entry = item
        self.trail.append(item)
        self.last = item
        if self.actual is None or not self._scene.is_expected(item) or self._scene.is_row(item):
            self.actual = item

    def _is_apposition(self, item: Item) -> bool:
        """Say whether a date belongs to what is only said beside: ``the ship, launched on Aug. 25, docked``."""
        if self.last is None:
            return False
        start, _ = self._scene.sentence_span(item)
        if _BACKUP.search(self._scene.text, max(start, item.start - 70), item.start):
            return True
        if self._scene.text[item.end : item.end + 1] != ",":
            return False
        return _APPOSITION.search(self._scene.text, max(start, item.start - 60), item.start) is not None

    def _turns_back(self, before: Item, item: Item) -> bool:
        """Say whether a date goes far back from another of its sentence: ``ends what began on Oct. 18, 1989``."""
        if before.sentence != item.sentence or self._scene.is_row(item):
            return False
        earlier, later = (None if i.date is None or not i.date.is_day else i.date.to_day() for i in (item, before))
        return earlier is not None and later is not None and (later - earlier).days > _FAR_BACK

    def _limit(self, item: Item, parts: PartialDate) -> str | None:
        """Say how far a date said in passing reaches: ``yesterday``, or a day on which something had happened."""
        if parts.deixis == "today" and parts.shift != 0:
            return "sentence" if _ATTRIBUTE.match(self._scene.text, item.end) else "block"
        if self.last is not None and self._follows(item, _SINCE_BEFORE, 10) and not self._scene.is_row(item):
            return "sentence"
        if parts.year is not None or self.last is None:
            return None
        if self.daily and parts.unit == "weekday":
            return "block"
        if _OPENS_ROWS.match(self._scene.text, item.end):
            return None
        start, _ = self._scene.sentence_span(item)
        return "sentence" if _PERFECT.search(self._scene.text[start : item.start]) else None

    def _follows(self, item: Item, pattern: re.Pattern[str], reach: int) -> bool:
        return pattern.search(self._scene.text[max(0, item.start - reach) : item.start]) is not None

    def find(self, item: Item) -> Item | None:
        """Give the date that a date without its year refers to: of its sentence, its block, the page, what happened."""
        said = self._said
        if said is not None and said.sentence == item.sentence:
            return said
        anchor = self._find_told(item)
        if self.news and self._stamp_item is not None:
            if anchor is None or anchor.block != item.block or self._is_past_time(anchor):
                return self._stamp_item
            if anchor.sentence != item.sentence and (self._is_plan(anchor) or self._is_of_stamp(anchor)):
                return self._stamp_item
        return anchor or self._stamp_item

    def _find_told(self, item: Item) -> Item | None:
        """Give the last date, or of a tale of what happened the last that happened, unless it stands in other parts."""
        last, actual = self.last, self.actual
        if last is None or actual is None or _is_coarse(actual) or self._scene.is_expected(item):
            return last
        return last if last.block == item.block != actual.block else actual

    def _is_past_time(self, anchor: Item) -> bool:
        """Say whether a date is a month or year long before the page's own day: news only glance at it."""
        found = anchor.date
        day = found.to_day() if found is not None and found.day is None else None
        return day is not None and self.stamp is not None and (self.stamp.day - day).days > _LONG_AGO

    def _is_of_stamp(self, anchor: Item) -> bool:
        """Say whether a day of the past half-year or so had its own year from the page's day: so has the next one."""
        parts, day = anchor.candidate.parts, anchor.date.to_day() if anchor.date is not None else None
        if not isinstance(parts, PartialDate) or parts.year or not parts.month or day is None or self.stamp is None:
            return False
        return (self.stamp.day - day).days > _HALF_YEAR

    def _is_plan(self, anchor: Item) -> bool:
        """Say whether a date lies behind the page's own day: what else is planned may come before it."""
        day = anchor.date.to_day() if anchor.date is not None else None
        return day is not None and self.stamp is not None and day > self.stamp.day

    def find_day(self, item: Item) -> Item | None:
        """Give the last day that the narrative stood at, before ``item``."""
        for other in reversed(self.trail):
            is_day = other.date is not None and other.date.is_day and other.until is None
            if is_day and self._scene.reaches(other, item):
                return other
        return None

    def find_said(self, item: Item) -> Item | None:
        """Give the day that the paragraph said last, though it said it in passing: ``that day`` means it."""
        last = self.trail[-1] if self.trail else None
        said = last is not None and last.block == item.block and last.date is not None and last.date.is_day
        return last if said else None

    def find_entry(self, item: Item) -> Item | None:
        """Give the day of the log entry, or of the heading, that ``item`` stands under."""
        entry = self._entry
        if entry is None or entry.start >= item.start:
            return None
        block = self._scene.block_of(entry)
        if block is not None and entry.block != item.block and self._scene.text[block.start] in _BULLETS:
            return None
        return None if self._scene.closes_between(entry, item) else entry

    def find_today(self, item: Item) -> Item | None:
        """Give the day on which the words around ``item`` were written: of the entry, of the page."""
        return self.find_entry(item) or self._stamp_item or self.find_day(item)

    def has_clock(self, item: Item) -> bool:
        """Say whether a clock stands in the sentence of a date."""
        return item.sentence in self._timed

    @property
    def stamp_item(self) -> Item | None:
        """The page's own day as an item."""
        return self._stamp_item

    def follow_cue(self, item: Item, cue: DayCue) -> None:
        """Let ``flight day three`` or ``launch day`` move the day."""
        if cue.kind == "today":
            base = self.find_today(item)
        else:
            base = self.find_day(item) if cue.kind == "shift" else self.find_event(cue.kind, item)
        if base is not None and base.date is not None:
            self.stand_at(item, shift_date(base.date, "day", cue.number), base, cue.kind)

    def stand_at(self, item: Item, day: CalendarDate | None, source: Item, rule: str) -> None:
        """Let the narrative stand at a day that no date on the page says."""
        if day is None:
            return
        item.date = day
        item.origins.append(Origin("date", rule, source.start, source.end))
        self.trail.append(item)
        self.last = self.actual = self._said = item

    def find_event(self, event: str, item: Item) -> Item | None:
        """Give the day of an event: the last one before ``item`` that is said with it, else the first one behind.

        A day said with a clock counts more than one without.
        """
        timed, untimed = self._list_event_days(event, item)
        before = timed or untimed
        if before:
            return before[-1]
        if event not in self._ahead:
            pattern = _EVENTS[event]
            days = (other for other in self._scene.dates if _is_day(other))
            self._ahead[event] = next((i for i in days if pattern.search(self._scene.sentence_text(i))), None)
        ahead = self._ahead[event]
        return self.find_event(_FALLBACK[event], item) if ahead is None and event in _FALLBACK else ahead

    def _list_event_days(self, event: str, item: Item) -> tuple[list[Item], list[Item]]:
        """List the days before ``item`` that are said with an event, those with a clock in their sentence first."""
        scanned, timed, untimed = self._events.get(event, (0, [], []))
        dates = self._scene.dates
        while scanned < len(dates) and dates[scanned].start < item.start:
            other = dates[scanned]
            scanned += 1
            if _is_day(other) and other.reach is None and _EVENTS[event].search(self._scene.sentence_text(other)):
                (timed if other.sentence in self._timed else untimed).append(other)
        self._events[event] = scanned, timed, untimed
        return timed, untimed


def _is_day(item: Item) -> bool:
    return item.date is not None and item.date.is_day and item.until is None


def _is_coarse(item: Item | None) -> bool:
    return item is None or item.date is None or item.date.month is None
