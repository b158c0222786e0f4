"""In: a Page. Out: the capitalised names that it introduces as craft: beside ``probe``, ``launch of``, ``is a``."""

import re
from collections import Counter
from collections.abc import Iterator

from extractor.facts.tables import load_tables
from extractor.model import Page
from extractor.vocabulary import Hit

_DATA = load_tables("crafts")
_SKIP = frozenset(_DATA["words"]["skip"])
_LABELS = frozenset(_DATA["words"]["labels"])
_PLACES = frozenset(_DATA["words"]["place"])
_PEOPLE = frozenset(_DATA["people"]["words"])
_VEHICLES = frozenset(name.lower() for name in _DATA["vehicles"]["names"])
_CAPITALS = r"[A-Z][\w’'-]{0,25}(?: (?:[A-Z][\w’'-]{0,25}|\d{1,4}\b)){0,3}"
NAME = re.compile(rf"(?:\d{{4}} )?{_CAPITALS}")
_OF_PERSON = (
    r"(?:[\w-]{2,16} ){0,6}(?:astronauts?|cosmonaut|taikonaut|test pilot|engineer|physician|scientist|aviator|officer"
    r"|geologist|physicist)\b"
)
_OPENING = re.compile(
    r"(?:\d{4}-\d{3}[A-Z]{1,3}:?\s)?"
    rf"[\"“_‘*]{{0,2}}((?:\d{{4}}[ ])?{_CAPITALS})[\"”_’*]{{0,2}}(?:\s\([^)\n]{{1,80}}\))?"
    rf"(?:,?\s(?:is|was)\s(?:an?|the|one)\s(?!{_OF_PERSON})"
    r"|,\s(?:an?|the)\s[^,.;\n]{2,50}, was\s(?:launched|placed|put"
    r"|sent|orbited)\b)"
)
_BIOGRAPHY = re.compile(rf"{_CAPITALS}(?: \([^)\n]{{1,80}}\))?,? (?:is|was) an? {_OF_PERSON}")
_QUOTED = re.compile(r"[\"“]([A-Z][\w’'-]{1,20}(?:,? (?:[A-Z][\w’'-]{0,20}|of|the|and|to|in|a|for)){1,5}),?[\"”]")
_MISSION_BEFORE = re.compile(
    r"\b(?:[Mm]ission|[Ff]light(?: \d{1,3})?|[Ll]aunch)(?:,| named| called| dubbed|:)?\s{1,4}$"
)
_MISSION = re.compile(r" (?:mission|flight|launch)\b")
NUMBERED = re.compile(r"[A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20})?[ -](?:\d{1,4}[A-Z]?|[IVX]{1,5})\b")
_PERSON = r"[A-Z][\w’'.-]{0,16}(?:[ \n]{1,12}[A-Z][\w’'.-]{1,18}){1,2}"
_PERSONS = re.compile(
    rf"[ \n]{{1,12}}(?:{_PERSON}(?: of [A-Z]\w{{2,12}})?"
    rf"(?:,? and(?: [a-z]{{3,12}})?[ \n]{{1,12}}|,[ \n]{{1,12}})){{0,5}}{_PERSON}"
)
_DOES = r"(?:was|were|will|is|has|had|separated|landed|touched|entered|reached|descended|goes|which)\b"
_SINGLED = re.compile(rf" [\"“_]?[A-Z][\w’'-]{{2,20}}[\"”_]?(?:[,.)]| {_DOES})")
"""What stands behind a noun for a craft where its name is all that the page may say of it: `the lander Philae was`."""
_ROTORCRAFT = "helicopter"  # one that a rover carries takes off again and again
_CALLED = re.compile(
    r", (?:the |its )?[\"“_]?(?P<name>[A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{2,20})?)[\"”_]?"
    rf"(?:[,.)](?! (?:and )?[A-Z])| {_DOES})"
)
"""A name between commas behind a noun for a craft: `a rover, Spirit, bounced`."""
_APPOSED = re.compile(
    r"(?:^|[.\n]\s|\b(?:and|with|while|but) )(?P<name>[A-Z][\w’'-]{2,20}),? \(?(?:an?|another|its|their)"
    r" (?:[\w’'-]{1,14} ){0,4}$"
)
_CODED = re.compile(
    r"\b(?P<name>[A-Z][A-Za-z’'-]{0,20}(?:[ -]\d{1,4}[A-Z]?|\d[\w-]{0,4}))"
    r"(?: (?!(?:and|with|an?|the|of|to|for|its|carrying|that|which|or|from|as|in|on|by|but|at|carried|launched|put)\b)"
    r"[a-z][a-z-]{2,15}){1,3} $"
)
_SHORT_BEHIND = re.compile(r" \([A-Z][A-Z-]{1,7}\)")
_APPOSED_FULLY = re.compile(
    r"(?:^|[.\n]\s|(?<! in)(?<! at)(?<! from)(?<! near)(?<! to)(?<! over)(?<! by)(?<! on)(?<![A-Z]) )"
    r"(?P<name>[A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{1,20}| \d{1,3}[A-Z]?){0,2}), an? (?:[\w’'(),.-]{1,14} ){0,6}$"
)
_GOES_ON = re.compile(r"[,.)]| (?:that|which|built|designed|developed|made|meant|for|to|of|with|launched)\b")
"""What stands behind the noun of an apposition that is a craft: not ``a satellite operator``."""
_APPOSED_REACH = 80
_FURTHER = re.compile(rf"(?:, and |, | and )(?:the )?(?P<name>{NUMBERED.pattern})")
_COSPAR = re.compile(r"(?:19|20)\d\d-\d{3}[A-Z]{1,3}")
_VARIANT = re.compile(r"\d|[IVX]{1,4}[AB]?\b")  # what stands behind the one letter of a launch vehicle's family
_WORLD = re.compile(r"\b(Mars|Venus|Moon|Lunar|Solar|Mercury|Jupiter|Saturn|Comet) $")
_PREFIXES = ("Near-", "Non-", "Pre-", "Post-", "Mid-", "Trans-", "Inter-", "Anti-")
_MARKS = "\"“”_‘’'*"
OFTEN = 2  # a short name stands on the page more often than that
SURE = 3
"""Hints that a name gets from words that go with nothing but craft."""
SHORTEST = 3  # letters of a name
_OPENING_SENTENCES = 6
_LONGEST_NAME = 5  # words
_INNER_GAPS = frozenset({"-", "'", "’"})
_OPENS = frozenset({". ", "\n\n", ".\n", ""})
_COMMAS = frozenset({", ", " (", ",\n"})
_COMPANY = ("with ", " and ", " & ")  # of an aside on who was aboard: `Soyuz 77, with Orlov and Weir, was launched`
_NAME_GAPS = frozenset({" ", "-", "'", "’", ' "', " “", " _", '" ', "” ", "_ ", " ‘", "’ ", " *", "* "})

