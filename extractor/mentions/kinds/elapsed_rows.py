"""In: a page's text. Out: the clocks of rows that count time from a launch, though no sign or ``T`` says so.

Press kits and launch reports list what happens in a flight behind bare figures: ``00:02:38  Main engine cut-off``.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_FIGURES = re.compile(
    r"(?:(?<![\w:.,/+$-])|(?<=\n[-−–])|(?<=[\n\s]T[-−–]))(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?:\.\d{1,3})?(?![:\w]|\.\d)"
)
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
_EARLIEST = 300
"""Seconds: a timeline begins no later in its flight."""
_FARTHEST = 240
_HEAD = 200
"""Characters from one row to the next, and above the first, where a head tells what the figures count."""


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
    for run in _group_rows(_list_rows(text)):
        if len(run) >= _FEWEST and (clue := _read_run(text, run)) is not None:
            found |= {row.start: clue for row in run}
    return found


def _list_rows(text: str) -> list[_Row]:
    """List the lines that hold one clock, at their beginning or their end."""
    rows: list[_Row] = []
    for match in _FIGURES.finditer(text):
        first = text.rfind("\n", 0, match.start()) + 1
        last = text.find("\n", match.end())
        last = len(text) if last < 0 else last
        if text[first : match.start()].strip(_EDGE) and text[match.end() : last].strip(_EDGE):
            continue
        figures = tuple(int(figure) for figure in match.groups() if figure)
        row = _Row(match.start(), (first, last), figures)
        if rows and rows[-1].line == row.line:
            rows.pop()  # two clocks in a line are a range, or two columns
            continue
        rows.append(row)
    return rows


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
    if _ZONED.search(head) or any(_ZONED.search(line) for line in lines):
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
