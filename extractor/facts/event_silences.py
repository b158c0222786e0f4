"""In: how the events of a page were read. Out: why its other dates and its other words for events gave none."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from extractor.diagnosis import Silence
from extractor.facts.attach import Weighed
from extractor.facts.event import SILENT, Attempt, Trace
from extractor.facts.event_rivals import name_trigger
from extractor.facts.event_words import OTHER, PHRASES, Sense
from extractor.facts.instants import is_dated
from extractor.facts.moments import Moment
from extractor.facts.negation import is_negated
from extractor.facts.reading import Reading, is_row
from extractor.facts.triggers import BOUND, Trigger, TriggerFinder
from extractor.facts.weigh import LIMIT
from extractor.facts.whose import may_visit
from extractor.model import Mention
from extractor.vocabulary import Hit, Vocabulary

TIMES = frozenset({"DATE", "TIME", "TIMEZONE"})
"""The labels of mentions that an event may rest on."""


class Silences:
    """Why the dates of a page that no fact rests on are no event's, and the words that tell of events undated."""

    def __init__(self, reading: Reading, trace: Trace) -> None:
        """Index the attempts by their sentences, and look the words for events up on the whole page."""
        self._reading, self._text = reading, reading.page.text
        self._attempts = sorted(trace.attempts, key=lambda attempt: attempt.sentence.start)
        spans = [(sentence.start, sentence.end) for sentence in reading.page.sentences]
        self._finder = TriggerFinder(reading.page, spans, visits=may_visit(reading))
        senses = Vocabulary(PHRASES)
        self._events: Mapping[int, Hit[tuple[Sense, ...]]] = {
            hit.start: hit
            for hit in senses.find(self._text, reading.page.words)
            if hit.meaning[0].event not in BOUND | {OTHER}
        }
        self._event_starts = list(self._events)

    def explain(self, mention: Mention) -> str:
        """Say why a date, clock time or zone gave no event."""
        if mention.value is None or (mention.label != "TIMEZONE" and not is_dated(str(mention.value))):
            return "the page does not tell which day it is" if mention.label == "TIME" else "it has no value"
        block = self._reading.block_at(mention.start)
        if block is not None and block.role in SILENT:
            return f"it stands in the page's {block.role}, where no event is told"
        attempt = self._find_attempt(mention.start)
        if attempt is None:
            return "it stands in no sentence with a date"
        moment = next((moment for moment in attempt.moments if mention.id in moment.evidence), None)
        return self._explain_moment(attempt, mention, moment)

    def _explain_moment(self, attempt: Attempt, mention: Mention, moment: Moment | None) -> str:
        events = [trigger for trigger in attempt.triggers if trigger.event != OTHER]
        if not events:
            return self._explain_wordless(attempt)
        if moment is None:
            if mention.label == "TIMEZONE":
                return "it stands behind no time"
            return "it counts from another date, or dates a note"
        pair = next((pair for pair in attempt.weighed if pair.moment == moment), None)
        owner = next((place for place, own in enumerate(attempt.owned) if moment in own.moments), None)
        if owner is None:
            return self._explain_cost(pair)
        words = self._quote(attempt.owned[owner].trigger)
        if attempt.meant[owner] is None:
            return f"{words} is said of no event on the page"
        return f"{words}, which it dates, is of no craft that the page names, or is told better elsewhere"

    def _explain_wordless(self, attempt: Attempt) -> str:
        """Say why a sentence that names a date has no event: words denied, others dated, or none."""
        for trigger in attempt.triggers:
            denied = self._find_denied(trigger)
            if denied is not None:
                return f"{self._quote(trigger)} is denied: no {denied} took place"
        if attempt.triggers:
            names = ", ".join(dict.fromkeys(self._quote(trigger) for trigger in attempt.triggers[:3]))
            return f"{names} in its sentence can own a date and is no event of a flight"
        low, high = (bisect_left(self._event_starts, end) for end in (attempt.sentence.start, attempt.sentence.end))
        if low == high:
            return "no words in its sentence tell of an event"
        hit = self._events[self._event_starts[low]]
        label = all(sense.form == "row" for sense in hit.meaning)
        need = "as the label of a row" if label else "with other words around it"
        return f"“{self._text[hit.start : hit.end]}” would tell of {hit.meaning[0].event} only {need}"

    def _explain_cost(self, pair: Weighed | None) -> str:
        if pair is None or not pair.costs:
            return "no words for an event stand near it"
        cost, trigger = min(pair.costs, key=lambda one: one[0])
        words = self._quote(trigger)
        if cost >= LIMIT:
            return f"{words} is the nearest event and costs {cost:.1f} steps, the limit is {LIMIT}"
        denied = self._find_denied(trigger)
        if denied is not None:
            return f"it dates {words}, which is denied: no {denied} took place"
        if trigger.event == OTHER:
            return f"it dates {words}, no event of a flight, at {cost:.1f} steps"
        return f"{words} ({name_trigger(trigger)}) gave it up for a time that stands nearer than its {cost:.1f} steps"

    def list_words(self, told: frozenset[int]) -> Iterator[Silence]:
        """Give the words for events that date nothing; ``told`` are the starts of those that did."""
        timed = {attempt.sentence.start: attempt for attempt in self._attempts}
        for sentence in self._reading.page.sentences:
            block = self._reading.page.blocks[sentence.block]
            if block.role in SILENT:
                continue
            attempt = timed.get(sentence.start) or self._find_attempt(sentence.start)
            stops = [moment.start for moment in attempt.moments] if attempt else []
            row = is_row(self._reading, sentence)
            for trigger in self._finder.find((sentence.start, sentence.end), stops, row=row):
                if trigger.start not in told:
                    yield from self._explain_trigger(trigger, attempt)

    def _explain_trigger(self, trigger: Trigger, attempt: Attempt | None) -> Iterator[Silence]:
        denied = self._find_denied(trigger)
        if denied is not None:
            reason = f"is denied: no {denied} took place"
        elif trigger.event == OTHER or (trigger.event in BOUND and attempt is None):
            return
        elif attempt is None or not attempt.moments:
            reason = f"may tell of {name_trigger(trigger)}, but no date or time stands in its sentence"
        else:
            reason = f"may tell of {name_trigger(trigger)}, but the dates of its sentence belong to other words"
        yield Silence(trigger.start, trigger.end, "words", reason)

    def _find_denied(self, trigger: Trigger) -> str | None:
        """Name the event that a trigger would tell, had no word before denied it."""
        sentence = self._reading.sentence_at(trigger.start)
        if trigger.event != OTHER or sentence is None:
            return None
        hit = self._events.get(trigger.start)
        return (
            hit.meaning[0].event if hit and is_negated(self._text, sentence.start, trigger.start, trigger.end) else None
        )

    def _find_attempt(self, offset: int) -> Attempt | None:
        """Give how the sentence or row around an offset was read."""
        at = bisect_left(self._attempts, offset + 1, key=lambda attempt: attempt.sentence.start) - 1
        found = self._attempts[at] if at >= 0 else None
        return found if found is not None and offset < found.sentence.end else None

    def _quote(self, trigger: Trigger) -> str:
        return f"“{self._text[trigger.start : trigger.end]}”"
