"""In: the name of a file of words beside this module. Out: its tables, and what its blocks are proved by.

The examples of ``mass.toml`` stand in ``mass.examples.toml``, which none but the tests reads: to parse all of them
takes 6 ms, which every start would pay. Blocks bear the same names in both files::

    [measures.launch]                         # the list `launch` of the table [measures]; [measures] would prove all
    gives    = { kind = "mass", of = "launch" }
    examples = ["The liftoff mass was 7,000 kilograms."]
    counter  = ["It was moved to the pad with 7,000 kilograms of sand."]

Every example gives a fact with these fields, no counter-example does. Words that keep something from being read say
what under ``bars``: no example gives it, every counter-example does. ``page`` is the text around an example, at ``{}``.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extractor.errors import RuleError

_HERE = Path(__file__).parent
_PROOF = {"examples", "counter"}
_CLAIMS = {"gives", "bars"}
_ALLOWED = _PROOF | _CLAIMS | {"page"}


@cache
def load_tables(name: str) -> dict[str, Any]:
    """Load ``name.toml`` of this folder; what is given is shared and not to be changed."""
    return tomllib.loads((_HERE / f"{name}.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Proof:
    """What proves the block of that name: pages that give a fact with these fields, and pages that give none."""

    block: str
    claim: Mapping[str, str]
    giving: tuple[str, ...]
    silent: tuple[str, ...]
    examples: tuple[str, ...]


def load_proofs(name: str, folder: Path = _HERE) -> tuple[Proof, ...]:
    """Load the proofs of all blocks of ``name.toml``.

    Raises ``RuleError`` naming file and block where a block has no example or no counter-example, or a proof no block.
    """
    path = folder / f"{name}.examples.toml"
    try:
        words = tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path.name}: {error}") from error
    page = data.pop("page", "{}")
    entries = dict(_list_entries(data))
    blocks = tuple(dict.fromkeys(_list_blocks(words)))
    for block in blocks:
        if block not in entries and block.partition(".")[0] not in entries:
            raise RuleError(f"{path.name}: block {block}: needs at least one example and one counter-example")
    for entry in entries:
        if entry not in blocks and entry not in words:
            raise RuleError(f"{path.name}: block {entry}: {name}.toml has no such block")
    return tuple(_make_proof(path, entry, block, page) for entry, block in entries.items())


def _list_entries(data: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, value in data.items():
        name = f"{above}{key}"
        if not isinstance(value, dict) or not value.keys().isdisjoint(_PROOF | _CLAIMS):
            yield name, value
        else:
            yield from _list_entries(value, f"{name}.")


def _list_blocks(words: Mapping[str, Any]) -> Iterator[str]:
    """Give the names of the blocks: ``measures.launch``, ``parameter.perigee``, ``planned``."""
    for table, value in words.items():
        if isinstance(value, dict):
            yield from (f"{table}.{key}" for key in value if key != "note")
        elif value and isinstance(value[0], dict):
            yield from (f"{table}.{entry['name']}" if "name" in entry else table for entry in value)
        else:
            yield table


def _make_proof(path: Path, name: str, entry: Mapping[str, Any], page: str) -> Proof:
    where = f"{path.name}: block {name}"
    if not isinstance(entry, dict) or not entry.keys() <= _ALLOWED or len(entry.keys() & _CLAIMS) != 1:
        raise RuleError(f"{where}: holds gives or bars, examples, counter and perhaps page")
    if not entry.get("examples") or not entry.get("counter"):
        raise RuleError(f"{where}: needs at least one example and one counter-example")
    page = entry.get("page", page)
    examples, counter = (tuple(page.replace("{}", text) for text in entry[key]) for key in ("examples", "counter"))
    bars = "bars" in entry
    giving, silent = (counter, examples) if bars else (examples, counter)
    return Proof(name, entry["bars" if bars else "gives"], giving, silent, tuple(entry["examples"]))
