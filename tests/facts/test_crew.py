import pytest
from role_reading import Post, read

from extractor.facts import crew


def list_posts(text: str) -> set[Post]:
    return {(f.get("person"), f.get("role"), f.get("crew")) for f in crew.find(read(text))}


def test_roles_before_names_with_a_plural_shared_by_its_list():
    posts = list_posts(
        "Soyuz TMA-31M went up with commander Igor Belov of Roscosmos and flight engineers Dana Whitlock of NASA "
        "and Pietro Sala and Ines Roy of ESA aboard."
    )
    assert posts == {
        ("Igor Belov", "Commander", "primary"),
        ("Dana Whitlock", "Flight Engineer", "primary"),
        ("Pietro Sala", "Flight Engineer", "primary"),
        ("Ines Roy", "Flight Engineer", "primary"),
    }


def test_roles_behind_names_parted_by_semicolons():
    posts = list_posts(
        "APOLLO 21 CREW\n"
        "Prime: John W. Jung, commander; Thomas K. Mattin II, command module pilot; and Carl Duke Jr., lunar "
        "module pilot.\n"
        "Backup: Fred W. Hays, commander; Stuart A. Rosa, CM pilot; Edgar D. Mich, LM pilot.\n"
    )
    assert posts == {
        ("John W. Jung", "Commander", "primary"),
        ("Thomas K. Mattin II", "Command Module Pilot", "primary"),
        ("Carl Duke Jr.", "Lunar Module Pilot", "primary"),
        ("Fred W. Hays", "Commander", "backup"),
        ("Stuart A. Rosa", "Command Module Pilot", "backup"),
        ("Edgar D. Mich", "Lunar Module Pilot", "backup"),
    }


def test_a_member_of_a_list_may_hold_a_second_role():
    posts = list_posts(
        "On STS-151 flew Commander Ann Reyes, Pilot Joe Hart, and Mission Specialists N. Jan Tell, Luis R. Vega-Díaz, "
        "who served as payload commander, and Oleg K. Orlov of the Russian Space Agency."
    )
    assert ("Luis R. Vega-Díaz", "Payload Commander", "primary") in posts
    assert ("Luis R. Vega-Díaz", "Mission Specialist", "primary") in posts
    assert ("Oleg K. Orlov", "Mission Specialist", "primary") in posts
    assert ("N. Jan Tell", "Mission Specialist", "primary") in posts
    assert len(posts) == 6


def test_a_flattened_table_gives_the_role_of_a_row_to_both_crews():
    posts = list_posts(
        "Soyuz MS-41 crews:\n\nPrimary crew Backup crew\n"
        "Oleg Konon (Roskosmos), Soyuz commander Anton Reshet (Roskosmos)\n"
        "Mark T. Hale (NASA), Flight engineer 1 Anne McLeod (NASA)\n"
        "Pyotr Dub (Roskosmos) Flight engineer 2 Jan Babek (ESA)\n"
    )
    assert posts == {
        ("Oleg Konon", "Commander", "primary"),
        ("Anton Reshet", "Commander", "backup"),
        ("Mark T. Hale", "Flight Engineer 1", "primary"),
        ("Anne McLeod", "Flight Engineer 1", "backup"),
        ("Pyotr Dub", "Flight Engineer 2", "primary"),
        ("Jan Babek", "Flight Engineer 2", "backup"),
    }


@pytest.mark.parametrize("cell", ["\t", " | ", "    "])
def test_a_table_with_cells_reads_the_crew_from_the_column(cell: str):
    rows = [
        ("Post", "Prime", "Reserve"),
        ("Commander", "Oleg Konon", "Anton Reshet"),
        ("Pilot", "Pyotr Dub", "Jan Babek"),
    ]
    posts = list_posts("Voskhod 5 crews\n\n" + "\n".join(cell.join(row) for row in rows) + "\n")
    assert posts == {
        ("Oleg Konon", "Commander", "primary"),
        ("Anton Reshet", "Commander", "backup"),
        ("Pyotr Dub", "Pilot", "primary"),
        ("Jan Babek", "Pilot", "backup"),
    }


def test_two_names_that_run_into_each_other_in_a_row_are_parted():
    posts = list_posts("Soyuz 51\n\nPrime crew Backup crew\nCommander Oleg Konon Anton Reshet\n")
    assert posts == {("Oleg Konon", "Commander", "primary"), ("Anton Reshet", "Commander", "backup")}


