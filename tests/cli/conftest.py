"""In: arguments. Out: what the command does with them."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor.cli import app

ROOT = Path(__file__).parents[2]
PAGE = (
    "Kestrel 4 mission\n\nThe Kestrel 4 spacecraft was launched on March 3, 2021, at 9:05 p.m. EST.\n"
    "It weighed about 1,200 kilograms at launch.\n"
)

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a process of its own: this checkout, and an empty folder for registered pages."""
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "EXTRACTOR_REGISTERED": str(tmp_path / "registered"),
    }


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run ``extractor`` with arguments in an empty folder; ``stdin`` is what it reads there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EXTRACTOR_REGISTERED", str(tmp_path / "registered"))

    def run(*arguments: object, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        call = [str(argument) for argument in arguments]
        done = CliRunner().invoke(app, call, input=stdin)
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return subprocess.CompletedProcess(call, done.exit_code, done.stdout_bytes, done.stderr_bytes)

    return run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A small page in a file."""
    path = tmp_path / "kestrel-4.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path
