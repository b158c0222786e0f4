"""In: a Reading. Out: event facts: what happened or was to happen to which craft, and when (ANNOTATION, ``event``)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from extractor.facts.attach import Owned, Weighed, agree, attach, group_moments, span_words
from extractor.facts.bound import TAKEN_UP, Setting, find_meant, find_told_before
from extractor.facts.burn_rows import may_list_burns, read_burn
from extractor.facts.chronologies import find_chronicled
from extractor.facts.columns import Entry, Tables
from extractor.facts.event_words import OTHER
from extractor.facts.flights import find_flights
from extractor.facts.leaders import FEWEST_ENTRIES, LISTED, find_entry, find_head, find_leader, is_plain_label
from extractor.facts.merge import measure_date, merge_events
from extractor.facts.met import is_kept
from extractor.facts.mishaps import find_mishaps
from extractor.facts.moments import Moment, read_moments, split_moved
from extractor.facts.once import bring_home, drop_strays
from extractor.facts.page_day import leave_stamp
from extractor.facts.pairing import join_gapped, pair_crafts
from extractor.facts.phases import join_relocations, part_phases
from extractor.facts.plan_columns import read_plans
from extractor.facts.reading import Reading, is_row
from extractor.facts.rockets import is_rocket
from extractor.facts.rows import attach_row
from extractor.facts.settle import settle
from extractor.facts.status import StatusJudge
from extractor.facts.triggers import BOUND, CAME, SHIFT, STARTED, Trigger, TriggerFinder
from extractor.facts.whose import choose_subject, is_foreign, is_lunar, may_visit, refine_event
from extractor.model import Fact, Sentence
from extractor.values import TIME_LABELS

SILENT = frozenset({"header", "footer", "reference", "category", "boilerplate"})
"""The roles of blocks whose dates are no event's."""


_YEAR_HEAD = re.compile(r"\b[Dd]ates? \((?:19|20)\d\d\)$")  # the head of a column of days
_SHORT = 60  # characters of a label on a line of its own
STATUSES = ("actual", "planned")
_RELEASES = ("Release", "RELEASE")  # what a date stands below is the head of a text
_OF_FLIGHTS = frozenset({"launch", "landing", "splashdown", "docking", "rollout", "lunar_landing", "orbit_insertion"})
_BEFORE_LAUNCH = frozenset({"arrival", "fueling_complete", "encapsulation", "rollout"})
_VERBLESS = (" on", " in", " at")  # what ends words that share the verb before: `and a third on 16 May`
_THEN = re.compile(r"\b(?:then|again)(?: (?:to|for|until|on))? $")
_ON_MOON = frozenset({"landing", "launch"})
_AROUND = 300  # characters around an event in which its place is named


@dataclass(slots=True)
class Attempt:
    """How one sentence was read: its triggers, its moments, what each was weighed at and what each trigger owns.

    ``meant`` holds for each of ``owned`` the event that its trigger is said of, ``None`` where there is none.
    """

    sentence: Sentence
    triggers: list[Trigger]
    moments: list[Moment]
    weighed: list[Weighed] = field(default_factory=list)
    owned: list[Owned] = field(default_factory=list)
    meant: list[Trigger | None] = field(default_factory=list)


@dataclass(slots=True)
class Trace:
    """How the events of a page were read, for a diagnosis: ``settled`` holds ``found`` after the page settled it."""

    attempts: list[Attempt] = field(default_factory=list)
    found: list[Fact] = field(default_factory=list)
    settled: list[Fact] = field(default_factory=list)


