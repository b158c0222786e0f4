"""In: crews as lists, tables and releases give them. Out: who is of which crew."""

import pytest
from role_reading import read

from extractor.facts import crew


def list_crew(text: str) -> list[tuple[str, str, str | None]]:
    facts = crew.find(read(text))
    return [(fact.get("person"), fact.get("role"), fact.get("crew")) for fact in facts]


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Commander: SOKOLOV, Anatoly", "Anatoly SOKOLOV"),
        ("SOKOLOV, Anatoly P. - Commander", "Anatoly P. SOKOLOV"),
        ("Sokolov, Anatoly (Commander)", "Anatoly Sokolov"),
        ("Commander | Sokolov, Anatoly", "Anatoly Sokolov"),
        ("In Houston, Anatoly Sokolov, commander, said so.", "Anatoly Sokolov"),
        ("With Budin, Anatoly Sokolov will fly as commander.", "Anatoly Sokolov"),
    ],
)
def test_names_with_the_family_name_first(line: str, person: str):
    assert list_crew(f"Soyuz TM-46\n\nSoyuz TM-46 flew to Mir.\n\n{line}\n") == [(person, "Commander", "primary")]


def test_those_aboard_a_station_are_of_no_crew_of_the_craft():
    crew_there = "Aboard Mir, Commander Anatoly Sokolov and Flight Engineer Pavel Vinov slept."
    text = f"STS-151 and Mir\n\nSTS-151 flew.\n\n{crew_there}\n"
    assert list_crew(text) == [("Anatoly Sokolov", "Station Commander", None), ("Pavel Vinov", "Flight Engineer", None)]


def test_flight_engineers_behind_an_expedition_commander_are_of_the_expedition():
    text = (
        "Soyuz MS-41 lands\n\nSoyuz MS-41 is due.\n\nExpedition 87 Commander Anatoly Sokolov, NASA Flight Engineer"
        " Cady Cole and ESA Flight Engineer Paolo Nespo are to land in their Soyuz MS-41 spacecraft."
        " Soyuz commander Oleg Belov stays.\n"
    )
    assert list_crew(text) == [
        ("Anatoly Sokolov", "Station Commander", None),
        ("Cady Cole", "Flight Engineer", None),
        ("Paolo Nespo", "Flight Engineer", None),
        ("Oleg Belov", "Commander", "primary"),
    ]


def test_a_row_of_two_crews_may_take_several_lines():
    text = (
        "Soyuz T-37\n\nSoyuz T-37 flew.\n\nPosition Launching crew Landing crew\nCommander Soviet Union Leonid Belov\n"
        "Third spaceflight\nSoviet Union Anatoly Sokolov\nFirst spaceflight\n"
    )
    assert list_crew(text) == [("Leonid Belov", "Commander", "primary"), ("Anatoly Sokolov", "Commander", "primary")]


def test_a_backup_named_by_role_is_none_for_those_named_after():
    text = (
        "STS-151\n\nSTS-151 flew. NASA named Chiaki Mukawa and Jean Favre as prime and backup payload specialists,"
        " respectively, adding Leroy Chow as mission specialist.\n"
    )
    assert ("Leroy Chow", "Mission Specialist", "primary") in list_crew(text)


def test_a_plural_role_with_its_names_cut_off_has_no_holder():
    text = "STS-151\n\nThe crew was Commander Robert Cabot, Payload Commander Richard Hield, Mission Specialists […]\n"
    assert [role for _, role, _ in list_crew(text)] == ["Commander", "Payload Commander"]


def test_flights_made_so_far_are_no_number_of_a_role():
    text = (
        "Soyuz TMA-44\n\nSoyuz TMA-44 flew.\n\nCrew\nNo.  Surname  Given names  Position  Flight No.\n"
        '1  Belov  Oleg Ivanovich  Commander  3\n2  Finch  Michael "Spud"  Flight Engineer  2\n'
    )
    assert list_crew(text) == [
        ("Oleg Ivanovich Belov", "Commander", "primary"),
        ("Michael Finch", "Flight Engineer", "primary"),
    ]


