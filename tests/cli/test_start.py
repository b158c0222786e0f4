"""In: help, version and wrong arguments. Out: quick answers, without the heavy libraries."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor import __version__
from extractor.cli import app

HEAVY = ("spacy", "pint", "dateparser", "sqlalchemy", "numpy")
COMMANDS = (
    "extract", "run", "export", "score", "explain", "timex", "rules", "corpus list", "corpus add", "corpus fetch",
)  # fmt: skip

PROBE = """
import sys
from extractor.__main__ import main
sys.argv[0] = "extractor"
try:
    main()
except SystemExit as end:
    loaded = sorted(name for name in {heavy!r} if name in sys.modules)
    print("CODE", end.code or 0, "LOADED", loaded)
"""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["run", "--help"], 0),
        (["extract"], 2),
        (["run", "--nosuch"], 2),
        (["nosuch"], 2),
        (["explain", "page.txt", "--at", "0"], 2),
        (["corpus", "list"], 0),
    ],
    ids=str,
)
def test_help_version_and_usage_load_nothing_heavy(
    arguments: list[str], code: int, tmp_path: Path, environment: dict[str, str]
) -> None:
    call = [sys.executable, "-c", PROBE.format(heavy=HEAVY), *arguments]
    done = subprocess.run(call, capture_output=True, text=True, cwd=tmp_path, env=environment, check=True)
    assert done.stdout.splitlines()[-1] == f"CODE {code} LOADED []"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(name: str) -> None:
    shown = CliRunner().invoke(app, [*name.split(), "--help"], env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    assert f"Example: extractor {name}" in shown.output


def test_the_help_lists_the_commands_and_the_exit_codes() -> None:
    shown = CliRunner().invoke(app, ["--help"], env={"COLUMNS": "200"}).output
    for name in ("extract", "run", "export", "score", "explain", "timex", "rules", "corpus", "Exit codes: 0 all done"):
        assert name in shown


def test_version_is_that_of_the_package() -> None:
    assert CliRunner().invoke(app, ["--version"]).output == f"extractor {__version__}\n"
