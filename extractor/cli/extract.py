"""In: pages. Out: their facts as JSON, in files or on standard output, or as mission cards on a terminal."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.console import Code, end_batch, guard, is_terminal, open_console, say, tell_problems, warn_all
from extractor.cli.progress import follow
from extractor.errors import SinkError

if TYPE_CHECKING:
    from extractor.batch import Outcome
    from extractor.model import Problem, Result

Pages = Annotated[
    list[str],
    typer.Argument(metavar="PAGE", help="Text files, folders of .txt and .md files, or - for standard input."),
]

_LONGEST_STEM = 200
"""Bytes; file systems hold 255, and a digest, a number and the ending stand behind."""

_HALVES = "".join(map(chr, range(0xDC80, 0xDD00)))
"""How the bytes of a character that was cut in two are decoded."""


class Format(StrEnum):
    """How a result is printed."""

    JSON = "json"
    CARD = "card"


def add_to(app: typer.Typer) -> None:
    """Add the command ``extract``."""
    epilog = "Example: extractor extract page.txt\n\nExample: extractor extract pages/ -o results"
    app.command("extract", epilog=epilog)(guard(extract))


def extract(
    pages: Pages,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="Write <stem>.json of each page into this folder."),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="Default: card on a terminal, json elsewhere (several pages: one a line)."),
    ] = None,
) -> Code:
    """Extract the facts of pages: a mission card on a terminal, JSON when piped, or a file each with -o."""
    from extractor.batch import extract_pages, find_pages

    if output is not None and form is Format.CARD:
        raise typer.BadParameter("cards are for reading; leave out -o, or write json", param_hint="--format")
    sources, problems = find_pages(pages)
    warn_all(problems)
    if not sources:
        return Code.USAGE
    outcomes = extract_pages(sources)
    if output is not None:
        problems += _write_files(follow(outcomes, len(sources)), output)
    else:
        form = form or (Format.CARD if is_terminal() else Format.JSON)
        problems += _print_results(outcomes, form, single=len(sources) == 1)
    return end_batch(problems)


def _print_results(outcomes: Iterator["Outcome"], form: Format, single: bool) -> Iterator["Problem"]:
    for outcome in outcomes:
        yield from tell_problems(outcome)
        if outcome.result is None:
            continue
        if form is Format.CARD:
            _print_card(outcome.result)
        elif single:
            say(outcome.result.to_json().rstrip("\n"))
        else:
            say(json.dumps(outcome.result.to_dict(), ensure_ascii=False))


def _print_card(result: "Result") -> None:
    """Print the mission card of one page as wide as the terminal."""
    from extractor.report.card import render_card

    console = open_console()
    console.print(render_card(result, console.width))


def _write_files(outcomes: Iterator["Outcome"], folder: Path) -> Iterator["Problem"]:
    """Write a file a page; pages of one stem are numbered, so that none overwrites another's."""
    names: set[str] = set()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SinkError(f"{folder}: cannot be made a folder: {error.strerror}") from error
    for outcome in outcomes:
        yield from tell_problems(outcome)
        if outcome.result is None:
            continue
        stem = Path(outcome.source).stem if outcome.source != "-" else "stdin"
        _write_file(folder / f"{_take_name(stem, names)}.json", outcome.result.to_json())


def _take_name(stem: str, taken: set[str]) -> str:
    """Give the stem, or the first free of ``stem-2``, ``stem-3``…; some file systems ignore case.

    A stem that leaves no room for what is put behind it is cut, and told from others by a digest of the whole.
    """
    encoded = os.fsencode(stem)
    if len(encoded) > _LONGEST_STEM:
        stem = f"{os.fsdecode(encoded[:_LONGEST_STEM]).rstrip(_HALVES)}-{sha256(encoded).hexdigest()[:12]}"
    name, count = stem, 1
    while name.casefold() in taken:
        count += 1
        name = f"{stem}-{count}"
    taken.add(name.casefold())
    return name


def _write_file(path: Path, text: str) -> None:
    """Write a file in one step: whoever reads it sees the old text or the new."""
    draft = path.with_name(path.name + ".part")
    try:
        draft.write_bytes(text.encode("utf-8", "replace"))
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise SinkError(f"{path}: cannot be written: {error.strerror}") from error
