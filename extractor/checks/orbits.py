"""In: the orbit facts of a page. Out: orbits that physics does not allow, with the band that it does.

Heights are taken over a sphere between the Earth's mean and equatorial radius; the band for the period is as wide as
that choice, the last digits written, and the difference between the Keplerian and the nodal period make it.
"""

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from extractor.model import Evidence, Fact, Finding, Mention, Page
from extractor.units import convert, find_slack

_MU = 398600.4418
"""The Earth's gravitational parameter in km³/s² (EGM2008)."""
_RADII = (6371.0, 6378.137)
"""The Earth's mean and equatorial radius in km (IUGG, WGS 84)."""
_NODAL = 0.0025
"""The most by which the nodal period differs from the Keplerian: 1.5 J2 for an orbit close to the ground."""
_ROUNDED = Decimal("0.01")
"""How far the zeros of a round figure reach."""
_NEAREST = 700
"""Characters between figures of one orbit."""
_LOW = 2000.0
"""Height in km under which a launch reaches its plane directly."""
_TURN = 3.0
"""Degrees by which rockets turn on the way up without anybody's wonder."""
_SITES: dict[str, float] = tomllib.loads((Path(__file__).parent / "orbits.toml").read_text("utf-8"))["latitude"]


@dataclass(frozen=True, slots=True)
class Element:
    """One figure of an orbit in km, minutes or degrees, with half a unit of its last digit and its fact."""

    value: float
    step: float
    said: str
    fact: Fact


Orbit = Mapping[str, Element]


def find_orbits(page: Page, mentions: Sequence[Mention], facts: Sequence[Fact]) -> Iterator[Finding]:
    """Yield orbits whose perigee lies over the apogee, whose period does not fit, or whose plane is out of reach."""
    by_id = {mention.id: mention for mention in mentions}
    sites = [fact for fact in facts if fact.kind == "designation" and fact.get("scheme") == "launch_site"]
    for orbit in group_orbits(page, by_id, facts):
        yield from _check_order(orbit)
        yield from _check_period(orbit)
        yield from _check_plane(orbit, sites)


def group_orbits(page: Page, by_id: Mapping[str, Mention], facts: Sequence[Fact]) -> list[Orbit]:
    """Put figures of one craft that stand close together, each parameter once, together to orbits."""
    placed = [
        (start, fact) for fact in facts if fact.kind == "orbit" and (start := _find_start(fact, by_id)) is not None
    ]
    orbits: list[dict[str, Element]] = []
    last: tuple[int, Fact] | None = None
    for start, fact in sorted(placed, key=lambda entry: entry[0]):
        element = _read_element(page, by_id, fact)
        if element is None:
            continue
        name = str(fact.get("parameter"))
        near = last is not None and start - last[0] <= _NEAREST and _is_same_orbit(last[1], fact)
        if not near or not orbits or name in orbits[-1]:
            orbits.append({})
        orbits[-1][name] = element
        last = (start, fact)
    return [orbit for orbit in orbits if len(orbit) > 1]


def _is_same_orbit(one: Fact, other: Fact) -> bool:
    names = {one.get("orbit"), other.get("orbit")}
    return one.subject == other.subject and (len(names) == 1 or None in names)


def _find_start(fact: Fact, by_id: Mapping[str, Mention]) -> int | None:
    starts = [by_id[e].start if e in by_id else None for e in fact.evidence if isinstance(e, str)]
    starts += [e[0] for e in fact.evidence if not isinstance(e, str)]
    return min((start for start in starts if start is not None), default=None)


_UNITS = {"inclination": "degree", "period": "minute"}


