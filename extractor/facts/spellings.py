"""In: the names of craft as a page spells them. Out: the same with one name a craft, and the page's own craft."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.records import record
from extractor.vocabulary import list_words

_TITLE_WEIGHT = 3
_FIRST_WEIGHT = 2
_FERRIES = ("Soyuz ", "Progress ", "Soyuz-")
"""Ships to stations: the one named first is what a page tells of, more than the numbered station that it goes to."""
_LONGEST_PART = 12  # words; no craft has a longer name
_FLIGHT_SHARE = 0.4  # a mission named that often, against its ship, gives its name to the page
NOBODY = ""
"""The subject of what is told of nothing that the page names: a stage that falls, an item of a bulletin."""
_NO_SUBJECTS = frozenset({"ISS"})
"""Stations that pages on their visitors name all the time."""
_STATION_LEAST = 3
_STATION_SHARE = 2  # a station named that many times as often as any craft is what the page is about
_PART = re.compile(r"^\D+|\d.*")  # `HTV5` is `HTV-5`
_GLUED = re.compile(r"[^\W\d]+\d+")
_LETTERS = {"cosmos": "kosmos", "intercosmos": "interkosmos", "express": "ekspress", "salut": "salyut"}
"""Families whose Russian letters pages write in two ways."""
_ROMANS = {
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "xi": "11",
    "xii": "12",
}
"""Numbers of craft that pages write either way: ``Gemini V`` is ``Gemini 5``."""
_FIRMS = frozenset({"spacex", "nasa", "boeing", "no"})


@record(frozen=True, slots=True)
class CraftName:
    """A name on the page: half-open offsets, the craft's one name, and its kind.

    ``kind`` is ``craft`` (a flight, satellite or probe), ``vessel`` (a ship that flies several missions), ``target``
    (a target vehicle or stage: a craft that a page is hardly about), ``family``
    (a family's bare name on a page that has numbered members of it) or ``station``. ``flies`` are the families of
    the flights that a vessel makes; a vessel or bare family of the page's own flight bears that flight's name.
    """

    start: int
    end: int
    name: str
    kind: str
    flies: tuple[str, ...] = ()


def join_spellings(
    found: Sequence[CraftName], pairs: Sequence[tuple[str, str]] = (), apart: frozenset[str] = frozenset()
) -> tuple[CraftName, ...]:
    """Give all spellings of one craft (``Mars Odyssey``, ``Odyssey``; ``Soyuz MS-07``, ``MS-07``) its most used one.

    ``pairs`` are spellings that the page itself says are one craft, ``apart`` those that it says are another's.
    """
    counts = Counter(name.name for name in found if name.kind == "craft")
    keys = {spelling: ((*_make_key(spelling), "") if spelling in apart else _make_key(spelling)) for spelling in counts}
    groups: dict[tuple[str, ...], list[str]] = {}
    wholes: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    longest_first = sorted(keys, key=lambda spelling: (-len(keys[spelling]), spelling))
    for spelling in longest_first:
        key = keys[spelling]
        wider = wholes.get(key, set())
        home_key = next(iter(wider)) if len(wider) == 1 else key
        if home_key not in groups:
            for part in _list_parts(home_key):
                wholes.setdefault(part, set()).add(home_key)
        groups.setdefault(home_key, []).append(spelling)
    home = {spelling: key for key, spellings in groups.items() for spelling in spellings}
    for one, two in pairs:
        if home[one] != home[two]:
            moved = groups.pop(home[two])
            groups[home[one]].extend(moved)
            home |= dict.fromkeys(moved, home[one])
    one_name: dict[str, str] = {}
    for spellings in groups.values():
        best = max(
            spellings, key=lambda spelling: (not _GLUED.fullmatch(spelling), counts[spelling], len(spelling), spelling)
        )
        one_name |= dict.fromkeys(spellings, best)
    return tuple(replace(name, name=one_name[name.name]) if name.kind == "craft" else name for name in found)


def choose_subject(names: Sequence[CraftName], title_end: int, defined: str | None = None) -> str | None:
    """Choose the craft or mission that the page is about: the name used most, those of the title counting more.

    ``defined`` is the name that the page itself introduces, if it does: no other is its own then.
    """
    introduced = {name.name for name in names if name.kind in {"craft", "station"}} - _NO_SUBJECTS
    if defined in introduced:
        return defined
    scores: Counter[str] = Counter()
    for name in names:
        if name.kind in {"craft", "vessel"}:
            scores[name.name] += _TITLE_WEIGHT if name.end <= title_end else 1
    first = next((name.name for name in names if name.kind == "craft"), None)
    if first is not None and first.startswith(_FERRIES):
        scores[first] += _FIRST_WEIGHT
    stations = Counter(name.name for name in names if name.kind == "station" and name.name not in _NO_SUBJECTS)
    headed = next((name.kind for name in names if name.end <= title_end and name.kind != "target"), None)
    if stations and headed != "craft":
        station, count = max(stations.items(), key=lambda item: (item[1], item[0]))
        crafts = Counter(name.name for name in names if name.kind in {"craft", "vessel"})
        if count >= max(_STATION_LEAST, _STATION_SHARE * max(crafts.values(), default=0)):
            return station
    if not scores:
        return None
    best = max(scores, key=lambda name: (scores[name], -_first_place(names, name)))
    ship = next(name for name in names if name.name == best)
    if ship.kind == "craft":
        return best
    flights = [name for name in scores if name.startswith(ship.flies)] if ship.flies else []
    flight = max(flights, key=lambda name: (scores[name], -_first_place(names, name)), default=best)
    return flight if scores[flight] >= _FLIGHT_SHARE * scores[best] else best


def _first_place(names: Sequence[CraftName], wanted: str) -> int:
    return next(name.start for name in names if name.name == wanted)


def _make_key(spelling: str) -> tuple[str, ...]:
    words = (part for word in list_words(spelling) for part in _PART.findall(word))
    key = tuple(_LETTERS.get(word, word) for word in words if word not in _FIRMS)
    number = _ROMANS.get(key[-1], "") if len(key) > 1 and spelling.endswith(key[-1].upper()) else ""
    return (*key[:-1], number) if number else key


def _list_parts(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """List what else names a craft of that spelling: its beginnings and ends, and itself but for hyphens."""
    yield key
    for size in range(1, min(len(key), _LONGEST_PART + 1)):
        yield key[:size]
        yield key[-size:]
