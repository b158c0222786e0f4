"""In: a Reading. Out: mass facts: what a page says that a craft, its fuel, cargo, instruments or rocket weigh.

A mass finds what it is of in the words behind it (``8,200 pounds of supplies``, ``the 7,220-kg spacecraft``), else in
the label or the verb of weighing before it. Masses of anything else (a dog, a rock, an antenna) give no fact. Words are
in ``mass.toml``.
"""

from collections.abc import Iterator
from dataclasses import replace

from extractor.facts.figures import Figure, make_figure, merge_figures
from extractor.facts.mass_owners import find_owner
from extractor.facts.mass_place import Place
from extractor.facts.mass_words import find_mass_words
from extractor.facts.reading import Reading
from extractor.model import Fact, Mention
from extractor.units import find_label, pair_conversions

_SKIPPED = frozenset({"category", "reference", "boilerplate", "caption"})
_REACH = 200


def find(reading: Reading) -> list[Fact]:
    """Give the mass facts of a page, in reading order."""
    shown = [m for m in reading.mentions if _is_mass(m) and _is_shown(reading, m)]
    return merge_figures(_list_figures(reading, shown)) if shown else []


def _is_mass(mention: Mention) -> bool:
    return mention.label == "MASS" or (mention.label == "QUANTITY" and find_label(mention.unit) == "MASS")


def _is_shown(reading: Reading, mention: Mention) -> bool:
    block = reading.block_at(mention.start)
    return block is None or block.role not in _SKIPPED


def _list_figures(reading: Reading, shown: list[Mention]) -> Iterator[Figure]:
    text = reading.page.text
    words = find_mass_words(reading.page, [mention.start for mention in shown])
    converted = pair_conversions(text, shown)
    ends = {mention.id: mention.end for mention in shown}
    conversions: dict[str, list[str]] = {}
    for mention in shown:
        if mention.id in converted:
            first = converted[mention.id]
            conversions.setdefault(first, []).append(mention.id)
            ends[first] = mention.end + (text[mention.end : mention.end + 1] in (")", "]"))
    for mention in shown:
        if mention.id in converted:
            continue
        owner = find_owner(Place(reading, words, mention.start, ends[mention.id], _find_floor(reading, mention.start)))
        figure = make_figure("mass", owner.of, mention, conversions.get(mention.id, ())) if owner else None
        if owner is not None and figure is not None:
            named = {"item": owner.item} if owner.item else {}
            subject = reading.subject_at(mention.start, mention.end)
            yield replace(figure, subject=subject, trigger=owner.trigger, named=named)


def _find_floor(reading: Reading, start: int) -> int:
    """Give where the sentence or line of a mass begins; a line that begins small goes on from the one before."""
    text, sentence = reading.page.text, reading.sentence_at(start)
    floor = sentence.start if sentence is not None else 0
    while start - floor < _REACH and floor > 1 and text[floor - 1] == "\n" != text[floor - 2] and text[floor].islower():
        floor = text.rfind("\n", 0, floor - 1) + 1
    return max(start - _REACH, floor)
