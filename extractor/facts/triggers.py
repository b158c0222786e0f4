"""In: a Page. Out: the words on it that may mean an event, with the form that they have and what they need around."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain

from extractor.facts.apart import find_apart
from extractor.facts.date_needs import A_STAY, AIMED, DATED, UNTIL_DATE, is_at_station, is_dated_so
from extractor.facts.event_forms import is_hauled, is_other_form
from extractor.facts.event_words import AROUND, OTHER, PHRASES, Sense, list_surroundings
from extractor.facts.negation import is_negated
from extractor.facts.strangers import OBJECTS, STRANGERS, find_doer, is_done_to_ware, is_mock
from extractor.model import Page
from extractor.records import record
from extractor.vocabulary import Hit, Vocabulary, Words

LIGHT_VERBS = frozenset(AROUND["light"]["words"])
"""Participles that may stand between an event's noun and its date: ``launch scheduled for``."""

SHIFT = "shift"
"""The event name of words that set or move a date: ``slipped to``; which event's date, the sentence tells."""

STARTED, ENDED = "phase_start", "phase_end"
"""The event names of ``began`` and ``ended``: of what, the sentence tells."""

AGAIN = "same_again"
"""The event name of ``followed``: what another craft did before."""

CAME = "as_said"
"""The event name of ``it came on the 29th``: what the sentence before, or the clause before, spoke of."""

BOUND = frozenset({SHIFT, STARTED, ENDED, AGAIN, CAME})
"""Events that are said of another one of the sentence."""

_BEHIND = frozenset({"begun"})  # words that tell of a noun only behind it
_CLOSE = frozenset({"people", "parts", "turns", "first_plan", "roads"})  # words that forbid but from close by
_REACH = 70  # characters in which what a trigger needs must follow
_BESIDE = 16  # characters behind a verb in which its goal begins
_NEAR = 30  # characters before a noun in which it may stand as well: `space station departure`
_CLAUSE = 100  # characters behind a noun in which the verb may stand that tells what happened to it
_BREAK = re.compile(
    r"[;:,.!?\n](?:(?<=[;:])|(?<=,) |(?<=\.)(?<![ap]\.m\.)(?<!\bSt\.)(?<!\bNo\.)(?<!\b[A-Z]\.)(?<!\bJr\.) "
    r"|(?<=[.!?])[”’\"]|(?<=\n)[ \t]{0,40}\n)"
)
_BOUND_FOR = re.compile(r" (?:for|to|and|toward|towards|on) ")
_BEING = re.compile(r"\b(?:was|were|is|are|been|being|be|gets?|got)(?:\s(?:\w+ly|also|then|later|now|first))?\s$", re.I)
_MET = re.compile(r"\bas\s$", re.I)  # `lifted off as scheduled on June 30`
_NAMING = frozenset({"noun", "ing"})
_ASIDE = frozenset({"moved"})  # words that tell of a noun only right behind it
_TAKES_OBJECT = re.compile(r" (?:an?|the|its|their|his|her|this|these|two|three|work|operations)\b")
_RECKONED_FROM = re.compile(
    r"\b(?:sec(?:onds?|s)?|min(?:utes?|s)?|hours?|hrs?|days?|weeks?|months?) (?:after|before|into|past|following)"
    r" (?:the |its )?$",
    re.I,
)
"""What stands before a noun from which a time is reckoned: ``docked 6 hours after liftoff, at 23:14``."""
_CLOCK_ASIDE = (", at ", ", on ")
_SLOT = re.compile(r" (?:its|their) (?:\w+ )?(?:station|berth) (?:at|over|above|in|near|on the equator)\b", re.I)
"""A place among satellites, and no station: ``reached its station at 19 degrees east``."""
_LISTED = re.compile(r"(?:,|,? and|, then|,? and then)\s$")
_TOLD = re.compile(
    r"(?:[)\]]?(?: \([^()\n]{1,20}\))?,|(?:[)\]]?(?: \([^()\n]{1,20}\))?| (?:of|from|with|to|at) [^.,;:\n]{1,70}?)"
    r"(?:,? which)? (?:was|were|is|are|has been|had been)"
    r"(?: (?:\w+ly|also|then|later))?) "
    r"(?:(?:conducted|achieved|executed|commanded|registered|recorded|sent|received)\b"
    r"|(?:confirmed|verified|observed|detected|declared)(?=,? at ))"
)
"""What says that an event took place: a clock time behind it is the event's."""

