"""In: every regular expression that the package compiles. Out: none in which one repeat without an end holds another.

Such a pair (``(\\w+\\s?)*``) can cut a text in exponentially many ways. What else takes too long is told by its time:
see ``test_growth``.
"""

import json
import re._constants as kinds
import re._parser as parser
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_COLLECT = """
import importlib, json, pkgutil, re, sys
found = {}
compile = re._compiler.compile
def note(pattern, flags=0):
    caller = sys._getframe(3)
    if isinstance(pattern, str) and "/extractor/" in caller.f_code.co_filename:
        found.setdefault((pattern, int(flags)), f"{caller.f_code.co_filename}:{caller.f_lineno}")
    return compile(pattern, flags)
re._compiler.compile = note
import extractor
for module in pkgutil.walk_packages(extractor.__path__, "extractor."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
extractor.load()("Kestrel 4 was launched on March 3, 2021.")
extractor.timexes("They met on March 3, 2021.")
print(json.dumps([[*key, place] for key, place in found.items()]))
"""
_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT)
_ASSERTIONS = (kinds.ASSERT, kinds.ASSERT_NOT)


@pytest.fixture(scope="module")
def expressions(project: Path) -> list[tuple[str, int, str]]:
    """Pattern, flags and the place that compiles it."""
    call = [sys.executable, "-W", "ignore", "-c", _COLLECT]
    done = subprocess.run(call, cwd=project, capture_output=True, text=True, check=True)
    return [tuple(entry) for entry in json.loads(done.stdout)]


def list_nested(parsed: Any, inside: bool = False) -> Iterator[str]:
    """List the repeats without an end that stand in another one."""
    for kind, detail in parsed:
        if kind in _REPEATS:
            low, high, body = detail
            endless = high is kinds.MAXREPEAT
            if endless and inside:
                yield f"{{{low},}} of {body}"
            yield from list_nested(body, inside or endless)
        elif kind is kinds.SUBPATTERN:
            yield from list_nested(detail[3], inside)
        elif kind is kinds.BRANCH:
            for branch in detail[1]:
                yield from list_nested(branch, inside)
        elif kind in _ASSERTIONS:
            yield from list_nested(detail[1], inside)


def test_no_endless_repeat_stands_in_another(expressions: list[tuple[str, int, str]]) -> None:
    assert len(expressions) > 300
    nested = {
        f"{place}: {pattern[:80]}": found
        for pattern, flags, place in expressions
        if (found := list(list_nested(parser.parse(pattern, flags))))
    }
    assert nested == {}


@pytest.mark.parametrize("pattern", [r"(?:\w+\s?)*", r"(a|b+)+", r"(?=(?:x*y?)+)", r"(?:a{2,}b?){3,}"])
def test_a_nested_repeat_is_noticed(pattern: str) -> None:
    assert list(list_nested(parser.parse(pattern)))


@pytest.mark.parametrize("pattern", [r"\w+\s*", r"(?:\w+ ){0,3}", r"(?:\w{1,9} )*", r"(?:a?b)+"])
def test_what_is_not_nested_is_let_pass(pattern: str) -> None:
    assert not list(list_nested(parser.parse(pattern)))
