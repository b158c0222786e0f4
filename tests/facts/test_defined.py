"""In: pages that say in their title or first sentence what they are about. Out: that name, and whose the events are."""

import pytest

from extractor import extract
from extractor.facts.defined import find_defined
from extractor.pages import make_page


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Deep Hope (spacecraft)\n\nA page.\n", "Deep Hope"),
        ("Hesperus 9 (Hesperus Venus '71) was an American robotic probe, sent to Venus.\n", "Hesperus 9"),
        ("Ferry T-3 (Russian: Паром Т-3) was a crewed flight to the station Beacon.\n", "Ferry T-3"),
        ('"Lantern" is a small astronomical satellite of the Northfield Works.\n', "Lantern"),
        (
            "HERON CRS ORB-7, also known as HERON CARGO FLIGHT 7 or ORBITAL 7, was a flight of Cygnus.\n",
            "HERON CRS ORB-7",
        ),
        ('_Petrel 3_ (, "stormy bird") will be an asteroid sample-return mission.\n', "Petrel 3"),
        ('STS-140 (or HST-9) was the first "Return to Work" flight after the strike.\n', "STS-140"),
        ("BEACON 7 (; ) (also known as DOS-9) was a space station in low orbit.\n", "BEACON 7"),
        ("Soyuz TM-49 was launched from Baikonur at 0418 UTC on Feb 20.\n", None),
        ("It was a mission that nobody wanted.\n", None),
        ("This is the third flight of the year.\n", None),
        ("Rain was a trouble to the mission all week.\n\nThe probe waits.\n", None),
        ("", None),
    ],
)
def test_a_page_names_what_it_is_about(text: str, name: str | None) -> None:
    assert find_defined(make_page(text)) == name


def test_a_craft_that_is_named_more_often_is_not_the_page_s_own() -> None:
    text = (
        "Mariner 19 was a robotic probe, the first to circle Mars twice.\n\n"
        "Mars 23 and Mars 24 had left before. Mars 24 was heavy, and Mars 24 was slow.\n\n"
        "Launch date: May 30, 2031\n"
    )
    assert [fact.subject for fact in extract(text).facts if fact.kind == "event"] == ["Mariner 19"]


def test_a_flight_to_a_station_is_the_page_s_own_though_the_station_is_named_often() -> None:
    text = (
        "Soyuz TM-43 was a crewed flight to Mir.\n\nDocking with Mir\n\n"
        "Mir was old, but Mir flew on; Mir had six ports, and Mir was full.\n\n"
        "Launch date: 22 July 2031, 01:59:17 UTC\n"
    )
    assert [fact.subject for fact in extract(text).facts if fact.kind == "event"] == ["Soyuz TM-43"]
