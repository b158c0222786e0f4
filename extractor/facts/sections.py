"""In: a Page and its names of craft. Out: for each block the craft that the heading above it names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from extractor.facts.spellings import NOBODY, CraftName
from extractor.model import Block, Page

_LONGEST = 80  # characters of a heading
_AHEAD = re.compile(
    r"(?:(?:19|20)\d\d-\d{3}[A-Z]{1,3}[ :]{1,4}|[\W\d_]{0,8})"
    r"(?:(?:No\.|Flight|Mission|The|Spacecraft:?|Satellite:?)[ \d:.]{1,5})?[\"“_*]{0,2}"
)
"""What may stand before the craft that a heading names: ``3. Luna 13``."""
_BEHIND = re.compile(
    r"[\"”_*]{0,2}(?:$|[ \t]*[:(,/|•=–—-]"
    r"|(?: (?:mission|flight|spacecraft|satellite|probe|launch(?:ed|es)?|crew|details|data|facts|and|the))+$)"
)
_COSPAR = re.compile(r"(?:19|20)\d\d-\d{3}[A-Z]")
_UNDERLINE = re.compile(r"[-=~_*]{3,}$")
_ENTRY = re.compile(r"(?:[^.!?]|\.(?=\s{0,3}\d)){0,100}[ \t][•–—|/-]{1,2}[ \t]")
_ENTRY_LABEL = re.compile(
    r"(?:launch|lift-?off|window|time|date|vehicle|orbiter|location|crew|mission|rocket|payloads?)\b", re.I
)
_PARTS = re.compile(
    r"[\W\d_]*(?:(?:in )?work|issues|activities|tasks)\b"
    r"|[\W\d_]*(?:launch|descriptions?|missions?|orbits?|orbital|crews?|landing|docking|flight|spacecraft|overview|payload"
    r"|history|background|objectives?|specifications?|instruments?|data|details|timeline|results|summary|design|facts"
    r"|parameters|characteristics|profile|events|operations|return|status|remarks|notes)\b",
    re.I,
)
"""The first words of headings of parts of what a heading above is about."""
_CARRIES = ("/", " / ")  # between a flight and its payload: ``STS-99/Palapa C - ATLANTIS``
_LEAD = re.compile(r"[A-Z][A-Z\d /&.,()-]{2,40}:\s{1,3}\S")
_SHORTEST_ITEM = 60  # characters
_FEWEST = 2
_MARK = " - . "
_DAY = re.compile(r"\d{4} [A-Z][a-z]{2,8} \d{1,2} - \.")
"""The day that heads the next entry of a chronology."""
_TOLD = frozenset({"paragraph", "label_value", "list_item"})
_HEADINGS = frozenset({"title", "heading"})
_START = attrgetter("start")


def list_sections(page: Page, names: Sequence[CraftName]) -> list[str | None]:
    """List for each block the craft of its section: ``Luna 13`` behind a heading of that name, else ``None``."""
    heads = _find_heads(page, names)
    leads = _find_leads(page, names) | _find_entries(page, names)
    if not heads and not leads:
        return []
    blocks = page.blocks
    sections: list[str | None] = []
    current: str | None = None
    for place, block in enumerate(blocks):
        if place in leads:
            current = leads[place]
        elif place in heads:
            current = heads[place]
        elif _is_end(page, blocks, place, block) or _DAY.match(page.text, block.start):
            current = None
        sections.append(current)
    return sections


def _find_leads(page: Page, names: Sequence[CraftName]) -> dict[int, str]:
    """Find the items of a bulletin, which begin with a few words in capitals, and the craft that each begins with.

    They are a bulletin's where two craft at least lead one; an item that names no craft at all is ``NOBODY``'s.
    """
    items: dict[int, str] = {}
    for place, block in enumerate(page.blocks):
        if block.role not in _TOLD or block.end - block.start < _SHORTEST_ITEM:
            continue
        lead = _LEAD.match(page.text, block.start)
        if lead is None or _PARTS.match(lead[0]) or _ENTRY_LABEL.match(lead[0]):
            continue
        first, last = (bisect_left(names, end, key=_START) for end in (block.start, block.end))
        flying = [name for name in names[first:last] if name.kind != "station"]
        if not flying or flying[0].start < lead.end():
            items[place] = flying[0].name if flying else NOBODY
    return items if len(set(items.values()) - {NOBODY}) >= _FEWEST else {}


def _find_entries(page: Page, names: Sequence[CraftName]) -> dict[int, str]:
    """Find the lines of a chronology that name the craft of an entry: ``Soyuz T-5 - . Call Sign: Elbrus.``"""
    if _MARK not in page.text:
        return {}
    starts = {block.start: place for place, block in enumerate(page.blocks)}
    marked = (name for name in names if name.start in starts and page.text.startswith(_MARK, name.end))
    entries = {starts[name.start]: name.name for name in marked}
    return entries if len(set(entries.values())) >= _FEWEST else {}


def _is_end(page: Page, blocks: Sequence[Block], place: int, block: Block) -> bool:
    """Say that a block heads something else than a part of what is told before."""
    if block.role == "footer":
        return True
    under = place + 1 < len(blocks) and block.end - block.start <= _LONGEST and _is_line(page, blocks[place + 1])
    return (block.role in _HEADINGS or under) and _PARTS.match(page.text, block.start, block.end) is None


def _is_line(page: Page, block: Block) -> bool:
    return _UNDERLINE.match(page.text, block.start, block.end) is not None


def _find_heads(page: Page, names: Sequence[CraftName]) -> dict[int, str]:
    """Find the blocks that head a section on the one craft that they name."""
    heads: dict[int, str] = {}
    starts = [block.start for block in page.blocks]
    for name in names:
        if name.kind not in {"craft", "vessel"}:
            continue
        place = bisect_right(starts, name.start) - 1
        block = page.blocks[place]
        if place in heads or block.end - block.start > _LONGEST or place + 1 == len(page.blocks):
            continue
        if _names_one(page, block, names, name) and _is_head(page, place, block, name):
            heads[place] = name.name
    return heads


def _names_one(page: Page, block: Block, names: Sequence[CraftName], own: CraftName) -> bool:
    first = bisect_left(names, block.start, key=_START)
    last = bisect_left(names, block.end, key=_START)
    inside = [name for name in names[first:last] if name.kind != "station"]
    if inside[0] is own and page.text.startswith(_CARRIES, own.end):
        return True
    return {name.name for name in inside if name.kind != "vessel" or own.kind == "vessel"} == {own.name}


def _is_head(page: Page, place: int, block: Block, name: CraftName) -> bool:
    """Say that a block is a heading that begins with a name, or an entry of a schedule that labels go on with."""
    text, following = page.text, page.blocks[place + 1]
    entry = following.label and _ENTRY_LABEL.match(text, *following.label)
    if entry and _ENTRY.match(text, block.start, block.end):
        return True
    listed = _COSPAR.match(text, block.start) and following.role == "paragraph"
    marked = listed or _is_line(page, following) or (entry and block.role != "label_value")
    if block.role not in _HEADINGS and not marked:
        return False
    return (
        _AHEAD.fullmatch(text, block.start, name.start) is not None
        and _BEHIND.match(text, name.end, block.end) is not None
    )
