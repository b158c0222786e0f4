"""In: small pages. Out: the craft that each is about, however its head and its text name it."""

import pytest

from extractor.facts.crafts import find_crafts
from extractor.pages import make_page

CASES = {
    "the one between its neighbours": (
        "◄ Soyuz TM-43          Soyuz TM-44          Soyuz TM-45 ►\n\nMir: 22nd resident crew\n\n"
        "Launch date: 17.08.1996\nDocking Mir: 19.08.1996\nUndocking Mir: 02.03.1997\n",
        "Soyuz TM-44",
    ),
    "no link of the page's head": (
        "Home | Archive | STS-189 | STS-191\n\nSTS-190 (190)\nColumbia (25)\n\nLaunch: April 17, 1998.\n",
        "STS-190",
    ),
    "a station that is named again and again": (
        "Life in space\n\nMir is full. Mir is old, and Soyuz TM-44 came to Mir in May. Mir flies on.\n",
        "Mir",
    ),
    "a number behind letters behind a number": (
        "Countdown\n\nGPS 2R-40 was launched in March. GPS 2R-41 waits, and GPS 2R-40 is well.\n",
        "GPS 2R-40",
    ),
    "a satellite of one capital": ("News\n\nA Proton put the Japanese satellite N-Sat 910 into orbit.\n", "N-Sat 910"),
    "a number of a catalogue before it": ("News\n\n2031-063A Heronia 10 was launched in May.\n", "Heronia 10"),
    "two nations before it": (
        "News\n\nThe Sino-European Heronia mission was launched in May. Heronia is well.\n",
        "Heronia",
    ),
    "a name behind a comma": ("News\n\nThe agency's own rover, Heronia, rolled to a stop in May.\n", "Heronia"),
    "a letter behind a hyphen": ("News\n\nMetOp-D was launched in May. MetOp-D is well.\n", "MetOp-D"),
    "a planet's name and its kind": (
        "ISRO UPDATES: Venus Orbiter Mission\n\nAll is normal on board Venus Orbiter at 02:10 hrs IST. A PSLV put "
        "Venus Orbiter up.\n",
        "Venus Orbiter",
    ),
    "a number behind its mass": ("News\n\nThe lower passenger was the 1,983kg GX7, which sat below.\n", "GX7"),
    "a name in an aside": (
        "News\n\nThe next is Europe's Automated Transfer Vehicle, the Galileo Galilei, which goes up in July.\n",
        "Galileo Galilei",
    ),
    "words between a number and its kind": ("News\n\nA rocket put up the FX-1B weather satellite in May.\n", "FX-1B"),
    "the short name that is used more": (
        "Upper Sky Research Satellite\n\nUSRS fell in May. The Upper Sky Research Satellite (USRS) was heavy. "
        "USRS is gone.\n",
        "USRS",
    ),
    "no date in the title": (
        "The Heron-Egret spacecraft, seen on 9 November 2031, re-entered in May. Another rode with it.\n",
        "Heron-Egret",
    ),
    "no earlier flight of the ship": (
        "Cygnus\n\nCygnus came in May. The one before, NG-44, left in April. Cygnus is full.\n",
        "Cygnus",
    ),
    "two craft in one name": (
        "Cassini-Huygens\n\nHuygens fell in May. Huygens sent pictures, and Huygens is lost. Cassini-Huygens is heavy. "
        "Cassini-Huygens flew on.\n",
        "Cassini-Huygens",
    ),
    "a name that another is introduced by": ("News\n\nIt has a sister by the name of GX8.\n", "GX8"),
}


def test_names_stand_in_the_column_of_a_table_of_launches_and_beside_designations() -> None:
    text = (
        "Table\n\nDate UT        Name           Launch Vehicle   Site\nMay  5 0810    Heronia        Proton-M         "
        "Baikonur\nMay  6 0310    Egretia 44     Atlas V          Canaveral\n\n"
        "2031-062D (95964) Corvus M061    22 Nov\n\n"
        "Satellite\tCOSPAR\tDate\nWYRE (SMEX 5)\t2031-011A\t05.03.2031\n\nThe satellites Heron 3B and Egret-2 wait.\n"
    )
    names = {name.name for name in find_crafts(make_page(text)).names}
    assert names >= {"Heronia", "Egretia 44", "Corvus M061", "WYRE", "Heron 3B", "Egret-2"}
    assert names.isdisjoint({"Atlas V", "Proton-M", "Baikonur", "Canaveral", "Name"})


@pytest.mark.parametrize(
    "text",
    [
        "Crew\n\nNo.  Name            Job          Flight\n1    Valeri Ivanov   Commander    2\n",
        "Times\n\nAll times are IST. It rose at 02:10 IST and set at 03:10 IST.\n",
        "News\n\nThe shuttle, Curbeam, Jones and Ham flew on.\n",
    ],
)
def test_no_person_and_no_zone_is_a_craft(text: str) -> None:
    assert not find_crafts(make_page(text), frozenset({"IST"})).names


@pytest.mark.parametrize("case", CASES)
def test_a_page_is_about_the_craft_that_its_head_and_its_text_name(case: str) -> None:
    text, subject = CASES[case]
    assert find_crafts(make_page(text)).subject == subject


def test_the_series_of_a_ship_is_no_flight() -> None:
    names = find_crafts(make_page("Data\n\nSpacecraft: Soyuz 7K-STM No. 73\n")).names
    assert not [name.name for name in names]
