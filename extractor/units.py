"""In: a number and the name of a unit, as Pint spells it. Out: its dimension, its value in SI, and Pint's own object.

The definitions below are those of Pint's registry, written so that the program need not load it; a test holds the
two together. Pint is imported by ``to_pint`` alone. A unit is a product of names: ``kilogram / meter ** 3``,
``kilometer_per_hour``; ``X_per_Y`` is ``X / Y``.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, localcontext
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from extractor.model import Mention

_PI = "3.14159265358979323846264338328"
_BASES = ("kilogram", "meter", "second", "radian", "kelvin", "ampere", "bit", "candela", "mole")
_DEFINITIONS = {
    "gram": "0.001 kilogram", "metric_ton": "1000 kilogram", "pound": "0.45359237 kilogram",
    "ounce": "0.028349523125 kilogram", "ton": "907.18474 kilogram", "long_ton": "1016.0469088 kilogram",
    "stone": "14 pound", "carat": "0.0002 kilogram", "kilotonne": "1000000 kilogram",
    "slug": "pound_force * second ** 2 / foot",
    "inch": "0.0254 meter", "foot": "0.3048 meter", "yard": "0.9144 meter", "mile": "1609.344 meter",
    "nautical_mile": "1852 meter", "astronomical_unit": "149597870700 meter", "angstrom": "0.0000000001 meter",
    "fathom": "2400 / 3937 * 3 meter", "light_year": "9460730472580800 meter",
    "parsec": "30856775814671916 meter",
    "degree": "pi / 180 radian", "arcminute": "pi / 10800 radian", "arcsecond": "pi / 648000 radian",
    "minute": "60 second", "hour": "3600 second", "day": "86400 second", "week": "604800 second",
    "month": "2629800 second", "year": "31557600 second",
    "knot": "nautical_mile / hour",
    "newton": "kilogram * meter / second ** 2", "kilogram_force": "9.80665 newton",
    "pound_force": "9.80665 * 0.45359237 newton", "metric_ton_force": "9806.65 newton",
    "pascal": "newton / meter ** 2", "bar": "100000 pascal", "psi": "pound_force / inch ** 2",
    "standard_atmosphere": "101325 pascal", "torr": "101325 / 760 pascal", "millimeter_Hg": "133.322387415 pascal",
    "inch_Hg": "3386.388640341 pascal",
    "furlong": "40 * 16.5 * 1200 / 3937 meter", "fluid_ounce": "231 / 128 inch ** 3",
    "tablespoon": "231 / 256 inch ** 3", "teaspoon": "231 / 768 inch ** 3", "bushel": "2150.42 inch ** 3",
    "liter": "0.001 meter ** 3", "gallon": "231 inch ** 3", "quart": "57.75 inch ** 3", "pint": "28.875 inch ** 3",
    "barrel": "7276.5 inch ** 3", "hectare": "10000 meter ** 2",
    "acre": "43560 * 1200 * 1200 / 3937 / 3937 meter ** 2",
    "joule": "newton * meter", "watt": "joule / second", "horsepower": "550 foot * pound_force / second",
    "calorie": "4.184 joule", "electron_volt": "0.0000000000000000001602176634 joule", "ton_TNT": "4184000000 joule",
    "hertz": "1 / second", "revolutions_per_minute": "pi / 30 radian / second", "byte": "8 bit",
    "standard_gravity": "9.80665 meter / second ** 2",
    "volt": "watt / ampere", "coulomb": "ampere * second", "ampere_hour": "3600 coulomb", "ohm": "volt / ampere",
    "milliampere_hour": "3.6 coulomb", "farad": "coulomb / volt", "tesla": "volt * second / meter ** 2",
    "sievert": "joule / kilogram", "gray": "joule / kilogram", "rem": "0.01 sievert", "rads": "0.01 gray",
    "force_ton": "2000 pound_force", "becquerel": "1 / second",
    "curie": "37000000000 becquerel", "degree_Rankine": "5 / 9 kelvin", "micron": "0.000001 meter",
}  # fmt: skip
_PREFIXES = {
    "pico": -12, "nano": -9, "micro": -6, "milli": -3, "centi": -2, "deci": -1, "deca": 1, "hecto": 2, "kilo": 3,
    "mega": 6,
    "giga": 9, "tera": 12, "peta": 15,
}  # fmt: skip
_OFFSETS = {"degree_Celsius": ("1", "273.15"), "degree_Fahrenheit": (str(Decimal(5) / 9), "459.67")}
_ITEM = re.compile(r"([*/])(?!\*)|(\d+(?:\.\d+)?)|([A-Za-z_]+)(?: \*\* (\d))?")
_DEPTH = 12
_LONGEST = 200  # characters of a unit; the lexicon's own have 30 at most
_MOST_UNITS = 1024  # sizes that are kept
_MOST_ZEROS = 12
_WHOLE = Decimal("0.5")
_DECIMALS = re.compile(r"(?:\.(\d{1,12})|,(\d{1,2}))(?!\d|[.,]\d)")
_SCALES = (("thousand", 3), ("million", 6), ("billion", 9))

Size = tuple[tuple[tuple[str, int], ...], Decimal]
"""The powers of the base units, sorted by name, and the factor that leads to them."""

_DIMENSIONS = {
    "mass": "kilogram", "length": "meter", "duration": "second", "angle": "radian", "temperature": "kelvin",
    "current": "ampere", "data": "bit", "speed": "meter_per_second", "acceleration": "meter / second ** 2",
    "force": "newton", "pressure": "pascal", "energy": "joule", "power": "watt", "area": "meter ** 2",
    "volume": "meter ** 3", "density": "kilogram / meter ** 3", "frequency": "hertz", "data rate": "bit / second",
    "angular speed": "radian / second", "voltage": "volt", "charge": "coulomb", "resistance": "ohm",
    "capacitance": "farad", "magnetic flux density": "tesla", "mass flow": "kilogram / second",
    "impulse": "newton * second", "dose": "sievert", "power density": "watt / meter ** 2",
    "flow": "meter ** 3 / second", "substance": "mole", "area density": "kilogram / meter ** 2",
}  # fmt: skip
"""Dimensions by name, each with its SI unit."""


def find_dimension(unit: str) -> str | None:
    """Give the dimension of a unit (``mass``, ``data rate``), or ``None`` for a unit that is not known."""
    if unit in _OFFSETS:
        return "temperature"
    size = measure_unit(unit)
    return None if size is None else _name_dimensions().get(size[0], "other")


def find_si_unit(unit: str) -> str | None:
    """Give the SI unit of a unit's dimension; ``None`` for an unknown unit or a dimension without a name."""
    return _DIMENSIONS.get(find_dimension(unit) or "")


