"""In: the facts of a page. Out: one record a craft in the field names and units of a space catalogue.

Which field holds what is in ``catalogues.toml``, with the source of each catalogue's definition.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from extractor.errors import CatalogueError
from extractor.model import Fact
from extractor.units import convert
from extractor.values import json_number, to_utc

Record = dict[str, str | int | float]

_KEYS = {"orbit": "parameter", "mass": "of", "event": "event", "designation": "scheme"}
_DIGITS = 10


@cache
def read_catalogues() -> Mapping[str, Any]:
    """Give the catalogues by name, as ``catalogues.toml`` defines them."""
    return tomllib.loads((Path(__file__).parent / "catalogues.toml").read_text("utf-8"))


def list_fields(catalogue: str) -> list[str]:
    """Give the names of a catalogue's fields in their order; raises ``CatalogueError`` for an unknown catalogue."""
    return [field["name"] for field in _read_layout(catalogue)["fields"]]


def list_records(facts: Iterable[Fact], catalogue: str) -> list[Record]:
    """Give one record a craft that has an orbit, a mass or an identifier, in the order of the page.

    Plans are left out, dates are in UTC, figures in the catalogue's units. Raises ``CatalogueError`` for an unknown
    catalogue; ``read_catalogues`` lists the known ones.
    """
    layout = _read_layout(catalogue)
    crafts: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.subject is not None and fact.kind in _KEYS and fact.get("status") != "planned":
            crafts.setdefault(fact.subject, []).append(fact)
    records = ((own, _make_record(name, own, layout)) for name, own in crafts.items())
    return [record for own, record in records if any(fact.kind in ("orbit", "mass", "designation") for fact in own)]


def _read_layout(catalogue: str) -> Mapping[str, Any]:
    known = read_catalogues()
    if catalogue not in known:
        raise CatalogueError(f"{catalogue}: is no catalogue that is known; take {', '.join(known)}")
    layout: Mapping[str, Any] = known[catalogue]
    return layout


def _make_record(name: str, own: Sequence[Fact], layout: Mapping[str, Any]) -> Record:
    record: Record = {}
    for field in layout["fields"]:
        fact = _choose(own, field, layout["orbits"])
        value = _read(fact, field) if fact is not None else None
        if value is None and field["of"] == ["name"]:
            value = name
        if value is not None:
            record[field["name"]] = value
    return record


def _choose(own: Sequence[Fact], field: Mapping[str, Any], orbits: Sequence[str]) -> Fact | None:
    """Give the first fact that a field takes; of several orbits the one that the catalogue prefers."""
    for of in field["of"]:
        fitting = [f for f in own if f.kind == field["kind"] and f.get(_KEYS[f.kind]) == of and f.get("item") is None]
        if field["kind"] == "orbit":
            fitting.sort(key=lambda fact: _rank(fact, orbits))
        if fitting:
            return fitting[0]
    return None


def _rank(fact: Fact, orbits: Sequence[str]) -> int:
    name = fact.get("orbit") or ""
    return orbits.index(name) if name in orbits else len(orbits)


def _read(fact: Fact, field: Mapping[str, Any]) -> str | int | float | None:
    value = fact.get("value")
    if isinstance(value, str):
        moment = to_utc(value.partition("/")[0]) or value
        return moment[:10] if field.get("date") else moment
    if not isinstance(value, Decimal):
        return None
    unit, target = fact.get("unit"), field.get("unit")
    number = value if target is None or unit == target else convert(value, str(unit), target)
    if number is None:
        return None
    shown = json_number(number if number is value else round(number, _DIGITS - 1 - number.adjusted()))
    return f"{shown}{field['suffix']}" if "suffix" in field else shown
