"""In: claims: single places that give a designation. Out: designation facts, variants of one value merged."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.facts.reading import Reading
from extractor.facts.tables import load_tables
from extractor.model import Fact
from extractor.vocabulary import list_words

LABELLED = 4
"""The weight of what a label line says."""
SAID = 3
"""The weight of what a sentence says in so many words: ``launched from X``."""
NAMED = 1
"""The weight of a name in a sentence that speaks of the like."""

_SEVERAL = frozenset({"name", "docking_port", "landing_site", "call_sign"})
_PLACES = frozenset({"launch_site", "docking_port", "landing_site", "launch_vehicle"})
_EMPTY = frozenset(load_tables("designation")["empty"]["words"].split())
"""Words by which two places are not told apart."""
_MOST_COMPARED = 50  # places of a scheme on one page
_FIGURE = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Claim:
    """One place of a page that gives a designation: the span of its value, how strongly it says so.

    ``place`` is the known place within the value (a launch site's one name), by which variants are told to be one.
    """

    scheme: str
    start: int
    end: int
    weight: int
    rule: str
    status: str | None = None
    place: str | None = None


def merge_claims(reading: Reading, claims: Iterable[Claim]) -> list[Fact]:
    """Merge claims to facts: one a scheme and value; of rivals for one scheme the strongest stays."""
    by_scheme: dict[tuple[str, str | None], list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.end)):
        by_scheme.setdefault((claim.scheme, claim.status), []).append(claim)
    facts: list[Fact] = []
    for (scheme, _), own in by_scheme.items():
        groups = _group(reading.page.text, own)
        if scheme not in _SEVERAL and len(groups) > 1:
            best = max(groups, key=lambda group: (sum(claim.weight for claim in group), -group[0].start))
            groups = [g for g in groups if g is best or _is_beside(reading.page.text, g[0], best[0])]
        for group in groups:
            facts.append(_make_fact(reading, group))
    return facts


def _is_beside(text: str, one: Claim, other: Claim) -> bool:
    """Say that two COSPAR ids stand on one label line: the form of today and the older one in brackets."""
    low, high = min(one.end, other.end), max(one.start, other.start)
    return one.scheme == "cospar_id" and one.weight == other.weight == LABELLED and "\n" not in text[low:high]


def _group(text: str, claims: Sequence[Claim]) -> list[list[Claim]]:
    """Group the claims that mean one thing: the same place, or words that all stand in the longer value."""
    alike: dict[tuple[str, str | None], list[Claim]] = {}
    for claim in claims:
        alike.setdefault((_write(text, claim).casefold(), claim.place), []).append(claim)
    groups: list[list[list[Claim]]] = []
    for same in sorted(alike.values(), key=lambda same: (-len(_telling(text, same[0])), same[0].start)):
        rivals = groups[:_MOST_COMPARED]
        home = next((group for group in rivals if _agree(text, same[0], [others[0] for others in group])), None)
        if home is None:
            groups.append([same])
        else:
            home.append(same)
    return [sorted((c for same in group for c in same), key=lambda c: (c.start, c.end)) for group in groups]


def _agree(text: str, claim: Claim, group: Sequence[Claim]) -> bool:
    if claim.scheme not in _PLACES:
        return False
    places = {other.place for other in group} - {None}
    if claim.place is not None and claim.place in places:
        return True
    if claim.scheme == "launch_site" and (claim.place is None or not places):
        return any(_count(text, claim) <= _count(text, other) or not _count(text, other) for other in group)
    own = _telling(text, claim)
    return any(own <= (other := _telling(text, rival)) or other <= own for rival in group) or (
        claim.scheme == "landing_site" and any(own & _telling(text, rival) for rival in group)
    )


def _telling(text: str, claim: Claim) -> frozenset[str]:
    """Give the words that tell a value from others of its scheme."""
    return _list_telling(text[claim.start : claim.end])


@lru_cache(maxsize=1024)
def _list_telling(value: str) -> frozenset[str]:
    words = frozenset(list_words(value))
    return words - _EMPTY or words


def _count(text: str, claim: Claim) -> frozenset[str]:
    """Give the numbers of a site's pads, by which pads are told apart."""
    return frozenset(_FIGURE.findall(text[claim.start : claim.end]))


def _names_pad(text: str, claim: Claim) -> bool:
    """Say that a launch site is told with its pad or complex: fuller than any that is not."""
    return claim.scheme == "launch_site" and claim.place is not None and bool(_count(text, claim))


def _write(text: str, claim: Claim) -> str:
    return _SPACE.sub(" ", text[claim.start : claim.end]).strip()


def _make_fact(reading: Reading, group: Sequence[Claim]) -> Fact:
    """Make one fact of a group; its value is the fullest that a strong claim gives."""
    text = reading.page.text
    strongest = max(claim.weight for claim in group)
    strong = [claim for claim in group if claim.weight >= min(strongest, SAID)] or list(group)
    best = max(strong, key=lambda claim: (_names_pad(text, claim), len(_telling(text, claim)), -claim.start))
    attributes = {"scheme": best.scheme, "value": _write(text, best)}
    if best.status is not None:
        attributes["status"] = best.status
    evidence = tuple(dict.fromkeys((claim.start, claim.end) for claim in (best, *group)))
    return Fact("designation", reading.subject, attributes, evidence, best.rule, (best.start, best.end))