ROLES = ("noun", "flight", "naming", "verb", "sure", "of", "sure_of")
"""What a word tells of the capitalised name beside it: see the lists of that name in ``crafts.toml``."""


def hint_beside(page: Page, hit: Hit[tuple[str, str]], hints: Counter[str]) -> None:
    """Count the capitalised names that stand right before or after words that go with a craft (``ROLES``)."""
    role, detail = hit.meaning
    after = "" if role in {"flight", "verb", "sure"} else _run_on(page, hit)
    capital = page.text[hit.start].isupper() and role == "noun"
    if capital and detail and (world := _WORLD.search(page.text, max(0, hit.start - 10), hit.start)):
        hints[f"{world[1]} {page.text[hit.start : hit.end]}"] += 1
    if role not in {"naming", "of", "sure_of"} and not (capital and after):
        names = trim(_run_back(page, hit.word) or _read_coded(page.text, role, hit.start))
        full = _SHORT_BEHIND.match(page.text, hit.end) if capital and names else None
        if full:
            hints[f"{names[0]} {page.text[hit.start : hit.end]}"] += SURE
        part = f" {page.text[hit.start : hit.end]}" if detail and capital else ""
        alone = role == "noun" and detail and not capital and names and _is_singled(page.text, names[0], hit.start)
        hints.update((name + part for name in names) if role != "sure" and not alone else names * SURE)
    opens = page.text[hit.start - 2 : hit.start] in _OPENS  # `Lander Philae 2 separated`, at the head of a sentence
    if after and (not capital or opens):
        sure = role == "sure_of" or (role == "noun" and detail and _SINGLED.match(page.text, hit.end))
        hints.update(trim(after) * (SURE if sure else 1))
        if role == "noun" and page.text[hit.end - 1] == "s":
            hints.update(_list_further(page.text, hit.end + 1 + len(after)))
    if role == "noun" and page.text[hit.end : hit.end + 1] == "," and page.text[hit.start : hit.end] != _ROTORCRAFT:
        called = _CALLED.match(page.text, hit.end)
        hints.update(trim(called["name"]) * SURE if called else ())
    if role == "noun" and not capital and _GOES_ON.match(page.text, hit.end):
        hints.update(_list_apposed(page.text, hit.start, ended=page.text[hit.end] != " "))