def find_events(reading: Reading, judge: StatusJudge, trace: Trace | None = None) -> tuple[Fact, ...]:
    """Find the events of a page, one fact for one claim, in reading order; settles the judge's outlook.

    ``trace``, where a diagnosis gives it, is filled with how each sentence was read.
    """
    sentences = list(_list_timed(reading))
    maker = _EventMaker(reading, judge, sentences, trace)
    late = {"title", "heading"}  # like rows, they are judged by what the prose speaks of
    rows = [is_row(reading, part) or reading.page.blocks[part.block].role in late for part in sentences]
    prose = [fact for sentence, row in zip(sentences, rows, strict=True) if not row for fact in maker.read(sentence)]
    own = [fact for fact in prose if fact.subject == reading.subject and fact.get("event") not in _BEFORE_LAUNCH]
    told = {status: [fact for fact in own if fact.get("status") == status] for status in STATUSES}
    judge.settle_outlook(told["actual"], told["planned"])
    tables = [fact for sentence, row in zip(sentences, rows, strict=True) if row for fact in maker.read(sentence)]
    told_all = sorted(
        [*prose, *tables, *find_flights(reading), *find_chronicled(reading)], key=lambda fact: fact.trigger or (0, 0)
    )
    found = join_relocations(bring_home(drop_strays(part_phases(told_all, reading), reading)), reading)
    found.extend(find_mishaps(found, reading))
    settled = settle(found, reading)
    judge.settle_flights(settled)
    if trace is not None:
        trace.found.extend(found)
        trace.settled.extend(settled)
    return merge_events(settled)


def _list_timed(reading: Reading) -> Iterator[Sentence]:
    """Give the sentences and whole rows that name a date or time, but for heads, feet and references."""
    end = -1
    for mention in reading.mentions:
        if mention.label not in TIME_LABELS or mention.start < end:
            continue
        sentence = reading.sentence_at(mention.start)
        if sentence is None:
            continue
        block = reading.page.blocks[sentence.block]
        if is_row(reading, sentence):
            sentence = Sentence(block.start, block.end, sentence.block)
        end = sentence.end
        if block.role not in SILENT and not _YEAR_HEAD.search(reading.page.text, sentence.start, sentence.end):
            yield sentence


