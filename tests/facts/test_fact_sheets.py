"""Fact sheets, catalogue records and logs of launches of our own: what their labels, entries and lists say."""

import pytest

from extractor import extract

_LOG = (
    "Launch log\n\nNov. 21  Zephyr 5 • Petrel 2\nLaunch time: 2144 GMT\nLaunch site: Kourou\n"
    "A Zephyr rocket launched the Petrel 2 satellite. [Nov. 22]\n\n"
    "Dec. 6  Zephyr 5 • STS-322\nLaunch time: 2131 GMT\nLaunch site: Kourou\n"
    "STS-322 will bring a module to the station. It is a long flight.\n\nCopyright 2031 by a club.\n"
)

EVENTS = [
    (
        _LOG,
        {
            "Petrel 2 | launch | actual | 2031-11-21T21:44+00:00",
            "STS-322 | launch | planned | 2031-12-06T21:31+00:00",
        },
    ),
    (
        "STS-341\n\nLanding:\nApril 13, 2031, 5:38:07 a.m. PST, Edwards AFB, Calif. Rollout distance: 8,716 feet.\n",
        {"STS-341 | landing | actual | 2031-04-13T05:38:07-08:00"},
    ),
    (
        "STS-341\n\nTwo spacewalks took place on April 8, 2031 (2 hours, 59 minutes) and April 11 (7 hours).\n",
        {"STS-341 | spacewalk_start | actual | 2031-04-08", "STS-341 | spacewalk_start | actual | 2031-04-11"},
    ),
    (
        "Mars Express\n\nFacts\n\nLaunch\nDate: Nov. 7, 2031, 12:00:50 p.m. EST\nVehicle: Zephyr\n",
        {"Mars Express | launch | actual | 2031-11-07T12:00:50-05:00"},
    ),
    (
        "Petrel 8\n\n2031 May 3 - . 15:28 GMT - . Launch Site: Baikonur. Launch Vehicle: Soyuz-U.\n"
        "* Petrel 8 - . Call Sign: Storm. Decay Date: 2031-05-12 . Mass: 6,800 kg.\n",
        {"Petrel 8 | launch | actual | 2031-05-03T15:28+00:00", "Petrel 8 | decay | actual | 2031-05-12"},
    ),
    (
        "Proba 9\n\nStatus:\n• October 31, 2031: The operational phase of Proba 9 ended. It will stay aloft.\n",
        {"Proba 9 | end_of_mission | actual | 2031-10-31"},
    ),
    (
        "Luna 46\n\nFrom a preliminary Earth orbit, Luna 46 made one mid-course correction on 13 May 2031.\n"
        "The ascent stage lifted off at 07:43 UT on 21 May 2031.\n",
        {"Luna 46 | orbit_change | actual | 2031-05-13", "Luna 46 | lunar_liftoff | actual | 2031-05-21T07:43+00:00"},
    ),
    (
        "Gemini 38\n\nGemini 38 docked with the Agena at 6 hr 33 min after liftoff, at 23:14 UT on 16 March 2031.\n",
        {"Gemini 38 | docking | actual | 2031-03-16T23:14+00:00"},
    ),
    ("Astra 95\n\nAstra 95 reached its station at 30 degrees east on 5 March 2031.\n", set()),
    (
        "Soyuz MS-96\n\nSoyuz MS-96 flies.\n\nZephyr launched the third batch of Skynode satellites on May 3, 2031.\n",
        set(),
    ),
    (
        "Foton 43\n\nFoton 43 succeeds Foton 41 (launched 15 May 2031) and Foton 42 (11 April 2032).\n",
        {"Foton 41 | launch | actual | 2031-05-15", "Foton 42 | launch | actual | 2032-04-11"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EVENTS, ids=[text[-50:] for text, _ in EVENTS])
def test_a_sheet_tells_these_events(text: str, expected: set[str]) -> None:
    told = {
        " | ".join(str(part) for part in (fact.subject, fact.get("event"), fact.get("status"), fact.get("value")))
        for fact in extract(text).facts
        if fact.kind == "event" and fact.get("event") != "rendezvous"
    }
    assert told == expected


FIGURES = [
    (
        "Mars Express\n\nLaunch mass: 1223 kg (orbiter 666 kg, lander 71 kg, payload 116 kg, propellant 427 kg)\n",
        "mass",
        {("launch", 1223), ("payload", 116), ("propellant", 427)},
    ),
    (
        "Petrel 2\n\nEvent                   Time from liftoff\nFairing jettison        00:05:44\n"
        "First burn              00:11:20\nSpacecraft release      00:39:12\n",
        "duration",
        set(),
    ),
    ("Petrel 2\n\nBurn duration: 00:11:20\n", "duration", {("burn", "PT11M20S")}),
]


@pytest.mark.parametrize(("text", "kind", "expected"), FIGURES, ids=[kind for _, kind, _ in FIGURES])
def test_a_sheet_gives_these_figures(text: str, kind: str, expected: set[tuple[str, object]]) -> None:
    facts = [fact for fact in extract(text).facts if fact.kind == kind]
    assert {(fact.get("of"), fact.get("value")) for fact in facts} == expected


def test_labels_of_several_words_with_a_colon_are_no_glued_ones() -> None:
    text = (
        "Overview\nAMC-95\n\nLaunch Vehicle: Proton M\nSatellite: a large one\nLaunch Site: Baikonur\n"
        "Launch Date: 15 October 2031\nLaunch Time: 21:23 GMT\nMission Duration: 6 hours\n\nThe rocket will fly.\n\n"
        "05 Aug 2031  Corvus 9   Proton M\n17 Jun 2031  Ariel 19    Proton M\n19 May 2031  Echo 11    Atlas\n"
    )
    told = {fact.get("scheme"): fact.get("value") for fact in extract(text).facts if fact.kind == "designation"}
    assert told == {"name": "AMC-95", "launch_vehicle": "Proton M", "launch_site": "Baikonur"}


def test_a_zone_with_a_colon_in_a_bracket_holds_for_the_clock_behind() -> None:
    text = (
        "Petrel 2\n\nLaunch: May 7, 2031, 12:00 p.m. EST\nOrbit insertion: Sept. 11, 2031 (Pacific time: 6:17 p.m.)\n"
    )
    assert "2031-09-11T18:17-07:00" in {mention.value for mention in extract(text).mentions}


def test_a_place_behind_the_time_below_a_label_of_a_landing_is_its_site() -> None:
    text = "STS-341\n\nLanding:\nDec. 3, 2031, 1 p.m. PST, Runway 22, Elm AFB, Calif. Rollout: 78 s. Towed Dec. 4.\n"
    assert {fact.get("value") for fact in extract(text).facts if fact.get("scheme") == "landing_site"} == {"Elm AFB"}


def test_those_aboard_are_no_craft_and_those_who_ride_home_land_theirs() -> None:
    text = (
        "Salyut 14\n\nSalyut 14 was busy. Soyuz 77, with Ivan Orlov and Georg Weir, was launched on May 10, 2031.\n\n"
        "The guest Akira Mori returned with Soyuz 76 on 19 May 2031.\n"
    )
    told = {(f.subject, f.get("event"), f.get("value")) for f in extract(text).facts if f.kind == "event"}
    assert told == {("Soyuz 77", "launch", "2031-05-10"), ("Soyuz 76", "landing", "2031-05-19")}


def test_fragments_and_heads_of_columns_tell_no_decay() -> None:
    text = (
        "Ariel 14\n\nSpacecraft which have decayed\nDesignations   Common Name    Decay Date (2031)\n"
        "2025-104A      COSMOS 9697    19 June\n2023-063H      Kwang 40 DEB   12 March\n"
    )
    told = {(f.subject, f.get("event"), f.get("value")) for f in extract(text).facts if f.kind == "event"}
    assert told == {("COSMOS 9697", "decay", "2031-06-19")}


def test_a_label_that_is_a_name_bears_the_mass_behind_it() -> None:
    text = "PSLV-C97\n\nPassengers\nINS-8A: mass 8.4 kg\nINS-8B: mass 9.7 kg\n"
    told = {(fact.subject, fact.get("of"), fact.get("value")) for fact in extract(text).facts if fact.kind == "mass"}
    assert {(subject, of, float(value)) for subject, of, value in told} == {
        ("INS-8A", "spacecraft", 8.4),
        ("INS-8B", "spacecraft", 9.7),
    }


def test_a_neighbour_of_which_a_line_goes_on_to_tell_is_but_its_name() -> None:
    text = "ATV-54\n\nATV-54 flew. ATV-54 is home.\n\nPrevious: ATV-53 Anna Berg was launched on 23 March 2031.\n"
    told = {fact.get("scheme"): fact.get("value") for fact in extract(text).facts if fact.kind == "designation"}
    assert told["previous_mission"] == "ATV-53 Anna Berg"


def test_lengths_in_lines_of_labels_and_docked_times() -> None:
    text = (
        "Progress M-93\n\nTotal free-flight time 4.15 days. Total docked time 19.47 days.\n\n"
        "* Progress M-93 - . Nation: Russia. Type: Logistics spacecraft. Craft: Progress M. Duration: 23.64 days.\n"
    )
    told = {(fact.get("of"), fact.get("value")) for fact in extract(text).facts if fact.kind == "duration"}
    assert told == {("docked", "P19.47D"), ("mission", "P23.64D")}


def test_a_line_that_says_what_its_figures_count_holds_whatever_zone_was_named_before() -> None:
    text = (
        "CRS-98\n\nIt flew on 3 May 2031, 20:43 UTC.\n\nHour/Min/Sec   Events\n00:00:00   Liftoff\n"
        "00:02:30   1st stage cutoff\n00:09:30   2nd stage cutoff\n00:10:30   Separation\n"
    )
    told = {fact.get("value") for fact in extract(text).facts if fact.kind == "event"}
    assert told == {"2031-05-03T20:43+00:00"}


def test_a_head_of_one_word_holds_for_the_rows_with_tabs_below() -> None:
    text = "Heron-2\n\nHeron-2 is a satellite.\n\nOrbit\t764 km\nLaunch\nDate (UTC)\t2031-03-01 01:07\nSite\tKourou\n"
    told = {(fact.get("event"), fact.get("value")) for fact in extract(text).facts if fact.kind == "event"}
    assert told == {("launch", "2031-03-01T01:07+00:00")}


def test_craft_of_one_series_are_told_apart_though_but_one_is_introduced() -> None:
    text = (
        "HeronSat-2\n\nThe HeronSat-2 satellite was launched on 17 May 2031 with HeronSat-X (87 kg). "
        "It replaced HeronSat-1, which had been launched on 27 April 2023.\n"
    )
    facts = extract(text).facts
    told = {(fact.subject, fact.get("event"), fact.get("value")) for fact in facts if fact.kind == "event"}
    assert told == {("HeronSat-2", "launch", "2031-05-17"), ("HeronSat-1", "launch", "2023-04-27")}
    assert [fact.subject for fact in facts if fact.kind == "mass"] == ["HeronSat-X"]


def test_a_bracket_that_explains_a_name_gives_no_other_name() -> None:
    text = (
        "Foton 41 (Foton 40 add-on for Measurement)\n\nFoton 41 is new. Foton 40 was launched on June 15, 2031.\n"
        "Foton 41 followed on May 3, 2032. Foton 41 is well.\n"
    )
    told = {(fact.subject, fact.get("value")) for fact in extract(text).facts if fact.kind == "event"}
    assert ("Foton 40", "2031-06-15") in told


def test_what_lifts_off_heavier_than_any_craft_is_its_rocket() -> None:
    text = "STS-341\n\nShuttle liftoff weight: 4,521,918 pounds\nOrbiter liftoff weight: 263,987 pounds\n"
    told = {(fact.get("of"), float(fact.get("value"))) for fact in extract(text).facts if fact.kind == "mass"}
    assert told == {("launch_vehicle", 4521918.0), ("launch", 263987.0)}


def test_the_number_of_a_shuttle_flight_is_no_serial_and_its_pad_stands_behind_its_location() -> None:
    text = "Space Shuttle Mission STS-341\n\nVehicle: Discovery\nLocation: Pad 39B\nSTS-341 is next.\n"
    told = {(fact.get("scheme"), fact.get("value")) for fact in extract(text).facts if fact.kind == "designation"}
    assert ("launch_vehicle_serial", "STS-341") not in told


def test_roman_numbers_a_decay_that_is_a_landing_and_periods_of_launches() -> None:
    text = (
        "Gemini 25\n\nAKA: Gemini XXV. Gemini 25 was launched on 3 May 2031.\nGemini 25 landed on 9 May 2031.\n\n"
        "Decay Date: 2031-05-09\n"
    )
    told = {(fact.subject, fact.get("event")) for fact in extract(text).facts if fact.kind == "event"}
    assert told == {("Gemini 25", "launch"), ("Gemini 25", "landing")}
    text = "Soyuz 7 and 8\n\nApollo V was launched on 3 May 2031. Apollo 5 landed on 9 May 2031. Apollo 5 is home.\n"
    assert {fact.subject for fact in extract(text).facts if fact.kind == "event"} == {"Apollo 5"}
    text = "WGS-29\n\nWGS-29 was built.\n\nLaunch Period: 7:44-8:59 p.m. EDT, March 18, 2031\n"
    assert {fact.get("status") for fact in extract(text).facts if fact.kind == "event"} == {"planned"}


def test_an_operator_between_the_cells_of_a_crew_has_a_role() -> None:
    text = "Shenzhou-26\n\nCrew\nNo.  Surname  Given names  Position  Flight No.\n1  Fei  Lin  Commander  1\n"
    text += "2  Nie  Bo  Operator  1\n\nEnd\n"
    told = {(fact.get("person"), fact.get("role")) for fact in extract(text).facts if fact.kind == "crew"}
    assert told == {("Lin Fei", "Commander"), ("Bo Nie", "Operator")}
