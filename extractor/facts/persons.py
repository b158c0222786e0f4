"""In: the text of a page. Out: names of persons in it without a list of names, and the fullest spelling of each."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from extractor.facts.tables import load_tables
from extractor.vocabulary import Words, split_words

_DATA = load_tables("persons")
_NOT_NAMES = frozenset(word for group in _DATA["not_names"].values() for word in group.split())
_PARTICLES = frozenset(_DATA["particles"]["words"].split())
_MONTHS = frozenset(_DATA["month_names"]["words"].split())
_SUFFIXES = frozenset(_DATA["suffixes"]["words"].split())

_CAPITAL = re.compile(r"[^\W\d_a-z][^\W\d_]*")
_JOINED = re.compile(r"(?:[’'‘\-‐‑][^\W\d_]+){0,3}\.?")
_FRONT = re.compile(r"(?<![^\W_])(?:[aAeE]l|[dDnN])[-’']$")
_GAP = re.compile(r"[ \u00a0]{1,2}|[ \u00a0]?\r?\n[> ]{0,3}|-?")
_SMALL_GAP = re.compile(
    rf"[ \u00a0\n]{{1,2}}(?P<small>(?:{'|'.join(sorted(_PARTICLES))})(?:[ \n](?:der|den|la|le))?)[ \u00a0\n]"
)
_MARKS = frozenset("-'’")
_OPENING, _CLOSING = frozenset("“\"‘'("), frozenset("”\"’')")
_FIGURE = re.compile(r"\.?,?\s{0,2}\d")
_POSSESSIVE = re.compile(r"[’'‘]s$")
_LONGEST = 7
_LONGEST_GAP = 12
_WIDEST_LEAD = 3
_REACH = 48
_SHORTEST_WRAP = 45  # a shorter line is no wrapped prose: its end ends a name
_SIMILAR = 0.8
_LONG = 5


_Token = tuple[int, int, str, str]
"""A token of a name: its start and end, its kind (see ``_tell_word``; also ``initial``, ``nick``), its text."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name on the page: half-open offsets and its parts, without titles and possessive endings."""

    start: int
    end: int
    parts: tuple[str, ...]
    apart: bool = False
    """The family name stands in a cell of its own before the given names: ``parts`` are in the usual order."""

    @property
    def is_full(self) -> bool:
        """Say that the name has a given name or initials beside the family name."""
        return len(self.parts) > 1


def find_names(text: str, start: int, end: int, *, wraps: bool = True) -> list[Name]:
    """Find the runs of capitalised words in a span that can be a person's name, single family names among them.

    ``wraps`` says that a line break may stand inside a name.
    """
    names: list[Name] = []
    run: list[_Token] = []
    at = start
    for capital in _CAPITAL.finditer(text, start, end):
        if capital.start() < at:
            continue
        token = _read_token(text, capital.start(), capital.end())
        at = max(capital.end(), token[1])
        if run and not _joins(text, run, token[0], wraps=wraps):
            _close(run, names)
        if token[2] == "break" or (token[2] == "nick" and not run):
            _close(run, names)
            continue
        run.append(token)
        if token[2] == "ends" or len(run) >= _LONGEST:
            _close(run, names)
    _close(run, names)
    return names


def _read_token(text: str, start: int, end: int) -> _Token:
    """Read the token whose capitalised word is given: an initial, a nickname in its quotes, or a word with its kind."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or before == "_":
        return start, end, "break", ""
    if end - start == 1 and after == ".":
        return start, end + 1, "initial", text[start : end + 1]
    if before in _OPENING and after in _CLOSING and before:
        kind = "break" if text[start:end].lower() in _NOT_NAMES else "nick"
        return start - 1, end + 1, kind, text[start - 1 : end + 1]
    joined = _JOINED.match(text, end)
    end = joined.end() if joined else end
    front = _FRONT.search(text, max(0, start - 3), start) if before and before in "-’'" else None
    start = front.start() if front else start
    word = text[start:end]
    kind = _tell_word(word)
    if word.lower().rstrip(".") in _MONTHS and _FIGURE.match(text, end):
        kind = "break"
    return start, end, kind, word


def _joins(text: str, run: list[_Token], start: int, *, wraps: bool) -> bool:
    """Say that a token goes on with the run's name; small particles in between become a part of it."""
    end = run[-1][1]
    gap = text[end:start]
    if len(gap) > _LONGEST_GAP:
        return False
    if "\n" in gap and (not wraps or end - text.rfind("\n", 0, end) <= _SHORTEST_WRAP):
        return False
    if _GAP.fullmatch(gap):
        return gap != "-" or run[-1][2] == "initial"
    small = _SMALL_GAP.fullmatch(gap)
    if small:
        run.append((end + small.start("small"), end + small.end("small"), "particle", small["small"]))
    return small is not None or (gap == ", " and text[start : start + 3] in {"Jr.", "Sr."})


