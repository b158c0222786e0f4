"""In: candidates that may overlap. Out: those that stay, and why the others went.

A longer span wins over a shorter one; of equal spans the kind that comes first in ``PRIORITY``; then the earlier
one. A ``CLAIM`` (a designation, a phone number) beats what it covers completely or equally, and then vanishes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from extractor.mentions.rules import Candidate

PRIORITY = (
    "CLAIM",
    "TIME",
    "DATE",
    "TIMEZONE",
    "DURATION",
    "MASS",
    "LENGTH",
    "ANGLE",
    "SPEED",
    "QUANTITY",
    "ROLE",
)
_RANK = {label: rank for rank, label in enumerate(PRIORITY)}


@dataclass(frozen=True, slots=True)
class Loser:
    """A candidate that was dropped, and the one that took its characters."""

    candidate: Candidate
    winner: Candidate


def resolve_overlaps(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[Loser]]:
    """Give the candidates that stay, in reading order, and the losers with their winners."""
    ordered = sorted(candidates, key=lambda c: (c.start - c.end, _RANK.get(c.label, len(_RANK)), c.start))
    by_start = sorted(ordered, key=lambda c: c.start)
    if all(a.end <= b.start for a, b in pairwise(by_start)):
        return by_start, []
    kept: dict[int, Candidate] = {}
    winners: list[Candidate] = []
    losers: list[Loser] = []
    for candidate in ordered:
        taken = next((kept[at] for at in range(candidate.start, candidate.end) if at in kept), None)
        if taken is not None:
            losers.append(Loser(candidate, taken))
            continue
        winners.append(candidate)
        kept |= dict.fromkeys(range(candidate.start, candidate.end), candidate)
    winners.sort(key=lambda c: c.start)
    return winners, losers
