"""In: the names of craft found on a page. Out: their abbreviations, their other names, and whose kin they are."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.facts.spellings import CraftName
from extractor.model import Page
from extractor.vocabulary import Vocabulary

_KIN = frozenset({"predecessor", "successor", "forerunner", "original", "namesake", "twin", "sister"})
_OF_KIN = re.compile(
    rf"\b(?:{'|'.join(sorted(_KIN))})(?: (?:mission|spacecraft|probe|craft|satellite))?"
    rf"(?:,| (?:to|of))? (?:the )?[\"“_*]{{0,2}}$"
)
_SHORT = re.compile(r"[\"”_’*]{0,2} \([\"“]?([A-Z][A-Za-z-]{1,7})[\"”]?[);,]")
_LINKED = re.compile(r"[ \t]*(?:[|»«›‹<>◄►▲•\]]|\[| {3}|\t)")
_WITH_NEIGHBOURS = 3
_APPOSITION = re.compile(
    r"[\"”_’*]? ?\([\"“]?"
    r"|(?: (?:cargo|(?:re)?supply|crew|space|transport|ship|spacecraft|craft|vehicle|freighter|spaceship|capsule)){0,4}"
    r",? \(?(?:also|otherwise|better|formerly|originally|previously|initially|first)? ?"
    r"(?:known|designated|called|referred to|identified by NASA)(?: as)?"
    r" (?:the |ISS |NASA[’']s ){0,2}[\"“_]?"
    r"|[\"”_’*]? \(?(?:or|aka|a\.k\.a\.|alias) [\"“_*]{0,2}"
)

_EXPLAINED = re.compile(r" [a-z][a-z-]{2,20} [A-Za-z]")
"""What a bracket goes on with that tells what a name stands for: ``(TerraSAR-X add-on for)``."""
_STEM = re.compile(r"(?P<stem>[A-Z][A-Za-z]{3,20})-(?:\d{1,3}[A-Z]?|[A-Z])")
_SIBLING = re.compile(r"-(?:\d{1,3}[A-Z]?|[A-Z])\b(?!-)")
"""What tells one craft of a series from another: ``PetrelSat-2``, ``PetrelSat-X``."""


def find_siblings(page: Page, names: Sequence[CraftName]) -> list[CraftName]:
    """Find the craft that bear another number or letter behind the name of one that is known."""
    taken = {name.start for name in names}
    stems = {stem["stem"] for name in names if name.kind == "craft" and (stem := _STEM.fullmatch(name.name))}
    found: list[CraftName] = []
    for family in sorted(stems):
        for index in page.words.places.get(family.lower(), ()):
            start, end, _ = page.words[index]
            number = _SIBLING.match(page.text, end) if start not in taken else None
            if number is not None and page.text.startswith(family, start):
                found.append(CraftName(start, number.end(), page.text[start : number.end()], "craft"))
    return found


def list_apart(page: Page, found: list[CraftName]) -> frozenset[str]:
    """List the names of other craft: ``Hayabusa2's predecessor, Hayabusa``, the probe of ``Cassini-Huygens``."""
    names = {name.name for name in found}
    carried = {name.partition("-")[2] for name in names if "-" in name} & names
    if _KIN.isdisjoint(page.words.distinct):
        return frozenset(carried)
    return frozenset(
        carried | {name.name for name in found if _OF_KIN.search(page.text, max(0, name.start - 40), name.start)}
    )


def find_short(page: Page, names: list[CraftName]) -> list[CraftName]:
    """Find the abbreviations that the page gives in brackets behind a craft's full name."""
    shorts: set[str] = set()
    for name in names:
        short = _SHORT.match(page.text, name.end) if name.kind == "craft" else None
        if short and short.group(1)[0] == name.name[0] and " " in name.name:
            shorts.add(short.group(1))
    hits = Vocabulary([(short, short) for short in sorted(shorts)], cased=True).find(page.text, page.words)
    taken = {name.start for name in names}
    return [CraftName(hit.start, hit.end, hit.meaning, "craft") for hit in hits if hit.start not in taken]


def pair_appositions(text: str, names: list[CraftName]) -> tuple[tuple[str, str], ...]:
    """Pair two names of one craft: ``Kounotori 9 (HTV-9)``, ``HTV-9, also known as Kounotori 9``."""
    return tuple(
        (one.name, two.name)
        for one, two in pairwise([name for name in names if name.kind != "station"])
        if one.kind == two.kind == "craft"
        and _APPOSITION.fullmatch(text, one.end, two.start)
        and not (text[two.start - 1] == "(" and _EXPLAINED.match(text, two.end))
    )


def drop_links(page: Page, names: Sequence[CraftName], head: int) -> Sequence[CraftName]:
    """Leave out the names in lines of the page's head that link to other pages: ``Home | STS-89 | STS-91``.

    Of a page's two neighbours with itself between, ``< Soyuz 8  Soyuz 9  Soyuz 10 >``, it is the one in the middle.
    """
    dropped: set[int] = set()
    for block in page.blocks[:head]:
        inside = [name for name in names if block.start <= name.start < block.end and name.kind == "craft"]
        many = len({name.name for name in inside}) > 1
        if many and all(_LINKED.match(page.text, one.end, two.start) for one, two in pairwise(inside)):
            own = inside[1:2] if len(inside) == _WITH_NEIGHBOURS else []
            dropped.update(name.start for name in inside if name not in own)
    return [name for name in names if name.start not in dropped] if dropped else names
