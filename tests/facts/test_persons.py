import pytest

from extractor.facts.person_spellings import Persons
from extractor.facts.persons import find_names
from extractor.vocabulary import split_words


def list_names(text: str) -> list[str]:
    return [text[name.start : name.end] for name in find_names(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Commander N. Jan Tell and Pilot J.-L. Corbin", ["N. Jan Tell", "J.-L. Corbin"]),
        ("Virgil I. “Gus” Grissel waved", ["Virgil I. “Gus” Grissel"]),
        (
            "Sultan al-Neyad, Frank De Vinne and Hazza Al Mansur",
            ["Sultan al-Neyad", "Frank De Vinne", "Hazza Al Mansur"],
        ),
        ("Ulf Lindgren's crew met Thomas O'Har.", ["Ulf Lindgren", "Thomas O'Har"]),
        ("Air Force Lt. Col. Guion S. Blue, Jr., said", ["Guion S. Blue, Jr."]),
        ("Russian cosmonaut Сергей Крикал and NASA astronaut Łukasz Święty", ["Сергей Крикал", "Łukasz Święty"]),
        ("NASA's Johnson Space Center", ["Johnson"]),
        ("on Jan. 5 at the Flight Research Center", []),
        ("Anton Reshet (Roskosmos) Mark Hale (NASA)", ["Anton Reshet", "Mark Hale"]),
    ],
)
def test_names_end_at_titles_agencies_and_peoples(text: str, names: list[str]):
    assert list_names(text) == names


def test_a_short_line_ends_a_name_and_a_long_one_does_not():
    assert list_names("Oleg Konon\nMark Hale") == ["Oleg Konon", "Mark Hale"]
    assert list_names("the long line of this wrapped paragraph goes on until Oleg\nKonon is named") == ["Oleg\nKonon"]


def test_the_fullest_spelling_stands_for_the_person():
    text = "Tracy Dyer floats. Later Tracy C. Dyer spoke; Dyer laughed."
    persons = Persons(text, split_words(text), find_names(text, 0, 18))
    (single,) = [name for name in find_names(text, 38, len(text)) if not name.is_full]
    assert persons.resolve(single) == "Tracy C. Dyer"


def test_two_persons_of_one_family_stay_two():
    text = "Scott Kellan and Mark Kellan are twins."
    names = find_names(text, 0, len(text))
    persons = Persons(text, split_words(text), names)
    assert [persons.resolve(name) for name in names] == ["Scott Kellan", "Mark Kellan"]


def test_two_spellings_of_a_family_name_are_one_person():
    text = "Sergey Prokopyev slept while Sergei Prokopiev read."
    names = find_names(text, 0, len(text))
    persons = Persons(text, split_words(text), names)
    assert [persons.resolve(name) for name in names] == ["Sergey Prokopyev", "Sergey Prokopyev"]
