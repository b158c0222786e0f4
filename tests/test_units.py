"""In: the units of the lexicon. Out: whether their sizes are Pint's, and how finely a figure is written."""

import re
from decimal import Decimal

import pytest

from extractor import units
from extractor.mentions.lexicon import load_lexicon
from extractor.model import Mention
from extractor.units import (
    convert,
    convert_to_si,
    find_dimension,
    find_ends,
    find_si_unit,
    half_step,
    measure_unit,
    pair_conversions,
    to_pint,
)

UNITS = sorted({*load_lexicon().classes["unit"], *load_lexicon().classes["per_unit"], "month", "knot", "force_ton"})


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_is_as_large_as_pint_says(unit: str) -> None:
    si = convert_to_si(Decimal(3), unit)
    assert si is not None
    quantity = to_pint(Decimal(3), unit)
    base = quantity.to("kelvin") if "degree_" in unit else quantity.to_base_units()
    assert float(si) == pytest.approx(base.magnitude, rel=1e-12)


@pytest.mark.parametrize("unit", sorted(load_lexicon().classes["unit"]))
def test_a_unit_has_a_dimension_with_an_si_unit(unit: str) -> None:
    assert find_dimension(unit) not in (None, "other")
    assert find_si_unit(unit) is not None


@pytest.mark.parametrize("unit", ["", "parsnip", "kilo", "meter ** x", "_per_", "kilometer_per_parsnip", "a" * 500])
def test_an_unknown_unit_has_no_size(unit: str) -> None:
    assert convert(Decimal(1), unit, "meter") is None


@pytest.mark.parametrize("unit", ["kilo" * 3000, "kilo" * 3000 + "meter", "meter_per_" * 3000, "meter / 0", "0 meter"])
def test_no_spelling_of_a_unit_goes_too_deep(unit: str) -> None:
    assert measure_unit(unit) is None


def test_units_of_two_dimensions_do_not_convert() -> None:
    assert convert(Decimal(1), "kilogram", "meter") is None
    assert convert(Decimal(100), "kilometer_per_hour", "meter_per_second") == pytest.approx(Decimal("27.7777777778"))


@pytest.mark.parametrize(
    ("surface", "value", "step"),
    [("198.3 km", "198.3", "0.05"), ("7,220 kg", "7220", "5"), ("18 kg", "18", "0.5"),
     ("1.5 million km", "1500000", "50000"), ("51,6°", "51.6", "0.05"), ("198.0 km", "198.0", "0.05"),
     ("7.220 kg", "7220", "5"), ("0 km", "0", "0.5")],
)  # fmt: skip
def test_the_last_digit_written_bounds_a_figure(surface: str, value: str, step: str) -> None:
    assert half_step(surface, Decimal(value)) == Decimal(step)


def measure(text: str, surface: str, unit: str, label: str = "LENGTH") -> Mention:
    start = text.index(surface)
    value = Decimal(surface.split()[0].replace(",", ""))
    return Mention(surface, start, start + len(surface), surface, label, value, "test", unit)


@pytest.mark.parametrize(
    ("text", "paired"),
    [
        ("200 km (124 mi)", True),
        ("200 km or 124 mi", True),
        ("200 km / 124 mi", True),
        ("200 km (321 mi)", True),
        ("200 km or 321 mi", False),
        ("200 km and 124 mi", False),
        ("200 km (3 mi)", False),
    ],
)
def test_a_measure_in_brackets_or_one_that_agrees_is_a_conversion(text: str, paired: bool) -> None:
    mentions = [measure(text, "200 km", "kilometer"), measure(text, f"{text.split()[-2].strip('(')} mi", "mile")]
    assert bool(pair_conversions(text, mentions)) is paired


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("175 mi x 480 mi (282 km x 772 km)", {"282": "175", "772": "480"}),
        (
            "175 mi x 480 mi (282 km x 772 km; 152 nmi x 417 nmi)",
            {"282": "175", "772": "480", "152": "175", "417": "480"},
        ),
        ("175 mi x 480 mi (282 km up)", {"282": "480"}),
        ("175 mi x 480 mi", {}),
    ],
)
def test_two_measures_may_be_converted_together(text: str, pairs: dict[str, str]) -> None:
    units = {"mi": "mile", "km": "kilometer", "nmi": "nautical_mile"}
    found = re.finditer(r"(\d+) (mi|km|nmi)\b", text)
    mentions = [Mention(m[1], m.start(), m.end(), m[0], "LENGTH", Decimal(m[1]), "test", units[m[2]]) for m in found]
    converted = pair_conversions(text, mentions)
    assert converted == pairs
    ends = find_ends(text, mentions, converted)
    assert all(ends[mention.id] == mention.end for mention in mentions[:1])
    assert not pairs or text[: ends["480"]].endswith((")", "km"))


def test_only_so_many_sizes_are_kept() -> None:
    for number in range(1, 3000):
        assert units.measure_unit(f"{number} meter") == ((("meter", 1),), Decimal(number))
    assert units._measure.cache_info().currsize < 3000
