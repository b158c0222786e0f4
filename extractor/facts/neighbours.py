"""In: a Reading. Out: claims of the missions before and after the page's own, from arrows, lines of links and prose."""

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.facts.claims import LABELLED, SAID, Claim
from extractor.facts.places import allow_indents
from extractor.facts.reading import Reading
from extractor.facts.spellings import CraftName
from extractor.facts.topic import read_arrow

_NUMBER = re.compile(r"\d{1,3}")
_LONGEST_LINE = 80
_BESIDE = " ←→◄►<>|[]\u00a0\t«»-–—"
"""The marks that may stand in a line of two neighbours."""
_LINKED = re.compile(
    allow_indents(
        r"(?:,|:|\s(?:was|is|will be|had been|being|would be))?\s"
        r"(?:(?:of|in)\s(?:the\s|its\s)(?:same\s)?(?:series|class|kind|type|line),?\s)?"
        r"(?:the\s|NASA[’']s\s|SpaceX\s|called\s|designated\s|Roscosmos\s){0,3}"
    )
)
_AND = re.compile(r",?\s(?:and|but)\s(?:was\s|is\s|will\s)?")
"""What stands between the one neighbour and the words for the other."""
_OTHER_SIDE = re.compile(r"\b(?:preceded|followed|succeeded)\sby\s(?:the\s)?$")
"""What stands before the one neighbour, whatever is then told of it: ``preceded by Hope 2, which``."""
_BEHIND = re.compile(
    allow_indents(
        r",\s(?:which\s(?:is|was)\s)?(?:the\s|its\s)?(?:next\s(?:in\sline|up|in\sthe\sseries)|(?P<before>previous)\s(?:mission|flight|one)"
        r"|next\s(?:mission|flight|crew)|(?:immediate\s)?(?P<was>predecessor)|(?:immediate\s)?successor)\b"
    )
)
"""What makes a craft a neighbour behind its name: ``Gemini V, next in line,``."""


def read_neighbours(reading: Reading) -> Iterator[Claim]:
    """Read the arrows beside craft, the lines of nothing but two neighbours, and what is said behind a name."""
    text = reading.page.text
    for name in reading.crafts.names:
        if name.name == reading.subject or name.kind != "craft":
            continue
        which = read_arrow(text, name.start, name.end)
        if which is not None:
            yield Claim(f"{which}_mission", name.start, name.end, LABELLED, "designation.arrow")
        behind = _BEHIND.match(text, name.end)
        if behind:
            which = "previous" if behind["before"] or behind["was"] else "next"
            yield Claim(f"{which}_mission", name.start, name.end, SAID, "designation.neighbour")
    yield from _read_lines(reading)


def read_named_neighbour(reading: Reading, which: str, span: tuple[int, int], bounds: tuple[int, int]) -> Claim | None:
    """Read the craft behind words such as ``the previous flight`` at ``span``, where they speak of the page's own."""
    (start, end), (low, high) = span, bounds
    names = [name for name in reading.crafts_in(end, min(high, end + _LONGEST_LINE)) if name.kind == "craft"]
    if not names or names[0].name == reading.subject:
        return None
    text = reading.page.text
    before = [name for name in reading.crafts_in(low, start) if name.kind == "craft"]
    if before and (_AND.fullmatch(text, before[-1].end, start) or _OTHER_SIDE.search(text, low, before[-1].start)):
        before.pop()
    if before and before[-1].name != reading.subject:
        return None
    if _LINKED.fullmatch(text, end, names[0].start) is None:
        return None
    return Claim(f"{which}_mission", names[0].start, names[0].end, SAID, "designation.neighbour")


def _read_lines(reading: Reading) -> Iterator[Claim]:
    """Read a line of the flights before and after the page's own, which may stand between them."""
    own = _split_number(reading.subject or "")
    if own is None:
        return
    names = [name for name in reading.crafts.names if name.name != reading.subject]
    for one, other in pairwise(names):
        before, after = _split_number(one.name), _split_number(other.name)
        if before is None or after is None or before[0] != own[0] or after[0] != own[0]:
            continue
        if before[1] < own[1] < after[1] and _share_line(reading, one, other):
            yield Claim("previous_mission", one.start, one.end, LABELLED, "designation.neighbours")
            yield Claim("next_mission", other.start, other.end, LABELLED, "designation.neighbours")


def _share_line(reading: Reading, one: CraftName, other: CraftName) -> bool:
    """Say that two names stand in a line of nothing but marks and the page's own name."""
    block = reading.block_at(one.start)
    if block is None or block.end - block.start > _LONGEST_LINE or other.end > block.end:
        return False
    text = reading.page.text
    middle = text[one.end : other.start]
    for name in reading.crafts_in(one.end, other.start):
        middle = middle.replace(text[name.start : name.end], "")
    rest = text[block.start : one.start] + middle + text[other.end : block.end]
    return not rest.strip(_BESIDE)


def _split_number(name: str) -> tuple[str, int] | None:
    """Give a flight's name without its one number, and the number; ``None`` where it has none or several."""
    numbers = list(_NUMBER.finditer(name))
    if len(numbers) != 1:
        return None
    found = numbers[0]
    return f"{name[: found.start()]}#{name[found.end() :]}".casefold(), int(found.group())
