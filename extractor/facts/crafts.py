"""In: a Page. Out: every name of a craft, mission or station on it, with the spellings of one craft joined."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from extractor.facts.spellings import CraftName, choose_subject, join_spellings, name_ships
from extractor.model import Page
from extractor.vocabulary import Hit, Vocabulary, split_words

STATION = "ISS"
"""The station of events at a station that the page does not name."""

_DATA = tomllib.loads(Path(__file__).with_name("crafts.toml").read_text("utf-8"))
_SKIP = frozenset(_DATA["words"]["skip"])
_PARTS = frozenset(_DATA["words"]["part"])
_VEHICLES = frozenset(name.lower() for name in _DATA["vehicles"]["names"])
_LABELS = frozenset(_DATA["words"]["labels"])
_FAMILIES = frozenset(
    name.lower()
    for family in _DATA["family"]
    if family["kind"] == "craft" and family["designator"] != "none"
    for name in family["names"]
)
_FLIES = {
    name.lower(): tuple(family["flies"])
    for family in _DATA["family"]
    if family["kind"] == "vessel"
    for name in family["names"]
}
_NAMES: Vocabulary[tuple[str, str]] = Vocabulary(
    [(name, (family["kind"], family["designator"])) for family in _DATA["family"] for name in family["names"]]
    + [(form, ("station", name)) for name, forms in _DATA["stations"].items() for form in forms]
    + [(noun, ("noun", "part" if noun in _PARTS else "")) for noun in _DATA["words"]["craft"]]
    + [(noun, ("flight", "")) for noun in _DATA["words"]["flight"]]
    + [(word, ("naming", "")) for word in _DATA["words"]["naming"]]
)
_NUMBER = {
    "number": re.compile(
        r"(?:[ \n\u00a0-]|\s?No\.\s?)(?:No\.\s)?(?:(?:(?:MS|TMA|TM|T|M1|[A-Z])[ -]?)?\d{1,4}"
        r"(?:[A-Z]{1,2}\b|-\d{1,2}\b|[a-z]\b|\b)(?!-?\d|\.\d)|[IVX]{1,6}(?:-?[A-Z])?\b(?!-\d))"
    ),
    "hyphen": re.compile(
        r"(?:-|[ \u00a0](?=\d))(?:(?:[A-Z]{1,3}-?)?\d{1,4}(?:-?[A-Z]{1,2}\b|-\d{1,2}\b|\b)(?!\.\d)"
        r"|[IVX]{1,6}\b|[A-Z]{1,2}\b)"
    ),
}
_VEHICLE = re.compile(r"[ -](?:rockets?|boosters?|launchers?|carrier|launch vehicles?|missiles?)\b", re.I)
_CAPITALS = r"[A-Z][\w’'-]{0,25}(?: (?:[A-Z][\w’'-]{0,25}|\d{1,4}\b)){0,3}"
_OPENING = re.compile(
    rf"[\"“_‘*]{{0,2}}((?:\d{{4}}[ ])?{_CAPITALS})[\"”_’*]{{0,2}}(?: \([^)\n]{{1,80}}\))?,? (?:is|was) (?:an?|the|one) "
)
_SHORT = re.compile(r"[\"”_’*]{0,2} \([\"“]?([A-Z][A-Za-z-]{1,7})[\"”]?[);,]")
_APPOSITION = re.compile(
    r"[\"”_’*]? ?\([\"“]?|,? (?:also|otherwise|better)? ?(?:known|designated|called)(?: as)? [\"“_]?"
)
_MARKS = "\"“”_‘’'*"
_OFTEN = 2  # a short name stands on the page more often than that
_LONGEST_NAME = 5  # words
_INNER_GAPS = frozenset({"-", "'", "’"})
_NAME_GAPS = frozenset({" ", "-", "'", "’", ' "', " “", " _", '" ', "” ", "_ ", " ‘", "’ ", " *", "* "})


@dataclass(frozen=True, slots=True)
class Crafts:
    """The names of craft on a page in reading order, and the craft or mission that the page is about."""

    names: tuple[CraftName, ...]
    subject: str | None


def find_crafts(page: Page) -> Crafts:
    """Find the names of craft on the page, join the spellings of one craft, and choose the page's own."""
    known: list[CraftName] = []
    hints: Counter[str] = Counter()
    for hit in _NAMES.find(page.text, page.words):
        kind, detail = hit.meaning
        if kind in {"noun", "flight", "naming"}:
            _hint_beside(page, hit, hit.word + page.text.count(" ", hit.start, hit.end), hints)
        elif kind == "station":
            if page.text[hit.start].isupper():
                known.append(CraftName(hit.start, hit.end, detail, kind))
        elif page.text[hit.start].isupper() and (not known or hit.start >= known[-1].end):
            known.extend(_name_known(page.text, hit, kind, detail))
    _hint_from_layout(page, hints)
    found = sorted([*known, *_find_hinted(page, hints, known)], key=lambda name: name.start)
    names = join_spellings(found, _pair_appositions(page.text, found))
    subject = choose_subject(names, page.blocks[0].end if page.blocks else 0)
    return Crafts(name_ships(names, subject), subject)


