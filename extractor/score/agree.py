"""In: a gold item and a result item. Out: in what they agree (ANNOTATION, When is a mention or fact right)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from extractor.score.amounts import same_duration, same_moment, same_offset, same_quantity
from extractor.score.names import Aliases, same_craft, same_person, same_place, same_text
from extractor.values import KINDS, QUANTITY_LABELS

KEY_FIELDS: Mapping[str, tuple[str, ...]] = {
    "event": ("subject", "event", "status", "value"),
    "orbit": ("parameter", "value"),
    "mass": ("of", "value"),
    "duration": ("of", "value", "status"),
    "crew": ("person", "role", "crew"),
    "designation": ("scheme", "value"),
}
"""What must be right in a fact of each kind; ``value`` of orbit and mass takes ``unit`` along."""

EVENTS = frozenset({
    "arrival", "fueling_complete", "encapsulation", "rollout", "launch", "engine_cutoff", "orbit_insertion",
    "rendezvous", "docking", "hatch_opening", "spacewalk_start", "spacewalk_end", "relocation", "hatch_closing",
    "undocking", "deorbit_burn_start", "deorbit_burn_end", "module_separation", "atmospheric_entry",
    "parachute_deployment", "landing", "splashdown", "impact", "decay", "lunar_landing", "flyby",
    "orbit_change", "failure", "end_of_mission", "change_of_command",
})  # fmt: skip
"""The events that are scored; others are left aside in gold and result."""

_PLACES = frozenset({"launch_site", "landing_site", "docking_port", "launch_vehicle"})
_CRAFT = frozenset({"name", "previous_mission", "next_mission"})


@dataclass(frozen=True, slots=True)
class PageNames:
    """What a gold's page knows of names: its text, and groups of names of one craft."""

    text: str
    aliases: Aliases = ()


def is_scored(fact: Mapping[str, Any]) -> bool:
    """Tell whether scoring looks at a fact: one of the six kinds, and one of the listed events."""
    return fact["kind"] in KINDS and (fact["kind"] != "event" or fact.get("event") in EVENTS)


def is_optional(fact: Mapping[str, Any]) -> bool:
    """Tell whether a gold fact may be missing: the mass of a single item in a list of many."""
    return fact["kind"] == "mass" and fact.get("item") is not None


def is_value_right(gold: Mapping[str, Any], got: Mapping[str, Any]) -> bool:
    """Tell whether two mentions of one label mean the same; ``mod`` is scored apart."""
    label = gold["label"]
    if label in QUANTITY_LABELS:
        return _same_measure(gold, got)
    compare = _MENTION_VALUES.get(label)
    one, other = gold.get("value"), got.get("value")
    return compare(one, other) if compare else bool(one == other)


_MENTION_VALUES: Mapping[str, Callable[[Any, Any], bool]] = {
    "DATE": same_moment, "TIME": same_moment, "TIMEZONE": same_offset, "DURATION": same_duration,
}  # fmt: skip


def agreeing_fields(gold: Mapping[str, Any], got: Mapping[str, Any], names: PageNames) -> list[str]:
    """Give the key fields in which two facts of one kind agree."""
    return [name for name in KEY_FIELDS[gold["kind"]] if _agrees(name, gold, got, names)]


def _agrees(name: str, gold: Mapping[str, Any], got: Mapping[str, Any], names: PageNames) -> bool:
    one, other = gold.get(name), got.get(name)
    if name == "subject":
        return same_craft(one, other, names.aliases)
    if name == "value":
        return _VALUES[gold["kind"]](gold, got, names)
    if not isinstance(one, str) or not isinstance(other, str):
        return bool(one == other)
    if name == "person":
        return same_person(one, other, _evidence_texts(gold, names.text))
    if name == "role":
        return same_text(one, other)
    return one == other


def _evidence_texts(fact: Mapping[str, Any], text: str) -> list[str]:
    """Give the words of a fact's evidence spans; among them stand the other spellings of a name."""
    return [text[e[0] : e[1]] for e in fact.get("evidence", ()) if not isinstance(e, str)]


def _same_measure(gold: Mapping[str, Any], got: Mapping[str, Any], _: PageNames | None = None) -> bool:
    return same_quantity((gold.get("value"), gold.get("unit")), (got.get("value"), got.get("unit")))


def _same_event_value(gold: Mapping[str, Any], got: Mapping[str, Any], _: PageNames) -> bool:
    return same_moment(gold.get("value"), got.get("value"))


def _same_length_of_time(gold: Mapping[str, Any], got: Mapping[str, Any], _: PageNames) -> bool:
    return same_duration(gold.get("value"), got.get("value"))


def _same_designation(gold: Mapping[str, Any], got: Mapping[str, Any], names: PageNames) -> bool:
    one, other, scheme = gold.get("value"), got.get("value"), gold.get("scheme")
    if not isinstance(one, str) or not isinstance(other, str):
        return bool(one == other)
    if scheme in _PLACES:
        return same_place(one, other)
    if scheme in _CRAFT:
        return same_craft(one, other, names.aliases)
    return same_text(one, other)


_VALUES: Mapping[str, Callable[[Mapping[str, Any], Mapping[str, Any], PageNames], bool]] = {
    "event": _same_event_value, "orbit": _same_measure, "mass": _same_measure,
    "duration": _same_length_of_time, "designation": _same_designation,
}  # fmt: skip
