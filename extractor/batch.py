"""In: files, folders and standard input. Out: what each of their pages gave; a bad page never stops the others."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extractor.errors import ExtractorError
from extractor.model import Problem, Result

SUFFIXES = (".txt", ".md")
"""What is taken from a folder; a file that is named itself may end in anything."""

STDIN = "-"
_STDIN_BYTES = 64_000_000  # far more than is accepted as a page, so that an endless stream ends as one too large
FAILED = "failed"
"""The code of a problem that is our mistake, not the page's."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page: ``result``, or the ``problem`` that kept it from being read."""

    source: str
    result: Result | None = None
    problem: Problem | None = None


def find_pages(inputs: Sequence[str]) -> tuple[list[str], list[Problem]]:
    """List the pages that ``inputs`` name, each once, in the order named and by name within a folder.

    A folder gives its ``.txt`` and ``.md`` files at any depth, without hidden ones. What cannot be listed, or
    gives no page, becomes a ``Problem``.
    """
    found: dict[str, None] = {}
    problems: list[Problem] = []
    for name in inputs:
        path = Path(name)
        if name != STDIN and not _exists(path):
            problems.append(Problem("missing", f"{name}: no such file or folder", name))
        elif name != STDIN and path.is_dir():
            pages = list(_walk(path, problems))
            if not pages:
                problems.append(Problem("no-pages", f"{name}: no {' or '.join(SUFFIXES)} file in this folder", name))
            found |= dict.fromkeys(pages)
        else:
            found[name] = None
    return list(found), problems


def extract_pages(sources: Iterable[str]) -> Iterator[Outcome]:
    """Extract page after page; whatever one of them does to us ends as its ``Problem``."""
    from extractor import extract

    for source in sources:
        try:
            page = read_stdin() if source == STDIN else Path(source)
            yield _judge(source, extract(page))
        except ExtractorError as error:
            yield Outcome(source, problem=Problem("unreadable", str(error), source))
        except Exception as error:
            message = f"{source}: {type(error).__name__}: {error}; this is a mistake in extractor, please report it"
            yield Outcome(source, problem=Problem(FAILED, " ".join(message.split()), source))


def _judge(source: str, result: Result) -> Outcome:
    """Turn an empty page away; note of a page that it gave no fact."""
    if not result.page.text.strip():
        return Outcome(source, problem=Problem("empty", f"{source}: is empty", source))
    if not result.facts:
        note = Problem("no-facts", f"{source}: no fact found on this page", source)
        result = replace(result, problems=(*result.problems, note))
    return Outcome(source, result=result)


def read_stdin() -> bytes:
    """Read standard input to its end."""
    return sys.stdin.buffer.read(_STDIN_BYTES)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _walk(folder: Path, problems: list[Problem]) -> Iterator[str]:
    def note(error: OSError) -> None:
        name = str(error.filename)
        problems.append(Problem("unreadable", f"{name}: {error.strerror}", name))

    for place, folders, files in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield str(Path(place) / name)
