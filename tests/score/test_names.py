import pytest

from extractor.score.names import same_craft, same_person, same_place, same_text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Crew-5", "SpaceX Crew-5"),
        ("Crew-5", "NASA’s SpaceX Crew-5 mission"),
        ("MS-07", "Soyuz MS-07"),
        ("Soyuz MS-07", "SOYUZ MS 07"),
        ("Soyuz MS-07", "Soyuz-MS07"),
        ("ISS", "International Space Station"),
        ("the International Space Station", "ISS"),
        ("Salyut‑7", "Salyut 7"),
        ("Méridien 2", "Meridien 2"),
        ("Space Shuttle Discovery", "Discovery"),
    ],
)
def test_names_of_one_craft_are_the_same(one: str, other: str) -> None:
    assert same_craft(one, other)
    assert same_craft(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Soyuz", "Soyuz MS-07"),
        ("Soyuz MS-07", "Soyuz MS-08"),
        ("Soyuz MS-07", "Progress MS-07"),
        ("07", "Soyuz MS-07"),
        ("Gemini 1", "Gemini 1A"),
        ("Gemini 1", "Gemini 11"),
        ("Apollo 11", "Apollo 11 Lunar Module"),
        ("Kestrel", None),
        ("", "Kestrel"),
        ("Mir", "Shuttle-Mir"),
    ],
)
def test_names_of_different_craft_are_not(one: str, other: str | None) -> None:
    assert not same_craft(one, other)
    assert not same_craft(other, one)


def test_aliases_join_names_that_share_no_word() -> None:
    aliases = [["Pathfinder", "Mars Pathfinder"], ["Heron", "Kestrel 4"]]
    assert same_craft("Heron", "NASA Kestrel 4", aliases)
    assert not same_craft("Heron", "Pathfinder", aliases)


@pytest.mark.parametrize(
    ("gold", "got"),
    [
        ("Franklin R. Chang-Díaz", "Franklin Chang Diaz"),
        ("N. Jan Davis", "Jan Davis"),
        ("Łukasz Øster", "Lukasz Oster"),
        ("Brian O’Leary", "Brian O'Leary"),
        ("ADA MOREAU", "Ada Moreau"),
    ],
)
def test_spellings_of_one_person_are_the_same(gold: str, got: str) -> None:
    assert same_person(gold, got)


def test_a_variant_spelling_on_the_page_is_accepted_but_not_a_shorter_name() -> None:
    variants = ["Jeanette Moreau", "Janette Moreau", "Moreau"]
    assert same_person("Jeanette Moreau", "Janette Moreau", variants)
    assert not same_person("Jeanette Moreau", "Moreau", variants)
    assert not same_person("Jeanette Moreau", "Jan Moreau", variants)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Baikonur Cosmodrome", "Baikonur Cosmodrome in Kazakhstan", True),
        ("Rassvet module", "MIM1 Rassvet module", True),
        ("the aft port of Zvezda", "Zvezda aft port", True),
        ("Falcon 9", "SpaceX Falcon 9", True),
        ("Falcon 9", "Falcon Heavy", False),
        ("Baikonur, Site 1", "Baikonur, Site 31", False),
        ("the", "Baikonur", False),
    ],
)
def test_places_match_where_the_shorter_stands_in_the_longer(one: str, other: str, same: bool) -> None:
    assert same_place(one, other) is same
    assert same_place(other, one) is same


def test_other_designations_must_be_whole() -> None:
    assert same_text("1993-018B", "1993 018b")
    assert not same_text("1993-018", "1993-018B")
