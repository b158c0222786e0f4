"""In: a text. Out: its time expressions in TimeML's conventions, as JSON lines or as TimeML."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from xml.sax.saxutils import escape, quoteattr

import typer

from extractor.cli.console import Code, guard, open_console, say
from extractor.errors import ExtractorError

if TYPE_CHECKING:
    from extractor.model import Timex
    from extractor.score.timex import TimexScore


_DAY = len("1969-07-16")  # a benchmark's creation times may go on with a clock


class Form(StrEnum):
    """How time expressions are printed."""

    JSONL = "jsonl"
    TIMEML = "timeml"


def add_to(app: typer.Typer) -> None:
    """Add the command ``timex``."""
    epilog = "Example: extractor timex --reference-date 1969-07-16 story.txt\n\nExample: extractor timex < story.txt"
    app.command("timex", epilog=epilog)(guard(timex))


def timex(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A text file; - or nothing for standard input.", show_default=False)
    ] = "-",
    reference_date: Annotated[
        str | None,
        typer.Option("--reference-date", metavar="DATE", help="The day the text was written (ISO 8601): its today."),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="JSON lines, or a TimeML document.")] = Form.JSONL,
) -> Code:
    """Find the time expressions of a text: span, type, value and modifier as TimeML (TIMEX3) has them."""
    from extractor.batch import STDIN, read_stdin
    from extractor.pages import read
    from extractor.timex import tag

    reference = _read_date(reference_date, "--reference-date")
    page = read(read_stdin(), "stdin") if file == STDIN else read(Path(file))
    found = tag(page, reference)
    if form is Form.TIMEML:
        say(write_timeml(page.text, found, reference))
        return Code.OK
    for item in found:
        record = {**item.to_dict(), "text": page.text[item.start : item.end]}
        say(json.dumps(record, ensure_ascii=False))
    return Code.OK


def _read_date(text: str | None, where: str) -> date | None:
    try:
        return date.fromisoformat(text) if text is not None else None
    except ValueError as error:
        raise ExtractorError(f"{where} {text}: is no date; write it like 1969-07-16") from error


def write_timeml(text: str, found: Sequence["Timex"], reference: date | None) -> str:
    """Write a TimeML document: the text with its expressions in ``TIMEX3`` tags, ``t0`` the reference date."""
    head = ""
    if reference is not None:
        attributes = f'type="DATE" value="{reference.isoformat()}" functionInDocument="CREATION_TIME"'
        head = f'<DCT><TIMEX3 tid="t0" {attributes}>{reference.isoformat()}</TIMEX3></DCT>\n'
    body = "".join(_write_parts(text, found))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n{head}<TEXT>{body}</TEXT>\n</TimeML>'


def _write_parts(text: str, found: Sequence["Timex"]) -> Iterator[str]:
    last = 0
    for number, item in enumerate(found, 1):
        mod = f" mod={quoteattr(item.mod)}" if item.mod else ""
        attributes = f"type={quoteattr(item.type)} value={quoteattr(item.value)}{mod}"
        yield f'{_escape(text[last : item.start])}<TIMEX3 tid="t{number}" {attributes}>'
        yield f"{_escape(text[item.start : item.end])}</TIMEX3>"
        last = item.end
    yield _escape(text[last:])


def _escape(text: str) -> str:
    """Escape markup; characters that XML 1.0 cannot hold become U+FFFD."""
    kept = "".join(
        char if char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff") else "\ufffd" for char in text
    )
    return escape(kept)


def score_benchmark(docs: Path, gold: Path, *, errors: bool, as_json: bool) -> Code:
    """Tag the documents of a benchmark, each with its creation time, and print the score; see ``score --timex``."""
    from extractor.score.timex import TimexScore, read_benchmark, score_timexes
    from extractor.tagging import timexes

    total = TimexScore()
    for document in read_benchmark(docs, gold):
        day = document.created[:_DAY] if document.created is not None else None
        created = _read_date(day, f"{docs}: {document.name}: creation time")
        total += score_timexes(document, timexes(document.text, created))
    if as_json:
        say(json.dumps(total.to_dict(), indent=1))
    else:
        _print_score(total)
    for mistake in total.mistakes if errors else ():
        rule = f" by {mistake.rule}" if mistake.rule else ""
        line = f"{mistake.doc}:{mistake.start}: {mistake.problem} “{mistake.text}”"
        say(f"{line}: expected [{mistake.expected}], got [{mistake.got}]{rule}")
    return Code.OK


def _print_score(total: "TimexScore") -> None:
    from rich.table import Table

    from extractor.score.timex import LEVELS

    table = Table(box=None, padding=(0, 1), header_style="dim")
    table.add_column("level")
    for head in ("precision", "recall", "F1"):
        table.add_column(head, justify="right")
    for level in LEVELS:
        counts = total.get(level)
        table.add_row(level, *(f"{ratio:.3f}" for ratio in (counts.precision, counts.recall, counts.f1)))
    open_console().print(table)
    said = total.yearless.tp + total.yearless.fn
    say(f"dates without a year: {total.yearless.tp} of {said} years right ({total.yearless.recall:.1%})")
