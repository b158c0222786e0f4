"""In: the mass and orbit facts of a page. Out: masses that do not add up, and one number given in two units."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from extractor.model import Fact, Finding, Mention, Page
from extractor.units import convert, half_step

_SHARE = Decimal("0.02")
"""What pressurants, crews and rounding may add to a mass budget."""
_KEYS = {"mass": "of", "orbit": "parameter"}


def find_masses(page: Page, mentions: Sequence[Mention], facts: Sequence[Fact]) -> Iterator[Finding]:
    """Yield mass budgets that do not close (``mass_budget``) and figures whose unit slipped (``unit_slip``)."""
    by_id = {mention.id: mention for mention in mentions}
    masses: dict[tuple[str | None, str], list[Fact]] = {}
    for fact in facts:
        if fact.kind == "mass" and fact.get("item") is None:
            masses.setdefault((fact.subject, str(fact.get("of"))), []).append(fact)
    for subject in dict.fromkeys(subject for subject, _ in masses):
        own = {of: found[0] for (craft, of), found in masses.items() if craft == subject and len(found) == 1}
        yield from _check_budget(own, by_id)
    yield from _check_units([fact for fact in facts if fact.kind in _KEYS])


def _read(fact: Fact, by_id: Mapping[str, Mention]) -> tuple[Decimal, Decimal] | None:
    """Give a mass and half a unit of its last digit, in kilograms."""
    value, unit, first = fact.get("value"), str(fact.get("unit")), fact.evidence[0]
    surface = by_id[first].text if isinstance(first, str) and first in by_id else str(value)
    number, step = convert(value, unit, "kilogram"), convert(half_step(surface, value), unit, "kilogram")
    return None if number is None or step is None else (number, step)


def _check_budget(own: Mapping[str, Fact], by_id: Mapping[str, Mention]) -> Iterator[Finding]:
    launch, dry, propellant = (own.get(of) for of in ("launch", "dry", "propellant"))
    if launch is None or dry is None:
        return
    total, empty = _read(launch, by_id), _read(dry, by_id)
    fuel = _read(propellant, by_id) if propellant is not None else (Decimal(0), Decimal(0))
    if total is None or empty is None or fuel is None or fuel[0] > total[0]:
        return  # fuel beyond the launch mass is a rocket's
    slack = total[1] + empty[1] + fuel[1] + _SHARE * total[0]
    parts = empty[0] + fuel[0]
    said = f"dry mass {_say(dry)}" + (f" and propellant {_say(propellant)}" if propellant is not None else "")
    evidence = (*dry.evidence, *(propellant.evidence if propellant is not None else ()))
    if parts > total[0] + slack:
        message = f"The {said} are more than the launch mass of {_say(launch)}."
    elif propellant is not None and parts < total[0] - slack and not {"payload", "cargo"} & own.keys():
        message = f"The {said} leave {total[0] - parts:,.0f} kilograms of the launch mass of {_say(launch)} open."
    else:
        return
    yield Finding("mass_budget", "warning", message, evidence, launch.evidence)


def _say(fact: Fact) -> str:
    return f"{fact.get('value'):,} {str(fact.get('unit')).replace('_', ' ')}"


def _check_units(facts: Sequence[Fact]) -> Iterator[Finding]:
    """Find one figure of one craft that the page gives with the same number in two units."""
    groups: dict[tuple[str, str | None, str], list[Fact]] = {}
    for fact in facts:
        if fact.get("item") is None and fact.get("unit") is not None:
            groups.setdefault((fact.kind, fact.subject, str(fact.get(_KEYS[fact.kind]))), []).append(fact)
    for (_, _, name), group in groups.items():
        for one, other in combinations(group[:12], 2):
            if one.get("value") == other.get("value") and one.get("unit") != other.get("unit"):
                message = f"The {name} is {_say(one)} in one place and {_say(other)} in another: one unit has slipped."
                yield Finding("unit_slip", "warning", message, one.evidence, other.evidence)
