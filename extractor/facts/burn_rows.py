"""In: a row that tells of no event by its own words. Out: the burn that the head of its table says it is.

Histories list burns by name, clock and speed: ``DV1 06:08:24 27.6 meters per second`` below ``Maneuver ... Delta-V``.
"""

import re
from collections.abc import Sequence

from extractor.facts.columns import Entry
from extractor.facts.event_words import Sense
from extractor.facts.moments import Moment
from extractor.facts.reading import Reading
from extractor.facts.table_heads import list_heads
from extractor.facts.triggers import Trigger
from extractor.model import Page, Sentence
from extractor.values import DAY_LENGTH

_BURNS = re.compile(
    r"\b(?:maneuvers?|manoeuvres?|burns?|firings?|(?:orbit|course) corrections?|impulses?|delta[- ]?v)\b|ΔV", re.I
)
_WORDS = frozenset(
    (
        "maneuver", "maneuvers", "manoeuvre", "manoeuvres", "burn", "burns", "firing", "firings", "correction",
        "corrections", "impulse", "impulses", "delta", "deltav", "δv",
    )
)  # fmt: skip
_MEASURES = frozenset({"SPEED", "DURATION", "LENGTH"})
_INSERTION = re.compile(r"\W{0,3}[A-Z]OI(?:[- ]?1)?\b")
_BRAKING = re.compile(r"\b(?:de-?orbit\w*|braking|retro\w*)\b", re.I)
_ENDS = re.compile(r"\b(?:start|begin|begins|ignition|on)\b.{1,40}\b(?:end|ends|stop|cut-?off|shutdown|off)\b", re.I)
"""The head of columns for when a burn begins and ends."""
_TWO = 2


def may_list_burns(page: Page) -> bool:
    """Say that words of a page may head a table of burns."""
    return not _WORDS.isdisjoint(page.words.distinct)


def read_burn(reading: Reading, row: Sentence, moments: Sequence[Moment]) -> list[Entry]:
    """Give the burn of a row that names one time and a speed, a length of time or a height, below such a head."""
    days = [moment for moment in moments if len(moment.value) >= DAY_LENGTH and "/" not in moment.value]
    measured = any(mention.label in _MEASURES for mention in reading.mentions_in(row.start, row.end))
    subject = reading.own_of(row.block)
    if not days or not measured or subject is None:
        return []
    heads = list(list_heads(reading, row.block))
    if not any(_BURNS.search(reading.page.text, *head) for head in heads):
        return []
    if len(days) != 1 and not (len(days) == _TWO and _ENDS.search(reading.page.text, *heads[0])):
        return []
    trigger = Trigger(
        row.start, max(row.start + 1, days[0].start), (Sense(_name_burn(reading.page.text, row), "noun"),)
    )
    return [Entry(trigger, days[0], subject)]


def _name_burn(text: str, row: Sentence) -> str:
    if _INSERTION.match(text, row.start, row.end):
        return "orbit_insertion"
    return "deorbit_burn_start" if _BRAKING.search(text, row.start, row.end) else "orbit_change"
