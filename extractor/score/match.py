"""In: mentions and facts of a gold and of a result. Out: which belong together, one to one."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.score.agree import KEY_FIELDS, PageNames, agreeing_fields, is_optional, is_scored, is_value_right
from extractor.score.pairing import FREE, pair
from extractor.values import LABELS

Item = Mapping[str, Any]
"""A mention or fact in the JSON shape of ``mission-facts/1``."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Gold and result items that belong together, and what is left on either side, in the given order."""

    pairs: tuple[tuple[Item, Item], ...]
    missed: tuple[Item, ...]
    false: tuple[Item, ...]


def match_mentions(gold: Sequence[Item], got: Sequence[Item]) -> Matching:
    """Pair mentions of equal label: those of equal span first, then as many overlapping ones as can be.

    Among equally many pairs the pairing with most right values is taken. Labels that are not scored
    are left out of both sides.
    """
    wanted = [m for m in gold if m["label"] in LABELS]
    found = sorted((m for m in got if m["label"] in LABELS), key=lambda m: (m["start"], m["end"]))
    partner = _pair(wanted, found, _same_span, [FREE] * len(wanted))
    partner = _pair(wanted, found, _overlapping, partner)
    return _matching(wanted, found, partner)


Candidates = Callable[[Item, Sequence[Item]], list[int]]


def _pair(gold: Sequence[Item], got: Sequence[Item], find: Candidates, partner: list[int]) -> list[int]:
    """Pair what ``partner`` leaves open with what ``find`` proposes; label by label."""
    result = list(partner)
    taken = {right for right in partner if right != FREE}
    for label in LABELS:
        lefts = [i for i, m in enumerate(gold) if m["label"] == label and partner[i] == FREE]
        rights = [j for j, m in enumerate(got) if m["label"] == label and j not in taken]
        open_got = [got[j] for j in rights]
        edges = [find(gold[i], open_got) for i in lefts]
        right_values = [
            {k for k in ends if is_value_right(gold[i], open_got[k])} for i, ends in zip(lefts, edges, strict=True)
        ]
        for i, k in zip(lefts, pair(edges, right_values, len(rights)), strict=True):
            if k != FREE:
                result[i] = rights[k]
    return result


def _same_span(mention: Item, found: Sequence[Item]) -> list[int]:
    start, end = mention["start"], mention["end"]
    first = bisect_left(found, (start, end), key=lambda m: (m["start"], m["end"]))
    last = bisect_left(found, (start, end + 1), key=lambda m: (m["start"], m["end"]))
    return list(range(first, last))


def _overlapping(mention: Item, found: Sequence[Item]) -> list[int]:
    """Find what shares characters with a mention; the one that shares most comes first."""
    start, end = mention["start"], mention["end"]
    before = bisect_left(found, end, key=lambda m: m["start"])
    shared = {k: min(end, found[k]["end"]) - max(start, found[k]["start"]) for k in range(before)}
    return sorted((k for k, size in shared.items() if size > 0), key=lambda k: (-shared[k], k))


def match_facts(gold: Sequence[Item], got: Sequence[Item], names: PageNames) -> Matching:
    """Pair facts whose kind and key fields agree, as many as can be.

    What is not scored is left out of both sides. An optional gold fact is never missed, and takes a result
    fact only where that is not needed for another.
    """
    wanted = [f for f in gold if is_scored(f)]
    found = [f for f in got if is_scored(f)]
    edges = [[k for k, f in enumerate(found) if _is_right(fact, f, names)] for fact in wanted]
    required = [set() if is_optional(fact) else set(ends) for fact, ends in zip(wanted, edges, strict=True)]
    matching = _matching(wanted, found, pair(edges, required, len(found)))
    return Matching(
        tuple((fact, f) for fact, f in matching.pairs if not is_optional(fact)),
        tuple(fact for fact in matching.missed if not is_optional(fact)),
        matching.false,
    )


def _is_right(gold: Item, got: Item, names: PageNames) -> bool:
    return gold["kind"] == got["kind"] and len(agreeing_fields(gold, got, names)) == len(KEY_FIELDS[gold["kind"]])


def _matching(gold: Sequence[Item], got: Sequence[Item], partner: Sequence[int]) -> Matching:
    taken = set(partner)
    return Matching(
        tuple((gold[i], got[j]) for i, j in enumerate(partner) if j != FREE),
        tuple(gold[i] for i, j in enumerate(partner) if j == FREE),
        tuple(item for j, item in enumerate(got) if j not in taken),
    )
