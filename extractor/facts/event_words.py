"""In: the files of event words. Out: every phrase that may mean an event, with what it means and what it wants."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
EVENT_FILES = ("ascent", "orbit", "visit", "return", "end", "bound")
"""The files of event words in ``events/``, in the order in which the meanings of one phrase are tried."""

EVENTS: list[dict[str, Any]] = [
    event
    for name in EVENT_FILES
    for event in tomllib.loads((_HERE / "events" / f"{name}.toml").read_text("utf-8"))["event"]
]
"""The blocks of all event files."""

AROUND: dict[str, Any] = tomllib.loads((_HERE / "surroundings.toml").read_text("utf-8"))
"""What stands around the words for an event (``surroundings.toml``)."""

OTHER = "other"
"""The event name of predicates and occasions that own a date which then is no event's."""

_SAID_OF_OTHERS = frozenset({"shift", "phase_start", "phase_end", "same_again"})
_NEIGHBOURS = ("next ", "previous ", "last ")
_FORMS = ("base", "third", "ing", "past", "passive", "noun", "row")
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]|\w*(?:fer|pel)")  # slip, trim, transfer: the last is doubled
_APART = " ~ "
"""What parts a verb from the words that follow its object: ``set ~ down`` is ``set the ship down``."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a phrase may mean: the event, the grammatical form, and what must stand around it.

    ``form`` is ``past``, ``passive``, ``base``, ``third``, ``ing``, ``noun`` or ``row``; ``needs`` names words that
    must follow, ``words`` words that must stand near, ``unless`` words before it that forbid it; ``status`` is what
    it says by itself of plan or fact, ``by`` who must do it, ``apart`` what must follow an object of the verb.
    """

    event: str
    form: str
    needs: str | None = None
    words: str | None = None
    unless: str | None = None
    status: str | None = None
    by: str | None = None
    apart: str | None = None


def inflect(spec: str) -> Iterator[tuple[str, str]]:
    """Give the forms of a verb phrase: ``lift off``, ``take/took/taken/taking off``, ``be released``."""
    first, _, rest = spec.partition(" ")
    if first == "be":
        yield rest, "passive"
        return
    base, *irregular = first.split("/")
    past, participle, ing = irregular or _inflect_regular(base)
    third = (
        f"{base[:-1]}ies"
        if _ends_in_y(base)
        else f"{base}{'es' if base.endswith(('s', 'x', 'ch', 'sh', 'o')) else 's'}"
    )
    tail = f" {rest}" if rest else ""
    for verb, form in ((base, "base"), (third, "third"), (ing, "ing"), (participle, "past"), (past, "past")):
        yield verb + tail, form


def _inflect_regular(base: str) -> tuple[str, str, str]:
    if base.endswith("e"):
        return f"{base}d", f"{base}d", f"{base[:-1]}ing"
    if _ends_in_y(base):
        return f"{base[:-1]}ied", f"{base[:-1]}ied", f"{base}ing"
    stem = base + base[-1] if _DOUBLED.fullmatch(base) else base
    return f"{stem}ed", f"{stem}ed", f"{stem}ing"


def _ends_in_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in "aeiou"


def _list_senses() -> Iterator[tuple[str, Sense]]:
    """Give every phrase of the event files with what it means; one phrase may have several senses."""
    for event in EVENTS:
        senses = {form: _make_sense(event, form) for form in _FORMS}
        for spec in event.get("verbs", ()):
            verb, _, apart = spec.partition(_APART)
            for phrase, form in inflect(verb):
                yield phrase, replace(senses[form], apart=apart) if apart else senses[form]
        for head in event.get("heads", ()):
            yield from ((f"{head} {tail}", senses["past"]) for tail in event["tails"])
        for key, form in (("clauses", "past"), ("nouns", "noun"), ("row", "row")):
            for phrase in event.get(key, ()):
                yield phrase, senses[form]
                if form == "noun" and not phrase.endswith("s"):
                    yield f"{phrase}s", senses[form]
                    if phrase.endswith("try"):  # `flybys` is regular
                        yield f"{phrase[:-1]}ies", senses[form]
    other = Sense(OTHER, "past")
    for word in AROUND["others"]["words"]:
        yield word, other


def _make_sense(event: Mapping[str, Any], form: str) -> Sense:
    wants = (event.get(key) for key in ("needs", "with", "unless", "status", "by"))
    return Sense(event["name"], form, *wants)


def list_surroundings() -> list[tuple[str, frozenset[str]]]:
    """Give each phrase of ``[places]`` with the lists that hold it or a part of it."""
    keys: dict[tuple[str, ...], set[str]] = {}
    for key, phrases in AROUND["places"].items():
        for phrase in phrases if key != "note" else ():
            keys.setdefault(tuple(phrase.lower().replace("-", " ").split()), set()).add(key)
    return [
        (" ".join(words), frozenset(key for part in _list_parts(words) for key in keys.get(part, ())))
        for words in sorted(keys)
    ]


def _list_parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[start:end] for start in range(len(words)) for end in range(start + 1, len(words) + 1))


def _group_senses(pairs: Iterable[tuple[str, Sense]]) -> list[tuple[str, tuple[Sense, ...]]]:
    """Gather the senses of a phrase; where a longer phrase is not meant, its beginning may be: its senses follow."""
    grouped: dict[str, dict[Sense, None]] = {}
    for phrase, sense in pairs:
        grouped.setdefault(phrase.lower().replace("-", " "), {})[sense] = None
    for phrase, senses in grouped.items():
        if any(sense.event == OTHER for sense in senses):
            continue  # `launch day` is no launch
        end = phrase.rfind(" ")
        while end > 0:
            senses.update(grouped.get(phrase[:end], {}))
            end = phrase.rfind(" ", 0, end)
        if phrase.startswith(_NEIGHBOURS):  # `the next launch of Ariel 7 is`
            senses.update(grouped.get(phrase.partition(" ")[2], {}))
    counted = {words[1]: f"{words[0]} " for words in map(str.split, grouped) if len(words) == 2 and words[0] == "the"}
    for phrase in list(grouped):  # `the second`, which stands for an event, is not meant in `the second attempt`
        ordinal, space, _ = phrase.partition(" ")
        if space and ordinal in counted:
            grouped.setdefault(counted[ordinal] + phrase, {}).update(grouped[phrase])
    return [(phrase, tuple(sorted(senses, key=_rank))) for phrase, senses in grouped.items()]


def _rank(sense: Sense) -> int:
    """Rank what is said of another event behind what tells one, and what tells none last."""
    return 2 if sense.event == OTHER else int(sense.event in _SAID_OF_OTHERS)


PHRASES = _group_senses(_list_senses())
"""The phrases of the event files with their senses, the best first."""
