"""In: the manifest of archived pages, and copies of them. Out: what is here, and copies registered."""

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.console import Code, guard, open_console, say
from extractor.errors import PageError

app = typer.Typer(help="List the pages that ship, and register archived ones that do not.", no_args_is_help=True)

_TIMEOUT = 30.0
_MAX_BYTES = 10_000_000
_AGENT = "mission-extractor (https://pypi.org/project/mission-extractor/)"


def list_corpus() -> Code:
    """List the pages that ship and the archived ones of the manifest, with gold and whether they are here."""
    from rich.table import Table
    from rich.text import Text

    from extractor import shipped

    table = Table(box=None, padding=(0, 1), header_style="dim")
    for head in ("page", "here", "gold", "title and source"):
        table.add_column(head, overflow="fold")
    here = {path.stem for path in shipped.list_pages()}
    archived = {entry.id: entry for entry in shipped.read_manifest()}
    for name in sorted(here | archived.keys()):
        entry = archived.get(name)
        state = "ships" if entry is None else "registered" if name in here else "not here"
        about = "written for this project" if entry is None else f"{entry.title}\n{entry.license}\n{entry.archive}"
        gold = "yes" if (shipped.gold_folder() / f"{name}.json").is_file() else "no"
        table.add_row(Text(name), state, gold, Text(about))
    console = open_console()
    console.print(table)
    console.print(Text(f"registered copies are kept in {shipped.registered_folder()}", style="dim"), soft_wrap=True)
    return Code.OK


def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A copy of the page's text.")],
) -> Code:
    """Register a copy of an archived page that you have: its text must be the one of the manifest, by sha256."""
    from extractor import shipped
    from extractor.pages import read

    page = read(file)
    entry = shipped.match_archived(page.sha256, str(file))
    say(f"{entry.id}: registered as {shipped.keep_copy(entry, page.text)}")
    return Code.OK


def fetch(
    page_id: Annotated[str, typer.Argument(metavar="ID", help="A page of the manifest, as `corpus list` names it.")],
) -> Code:
    """Fetch an archived page from its web archive and register it; needs a network."""
    from extractor import shipped
    from extractor.pages import read

    entry = shipped.find_archived(page_id)
    page = read(_download(entry.archive), entry.id)
    if page.sha256 != entry.sha256:
        raise PageError(
            f"{entry.id}: the text from {entry.archive} is not the one of the manifest; save the page as text and"
            " register it with `extractor corpus add FILE`"
        )
    say(f"{entry.id}: registered as {shipped.keep_copy(entry, page.text)}")
    return Code.OK


def _download(url: str) -> bytes:
    """Get what an archive has under a URL; raises ``PageError`` with the reason where it gives nothing."""
    from http.client import HTTPException
    from urllib.request import Request, urlopen

    try:
        with urlopen(Request(url, headers={"User-Agent": _AGENT}), timeout=_TIMEOUT) as answer:
            data: bytes = answer.read(_MAX_BYTES + 1)
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise PageError(f"{url}: cannot be fetched: {reason}") from error
    return data


app.command("list", epilog="Example: extractor corpus list")(guard(list_corpus))
app.command("add", epilog="Example: extractor corpus add soyuz-ms-07.txt")(guard(add))
app.command("fetch", epilog="Example: extractor corpus fetch soyuz-ms-07")(guard(fetch))
