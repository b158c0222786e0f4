"""In: the arguments of the command line. Out: the commands, each in its own module. What is heavy is imported there."""

from typing import Annotated

import typer

from extractor import __version__
from extractor.cli import corpus, explain, export, extract, rules, run, score, timex

app = typer.Typer(
    name="extractor",
    help="Read raw pages about space missions and give back proved, normalised, scored facts.",
    epilog="Exit codes: 0 all done, 1 a mistake in extractor, 2 usage, 3 some pages were skipped, 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (extract, run, export, score, explain, rules, timex):
    module.add_to(app)
app.add_typer(corpus.app, name="corpus")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"extractor {__version__}")
        raise typer.Exit


@app.callback()
def _start(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Take the options that stand before the command."""