def _name_known(text: str, hit: Hit[tuple[str, str]], kind: str, designator: str) -> Iterator[CraftName]:
    if designator == "none":
        name = text[hit.start : hit.end]
        yield CraftName(hit.start, hit.end, name, kind, _FLIES.get(name.lower(), ()))
        return
    number = _NUMBER[designator].match(text, hit.end)
    if number and not _VEHICLE.match(text, number.end()):
        yield CraftName(hit.start, number.end(), " ".join(text[hit.start : number.end()].split()), kind)


def _hint_beside(page: Page, hit: Hit[tuple[str, str]], last: int, hints: Counter[str]) -> None:
    """Count the capitalised names that stand right before or after a noun for a craft.

    ``last`` is the index of the last word of the noun.
    """
    role, detail = hit.meaning
    after = _run_on(page, last)
    capital = page.text[hit.start].isupper()
    if role != "naming" and not (capital and after):
        names = _trim(_run_back(page, hit.word))
        part = f" {page.text[hit.start : hit.end]}" if detail and capital else ""
        hints.update(name + part for name in names)
    if after and not capital and role != "flight":
        hints.update(_trim(after))


def _run_back(page: Page, index: int) -> str:
    """Give the run of capitalised words and numbers right before a word."""
    text, words = page.text, page.words
    first = index
    while first > 0 and index - first < _LONGEST_NAME:
        start, end, _ = words[first - 1]
        gap = text[end : words[first][0]]
        if gap not in _NAME_GAPS or not (text[start].isupper() or text[start].isdigit() or gap in _INNER_GAPS):
            break
        first -= 1
    return text[words[first][0] : words[index - 1][1]] if first < index else ""


def _run_on(page: Page, index: int) -> str:
    """Give the run of capitalised words and numbers right behind a word; it begins with a capital."""
    text, words = page.text, page.words
    last = index
    while last + 1 < len(words) and last - index < _LONGEST_NAME:
        start, _, _ = words[last + 1]
        gap = text[words[last][1] : start]
        if gap not in _NAME_GAPS and not (last == index and gap == ", "):
            break
        if not (text[start].isupper() or (last > index and (text[start].isdigit() or gap in _INNER_GAPS))):
            break
        last += 1
    return text[words[index + 1][0] : words[last][1]] if last > index else ""