@pytest.mark.parametrize(
    "lines",
    [
        ("Commander", "Oleg Konon", "Flight Engineer", "Mark Hale"),
        ("Oleg Konon", "Commander", "Mark Hale", "Flight Engineer"),
    ],
)
def test_roles_and_names_on_lines_of_their_own_take_turns(lines: tuple[str, ...]):
    posts = list_posts("Soyuz MS-41\n\nBackup Crew\n\n" + "\n".join(lines) + "\n")
    assert posts == {("Oleg Konon", "Commander", "backup"), ("Mark Hale", "Flight Engineer", "backup")}


def test_initials_behind_names():
    posts = list_posts("The STS-151 crew: Kent Romin (CDR), Jeff Ash (PLT), Chris Hadder (MS1) and Umberto Guid (MS2).")
    assert posts == {
        ("Kent Romin", "Commander", "primary"),
        ("Jeff Ash", "Pilot", "primary"),
        ("Chris Hadder", "Mission Specialist 1", "primary"),
        ("Umberto Guid", "Mission Specialist 2", "primary"),
    }


def test_names_and_roles_in_turn_with_respectively():
    posts = list_posts("Ann Reyes and Joe Hart were named commander and pilot of STS-151, respectively.")
    assert posts == {("Ann Reyes", "Commander", "primary"), ("Joe Hart", "Pilot", "primary")}


def test_what_is_said_of_a_person_may_stand_between_name_and_role():
    posts = list_posts("Gemini 14 had Neal A. Strong, a civilian and a former glider flier, as command pilot.")
    assert posts == {("Neal A. Strong", "Commander", "primary")}


def test_the_numbered_form_of_a_role_wins_and_the_fullest_name():
    (fact,) = crew.find(
        read(
            "Soyuz MS-41 carries flight engineer Dana Whit of NASA.\n\nCrew of Soyuz MS-41:\n"
            "Dana K. Whit (NASA), Flight engineer 1\n"
        )
    )
    assert (fact.get("person"), fact.get("role"), fact.get("agency")) == ("Dana K. Whit", "Flight Engineer 1", "NASA")


def test_a_spelling_slip_is_one_person_under_the_first_spelling():
    posts = list_posts("Soyuz MS-41: Jeanette Eppel (NASA) is flight engineer.\n\nFlight engineer: Janette Eppel\n")
    assert posts == {("Jeanette Eppel", "Flight Engineer", "primary")}


def test_a_family_name_alone_is_joined_to_the_full_name():
    posts = list_posts(
        "Shenzhou-21 is home.\n\nDoctors said that Fei Junlo and Wu Lang are well. "
        '"Fine," said Fei, the mission commander.\n'
    )
    assert posts == {("Fei Junlo", "Commander", "primary")}


def test_expedition_roles_have_no_crew_and_are_the_stations():
    facts = crew.find(read("Expedition 61 commander Luca Parmit and flight engineer Jess Mair stayed on the station."))
    assert {(f.subject, f.get("person"), f.get("role"), f.get("crew")) for f in facts} >= {
        ("ISS", "Luca Parmit", "Station Commander", None)
    }


@pytest.mark.parametrize(
    "text",
    [
        "On Friday the outgoing crew handed over the command of the outpost to Mara Olsen, who stays.",
        "A handshake made Mara Olsen commander of the station.",
        "Mara Olsen took command of the International Space Station on June 1.",
        "Command of the station passed to Mara Olsen.",
    ],
)
def test_hand_over_of_the_station_names_the_new_commander(text: str):
    assert ("Mara Olsen", "Station Commander", None) in list_posts(text)


@pytest.mark.parametrize(
    "text",
    [
        "STS-151 was commanded by Rick Sturk.",
        "STS-151 flew under the command of Air Force Col. Rick Sturk.",
        "Rick Sturk will command the STS-151 mission.",
    ],
)
def test_verbs_of_command_make_a_commander(text: str):
    assert list_posts(text) == {("Rick Sturk", "Commander", "primary")}


