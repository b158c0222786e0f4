"""In: nothing but types. Out: figures of a page on their way to the parameters of an orbit."""

from dataclasses import dataclass, field
from decimal import Decimal

from extractor.facts.orbit_words import Group, OrbitWords
from extractor.model import Mention
from extractor.units import convert

_HEIGHT_UNITS = frozenset({"kilometer", "mile", "nautical_mile", "meter", "astronomical_unit", "megameter"})


_LOWEST, _HIGHEST = 140, 500_000
"""Kilometers within which craft circle the Earth."""

_STANDING = (("kilometer", 35_700, 36_000), ("mile", 22_200, 22_400), ("nautical_mile", 19_300, 19_400))


@dataclass(frozen=True, slots=True)
class Bound:
    """A mention with its parameter, the words that named it, and the ids of the measures that convert it."""

    mention: Mention
    parameter: str
    trigger: tuple[int, int] | None
    conversions: tuple[str, ...]


@dataclass(slots=True)
class Binding:
    """One page's figures on the way to their parameters."""

    text: str
    words: OrbitWords
    mentions: list[Mention]
    starts: list[int]
    """Where the mentions begin."""
    ends: dict[str, int]
    """Where each measure ends with the conversions behind it, brackets included."""
    bound: dict[str, tuple[str, Group | None]] = field(default_factory=dict)
    used: dict[int, list[str]] = field(default_factory=dict)
    """The parameters of a group (by index) that have a figure."""
    passed: dict[int, int] = field(default_factory=dict)
    """Where the last figure behind a group ends."""


def is_height(mention: Mention) -> bool:
    """Say that a length may be a height of an orbit: at least 1 km, in kilometers, miles or more."""
    if mention.unit not in _HEIGHT_UNITS or not isinstance(mention.value, Decimal):
        return False
    height = convert(mention.value, mention.unit, "kilometer")
    return height is not None and height >= (10 if mention.unit == "meter" else 1)


def is_lofty(mention: Mention) -> bool:
    """Say that a length is a height at which craft stay in orbit about the Earth: over 140 km, below the Moon."""
    if not is_height(mention):
        return False
    height = convert(Decimal(str(mention.value)), mention.unit or "", "kilometer")
    return height is not None and _LOWEST <= height <= _HIGHEST


def is_far(mention: Mention) -> bool:
    """Say that a length is a way travelled: too long for the height of an orbit that names no end of it."""
    height = convert(Decimal(str(mention.value)), mention.unit or "", "kilometer")
    return mention.unit != "astronomical_unit" and height is not None and height > _HIGHEST


def is_geostationary(mention: Mention) -> bool:
    """Say that a length is the height at which craft stand still over the equator, about 35,786 km."""
    return any(mention.unit == unit and low <= Decimal(str(mention.value)) <= high for unit, low, high in _STANDING)
