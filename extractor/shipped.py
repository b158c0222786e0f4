"""In: nothing, or a copy of an archived page. Out: the pages, gold and manifest that come with the project.

In a wheel they stand in ``extractor/data``, in a checkout at its root; a command that is run at a checkout's root takes
that checkout's, also where the package is installed apart from it. Copies that a user registers are kept in
``corpus/registered`` of the checkout (git ignores it); without one they go to the user's application folder,
``~/.config/mission-extractor/registered`` on Linux. The environment variable ``EXTRACTOR_REGISTERED`` names another
folder for both.
"""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import PageError

_PACKAGE = Path(__file__).parent
_MARKS = ("pyproject.toml", "corpus/manifest.toml", "gold/GUIDELINES.md")
"""What a folder holds that is a checkout of the project."""


@dataclass(frozen=True, slots=True)
class Archived:
    """A page of the manifest: not ours to ship, fetched or registered by its user.

    ``sha256`` and ``length`` (in characters) are those of the page's text; ``archive`` is where a copy is kept.
    """

    id: str
    title: str
    author: str
    url: str
    archive: str
    sha256: str
    length: int
    license: str


def _find_checkout() -> Path | None:
    """Give the checkout that the package lies in, else the one that is the current folder."""
    folders = (_PACKAGE.parent, Path())  # the current folder by its short name, which works where it was deleted
    return next((folder.resolve() for folder in folders if all((folder / mark).is_file() for mark in _MARKS)), None)


def corpus_folder() -> Path:
    """Give the folder of the pages that ship."""
    return (_find_checkout() or _PACKAGE / "data") / "corpus"


def gold_folder() -> Path:
    """Give the folder of the gold files, one a page, named after it, and of the baseline."""
    return (_find_checkout() or _PACKAGE / "data") / "gold"


def registered_folder() -> Path:
    """Give the folder that keeps registered copies; it need not exist."""
    named = os.environ.get("EXTRACTOR_REGISTERED")
    if named:
        return Path(named)
    checkout = _find_checkout()
    if checkout is not None:
        return checkout / "corpus" / "registered"
    import typer

    return Path(typer.get_app_dir("mission-extractor")) / "registered"


def list_pages() -> list[Path]:
    """Give the pages that ship, then the registered ones, each by name."""
    return [*sorted(corpus_folder().glob("*.txt")), *sorted(registered_folder().glob("*.txt"))]


def read_manifest() -> tuple[Archived, ...]:
    """Read what the manifest says of archived pages."""
    data = tomllib.loads((corpus_folder() / "manifest.toml").read_text(encoding="utf-8"))
    return tuple(Archived(**entry) for entry in data["page"])


def find_archived(page_id: str) -> Archived:
    """Give the manifest's entry of a page; raises ``PageError`` naming those it has."""
    entries = read_manifest()
    for entry in entries:
        if entry.id == page_id:
            return entry
    known = ", ".join(entry.id for entry in entries)
    raise PageError(f"{page_id}: not in the manifest, which has {known}")


def match_archived(sha256: str, name: str) -> Archived:
    """Give the manifest's entry whose text has this digest; ``name`` stands for the copy in errors."""
    for entry in read_manifest():
        if entry.sha256 == sha256:
            return entry
    raise PageError(f"{name}: sha256 {sha256[:12]}… fits no page of the manifest; see `extractor corpus list`")


def keep_copy(entry: Archived, text: str) -> Path:
    """Keep the text of an archived page among the registered ones and give its path."""
    folder = registered_folder()
    path = folder / f"{entry.id}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".part")
        partial.write_bytes(text.encode())
        partial.replace(path)
    except OSError as error:
        raise PageError(f"{path}: cannot be written: {error.strerror}") from error
    return path
