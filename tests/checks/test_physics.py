"""In: pages with figures that fit or do not. Out: whether the checks of orbits, masses and conversions tell."""

import math

import pytest

from extractor.checks import find_findings
from extractor.context import resolve
from extractor.facts import find as find_facts
from extractor.mentions.find import load_finder
from extractor.model import Finding
from extractor.pages import make_page

PHYSICS = {"conversion", "orbit_order", "orbit_period", "orbit_plane", "mass_budget", "unit_slip"}


def find(text: str) -> list[Finding]:
    page = make_page(text)
    mentions = tuple(resolve(page, load_finder().find(page)[0]))
    findings = find_findings(page, mentions, find_facts(page, mentions))
    return [finding for finding in findings if finding.check in PHYSICS]


ORBIT = "Kestrel 4 entered orbit.\n\nPerigee: {} km\nApogee: {} km\nPeriod: {} min\nInclination: 51.6 deg\n"


def reckon(low: float, high: float) -> float:
    """Give the Keplerian period in minutes over the mean radius."""
    return 2 * math.pi * math.sqrt((6371 + (low + high) / 2) ** 3 / 398600.4418) / 60


@pytest.mark.parametrize(("low", "high"), [(198.3, 254.4), (170, 35_945), (35_780, 35_792), (820, 824), (475, 40_200)])
def test_an_orbit_that_obeys_kepler_gives_no_finding(low: float, high: float) -> None:
    assert find(ORBIT.format(low, high, round(reckon(low, high), 1))) == []


@pytest.mark.parametrize(
    ("low", "high", "period"), [(198.3, 254.4, 98.7), (198.3, 545.4, 88.9), (918.3, 924.4, 88.9), (198, 254, 80.7)]
)
def test_a_digit_that_leaves_the_band_is_found(low: float, high: float, period: float) -> None:
    (finding,) = find(ORBIT.format(low, high, period))
    assert finding.check == "orbit_period"
    assert f"{period} min" in finding.message


def test_heights_in_miles_read_as_kilometers_are_named() -> None:
    (finding,) = find(ORBIT.format(123, 158, 88.9))
    assert "miles would" in finding.message


def test_a_perigee_over_the_apogee_is_an_error() -> None:
    (finding,) = find("The satellite has a perigee of 300 km and an apogee of 254 km.")
    assert (finding.check, finding.severity) == ("orbit_order", "error")
    assert finding.evidence != finding.against


def test_two_orbits_of_one_page_are_kept_apart() -> None:
    text = "The first orbit had a perigee of 200 km and an apogee of 300 km. After the burn the apogee was 35,000 km."
    assert find(text + " The period of the first orbit was 89.5 minutes.") == []


@pytest.mark.parametrize(
    "text",
    [
        "It weighed 7,220 kg (15,917 lb).",
        "It weighed about 7 tonnes (15,000 lb).",
        "It flew 261 miles (420 km) high.",
        "A path 3,800 km or 2,400 miles across.",
        "An altitude of 1,000 km (621 mi; 540 nmi).",
        "A 100-foot (30 m) tower.",
        "At 17,500 mph (28,000 km/h).",
        "It was 6 feet (1.8 m) wide and 12 feet (4 meters) long.",
    ],
)
def test_a_conversion_within_the_digits_written_is_right(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("It weighed 7,220 kg (3,275 lb).", "units may be swapped"),
        ("It flew 261 miles (162 km) high.", "units may be swapped"),
        ("It weighed 7,220 kg (15,197 lb).", "15,917 pounds"),
        ("It flew 200 km (108 mi) high.", "nautical miles"),
    ],
)
def test_a_conversion_that_is_off_names_its_likely_cause(text: str, cause: str) -> None:
    (finding,) = find(text)
    assert finding.check == "conversion"
    assert cause in finding.message


BUDGET = "GSAT-6 data\n\nLaunch mass: {} kg\nDry mass: {} kg\nPropellant: {} kg\n"


def test_a_mass_budget_that_closes_gives_no_finding() -> None:
    assert find(BUDGET.format("2,117", "985", "1,132")) == []


@pytest.mark.parametrize(
    ("launch", "dry", "fuel"), [("2,117", "985", "1,732"), ("2,717", "985", "1,132"), ("917", "985", "0.5")]
)
def test_a_mass_budget_that_does_not_close_is_found(launch: str, dry: str, fuel: str) -> None:
    assert [finding.check for finding in find(BUDGET.format(launch, dry, fuel))] == ["mass_budget"]


def test_one_number_in_two_units_is_a_slip() -> None:
    text = "Kestrel 4 weighs 7,220 kilograms.\n\nIn short, the spacecraft weighs 7,220 pounds."
    assert [finding.check for finding in find(text)] == ["unit_slip"]


def test_a_low_orbit_under_the_latitude_of_its_site_is_told() -> None:
    text = "Launch of Kestrel 4\n\nLaunch site: Baikonur\nOrbit: 200 x 300 km, 28.5 deg\n"
    assert [(finding.check, finding.severity) for finding in find(text)] == [("orbit_plane", "info")]