def _hint_from_layout(page: Page, hints: Counter[str]) -> None:
    """Count the names that open the page, stand behind labels such as ``Spacecraft:`` or before ``is a ...``."""
    text = page.text
    for block in page.blocks:
        if block.label and text[slice(*block.label)].strip().lower() in _LABELS:
            value = text[block.label[1] : block.end].lstrip(" :\t|=.–—")[:60]
            if found := re.match(rf"(?:\d{{4}} )?{_CAPITALS}", value):
                hints.update(_trim(found.group()) * 2)
    for sentence in page.sentences[:6]:
        if found := _OPENING.match(text, sentence.start, sentence.end):
            for name in _trim(found.group(1)):
                name = name.title() if name.isupper() and " " in name else name
                hints.update({name: 2} | {short: 2 for short in _shorten(name) if text.count(short) > _OFTEN})


def _shorten(name: str) -> Iterator[str]:
    """Give the shorter names that a page may go on with: ``Mars Odyssey`` and ``Odyssey`` of ``2001 Mars Odyssey``."""
    words = name.split()
    for place in range(1, len(words)):
        if words[place][0].isupper() and words[place].lower() not in _SKIP:
            yield " ".join(words[place:])


def _trim(name: str) -> list[str]:
    """Strip what is no part of a proper name: agencies, nationalities, adjectives, what has an ``'s``."""
    words = name.split()
    for place, word in enumerate(words):
        if word.endswith(("’s", "'s", "s’", "s'", ".")):
            words = words[place + 1 :]
            return _trim(" ".join(words)) if words else []
    while words and words[0].strip(_MARKS).lower() in _SKIP:
        words = words[1:]
    while words and words[-1].strip(_MARKS).lower() in _SKIP:
        words = words[:-1]
    bare = " ".join(words).strip(_MARKS)
    first = re.split(r"[ -]", bare.lower(), maxsplit=1)[0]
    if len(bare) < 3 or first in _VEHICLES or not any(word[:1].isupper() for word in words):
        return []
    return [bare]


def _find_hinted(page: Page, hints: Counter[str], known: list[CraftName]) -> list[CraftName]:
    """Find every place of the names that the page itself introduces as craft: twice at least, or in its title."""
    taken = {name.start for name in known}
    head = page.text[: page.blocks[0].end] if page.blocks else ""
    families = {split_words(name.name)[0][2] for name in known if name.kind == "craft"}
    phrases: list[tuple[str, str]] = []
    for name, count in sorted(hints.items()):
        if name[0].isdigit() and not name[:4].isdigit():
            continue
        if any(char.isdigit() for char in name) or ((count > 1 or name in head) and page.text.count(name) > 1):
            phrases.append((name, "family" if name.lower() in _FAMILIES & families else "craft"))
    found: list[CraftName] = []
    for hit in Vocabulary(phrases, cased=True).find(page.text, page.words):
        if hit.start not in taken and not _VEHICLE.match(page.text, hit.end):
            found.append(CraftName(hit.start, hit.end, page.text[hit.start : hit.end], hit.meaning))
    return found + _find_short(page, [*known, *found])


def _find_short(page: Page, names: list[CraftName]) -> list[CraftName]:
    """Find the abbreviations that the page gives in brackets behind a craft's full name."""
    full: dict[str, CraftName] = {}
    for name in names:
        short = _SHORT.match(page.text, name.end) if name.kind == "craft" else None
        if short and short.group(1)[0] == name.name[0] and " " in name.name:
            full.setdefault(short.group(1), name)
    hits = Vocabulary([(short, name.name) for short, name in full.items()], cased=True).find(page.text, page.words)
    taken = {name.start for name in names}
    return [CraftName(hit.start, hit.end, hit.meaning, "craft") for hit in hits if hit.start not in taken]


def _pair_appositions(text: str, names: list[CraftName]) -> tuple[tuple[str, str], ...]:
    """Pair two names of one craft: ``Kounotori 9 (HTV-9)``, ``HTV-9, also known as Kounotori 9``."""
    return tuple(
        (one.name, two.name)
        for one, two in pairwise(names)
        if one.kind == two.kind == "craft" and _APPOSITION.fullmatch(text, one.end, two.start)
    )