def _read_coded(text: str, role: str, start: int) -> str:
    """Read the name with a number that a few words part from the noun at ``start``: ``the FY-9B weather satellite``."""
    found = _CODED.search(text, max(0, start - _APPOSED_REACH), start) if role == "noun" else None
    return found["name"] if found else ""


def _list_apposed(text: str, start: int, *, ended: bool) -> list[str]:
    """List the name that the noun at ``start`` explains: ``Heronia, a 90-pound satellite that``."""
    low = max(0, start - _APPOSED_REACH)
    found = (_APPOSED.search(text, low, start) if ended else None) or _APPOSED_FULLY.search(text, low, start)
    return trim(found["name"]) * SURE if found else []


def _list_further(text: str, end: int) -> Iterator[str]:
    """Give the further names of a list: ``the satellites Heronia 3B and Egretia 2``."""
    while found := _FURTHER.match(text, end):
        yield from trim(found["name"])
        end = found.end()


def _is_singled(text: str, name: str, end: int) -> bool:
    """Say that a name stands between ``the`` and the noun at ``end``: ``the Philae lander``."""
    return text.endswith((f"the {name} ", f"The {name} "), 0, end)


def _run_back(page: Page, index: int) -> str:
    """Give the run of capitalised words and numbers right before a word."""
    text, words = page.text, page.words
    first = index
    while first > 0 and index - first < _LONGEST_NAME:
        start, end, _ = words[first - 1]
        gap = text[end : words[first][0]]
        if first == index and gap in _COMMAS:
            gap = " "
        if gap not in _NAME_GAPS or not (text[start].isupper() or text[start].isdigit() or gap in _INNER_GAPS):
            break
        first -= 1
    start = words[first][0]
    if first == index or (text.endswith(_COMPANY, 0, start) and text[words[index - 1][1]] == ","):
        return ""
    return text[start : words[index - 1][1]]


def _run_on(page: Page, hit: Hit[tuple[str, str]]) -> str:
    """Give the run of capitalised words and numbers right behind a phrase; it begins with a capital."""
    text, words = page.text, page.words
    index = hit.word
    while words[index][1] < hit.end:
        index += 1
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


