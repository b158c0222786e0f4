"""In: outcomes as they come. Out: the same, with a bar on standard error where a person watches."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.console import open_console

if TYPE_CHECKING:
    from extractor.batch import Outcome


def follow(outcomes: Iterable["Outcome"], total: int) -> Iterator["Outcome"]:
    """Pass outcomes on and draw a bar meanwhile; silent where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from extractor.report.plain import show_text

    columns = (
        TextColumn("{task.fields[name]:30}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=open_console(error=True), transient=True) as bar:
        task = bar.add_task("", total=total, name="")
        for outcome in outcomes:
            bar.update(task, advance=1, name=show_text(Path(outcome.source).name)[:30])
            yield outcome
