"""In: small pages. Out: the craft that they name, by one name each, and the one that they are about."""

import pytest

from extractor.facts.crafts import find_crafts
from extractor.facts.reading import choose_station, read_page
from extractor.pages import make_page
from extractor.pipeline import read_mentions


def list_names(text: str, kind: str = "craft") -> set[str]:
    return {name.name for name in find_crafts(make_page(text)).names if name.kind == kind}


@pytest.mark.parametrize(
    "name",
    [
        "Soyuz TMA-12M", "Soyuz T-10", "Progress M1-5", "Progress MS-44", "Gemini VI-A", "Apollo 21", "Kosmos 2999",
        "STS-61-A", "Crew-21", "GSAT-7A", "Chang'e-9", "Shenzhou-31", "Meteor-M No. 2-9", "Lunar Surveyor 8", "HTV-X5",
    ],
)  # fmt: skip
def test_numbered_families_are_known(name: str) -> None:
    assert list_names(f"In the year of {name} much was learnt.") == {name}


@pytest.mark.parametrize(
    "vehicle", ["Soyuz-2.1a", "Soyuz-FG rocket", "Proton-M", "PSLV-C90", "Falcon 9", "Delta II", "Atlas V"]
)
def test_launch_vehicles_are_no_craft(vehicle: str) -> None:
    assert list_names(f"It flew on a {vehicle} in the spring.") == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Hesperus probe\n\nThe Hesperus probe left in May. Hesperus went far.", "Hesperus"),
        ("HESPERUS\n\nHesperus was launched on a Tuesday.", "Hesperus"),
        ("News\n\nToday Hesperus 6 was launched. Today Hesperus 6 docked to the station.", "Hesperus 6"),
        ("Questions about Hesperus\n\nWhen did Hesperus leave? In May.", "Hesperus"),
        ("Notes\n\nSpacecraft: Hesperus\n\nHesperus left in May.", "Hesperus"),
        (
            "A cargo page\n\nThe arm caught it.\n\nCapture of Hesperus: 10:15.\nLaunch of Hesperus: 9:10.",
            "Hesperus",
        ),
    ],
)
def test_a_page_s_own_craft_needs_no_list(text: str, name: str) -> None:
    assert find_crafts(make_page(text)).subject == name


def test_spellings_of_one_craft_bear_its_most_used_name() -> None:
    text = "_2011 Red Hesperus_ is a probe.\n\nHesperus left in May. Hesperus is well. Red Hesperus came in June."
    assert find_crafts(make_page(text)).subject == "Hesperus"


def test_two_names_of_one_craft_are_joined_where_the_page_says_so() -> None:
    text = "Kounotori 12 (HTV-12)\n\nKounotori 12 left in May. HTV-12 came in June. Kounotori 12 is well."
    assert list_names(text) == {"Kounotori 12"}


def test_a_bare_family_or_ship_stands_for_the_page_s_flight() -> None:
    page = make_page("Progress MS-44 leaves\n\nProgress MS-44 left. The Progress craft is full.")
    assert {name.name for name in find_crafts(page).names} == {"Progress MS-44"}
    page = make_page("STS-140\n\nSTS-140 left in May with Discovery. STS-140 was long, and Discovery was well.")
    assert {name.name for name in find_crafts(page).names} == {"STS-140"}


@pytest.mark.parametrize(
    ("sentence", "words", "subject"),
    [
        ("Soyuz MS-29 had landed before Soyuz MS-30 docked.", "landed", "Soyuz MS-29"),
        ("Soyuz MS-29 had landed before Soyuz MS-30 docked.", "docked", "Soyuz MS-30"),
        ("After the launch of Soyuz MS-31 all went well.", "launch", "Soyuz MS-31"),
        ("Its crew docked with Salyut 9.", "docked", "Soyuz MS-30"),
        ("They came home in Soyuz MS-29.", "came home", "Soyuz MS-29"),
        ("The crew landed.", "landed", "Soyuz MS-30"),
        ("The rocket lifted Soyuz MS-29 well. Thursday's launch was late.", "launch", "Soyuz MS-30"),
        ("Soyuz MS-30 is to meet Soyuz MS-32. That ship took off in May.", "took off", "Soyuz MS-32"),
        ("STS-146, to mend Soyuz MS-29, is booked for launch in May.", "launch", "STS-146"),
    ],
)
def test_words_speak_of_the_craft_that_is_named_beside_them(sentence: str, words: str, subject: str) -> None:
    page = make_page(f"Soyuz MS-30\n\nSoyuz MS-30 and the crew of Soyuz MS-30 are well.\n\n{sentence}\n")
    start = page.text.index(words, page.text.index(sentence))
    assert read_page(page, ()).subject_at(start, start + len(words)) == subject


def test_a_station_is_the_one_named_nearest_or_none_but_for_a_command() -> None:
    reading = read_page(make_page("Soyuz T-20\n\nThe crew of Soyuz T-20 went outside Mir."), ())
    assert choose_station(reading, 30) == "Mir"
    lone = read_page(make_page("Voskhod 4\n\nThe pilot of Voskhod 4 went outside."), ())
    assert choose_station(lone, 30) == "Voskhod 4"
    assert choose_station(lone, 30, command=True) == "ISS"


@pytest.mark.parametrize(("year", "station"), [("1992", "STS-49"), ("2002", "ISS")])
def test_a_station_without_a_name_is_none_before_the_first_was_built(year: str, station: str) -> None:
    page = make_page(f"STS-49 report\n\nOn May 14, {year}, the two tried out how a station is put together.")
    assert choose_station(read_page(page, read_mentions(page)), 30) == station


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("HIRO (Hot Ion Orbiter), an ESA spacecraft, was launched in May. HIRO works.", "HIRO"),
        ("Families talked at the Moscow Mission Control Center after Soyuz MS-41 had docked.", "Soyuz MS-41"),
        ("PSLV-C90 launches Tarit\n\nThe PSLV-C90 left on time. PSLV-C90 put Tarit up. Tarit is a satellite.", "Tarit"),
    ],
)
def test_what_opens_a_page_or_stands_beside_mission_control(text: str, subject: str) -> None:
    assert find_crafts(make_page(text)).subject == subject


def test_two_names_are_one_craft_behind_its_kind() -> None:
    text = "The Progress MS-44 supply ship, otherwise known as ISS Progress 105, docked. Progress MS-44 is full."
    assert list_names(text) == {"Progress MS-44"}


def test_the_version_of_a_launch_vehicle_is_no_craft() -> None:
    assert list_names("A Soyuz 2.1a booster roared off with a Progress ship. The Soyuz 2.1a rocket flew well.") == set()


def test_the_ship_named_first_is_what_a_page_tells_of_not_the_station_it_flies_to() -> None:
    text = (
        "Two go up\n\nTwo cosmonauts set off on Tuesday aboard Soyuz T-29, the agency said, and by Friday evening they "
        "will have reached Salyut 9 if all goes as it should.\n\nNobody has lived in Salyut 9 since the spring."
    )
    assert find_crafts(make_page(text)).subject == "Soyuz T-29"


@pytest.mark.parametrize("title", ["x", "X", "7", "7 7", "D"])
def test_a_lone_letter_or_number_as_title_names_no_craft(title: str) -> None:
    assert list_names(f"{title}\n" * 50) == set()


def test_the_letter_behind_a_name_is_no_shorter_form_of_it() -> None:
    text = "Hesperus D is a probe.\n\nHesperus D has Doppler gear. Group D of the day built it, and D went on."
    assert "D" not in list_names(text)