class _EventMaker:
    """Makes the event facts of one page, sentence by sentence; remembers what the block spoke of last."""

    def __init__(
        self, reading: Reading, judge: StatusJudge, sentences: Iterable[Sentence], trace: Trace | None
    ) -> None:
        self._judge = judge
        self._trace = trace
        self._reading = reading
        text = reading.page.text
        led = {sentence: find_leader(reading, sentence) for sentence in sentences}
        entries = {sentence: entry for sentence in led if (entry := find_entry(reading, sentence)) is not None}
        self._entries = entries if len(entries) >= FEWEST_ENTRIES else {}
        self._leaders = {
            part: leader for part, leader in led.items() if leader is not None and part not in self._entries
        }
        heads = {sentence: find_head(reading, sentence) for sentence in led if is_row(reading, sentence)}
        self._heads = {sentence: head for sentence, head in heads.items() if head is not None}
        before = ((part, reading.sentence_before(part)) for part in led if text.startswith(TAKEN_UP, part.start))
        self._before = {part: previous for part, previous in before if previous is not None and previous not in led}
        told = (*led, *self._leaders.values(), *self._heads.values(), *self._before.values(), *self._entries.values())
        self._tables = Tables(reading, list(led))
        spans = {(part.start, part.end) for part in told} | self._tables.list_spans()
        self._finder = TriggerFinder(reading.page, sorted(spans), visits=may_visit(reading))
        self._burns = may_list_burns(reading.page)
        self._last: tuple[int, Trigger] | None = None
        self._said = ""  # what was said last of plan or fact

    @cached_property
    def _lunar(self) -> bool:
        """Whether the page speaks of the Moon often."""
        return is_lunar(self._reading)

    def read(self, sentence: Sentence) -> Iterator[Fact]:
        """Give the event facts of one sentence or row."""
        span = (sentence.start, sentence.end)
        row = is_row(self._reading, sentence)
        text = self._reading.page.text
        mentions = leave_stamp(self._reading.mentions_in(*span))
        stops = [mention.start for mention in mentions if mention.label in TIME_LABELS]
        triggers = self._finder.find(span, stops, row=row)
        bare = row and self._burns and not any(trigger.event != OTHER for trigger in triggers)
        if not any(trigger.event != OTHER for trigger in triggers):
            triggers = [*(self._ask(sentence) or (self._ask_head(sentence) if not triggers else ())), *triggers]
        told = any(trigger.event != OTHER for trigger in triggers) or self._tables.has_cells(sentence)
        moments = read_moments(text, mentions) if told or bare else []
        parts = [part for moment in moments for part in split_moved(text, sentence.start, moment)]
        moments = parts if row else join_gapped(self._reading, parts)
        attempt = Attempt(sentence, triggers, moments)
        if self._trace is not None:
            self._trace.attempts.append(attempt)
        if not moments:
            return
        entries = read_burn(self._reading, sentence, moments) if bare else []
        entries = entries or self._tables.read_columns(sentence, moments, self._finder)
        if entries := entries or (read_plans(self._reading, sentence, triggers) if row else []):
            yield from (fact for entry in entries for fact in self._make_entry(sentence, entry))
            return
        give = attach_row if row else attach
        owned = give(text, span, triggers, moments, None if self._trace is None else attempt.weighed)
        if not owned and triggers and triggers[0].end <= sentence.start and self._is_labelled(sentence, row):
            owned = [Owned(triggers[0], [moment for moment in moments if agree(moment, moments[0])])]
        if not any(moments[0] in pair.moments for pair in owned):  # `Mar 20 - Delta 2: GPS 2R-11 (slipped from Mar 15)`
            entries = self._tables.read_launch(sentence, moments)
            if not entries and not owned and row and self._burns:
                entries = read_burn(self._reading, sentence, moments)
            yield from (fact for entry in entries for fact in self._make_entry(sentence, entry))
        self._recall(sentence)
        for pair in owned:
            meant = (
                find_meant(Setting(self._reading, sentence, self._last), triggers, pair.trigger)
                if pair.trigger.event in BOUND
                else pair.trigger
            )
            attempt.owned.append(pair)
            attempt.meant.append(meant)
            if meant is not None:
                self._last = (sentence.block, meant)
                yield from self._make_facts(sentence, pair, meant)

    def _recall(self, sentence: Sentence) -> None:
        """Take up the event of the sentence before, which names no time: ``The launch was from pad 4. It came at``."""
        before = self._before.get(sentence)
        if before is None:
            return
        told = find_told_before(self._reading, self._finder, sentence, before)
        self._last = self._last if told is None else (sentence.block, told)

    def _ask(self, sentence: Sentence) -> list[Trigger]:
        """Give the trigger of the words that lead to a sentence: ``When did it launch?``, a label above its value."""
        if entry := self._entries.get(sentence):
            told = self._finder.find((entry.start, entry.end), ())
            return [one for one in told if one.event not in BOUND | {OTHER} and self._is_entered(entry, one)][:1]
        leader = self._leaders.get(sentence)
        if leader is None:
            return []
        found = self._finder.find((leader.start, leader.end), (), row=leader.end - leader.start <= _SHORT)
        text = self._reading.page.text
        return [
            trigger
            for trigger in found
            if trigger.event not in BOUND | {OTHER} and not text.startswith(_RELEASES, trigger.start)
        ][-1:]

    def _is_labelled(self, sentence: Sentence, row: bool) -> bool:
        """Say that the event above a sentence or row is a label or a heading, which owns what opens it."""
        leader = self._leaders.get(sentence)
        labelled = leader is not None and self._reading.page.text[leader.end - 1] == ":"
        return labelled or (row and sentence in self._heads)

    def _is_entered(self, entry: Sentence, told: Trigger) -> bool:
        """Say that the entry of a log tells what happened at its time: ``LIFTOFF!``, ``The ship has undocked``."""
        cry = entry.end - entry.start <= _SHORT and self._reading.page.text[entry.end - 1] == "!"
        named = self._reading.crafts_in(entry.start, entry.end)
        return cry or (len(named) > 0 and told.form in {"past", "passive"})

    def _ask_head(self, sentence: Sentence) -> list[Trigger]:
        """Give the event that the heading of a row names: ``Encounters`` above a table, ``Launch`` above ``Date:``."""
        head = self._heads.get(sentence)
        if head is None:
            return []
        told = self._finder.find((head.start, head.end), ())
        nouns = ((part, tuple(sense for sense in part.senses if sense.form == "noun")) for part in told)
        found = [replace(part, senses=senses) for part, senses in nouns if senses]
        inside = self._reading.mentions_in(sentence.start, sentence.end)
        first = next(mention.start for mention in inside if mention.label in TIME_LABELS)
        plain = is_plain_label(self._reading.page.text[sentence.start : first])
        return [part for part in found if part.event in LISTED or (plain and part.event in _OF_FLIGHTS)][:1]

    def _make_entry(self, sentence: Sentence, entry: Entry) -> Iterator[Fact]:
        """Make the fact of an entry of a table; what its row says of plan or fact holds."""
        moment = entry.moment
        status = self._judge.judge(entry.trigger, moment.start, [moment.end], sentence.start)
        sense = self._finder.name_event(entry.trigger, (entry.trigger.start, entry.trigger.end))
        yield Fact(
            "event",
            entry.subject,
            {"event": sense.event, "status": entry.status or status, "value": moment.value},
            moment.evidence,
            f"event.{sense.event}",
            (entry.trigger.start, entry.trigger.end),
        )

    def _make_facts(self, sentence: Sentence, pair: Owned, meant: Trigger) -> Iterator[Fact]:
        """Make one fact of all moments of a trigger that say the same, another of each that does not."""
        text = self._reading.page.text
        leader = self._leaders.get(sentence) if meant.end <= sentence.start else None
        lower, status = leader.start if leader else sentence.start, ""
        claims = group_moments(pair.moments)
        teller = meant if pair.trigger.event == STARTED and meant.start > pair.trigger.end else pair.trigger
        twins = pair_crafts(self._reading, sentence, meant, claims)
        for claim in claims:
            first = claim[0]
            sense = self._finder.name_event(meant, span_words(meant, first, sentence))
            listed = first.also or _THEN.search(text, first.start - 15, first.start)
            if not (listed and status):  # members of a list share what is said of the first
                ends = [moment.end for moment in pair.moments if moment.also or moment in claim]
                gapped = pair.trigger.event == CAME and text.endswith(_VERBLESS, 0, pair.trigger.end) and self._said
                status = sense.status or gapped or self._judge.judge(teller, first.start, ends, lower)
                self._said = status
            event = refine_event(
                text,
                sense,
                (max(sentence.start, meant.start - _AROUND), min(sentence.end, meant.end + _AROUND)),
                lunar=sense.event in _ON_MOON and self._lunar,
            )
            value = min((m.value for m in claim), key=lambda value: (-measure_date(value),))
            evidence = tuple(dict.fromkeys(mention for moment in claim for mention in moment.evidence))
            subject = (twins.pop(0) if twins else None) or choose_subject(self._reading, event, meant, first)
            if subject is None and sense.form == "row" and sense.status:
                continue
            if is_foreign(self._reading, event, meant, subject):
                continue
            event = "landing" if event == "splashdown" and is_rocket(subject) else event
            rule = "event.shift" if pair.trigger.event == SHIFT else f"event.{event}"
            lower = max(moment.end for moment in claim)
            kept = status == "planned" and is_kept(text, first.start, lower, told=pair.trigger.form == "past")
            for said in (status, "actual") if kept else (status,):
                yield Fact(
                    "event", subject, {"event": event, "status": said, "value": value}, evidence, rule,
                    (pair.trigger.start, pair.trigger.end),
                )  # fmt: skip
