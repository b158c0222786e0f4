"""Chronologies as encyclopedias write them: a day, a clock and a site head each entry, its craft stands below."""

from extractor import extract

_PAGE = """\
Salyut 9
Salyut 9 - Russian manned space station. Launched 2032, decayed 2041.

2032 April 19 - . 19:45 GMT - . Launch Site: Baikonur. Launch Complex: Baikonur LC200/40.
Salyut 9 - . Payload: DOS 5-2. Mass: 18,900 kg (41,600 lb). Nation: Russia. Decay Date: 2041-02-07.

2032 May 13 - . 09:58 GMT - . Launch Site: Baikonur. Launch Vehicle: Soyuz-U.
Soyuz T-95 - . Call Sign: Elbrus. Mass: 6,850 kg.
Manned two crew. Docked on 14 May at 11:36 GMT.
"""


def test_an_entry_tells_the_launch_of_its_craft_and_what_it_did_then() -> None:
    facts = {(f.subject, f.get("event"), f.get("value")) for f in extract(_PAGE).facts if f.kind == "event"}
    assert {
        ("Salyut 9", "launch", "2032-04-19T19:45+00:00"),
        ("Soyuz T-95", "launch", "2032-05-13T09:58+00:00"),
        ("Soyuz T-95", "docking", "2032-05-14T11:36+00:00"),
    } <= facts


def test_an_entry_that_tells_but_a_landing_gives_it_at_its_clock() -> None:
    page = (
        "Soyuz 94\n\n2032 May 13 - . 09:58 GMT - . Launch Site: Baikonur. Launch Vehicle: Soyuz-U.\n"
        "Soyuz 94 - . Call Sign: Elbrus. Mass: 6,850 kg.\n\n2032 May 17 - . 06:51 GMT -\n"
        "Soyuz 94 lands with three aboard.\n"
    )
    facts = {(f.subject, f.get("event"), f.get("value")) for f in extract(page).facts if f.kind == "event"}
    assert ("Soyuz 94", "landing", "2032-05-17T06:51+00:00") in facts
