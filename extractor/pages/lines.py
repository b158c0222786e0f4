"""In: a text. Out: its lines that hold anything, and what stands before each of them."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end and outer white space.

    ``gap`` says that a blank line stands before it, ``indented`` that it begins with a tab or several spaces.
    """

    start: int
    end: int
    text: str
    gap: bool
    indented: bool
    far: bool = False
    """More than one blank line stands before it."""


def list_lines(text: str) -> list[Line]:
    """List the lines of ``text`` that are not blank."""
    lines: list[Line] = []
    last_end = 0
    for found in _LINE.finditer(text):
        raw = found.group()
        stripped = raw.strip()
        if not stripped:
            continue
        start = found.start() + len(raw) - len(raw.lstrip())
        breaks = text.count("\n", last_end, found.start()) or text.count("\r", last_end, found.start())
        indented = raw.startswith(("\t", "   "))
        lines.append(Line(start, start + len(stripped), stripped, breaks > 1 or not lines, indented, breaks > 2))
        last_end = found.end()
    return lines