@pytest.mark.parametrize(
    "text",
    [
        "Former shuttle commander Rob Caban, now director of the center, praised the STS-151 crew.",
        "The commander of the air base, Ann Bell, welcomed STS-151.",
        "Ann Bell and Joe Hart were the prime crew of Gemini 14, with Tom Stall and Ed Whit as backups.",
        "Controllers under Ann Bell commanded the Soyuz MS-41 thrusters.",
        "STS-151 in view. Photo by Ann Bell. Pilot project funded by NASA.",
        "A flight engineer was to be named for Soyuz MS-41, said spokesman Ivan Petrak.",
    ],
)
def test_nobody_else_gets_a_role(text: str):
    assert list_posts(text) == set()


def test_flight_directors_and_capcoms_have_no_crew():
    posts = list_posts("For Apollo 21 the capcom was Tony Englund; flight directors were Gerry Griff and Pete Frank.")
    assert posts == {
        ("Tony Englund", "Capcom", None),
        ("Gerry Griff", "Flight Director", None),
        ("Pete Frank", "Flight Director", None),
    }


def test_seats_are_told_from_prose():
    facts = crew.find(
        read(
            "Soyuz MS-41 crew: commander Oleg Konon, flight engineers Mark Hale and Ines Roy.\n\n"
            "Konon occupied the center seat, with Hale to his left and Roy sitting in the right seat.\n"
        )
    )
    assert {f.get("person"): f.get("seat") for f in facts} == {
        "Oleg Konon": "center", "Mark Hale": "left", "Ines Roy": "right",
    }  # fmt: skip


def test_quoted_mail_is_read_across_its_line_marks():
    posts = list_posts(
        "> Soyuz TM-40 went up today. Aboard: Anatoly Solan (commander), Pavel Vinok\n"
        "> (flight engineer) and nobody else.\n"
    )
    assert posts == {("Anatoly Solan", "Commander", "primary"), ("Pavel Vinok", "Flight Engineer", "primary")}


def test_understudies_in_brackets_hold_the_same_role():
    posts = list_posts(
        "The Soyuz MS-51 commander is Oleg Konen (backup: Anton Skap); the flight engineers are David Saint-Jax "
        "(backup: Luca Parm) and Anne McLay (backup: Andrew Morn)."
    )
    assert posts == {
        ("Oleg Konen", "Commander", "primary"),
        ("Anton Skap", "Commander", "backup"),
        ("David Saint-Jax", "Flight Engineer", "primary"),
        ("Luca Parm", "Flight Engineer", "backup"),
        ("Anne McLay", "Flight Engineer", "primary"),
        ("Andrew Morn", "Flight Engineer", "backup"),
    }


def test_roles_of_a_template_are_read_from_its_lines():
    posts = list_posts(
        "Soyuz MS-51 was a flight of Soyuz MS-51.\n\n{{Crew\n| position1 = Commander\n"
        "| crew1_up = {{flagicon|RUS}} [[Oleg Konen]]\n| position2 = Flight Engineer 1\n| crew2_up = [[Ann Sax]]\n}}\n"
    )
    assert posts == {("Oleg Konen", "Commander", "primary"), ("Ann Sax", "Flight Engineer 1", "primary")}


def test_a_page_about_another_kind_of_commander_gives_nothing():
    assert list_posts("The army stood under the command of General Ann Bell.") == set()


def test_a_page_without_roles_gives_nothing():
    assert crew.find(read("")) == []
    assert crew.find(read("Soyuz MS-41 docked.")) == []


def test_who_pilots_a_craft_is_its_pilot():
    posts = list_posts("Crew-21 is commanded by Ann Reyes and piloted by Joe Hart.")
    assert posts == {("Ann Reyes", "Commander", "primary"), ("Joe Hart", "Pilot", "primary")}


def test_a_list_goes_on_in_the_line_below_its_comma():
    posts = list_posts("STS-141\n\nPilot: Joe Hart\nMission Specialists: Ken Moss, Ida Lund and\nLeo Katz\n")
    assert posts == {
        ("Joe Hart", "Pilot", "primary"),
        ("Ken Moss", "Mission Specialist", "primary"),
        ("Ida Lund", "Mission Specialist", "primary"),
        ("Leo Katz", "Mission Specialist", "primary"),
    }


@pytest.mark.parametrize(
    "table",
    [
        "No.  Surname    Given names     Job\n1    Belov      Ivan Petrovich  Commander\n",
        "No. | Given names | Surname | Job\n1 | Ivan Petrovich | Belov | Commander\n",
    ],
)
def test_family_and_given_names_in_cells_of_their_own_make_one_name(table: str):
    assert list_posts(f"Soyuz TM-41\n\n{table}") == {("Ivan Petrovich Belov", "Commander", "primary")}