def hint_from_layout(page: Page, hints: Counter[str]) -> None:
    """Count the names that open the page, stand behind labels such as ``Spacecraft:`` or before ``is a ...``."""
    text = page.text
    for block in page.blocks:
        if block.label and text[slice(*block.label)].strip().lower() in _LABELS:
            value = text[block.label[1] : block.end].lstrip(" :\t|=.–—")
            if found := NAME.match(value):
                hints.update(trim(found.group()) * 2)
    for quoted in _QUOTED.finditer(text):
        if _MISSION_BEFORE.search(text, max(0, quoted.start() - 24), quoted.start()) or _MISSION.match(
            text, quoted.end()
        ):
            hints[quoted[1]] += SURE
    for sentence in page.sentences[:_OPENING_SENTENCES]:
        if found := _OPENING.match(text, sentence.start, sentence.end):
            for name in trim(found.group(1)):
                name = name.title() if name.isupper() and " " in name else name
                hints.update({name: 2} | {short: 2 for short in shorten(name) if text.count(short) > OFTEN})


def shorten(name: str) -> Iterator[str]:
    """Give the shorter names that a page may go on with: ``Mars Odyssey`` and ``Odyssey`` of ``2001 Mars Odyssey``."""
    words = name.split()
    for place in range(1, len(words)):
        short = " ".join(words[place:])
        if len(short) >= SHORTEST and short[0].isupper() and words[place].lower() not in _SKIP:
            yield short


def list_people(page: Page) -> frozenset[str]:
    """List the words of the names of persons: behind ``cosmonauts``, ``astronaut``, ``commander``, in lists of them."""
    people: set[str] = set()
    for word in sorted(_PEOPLE & page.words.distinct):
        for index in page.words.places[word]:
            _, end, _ = page.words[index]
            found = _PERSONS.match(page.text, end)
            people.update(found.group().replace(",", " ").split() if found else ())
    return frozenset(name for name in people if name[0].isupper())


def is_biography(page: Page) -> bool:
    """Say that a page opens with what a person is: its flights are told in passing, and it is about none."""
    return any(_BIOGRAPHY.match(page.text, part.start, part.end) for part in page.sentences[:_OPENING_SENTENCES])


def is_place(word: str) -> bool:
    """Say that a capitalised word names a place, a month, an agency or nothing at all."""
    return word.lower() in _SKIP or word.lower() in _PLACES


def has_title(run: str) -> bool:
    """Say that one of the words is a title of persons: ``Commander John Smith``."""
    return not _PEOPLE.isdisjoint(run.lower().split())


def is_common(word: str) -> bool:
    """Say that a capitalised word names a place, a month, an agency or nothing at all, and no craft."""
    return word.lower() in _SKIP | _PLACES | _PEOPLE


def is_vehicle(name: str) -> bool:
    """Say that a name begins with that of a family of launch vehicles: ``PSLV-C43``, ``H-2A``, but not ``N-Sat 9``."""
    family, *rest = re.split(r"[ -]", name, maxsplit=1)
    return family.lower() in _VEHICLES and (len(family) > 1 or not rest or _VARIANT.match(rest[0]) is not None)


def _is_skipped(word: str) -> bool:
    """Say that a word is no part of a name: ``NASA``, ``Russian``, ``Sino-European``."""
    parts = word.strip(_MARKS).lower()
    return parts in _SKIP or ("-" in parts and all(part in _SKIP for part in parts.split("-")))


def trim(name: str) -> list[str]:
    """Strip what is no part of a proper name: agencies, nationalities, adjectives, what has an ``'s``."""
    words = name.split()
    if name.startswith(_PREFIXES):
        return []  # `the Near-Mir Mission`
    for place, word in enumerate(words):
        if word.endswith(("’s", "'s", "s’", "s'", ".")):
            words = words[place + 1 :]
            return trim(" ".join(words)) if words else []
    if len(words) > 1 and words[0].lower() in _PEOPLE and not words[0].isupper():
        return []  # `Pilot John Smith`
    while words and (_is_skipped(words[0]) or _COSPAR.fullmatch(words[0])):
        words = words[1:]
    while words and words[-1].strip(_MARKS).lower() in _SKIP:
        words = words[:-1]
    bare = " ".join(words).strip(_MARKS)
    if (
        len(bare) < SHORTEST
        or is_vehicle(bare)
        or bare.lower() in _PLACES
        or not any(word[:1].isupper() for word in words)
    ):
        return []
    return [bare]
