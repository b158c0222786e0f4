"""In: sentences, label lines and rows with figures. Out: whether the orbit and mass facts are a reader's."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.context import resolve
from extractor.facts import mass, orbit
from extractor.facts.reading import Reading, read_page
from extractor.mentions.find import load_finder
from extractor.model import Fact
from extractor.pages import make_page

DATA = Path(__file__).parent.parent / "data"
ORBITS: list[list[str]] = tomllib.loads((DATA / "orbits.toml").read_text("utf-8"))["cases"]
MASSES: list[list[str]] = tomllib.loads((DATA / "masses.toml").read_text("utf-8"))["cases"]


def read(text: str) -> Reading:
    page = make_page(text)
    return read_page(page, resolve(page, load_finder().find(page)[0]))


def say(fact: Fact) -> tuple[str, Decimal, str | None]:
    return fact.get("parameter") or fact.get("of"), fact.get("value"), fact.get("unit")


def expect(claims: list[str]) -> list[tuple[str, Decimal, str | None]]:
    parts = [claim.split() for claim in claims]
    return sorted((name, Decimal(value), unit[0] if unit else None) for name, value, *unit in parts)


@pytest.mark.parametrize("case", ORBITS, ids=lambda case: case[0][:40])
def test_a_text_gives_the_orbit_that_a_reader_takes_from_it(case: list[str]) -> None:
    assert sorted(say(fact) for fact in orbit.find(read(case[0]))) == expect(case[1:])


@pytest.mark.parametrize("case", MASSES, ids=lambda case: case[0][:40])
def test_a_text_gives_the_masses_that_a_reader_takes_from_it(case: list[str]) -> None:
    assert sorted(say(fact) for fact in mass.find(read(case[0]))) == expect(case[1:])


def test_a_conversion_is_evidence_of_the_same_fact() -> None:
    facts = orbit.find(read("The perigee is 198 km (123 mi)."))
    assert [len(fact.evidence) for fact in facts] == [2]


def test_a_rounded_figure_is_evidence_of_the_finest_one() -> None:
    facts = mass.find(
        read("The spacecraft weighs 7,220 kg.\n\nThe ship, a 7.2-ton craft, has a mass of about 7.2 tons.")
    )
    assert [say(fact) for fact in facts] == [("spacecraft", Decimal(7220), "kilogram")]
    assert len(facts[0].evidence) == 3


def test_figures_that_disagree_are_facts_of_their_own() -> None:
    facts = orbit.find(read("The perigee was 198 km. Others gave a perigee of 204 km."))
    assert [fact.get("value") for fact in facts] == [198, 204]


def test_orbits_are_named_by_the_words_before_them() -> None:
    text = "It entered an initial orbit of 198 x 254 km. The target orbit is 400 x 410 km."
    names = {fact.get("value"): fact.get("orbit") for fact in orbit.find(read(text))}
    assert names == {198: "initial", 254: "initial", 400: "target", 410: "target"}


def test_the_evidence_of_a_figure_without_unit_is_its_span() -> None:
    text = "Inclination | 51.6"
    (fact,) = orbit.find(read(text))
    assert [text[slice(*span)] for span in fact.evidence if isinstance(span, tuple)] == ["51.6"]


def test_category_lines_give_no_facts() -> None:
    assert mass.find(read("Some words on a ship.\n\nCategories: Spacecraft of 7,220 kg | Missions")) == []


SCRAPS = st.lists(
    st.sampled_from(
        ["perigee", "apogee", "and", "of", "198 km", "254", "x", ",", ".", "(", ")", ":", "|", "\n", "period"]
    )
    | st.sampled_from(["inclination", "51.6 degrees", "88.7 min", "orbit", "mass", "7,220 kg", "(15,917 lb)", "launch"])
    | st.sampled_from(
        ["dry", "weighed", "every 90 minutes", "{{convert|5|km}}", "Hp =", "0", "-5", "1e50", "half a ton"]
    ),
    max_size=40,
)


@given(SCRAPS)
def test_scraps_of_figures_raise_nothing_and_have_evidence(words: list[str]) -> None:
    reading = read(" ".join(words))
    for fact in (*orbit.find(reading), *mass.find(reading)):
        assert fact.evidence
        assert fact.get("value").is_finite()


def test_a_load_of_a_shuttle_weighs_what_is_said_of_it() -> None:
    named = read("Endeavour let the Hubble Space Telescope go on Friday. The arm freed the 12.5-ton observatory.")
    assert [fact.subject for fact in mass.find(named)] == ["Hubble Space Telescope"]
    own = read("Endeavour flew on Friday. The 100-ton orbiter was in good shape.")
    assert [fact.subject for fact in mass.find(own)] == ["Endeavour"]


def test_the_complex_is_the_station_with_its_ships() -> None:
    facts = orbit.find(read("STS-71 docked with Mir.\n\nThe complex is orbiting the Earth every 92 minutes."))
    assert [fact.subject for fact in facts] == ["Mir"]
