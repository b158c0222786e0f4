"""In: a page. Out: for each of its lines the mentions and facts, their rules and evidence, and what lost to them."""

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
    """Show what a page's mentions and facts rest on: rules, values, where inherited parts come from, evidence."""
    from extractor import pages
    from extractor.batch import STDIN, read_stdin
    from extractor.pipeline import extract_page
    from extractor.report.explanation import Explanation

    read = pages.read(read_stdin() if page == STDIN else Path(page))
    explanation = Explanation(extract_page(read), _list_lost(read))
    if at is not None and at > explanation.length:
        raise typer.BadParameter(f"the page has {explanation.length} lines", param_hint="--at")
    console = open_console()
    lines = [at] if at is not None else explanation.list_lines()
    for line in lines:
        for text in explanation.explain(line):
            console.print(text, soft_wrap=True)
    if not lines:
        console.print("no mention and no fact on this page")
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
