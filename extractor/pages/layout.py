"""In: the text of a page. Out: its blocks: runs of lines with one role, told from the text alone.

A block is a line, except that hard-wrapped prose (wire text, mail) is joined to paragraphs.
"""

import re
from dataclasses import replace
from itertools import pairwise

from extractor.model import Block
from extractor.pages.front_matter import count_front_matter, lay_out_front
from extractor.pages.lines import Line, list_lines
from extractor.pages.roles import Standing, find_label, is_mail_head, name_region, tell_role

_TIMED = re.compile(
    r"\d{1,2}(?:[:.]\d\d){0,2}\s?(?:[ap]\.?m\b|h\b|[–—-]|:\d)|\d{1,2}/\d{1,2}/\d{2}|[TL]\s?[-+–]\s?\d", re.I
)
_NAMED = re.compile(
    r"(?:\S{1,14}\s){1,4}(?<!\bat\s)(?<!\bby\s)(?<!\bon\s)(?<!\bto\s)(?<!\band\s)(?<!\bfrom\s)\d{1,2}:\d\d", re.I
)
"""A few words and a clock, as flattened rows begin: ``Fairing separation 10:45:14``."""
_DASHED = re.compile(r"\S{1,14}(?:\s\S{1,14}){0,3}\s(?:--|–|—)\s")
_WIDEST_WRAP = 100
_WIDEST_PROSE = 160
"""A wider line is a paragraph of its own; between the two, lines are joined where nearly all end within a sentence."""
_NARROWEST_WRAP = 50
_WRAPPED_SHARE = 0.75
_RUNNING_SHARE = 0.3
_LEADING = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "and",
        "or",
        "in",
        "on",
        "at",
        "for",
        "with",
        "by",
        "from",
        "as",
        "that",
        "its",
        "his",
        "her",
        "was",
        "is",
    ]
)
"""Words that end no line of a table or list."""
_FEWEST_PARTED = 6
_PARTED_SHARE = 0.7
_BROKEN_SHARE = 0.2
_SHORT_LINE = 0.6
_HEAD_BLOCKS = 3
_PROSE_WORDS = 6
_PROSE_SHARE = 0.6
_NAMED_SHARE = 0.4
_COLUMNS = re.compile(r"[|\s](?:(?<=[\t|])|\s\s|\s(?<=[^\s.!?:\"”’)]\s\s)(?=\S))")
"""What parts cells in a line; behind a sentence's end two spaces part none."""
_OWN_LINE = re.compile(
    r"\s*(?:[QA]\d{0,2}:\s|Q\d{1,2}\.\s|[-*•–—]\s|\d{1,2}[.)]\s|>|\||\[\d|[A-Z][\w /-]{1,30}:(?:\s|$))"
)


def lay_out(text: str) -> tuple[Block, ...]:
    """Cut ``text`` into blocks and tell the role of each; blocks do not overlap and leave out blank lines."""
    lines = list_lines(text)
    front = count_front_matter(lines)
    blocks = lay_out_front(lines[:front], text) if front else []
    section = next((place for place, block in enumerate(blocks) if block.role == "title"), None)
    region: str | None = None
    runs = _group_lines(_close_up(lines[front:]))
    for run in runs:
        units = _join_wrapped(run)
        mail = is_mail_head([line.text for line in run])
        for place, unit in enumerate(units):
            start, end = unit[0].start, unit[-1].end
            follows = len(blocks) < _HEAD_BLOCKS or blocks[-1].role == "header"
            standing = Standing(not blocks, len(units) == 1, place == 0, region, mail or follows)
            said = "\n".join(line.text for line in unit)
            role = "quote" if unit[0].quoted else tell_role(said, standing)
            label = find_label(text, start, end) if role in {"label_value", "header"} else None
            blocks.append(Block(start, end, role, section, label))
            if role in {"heading", "title"}:
                section = len(blocks) - 1
                region = name_region(text[start:end])
    return tuple(blocks)


def _close_up(lines: list[Line]) -> list[Line]:
    """Take out the blank lines of a page that has one behind every line: where most sentences run over them.

    Two blank lines, or a line that is much shorter than the others, still end a paragraph.
    """
    gaps = [(a, b) for a, b in pairwise(lines) if b.gap]
    if len(gaps) < _FEWEST_PARTED or len(gaps) < _PARTED_SHARE * (len(lines) - 1):
        return lines
    narrow = [(a, b) for a, b in gaps if len(a.text) <= _WIDEST_WRAP]
    broken = sum(_continues(a.text, b.text) for a, b in narrow)
    if broken < _BROKEN_SHARE * len(narrow) or len(narrow) < _PARTED_SHARE * len(gaps):
        return lines
    width = max(len(line.text) for line, _ in narrow)
    closed = [lines[0]]
    for before, line in pairwise(lines):
        ends = len(before.text) < _SHORT_LINE * width or len(before.text) > _WIDEST_WRAP
        parted = (ends and not _continues(before.text, line.text)) or line.far
        closed.append(line if parted else replace(line, gap=False))
    return closed


def _group_lines(lines: list[Line]) -> list[list[Line]]:
    """Group the lines that no blank line parts."""
    runs: list[list[Line]] = []
    for line in lines:
        if line.gap or not runs:
            runs.append([])
        runs[-1].append(line)
    return runs


