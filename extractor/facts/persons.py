"""In: the text of a page. Out: names of persons in it, without a list of names."""

import re
import unicodedata
from functools import lru_cache

from extractor.facts.tables import load_tables
from extractor.records import record

_DATA = load_tables("persons")
NOT_NAMES = frozenset(word for group in _DATA["not_names"].values() for word in group.split())
"""Capitalised words that are no part of a name, in lower case."""
_SMALL_WORDS = frozenset(_DATA["not_names"]["small"].split())
_PARTICLES = frozenset(_DATA["particles"]["words"].split())
_MONTHS = frozenset(_DATA["month_names"]["words"].split())
SUFFIXES = frozenset(_DATA["suffixes"]["words"].split())
"""What stands behind a family name without being one: ``Jr``."""

_CAPITAL = re.compile(r"[^\W\d_a-z][^\W\d_]*")
_JOINED = re.compile(r"(?:[’'‘\-‐‑][^\W\d_]+){0,3}\.?")
_JOINTS = frozenset("’'‘-‐‑.")
_FRONT = re.compile(r"(?<![^\W_])(?:[aAeE]l|[dDnN])[-’']$")
_GAP = re.compile(r"[ \u00a0]{1,2}|[ \u00a0]?\r?\n[> ]{0,11}|-?")
_SMALL_GAP = re.compile(
    rf"[ \u00a0\n]{{1,2}}(?P<small>(?:{'|'.join(sorted(_PARTICLES))})(?:[ \n](?:der|den|la|le))?)[ \u00a0\n]"
)
_MARKS = frozenset("-'’")
_OPENING, _CLOSING = frozenset("“\"‘'("), frozenset("”\"’')")
_FIGURE = re.compile(r"\.?,?\s{0,2}\d")
_POSSESSIVE = re.compile(r"[’'‘]s$")
_LONGEST = 7
_LONGEST_GAP = 12
_SHORTEST_WRAP = 45  # a shorter line is no wrapped prose: its end ends a name


_INVERTED = re.compile(
    r"(?<![^\W_])(?P<family>[A-ZÀ-Þ](?:[^\W\d_]|[’'-]){2,24}),\s(?P<given>[A-ZÀ-Þ][^\W\d_]{1,20}(?:[\s-](?:[A-Z]\.|[A-Z][^\W\d_]{1,20})){0,2})"
)
_OPENS = re.compile(r"(?:^|[\n:|\t–—-]|\s{2}|\d[.)])\s{0,3}$")
_PHRASE_END = re.compile(r"[,;)]|\.(?:\s|$)| (?:and|of|was|is|will|had)\b")
_CLOSES = re.compile(r"\s{0,3}(?:$|[\n(:;|\t–—-])|\s{2}")
_Token = tuple[int, int, str, str]
"""A token of a name: its start and end, its kind (see ``_tell_word``; also ``initial``, ``nick``), its text."""


@record(frozen=True, slots=True)
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
        if token[2] == "break" and len(run) > 1 and run[-1][2] == "initial" and capital.end() == token[1]:
            token = (*token[:2], "word", text[token[0] : token[1]])  # a family name that is a common word too: `Still`
        elif token[2] == "break" and len(run) == 1 and run[0][2] == "word" and _is_surname(text, run[0], token):
            token = (*token[:2], "word", text[token[0] : token[1]])
        if token[2] == "break" or (token[2] == "nick" and not run):
            if run:
                _close(run, names)
            continue
        run.append(token)
        if token[2] == "ends" or len(run) >= _LONGEST:
            _close(run, names)
    _close(run, names)
    return names


def find_inverted(text: str, start: int, end: int) -> list[Name]:
    """Find the names of a span that have the family name first, as lists do: ``LEONOV, Aleksey``, ``Cabot, Robert D.``

    One in small letters counts only where it fills a line, a cell or what stands behind a label.
    """
    names = []
    for found in _INVERTED.finditer(text, start, end) if text.find(", ", start, end) >= 0 else ():
        family, given = found["family"], found["given"].split()
        if any(word.lower().rstrip(".") in NOT_NAMES for word in (family, *given)):
            continue
        capitals = family.isupper() and not found["given"].isupper()
        alone = _OPENS.search(text, max(0, found.start() - 4), found.start()) and _CLOSES.match(text, found.end(), end)
        if capitals or alone:
            names.append(Name(found.start(), found.end(), (*given, family), apart=True))
    return names


def list_names(text: str, start: int, end: int) -> list[Name]:
    """List the names of a span; one with the family name first takes the place of its parts."""
    inverted = find_inverted(text, start, end)
    names = [
        name
        for name in find_names(text, start, end)
        if not any(name.start < other.end and name.end > other.start for other in inverted)
    ]
    return sorted([*names, *inverted], key=lambda name: name.start) if inverted else names


def find_full(text: str, start: int, end: int) -> bool:
    """Say that a full name stands in the span."""
    return any(name.is_full for name in find_names(text, start, end, wraps=False))


def _is_surname(text: str, given: _Token, token: _Token) -> bool:
    """Say that a small word is a family name: capitalised behind a given name, and at the end of its phrase."""
    small = text[token[0] : token[1]]
    return (
        small.lower() in _SMALL_WORDS
        and small[1:].islower()
        and text[given[1] : token[0]] == " "
        and _PHRASE_END.match(text, token[1]) is not None
    )


def _read_token(text: str, start: int, end: int) -> _Token:
    """Read the token whose capitalised word is given: an initial, a nickname in its quotes, or a word with its kind."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or before == "_":
        return start, end, "break", ""
    if end - start == 1 and after == ".":
        return start, end + 1, "initial", text[start : end + 1]
    if before in _OPENING and after in _CLOSING and before:
        kind = "break" if text[start:end].lower() in NOT_NAMES else "nick"
        return start - 1, end + 1, kind, text[start - 1 : end + 1]
    joined = _JOINED.match(text, end) if after in _JOINTS else None
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
    if gap == " ":
        return True
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
    if low in SUFFIXES:
        return "suffix"
    if low in _PARTICLES:
        return "particle"
    if not plain[0].isupper() and not _is_particled(plain):
        return "break"
    bare = _POSSESSIVE.sub("", low)
    if bare in NOT_NAMES or low in NOT_NAMES or NOT_NAMES.issuperset(bare.split("-")):
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
    return next((word for part in reversed(name.parts) if (word := fold_word(part)) not in SUFFIXES), "")
