"""In: a place on a page. Out: whether the words there speak of the page's own craft."""

import re
from bisect import bisect_left

from extractor.facts.reading import Reading
from extractor.model import Block

_COMPANY = re.compile(r"\b(?:with|alongside|beside|together with|and)\s(?:the\s|its\s)?$")
_PRONOUN = re.compile(r"(?:Its?|She|Her|They|Their)\b")
_ANOTHER = re.compile(r"\b(?:another|next|successor|replacement|follow-?up|following|sister)\b")
_MANY = 5
_LEAST_SHARE = 0.36
_ROWS_ABOVE = 3


def is_about_many(reading: Reading) -> bool:
    """Say that a page names many craft and none of them much, as the status of a station does: it is about none."""
    names = [name for name in reading.crafts.names if name.kind not in {"station", "target"}]
    own = [name for name in names if name.name == reading.subject]
    title = reading.page.blocks[0].end if reading.page.blocks else 0
    if not own or own[0].start < title:
        return False
    return len({name.name for name in names}) >= _MANY and len(own) < _LEAST_SHARE * len(names)


def speaks_of_own(reading: Reading, start: int, low: int, high: int) -> bool:
    """Say that the sentence ``[low, high)`` around ``start`` speaks of the page's own craft, or of none.

    Craft named before count; those named behind only where none is named before, and not as company.
    """
    names = [name for name in reading.crafts_in(low, high) if name.kind in {"craft", "vessel"}]
    before = {name.name for name in names if name.start <= start}
    behind = next((name for name in names if name.start > start), None)
    alone = {behind.name} if behind and not _COMPANY.search(reading.page.text, low, behind.start) else set()
    told = before or alone or _read_lead(reading, low) or _read_before(reading, low)
    return not told or reading.subject in told


def follows_others(reading: Reading, start: int) -> bool:
    """Say that the sentence around ``start`` names no craft and goes on from one that has turned to another craft."""
    sentence = reading.sentence_at(start)
    previous = reading.sentence_before(sentence) if sentence else None
    if sentence is None or previous is None or _name_crafts(reading, sentence.start, sentence.end):
        return False
    named = _name_crafts(reading, previous.start, previous.end)
    turned = _ANOTHER.search(reading.page.text, previous.start, previous.end)
    return bool(named) and turned is not None and reading.subject not in named


def _name_crafts(reading: Reading, start: int, end: int) -> set[str]:
    return {name.name for name in reading.crafts_in(start, end) if name.kind in {"craft", "vessel"}}


def _read_lead(reading: Reading, start: int) -> set[str]:
    """Give the craft that a few words at the paragraph's beginning set as its topic: ``Arrival of TMA-11M.``."""
    block = reading.block_at(start)
    if block is None:
        return set()
    leads = [name for name in reading.crafts_in(block.start, block.start + 40) if name.kind == "craft"]
    marked = [name for name in leads if name.end + 1 < block.end]  # a sentence that is the whole line has no lead
    told = {name.name for name in marked if reading.page.text[name.end : name.end + 1] in {".", ":"}}
    return told or (_read_rows_above(reading, block) if block.role == "schedule" else set())


def _read_rows_above(reading: Reading, block: Block) -> set[str]:
    """Give the craft that the rows of a schedule right above name last."""
    blocks = reading.page.blocks
    at = bisect_left(reading.block_starts, block.start)
    for above in reversed(blocks[max(0, at - _ROWS_ABOVE) : at]):
        names = [n for n in reading.crafts_in(above.start, above.end) if n.kind in {"craft", "vessel"}]
        if names:
            return {names[-1].name}
    return set()


def _read_before(reading: Reading, start: int) -> set[str]:
    """Give the craft of the sentence before, where this one begins with a pronoun."""
    sentence = reading.sentence_at(start)
    previous = reading.sentence_before(sentence) if sentence else None
    if previous is None or not _PRONOUN.match(reading.page.text, start):
        return set()
    names = reading.crafts_in(previous.start, previous.end)
    return {name.name for name in names if name.kind in {"craft", "vessel"}}
