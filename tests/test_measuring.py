"""In: texts, units of the lexicon, hostile input. Out: whether ``quantities`` reads them as a physicist does."""

import time
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.measuring import QuantityMention, quantities
from extractor.mentions.lexicon import load_lexicon
from extractor.mentions.unit_senses import read_unit

CASES: list[list[str]] = tomllib.loads((Path(__file__).parent / "data" / "quantities.toml").read_text("utf-8"))["cases"]
UNITS = sorted(load_lexicon().classes["unit"])
AMBIGUOUS = {"ton", "standard_gravity", "inch", "ampere", "newton", "watt", "kelvin", "degree", "gram", "meter", "volt"}
"""Units whose shortest forms mean something else in some surroundings."""


def list_spellings() -> list[tuple[str, str]]:
    """Give forms that always mean their unit: the long ones of the ambiguous units, all of the others."""
    pairs = []
    for unit, forms in load_lexicon().classes["unit"].items():
        for form in forms:
            long = len(form) > 3 and not form.endswith(".") and (unit not in AMBIGUOUS or form.isalpha())
            if long and read_unit(form) == unit and not ({unit} & {"ton", "degree"}) and form.isascii():
                pairs.append((unit, form))
    return pairs


SPELLINGS = list_spellings()


def say(mention: QuantityMention) -> tuple[str, Decimal, str, str | None]:
    return mention.text, round(mention.value, 12), mention.unit, mention.mod


def expect(claim: str) -> tuple[str, Decimal, str, str | None]:
    text, value, unit, *mod = claim.split(" | ")
    return text, Decimal(value), unit, mod[0] if mod else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0][:40])
def test_a_text_has_the_quantities_that_a_reader_finds(case: list[str]) -> None:
    assert [say(mention) for mention in quantities(case[0])] == [expect(claim) for claim in case[1:]]


def test_forms_and_traps_are_many() -> None:
    assert len(CASES) >= 150
    assert sum(len(case) == 1 for case in CASES) >= 60


def test_values_are_given_in_si_and_to_pint() -> None:
    (mass, speed) = quantities("weighs 440 lb at 36 km/h")
    assert mass.si_unit == "kilogram"
    assert mass.si_value == Decimal("199.5806428")
    assert speed.to_dict()["si_value"] == 10
    assert speed.to_dict()["dimension"] == "speed"
    assert mass.to_pint().to("kilogram").magnitude == pytest.approx(199.5806428, rel=1e-12)


def test_tons_are_of_the_page() -> None:
    assert [q.unit for q in quantities("NASA said it carried three tons of food.")] == ["ton"]
    assert [q.unit for q in quantities("NASA said it carried three tons of food, 20 km away.")] == [
        "metric_ton",
        "kilometer",
    ]
    assert [q.unit for q in quantities("The Progress carried three tons of food.")] == ["metric_ton"]


def test_a_page_with_decimal_commas_is_read_so_throughout() -> None:
    values = [q.value for q in quantities("5.900 kg in an orbit of 198,3 km at 51,6 degrees")]
    assert values == [5900, Decimal("198.3"), Decimal("51.6")]


@given(
    st.sampled_from(SPELLINGS),
    st.decimals(min_value=1, max_value=10**6, places=2),
    st.sampled_from([" ", "\u00a0", "-"]),
)
def test_a_quantity_of_any_unit_comes_back(spelling: tuple[str, str], value: Decimal, joint: str) -> None:
    unit, form = spelling
    found = quantities(f"found {value:,}{joint}{form}")
    assert [(mention.value, mention.unit) for mention in found] == [(value, unit)]


@given(st.text(max_size=300))
def test_nothing_raises_and_every_value_is_finite(text: str) -> None:
    for mention in quantities(text):
        assert mention.value.is_finite()
        assert mention.text == text[mention.start : mention.end]


NUMBERS = st.sampled_from(
    ["9**9**9", "1e999999", "6^800000", "0", "-0", "½", "1/0", "٣", "1,2,3", "1.2.3", "10^", "±5"]
)
PIECES = st.lists(
    st.one_of(
        NUMBERS, st.sampled_from([" ", "kg", "km", "x", "°", "(", ")", "|", "and", "per", "\n", "°C", "/", "of a"])
    )
)


@given(PIECES)
def test_scraps_of_quantities_raise_nothing(pieces: list[str]) -> None:
    assert all(mention.value.is_finite() for mention in quantities("".join(pieces)))


@pytest.mark.parametrize(
    "bait",
    [
        "9**9**9 kg",
        "1" * 100_000 + " kg",
        "(" * 20_000 + "5 kg" + ")" * 20_000,
        "1e999999 kg",
        "6^800000 kg",
        "\0kg 5 \0kg",
    ],
    ids=["power", "digits", "brackets", "exponent", "caret", "nul"],
)
def test_bait_costs_little(bait: str) -> None:
    quantities("5 km")
    start = time.process_time()
    found = quantities(bait)
    assert time.process_time() - start < 0.05
    assert all(mention.value.is_finite() and mention.value < 10**6 for mention in found)


def test_a_plain_ton_is_recorded_with_both_readings() -> None:
    (metric,) = quantities("the 7-ton ship")
    (american,) = quantities("NASA's ship of 7 tons")
    (said,) = quantities("7 metric tons")
    assert (metric.unit, metric.other_unit) == ("metric_ton", "ton")
    assert (american.unit, american.other_unit) == ("ton", "metric_ton")
    assert (said.unit, said.other_unit) == ("metric_ton", None)