@lru_cache(maxsize=8192)
def _tell_word(word: str) -> str:
    """Tell what a word can be in a name: ``word``, ``ends`` (a possessive or a full stop), ``particle``, ``break``."""
    plain = word.rstrip(".")
    low = plain.lower()
    if low in _SUFFIXES:
        return "suffix"
    if low in _PARTICLES:
        return "particle"
    if not plain[0].isupper() and not _is_particled(plain):
        return "break"
    bare = _POSSESSIVE.sub("", low)
    if bare in _NOT_NAMES or low in _NOT_NAMES or _NOT_NAMES.issuperset(bare.split("-")):
        return "break"
    return "ends" if bare != low or plain != word else "word"


def _is_particled(word: str) -> bool:
    """Say that a word joins a small particle to a capital: ``al-Neyadi``, ``d'Urville``."""
    return word[1:2] in _MARKS or word[2:3] in _MARKS


def _close(run: list[_Token], names: list[Name]) -> None:
    """Make a name of the run of tokens so far, if it is one, and begin anew."""
    while run and run[-1][2] in {"particle", "initial", "nick"}:
        run.pop()
    if run and not all(kind in {"suffix", "particle"} for _, _, kind, _ in run):
        last_start, last_end, kind, word = run[-1]
        if kind == "ends":
            bare = _POSSESSIVE.sub("", word.rstrip("."))
            run[-1] = (last_start, last_start + len(bare), kind, bare)
        elif kind == "word":
            run[-1] = (last_start, last_end, kind, word)
        words = [word for _, _, kind, word in run if kind != "nick"]
        if len(words) > 1 or len(words[0]) > 1:
            names.append(Name(run[0][0], run[-1][1], tuple(word.strip() for _, _, _, word in run)))
    run.clear()


@lru_cache(maxsize=8192)
def fold_word(word: str) -> str:
    """Fold case, accents and punctuation of one part of a name."""
    plain = word.lower() if word.isascii() else unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if char.isalnum())


def family_of(name: Name) -> str:
    """Give the folded family name: the last part that is no suffix."""
    parts = [part for part in name.parts if fold_word(part) not in _SUFFIXES]
    return fold_word(parts[-1]) if parts else ""


def _list_keys(name: Name) -> set[str]:
    """List the last words of a family name as a page's words can hold it: ``díaz`` and ``diaz`` of Chang-Díaz."""
    parts = [part for part in name.parts if fold_word(part) not in _SUFFIXES]
    last = split_words(parts[-1])[-1][2] if parts and split_words(parts[-1]) else ""
    return {last, fold_word(last)} - {""}


