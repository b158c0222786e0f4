"""In: the TOML files of one language. Out: what a surface form means, and the expression that finds it.

A lexicon file holds classes; a class maps canonical names to their surface forms::

    [month]
    12 = ["December", "Dec", "Dec."]

Alternations in rules are generated from here (``{month}``), so what matches and what it means cannot drift.
A class ``[atom]`` maps names to regular expressions that rules share (``{number}``); an atom may be composed of
classes and other atoms (``{number}[\\s-]{month}``). A class ``[union]`` joins others under one name.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from extractor.errors import RuleError

_SPACE = re.compile(r"\s+")
_PART = re.compile(r"\{([a-z_]+)\}")


class Lexicon:
    """The vocabulary of one language: classes of canonical names and their surface forms."""

    def __init__(self, classes: Mapping[str, Mapping[str, tuple[str, ...]]], atoms: Mapping[str, str]) -> None:
        self.classes = classes
        self.atoms = atoms
        self._canonical = {
            name: {fold_surface(form): canonical for canonical, forms in entries.items() for form in forms}
            for name, entries in classes.items()
        }
        self._expressions: dict[tuple[str, bool], str] = {}

    def canonical(self, name: str, surface: str) -> str | None:
        """Give the canonical name of a surface form in class ``name``, or ``None`` when it is not in it."""
        return self._canonical[name].get(fold_surface(surface))

    def expression(self, name: str, *, cased: bool = False) -> str:
        """Give the regular expression of a class or atom; longest surface forms first, whole words only.

        It is written for an expression that ignores case unless ``cased``. Raises ``KeyError`` for a name that the
        lexicon does not hold.
        """
        key = (name, cased)
        if key not in self._expressions:
            if name in self.atoms:
                composed = _PART.sub(lambda part: self.expression(part[1], cased=cased), self.atoms[name])
                self._expressions[key] = f"(?:{composed})"
            else:
                forms = [form for entry in self.classes[name].values() for form in entry]
                self._expressions[key] = _alternate(forms if cased else [form.lower() for form in forms])
        return self._expressions[key]

    def first_words(self, name: str) -> set[str]:
        """Give the lower-cased first words of all surface forms of a class."""
        forms = (form for entry in self.classes[name].values() for form in entry)
        return {m.group().lower() for form in forms if (m := re.search(r"[^\W\d_]+", form))}


@lru_cache(maxsize=8192)
def fold_surface(surface: str) -> str:
    """Fold case, white space and a closing full stop, which carry no meaning in a lexicon."""
    return _SPACE.sub(" ", surface.strip()).replace("’", "'").lower().rstrip(".")


_SPELLINGS = {" ": r"(?:[^\S\n]{1,3}(?!\s)|[^\S\n]{0,2}\n[ \t\u00a0]{0,40}(?!\s))", "'": "['’]"}


def _alternate(forms: list[str]) -> str:
    """Write the alternation of ``forms``, the longest first; a letter at the end must end a word.

    Forms share their beginnings (``J(?:anuary|une|uly)``), which a search leaves after one character, not one a form.
    """
    tree: dict[str, Any] = {}
    for form in sorted(forms):
        node = tree
        for char in form:
            node = node.setdefault(_SPELLINGS.get(char) or re.escape(char), {})
        node[""] = {}
    return rf"(?:{_write_branches(tree)})(?!(?<=[^\W\d_])[^\W\d_])"


def _write_branches(tree: dict[str, Any]) -> str:
    """Write one node of the tree of forms; the empty branch, where a form ends, comes last."""
    branches = [char + _write_branches(rest) for char, rest in tree.items() if char]
    if not branches:
        return ""
    if "" in tree:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """Read every TOML file of ``language``; raises ``RuleError`` naming the file and the key."""
    classes: dict[str, dict[str, tuple[str, ...]]] = {}
    atoms: dict[str, str] = {}
    unions: dict[str, list[str]] = {}
    for path in sorted((Path(__file__).parent / language).glob("*.toml")):
        for name, entries in _read_file(path).items():
            if name == "atom":
                atoms |= entries
                continue
            if name == "union":
                unions |= entries
                continue
            target = classes.setdefault(name, {})
            for canonical, forms in entries.items():
                if not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
                    raise RuleError(f"{path.name}: {name}.{canonical} must be a list of surface forms")
                target[canonical] = (*target.get(canonical, ()), *forms)
    for name, members in unions.items():
        if missing := [member for member in members if member not in classes]:
            raise RuleError(f"union {name}: {missing[0]} is no class of the lexicon")
        joined: dict[str, tuple[str, ...]] = {}
        for canonical, surfaces in (entry for member in members for entry in classes[member].items()):
            joined[canonical] = (*joined.get(canonical, ()), *surfaces)
        classes[name] = joined
    return Lexicon(classes, atoms)


def _read_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path.name}: {error}") from error
