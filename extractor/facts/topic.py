"""In: a place on a page. Out: whether the words there speak of the page's own craft."""

import re
from bisect import bisect_left

from extractor.facts.reading import Reading
from extractor.model import Block

_COMPANY = re.compile(r"\b(?:with|alongside|beside|together with|and)\s(?:the\s|its\s)?$")
_PRONOUN = re.compile(r"(?:Its?|She|Her|They|Their)\b")
_ANOTHER = re.compile(r"\b(?:another|next|successor|replacement|follow-?up|following|sister)\b")
_MANY = 5
_FEW = 3
_LEAST_OWN = 3  # names of its own craft on a page that lists designators and is about one of them
_HEAD_BLOCKS, _ISSUE_BLOCKS = 8, 3
_LONGEST_TITLE, _ISSUE_REACH = 160, 240
_BETWEEN = " [\n|\u00a0]"
_BACKWARD, _FORWARD = frozenset("←◄◀⟵"), frozenset("→►▶⟶")
_ARROW = re.compile(r"[←◄◀⟵→►▶⟶]")
_ISSUE = re.compile(
    r"\b(?:Bulletin|Newsletter|Digest|Space Report|Circular|Mir News|Launch Log|Weekly)\b[^\w]{0,8}"
    r"(?:No\.?|Number|Issue|#|Vol\.?)?\s?\d{1,4}\b",
    re.I,
)
_CELL = re.compile(r"\t|\s?\|\s?|(?<=\S)\s{2,}(?=\S)")
_DIGIT_AHEAD = re.compile(r"^(?:\d|[A-Z][a-z]{2,8}\.? \d)")
"""How a row of launches begins: with a date or a number; rows of labels do not."""
_LISTED = re.compile(r"^[ \t*(-]{0,12}(?:19|20)\d\d-\d{3}[A-Z]{1,2}\b", re.M)
_LEAST_SHARE = 0.36
_ROWS_ABOVE = 3


def is_about_many(reading: Reading) -> bool:
    """Say that a page names many craft and none of them much, as the status of a station does: it is about none.

    So are the issues of a bulletin, and lists of designators; a page whose heads name one craft is about that one.
    """
    names = [name for name in reading.crafts.names if name.kind not in {"station", "target"}]
    own = [name for name in names if name.name == reading.subject]
    if not own or (reading.crafts.introduced and not _is_issue(reading)):
        return False
    head = _name_heads(reading)
    if len(own) < _LEAST_OWN and _lists_designators(reading.page.text):
        return True
    if reading.subject in head:
        return False
    once = reading.sentence_at(own[0].start) == reading.sentence_at(own[-1].start)
    if once and not head and len(names) > len(own) and reading.crafts.names[0].kind == "station":
        return True  # a page on a station that names each ship but once
    several = len({name.name for name in names})
    if several >= _FEW and not head and _is_issue(reading):
        return True
    return several >= _MANY and len(own) < _LEAST_SHARE * len(names)


def _name_heads(reading: Reading) -> set[str]:
    """Give the craft that the title and the first headings name; neighbours behind arrows are none of them."""
    text = reading.page.text
    heads = [
        block
        for index, block in enumerate(reading.page.blocks[:_HEAD_BLOCKS])
        if (index == 0 or block.role == "heading") and block.end - block.start <= _LONGEST_TITLE
    ] + _list_name_lines(reading)
    arrowed = next((b for b in reading.page.blocks[:_HEAD_BLOCKS] if _ARROW.search(text, b.start, b.end)), None)
    if arrowed is not None and arrowed.end - arrowed.start <= _LONGEST_TITLE:
        heads.append(arrowed)
    return {
        name.name
        for block in heads
        for name in reading.crafts_in(block.start, block.end)
        if name.kind != "station" and not read_arrow(text, name.start, name.end)
    }


def _list_name_lines(reading: Reading) -> list[Block]:
    """List the line of the head that is nothing but the name of the page's own craft; none where more are names."""
    lines = [
        (block, name.name)
        for block in reading.page.blocks[1:_HEAD_BLOCKS]
        for name in reading.crafts_in(block.start, block.start + 1)
        if name.end == block.end and name.kind != "station"
    ]
    return [block for block, name in lines if len(lines) == 1 and name == reading.subject]


def read_arrow(text: str, start: int, end: int) -> str | None:
    """Tell which neighbour the arrow beside a name in a line of links makes it: ``previous``, ``next`` or none."""
    if text[max(0, start - 3) : start].strip(_BETWEEN)[-1:] in _BACKWARD:
        return "previous"
    return "next" if text[end : end + 3].strip(_BETWEEN)[:1] in _FORWARD else None


def _is_issue(reading: Reading) -> bool:
    """Say that a page is an issue of a bulletin or a newsletter, as its first lines tell."""
    blocks = reading.page.blocks[:_ISSUE_BLOCKS]
    return bool(blocks) and _ISSUE.search(reading.page.text, 0, min(blocks[-1].end, _ISSUE_REACH)) is not None


def _lists_designators(text: str) -> bool:
    """Say that several lines of a page begin with an international designator."""
    return len({found.group() for found in _LISTED.finditer(text)}) >= _FEW


def is_strange_row(reading: Reading, start: int) -> bool:
    """Say that a place is in a row of a table of launches that does not name the page's own craft."""
    block = reading.block_at(start)
    if block is None or block.role == "paragraph" or block.end - block.start > _LONGEST_TITLE:
        return False
    row = reading.page.text[block.start : block.end].strip(" |\t")
    if len(_CELL.findall(row)) < _FEW or not _DIGIT_AHEAD.search(row):
        return False
    return all(name.name != reading.subject for name in reading.crafts_in(block.start, block.end))


def speaks_of_own(reading: Reading, start: int, low: int, high: int) -> bool:
    """Say that the sentence ``[low, high)`` around ``start`` speaks of the page's own craft, or of none.

    Craft named before count; those named behind only where none is named before, and not as company.
    """
    names = [name for name in reading.crafts_in(low, high) if name.kind in {"craft", "vessel"}]
    before = {name.name for name in names if name.start <= start}
    behind = next((name for name in names if name.start > start), None)
    alone = {behind.name} if behind and not _COMPANY.search(reading.page.text, low, behind.start) else set()
    told = before or (_read_before(reading, low) & {reading.subject}) or alone or _read_lead(reading, low)
    told = told or _read_before(reading, low)
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