def convert_to_si(value: Decimal, unit: str) -> Decimal | None:
    """Give the value in the SI unit of its dimension, to 28 digits; ``None`` for an unknown unit."""
    if unit in _OFFSETS:
        factor, offset = _OFFSETS[unit]
        return (value + Decimal(offset)) * Decimal(factor)
    size = measure_unit(unit)
    return None if size is None else value * size[1]


def convert(value: Decimal, unit: str, target: str) -> Decimal | None:
    """Give the value in another unit; ``None`` where one of them is unknown or the dimensions differ."""
    one, other = measure_unit(unit), measure_unit(target)
    if one is None or other is None or one[0] != other[0]:
        return None
    return value * one[1] / other[1]


def half_step(surface: str, value: Decimal) -> Decimal:
    """Give half a unit of the last digit that ``surface`` writes of ``value``; zeros at a whole number's end round it.

    ``198.3 km`` is good to 0.05, ``7,220 kilograms`` to 5, ``18 kg`` to 0.5.
    """
    decimals = _DECIMALS.search(surface)
    digits = (decimals[1] or decimals[2]) if decimals else ""
    power = next((power for word, power in _SCALES if word in surface), 0)
    if digits and not (len(digits) == 3 and value >= 1000 and value == value.to_integral_value()):
        return Decimal(5).scaleb(power - len(digits) - 1)
    whole, power = int(abs(value)), 0
    while whole and whole % 10 == 0 and power < _MOST_ZEROS:
        whole //= 10
        power += 1
    return Decimal(5).scaleb(power - 1)


def find_slack(surface: str, value: Decimal, share: Decimal) -> Decimal:
    """Give half a unit of the last digit, where zeros at the end round by no more than a share of the value."""
    step = half_step(surface, value)
    return step if step < 1 else max(_WHOLE, min(step, share * abs(value)))


def to_pint(value: Decimal, unit: str) -> Any:
    """Give a ``pint.Quantity`` of the application's registry; loads Pint at the first call."""
    registry, spelled = _load_pint(), unit
    try:
        return registry.Quantity(float(value), spelled)
    except AttributeError:
        return registry.Quantity(float(value), unit.replace("_per_", " / "))


@cache
def _load_pint() -> Any:
    import pint

    return pint.get_application_registry()  # type: ignore[no-untyped-call] # pint gives it no types


def measure_unit(unit: str) -> Size | None:
    """Give the size of a unit: powers of base units and factor; ``None`` for one that is not known."""
    return _measure(unit, 0) if len(unit) <= _LONGEST else None


@lru_cache(maxsize=_MOST_UNITS)
def _measure(unit: str, depth: int) -> Size | None:
    if unit in _BASES:
        return ((unit, 1),), Decimal(1)
    if unit in _DEFINITIONS and depth < _DEPTH:
        return _evaluate(_DEFINITIONS[unit], depth + 1)
    if "_per_" in unit or " " in unit:
        return _evaluate(unit.replace("_per_", " / "), depth + 1) if depth < _DEPTH else None
    for prefix, power in _PREFIXES.items():
        rest = unit.removeprefix(prefix)
        if rest != unit and (rest in _BASES or rest in _DEFINITIONS) and (size := _measure(rest, depth + 1)):
            return size[0], size[1].scaleb(power)
    return None


