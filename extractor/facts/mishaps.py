"""In: the event facts of a page. Out: the failures that their sentences date by the launch alone.

``It was launched on 4 June and exploded 37 seconds after launch`` names one date for two events.
"""

import re
from collections.abc import Iterator, Sequence

from extractor.facts.reading import Reading
from extractor.model import Fact, Sentence
from extractor.values import DAY_LENGTH

_WORDS = frozenset(
    [
        "exploded",
        "exploding",
        "disintegrated",
        "broke",
        "failed",
        "destroyed",
        "blew",
        "blown",
        "malfunctioned",
        "failure",
    ]
)
"""One of them is in whatever tells of a mishap: most pages hold none."""

_FAILED = (
    r"\b(?:explod(?:ed|ing)|disintegrated|broke (?:up|apart)|failed|was destroyed|(?:was )?bl(?:ew|own) up"
    r"|malfunctioned|suffered an? (?:\w+ ){0,2}failure)\b"
)
_INTO_FLIGHT = (
    r"\b(?:seconds?|minutes?|moments|shortly) (?:after|into|following) (?:its |the |their )?"
    r"(?:launch|lift-?off|flight|ascent|take-?off)\b"
)
_MISHAP = re.compile(
    rf"(?P<failed>{_FAILED})[^.;]{{0,70}}?{_INTO_FLIGHT}|{_INTO_FLIGHT}[^.;]{{0,70}}?(?P<then>{_FAILED})"
)


def find_mishaps(facts: Sequence[Fact], reading: Reading) -> Iterator[Fact]:
    """Give the failures of flights whose launch the same sentence dates, at the launch's day."""
    if _WORDS.isdisjoint(reading.page.words.distinct):
        return
    failed = {
        sentence.start
        for fact in facts
        if fact.get("event") == "failure" and (sentence := _find_sentence(fact, reading))
    }
    for fact in facts:
        if (fact.get("event"), fact.get("status")) != ("launch", "actual"):
            continue
        sentence = _find_sentence(fact, reading)
        if sentence is None or sentence.start in failed:
            continue
        found = _MISHAP.search(reading.page.text, sentence.start, sentence.end)
        if found is not None:
            span = found.span("failed") if found["failed"] else found.span("then")
            told = {"event": "failure", "status": "actual", "value": str(fact.get("value"))[:DAY_LENGTH]}
            yield Fact("event", fact.subject, told, fact.evidence, "event.failure", span)


def _find_sentence(fact: Fact, reading: Reading) -> Sentence | None:
    return reading.sentence_at(fact.trigger[0]) if fact.trigger else None