def test_family_names_alone_are_persons_where_a_list_gives_each_its_role():
    assert list_crew("Soyuz 52\n\nSoyuz 52 flew.\n\nCrew: Tarov (Commander), Belov (Flight Engineer).\n") == [
        ("Tarov", "Commander", "primary"),
        ("Belov", "Flight Engineer", "primary"),
    ]
    assert list_crew("Soyuz 52\n\nSoyuz 52 flew (crew: Tarov, commander; Belov, flight engineer).\n") == [
        ("Tarov", "Commander", "primary"),
        ("Belov", "Flight Engineer", "primary"),
    ]
    assert list_crew("Soyuz 52\n\nSoyuz 52 flew. Wearily, commander and pilot slept.\n") == []


def test_a_table_below_one_with_family_names_apart_is_read_by_itself():
    text = (
        "Soyuz TM-46\n\nSoyuz TM-46 flew.\n\nNr. | Surname | Given name | Job |\n1 | Sokolov | Anatoly | Commander |\n"
        "\nBackup crew\nNr. | Name | Job |\n1 | Belov, Igor P. | Commander |\n"
    )
    assert list_crew(text) == [("Anatoly Sokolov", "Commander", "primary"), ("Igor P. Belov", "Commander", "backup")]


def test_an_arm_is_a_stations_only_where_a_station_is_named():
    text = "STS-151\n\nSTS-151 flew. Mission Specialist Ann Reyes will use the robot arm.\n"
    assert list_crew(text) == [("Ann Reyes", "Mission Specialist", "primary")]


def test_the_crew_may_be_told_behind_the_roles():
    text = (
        "Gemini 14\n\nGemini 14 flew. Franz Borm and James A. Lowe, command pilot and pilot of the backup crew, sat up."
        "\n"
    )
    assert list_crew(text) == [("Franz Borm", "Commander", "backup"), ("James A. Lowe", "Pilot", "backup")]


def test_a_commander_on_the_page_of_a_freighter_commands_the_station():
    text = "Cygnus NG-51\n\nCygnus NG-51 came to the International Space Station. Commander Steve Swann caught it.\n"
    assert list_crew(text) == [("Steve Swann", "Station Commander", None)]


@pytest.mark.parametrize(
    ("sentence", "posts"),
    [
        ("In command is Yuri V. Romanov, 42.", [("Yuri V. Romanov", "Commander", "primary")]),
        ("Commander Jim Halse, Pilot Susan Still, and others slept.", [
            ("Jim Halse", "Commander", "primary"), ("Susan Still", "Pilot", "primary"),
        ]),
        ("Terry Wilcott is the commander of STS-151, Scott Altmann its pilot.", [
            ("Terry Wilcott", "Commander", "primary"), ("Scott Altmann", "Pilot", "primary"),
        ]),
        ("Pilot Rick Searf and Mission Specialist Ron Segal, the payload commander, will assist.", [
            ("Rick Searf", "Pilot", "primary"), ("Ron Segal", "Mission Specialist", "primary"),
            ("Ron Segal", "Payload Commander", "primary"),
        ]),
        ("Crew-9 members Nicole Manning, the commander, and Josh Cassad, the pilot, are to leave.", [
            ("Nicole Manning", "Commander", None), ("Josh Cassad", "Pilot", None),
        ]),
    ],
)  # fmt: skip
def test_ways_of_telling_posts(sentence: str, posts: list[tuple[str, str, str | None]]):
    assert list_crew(f"STS-151\n\nSTS-151 flew.\n\n{sentence}\n") == posts


def test_posts_at_a_station_are_of_the_station_that_the_page_names():
    text = "Progress M-99\n\nProgress M-99 flew to the Mir station.\n\nCommander Anatoly Sokolov unloaded it.\n"
    assert [(fact.subject, fact.get("role")) for fact in crew.find(read(text))] == [("Mir", "Station Commander")]
