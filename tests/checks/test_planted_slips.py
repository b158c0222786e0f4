"""In: the pages of the corpus, one slip planted in each copy. Out: whether physics finds them, nothing else.

A digit of a perigee, apogee or period is swapped so that the period leaves the band, heights in kilometers are called
miles, and a converted measure gets the unit of its original.
"""

import math
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from extractor.checks.conversions import find_conversions
from extractor.checks.masses import find_masses
from extractor.checks.orbits import find_orbits, group_orbits
from extractor.context import resolve
from extractor.facts import find as find_facts
from extractor.mentions.find import load_finder
from extractor.model import Finding, Mention
from extractor.pages import make_page
from extractor.units import pair_conversions
from extractor.values import QUANTITY_LABELS

CORPUS = sorted((Path(__file__).parent.parent.parent / "corpus").glob("*.txt"))
FIGURE = re.compile(r"[\d,.]+")
SWAPS = {
    "1": "479", "2": "578", "3": "589", "4": "179", "5": "389", "6": "139", "7": "124", "8": "235", "9": "345",
    "0": "689",
}  # fmt: skip
WIDEST = 0.006
"""The relative width of the band, and more: a slip that moves the period further must be found."""


def read(text: str) -> tuple[list[Finding], tuple[Mention, ...]]:
    page = make_page(text)
    mentions = tuple(resolve(page, load_finder().find(page)[0]))
    facts = find_facts(page, mentions)
    findings = [*find_conversions(page, mentions, facts), *find_orbits(page, mentions, facts)]
    findings += find_masses(page, mentions, facts)
    return findings, mentions


def reckon(low: float, high: float) -> float:
    return 2 * math.pi * math.sqrt((6374.5 + (low + high) / 2) ** 3 / 398600.4418) / 60


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_clean_page_raises_no_physical_finding(path: Path) -> None:
    assert [finding.message for finding in read(path.read_text("utf-8"))[0]] == []


def list_orbit_slips(text: str) -> Iterator[tuple[str, str]]:
    """Give copies of a page with one digit of an orbit swapped so that period and heights part."""
    page = make_page(text)
    mentions = tuple(resolve(page, load_finder().find(page)[0]))
    by_id = {mention.id: mention for mention in mentions}
    for orbit in group_orbits(page, by_id, find_facts(page, mentions)):
        figures = {name: element.value for name, element in orbit.items() if name in ("perigee", "apogee", "period")}
        for name in figures if len(figures) == 3 else ():
            element = orbit[name]
            mention = by_id[str(element.fact.evidence[0])]
            if element.fact.get("unit") not in ("kilometer", "minute") or len(FIGURE.findall(mention.text)) != 1:
                continue
            swaps = [(place, other) for place, digit in enumerate(mention.text) for other in SWAPS.get(digit, "")]
            for place, other in swaps:
                surface = mention.text[:place] + other + mention.text[place + 1 :]
                changed = {**figures, name: float(FIGURE.findall(surface)[0].replace(",", ""))}
                low, high = sorted((changed["perigee"], changed["apogee"]))
                if abs(changed["period"] / reckon(low, high) - 1) > WIDEST:
                    yield f"{name} {surface}", text[: mention.start] + surface + text[mention.end :]


def list_unit_slips(text: str) -> Iterator[tuple[str, str]]:
    """Give copies of a page with a converted measure in brackets that bears its original's unit."""
    _, mentions = read(text)
    measures = [mention for mention in mentions if mention.label in QUANTITY_LABELS]
    by_id = {mention.id: mention for mention in measures}
    for other_id, one_id in pair_conversions(text, measures).items():
        one, other = by_id[one_id], by_id[other_id]
        swapped = {"kilogram": "pounds", "pound": "kilograms", "kilometer": "miles", "mile": "kilometers"}.get(
            str(one.unit)
        )
        number = one.text.split()[0].split("-")[0]
        if (
            swapped
            and isinstance(one.value, Decimal)
            and number[0].isdigit()
            and text[other.end : other.end + 1] == ")"
        ):
            yield f"{number} {swapped}", text[: one.start] + f"{number} {swapped}" + text[one.end :]


SLIPS = [
    pytest.param(slip, id=f"{path.stem}: {name}")
    for path in CORPUS
    for listing in (list_orbit_slips, list_unit_slips)
    for name, slip in listing(path.read_text("utf-8"))
]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_planted_slip_is_found(slip: str) -> None:
    assert read(slip)[0]


def test_slips_are_many() -> None:
    assert len(SLIPS) >= 100
