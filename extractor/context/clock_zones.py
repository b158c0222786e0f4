"""In: a timeline. Out: which zone each of its clocks goes by: its own, one shared, one the page sets, the last one."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cache

from extractor.context.clocks import Clock, Timeline
from extractor.context.scene import Item
from extractor.context.zones import CIVIL
from extractor.mentions.lexicon import load_lexicon
from extractor.mentions.partial import PartialDate, PartialZone
from extractor.model import Origin
from extractor.vocabulary import Hit, Vocabulary

_OWN = re.compile(r"\)?[\s\u00a0]{0,3}(?:(?:hrs\.?|hours)[\s\u00a0]{0,2})?(?:[(/,]|\[\[)?[\s\u00a0]{0,2}$", re.I)
_BEFORE = re.compile(r"[\s\u00a0]{0,2}[:=]?[\s\u00a0]{1,2}$")
_ACROSS_DATE = re.compile(r"[\s\u00a0]{0,2}[,(]?[\s\u00a0]{0,2}(?:on[\s\u00a0])?$")
_SHARED = re.compile(
    r"[\s\u00a0]{0,2}(?:[-–—/,&]|,?[\s\u00a0]?(?:and|or|to|until|till|through|versus|vs\.?))[\s\u00a0]{0,2}"
    r"(?:(?:at|from|about|around)[\s\u00a0])?$",
    re.I,
)
_TWIN = re.compile(r"[\s\u00a0]?(?:hrs\.?|hours)?[\s\u00a0]?\($", re.I)
"""What parts a clock from the same one in brackets: ``0928 hrs (9:28 am) IST``."""
_IN_PLACE = re.compile(r",?[\s\u00a0]in[\s\u00a0]")
_OPENING_PLACE = re.compile(
    r"In[\s\u00a0][A-Z][\w. ]{2,30}?,?[\s\u00a0](?:it|the[\s\u00a0](?:local[\s\u00a0])?time|clocks?)\b[^.;]{0,24}$"
)
_THERE = re.compile(r"[\s\u00a0]there\b")
_ALL_TIMES = re.compile(
    r"\b(?:all|listed|following|these|event)[\s\u00a0](?:\w{1,10}[\s\u00a0])?times\b|\bAll[\s\u00a0]$|\ball[\s\u00a0](?:in|are|given)\b|\btimes[\s\u00a0](?:are|in|given|shown|listed|below|quoted)\b",
    re.I,
)
_REACH = 48
_TRIED = 8
"""How many heads above a clock, or places in its sentence, are looked at."""


class ZoneFinder:
    """Assigns zones to the clocks of a timeline; mutates the clocks."""

    def __init__(self, timeline: Timeline) -> None:
        self._line = timeline
        self._scene = timeline.scene
        self._places: list[Hit[str]] | None = None
        self._leanings: dict[str, int] = {}
        """For an abbreviation of two zones how much more the page speaks of the second one than of the first."""
        self._said: dict[int, list[Clock]] = {}
        """For each block the clocks outside brackets that say their zone."""
        self._rows: dict[int, list[Clock]] = {}
        """For each block its clocks."""
        for clock in timeline.clocks:
            self._rows.setdefault(clock.item.block, []).append(clock)
        self._families: Counter[str] = Counter()
        """How often each zone is said, outside brackets."""
        self._everywhere: list[Item] = []
        """The zones that the page sets for all its times."""

    def assign(self) -> None:
        """Give each clock the zone that stands beside it, that it shares, or that the page sets for it."""
        for clock in self._line.clocks:
            self._take_own(clock)
        for clock in reversed(self._line.clocks):
            self._share(clock)
        for clock in self._line.clocks:
            if clock.zone is None and clock.parts.offset is None:
                self._take_place(clock)
        self._take_declared()
        self._inherit()
        for clock in self._line.clocks:
            if clock.zone is not None and (clock.zone.local or clock.zone.other):
                clock.zone = self._settle(clock.zone, clock.item)

    def settle_alone(self, item: Item, zone: PartialZone) -> PartialZone:
        """Settle the place of a zone mention that no clock owns."""
        settled = self._settle(zone, item) if zone.local or zone.other else zone
        if zone.other and not self._leanings[zone.name]:
            item.origins.append(Origin("zone", "ambiguous-abbreviation"))
        return settled

    def _take_own(self, clock: Clock) -> None:
        line, place = self._line, clock.place
        for target, pattern in ((place + 1, _OWN), (place - 1, _BEFORE)):
            zone = line.zone_at(target)
            if zone is None or line.items[target].start in line.owners:
                continue
            gap = line.gap(min(place, target), max(place, target))
            beside = line.items[target].block == clock.item.block and not (target < place and "\n" in gap)
            if beside and pattern.fullmatch(gap):
                self._own(clock, target, zone)
                return
        zone = line.zone_at(place + 2)
        if (
            zone is not None
            and isinstance(line.items[place + 1].candidate.parts, PartialDate)
            and _ACROSS_DATE.fullmatch(line.gap(place, place + 1))
            and _OWN.fullmatch(line.gap(place + 1, place + 2))
        ):
            self._own(clock, place + 2, zone)

    def _own(self, clock: Clock, target: int, zone: PartialZone) -> None:
        item = self._line.items[target]
        clock.zone, clock.zone_item, clock.zone_said = zone, item, True
        self._line.owners.setdefault(item.start, clock)

    def _share(self, clock: Clock) -> None:
        """Take the zone of the next clock of a range or an alternative."""
        other = self._line.by_place.get(clock.place + 1)
        if clock.zone is not None or clock.parts.offset or other is None or not other.zone_said or other.zone is None:
            return
        gap = self._line.gap(clock.place, other.place)
        twins = clock.minutes == other.minutes and _TWIN.fullmatch(gap)
        if twins or _SHARED.fullmatch(gap):
            clock.zone, clock.zone_item, clock.zone_said = other.zone, other.zone_item, True

    def _take_declared(self) -> None:
        """Apply zones that stand for a column, a label or the whole page."""
        line = self._line
        alone = [
            item
            for item in line.items
            if isinstance(item.candidate.parts, PartialZone) and item.start not in line.owners
        ]
        if not alone:
            return
        blocks: dict[int, list[Item]] = {}
        for item in alone:
            blocks.setdefault(item.block, []).append(item)
        self._everywhere = [
            item for item in alone if _ALL_TIMES.search(self._scene.text[max(0, item.start - _REACH) : item.start])
        ]
        for clock in line.clocks:
            if clock.zone is None and clock.parts.offset is None:
                head = self._find_head(clock, blocks)
                if head is None:
                    head = next((i for i in reversed(self._everywhere) if i.start < clock.start), None)
                if head is not None:
                    self._set(clock, head, "declared")

    def _find_head(self, clock: Clock, blocks: dict[int, list[Item]]) -> Item | None:
        """Give the zone in the label before a clock, or in the nearest head of its column."""
        own = [item for item in blocks.get(clock.item.block, ()) if item.start < clock.start]
        if own:
            return own[-1]
        page_blocks = self._scene.page.blocks
        if not page_blocks:
            return None
        section = page_blocks[clock.item.block].section
        heads = sorted(blocks)
        place = bisect_left(heads, clock.item.block)
        for index in reversed(heads[max(0, place - _TRIED) : place]):
            if index != section and page_blocks[index].section != section:
                return None
            if index == section or (page_blocks[index].role != "paragraph" and self._scene.is_row(clock.item)):
                return self._match_column(clock, blocks[index])
        return None

    def _match_column(self, clock: Clock, heads: list[Item]) -> Item | None:
        """Give the head over a clock: the only one, or the one at the clock's place in its row."""
        if len(heads) == 1:
            return heads[0]
        row = self._rows[clock.item.block]
        return heads[row.index(clock)] if len(row) == len(heads) else None

    def _set(self, clock: Clock, source: Item, rule: str) -> None:
        clock.zone, clock.zone_item = source.candidate.parts, source
        clock.origins.append(Origin("zone", rule, source.start, source.end))

    def _inherit(self) -> None:
        """Let clocks without a zone go by a place behind them, by the clock before, or by the page's only zone."""
        last: dict[bool, Clock] = {}
        for clock in self._line.clocks:
            if clock.zone_said and not clock.item.bracketed:
                self._said.setdefault(clock.item.block, []).append(clock)
        primary = [c for c in self._line.clocks if c.zone is not None and not c.zone.local and not c.item.bracketed]
        families = {_family(c.zone) for c in primary if c.zone is not None}
        for clock in self._line.clocks:
            twelve = clock.parts.meridiem is not None
            if clock.zone is None and clock.parts.offset is None:
                source = last.get(twelve) or last.get(not twelve)
                if source is None or source.item.block != clock.item.block:
                    source = self._find_in_block(clock, source) or source
                if source is None and self._everywhere:
                    self._set(clock, self._everywhere[0], "declared")
                elif source is None and len(families) == 1:
                    source = primary[0]
                if source is not None and source.zone is not None and not self._closes_page(clock, source):
                    clock.zone, clock.zone_item = source.zone, source.zone_item
                    clock.origins.append(Origin("zone", "clock-before", source.start, source.end))
            if clock.zone is not None and not clock.item.bracketed and not clock.item.apart:
                last[twelve] = clock

    def _closes_page(self, clock: Clock, source: Clock) -> bool:
        """Say whether a clock stands in the footer, whose zone the text above does not tell."""
        block = self._scene.block_of(clock.item)
        return block is not None and block.role == "footer" and source.item.block != clock.item.block

    def _find_in_block(self, clock: Clock, last: Clock | None) -> Clock | None:
        """Give the next clock of the block that says its zone; one of another sentence must not be the rarer zone."""
        said = self._said.get(clock.item.block, [])
        place = bisect_left(said, clock.start, key=lambda other: other.start)
        following = said[place] if place < len(said) else None
        if following is None or last is None or following.item.sentence == clock.item.sentence:
            return following
        return None if self._count_said(following) < self._count_said(last) else following

    def _count_said(self, clock: Clock) -> int:
        """Count how often the page's clocks outside brackets say a clock's zone."""
        if not self._families:
            self._families = Counter(_family(c.zone) for row in self._said.values() for c in row if c.zone is not None)
        return self._families[_family(clock.zone)] if clock.zone is not None else 0

    def _take_place(self, clock: Clock) -> bool:
        """Take the zone of the place behind: ``it was 02:45 in Moscow``."""
        if _THERE.match(self._scene.text, clock.end):
            near = self._find_near_place(clock.item)
            return near is not None and self._go_by(clock, near)
        if placed := _IN_PLACE.match(self._scene.text, clock.end):
            hit = next((hit for hit in self._list_places() if hit.start == placed.end()), None)
        else:
            hit = self._find_opening_place(clock)
        return hit is not None and self._go_by(clock, hit)

    def _find_opening_place(self, clock: Clock) -> Hit[str] | None:
        """Give the place of ``In Moscow it was 02:45``."""
        start, _ = self._scene.sentence_span(clock.item)
        if not _OPENING_PLACE.match(self._scene.text, start, clock.start):
            return None
        return next((hit for hit in self._list_places() if start < hit.start < clock.start), None)

    @staticmethod
    def _go_by(clock: Clock, hit: Hit[str]) -> bool:
        clock.zone = PartialZone(hit.meaning, place=hit.meaning)
        clock.origins.append(Origin("zone", "place", hit.start, hit.end))
        return True

    def _settle(self, zone: PartialZone, item: Item) -> PartialZone:
        """Find the place of ``local time``, and which of its two zones an abbreviation means on this page."""
        if zone.local:
            hit = self._find_near_place(item)
            return PartialZone(hit.meaning, place=hit.meaning) if hit else zone
        if zone.name not in self._leanings:
            classes = load_lexicon().classes
            here = self._count_words(classes["zone_home"].get(zone.name, ()))
            elsewhere = self._count_words(classes["zone_other"].get(f"{zone.name} {zone.other}", ()))
            self._leanings[zone.name] = elsewhere - here
        return PartialZone(zone.name, place=zone.other) if self._leanings[zone.name] > 0 else zone

    def _count_words(self, cues: Iterable[str]) -> int:
        """Count how often the page speaks of something: the first words of the cues."""
        first = {cue.split()[0].lower() for cue in cues}
        return sum(word in first for _, _, word in self._scene.page.words)

    def _find_near_place(self, item: Item) -> Hit[str] | None:
        """Give the place nearest to an item: in its sentence, else the last one before."""
        hits = self._list_places()
        sentences = self._scene.page.sentences
        if sentences:
            sentence = sentences[item.sentence]
            first = bisect_left(hits, sentence.start, key=lambda hit: hit.start)
            inside = [hit for hit in hits[first : first + _TRIED] if hit.start < sentence.end]
            if inside:
                return min(inside, key=lambda hit: abs(hit.start - item.start))
        index = bisect_left(hits, item.start, key=lambda hit: hit.start)
        return hits[index - 1] if index else None

    def _list_places(self) -> list[Hit[str]]:
        if self._places is None:
            zones = {item.start for item in self._line.items if isinstance(item.candidate.parts, PartialZone)}
            found = _load_places().find(self._scene.text, self._scene.page.words)
            self._places = [hit for hit in found if hit.start not in zones]
        return self._places


def _family(zone: PartialZone) -> str:
    return zone.place or CIVIL.get(zone.name) or zone.name


@cache
def _load_places() -> Vocabulary[str]:
    classes = load_lexicon().classes["zone_place"]
    return Vocabulary((form, zone) for zone, forms in classes.items() for form in forms)
