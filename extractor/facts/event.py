"""In: a Reading. Out: event facts: what happened or was to happen to which craft, and when (ANNOTATION, ``event``)."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from extractor.facts.attach import Owned, agree, attach
from extractor.facts.event_words import OTHER, Sense
from extractor.facts.leaders import find_leader
from extractor.facts.merge import measure_date, merge_events
from extractor.facts.moments import Moment, read_moments
from extractor.facts.reading import Reading, choose_station, is_row
from extractor.facts.rows import attach_row
from extractor.facts.settle import settle
from extractor.facts.status import StatusJudge
from extractor.facts.triggers import AGAIN, BOUND, ENDED, SHIFT, STARTED, Trigger, TriggerFinder
from extractor.model import Fact, Sentence

_SILENT = frozenset({"header", "footer", "reference", "category", "boilerplate"})
_STATION_EVENTS = frozenset({"change_of_command", "spacewalk_start", "spacewalk_end"})
_PRONOUN = re.compile(r"\b(?:it|that|this|which)\b", re.I)
_FLIGHT = re.compile(
    r"\b(?:flight|mission|launch|date|it|attempt|liftoff|start|journey|trip|spacecraft|satellite)\b", re.I
)
_PHASES = {
    "spacewalk_start": "spacewalk_end",
    "deorbit_burn_start": "deorbit_burn_end",
    "orbit_change": "burn_end",
}
"""Events that last, and what their end is called."""

_WATER = re.compile(
    r"\b(?:(?:ocean|sea)(?! of [a-z])|gulf|atlantic|pacific|waters?|splash\w*|off the coast|recovery ship"
    r"|aircraft carrier)\b",
    re.I,
)
_PLANET_ORBIT = re.compile(
    r"\borbit (?:around|about|of) (?:the )?(?:moon|mars|venus|mercury|jupiter|saturn|asteroid|comet|red planet)\b"
    r"|\b(?:lunar|martian|mars|venus|jovian|selenocentric) orbit\b",
    re.I,
)
_MOON = re.compile(r"\b(?:moon|lunar|mare|crater|sea of [a-z]+|ocean of storms)\b", re.I)
_MOVED = re.compile(
    r"\b(?:mov|delay|postpon|push|shift|slip|slid|reschedul|advanc|chang|bump|set back"
    r"|brought forward)\w*\b[^.;]{0,60}\bfrom $",
    re.I,
)
_SHORT = 60  # characters of a label on a line of its own
STATUSES = ("actual", "planned")
_BEFORE_LAUNCH = frozenset({"arrival", "fueling_complete", "encapsulation", "rollout"})
_THEN = re.compile(r"\b(?:then|again)(?: (?:to|for|until|on))? $")
_EARTH = re.compile(
    r"\b(?:earth|steppe|kazakh\w*|desert|runway|parachutes?|home|return\w*|crew|capsule|mars|venus)\b", re.I
)
_LUNAR = 4  # times that a page on a lunar lander speaks of the Moon
_PAIR = 2
_AND = re.compile(r",? and ")
_NEXT = 40  # characters in which the craft stands that a line on the next flight is about
_STATION_ORBIT = re.compile(
    r"\b(?:orbit|altitude|height) of (?:the )?(?:ISS|(?:international )?(?:space )?station|mir)\b"
    r"|\bstation['’]s (?:orbit|altitude)",
    re.I,
)
_NEXT_WORDS = 90  # characters behind a moment that may name whose orbit is changed
_VOYAGE = re.compile(r"\b(?:flight|mission|voyage|journey|trip)\b(?! home| back)", re.I)
_LEAD = 70  # characters before `began` in which a flight is named
_VISIT = re.compile(r"\bstation\b|\bdock(?:ed|ing|s)?\b|\bMir\b")
_AROUND = 300  # characters around an event in which its place is named
_NEARBY = 12  # triggers before a word such as `postponed` among which it finds what it is said of
_AHEAD = 30  # characters before a noun that may hold its verb: `closed the hatches`
_TIMES = frozenset({"DATE", "TIME"})


def find_events(reading: Reading, judge: StatusJudge) -> tuple[Fact, ...]:
    """Find the events of a page, one fact for one claim, in reading order; settles the judge's outlook."""
    sentences = list(_list_timed(reading))
    maker = _EventMaker(reading, judge, sentences)
    late = {"title", "heading"}  # like rows, they are judged by what the prose speaks of
    rows = [is_row(reading, part) or reading.page.blocks[part.block].role in late for part in sentences]
    prose = [fact for sentence, row in zip(sentences, rows, strict=True) if not row for fact in maker.read(sentence)]
    own = [fact for fact in prose if fact.subject == reading.subject and fact.get("event") not in _BEFORE_LAUNCH]
    told = {status: [fact for fact in own if fact.get("status") == status] for status in STATUSES}
    judge.settle_outlook(told["actual"], told["planned"])
    tables = [fact for sentence, row in zip(sentences, rows, strict=True) if row for fact in maker.read(sentence)]
    found = sorted([*prose, *tables], key=lambda fact: fact.trigger or (0, 0))
    return merge_events(settle(found, reading))


