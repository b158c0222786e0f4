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
}


@pytest.mark.parametrize("case", CASES)
def test_a_page_is_about_the_craft_that_its_head_and_its_text_name(case: str) -> None:
    text, subject = CASES[case]
    assert find_crafts(make_page(text)).subject == subject


def test_the_series_of_a_ship_is_no_flight() -> None:
    names = find_crafts(make_page("Data\n\nSpacecraft: Soyuz 7K-STM No. 73\n")).names
    assert not [name.name for name in names]
