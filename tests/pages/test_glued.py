"""In: infoboxes scraped as text, labels and values run together. Out: what they say, where the page has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import extract
from extractor.pages import make_page
from extractor.pages.glued import unglue
from extractor.pages.views import Edit, edit_text

_BOX = """\
Hesperus 3

OperatorNorthfield Works
COSPAR ID2031-010A Edit this at Wikidata
SATCAT no.93519Edit this on Wikidata
Mission duration181 days, 41 minutes, 6 seconds
Launch mass7,170 kg (15,810 lb)
LandingJane A. Rowe
CallsignУрага́н (Uragan - Hurricane)
Launch date14 March 2031, 06:11:34 (2031-03-14UTC06:11:34Z) UTC
RocketSoyuz-U2
Inclination51.65°
Period88.7 minutes
"""

_LABELS = (
    "Operator|COSPAR ID|SATCAT no.|Mission duration|Launch mass|Callsign|Launch date|Rocket|Inclination|Period|Landing"
)


def list_facts(text: str) -> set[tuple[str, str]]:
    return {(fact.kind, str(fact.get("value"))) for fact in extract(text).facts}


def test_labels_and_values_of_an_infobox_are_parted() -> None:
    facts = list_facts(_BOX)
    assert {
        ("designation", "2031-010A"),
        ("designation", "93519"),
        ("duration", "P181DT41M6S"),
        ("mass", "7170"),
        ("designation", "Uragan"),
        ("event", "2031-03-14T06:11:34+00:00"),
        ("designation", "Soyuz-U2"),
        ("orbit", "51.65"),
        ("orbit", "88.7"),
    } <= facts
    assert not any("Rowe" in value for _, value in facts)  # who landed in it, not where it landed


def test_a_space_in_place_of_a_cell_parts_them_as_well() -> None:
    spaced = "".join(
        line.replace(label, f"{label} ", 1) if line.startswith(label) else line
        for line in _BOX.splitlines(keepends=True)
        for label in [next((name for name in _LABELS.split("|") if line.startswith(name)), "\0")]
    )
    assert "Launch mass 7,170 kg" in spaced
    assert list_facts(spaced) == list_facts(_BOX)


def test_what_is_found_stands_where_the_page_has_it() -> None:
    result = extract(_BOX)
    assert [m.text for m in result.mentions if m.label == "TIMEZONE"] == ["UTC", "Z", "UTC"]
    for mention in result.mentions:
        assert result.page.text[mention.start : mention.end] == mention.text
    launch = next(fact for fact in result.facts if fact.kind == "event")
    assert launch.trigger is not None
    assert result.page.text[slice(*launch.trigger)].startswith("Launch")


@pytest.mark.parametrize(
    "text",
    [
        "Hesperus 3\n\nPeriod2 was the second period.\n",
        "Launch Complex 39 was ready.\nMass was said.\nPeriod drama followed.\nLanding Hesperus 3 took all day.\n",
        "",
    ],
)
def test_a_page_without_a_scraped_infobox_is_read_as_it_is(text: str) -> None:
    assert unglue(make_page(text)) is None


@given(
    st.text(alphabet="ab \n", max_size=40),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3), st.sampled_from(["", ": "])), max_size=6),
)
def test_offsets_go_there_and_back(text: str, steps: list[tuple[int, int, str]]) -> None:
    edits, place = [], 0
    for gap, cut, insert in steps:
        start = place + gap + 1
        if start + cut > len(text):
            break
        edits.append(Edit(start, start + cut, insert))
        place = start + cut
    plain, view = edit_text(make_page(text), edits)
    kept = [i for i in range(len(text)) if not any(edit.start <= i < edit.end for edit in edits)]
    for place in kept:
        assert plain[view.find(place)] == text[place]
        assert view.restore(view.find(place)) == place
        assert view.restore_span(*view.find_span(place, place + 1)) == (place, place + 1)


def test_positions_and_their_holders_in_rows_of_a_crew_are_parted() -> None:
    text = (
        "STS-151\n\nSTS-151 flew on March 3, 2031.\n\nCrew\nPositionAstronaut\nCommanderAnn B. Reyes\n"
        "Third spaceflight\nPilotJoe Hart\nFirst spaceflight\nMission Specialist 1Luis Vega\nSecond spaceflight\n"
    )
    crew = {(fact.get("person"), fact.get("role")) for fact in extract(text).facts if fact.kind == "crew"}
    assert crew == {
        ("Ann B. Reyes", "Commander"),
        ("Joe Hart", "Pilot"),
        ("Luis Vega", "Mission Specialist 1"),
    }


def test_a_landing_with_a_date_is_the_craft_s_and_not_the_crew_s() -> None:
    text = (
        "Soyuz MS-91 mission at a glance:\n\nLaunch vehicle Soyuz-2-1a\nLaunch site Baikonur, Site 31\n"
        "Mission duration 168 days\nPayload mass 170 kilograms\nLanding 2031 Sept. 7, 00:32 Moscow Time\n"
    )
    assert ("event", "2031-09-07T00:32+03:00") in list_facts(text)