def _evaluate(expression: str, depth: int) -> Size | None:
    """Multiply the numbers and units of a product; ``**`` binds to the unit before it."""
    powers: dict[str, int] = {}
    factor, sign = Decimal(1), 1
    with localcontext() as context:
        context.prec = 34
        for mark, number, name, exponent in _ITEM.findall(expression):
            if mark:
                sign = -1 if mark == "/" else 1
                continue
            size = ((), Decimal(number or _PI)) if number or name == "pi" else _measure(name, depth)
            if size is None or not size[1]:
                return None
            power = sign * int(exponent or 1)
            factor *= size[1] ** power
            for base, times in size[0]:
                powers[base] = powers.get(base, 0) + times * power
            sign = 1
    return tuple(sorted((base, power) for base, power in powers.items() if power)), factor


@cache
def _name_dimensions() -> dict[tuple[tuple[str, int], ...], str]:
    """Give the name of each dimension by the powers of its base units; the first of two names wins."""
    names: dict[tuple[tuple[str, int], ...], str] = {}
    for name, unit in _DIMENSIONS.items():
        size = measure_unit(unit)
        if size is not None:
            names.setdefault(size[0], name)
    return names


_CONVERTED = re.compile(
    r"[\s\u00a0]{0,2}(?:[(\[][\s\u00a0]?|/[\s\u00a0]?|[,;–—][\s\u00a0]|,?[\s\u00a0]or[\s\u00a0])(?:[~=≈][\s\u00a0]?)?(?:[a-z]{2,13}[\s\u00a0]){0,2}$"
)
_BRACKETS = ("(", "[")
_LONGEST_GAP, _LONGEST_JOINT, _TWO_PAIRS = 24, 40, 4
_NEAR, _FAR = Decimal("0.04"), Decimal(5)
"""A conversion without brackets must agree; one in brackets may be wrong, by no more than a mistaken unit."""


_LABELS = {"mass": "MASS", "length": "LENGTH", "angle": "ANGLE", "speed": "SPEED"}


def find_label(unit: str | None) -> str:
    """Give the label of a quantity with this unit: ``MASS``, ``LENGTH``, ``ANGLE``, ``SPEED``, else ``QUANTITY``."""
    return _LABELS.get(find_dimension(unit) or "", "QUANTITY") if unit is not None else "QUANTITY"


def pair_conversions(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Give the mentions that convert another one: the id of each, and the id of the measure that it converts."""
    pairs: dict[str, str] = {}
    for index, (one, other) in enumerate(pairwise(mentions)):
        if one.label != other.label or one.unit == other.unit or not isinstance(one.value, Decimal):
            continue
        gap = text[one.end : other.start]
        if len(gap) > _LONGEST_GAP or _CONVERTED.fullmatch(gap) is None or not isinstance(other.value, Decimal):
            continue
        if _is_pair_converted(text, mentions[max(0, index - 1) : index + 3]):
            for converted, original in ((other, mentions[index - 1]), (mentions[index + 2], one)):
                pairs[converted.id] = pairs.get(original.id, original.id)
        elif other.id not in pairs and _is_converted(one, other, bracketed=_is_bracket(gap)):
            pairs[other.id] = pairs.get(one.id, one.id)
    return pairs


def find_ends(text: str, mentions: Sequence[Mention], pairs: Mapping[str, str]) -> dict[str, int]:
    """Give where each measure ends with the conversions behind it, their closing bracket included."""
    ends = {mention.id: mention.end for mention in mentions}
    original: str | None = None
    for mention in mentions:
        if mention.id not in pairs:
            original = mention.id
        elif original is not None:
            ends[original] = mention.end + (text[mention.end : mention.end + 1] in (")", "]"))
    return ends


def _is_bracket(gap: str) -> bool:
    return gap.strip(" \u00a0\n").startswith(_BRACKETS)


def _is_converted(one: Mention, other: Mention, *, bracketed: bool) -> bool:
    """Say that ``other`` is ``one`` in another unit; in brackets it may be off by a mistaken unit."""
    if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal):
        return False
    value = convert(other.value, other.unit or "", one.unit or "")
    if value is None or not one.value / _FAR <= value <= one.value * _FAR:
        return False
    return bracketed or abs(value - one.value) <= _NEAR * abs(one.value)


def _is_pair_converted(text: str, four: Sequence[Mention]) -> bool:
    """Say that two measures are converted together: ``175 x 4,800 miles (282 x 7,725 km)``; both must agree."""
    if len(four) < _TWO_PAIRS or len({mention.label for mention in four}) > 1:
        return False
    first, second, third, fourth = four
    if first.unit != second.unit or third.unit != fourth.unit:
        return False
    if not all(_is_joint(text[one.end : other.start]) for one, other in ((first, second), (third, fourth))):
        return False
    return _is_converted(first, third, bracketed=False) and _is_converted(second, fourth, bracketed=False)


def _is_joint(gap: str) -> bool:
    return len(gap) <= _LONGEST_JOINT and not any(mark in gap for mark in "()[];")
