"""In: pages. Out: their facts as records of a space catalogue, one a craft, as JSON lines or as CSV."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.console import Code, end_batch, guard, say, tell_problems, warn_all

if TYPE_CHECKING:
    from extractor.batch import Outcome
    from extractor.model import Problem


class Form(StrEnum):
    """How records are printed."""

    JSONL = "jsonl"
    CSV = "csv"


def add_to(app: typer.Typer) -> None:
    """Add the command ``export``."""
    one, many = "export page.txt --catalogue gcat", "export pages/ --catalogue satcat --format csv"
    epilog = f"Example: extractor {one}\n\nExample: extractor {many}"
    app.command("export", epilog=epilog)(guard(export))


def export(
    pages: Annotated[
        list[str],
        typer.Argument(metavar="PAGE", help="Text files, folders of .txt and .md files, or - for standard input."),
    ],
    catalogue: Annotated[
        str, typer.Option("--catalogue", metavar="NAME", help="gcat, satcat, wikidata or nssdca: its fields and units.")
    ],
    form: Annotated[Form, typer.Option("--format", help="JSON lines, or CSV with a column a field.")] = Form.JSONL,
) -> Code:
    """Write the facts of pages as records of a catalogue: one a craft that has an orbit, a mass or an identifier."""
    from extractor.batch import extract_pages, find_pages
    from extractor.catalogues import list_fields

    fields = list_fields(catalogue)
    sources, problems = find_pages(pages)
    warn_all(problems)
    if not sources:
        return Code.USAGE
    if form is Form.CSV:
        _say_row(fields)
    problems += _print_records(extract_pages(sources), catalogue, fields if form is Form.CSV else None)
    return end_batch(problems)


def _print_records(outcomes: Iterable["Outcome"], catalogue: str, columns: list[str] | None) -> Iterator["Problem"]:
    """Print the records of each page, as CSV where ``columns`` are given; pass on what kept a page from being read."""
    from extractor.catalogues import list_records

    for outcome in outcomes:
        yield from tell_problems(outcome)
        for record in list_records(outcome.result.facts, catalogue) if outcome.result else ():
            if columns is None:
                say(json.dumps(record, ensure_ascii=False))
            else:
                _say_row([record.get(column, "") for column in columns])


def _say_row(cells: list[str] | list[str | int | float]) -> None:
    row = io.StringIO()
    csv.writer(row, lineterminator="").writerow(cells)
    say(row.getvalue())
