"""In: the TOML rule file of one kind. Out: checked rules, compiled so that one attempt a place tries them all.

A rule file holds ``[[rule]]`` blocks::

    id       = "mass.number-unit"            # unique; named in every mention that the rule makes
    label    = "MASS"
    start    = ["digit", "number_word"]      # what the first characters are
    regex    = '{number:amount}[\\s-]?{mass_unit:unit}'
    examples = [ { text = "weighed 7,220 kilograms", span = "7,220 kilograms", value = 7220, unit = "kilogram" } ]
    counter  = [ "28,801 kgf of thrust" ]
    note     = "why the rule is as it is"

``start`` items: ``digit`` (the first digit of a run), the name of a lexicon class (its first words), ``word:xyz``
(that word) or ``char:½'`` (any of these characters). ``{class}`` stands for the alternation of a lexicon class or
atom, ``{class:group}`` captures it. Earlier rules of a file win over later ones at the same place.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from extractor.errors import RuleError
from extractor.mentions.lexicon import Lexicon
from extractor.model import Page
from extractor.records import record

_SLOT = re.compile(r"\{([a-z_]+)(?::([a-z_0-9]+))?\}")
_REQUIRED = {"id", "label", "start", "regex", "examples", "counter"}
_ALLOWED = (*sorted(_REQUIRED), "note", "cased")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a kind; ``regex`` is the expression as written, with its slots."""

    id: str
    label: str
    start: tuple[str, ...]
    regex: str
    examples: tuple[Mapping[str, Any], ...]
    counter: tuple[str, ...]
    note: str = ""
    cased: bool = False


@record(frozen=True, slots=True)
class Candidate:
    """A span that a rule claims, with its partial value.

    ``parts`` is the kind's own record of what was captured; ``context`` completes it. A candidate with the label
    ``CLAIM`` keeps others off its characters (a designation, a phone number) and makes no mention.
    """

    start: int
    end: int
    label: str
    rule: str
    parts: Any


class Spans(Mapping[str, tuple[int, int]]):
    """Where the groups of a match stand, asked for when needed; groups that captured nothing are not in it."""

    __slots__ = ("_found", "_names", "_prefix")

    def __init__(self, found: re.Match[str], prefix: str, names: tuple[str, ...]) -> None:
        self._found = found
        self._prefix = prefix
        self._names = names

    def __getitem__(self, name: str) -> tuple[int, int]:
        span = self._found.span(f"{self._prefix}_{name}") if name in self._names else (-1, -1)
        if span[0] < 0:
            raise KeyError(name)
        return span

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._names if self._found.start(f"{self._prefix}_{name}") >= 0)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(slots=True)  # not frozen, which would double the cost of making one, and every match makes one
class Match:
    """What a rule captured: the rule's id and label, the named groups, and where each of them stands."""

    rule: Rule
    page: Page
    groups: Mapping[str, str | None]
    spans: Mapping[str, tuple[int, int]]
    start: int
    end: int


Build = Callable[[Match, Lexicon], Iterator[Candidate]]
"""A kind's function from what a rule captured to candidates: none, one, or several."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """The rules of a file, and what must hold where a figure begins before any of them is tried."""

    rules: tuple[Rule, ...]
    guard: str = ""


def read_rule_file(path: Path) -> RuleFile:
    """Read a rule file; ``guard`` in it is an expression that all rules beginning with a figure imply, for speed.

    Raises ``RuleError`` naming the file, the rule and the key.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path.name}: {error}") from error
    return RuleFile(_check_rules(path, data), data.get("guard", ""))


def _check_rules(path: Path, data: Mapping[str, Any]) -> tuple[Rule, ...]:
    rules = []
    for number, entry in enumerate(data.get("rule", []), 1):
        where = f"{path.name}: rule {entry.get('id', number)}"
        if missing := _REQUIRED - entry.keys():
            raise RuleError(f"{where}: lacks {', '.join(sorted(missing))}")
        if unknown := entry.keys() - set(_ALLOWED):
            raise RuleError(f"{where}: unknown key {', '.join(sorted(unknown))}; known: {', '.join(sorted(_ALLOWED))}")
        if not entry["examples"] or not entry["counter"]:
            raise RuleError(f"{where}: needs at least one example and one counter-example")
        lists = {key: tuple(entry[key]) for key in ("start", "examples", "counter")}
        rules.append(Rule(**{**entry, **lists}))
    if doubled := {rule.id for rule in rules if [r.id for r in rules].count(rule.id) > 1}:
        raise RuleError(f"{path.name}: rule id {sorted(doubled)[0]} stands twice")
    return tuple(rules)


