import pytest
from role_reading import read

from extractor.facts import designation


def list_schemes(text: str) -> set[str]:
    return {fact.get("scheme") for fact in designation.find(read(text))}


def test_a_page_that_names_many_craft_and_none_much_is_about_none():
    text = (
        "STATION STATUS\n\nSoyuz MS-41 undocks on Monday. Soyuz MS-42 stays. Progress 97 was filled. "
        "Cygnus NG-30 left. Kounotori 8 was planned.\n"
    )
    assert list_schemes(text) == set()


def test_a_row_of_a_schedule_goes_on_with_the_craft_of_the_rows_above():
    text = (
        "Luna 29 guide\n\nLuna 29 flies on. Luna 29 waits.\n\nTUESDAY\n8:11 a.m. - Crew-19 deorbit burn\n"
        "9:04 a.m. - Splashdown off San Diego\n"
    )
    assert "landing_site" not in list_schemes(text)


def test_a_sentence_that_begins_with_a_pronoun_goes_on_with_the_craft_before():
    text = "Luna 29 flies on, and Luna 29 waits.\n\nZond 9 went home. It landed in the Gobi Basin.\n"
    assert "landing_site" not in list_schemes(text)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Skylab 5 ends\n\nCommander Alan L. Kern flew to Skylab. Kern docked with Skylab. Skylab 5 is over.\n",
            "Skylab 5",
        ),
        (
            'LOG\n\n2031 May 5   Electron Flight 6   "Night Owl Sings"\n\n'
            "The Curie kick stage flew. Curie burned. Curie deorbits.\n",
            "Night Owl Sings",
        ),
        ("Station trouble\n\nMir lost power. Mir was launched in 1986. Mir waits. Progress M-99 left.\n", "Mir"),
        (
            "Crew reports\n\nThe ISS is fine. The ISS flies. The ISS orbits. Progress M-99 left the ISS.\n",
            "Progress M-99",
        ),
        ("Splash\n\nThe Inspiration4 crew is back. Crew Dragon flew them.\n", "Inspiration4"),
    ],
)
def test_what_a_page_is_about(text: str, subject: str):
    assert read(text).subject == subject


def test_a_section_on_another_craft_gives_the_page_no_designation():
    text = "Luna 33\n\nLuna 33 was heavy.\n\nLuna 32\n\nLaunch site: Baikonur\n"
    assert list_schemes(text) == {"name"}