def _join_wrapped(run: list[Line]) -> list[list[Line]]:
    """Join the lines of hard-wrapped prose: where a line's next word would not have fitted into the width."""
    if len(run) < 2:
        return [run]
    width = max(len(line.text) for line in run)
    pairs = list(pairwise(run))
    dangling = [_dangles(a.text, b.text) for a, b in pairs]
    if not _NARROWEST_WRAP <= width <= _WIDEST_PROSE:
        return _join(run, dangling)
    if width > _WIDEST_WRAP and sum(map(_is_cut, run[:-1])) < _PROSE_SHARE * len(pairs):
        return _join(run, dangling)
    wrapped = [_is_wrapped(a.text, b.text, width) for a, b in pairs]
    running = [_continues(a.text, b.text) for a, b in pairs]
    if sum(_is_prose(line.text) for line in run[:-1]) >= _PROSE_SHARE * len(pairs) or _is_paragraph(run, width):
        wrapped = [_runs_on(a, b, width) for a, b in pairs]
    elif all(wrapped) and _closes_prose(run):
        pass
    elif sum(wrapped) < _WRAPPED_SHARE * len(pairs) or _count_cut(pairs, running) < _RUNNING_SHARE * len(pairs):
        wrapped = [fits and runs for fits, runs in zip(wrapped, running, strict=True)]
    return _join(run, [fits or hangs for fits, hangs in zip(wrapped, dangling, strict=True)])


def _join(run: list[Line], joined: list[bool]) -> list[list[Line]]:
    """Join the lines of a run to units: ``joined`` says of each but the first that it goes on from the one before."""
    units = [[run[0]]]
    for line, joins in zip(run[1:], joined, strict=True):
        if joins:
            units[-1].append(line)
        else:
            units.append([line])
    return units


def _is_wrapped(line: str, following: str, width: int) -> bool:
    if _OWN_LINE.match(following) or _is_listed(line, following):
        return False
    word = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(word) > width - 4 or (len(line) > width * 0.7 and _continues(line, following))


def _dangles(line: str, following: str) -> bool:
    """Say that a line of prose ends with a word that ends none, whatever the next line begins with."""
    words = line.split()
    return len(words) >= _PROSE_WORDS and words[-1] in _LEADING and _is_prose(line) and not _OWN_LINE.match(following)


def _is_prose(line: str) -> bool:
    """Say that a line is running text: many words, half of them in small letters, no columns."""
    if _COLUMNS.search(line):
        return False
    words = [word for word in line.split() if word[0].isalpha()]
    if len(words) < _PROSE_WORDS:
        return False
    return 2 * sum(word[0].islower() for word in words) >= len(words)


def _is_paragraph(run: list[Line], width: int) -> bool:
    """Say that lines full of names and dates are running text as a whole: cut within sentences, the last one closed."""
    texts = [line.text for line in run]
    if texts[-1].rstrip("\"”’')] ")[-1:] not in (".", "!", "?") or any(map(_COLUMNS.search, texts)):
        return False
    if any(len(text) < _SHORT_LINE * width for text in texts[:-1]):
        return False
    words = [word for text in texts for word in text.split() if word[0].isalpha()]
    running = sum(word[0].islower() for word in words) >= _NAMED_SHARE * len(words)
    return running and 2 * sum(map(_is_open, texts[:-1])) >= len(texts) - 1


def _is_listed(line: str, following: str) -> bool:
    """Say that two lines are entries of one list: both begin with a time or a name and one, or end with one unit."""
    if any(pattern.match(line) and pattern.match(following) for pattern in (_TIMED, _DASHED, _NAMED)):
        return True
    last = line.rsplit(" ", 1)[-1]
    return following.endswith(f" {last}") and last[-1].isalpha() and last not in _LEADING


def _runs_on(line: Line, following: Line, width: int) -> bool:
    """Say that running text, cut by hand and raggedly, goes on in the next line."""
    if (following.indented and not line.indented) or _is_listed(line.text, following.text):
        return False
    open_end = _is_open(line.text)
    if _OWN_LINE.match(following.text) and not (open_end and following.text[0].isdigit()):
        return False  # a figure at the line's beginning is a list's number only where the line before is done
    return len(line.text) > width * (0.5 if open_end else 0.75)


def _is_cut(line: Line) -> bool:
    return _is_open(line.text) and _is_prose(line.text)


def _closes_prose(run: list[Line]) -> bool:
    """Say that lines are a paragraph by their end: a sentence's, to which none of the many words before it come."""
    return run[-1].text[-1] in ".!?" and all(
        _is_open(line.text) and len(line.text.split()) > _PROSE_WORDS and "  " not in line.text for line in run[:-1]
    )


def _count_cut(pairs: list[tuple[Line, Line]], running: list[bool]) -> int:
    """Count the lines that end within a sentence: small letters follow, or a comma or a word like ``the`` ends it."""
    words = (before.text.rsplit(" ", 1)[-1] for before, _ in pairs)
    return sum(runs or word in _LEADING or word[-1] == "," for runs, word in zip(running, words, strict=True))


def _is_open(line: str) -> bool:
    """Say that a line ends within a sentence."""
    return line[-1] not in ".!?:"


def _continues(line: str, following: str) -> bool:
    """Say that a sentence runs on over the line end."""
    return following[0].islower() and line[-1] not in ".!?:;"