class Kind:
    """The rules of one kind, joined into two expressions, and the keys of the places where one of them may start.

    One expression holds the rules that may begin with a figure or a sign, the other those that may begin with a
    word; they are compiled when a page first needs them. A join for each way of starting would be no faster still
    and takes three times as long to compile.
    """

    def __init__(self, file: RuleFile, build: Build, lexicon: Lexicon) -> None:
        self.rules = rules = file.rules
        self._guard = file.guard
        self.build = build
        self._lexicon = lexicon
        keys = [key for rule in rules for start in rule.start for key in self._list_keys(rule, start)]
        self.signs = tuple(dict.fromkeys(key for key in keys if ":" in key))
        """``digit:`` and ``char:x``: the figures and signs that a rule may begin with."""
        self.first_words = frozenset(key for key in keys if ":" not in key)
        """The words that a rule may begin with, lower-cased."""

    def _list_keys(self, rule: Rule, start: str) -> list[str]:
        if start == "digit":
            return ["digit:"]
        if start.startswith("char:"):
            return [f"char:{char}" for char in start.removeprefix("char:")]
        if start.startswith("word:"):
            return [start.removeprefix("word:").lower()]
        if start not in self._lexicon.classes:
            raise RuleError(f"rule {rule.id}: start {start!r} is neither digit, word:, char: nor a lexicon class")
        return sorted(self._lexicon.first_words(start))

    @cached_property
    def figures(self) -> "Joined":
        """The rules that may begin with a figure or a sign; raises ``RuleError`` naming one that does not compile."""
        rules = [(i, rule) for i, rule in enumerate(self.rules) if _begins(rule, figure=True)]
        return _join(rules, self._lexicon, self._guard)

    @cached_property
    def words(self) -> "Joined":
        """The rules that may begin with a word; raises ``RuleError`` naming one that does not compile."""
        return _join([(i, rule) for i, rule in enumerate(self.rules) if _begins(rule, figure=False)], self._lexicon)

    def read(self, found: re.Match[str], page: Page) -> Iterable[Candidate]:
        """Give what the kind builds of a match of one of its expressions."""
        name = found.lastgroup
        if name is None or found.end() == found.start():
            return ()
        joined = self.figures if found.re is self.figures.pattern else self.words
        rule, names, numbers = joined.layout[name]
        groups = dict(zip(names, found.group(*numbers, 0), strict=False))
        match = Match(rule, page, groups, Spans(found, name, names), found.start(), found.end())
        return self.build(match, self._lexicon)


@record(frozen=True, slots=True)
class Joined:
    """Several rules as one expression, and which rule and groups each of its branches stands for."""

    pattern: re.Pattern[str]
    layout: Mapping[str, tuple[Rule, tuple[str, ...], tuple[int, ...]]]
    """By branch: its rule, the names of its groups, and their numbers in the joined expression."""


def _begins(rule: Rule, *, figure: bool) -> bool:
    """Say whether a rule may begin with a figure or a sign, or with a word."""
    return any((start == "digit" or start.startswith("char:")) == figure for start in rule.start)


def _join(rules: list[tuple[int, Rule]], lexicon: Lexicon, guard: str = "") -> Joined:
    names: dict[str, tuple[Rule, tuple[str, ...]]] = {}
    branches = []
    for index, rule in rules:
        branch, groups = _expand(rule, index, lexicon)
        names[f"r{index}"] = (rule, groups)
        branches.append(f"(?P<r{index}>{branch})")
    try:
        pattern = re.compile(f"{guard}(?:{'|'.join(branches) or '(?!)'})")
    except re.error:
        for branch, (_, rule) in zip(branches, rules, strict=True):
            try:
                re.compile(branch)
            except re.error as error:
                raise RuleError(f"rule {rule.id}: {error}") from error
        raise
    layout = {
        branch: (rule, groups, tuple(pattern.groupindex[f"{branch}_{group}"] for group in groups))
        for branch, (rule, groups) in names.items()
    }
    return Joined(pattern, layout)


def _expand(rule: Rule, index: int, lexicon: Lexicon) -> tuple[str, tuple[str, ...]]:
    """Replace the slots of a rule's expression; group names carry the rule's index so that rules can be joined."""
    names: list[str] = []

    def replace(slot: re.Match[str]) -> str:
        name, group = slot.groups()
        try:
            expression = lexicon.expression(name, cased=rule.cased)
        except KeyError:
            raise RuleError(f"rule {rule.id}: {{{name}}} is no lexicon class or atom") from None
        if group is None:
            return expression
        return f"(?P<{group}>{expression})"

    expanded = _SLOT.sub(replace, rule.regex)

    def rename(group: re.Match[str]) -> str:
        names.append(group[1])
        return f"(?P<r{index}_{group[1]}>"

    renamed = re.sub(r"\(\?P<([a-z_0-9]+)>", rename, expanded)
    renamed = re.sub(r"\(\?P=([a-z_0-9]+)\)", lambda m: f"(?P=r{index}_{m[1]})", renamed)
    return renamed if rule.cased else f"(?i:{renamed})", tuple(names)