def _list_timed(reading: Reading) -> Iterator[Sentence]:
    """Give the sentences and whole rows that name a date or time, but for heads, feet and references."""
    end = -1
    for mention in reading.mentions:
        if mention.label not in _TIMES or mention.start < end:
            continue
        sentence = reading.sentence_at(mention.start)
        if sentence is None:
            continue
        block = reading.page.blocks[sentence.block]
        if is_row(reading, sentence):
            sentence = Sentence(block.start, block.end, sentence.block)
        end = sentence.end
        if block.role not in _SILENT:
            yield sentence


class _EventMaker:
    """Makes the event facts of one page, sentence by sentence; remembers what the block spoke of last."""

    def __init__(self, reading: Reading, judge: StatusJudge, sentences: Iterable[Sentence]) -> None:
        self._judge = judge
        self._reading = reading
        led = {sentence: find_leader(reading, sentence) for sentence in sentences}
        self._leaders = {sentence: leader for sentence, leader in led.items() if leader is not None}
        spans = {(part.start, part.end) for part in (*led, *self._leaders.values())}
        visits = any(name.kind == "station" for name in reading.crafts.names)
        visits = visits or _VISIT.search(reading.page.text) is not None
        self._finder = TriggerFinder(reading.page, sorted(spans), visits=visits)
        self._last: tuple[int, Trigger] | None = None

    @cached_property
    def _lunar(self) -> bool:
        """Whether the page speaks of the Moon often."""
        return len(_MOON.findall(self._reading.page.text)) >= _LUNAR

    def read(self, sentence: Sentence) -> Iterator[Fact]:
        """Give the event facts of one sentence or row."""
        span = (sentence.start, sentence.end)
        row = is_row(self._reading, sentence)
        text = self._reading.page.text
        mentions = self._reading.mentions_in(*span)
        stops = [mention.start for mention in mentions if mention.label in _TIMES]
        triggers = self._finder.find(span, stops, row=row)
        if not any(trigger.event != OTHER for trigger in triggers):
            triggers = [*self._ask(sentence), *triggers]
        moments = read_moments(text, mentions) if any(trigger.event != OTHER for trigger in triggers) else []
        moments = [part for moment in moments for part in _split_moved(text, sentence.start, moment)]
        if not moments:
            return
        owned = attach_row(text, span, triggers, moments) if row else attach(text, span, triggers, moments)
        for pair in owned:
            meant = self._find_meant(sentence, triggers, pair.trigger) if pair.trigger.event in BOUND else pair.trigger
            if meant is not None:
                self._last = (sentence.block, meant)
                yield from self._make_facts(sentence, pair, meant)

    def _ask(self, sentence: Sentence) -> list[Trigger]:
        """Give the trigger of the words that lead to a sentence: ``When did it launch?``, a label above its value."""
        leader = self._leaders.get(sentence)
        if leader is None:
            return []
        found = self._finder.find((leader.start, leader.end), (), row=leader.end - leader.start <= _SHORT)
        return [trigger for trigger in found if trigger.event not in BOUND | {OTHER}][-1:]

    def _find_meant(self, sentence: Sentence, triggers: Sequence[Trigger], bound: Trigger) -> Trigger | None:
        """Find what ``began``, ``ended`` or was ``postponed``: an event before it, or the flight by its launch."""
        place = bisect_left(triggers, bound.start, key=lambda other: other.start)
        near = triggers[max(0, place - _NEARBY) : place]
        before = [other for other in near if other.end <= bound.start and other.event not in BOUND | {OTHER}]
        if bound.event == SHIFT:
            movable = [other for other in before if other.form not in {"past", "passive", "third"}]
            return movable[-1] if movable else self._find_moved(sentence, near, bound)
        if bound.event == AGAIN:
            return self._find_repeated(sentence, before, bound)
        phased = [other for other in before if other.event in _PHASES]
        if not phased:
            lead = self._reading.page.text[max(sentence.start, bound.start - _LEAD) : bound.start]
            starts = bound.event == STARTED and bound.form != "ing" and _VOYAGE.search(lead)
            return replace(bound, senses=(Sense("launch", bound.form),)) if starts else None
        if bound.event == ENDED:
            return replace(phased[-1], senses=(Sense(_PHASES[phased[-1].event], bound.form),))
        return phased[-1]

    def _find_repeated(self, sentence: Sentence, before: Sequence[Trigger], bound: Trigger) -> Trigger | None:
        """Find what another craft did before: ``the Agena left its pad at 10:00, and Gemini followed at 11:41``."""
        start = before[-1].end if before else sentence.start
        if not any(name.kind != "station" for name in self._reading.crafts_in(start, bound.start)):
            return before[-1] if before else None  # `a second firing followed on 5 March`
        known = self._last[1] if self._last is not None and self._last[0] == sentence.block else None
        model = before[-1] if before else known
        return None if model is None else replace(model, start=bound.start, end=bound.end)

    def _find_moved(self, sentence: Sentence, triggers: Sequence[Trigger], shift: Trigger) -> Trigger | None:
        """Find whose date is set or moved in a sentence that names no event: the last one's, or the flight's launch."""
        lead = self._reading.page.text[sentence.start : shift.start]
        if any(other.event == OTHER and shift.start - _NEXT < other.end <= shift.start for other in triggers):
            return None
        if _PRONOUN.search(lead) and self._last is not None and self._last[0] == sentence.block:
            return replace(self._last[1], start=shift.start, end=shift.end)
        named = self._reading.crafts_in(sentence.start, shift.start)
        if named or _FLIGHT.search(lead) or "target" in self._reading.page.text[sentence.start : shift.end].lower():
            return replace(shift, senses=(Sense("launch", "noun"),))
        return None

    def _make_facts(self, sentence: Sentence, pair: Owned, meant: Trigger) -> Iterator[Fact]:
        """Make one fact of all moments of a trigger that say the same, another of each that does not."""
        leader = self._leaders.get(sentence) if meant.end <= sentence.start else None
        lower, status = leader.start if leader else sentence.start, ""
        claims = _group(pair.moments)
        twins = self._pair_crafts(sentence, meant, claims)
        for claim in claims:
            first = claim[0]
            sense = self._finder.name_event(meant, _words_around(meant, first, sentence))
            listed = first.also or _THEN.search(self._reading.page.text, first.start - 15, first.start)
            if not (listed and status):  # members of a list share what is said of the first
                ends = [moment.end for moment in pair.moments if moment.also or moment in claim]
                status = sense.status or self._judge.judge(pair.trigger, first.start, ends, lower)
            event = self._refine(sense, meant, sentence)
            value = min((m.value for m in claim), key=lambda value: (-measure_date(value),))
            evidence = tuple(dict.fromkeys(mention for moment in claim for mention in moment.evidence))
            subject = twins.pop(0) if twins else self._choose_subject(event, meant, first)
            if subject is None and sense.form == "row" and sense.status:
                continue
            rule = "event.shift" if pair.trigger.event == SHIFT else f"event.{event}"
            yield Fact(
                "event", subject, {"event": event, "status": status, "value": value}, evidence, rule,
                (pair.trigger.start, pair.trigger.end),
            )  # fmt: skip
            lower = max(moment.end for moment in claim)

    def _refine(self, sense: Sense, trigger: Trigger, sentence: Sentence) -> str:
        """Tell a landing in water or on the Moon from one on land, and a planet's orbit from a launch."""
        start, end = max(sentence.start, trigger.start - _AROUND), min(sentence.end, trigger.end + _AROUND)
        around = self._reading.page.text[start:end]
        if sense.event == "landing" and _WATER.search(around):
            return "splashdown"
        if sense.event == "landing" and (_MOON.search(around) or (self._lunar and not _EARTH.search(around))):
            return "lunar_landing"
        if sense.needs == "into_orbit" and _PLANET_ORBIT.search(around):
            return "orbit_insertion"
        return sense.event

    def _pair_crafts(self, sentence: Sentence, meant: Trigger, claims: Sequence[Sequence[Moment]]) -> list[str]:
        """Pair crafts with moments in order: ``Ranger 8 and Ranger 9 crashed in February and March``."""
        names = [name for name in self._reading.crafts_in(sentence.start, meant.start) if name.kind == "craft"]
        named = list(dict.fromkeys(name.name for name in names))
        if len(claims) < _PAIR or len(named) != len(claims) or not all(claim[0].also for claim in claims[1:]):
            return []
        joined = self._reading.page.text[names[-2].end : names[-1].start]
        return named if _AND.fullmatch(joined) else []

    def _choose_subject(self, event: str, trigger: Trigger, moment: Moment) -> str | None:
        """Choose whose event it is: the station's for spacewalks and command, else the craft's."""
        if event in {"orbit_change", "burn"} and _STATION_ORBIT.search(
            self._reading.page.text, trigger.start, moment.end + _NEXT_WORDS
        ):
            return choose_station(self._reading, trigger.start)
        if event in _STATION_EVENTS:
            return choose_station(self._reading, trigger.start, command=event == "change_of_command")
        subject = self._reading.subject_at(trigger.start, trigger.end)
        if trigger.form == "row" and trigger.senses[0].status:  # `Next flight: Kounotori 6`
            named = [
                name for name in self._reading.crafts_in(trigger.end, moment.end + _NEXT) if name.kind != "station"
            ]
            return named[0].name if named else None
        between = self._reading.crafts_in(trigger.end, moment.start)
        text = self._reading.page.text
        for name in between:  # `its launch came three days after that of Kosmos 1404 on 29 August`
            if text[max(0, name.start - 12) : name.start].endswith(("that of ", "that of the ")):
                return name.name
        ships = [
            name for name in self._reading.crafts_in(trigger.start - _AHEAD, trigger.start) if name.kind == "vessel"
        ]
        flights = [name for name in between if ships and name.kind == "craft" and name.name.startswith(ships[-1].flies)]
        return flights[0].name if flights and ships[-1].flies else subject


def _split_moved(text: str, start: int, moment: Moment) -> tuple[Moment, ...]:
    """Split what looks like an interval and is none: ``moved the launch from April 30 to May 4``."""
    if "/" not in moment.value or not _MOVED.search(text, max(start, moment.start - 90), moment.start):
        return (moment,)
    first, _, last = moment.value.partition("/")
    return replace(moment, value=first), replace(moment, value=last, also=True)


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
