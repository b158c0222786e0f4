"""In: a page. Out: for each line its mentions and facts, rules, evidence and rivals, and why there are no more."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.console import Code, guard, open_console

if TYPE_CHECKING:
    from extractor.model import Page
    from extractor.report.explanation import Lost


def add_to(app: typer.Typer) -> None:
    """Add the command ``explain``."""
    app.command("explain", epilog="Example: extractor explain page.txt --at 12")(guard(explain))


def explain(
    page: Annotated[str, typer.Argument(metavar="PAGE", help="A text file, or - for standard input.")],
    at: Annotated[int | None, typer.Option("--at", metavar="LINE", min=1, help="Only this line, from 1.")] = None,
) -> Code:
    """Show what a page's mentions and facts rest on, which readings they beat, and why a line has none.

    Of readings that compete for a time the one with the least cost wins, in steps of words and borders of clauses.
    """
    from extractor import pages
    from extractor.batch import STDIN, read_stdin
    from extractor.mentions.kinds.foreign_dates import RULE
    from extractor.pipeline import diagnose, extract_page
    from extractor.report.explanation import Explanation, Losses

    read = pages.read(read_stdin() if page == STDIN else Path(page))
    result = extract_page(read)
    explanation = Explanation(result, Losses(diagnose(result), _list_lost(read), frozenset({RULE})))
    if at is not None and at > explanation.length:
        raise typer.BadParameter(f"the page has {explanation.length} lines", param_hint="--at")
    console = open_console()
    lines = [at] if at is not None else explanation.list_lines()
    for line in lines:
        for row in explanation.explain(line, whole=at is not None):
            row.print(console)
    if not lines:
        console.print("no mention and no fact on this page")
    if at is None:
        explanation.summarise().print(console)
    return Code.OK


def _list_lost(page: "Page") -> "list[Lost]":
    from extractor.mentions.find import load_finder
    from extractor.report.explanation import Lost

    _, losers = load_finder().find(page)
    lost = [(loser.candidate, loser.winner.rule) for loser in losers]
    return sorted(
        (Lost(one.start, one.end, one.label, one.rule, winner) for one, winner in lost),
        key=lambda one: (one.start, one.end, one.rule),
    )
