"""In: a Page. Out: every name of a craft, mission or station on it, with the spellings of one craft joined."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.facts.catalogued import hint_from_catalogues
from extractor.facts.defined import find_defined
from extractor.facts.hints import (
    ROLES,
    SURE,
    hint_beside,
    hint_from_layout,
    is_biography,
)
from extractor.facts.modules import MOONSHIPS, find_modules
from extractor.facts.other_names import drop_links, find_short, find_siblings, list_apart, pair_appositions
from extractor.facts.persons import NOT_NAMES
from extractor.facts.ships import name_ships
from extractor.facts.spellings import CraftName, choose_subject, join_spellings
from extractor.facts.tables import load_tables
from extractor.facts.titles import guess_name, hint_from_title
from extractor.model import Page
from extractor.vocabulary import Hit, Vocabulary, list_words

STATION = "ISS"
"""The station of events at a station that the page does not name."""

_DATA = load_tables("crafts")
_PARTS = frozenset(_DATA["words"]["part"])
_FAMILIES = frozenset(
    name.lower()
    for family in _DATA["family"]
    if family["kind"] == "craft" and family["designator"] != "none"
    for name in family["names"]
)
_BARE = frozenset(
    name.lower()
    for family in _DATA["family"]
    if family["kind"] == "craft" and family["designator"] == "none"
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
    + [(word, (role, "")) for role in ROLES[1:] for word in _DATA["words"][role]]
)
_NUMBER = {
    "number": re.compile(
        r"(?:[ \n\u00a0-]|\s?No\.\s?)(?:No\.\s)?(?:(?:(?:M1|[A-Z]{1,3})[ -]?)?\d{1,4}"
        r"(?:(?:[A-Z]{1,2}|-\d{1,2}|[a-z])?(?![^\W_]))(?!-?\d|\.\d)(?: F\d{1,2}\b)?"
        r"|[IVX]{1,6}(?:-?[A-Z])?\b(?!-\d))"
    ),
    "hyphen": re.compile(
        r"(?:-|[ \u00a0](?=\d))(?:(?:[A-Z]{1,3}-?)?\d{1,4}"
        r"(?: SV\d{1,2}\b|-?[A-Z]{1,2}\b(?:-\d{1,2}\b)?|-\d{1,2}\b|\b)(?!\.\d)"
        r"|[IVX]{1,6}\b|[A-Z]{1,2}\b)"
    ),
}
NUMBERED_STATIONS = frozenset(_DATA["numbered"]["names"])
"""Stations whose name with a number is that of a flight to them."""
_SLUG_DAY = re.compile(r"[ -]0[1-9]-[0-3]\d\b")
"""The day in the slug of a wire: ``PM-SKYLAB 07-11``."""
_PEOPLE = frozenset(_DATA["people"]["words"])
_PAIR_BEFORE = re.compile(r"\b[A-Z][a-z]+ [A-Z][\w’'-]+,? (?:and )?[A-Z][a-z]+ $")
"""Two names of persons: ``Joan Hale and Mark`` before ``Pratt``."""
_LONGEST_PAIR = 50
_STAGE = re.compile(r" (?:(?:kick|upper|transfer|rocket) )?(?:stage|booster|tug)\b")
_DIGITS = "0123456789"
_SHORTEST_FAMILY = 2  # letters of a family's name that a number may follow without a gap
_HEAD = 6  # blocks in which a page names what it is about
_HEAD_SIZE, _HEAD_LINE = 240, 120  # characters that may stand before a line of the head, and in it
_LEAD = re.compile(r"\b(?:Lunar|Mars|Venus|Solar|Jupiter|Mercury|Comet) $")  # part of a family's own name
_LONGEST_LEAD = 9
_VEHICLE = re.compile(r"[ -](?:rockets?|boosters?|launchers?|carrier|launch vehicles?|missiles?)\b", re.I)
_PLATFORM = re.compile(r" (?:[Ll]aunch(?:ing)? )?[Pp]latform\b|(?<=Juno)[ -]I{1,2}\b")
_MET = re.compile(r"\b(?:dock(?:ed|ing|s)?|target vehicle)\b")
_ROCKET_BEFORE = re.compile(r"\b(?:Atlas|Titan|Thor|Delta|Vulcan|Shuttle)(?:[ -][IVXLB\dA-E]{1,5})?[ /–-]$")
_ROCKET_FORM = re.compile(
    r"(?:Kosmos|Cosmos)[ -](?:3MR?|2I)|Pegasus[ -](?:XL|H)|(?:Vostok|Voskhod|Molniya|Polyot|Luna|Proton)[ -]2?[MKL]"
    r"|Soyuz[ -](?:U2?|FG|L|M|ST-?[AB]?|2[.-]1[abvABV]|7K)|SPX[ -]\d{3}"
)
"""Names of launch vehicles, and of a series of ships, that have the form of a craft's name."""
_ROCKET_NAME = re.compile(
    r"(?:^| )(?:Zenit|Ariane|Falcon|Delta|Atlas|Titan|Long March|Rockot|Dnepr|H-II[AB]|Antares|Minotaur)"
    r"[ -]?[\dIVXSLBMFTE]{1,5}$"
)
"""What no hint makes a craft: a launch vehicle with its number, and with a firm before it."""
_POINT = re.compile(r"\.\d")  # what goes on so is the version of a launch vehicle
_LETTERED = re.compile(r"-(?:[A-Z]|\d{1,2}[A-Z]?)\b(?!-)")


