"""In: a length in a row of a table or below other labels. Out: what it is the duration of, told by what stands above.

A table's column says it in its head (``Burn``, ``Duration``); a plain ``Length: 3 hours`` is of the spacewalk or burn
that the label lines right above it, or their heading, speak of.
"""

import re

from extractor.facts.orbit_tables import split_cells
from extractor.facts.reading import Reading
from extractor.model import Mention

_MOST_LINES, _MOST_LABELS, _LONGEST_LABEL, _LONGEST_ROW = 40, 6, 160, 300
_RULE = re.compile(r"[\s|+=:_-]{3,200}")
_PLAIN = re.compile(
    r"(?:total |actual )?(?:duration|length|time|elapsed time|lasted|flight time|time in (?:space|flight)|mission time"
    r"|(?:mission|flight) (?:duration|length))(?: ?\([^()]{1,20}\)| of flight)?\.?",
    re.I,
)
_OWN = (
    ("burn", re.compile(r"(?:(?:engine|motor)[ -])?(?:burn|firing)(?: (?:time|duration))?(?: ?\(.{1,9}\))?", re.I)),
    ("spacewalk", re.compile(r"(?:EVA|spacewalk)s?(?: (?:time|duration|length))?(?: ?\(.{1,9}\))?", re.I)),
    ("docked", re.compile(r"(?:docked|time docked|stay|docked time|days docked|time at (?:the )?station)", re.I)),
)  # fmt: skip
_SUBJECTS = (
    ("spacewalk", re.compile(r"\b(?:EVAs?|space ?walks?|moonwalks?|extravehicular|excursions?)\b", re.I)),
    ("burn", re.compile(r"\b(?:burns?|firings?|man(?:eu|oeu)vers?|manoeuvres?|orbit[ -]raising|corrections?)\b", re.I)),
    ("mission", re.compile(r"\b(?:crew|(?:cosmo|astro)nauts?|flight|mission|name|launch(?:ed)?|landing)\b", re.I)),
)  # fmt: skip
_PLANNED = re.compile(r"\b(?:plan(?:ned)?|planning|schedule|upcoming|nominal|expected|timeline)\b", re.I)
_GOES_ON = re.compile(
    r"(?:It|This|That|(?:The|Their|His|Her)\s(?:first|second|third|fourth|fifth|other|next|last|final)(?:\sone)?)\b[^;]{0,60}"
    r"\b(?:lasted|took|ran\sfor|went\son\sfor|(?:was|is)\sto\s(?:last|take)|will\s(?:last|take)|lasts|takes)"
    r"\s(?:(?:about|some|only|just|nearly|almost|over|for|more\sthan)\s){0,2}$"
)
_DAYS = re.compile(r"^P\d")
"""A length of days and more, which no firing or outing takes."""

_LENGTH = re.compile(r"\b(?:duration|length|lasted|time of)\b", re.I)
_ROW_END = re.compile(r"[\s|]{0,4}(?:\n|$)")
_ROWS_REACH = 150  # characters up to the rows beside one
_FLIGHT = re.compile(r"\b(?:(?:space)?flight|mission|expedition)\b", re.I)
_LABEL = re.compile(r"[\s|*•-]{0,8}(?:duration|length|time|elapsed time|lasted)[\s|:=._]", re.I)


def is_planned_column(reading: Reading, start: int) -> bool:
    """Say that the heading over a table tells that it holds a plan."""
    block = reading.block_at(start)
    heading = reading.heading_of(block) if block is not None else None
    return heading is not None and _PLANNED.search(reading.page.text, heading.start, heading.end) is not None


def is_clock_column(reading: Reading, mention: Mention) -> bool:
    """Say that an elapsed clock ends a row beside rows that end so as well: it says when, and not how long."""
    text, ends = reading.page.text, 0
    if mention.rule != "duration.elapsed" or _LENGTH.search(text, text.rfind("\n", 0, mention.start), mention.start):
        return False
    for other in reading.mentions_in(mention.start - _ROWS_REACH, mention.end + _ROWS_REACH):
        ends += other.rule == mention.rule and _ROW_END.match(text, other.end) is not None
    return ends > 1


