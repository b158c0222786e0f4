"""In: a page's text. Out: the clocks of rows that count time from a launch, though no sign or ``T`` says so.

Press kits and launch reports list what happens in a flight behind bare figures: ``00:02:38  Main engine cut-off``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

_FIGURES = re.compile(
    r"(?:(?<![\w:.,/+$-])|(?<=\n[-−–])|(?<=[\n\s]T[-−–]))(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?:\.\d{1,3})?(?![:\w]|\.\d)"
)
_COLON = re.compile(r":[0-5]\d")
_MOST_DIGITS = 3
_EDGE = " \t\u00a0*•|>()-–—:"
_COUNTS = re.compile(
    r"\bmin(?:ute)?s?\.?[:/]sec|\bmm?:ss\b|\bT\s?\+|\belapsed\b|\bM\.?E\.?T\b|\b(?:after|since|from)\s(?:launch|lift-?\s?off)"
    r"|\bhours?/min(?:ute)?s?/sec|\bmission\stime\b|\bflight\stime\b|\bT-plus\b",
    re.I,
)
_HOURS = re.compile(r"\bh{1,2}:m{1,2}(?!:s)|\bhours?:min(?:utes)?(?!:)|\bhr:min(?!:)", re.I)
_ZONED = re.compile(
    r"\b(?:UTC?|GMT|[ECMP][SD]T|MSK|JST|IST|CES?T|local|Moscow|Eastern|Pacific|Beijing|[ap]\.?m\.?|o['’]clock)\b"
)
_FLIGHT = re.compile(
    r"\b(?:stage|booster|fairing|max[\s-]?q|cut-?\s?off|ignition|separat\w{1,4}|lift-?\s?off|launch|engine|meco|seco|beco|jettison\w{0,4}"
    r"|burn\w{0,3}|supersonic|pitch|throttl\w{1,3}|deploy\w{0,5}|landing|grid|boostback|shutdown|payload|srbs?|solid|roll)\b",
    re.I,
)
_COUNTDOWN = re.compile(
    r"\b(?:lox|rp-1|chill\w{0,5}|propellant|load\w{0,3}|countdown|start-?up|computer|ignition|verif\w{1,4}|strongback"
    r"|pressuri\w{1,6}|go\b|poll|hold|arm\w{0,3}|liftoff|internal\spower|terminal|fuel\w{0,3})\b",
    re.I,
)
_MINUS = frozenset("-−–")
_FEWEST = 3
_TWO = 2
_EARLIEST = 300
"""Seconds: a timeline begins no later in its flight."""
_FARTHEST = 240
_HEAD = 200
"""Characters from one row to the next, and above the first, where a head tells what the figures count."""


_ROUNDED, _QUARTER = 61, 900  # seconds
_LONGEST, _GAP = 160, 40  # characters of a row, and between its clocks


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    line: tuple[int, int]
    figures: tuple[int, ...]

    @property
    def seconds(self) -> int:
        whole = self.figures if len(self.figures) == _FEWEST else (0, *self.figures)
        return whole[0] * 3600 + whole[1] * 60 + whole[2]


def find_row_clue(text: str, start: int) -> str | None:
    """Give what the first figure at ``start`` counts, ``hours`` or ``minutes``; ``None`` outside such rows."""
    return _list_counting(text).get(start)


@lru_cache(maxsize=4)
def _list_counting(text: str) -> dict[int, str]:
    found: dict[int, str] = {}
    rows, pairs, triples = _list_rows(text)
    for run in _group_rows(rows):
        if len(run) >= _FEWEST and (clue := _read_run(text, run)) is not None:
            found |= {row.start: clue for row in run}
    for beside in (*_group_pairs(pairs), *_group_pairs(triples)):
        found |= _read_beside(text, beside)
    return found


def _find_figures(text: str) -> Iterator[re.Match[str]]:
    """Find what ``_FIGURES`` finds, going from colon to colon: a search skips to a sign, not to a place between two."""
    free = 0
    for colon in _COLON.finditer(text):
        start = colon.start()
        if start < free:
            continue
        while start > free and colon.start() - start < _MOST_DIGITS and text[start - 1].isdigit():
            start -= 1
        found = _FIGURES.match(text, start)
        if found is not None:
            yield found
            free = found.end()


def _list_rows(text: str) -> tuple[list[_Row], list[tuple[_Row, _Row]], list[tuple[_Row, _Row]]]:
    """List the lines that hold one clock, at their beginning or their end, and those that hold two and three.

    Of three clocks, the last of which is another column of the clocks of the day, the first two are listed.
    """
    rows: list[_Row] = []
    pairs: list[tuple[_Row, _Row]] = []
    triples: list[tuple[_Row, _Row]] = []
    for line, found in groupby(_find_figures(text), lambda match: text.rfind("\n", 0, match.start()) + 1):
        matches = list(found)
        last = text.find("\n", matches[-1].end())
        last = len(text) if last < 0 else last
        one = [_Row(m.start(), (line, last), tuple(int(figure) for figure in m.groups() if figure)) for m in matches]
        if len(one) in (_TWO, _FEWEST) and last - line <= _LONGEST and matches[1].start() - matches[0].end() <= _GAP:
            (pairs if len(one) == _TWO else triples).append((one[0], one[1]))  # a range, or columns
        elif len(one) == 1 and not (
            text[line : one[0].start].strip(_EDGE) and text[matches[0].end() : last].strip(_EDGE)
        ):
            rows.append(one[0])
    return rows, pairs, triples


def _group_pairs(pairs: list[tuple[_Row, _Row]]) -> list[list[tuple[_Row, _Row]]]:
    """Group lines of two clocks that stand together and have as many figures in each."""
    runs: list[list[tuple[_Row, _Row]]] = []
    for pair in pairs:
        near = runs and pair[0].line[0] - runs[-1][-1][0].line[1] <= _FARTHEST
        if not near or any(len(a.figures) != len(b.figures) for a, b in zip(pair, runs[-1][-1], strict=True)):
            runs.append([])
        runs[-1].append(pair)
    return runs


def _read_beside(text: str, run: list[tuple[_Row, _Row]]) -> dict[int, str]:
    """Give what is counted by a column of clocks that are always as far from the clock of the day beside them.

    So are the clocks of two zones, but by whole quarters of an hour, and they begin at no launch.
    """
    if len(run) < _TWO:
        return {}
    column = min((0, 1), key=lambda place: (len(run[0][place].figures), run[0][place].seconds))
    counted = [pair[column] for pair in run]
    hours = len(counted[0].figures) == len(run[0][1 - column].figures)
    scale = 60 if hours and len(counted[0].figures) == _TWO else 1
    apart = [(pair[1 - column].seconds - pair[column].seconds) * scale for pair in run]
    if max(apart) - min(apart) > _ROUNDED:
        return {}
    told = _COUNTS.search(text, max(0, run[0][0].line[0] - _HEAD), run[0][0].line[0]) is not None
    zones = all(gap % _QUARTER == 0 for gap in apart)
    late = counted[0].seconds * scale > _EARLIEST
    if (zones and (late or not told)) or (late and not told):
        return {}
    return {row.start: "hours" if hours else "minutes" for row in counted}


def _group_rows(rows: list[_Row]) -> list[list[_Row]]:
    runs: list[list[_Row]] = []
    for row in rows:
        near = runs and row.line[0] - runs[-1][-1].line[1] <= _FARTHEST
        if not near or len(row.figures) != len(runs[-1][-1].figures):
            runs.append([])
        runs[-1].append(row)
    return runs


def _read_run(text: str, run: list[_Row]) -> str | None:
    """Say what the first figures of rows count, where they go up from a launch or down to it."""
    head = text[max(0, run[0].line[0] - _HEAD) : run[0].line[0]]
    lines = [text[row.line[0] : row.line[1]] for row in run]
    label = head.rstrip("\n").rpartition("\n")[2]  # the line right above: what it says holds, whatever stands before
    if (
        (_ZONED.search(head) and not _COUNTS.search(label))
        or _ZONED.search(label)
        or any(_ZONED.search(line) for line in lines)
    ):
        return None
    up = all(a.seconds <= b.seconds for a, b in pairwise(run))
    down = all(a.seconds >= b.seconds for a, b in pairwise(run))
    told = _COUNTS.search(head) is not None
    rising = up and run[0].seconds <= _EARLIEST and (told or _count(_FLIGHT, lines) > 1)
    signed = all(line.lstrip(" \t*•T")[:1] in _MINUS for line in lines)
    falling = down and run[-1].seconds <= _EARLIEST and (told or signed or _count(_COUNTDOWN, lines) > 1)
    if not rising and not falling:
        return None
    return "hours" if len(run[0].figures) == _FEWEST or _HOURS.search(head) else "minutes"


def _count(words: re.Pattern[str], lines: list[str]) -> int:
    return sum(words.search(line) is not None for line in lines)