_SUBORDINATE = re.compile(r"\b(?:when|since|after|before|once|until) [^,;]*$", re.I)
_PARTED = re.compile(
    r"\b(?:until|when|while|before|after|because|and then)\b|;"
    r"|\b(?:was|were|had been) [^;,]{2,40},? and (?:the|all|its|operations)\b"
)
_NAMED_AGAIN = re.compile(r" \([\w -]{0,24}")


@record(frozen=True, slots=True)
class Trigger:
    """Words that may mean an event: half-open offsets and the senses that their surroundings allow, best first."""

    start: int
    end: int
    senses: tuple[Sense, ...]

    @property
    def event(self) -> str:
        """Give the first sense's event."""
        return self.senses[0].event

    @property
    def form(self) -> str:
        """Give the first sense's form."""
        return self.senses[0].form


_ALIEN = (Sense(OTHER, "past"),)
_TRIGGERS: Vocabulary[tuple[Sense, ...]] = Vocabulary(PHRASES)
_SURROUNDINGS: Vocabulary[frozenset[str]] = Vocabulary(list_surroundings())


class TriggerFinder:
    """The triggers of the sentences of a page that name a time; checked against their surroundings when asked for."""

    def __init__(self, page: Page, spans: Iterable[tuple[int, int]], *, visits: bool = False) -> None:
        """Look the words of ``spans`` up; ``visits`` says that the page names a station that craft may visit."""
        self._text = page.text
        words = Words(
            chain.from_iterable(
                page.words[bisect_left(page.words, (start,)) : bisect_left(page.words, (end,))] for start, end in spans
            )
        )
        self._hits = list(_TRIGGERS.find(page.text, words))
        self._starts = [hit.start for hit in self._hits]
        self._places = list(_SURROUNDINGS.find(page.text, words))
        self._place_starts = [hit.start for hit in self._places]
        self._doers = [place for place in self._places if STRANGERS in place.meaning]
        self._wares = [place for place in self._places if not OBJECTS.isdisjoint(place.meaning)]
        self._visits = visits

    def find(self, span: tuple[int, int], stops: Sequence[int], *, row: bool = False) -> list[Trigger]:
        """Give the triggers in the half-open span whose needs are met, in reading order.

        ``stops`` are the offsets of dates and times: the verb of a noun stands before the next one. Words that mean
        an event only as a label are left out unless the span is a ``row``.
        """
        start, end = span
        found: list[Trigger] = []
        aims: list[Trigger] = []
        for hit in self._hits[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if found and hit.start < found[-1].end:
                continue  # inside the words of a phrase such as `hatch ... was opened`
            stop = _next_stop(stops, hit.end, end)
            senses = tuple(
                sense
                for sense in hit.meaning
                if (row or sense.form != "row")
                and (row or sense.form != "passive" or self._is_passive(hit, start, found))
                and self._allows(hit, sense, (start, stop))
            )
            if (
                not senses
                and found
                and found[-1].senses[0].words
                and found[-1].senses[0] in hit.meaning
                and found[-1].senses[0].words not in _BEHIND
            ):
                senses = found[-1].senses  # `the hatch was opened at 5:39, followed by the inner hatch at 5:55`
            senses = self._bar_strangers(hit, senses, start)
            if senses and senses[0].event == "burn" and found and _is_one(found[-1], self._text, hit.start):
                continue  # `orbit insertion burn` is one
            if not senses or (senses[0].event in {STARTED, ENDED} and self._is_subordinate(hit, start)):
                continue
            if senses[0].event == OTHER and self._is_told(hit, found):
                continue
            if senses[0].needs in AIMED:
                aims.append(Trigger(stop - 1, stop, senses))  # at its date, so that it owns no other
                continue
            told = next((sense for sense in senses if sense.words), senses[0])
            first, last = self._stretch(hit, told, (start, stop))
            while found and found[-1].start >= first:
                found.pop()  # the verb of the noun that stands before it: `closed the hatch`
            if senses[0].form != "row" and is_negated(self._text, start, first, last):
                senses = (Sense(OTHER, "past"),)
            found.append(Trigger(first, last, senses))
        return sorted([*found, *aims], key=lambda trigger: trigger.start) if aims else found

    def _is_told(self, hit: Hit[tuple[Sense, ...]], found: Sequence[Trigger]) -> bool:
        """Say that a verb but tells that the event before it took place: ``capture was confirmed at 10:12``."""
        if not found or not any(sense.form in _NAMING for sense in found[-1].senses):
            return False
        return _TOLD.match(self._text, found[-1].end, hit.end + len(" at ")) is not None

    def _bar_strangers(self, hit: Hit[tuple[Sense, ...]], senses: tuple[Sense, ...], start: int) -> tuple[Sense, ...]:
        """Leave no event to words that tell of strangers to spaceflight or of a test, which own their date as well."""
        if not senses or senses[0].event in BOUND | {OTHER} or senses[0].form == "row":
            return senses
        span, text = (hit.start, hit.end), self._text
        doer = None if senses[0].form == "noun" or not self._doers else find_doer(text, self._doers, span, start)
        if doer is not None:
            own = tuple(sense for sense in senses if sense.by is not None and sense.by in doer.meaning)
            return own or _ALIEN
        own = senses if senses[0].by is None else tuple(sense for sense in senses if sense.by is None)
        if own and own[0].needs != UNTIL_DATE and self._wares and is_done_to_ware(text, self._wares, span, own[0]):
            return _ALIEN
        return _ALIEN if own and is_mock(text, hit.start, start, own[0]) else own

    def _is_passive(self, hit: Hit[tuple[Sense, ...]], start: int, found: Sequence[Trigger]) -> bool:
        """Say that a participle is a passive, by its own auxiliary or that of the one that it is listed with."""
        if _BEING.search(self._text, max(start, hit.start - 25), hit.start):
            return True
        if not found or not _LISTED.search(self._text, max(found[-1].end, hit.start - 12), hit.start):
            return False
        return _BEING.search(self._text, max(start, found[-1].start - 25), found[-1].start) is not None

    def _is_subordinate(self, hit: Hit[tuple[Sense, ...]], start: int) -> bool:
        """Say that a verb stands in a clause of its own: ``when the project began`` starts nothing of the sentence."""
        return _SUBORDINATE.search(self._text, max(start, hit.start - 45), hit.start) is not None

    def _stretch(self, hit: Hit[tuple[Sense, ...]], sense: Sense, span: tuple[int, int]) -> tuple[int, int]:
        """Give the offsets of a trigger with the verb that tells what happened to it."""
        if sense.needs == A_STAY:
            return hit.start, span[1] - 1  # `docked` in it is no event
        if sense.apart:
            return hit.start, find_apart(self._text, hit.end, sense.apart)
        word = self._find_words(hit, sense.words, span) if sense.words else None
        return (hit.start, hit.end) if word is None else (min(hit.start, word.start), max(hit.end, word.end))

    def _find_words(self, hit: Hit[tuple[Sense, ...]], key: str, span: tuple[int, int]) -> Hit[frozenset[str]] | None:
        """Find words of the list ``key`` in the clause of a noun: the nearest behind it, else right before it."""
        low = bisect_left(self._place_starts, max(span[0], hit.start - _NEAR))
        high = bisect_left(self._place_starts, min(span[1], hit.end + _CLAUSE))
        near = [place for place in self._places[low:high] if key in place.meaning and place.start != hit.start]
        if key in _BEHIND:
            near = [place for place in near if place.start >= hit.end]
        if key in _BEHIND:
            near = [place for place in near if not _TAKES_OBJECT.match(self._text, place.end)]
        if key in _ASIDE:  # `was boosted into orbit` raises none
            near = [place for place in near if place.start >= hit.end and "," not in self._text[hit.end : place.start]]
        behind = [
            place for place in near if place.start >= hit.end and not _PARTED.search(self._text, hit.end, place.start)
        ]
        ahead = [place for place in near if place.end <= hit.start]
        return behind[0] if behind else ahead[-1] if ahead else None

    def _allows(self, hit: Hit[tuple[Sense, ...]], sense: Sense, span: tuple[int, int]) -> bool:
        text = self._text
        start = span[0]
        before = text[max(start, hit.start - 25) : hit.start]
        if is_other_form(text, hit, sense, before):
            return False
        if sense.form == "noun" and text.startswith(_CLOCK_ASIDE, hit.end) and _RECKONED_FROM.search(before):
            return False
        if (sense.event == AGAIN and text.startswith(" by", hit.end)) or (
            sense.event == SHIFT and (_MET.search(before) or is_hauled(text, (hit.start, hit.end), span[1]))
        ):
            return False
        reach = _NEAR if sense.unless in _CLOSE else 2 * _REACH
        if sense.unless and self.has(sense.unless, max(start, hit.start - reach), hit.start):
            return False
        named = sense.words in _BEHIND or (sense.event == SHIFT and sense.form == "noun")
        opens = hit.start == start and text[hit.start : hit.end] != "Opportunity"
        if named and not opens and text[hit.start].isupper() and not text[hit.start : hit.end].isupper():
            return False  # `Odyssey` and `Opportunity` are craft there
        if sense.words and self._find_words(hit, sense.words, span) is None:
            return False
        if sense.apart and not find_apart(text, hit.end, sense.apart):
            return False
        if sense.needs in DATED:
            if not self._visits and is_at_station(sense.event, sense.needs):
                return False
            return is_dated_so(text, sense.needs, (hit.start, hit.end), span)
        return sense.needs is None or self._is_met(hit, sense.needs, sense.form == "noun", start)

    def _is_met(self, hit: Hit[tuple[Sense, ...]], needs: str, noun: bool, start: int) -> bool:
        """Say that what a sense needs follows before the clause breaks, or stands close before a noun."""
        if needs == "visit":
            return self._visits
        if needs == "station" and _SLOT.match(self._text, hit.end):
            return False
        if needs == "arm" and self.has(needs, max(start, hit.start - _REACH), hit.start):
            return True
        if needs == "descent":  # `entry, descent and landing`: the comma parts nothing
            return self.has(needs, hit.end, hit.end + _NEAR)
        if needs == "site" and self.has("base", hit.end, hit.end + _BESIDE):
            return False  # `arrived at the station after its launch from Baikonur`
        stop = _BREAK.search(self._text, hit.end, hit.end + _REACH)
        if needs in {"off_site", "hangar"}:  # `left Houston for the Cape` is a journey of people
            end = stop.start() if stop else hit.end + _REACH
            bound_for = _BOUND_FOR.search(self._text, hit.end, end)
            return self.has(needs, hit.end, bound_for.start() if bound_for else end)
        if self.has(needs, hit.start + 1, stop.start() if stop else hit.end + _REACH):
            return True
        return noun and self.has(needs, max(start, hit.start - _NEAR), hit.start)

    def has(self, key: str, start: int, end: int) -> bool:
        """Say that words of the list ``key`` of the surroundings begin in the half-open span."""
        low = bisect_left(self._place_starts, start)
        return any(key in hit.meaning for hit in self._places[low : bisect_left(self._place_starts, end)])

    def name_event(self, trigger: Trigger, span: tuple[int, int]) -> Sense:
        """Choose the sense of a trigger whose words stand in ``span``; a sense that wants none comes after those."""
        for sense in trigger.senses:
            if sense.words and self.has(sense.words, *span):
                return sense
        return next((sense for sense in trigger.senses if sense.words is None), trigger.senses[0])


def _is_one(event: Trigger, text: str, start: int) -> bool:
    """Say that a burn is but named again: ``orbit insertion burn``, ``orbit raising (Earth-bound firing-1)``."""
    gap = text[event.end : start]
    return event.form == "noun" and (
        len(gap) == 1 or (_NAMED_AGAIN.fullmatch(gap) is not None and event.event != "burn")
    )


def _next_stop(stops: Sequence[int], offset: int, end: int) -> int:
    place = bisect_left(stops, offset)
    return stops[place] if place < len(stops) else end
