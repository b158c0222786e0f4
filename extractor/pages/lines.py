"""In: a text. Out: its lines that hold anything, and what stands before each of them."""

import re

from extractor.records import record

_QUOTE = re.compile(r">[> ]{0,12}")
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")


@record(frozen=True, slots=True)
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
    quoted: int = 0
    """How many ``>`` stand before its text, which is without them."""


def list_lines(text: str) -> list[Line]:
    """List the lines of ``text`` that are not blank."""
    lines: list[Line] = []
    last_end = 0
    broken = False
    for found in _LINE.finditer(text):
        raw = found.group()
        stripped = raw.strip()
        if not stripped:
            continue
        mark = _QUOTE.match(stripped) if stripped[0] == ">" else None
        said = stripped[mark.end() :] if mark is not None else stripped
        if not said:
            broken = True
            continue
        start = found.start() + len(raw) - len(raw.lstrip())
        breaks = text.count("\n", last_end, found.start()) or text.count("\r", last_end, found.start())
        indented = raw.startswith(("\t", "   "))
        quoted = mark.group().count(">") if mark is not None else 0
        gap = breaks > 1 or broken or not lines or lines[-1].quoted != quoted
        lines.append(Line(start, start + len(stripped), said, gap, indented, breaks > 2, quoted))
        last_end, broken = found.end(), False
    return lines