def _read_element(page: Page, by_id: Mapping[str, Mention], fact: Fact) -> Element | None:
    value, unit, parameter = fact.get("value"), fact.get("unit"), str(fact.get("parameter"))
    if not isinstance(value, Decimal) or not isinstance(unit, str):
        return None
    target = _UNITS.get(parameter, "kilometer")
    first = fact.evidence[0]
    mention = by_id.get(first) if isinstance(first, str) else None
    surface = mention.text if mention is not None else page.text[slice(*first)] if not isinstance(first, str) else ""
    number, step = convert(value, unit, target), convert(find_slack(surface, value, _ROUNDED), unit, target)
    if number is None or step is None:
        return None
    slack = 2 if fact.get("mod") else 1
    return Element(float(number), float(step) * slack, " ".join(surface.split()) or f"{value} {unit}", fact)


def _check_order(orbit: Orbit) -> Iterator[Finding]:
    for low, high in (("perigee", "apogee"), ("periapsis", "apoapsis")):
        if low not in orbit or high not in orbit:
            continue
        one, other = orbit[low], orbit[high]
        if one.value > other.value + one.step + other.step:
            message = f"The {low} ({one.said}) lies over the {high} ({other.said}); the two may be swapped."
            yield Finding("orbit_order", "error", message, one.fact.evidence, other.fact.evidence)


def reckon_band(heights: Sequence[Element]) -> tuple[float, float]:
    """Give the least and the greatest period in minutes that heights in km allow."""
    ends = []
    for radius, sign in zip(_RADII, (-1, 1), strict=True):
        axis = radius + sum(height.value + sign * height.step for height in heights) / len(heights)
        period = 2 * math.pi * math.sqrt(max(axis, 1.0) ** 3 / _MU) / 60
        ends.append(period * (1 + sign * _NODAL))
    return ends[0], ends[1]


def _check_period(orbit: Orbit) -> Iterator[Finding]:
    period = orbit.get("period")
    heights = [orbit[name] for name in ("perigee", "apogee") if name in orbit]
    if len(heights) < 2:
        heights = [orbit["altitude"]] if "altitude" in orbit else []
    if period is None or not heights:
        return
    least, most = reckon_band(heights)
    if least - period.step <= period.value <= most + period.step:
        return
    said = " and ".join(height.said for height in heights)
    message = (
        f"A period of {period.said} does not fit heights of {said}: they allow {least:.2f} to {most:.2f} minutes"
        f"{_name_slip(period, heights)}."
    )
    evidence: tuple[Evidence, ...] = tuple(item for height in heights for item in height.fact.evidence)
    yield Finding("orbit_period", "warning", message, period.fact.evidence, evidence)


_TAKEN_FOR = (
    ("miles", 1.609344), ("nautical miles", 1.852), ("kilometers", 1 / 1.609344), ("kilometers", 1 / 1.852),
)  # fmt: skip


def _name_slip(period: Element, heights: Sequence[Element]) -> str:
    """Name the unit in which the heights would fit the period."""
    for unit, factor in _TAKEN_FOR:
        scaled = [Element(h.value * factor, h.step * factor, h.said, h.fact) for h in heights]
        least, most = reckon_band(scaled)
        if least - period.step <= period.value <= most + period.step:
            return f"; heights in {unit} would"
    return ""


def _check_plane(orbit: Orbit, sites: Sequence[Fact]) -> Iterator[Finding]:
    """Compare a low orbit's inclination with its launch site's latitude; a turn in flight is possible: ``info``."""
    plane = orbit.get("inclination")
    top = orbit.get("apogee") or orbit.get("altitude")
    if plane is None or top is None or top.value > _LOW or plane.fact.get("orbit") in ("final", "station"):
        return
    for site in sites:
        latitude = next((lat for name, lat in _SITES.items() if name in str(site.get("value"))), None)
        if site.subject != plane.fact.subject or latitude is None:
            continue
        if min(plane.value, 180 - plane.value) + plane.step + _TURN < abs(latitude):
            reach = f"the latitude of {site.get('value')} ({abs(latitude):g} degrees)"
            message = f"An inclination of {plane.said} is less than {reach}."
            yield Finding("orbit_plane", "info", message, plane.fact.evidence, site.evidence)
            return
