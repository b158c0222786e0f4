"""In: a Reading. Out: mass facts: what a page says that a craft, its fuel, cargo, instruments or rocket weigh.

A mass finds what it is of in the words behind it (``8,200 pounds of supplies``, ``the 7,220-kg spacecraft``), else in
the label or the verb of weighing before it. Masses of anything else (a dog, a rock, an antenna) give no fact. Words are
in ``mass.toml``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.facts.figures import Figure, make_figure, merge_figures
from extractor.facts.mass_owners import find_owner
from extractor.facts.mass_place import Place
from extractor.facts.mass_words import find_mass_words
from extractor.facts.reading import Reading
from extractor.facts.spellings import NOBODY
from extractor.model import Fact, Mention
from extractor.units import find_ends, find_label, pair_conversions

_SKIPPED = frozenset({"category", "reference", "boilerplate", "caption"})
_REACH, _EACH_REACH = 200, 60
_NAMED_BEFORE, _NAMED_LATER = 400, 240  # characters around a mass in which a story names what a shuttle carries
_LOAD = re.compile(r"[\s-](?:[a-z-]{3,14}\s){0,2}(?:observatory|telescope|satellite|spacecraft|probe)\b")
"""What a shuttle carries, and is none itself, behind a mass: ``the 12-ton observatory``."""
_NAME = r"[A-Z][\w-]{1,20}(?:\s[A-Z\d][\w-]{0,12})?"
_EACH = re.compile(
    rf"(?<!\w)(?P<one>{_NAME})\sand\s(?P<other>{_NAME}),?\s(?:[a-z]{{2,6}}\s)?each\s(?:of\s(?:them|which)\s)?"
    r"(?:weigh(?:s|ed|ing)|massed|massing|(?:with|had|has|have|having)\san?\s(?:\w{3,8}\s)?(?:mass|weight)\sof)\s"
    r"(?:(?:about|some|only|just|roughly|nearly|approximately)\s|~)?$"
)

_BEARER = re.compile(
    r"[\s*•-]{0,6}(?P<name>[A-Z][A-Za-z-]{0,20}[- ]?\d{1,3}[A-Z]?)(?: \([^()\n]{2,40}\))?"
    r": (?:(?:launch )?(?:mass|weight):? (?:of )?)?~?"
)


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
    ends = find_ends(text, shown, converted)
    conversions: dict[str, list[str]] = {}
    for other, first in converted.items():
        conversions.setdefault(first, []).append(other)
    for mention in shown:
        if mention.id in converted:
            continue
        owner = find_owner(Place(reading, words, mention.start, ends[mention.id], _find_floor(reading, mention.start)))
        figure = make_figure("mass", owner.of, mention, conversions.get(mention.id, ())) if owner else None
        if owner is not None and figure is not None:
            named = {"item": owner.item} if owner.item else {}
            figure = replace(figure, trigger=owner.trigger, named=named)
            subjects = (
                _list_bearers(reading, mention) or _read_bearer(reading, mention) or [_find_bearer(reading, mention)]
            )
            yield from (replace(figure, subject=subject) for subject in subjects if subject != NOBODY)


def _find_bearer(reading: Reading, mention: Mention) -> str | None:
    """Find the craft that weighs so much; ``NOBODY`` where a load of a shuttle does that the page does not name."""
    subject = reading.subject_at(mention.start, mention.end)
    ships = {name.name for name in reading.crafts.names if name.kind == "vessel"}
    if subject not in ships or not _LOAD.match(reading.page.text, mention.end):
        return subject
    near = reading.crafts_in(mention.start - _NAMED_BEFORE, mention.end + _NAMED_LATER)
    loads = [n for n in near if n.kind in {"craft", "target"} and n.name not in ships and not n.name.startswith("STS")]
    before = [name.name for name in loads if name.start < mention.start]
    own = reading.subject if reading.subject not in ships else NOBODY
    return before[-1] if before else loads[0].name if loads else own


def _list_bearers(reading: Reading, mention: Mention) -> list[str | None]:
    """List the craft that weigh the same: ``Alpha and Beta, each weighing 53 kilograms``; none without ``each``."""
    text = reading.page.text
    if "each" not in text[max(0, mention.start - _EACH_REACH) : mention.start]:
        return []
    found = _EACH.search(text, max(0, mention.start - _REACH), mention.start)
    if found is None:
        return []
    names = {name.start: name.name for name in reading.crafts_in(found.start("one"), found.end("other"))}
    return [names.get(found.start(group), found[group]) for group in ("one", "other")]


def _read_bearer(reading: Reading, mention: Mention) -> list[str | None]:
    """Read the craft of a label line of a name and its mass: ``SAT-1A: mass 8.4 kg``."""
    block = reading.block_at(mention.start)
    if block is None or block.label is None or block.label[0] > mention.start:
        return []
    found = _BEARER.fullmatch(reading.page.text, block.start, mention.start)
    return [found["name"]] if found else []


def _find_floor(reading: Reading, start: int) -> int:
    """Give where the sentence or line of a mass begins; a line that begins small, or below its label, goes on."""
    text, sentence = reading.page.text, reading.sentence_at(start)
    floor = sentence.start if sentence is not None else 0
    while (
        start - floor < _REACH
        and floor > 1
        and text[floor - 1] == "\n" != text[floor - 2]
        and (text[floor].islower() or text[floor - 2] == ":")
    ):
        floor = text.rfind("\n", 0, floor - 1) + 1
    return max(start - _REACH, floor)
