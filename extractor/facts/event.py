"""In: a Reading. Out: event facts: what happened or was to happen to which craft, and when (ANNOTATION, ``event``)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.facts.attach import Owned, agree, attach
from extractor.facts.crafts import STATION
from extractor.facts.merge import measure_date, merge_events
from extractor.facts.moments import Moment, read_moments
from extractor.facts.reading import Reading
from extractor.facts.rows import attach_row
from extractor.facts.status import StatusJudge
from extractor.facts.triggers import OTHER, SHIFT, Sense, Trigger, TriggerFinder
from extractor.model import Fact, Sentence

ROWS = frozenset({"label_value", "table_row", "schedule"})
_SILENT = frozenset({"header", "footer", "reference", "category", "boilerplate"})
_STATION_EVENTS = frozenset({"change_of_command", "spacewalk_start", "spacewalk_end"})
_PRONOUN = re.compile(r"\b(?:it|that|this|which)\b", re.I)
_FLIGHT = re.compile(
    r"\b(?:flight|mission|launch|date|it|attempt|liftoff|start|journey|trip|spacecraft|satellite)\b", re.I
)
_TARGETING = re.compile(r"target|no earlier", re.I)
_WATER = re.compile(
    r"\b(?:ocean|sea|gulf|atlantic|pacific|waters?|splash\w*|off the coast|recovery ship|aircraft carrier)\b", re.I
)
_MOON = re.compile(r"\b(?:moon|lunar|mare|crater)\b", re.I)
_AHEAD = 30  # characters before a noun that may hold its verb: `closed the hatches`
_NEAR_STATION = 200
_TIMES = frozenset({"DATE", "TIME"})


def find_events(reading: Reading) -> tuple[Fact, ...]:
    """Find the events of a page, one fact for one claim, in reading order."""
    maker = _EventMaker(reading)
    sentences = list(_list_timed(reading))
    rows = [sentence for sentence in sentences if reading.page.blocks[sentence.block].role in ROWS]
    prose = [fact for sentence in sentences if sentence not in rows for fact in maker.read(sentence)]
    maker.judge.settle_outlook(Counter(str(fact.get("status")) for fact in prose))
    tables = [fact for sentence in rows for fact in maker.read(sentence)]
    return merge_events(sorted([*prose, *tables], key=lambda fact: fact.trigger or (0, 0)))


def _list_timed(reading: Reading) -> Iterator[Sentence]:
    """Give the sentences that name a date or time, but for heads, feet and references."""
    last = None
    for mention in reading.mentions:
        if mention.label not in _TIMES:
            continue
        sentence = reading.sentence_at(mention.start)
        if sentence is not None and sentence != last:
            last = sentence
            if reading.page.blocks[sentence.block].role not in _SILENT:
                yield sentence


class _EventMaker:
    """Makes the event facts of one page, sentence by sentence; remembers what the block spoke of last."""

    def __init__(self, reading: Reading) -> None:
        self.judge = StatusJudge(reading)
        self._reading = reading
        self._finder = TriggerFinder(reading.page)
        self._last: tuple[int, Trigger] | None = None

    def read(self, sentence: Sentence) -> Iterator[Fact]:
        """Give the event facts of one sentence or row."""
        span = (sentence.start, sentence.end)
        triggers = self._finder.find(*span)
        text = self._reading.page.text
        moments = read_moments(text, self._reading.mentions_in(*span)) if triggers else []
        if not moments:
            return
        is_row = self._reading.page.blocks[sentence.block].role in ROWS
        owned = attach_row(text, span, triggers, moments) if is_row else attach(text, span, triggers, moments)
        for pair in owned:
            meant = self._find_moved(sentence, triggers, pair.trigger) if pair.trigger.event == SHIFT else pair.trigger
            if meant is not None:
                self._last = (sentence.block, meant)
                yield from self._make_facts(sentence, pair, meant)

    def _find_moved(self, sentence: Sentence, triggers: Sequence[Trigger], shift: Trigger) -> Trigger | None:
        """Find whose date a word such as ``postponed`` moves: an event before it, or the flight's launch."""
        before = [trigger for trigger in triggers if trigger.end <= shift.start and trigger.event not in {OTHER, SHIFT}]
        if before:
            return before[-1]
        lead = self._reading.page.text[sentence.start : shift.start]
        if _PRONOUN.search(lead) and self._last is not None and self._last[0] == sentence.block:
            return replace(self._last[1], start=shift.start, end=shift.end)
        if (
            _FLIGHT.search(lead)
            or self._reading.crafts_in(sentence.start, shift.start)
            or _TARGETING.match(self._reading.page.text, shift.start)
        ):
            return replace(shift, senses=(Sense("launch", "noun"),))
        return None

    def _make_facts(self, sentence: Sentence, pair: Owned, meant: Trigger) -> Iterator[Fact]:
        """Make one fact of all moments of a trigger that say the same, another of each that does not."""
        lower = sentence.start
        for claim in _group(pair.moments):
            first = claim[0]
            sense = self._finder.name_event(meant, _words_around(meant, first, sentence))
            if sense is None:
                continue
            if pair.trigger.event == SHIFT:
                status = "planned"
            else:
                status = self.judge.judge(pair.trigger, (first.start, first.end), lower)
            event = self._refine(sense.event, sentence, meant)
            value = min((m.value for m in claim), key=lambda value: (-measure_date(value),))
            evidence = tuple(dict.fromkeys(mention for moment in claim for mention in moment.evidence))
            subject = self._choose_subject(event, meant, first)
            yield Fact(
                "event", subject, {"event": event, "status": status, "value": value}, evidence, f"event.{event}",
                (pair.trigger.start, pair.trigger.end),
            )  # fmt: skip
            lower = max(moment.end for moment in claim)

    def _refine(self, event: str, sentence: Sentence, trigger: Trigger) -> str:
        """Tell a landing in water or on the Moon from one on land."""
        if event != "landing":
            return event
        around = self._reading.page.text[sentence.start : sentence.end]
        if _WATER.search(around):
            return "splashdown"
        return "lunar_landing" if _MOON.search(around) else event

    def _choose_subject(self, event: str, trigger: Trigger, moment: Moment) -> str | None:
        """Choose whose event it is: the station's for spacewalks and command, else the craft's."""
        if event in _STATION_EVENTS:
            return self._choose_station(trigger)
        return self._reading.subject_at(trigger.start, max(trigger.end, moment.start))

    def _choose_station(self, trigger: Trigger) -> str:
        names = self._reading.crafts.names
        stations = [name for name in names if name.kind == "station"]
        near = [name for name in stations if abs(name.start - trigger.start) < _NEAR_STATION]
        counts = Counter(name.name for name in near or stations)
        return max(sorted(counts), key=lambda name: counts[name], default=STATION)


def _group(moments: Sequence[Moment]) -> list[list[Moment]]:
    """Group moments that may be one and the same."""
    groups: list[list[Moment]] = []
    for moment in sorted(moments, key=lambda moment: moment.start):
        for group in groups:
            if all(agree(moment, other) for other in group):
                group.append(moment)
                break
        else:
            groups.append([moment])
    return groups


def _words_around(trigger: Trigger, moment: Moment, sentence: Sentence) -> tuple[int, int]:
    """Give the span that may hold the words that tell what happened: ``hatch ... was opened at``."""
    start = max(sentence.start, trigger.start - _AHEAD)
    return (
        (start, moment.start) if trigger.end <= moment.start else (start, min(sentence.end, trigger.end + 2 * _AHEAD))
    )
