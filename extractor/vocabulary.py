"""In: phrases with what they mean, and the words of a page. Out: every place where a phrase stands.

All vocabularies of the project (roles, triggers, cues, names of places) share this one mechanism: the page is cut
into words once, and a vocabulary looks each word up in a dictionary of first words. The cost is one dictionary
look-up a word, whatever the number of phrases.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")
Word = tuple[int, int, str]

_WORD = re.compile(r"[^\W_]+")
_WORD_BETWEEN = re.compile(r"([^\W_]+)")
_ASCII_BETWEEN = re.compile(r"([a-z0-9]+)")
"""The same for lower-cased ASCII, told in two thirds of the time."""

_JOINT = frozenset(" \n\t\r_-.'’‐‑–/\u00a0\u00ad,&")
_LONGEST_GAP = 3
_LONGEST_INDENT = 42


class Words(tuple[Word, ...]):
    """The words of a page in reading order, and where each of them stands."""

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Each different word with the indices of its places, ascending."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, (_, _, word) in enumerate(self):
            places[word].append(index)
        places.default_factory = None  # from here on a word that the page does not hold is a KeyError
        return places

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The different words: sets meet at the cost of the smaller one."""
        return frozenset(self.places)


def split_words(text: str) -> Words:
    """Cut ``text`` into runs of letters and digits: (start, end, lower-cased text), in reading order."""
    lowered = text.lower()
    if len(lowered) == len(text):  # a few letters grow when lowered, none shrinks, so the offsets are the same
        between = _ASCII_BETWEEN if lowered.isascii() else _WORD_BETWEEN
        parts = between.split(lowered)  # gap, word, gap, word, ..., gap
        ends = list(accumulate(map(len, parts)))
        return Words(zip(ends[::2], ends[1::2], parts[1::2], strict=False))  # behind the last gap stands no word
    return Words([(m.start(), m.end(), m[0].lower()) for m in _WORD.finditer(text)])


@lru_cache(maxsize=4096)
def list_words(text: str) -> tuple[str, ...]:
    """Give the lower-cased words of a name or another short text, of which a page has few different ones."""
    return tuple([word.lower() for word in _WORD.findall(text)])


@dataclass(slots=True)  # not frozen, which would double the cost of making one, and a page has hundreds
class Hit(Generic[T]):
    """A phrase on the page: half-open character offsets, what it means, and the index of its first word."""

    start: int
    end: int
    meaning: T
    word: int


@dataclass(slots=True)
class _Node(Generic[T]):
    """The phrases that end at a word, and the longer ones by the word that they go on with.

    A place costs a look-up a word that goes on with some phrase, however many phrases (``Soyuz TM-2``, ``Soyuz
    TM-3``…) begin alike.
    """

    phrases: list[tuple[str, T]] = field(default_factory=list)
    further: dict[str, "_Node[T]"] = field(default_factory=dict)


class Vocabulary(Generic[T]):
    """Phrases and what they mean, looked up without regard to case, hyphens, full stops and line breaks.

    ``lifted off`` also finds ``Lifted-off`` and ``lifted\\n    off``. Where several phrases begin at one word the
    longest wins; phrases do not overlap within one vocabulary. ``cased`` demands the phrase's own case.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]], *, cased: bool = False) -> None:
        self._cased = cased
        self._phrases: dict[str, list[tuple[str, T]]] = {}
        for phrase, meaning in phrases:
            first = _WORD.search(phrase)
            if first is not None:
                self._phrases.setdefault(first.group().lower(), []).append((phrase, meaning))
        self._first = frozenset(self._phrases)
        self._nodes: dict[str, _Node[T]] = {}
        """What was made of the phrases of a first word, when a page first held it: most are never asked for."""

    def find(self, text: str, words: Sequence[Word]) -> Iterator[Hit[T]]:
        """Yield the phrases of the page in reading order; ``words`` is ``Page.words`` or a part of it."""
        skip_until = -1
        for index in self._list_starts(words):
            if words[index][0] < skip_until:
                continue
            hit = self._match(text, words, index)
            if hit is not None:
                yield hit
                skip_until = hit.end

    def _list_starts(self, words: Sequence[Word]) -> Sequence[int]:
        """List the indices of the words that a phrase may begin with."""
        first = self._first
        if isinstance(words, Words):  # as many steps as there are different words, nearly all of them in C
            starts: list[int] = []
            distinct, last = words.distinct, len(words) - 1
            for word in first & distinct:
                node = self._nodes.get(word) or self._prepare(word)
                if node.phrases:
                    starts += words.places[word]
                elif not (further := node.further).keys().isdisjoint(distinct):
                    starts += [i for i in words.places[word] if i < last and words[i + 1][2] in further]
            starts.sort()
            return starts
        return [index for index, word in enumerate(words) if word[2] in first]

    def _match(self, text: str, words: Sequence[Word], index: int) -> Hit[T] | None:
        """Give the longest phrase that begins at ``words[index]``."""
        start, _, word = words[index]
        node: _Node[T] | None = self._nodes.get(word) or self._prepare(word)
        found: list[tuple[int, list[tuple[str, T]]]] = []
        last, behind = index, len(words)
        while node is not None:
            if node.phrases:
                found.append((last, node.phrases))
            last += 1
            node = node.further.get(words[last][2]) if last < behind else None
        for last, phrases in reversed(found):
            end = words[last][1]
            if last > index and not self._are_joined(text, words[index : last + 1]):
                continue
            for phrase, meaning in phrases:
                if not self._cased or text[start:end] == phrase:
                    return Hit(start, end, meaning, index)
        return None

    def _prepare(self, first: str) -> _Node[T]:
        """Cut the phrases of a first word into words."""
        root = self._nodes[first] = _Node[T]()
        for phrase, meaning in self._phrases[first]:
            node = root
            for word in _WORD.findall(phrase)[1:]:
                node = node.further.setdefault(word.lower(), _Node())
            node.phrases.append((phrase, meaning))
        return root

    @staticmethod
    def _are_joined(text: str, words: Sequence[Word]) -> bool:
        """Say that words are joined as those of a phrase are."""
        end = words[0][1]
        for start, stop, _ in words[1:]:
            gap = text[end:start]
            end = stop
            if gap == " ":
                continue
            if "\n\n" in gap or not _JOINT.issuperset(gap):
                return False
            if len(gap) > _LONGEST_GAP and not _is_line_end(gap):
                return False
        return True


def _is_line_end(gap: str) -> bool:
    """Say whether a gap is the end of one line and the indentation of the next."""
    return len(gap) <= _LONGEST_INDENT and gap.isspace() and gap.count("\n") == 1
