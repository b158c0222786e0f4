"""In: sentences about landings and docking ports. Out: the designations they give, and those they must not give."""

import pytest
from role_reading import read

from extractor.facts import designation


def list_values(text: str, scheme: str) -> list[tuple[str, str | None]]:
    facts = designation.find(read(f"The Soyuz MS-41 mission\n\nSoyuz MS-41 flew in May 2031.\n\n{text}\n"))
    return [(fact.get("value"), fact.get("status")) for fact in facts if fact.get("scheme") == scheme]


@pytest.mark.parametrize(
    ("text", "place", "status"),
    [
        ("The capsule landed on the steppe of Kazakhstan at 8:31 a.m.", "steppe of Kazakhstan", "actual"),
        ("The trio will land on the steppe of Kazakhstan in June.", "steppe of Kazakhstan", "planned"),
        ("The capsule landed in a remote region of Kazakhstan.", "remote region of Kazakhstan", "actual"),
        ("The crew came down in the southwestern part of Mare Frigoris.", "Mare Frigoris", "actual"),
        ("They landed in a snow-covered field near the Kazakh town of Turgai.", "Kazakh town of Turgai", "actual"),
        ("The crew landed in a wheat field near Turgai.", "Turgai", "actual"),
        ("The lander set down near the Moon's south pole.", "Moon's south pole", "actual"),
        ("The lander touched down near the lunar south pole.", "lunar south pole", "actual"),
        ("A landing in eastern Kazakhstan was planned.", "eastern Kazakhstan", "planned"),
        ("The ship made a smooth descent to land at Edwards Air Force Base.", "Edwards Air Force Base", "actual"),
    ],
)
def test_ground_makes_a_landing_site_of_a_country(text: str, place: str, status: str):
    assert list_values(text, "landing_site") == [(place, status)]


@pytest.mark.parametrize("text", ["They landed in a snowstorm.", "They landed in a Russian capsule."])
def test_what_is_no_place_is_no_landing_site(text: str):
    assert list_values(text, "landing_site") == []


@pytest.mark.parametrize(
    "wide", ["landed safely in northern China", "came down in the Gobi Desert", "landed on the steppe of China"]
)
def test_a_part_of_a_country_gives_way_to_the_place_there(wide: str):
    text = f"The capsule {wide}. Its module landed by parachute in Siziwang Banner."
    assert list_values(text, "landing_site") == [("Siziwang Banner", "actual")]


@pytest.mark.parametrize(
    ("text", "port"),
    [
        ("It docked to the +X axis port of Salyut 6.", "+X axis port of Salyut 6"),
        ("It docked with the forward port of Salyut 7.", "forward port of Salyut 7"),
        ("Docked with the front port of Mir's core module.", "front port of Mir's core module"),
        ("The vehicle linked up with the MRM2 module.", "MRM2 module"),
        ("Soyuz MS-41 docked to Node 2 forward.", "Node 2 forward"),
        ("The capsule docked at the front hatch of the Tianhe core module.", "front hatch of the Tianhe core module"),
        ("Controllers steered it to the nadir port of the Harmony module.", "nadir port of the Harmony module"),
        ("The Soyuz docked to the Rassvet module, joining the Progress at Pirs.", "Rassvet module"),
        ("The spacecraft docked to the Prichal node attached to the Nauka module.", "Prichal"),
    ],
)
def test_ports_where_the_own_craft_docks(text: str, port: str):
    assert list_values(text, "docking_port") == [(port, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Cosmonauts floated outside the Poisk module to install an experiment on Nauka.",
        "The pair will install communications hardware on the Nauka module.",
        "They moved a radiator from the Rassvet module to the Nauka module.",
        "The airlock was moved to the Nauka module.",
        "Astronauts installed a new docking adapter on the Harmony module.",
        "The crew left the Quest airlock and arrived at the Destiny laboratory.",
        "The Progress docked to the Pirs compartment the same week.",
        "Ground controllers installed Cygnus on the Earth-facing port of the Unity module.",
        "The relocation will free the Rassvet port for the docking of another Soyuz.",
    ],
)
def test_modules_at_which_something_else_happens_are_no_ports(text: str):
    assert list_values(text, "docking_port") == []


def list_designations(text: str) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for fact in designation.find(read(f"Hesperus 3\n\nHesperus 3 was launched in May 2031.\n\n{text}\n")):
        if fact.get("scheme") != "name":
            values.setdefault(fact.get("scheme"), []).append(fact.get("value"))
    return values


@pytest.mark.parametrize(
    ("text", "vehicle", "serial"),
    [
        ("It flew on Falcon 9 booster B1058.5.", "Falcon 9", "B1058.5"),
        ("Rocket: Falcon 9 Block 5 | B1076-5", "Falcon 9 Block 5", "B1076-5"),
        ("A Soyuz-FG rocket, serial number R15000-061, launched it.", "Soyuz-FG", "R15000-061"),
        ("It was launched by an H-2A rocket (F24).", "H-2A", "F24"),
        ("It was launched on an Atlas V 541 rocket, designated AV-085.", "Atlas V 541", "AV-085"),
        ("It rose on Saturn V AS-506.", "Saturn V", "AS-506"),
        ("It was launched by a Kosmos-3M.", "Kosmos-3M", None),
        ("It was launched on a Pegasus XL.", "Pegasus XL", None),
        ("It was launched by a Titan III-C rocket.", "Titan III-C", None),
        ("It was launched by an Atlas 2AS.", "Atlas 2AS", None),
        ("It was launched by a Delta 7925-10.", "Delta 7925-10", None),
        ("It was launched on a Delta.", "Delta", None),
        ("Hesperus 3 was launched aboard the space shuttle Discovery.", "space shuttle Discovery", None),
        ("The Atlas V 401, flight 12 of its kind, launched it.", "Atlas V 401", None),
        ("The Falcon 9, 230 feet tall, launched it.", "Falcon 9", None),
        ("It was launched with a Delta team.", None, None),
    ],
)
def test_vehicles_with_their_numbers(text: str, vehicle: str | None, serial: str | None):
    values = list_designations(text)
    assert values.get("launch_vehicle", [None]) == [vehicle]
    assert values.get("launch_vehicle_serial", [None]) == [serial]


@pytest.mark.parametrize(
    ("text", "scheme", "value"),
    [
        ("Hesperus 3 (1959 Alpha 1) was the first.", "cospar_id", "1959 Alpha 1"),
        ("COSPAR designation 1962 Beta Gamma 1", "cospar_id", "1962 Beta Gamma 1"),
        ("Intl. Des.: 2031-018B, Catalog No. 93285", "norad_id", "93285"),
        ("Launch mass 6,850 kg\nCallsign Днепр (Dnieper)\nCrew size 3", "call_sign", "Dnieper"),
        ("Its crew had the code name Heron.", "call_sign", "Heron"),
    ],
)
def test_numbers_and_signs(text: str, scheme: str, value: str):
    assert list_designations(text)[scheme] == [value]


def test_a_line_of_the_flights_before_and_after_gives_both():
    facts = designation.find(read("Soyuz T-37\n\nSoyuz T-37 flew in May 2031.\n\n Soyuz T-36 Soyuz T-38\n"))
    found = {fact.get("scheme"): fact.get("value") for fact in facts}
    assert (found["previous_mission"], found["next_mission"]) == ("Soyuz T-36", "Soyuz T-38")