def test_engineers_named_beside_a_commander_of_the_station_are_the_stations():
    posts = list_posts(
        "Soyuz MS-41\n\nExpedition 99 Commander Ann Reyes and Flight Engineer Joe Hart stay. Soyuz MS-41 left.\n"
    )
    assert posts == {("Ann Reyes", "Station Commander", None), ("Joe Hart", "Flight Engineer", None)}


def test_command_that_was_taken_and_given_on_was_held_by_both():
    posts = list_posts(
        "Soyuz MS-41\n\nIvan Belov took command of the outpost on May 3 and gave it over to Ann Reyes on June 9.\n"
    )
    assert {(name, role) for name, role, _ in posts} == {
        ("Ivan Belov", "Station Commander"),
        ("Ann Reyes", "Station Commander"),
    }


def test_two_names_and_two_roles_behind_them_are_paired_in_order():
    posts = list_posts("STS-141\n\nThe crew are Ann Reyes and Joe Hart, commander and pilot.\n")
    assert posts == {("Ann Reyes", "Commander", "primary"), ("Joe Hart", "Pilot", "primary")}


def test_what_is_said_of_a_person_before_the_role_does_not_part_them():
    posts = list_posts("STS-141\n\nKen Moss, making his second flight, is the mission's payload commander.\n")
    assert posts == {("Ken Moss", "Payload Commander", "primary")}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Lena Marsh will command Soyuz MS-41 on its trip.", ("Lena Marsh", "Commander", "primary")),
        ("STS-151 flew with Ruth L. Still, pilot; and others.", ("Ruth L. Still", "Pilot", "primary")),
        (
            "Soyuz MS-41 carries the commander and NASA astronaut Lena Marsh.",
            ("Lena Marsh", "Commander", "primary"),
        ),
        (
            "Soyuz MS-41 took Lena J. Marsh up.\n\nMarsh left last, as fits her role as commander.",
            ("Lena J. Marsh", "Commander", "primary"),
        ),
        (
            "Soyuz MS-41 took Lena J. Marsh up.\n\nMarsh will spend five months there as an Expedition 90 and 91 "
            "flight engineer.",
            ("Lena J. Marsh", "Flight Engineer", None),
        ),
        (
            "Soyuz MS-41 docked. With Expedition 91 came spaceflight participant Lena Marsh.",
            ("Lena Marsh", "Spaceflight Participant", "primary"),
        ),
        (
            "Soyuz MS-41 has a crew of three, led by commander Senior Colonel Li Wei.",
            ("Li Wei", "Commander", "primary"),
        ),
        (
            "    Soyuz MS-41 flies with a crew of three: there is commander Lena\n        Marsh of NASA.",
            ("Lena Marsh", "Commander", "primary"),
        ),
    ],
)
def test_roles_by_command_by_capacity_and_beside_other_words(text: str, post: Post):
    assert post in list_posts(text)


def test_an_expedition_crew_that_a_shuttle_brings_home_is_the_stations():
    posts = list_posts(
        "STS-151 landed with Commander Ann Reyes and Pilot Joe Hart, and brought back the station's Expedition Nine "
        "crew: Commander Igor Belov and Flight Engineer Dana Whitlock."
    )
    assert posts == {
        ("Ann Reyes", "Commander", "primary"),
        ("Joe Hart", "Pilot", "primary"),
        ("Igor Belov", "Station Commander", None),
        ("Dana Whitlock", "Flight Engineer", None),
    }


def test_a_role_that_all_of_a_list_hold():
    posts = list_posts(
        "On STS-151 flew Ann Reyes, Joe Hart and European Space Agency's (ESA) Pietro Sala, all mission specialists."
    )
    assert {person for person, role, _ in posts if role == "Mission Specialist"} == {
        "Ann Reyes", "Joe Hart", "Pietro Sala",
    }  # fmt: skip


def test_the_crew_of_another_craft_named_with_it_is_that_craft_s():
    text = (
        "Voskhod 9\n\nVoskhod 9 flew in 1965. The Americans sent up Gemini 33 with Ann Rowe as command pilot and "
        "Joan Field as pilot.\n"
    )
    subjects = {fact.subject for fact in crew.find(read(text))}
    assert subjects == {"Gemini 33"}