@dataclass(frozen=True, slots=True)
class Crafts:
    """The names of craft on a page in reading order, and the craft or mission that the page is about."""

    names: tuple[CraftName, ...]
    subject: str | None
    introduced: bool = False
    """Whether the page itself says, in its title or its first sentence, that it is about its subject."""


def find_crafts(page: Page, barred: frozenset[str] = frozenset()) -> Crafts:
    """Find the names of craft on the page, join the spellings of one craft, and choose the page's own.

    ``barred`` are words that the page has for something else, such as its time zones.
    """
    known: list[CraftName] = []
    hints: Counter[str] = Counter()
    for hit in _NAMES.find(page.text, page.words):
        kind, detail = hit.meaning
        if kind in ROLES:
            hint_beside(page, hit, hints)
        elif kind == "station":
            if page.text[hit.start].isupper():
                known.append(_name_station(page.text, hit, detail))
        elif (
            page.text[hit.start].isupper()
            and page.text[hit.start - 1 : hit.start] != "-"
            and (not known or hit.start >= known[-1].end)
        ):
            known.extend(_name_known(page.text, hit, kind, detail))
    known.extend(_list_glued(page))
    hint_from_layout(page, hints)
    hint_from_catalogues(page, hints)
    defined = find_defined(page)
    if defined is not None:
        hints[defined] += SURE
    modules = [CraftName(start, end, name, "vessel", MOONSHIPS) for start, end, name in find_modules(page)]
    taken = {name.start for name in modules}
    known = [*modules, *(name for name in known if name.start not in taken)]
    head = page.blocks[min(len(page.blocks), _HEAD) - 1].end if page.blocks else 0
    if not any(name.start < head and name.kind != "station" for name in known):
        hint_from_title(page, hints)
    hints = Counter({name: count for name, count in hints.items() if name not in barred})
    found = _drop_nested(
        sorted([*known, *_find_hinted(page, hints, known, defined)], key=lambda name: (name.start, -name.end))
    )
    if not any(name.kind in {"craft", "vessel"} for name in found):
        guess = Vocabulary(
            [(name, "craft") for name in guess_name(page, barred) or _list_titled(page, hints)], cased=True
        )
        found.extend(
            CraftName(hit.start, hit.end, page.text[hit.start : hit.end], "craft")
            for hit in guess.find(page.text, page.words)
            if not _POINT.match(page.text, hit.end)
        )
        found.sort(key=lambda name: name.start)
    found = sorted([*found, *find_siblings(page, found)], key=lambda name: name.start)
    names = join_spellings(found, pair_appositions(page.text, found), list_apart(page, found))
    own = next((name.name for name in names if defined and page.text.startswith(defined, name.start)), None)
    told = drop_links(page, names, _HEAD)
    subject = None if is_biography(page) else choose_subject(told, _find_head(page), own)
    return Crafts(name_ships(names, subject, page), subject, own is not None and subject == own)


def _list_titled(page: Page, hints: Counter[str]) -> list[str]:
    """List the names that stand beside a noun for a craft in the title alone."""
    title = page.text[: page.blocks[0].end] if page.blocks else ""
    titled = [name for name in hints if name in title and not name[0].isdigit()]
    return sorted(titled, key=lambda name: (-hints[name], name))[:1]


def _find_head(page: Page) -> int:
    """Give the end of the page's head: the short lines at its beginning."""
    end = 0
    for block in page.blocks[:_HEAD]:
        if block.start > _HEAD_SIZE or block.end - block.start > _HEAD_LINE:
            break
        end = block.end
    return end


def _list_glued(page: Page) -> Iterator[CraftName]:
    """Give names whose number stands at the family's name without a gap: ``KOUNOTORI5``, ``HTV5``."""
    words = page.words
    glued = [word for word in words.distinct if word[-1] in _DIGITS and word[0] not in _DIGITS]
    named = [w for w in glued if (family := w.rstrip(_DIGITS)) in _FAMILIES and len(family) > _SHORTEST_FAMILY]
    for index in sorted(index for word in named for index in words.places[word]):
        start, end, _ = words[index]
        if page.text[start].isupper():
            yield CraftName(start, end, page.text[start:end], "craft")