class Persons:
    """The persons of a page: spellings of one person joined, the fullest one as the person's name."""

    def __init__(self, text: str, words: Words, names: Iterable[Name]) -> None:
        self._text = text
        self._spellings: dict[str, list[list[Name]]] = {}
        full = [name for name in names if name.is_full]
        alone = [name for name in names if not name.is_full]
        families = {family_of(name) for name in full} | {fold_word(name.parts[0]) for name in alone}
        keys = {key for name in (*full, *alone) for key in _list_keys(name)}
        found = {(name.start, name.end): name for name in full}
        starts, ends = {name.start for name in full}, {name.end for name in full}
        for name in self._search(words, families, keys):
            if name.start not in starts and name.end not in ends:
                found[name.start, name.end] = name
        for _, name in sorted(found.items()):
            self._add(name)

    def _search(self, words: Words, families: set[str], keys: set[str]) -> Iterator[Name]:
        """Find every full name on the page that bears one of the family names; ``keys`` are their last words."""
        text = self._text
        seen: set[str] = set()
        for index in sorted(place for key in keys for place in words.places.get(key, ())):
            start, end, _ = words[index]
            before = words[index - 1] if index else (0, -9, "")
            after = words[index + 1] if index + 1 < len(words) else (0, 0, "")
            led = start - before[1] <= _WIDEST_LEAD and text[before[0]].isupper() and before[2] not in _NOT_NAMES
            if not led and not (after[0] == end + 1 and text[after[0]].isupper()):
                continue
            spelled = text[words[max(0, index - 3)][0] : after[1]]
            if spelled in seen:
                continue
            seen.add(spelled)
            low = max(0, start - _REACH) if led else start
            while low and low < start and not text[low - 1].isspace():
                low += 1
            for name in find_names(text, low, min(len(text), end + _REACH // 2)):
                if name.start <= start < name.end and name.is_full and self._bears(name, families):
                    yield name

    @staticmethod
    def _bears(name: Name, families: set[str]) -> bool:
        return family_of(name) in families or fold_word(name.parts[0]) in families

    def _add(self, name: Name) -> None:
        groups = self._spellings.setdefault(self._family(name), [])
        for group in groups:
            if any(name.parts == other.parts for other in group):
                return  # the first place of a spelling stands for all
            if any(_agree(name, other) for other in group):
                group.append(name)
                return
        groups.append([name])

    def _family(self, name: Name) -> str:
        """Give the family name under which a name is kept: a like one where only the spelling differs."""
        family = family_of(name)
        if family in self._spellings or not name.is_full or len(family) < _LONG:
            return family
        for other, groups in self._spellings.items():
            alike = other[:1] == family[:1] and _resemble(family, other)
            if alike and any(_agree(name, spelling) for group in groups for spelling in group):
                return other
        return family

    def resolve(self, name: Name) -> str:
        """Give the person's fullest spelling on the page; the name itself where the page gives no other."""
        group = self._find_group(name)
        if group is None:
            return self.spell(name)
        return self.spell(max(group, key=lambda spelling: (len(spelling.parts), -spelling.start)))

    def spell(self, name: Name) -> str:
        """Write a name as the page does, with single spaces."""
        if name.apart:
            return " ".join(name.parts)
        return " ".join(self._text[name.start : name.end].replace(">", " ").split())

    def knows(self, name: Name) -> bool:
        """Say that the page gives the name in full somewhere."""
        return name.is_full or self._find_group(name) is not None

    def _find_group(self, name: Name) -> list[Name] | None:
        groups = self._spellings.get(self._family(name), [])
        if name.is_full:
            return next((group for group in groups if any(_agree(name, other) for other in group)), None)
        if len(groups) == 1:
            return groups[0]
        if groups:
            return None
        first = fold_word(name.parts[0])
        leading = [g for gs in self._spellings.values() for g in gs if fold_word(g[0].parts[0]) == first]
        return leading[0] if len(leading) == 1 else None


def _agree(one: Name, other: Name) -> bool:
    """Say that two full names with one family name can be one person's: equal, initial, or a slip of the pen."""
    a, b = fold_word(one.parts[0]), fold_word(other.parts[0])
    if a == b or (min(len(a), len(b)) == 1 and a[:1] == b[:1]):
        return True
    given = {fold_word(part) for part in (*one.parts[:-1],)} & {fold_word(part) for part in other.parts[:-1]}
    if any(len(part) > 1 for part in given):
        return True
    if a[:3] == b[:3] and (a.startswith(b) or b.startswith(a)):
        return True
    return a[:1] == b[:1] and _resemble(a, b)


def _resemble(one: str, other: str) -> bool:
    """Say that two folded names differ in so few letters that one can be the other's slip or other spelling."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SIMILAR
