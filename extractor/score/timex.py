"""In: time expressions found in documents, and the gold of a public benchmark. Out: P, R, F1 as TempEval counts them.

``docs.jsonl`` holds ``doc``, ``dct`` (document creation time, may be absent) and ``text``; ``gold.jsonl`` one TIMEX3
a line: ``doc``, ``start``, ``end``, ``type``, ``value``, ``mod``.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.errors import GoldError
from extractor.model import Timex
from extractor.score.metrics import Counts
from extractor.score.pairing import FREE, pair
from extractor.values import duration_key

LEVELS = ("strict", "relaxed", "type", "value", "mod")
"""strict: same span; relaxed: overlap, one to one; the others: relaxed, and that attribute is right."""

_YEAR = re.compile(r"(?:BC)?\d{4}")
_YEAR_SAID = re.compile(r"\d{3,4}(?!\d)|['’]\d\d(?!\d)|\bB\.?C|\bA\.?D")
_MONTH_SAID = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_BEFORE_CHRIST = re.compile(r"BC(\d{2,4})")


@dataclass(frozen=True, slots=True)
class Document:
    """A text of a benchmark with its creation time (ISO 8601, or ``None``) and its gold."""

    name: str
    created: str | None
    text: str
    gold: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class TimexMistake:
    """One thing that is wrong: ``missed``, ``false``, or of a pair ``span``, ``type``, ``value``, ``year``, ``mod``."""

    doc: str
    problem: str
    text: str
    expected: str
    got: str
    start: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class TimexScore:
    """Counts by level over one or more documents, dates without a year apart, and each mistake. Scores add up."""

    counts: Mapping[str, Counts] = field(default_factory=dict)
    yearless: Counts = field(default_factory=Counts)
    """Gold dates whose words name a month and no year, and whose value does: ``tp`` where the year is right."""
    mistakes: tuple[TimexMistake, ...] = ()

    def __add__(self, other: "TimexScore") -> "TimexScore":
        """Pool two scores: counts are added, ratios follow."""
        counts = {name: self.get(name) + other.get(name) for name in LEVELS}
        return TimexScore(counts, self.yearless + other.yearless, self.mistakes + other.mistakes)

    def get(self, level: str) -> Counts:
        """Give the counts of one of ``LEVELS``."""
        return self.counts.get(level, Counts())

    def to_dict(self) -> dict[str, Any]:
        """Give counts and ratios by level, and the share of dates without a year whose year is right."""
        record: dict[str, Any] = {name: self.get(name).to_dict() for name in LEVELS}
        total = self.yearless.tp + self.yearless.fn
        record["yearless"] = {"right": self.yearless.tp, "total": total, "share": self.yearless.recall}
        return record


def read_benchmark(docs: Path, gold: Path) -> tuple[Document, ...]:
    """Read documents and their gold; raises ``GoldError`` naming the file and line that does not fit."""
    timexes: dict[str, list[Timex]] = {}
    for number, record in _read_lines(gold):
        where = f"{gold}:{number}"
        try:
            span = (int(record["start"]), int(record["end"]))
            item = Timex(*span, record["type"], record.get("value") or "", record.get("mod") or None)
            timexes.setdefault(record["doc"], []).append(item)
        except (KeyError, TypeError, ValueError) as error:
            raise GoldError(f"{where}: needs doc, start, end and type ({error})") from error
    found = []
    for number, record in _read_lines(docs):
        if not isinstance(record.get("doc"), str) or not isinstance(record.get("text"), str):
            raise GoldError(f"{docs}:{number}: needs doc and text")
        items = sorted(timexes.pop(record["doc"], []), key=lambda item: (item.start, item.end))
        if any(not 0 <= item.start < item.end <= len(record["text"]) for item in items):
            raise GoldError(f"{gold}: {record['doc']}: a span lies outside the text of {docs}")
        found.append(Document(record["doc"], record.get("dct") or None, record["text"], tuple(items)))
    if timexes:
        raise GoldError(f"{gold}: {sorted(timexes)[0]}: no such document in {docs}")
    return tuple(found)


def _read_lines(path: Path) -> Iterable[tuple[int, Any]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read: {error}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise GoldError(f"{path}:{number}: is no JSON: {error}") from error
        if not isinstance(record, dict):
            raise GoldError(f"{path}:{number}: is no JSON object")
        yield number, record


def score_timexes(document: Document, found: Sequence[Timex]) -> TimexScore:
    """Score what a system found in one document; spans pair one to one, as many as overlap, equal ones first."""
    gold = document.gold
    found = sorted(found, key=lambda item: (item.start, item.end))
    partners = _pair_spans(gold, found)
    pairs = [(wanted, found[right]) for wanted, right in zip(gold, partners, strict=True) if right != FREE]
    taken = {right for right in partners if right != FREE}
    wrong = dict.fromkeys(LEVELS, 0)
    mistakes = [_describe(document, "missed", item, None) for item, p in zip(gold, partners, strict=True) if p == FREE]
    mistakes += [_describe(document, "false", None, item) for i, item in enumerate(found) if i not in taken]
    for wanted, got in pairs:
        for level, problem in _differences(wanted, got):
            wrong[level] += 1
            mistakes.append(_describe(document, problem, wanted, got))
    counts = {}
    for level in LEVELS:
        right = len(pairs) - wrong[level]
        counts[level] = Counts(right, len(found) - right, len(gold) - right)
    mistakes.sort(key=lambda mistake: mistake.start)
    return TimexScore(counts, _count_yearless(document, partners, found), tuple(mistakes))


def _pair_spans(gold: Sequence[Timex], found: Sequence[Timex]) -> list[int]:
    edges: list[list[int]] = []
    equal: list[set[int]] = []
    first = 0
    for wanted in gold:
        while first < len(found) and found[first].end <= wanted.start:
            first += 1
        near = [i for i in range(first, len(found)) if found[i].start < wanted.end and found[i].end > wanted.start]
        edges.append(near)
        equal.append({i for i in near if (found[i].start, found[i].end) == (wanted.start, wanted.end)})
    return pair(edges, equal, len(found))


def _differences(wanted: Timex, got: Timex) -> list[tuple[str, str]]:
    """Name the levels at which a pair is wrong, with the problem: a value wrong in its year alone is a ``year``."""
    problems = []
    if (wanted.start, wanted.end) != (got.start, got.end):
        problems.append(("strict", "span"))
    if wanted.type != got.type:
        problems.append(("type", "type"))
    if not is_same_value(wanted.value, got.value):
        problems.append(("value", "year" if _is_year_alone(wanted.value, got.value) else "value"))
    if wanted.mod != got.mod:
        problems.append(("mod", "mod"))
    return problems


def is_same_value(wanted: str, got: str) -> bool:
    """Tell whether two TIMEX3 values mean the same: durations by size, eras, decades and centuries in any notation."""
    if not wanted or not got:
        return False
    return _normalise(wanted) == _normalise(got)


def _normalise(value: str) -> object:
    if value.startswith("P") and value[1:2] in "0123456789T":
        return duration_key(value)
    if before := _BEFORE_CHRIST.match(value):
        return f"-{value[2:]}" if len(before[1]) < 4 else f"-{int(before[1]) - 1:04d}{value[6:]}"
    return re.sub(r"^(-?\d{2})XX$|^(-?\d{3})X$", lambda m: m[1] or m[2], value)


def _is_year_alone(wanted: str, got: str) -> bool:
    """Tell whether two values differ in their years and in nothing else."""
    first, second = _YEAR.match(wanted), _YEAR.match(got)
    return first is not None and second is not None and wanted[first.end() :] == got[second.end() :]


def _count_yearless(document: Document, partners: Sequence[int], found: Sequence[Timex]) -> Counts:
    right = total = 0
    for wanted, partner in zip(document.gold, partners, strict=True):
        year = _YEAR.match(wanted.value)
        if wanted.type not in ("DATE", "TIME") or year is None:
            continue
        words = document.text[wanted.start : wanted.end]
        if _YEAR_SAID.search(words) or not _MONTH_SAID.search(words):
            continue
        total += 1
        right += partner != FREE and found[partner].value.startswith(year.group())
    return Counts(tp=right, fn=total - right)


def _describe(document: Document, problem: str, wanted: Timex | None, got: Timex | None) -> TimexMistake:
    def tell(item: Timex | None) -> str:
        if item is None:
            return ""
        if problem == "span":
            return " ".join(document.text[item.start : item.end].split())
        return f"{item.type} {item.value} {item.mod or ''}".rstrip()

    place = wanted or got
    if place is None:
        raise ValueError("a mistake is about a gold item, a found item or both")
    words = " ".join(document.text[place.start : place.end].split())
    rule = got.rule if got is not None else ""
    return TimexMistake(document.name, problem, words, tell(wanted), tell(got), place.start, rule)
