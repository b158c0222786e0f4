"""In: the names of persons on a page. Out: which of them are one person, and the fullest spelling of each."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from extractor.facts.persons import NOT_NAMES, SUFFIXES, Name, family_of, find_names, fold_word
from extractor.vocabulary import Words, split_words

_LONG = 5
_SIMILAR = 0.8
_MOST_COMPARED = 25  # family names with one initial among which a like one is looked for
_REACH = 48
_WIDEST_LEAD = 3


def _list_keys(name: Name) -> frozenset[str]:
    """List the last words of a family name as a page's words can hold it: ``díaz`` and ``diaz`` of Chang-Díaz."""
    family = next((part for part in reversed(name.parts) if fold_word(part) not in SUFFIXES), "")
    return _list_last_words(family)


@lru_cache(maxsize=8192)
def _list_last_words(family: str) -> frozenset[str]:
    words = split_words(family)
    return frozenset({words[-1][2], fold_word(words[-1][2])} - {""}) if words else frozenset()


class Persons:
    """The persons of a page: spellings of one person joined, the fullest one as the person's name."""

    def __init__(self, text: str, words: Words, names: Iterable[Name], scanned: Sequence[tuple[int, int]] = ()) -> None:
        """Join ``names`` and those elsewhere on the page; ``scanned`` are the spans, ascending, that gave ``names``."""
        self._text = text
        self._spellings: dict[str, list[list[Name]]] = {}
        self._by_initial: dict[str, list[str]] = {}
        self._by_given: dict[str, list[list[Name]]] = {}
        full = [name for name in names if name.is_full]
        alone = [name for name in names if not name.is_full]
        families = {family_of(name) for name in full} | {fold_word(name.parts[0]) for name in alone}
        keys = {key for name in (*full, *alone) for key in _list_keys(name)}
        found = {(name.start, name.end): name for name in full}
        starts, ends = {name.start for name in full}, {name.end for name in full}
        self._scanned = scanned
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
            span = bisect_right(self._scanned, (start, len(text))) - 1
            if span >= 0 and start < self._scanned[span][1]:
                continue
            before = words[index - 1] if index else (0, -9, "")
            after = words[index + 1] if index + 1 < len(words) else (0, 0, "")
            led = start - before[1] <= _WIDEST_LEAD and text[before[0]].isupper() and before[2] not in NOT_NAMES
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
        family = self._family(name)
        if family not in self._spellings:
            self._spellings[family] = []
            self._by_initial.setdefault(family[:1], []).append(family)
        groups = self._spellings[family]
        for group in groups:
            if any(name.parts == other.parts for other in group):
                return  # the first place of a spelling stands for all
            if any(_agree(name, other) for other in group):
                group.append(name)
                return
        groups.append([name])
        self._by_given.setdefault(fold_word(name.parts[0]), []).append(groups[-1])

    def _family(self, name: Name) -> str:
        """Give the family name under which a name is kept: a like one where only the spelling differs."""
        family = family_of(name)
        if family in self._spellings or not name.is_full or len(family) < _LONG:
            return family
        for other in self._by_initial.get(family[:1], [])[:_MOST_COMPARED]:
            groups = self._spellings[other]
            if _resemble(family, other) and any(_agree(name, spelling) for group in groups for spelling in group):
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
        leading = self._by_given.get(fold_word(name.parts[0]), [])
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
    if 2 * min(len(one), len(other)) < _SIMILAR * (len(one) + len(other)):  # as like as the shorter one allows
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SIMILAR
