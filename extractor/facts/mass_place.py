"""In: a mass on a page. Out: what the rules for masses ask of the place where it stands."""

import re
from dataclasses import dataclass

from extractor.facts.mass_words import MassWords, Word
from extractor.facts.reading import Reading

_CLAUSE = re.compile(r"[;:]\s|[.!?]\s|\b(?:while|whereas|but)\s|\n\s{0,8}\n")
_BEHIND_CLAUSE = re.compile(r"[;:.\n\d]|,?\s(?:and|but|while|whereas)\s|\(")
_ASIDE = re.compile(r"\s?\((?:when\s|fully\s)?[a-z][a-z -]{2,28}\)")
_OF_OTHERS = re.compile(r"\s(?:time|pad|site|vehicle|date|window)\b")
_BEHIND, _MASS_REACH = 70, 40
SUBSTANCES = frozenset({"propellant", "cargo", "payload", "instrument"})
"""What may be weighed and is no craft."""


@dataclass(frozen=True, slots=True)
class Owner:
    """What a mass is of (ANNOTATION: ``of``), the words that say so, and the item of a list where it is one."""

    of: str
    trigger: tuple[int, int] | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A mass on the page: where it starts, ends with its conversions, and where its sentence begins."""

    reading: Reading
    words: MassWords
    start: int
    end: int
    floor: int

    @property
    def text(self) -> str:
        """Give the page's text."""
        return self.reading.page.text

    @property
    def before(self) -> str:
        """Give the characters of the sentence before the mass."""
        return self.text[self.floor : self.start]


def own(word: Word) -> Owner:
    """Give the owner that a noun or measure names."""
    return Owner(word.name, (word.start, word.end))


def find_clause(place: Place) -> int:
    """Give where the clause of the mass begins."""
    start = place.floor
    for stop in _CLAUSE.finditer(place.before.rstrip(" :\n\t")):
        start = place.floor + stop.end()
    return start


def tell_moment(place: Place, owner: Owner) -> Owner:
    """Turn a craft's mass into that at launch, empty or at landing, where the clause says so."""
    if owner.of != "spacecraft":
        return owner
    behind = place.text[place.end : place.end + _BEHIND]
    stop = _BEHIND_CLAUSE.search(behind)
    ceiling = place.end + (stop.start() if stop else len(behind))
    bracket = _ASIDE.match(place.text, place.end)
    moments = (
        (place.words.find("moments", place.end, bracket.end()) if bracket else ())
        or [moment for moment in place.words.find("moments", place.end, ceiling) if _is_close(place, moment)]
        or [
            moment
            for moment in place.words.find("moments", find_clause(place), place.start)
            if " " in say(place, moment) and not is_spent(place, moment)
        ]
    )
    if not moments or _OF_OTHERS.match(place.text, moments[0].end):
        return owner
    return Owner(moments[0].name, (moments[0].start, moments[0].end))


def say(place: Place, word: Word) -> str:
    """Give the characters of a word."""
    return place.text[word.start : word.end].strip()


def is_spent(place: Place, moment: Word) -> bool:
    """Say that a moment before a mass is that of another mass right before it: ``960 kg at launch and 583 kg then``."""
    others = place.reading.mentions_in(moment.start - _MASS_REACH, moment.start)
    return any(other.label == "MASS" and moment.start - other.end <= 2 for other in others)


def _is_close(place: Place, moment: Word) -> bool:
    """Say that a moment behind the mass belongs to it; one word (``dry``) must stand right there."""
    return moment.start - place.end <= 2 or " " in say(place, moment)