def _drop_nested(names: list[CraftName]) -> list[CraftName]:
    """Leave out names that stand inside longer ones: ``Ranger 2`` in ``Mars Ranger 2``."""
    kept: list[CraftName] = []
    for name in names:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _name_station(text: str, hit: Hit[tuple[str, str]], station: str) -> CraftName:
    """Name a station, or the flight or the one of its kind that its name means with a number behind."""
    numbered = station in NUMBERED_STATIONS and not _SLUG_DAY.match(text, hit.end)
    number = _NUMBER["number"].match(text, hit.end) if numbered else None
    if number is None:
        return CraftName(hit.start, hit.end, station, "station")
    return CraftName(hit.start, number.end(), " ".join(text[hit.start : number.end()].split()), "craft")


def _name_known(text: str, hit: Hit[tuple[str, str]], kind: str, designator: str) -> Iterator[CraftName]:
    if designator == "none":
        if _PLATFORM.match(text, hit.end) or (kind == "target" and _is_stage(text, hit.start)):
            return
        name = text[hit.start : hit.end]
        yield CraftName(hit.start, hit.end, name, kind, _FLIES.get(name.lower(), ()))
        return
    number = _NUMBER[designator].match(text, hit.end)
    if number is None and text[hit.start : hit.end].lower() in _FLIES:
        yield from _name_known(text, hit, "vessel", "none")
    if number is None and text[hit.start : hit.end].lower() in _BARE:
        yield CraftName(hit.start, hit.end, text[hit.start : hit.end], "craft")
    lead = _LEAD.search(text, max(0, hit.start - _LONGEST_LEAD), hit.start)
    if number and not _VEHICLE.match(text, number.end()):
        start = lead.start() if lead else hit.start
        name = " ".join(text[start : number.end()].split())
        if not _ROCKET_FORM.fullmatch(name):
            yield CraftName(start, number.end(), name, kind)


def _is_stage(text: str, start: int) -> bool:
    """Say that a name is a part of its rocket's: ``Titan IVB/Centaur``; one that others dock with is a craft."""
    return _ROCKET_BEFORE.search(text, max(0, start - 24), start) is not None and _MET.search(text) is None


def _find_hinted(page: Page, hints: Counter[str], known: list[CraftName], defined: str | None) -> list[CraftName]:
    """Find every place of the names that the page itself introduces as craft: twice at least, or in its title."""
    taken = {name.start for name in known}
    head = page.text[: page.blocks[0].end] if page.blocks else ""
    families = {list_words(name)[0] for name in {name.name for name in known if name.kind == "craft"}}
    phrases: list[tuple[str, str]] = []
    for name, count in sorted(hints.items()):
        if (name[0].isdigit() and not name[:4].isdigit()) or _ROCKET_NAME.search(name) or _ROCKET_FORM.fullmatch(name):
            continue
        if any(char.isdigit() for char in name) or (
            (count > 1 or name in head) and (count > 2 or page.text.count(name) > 1)
        ):
            phrases.append((name, "family" if name.lower() in _FAMILIES & families else "craft"))
    found: list[CraftName] = []
    people: set[str] = set()
    stages: set[str] = set()
    for hit in Vocabulary(phrases, cased=True).find(page.text, page.words):
        name = page.text[hit.start : hit.end]
        if _is_person(page, hit):
            people.add(name)
        if _STAGE.match(page.text, hit.end):
            stages.add(name)
        if (
            (hit.start not in taken or name == defined)
            and not _VEHICLE.match(page.text, hit.end)
            and not _POINT.match(page.text, hit.end)
        ):
            letter = _LETTERED.match(page.text, hit.end) if hit.meaning == "craft" else None
            end = letter.end() if letter else hit.end
            found.append(CraftName(hit.start, end, page.text[hit.start : end], hit.meaning))
    found = [replace(n, kind="target") if n.name in stages else n for n in found if n.name not in people]
    return found + find_short(page, [*known, *found])


def _is_person(page: Page, hit: Hit[str]) -> bool:
    """Say that a name is a family name: behind an initial or a title, with a given name between, or in a pair."""
    if hit.word == 0:
        return False
    pair = _PAIR_BEFORE.search(page.text, max(0, hit.start - _LONGEST_PAIR), hit.start)
    if pair is not None and NOT_NAMES.isdisjoint(pair[0].lower().replace(" and ", " ").replace(",", "").split()):
        return not any(char.isdigit() for char in page.text[hit.start : hit.end])
    text, words = page.text, page.words
    start, end, before = words[hit.word - 1]
    gap = text[end : hit.start]
    if end - start == 1 and gap == ". " and text[start].isupper():
        return not text[max(0, start - 3) : start].rstrip(" ").endswith((".", ")")) or start < 3
    if gap not in {" ", ". "}:
        return False
    further = words[hit.word - 2][2] if hit.word > 1 and text[start].isupper() else ""
    return before in _PEOPLE or further in _PEOPLE
