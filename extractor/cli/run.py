"""In: pages, by default those that ship. Out: facts in a database, a summary, scores of pages with gold."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.console import Code, end_batch, guard, open_console, warn, warn_all
from extractor.cli.golds import Scoring, make_score_table
from extractor.cli.progress import follow

if TYPE_CHECKING:
    from rich.table import Table

    from extractor.batch import Outcome
    from extractor.model import Problem
    from extractor.sinks.sql import SqlSink

MAX_ROWS = 40
"""Pages that the summary lists one by one; of more only the sum is told."""


@dataclass(slots=True)
class Tally:
    """What a run has done so far; a row is page, characters, mentions, facts, findings, and whether it was new."""

    rows: list[tuple[str, int, int, int, int, str]] = field(default_factory=list)
    problems: list["Problem"] = field(default_factory=list)
    skipped: int = 0


def add_to(app: typer.Typer) -> None:
    """Add the command ``run``."""
    app.command("run", epilog="Example: extractor run pages/ --to sqlite:///facts.db")(guard(run))


def run(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="INPUT", help="Text files and folders; default: the corpus, and registered pages."),
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="URL", help="The database.")] = "sqlite:///facts.db",
    gold: Annotated[
        Path | None, typer.Option("--gold", metavar="DIR", help="Gold files, named after their pages.")
    ] = None,
) -> Code:
    """Extract pages into a database and show what came of it; the same run again changes nothing."""
    from extractor import __version__, shipped
    from extractor.batch import extract_pages, find_pages
    from extractor.sinks import open_sink

    sources, missing = find_pages(inputs or [str(path) for path in shipped.list_pages()])
    if not sources:
        warn_all(missing)
        return Code.USAGE
    scoring = Scoring.open(gold)
    with open_sink(to) as sink:
        sink.begin(__version__, sources)
        tally = _store(follow(extract_pages(sources), len(sources)), sink, scoring, missing)
        sink.finish(len(tally.rows), tally.skipped)
        name = sink.name
    console = open_console()
    console.print(_make_summary(tally, name))
    if scoring.total is not None:
        console.print(make_score_table(scoring.total, brief=True))
    return end_batch(tally.problems)


def _store(outcomes: Iterable["Outcome"], sink: "SqlSink", scoring: Scoring, missing: list["Problem"]) -> Tally:
    tally = Tally()
    for problem in missing:
        _note(problem, sink, tally)
    for outcome in outcomes:
        result = outcome.result
        if result is not None:
            is_new = sink.write(result)
            warn_all(result.problems)
            counts = (len(result.page.text), len(result.mentions), len(result.facts), len(result.findings))
            tally.rows.append((result.page.id, *counts, "stored" if is_new else "unchanged"))
        elif outcome.problem is not None:
            _note(outcome.problem, sink, tally)
        scoring.add(outcome)
        while scoring.problems:
            _note(scoring.problems.pop(), sink, tally)
    return tally


def _note(problem: "Problem", sink: "SqlSink", tally: Tally) -> None:
    """Say a problem, store it, and count the page it kept out."""
    warn(problem.message)
    sink.record(problem)
    tally.problems.append(problem)
    tally.skipped += problem.code != "gold"


def _make_summary(tally: Tally, destination: str) -> "Table":
    from rich.table import Table
    from rich.text import Text

    from extractor.report.plain import show_text

    skipped = f", {tally.skipped} skipped" if tally.skipped else ""
    title = Text(f"{len(tally.rows)} pages into {show_text(destination)}{skipped}", style="bold")
    table = Table(title=title, title_justify="left", box=None, padding=(0, 1), header_style="dim", show_footer=True)
    sums = [sum(column) for column in list(zip(*tally.rows, strict=True))[1:5]] or [0, 0, 0, 0]
    table.add_column("page", footer="all")
    for head, total in zip(("characters", "mentions", "facts", "findings"), sums, strict=True):
        table.add_column(head, justify="right", footer=f"{total:,}")
    table.add_column("")
    for name, *counts, state in tally.rows if len(tally.rows) <= MAX_ROWS else ():
        table.add_row(Text(show_text(name)), *(f"{count:,}" for count in counts), state)
    return table