def tell_column(reading: Reading, mention: Mention) -> str | None:
    """Give what the head of a table's column makes of a length in it; ``None`` where it stands in no table."""
    text = reading.page.text
    line = text.rfind("\n", 0, mention.start) + 1
    if text.find("\n", line, line + _LONGEST_ROW) < 0 < len(text) - line - _LONGEST_ROW:
        return None  # running text
    cells = split_cells(text, line)
    index = next((i for i, (start, end) in enumerate(cells) if start <= mention.start < end), None)
    if len(cells) < 3 or index is None or mention.start - cells[index][0] > 2:
        return None
    if cells[index][1] - mention.end > 3:  # a cell of its own, and no justified line of prose
        return None
    above = _find_head(text, line, len(cells))
    if above is None:
        return None
    start, head = above
    if len(head) != len(cells):
        return None
    name = text[slice(*head[index])].strip(" *_'")
    for of, pattern in _OWN:
        if pattern.fullmatch(name):
            return of
    if _PLAIN.fullmatch(name) is None:
        return None
    return _tell_subject(reading, start, text[head[0][0] : head[-1][1]])


def _find_head(text: str, line: int, count: int) -> tuple[int, list[tuple[int, int]]] | None:
    """Climb from a row to the first line without a figure in its cells, over rows of as many cells."""
    for _ in range(_MOST_LINES):
        if line < 1:
            return None
        end = line - 1
        line = text.rfind("\n", 0, end) + 1
        if _RULE.fullmatch(text, line, end):
            continue
        cells = split_cells(text, line)
        if len(cells) < count - 1 or len(cells) < 2:
            return None
        if not any(text[a:b][:1].isdigit() for a, b in cells):
            return line, cells
    return None


def _tell_subject(reading: Reading, start: int, head: str) -> str | None:
    """Say what the title over a table, or else its own head, is about: outings, burns or flights."""
    text = reading.page.text
    block = reading.block_at(start)
    heading = reading.heading_of(block) if block is not None else None
    titles = [text[max(0, text.rfind("\n", 0, start - 1)) : start], head]
    if heading is not None:
        titles.insert(0, text[heading.start : heading.end])
    for title in titles:
        found = next((of for of, pattern in _SUBJECTS if pattern.search(title)), None)
        if found is not None:
            return found
    return None


def tell_label(reading: Reading, mention: Mention) -> str | None:
    """Give what a plain ``Length:`` is of where label lines above it, or their heading, speak of outings or burns."""
    text = reading.page.text
    line = text.rfind("\n", 0, mention.start) + 1
    if _LABEL.match(text, line) is None:
        return None
    block = reading.block_at(mention.start)
    heading = reading.heading_of(block) if block is not None else None
    above = [] if heading is None else [text[heading.start : heading.end]]
    for _ in range(_MOST_LABELS):
        end = line - 1
        line = text.rfind("\n", 0, max(0, end)) + 1
        if end <= 0 or line == end or end - line > _LONGEST_LABEL:
            break
        above.append(text[line:end])
    return next((of for of, pattern in _SUBJECTS[:2] if any(pattern.search(said) for said in above)), None)


def tell_from_before(reading: Reading, mention: Mention) -> str | None:
    """Give what ``It lasted`` so long, or ``the second lasted``, goes on with: the last such noun before."""
    sentence = reading.sentence_at(mention.start)
    text = reading.page.text
    if sentence is None or _GOES_ON.fullmatch(text, sentence.start, mention.start) is None:
        return None
    previous = reading.sentence_before(sentence)
    if previous is None:
        return None
    places = [
        (found.end(), of)
        for of, pattern in (*_SUBJECTS[:2], ("mission", _FLIGHT))
        for found in pattern.finditer(text, previous.start, previous.end)
    ]
    of = max(places)[1] if places else None
    return None if of != "mission" and _DAYS.search(str(mention.value)) else of
