"""In: what commands want to say. Out: standard output and error, exit codes; no traceback for what users can mend."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from functools import wraps
from io import TextIOWrapper
from typing import TYPE_CHECKING, ParamSpec

import typer

from extractor.errors import ExtractorError

if TYPE_CHECKING:
    from rich.console import Console

    from extractor.batch import Outcome
    from extractor.model import Problem

P = ParamSpec("P")

_WIDTH = 120  # columns of a table where no terminal tells its own


class Code(IntEnum):
    """What the command says by its exit code."""

    OK = 0
    BUG = 1
    USAGE = 2
    SKIPPED = 3
    INTERRUPTED = 130


def guard(command: Callable[P, Code | None]) -> Callable[P, None]:
    """Make a command end well: its return value is the exit code, and errors are one line on standard error.

    A reader that closes our pipe has had what it wanted: that is no error. Ctrl-C ends with 130.
    """

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")
        try:
            code = command(*args, **kwargs) or Code.OK
            sys.stdout.flush()
        except ExtractorError as error:
            warn(str(error))
            code = Code.USAGE
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = Code.OK
        except SystemExit:  # how rich says that our pipe was closed; nothing else in a command raises it
            code = Code.OK
        except KeyboardInterrupt:
            warn("interrupted")
            code = Code.INTERRUPTED
        raise typer.Exit(code)

    return run


def say(text: str) -> None:
    """Write text and a line end to standard output, always in UTF-8."""
    sys.stdout.flush()
    sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "replace"))


def warn(text: str) -> None:
    """Write one line to standard error, with nothing in it that could steer a terminal."""
    from extractor.report.plain import show_text

    sys.stderr.write(f"extractor: {show_text(text)}\n")


def warn_all(problems: Iterable["Problem"]) -> None:
    """Write the line of each problem to standard error."""
    for problem in problems:
        warn(problem.message)


def tell_problems(outcome: "Outcome") -> Iterator["Problem"]:
    """Say what is wrong with a page, and pass on what kept it from being read."""
    if outcome.result is not None:
        warn_all(outcome.result.problems)
    elif outcome.problem is not None:
        warn_all([outcome.problem])
        yield outcome.problem


def is_terminal() -> bool:
    """Tell whether a person reads standard output."""
    return sys.stdout.isatty()


def open_console(*, error: bool = False) -> "Console":
    """Give a console for tables and cards; ``error`` for the one on standard error."""
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    return Console(stderr=error, highlight=False, width=None if stream.isatty() else _WIDTH)


def end_batch(problems: Iterable["Problem"]) -> Code:
    """Give the exit code of a batch with these problems: a mistake of ours weighs more than a bad page."""
    from extractor.batch import FAILED

    codes = {problem.code for problem in problems}
    if FAILED in codes:
        return Code.BUG
    return Code.SKIPPED if codes else Code.OK
