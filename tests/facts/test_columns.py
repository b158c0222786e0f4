"""In: tables and lists of our own. Out: the events that heads of columns name, and the launches listed."""

import pytest

from extractor import extract

TABLES = [
    (
        "Soyuz flights\n\nMission\tLaunch\tLanding\tLaunch site\nSoyuz T-32\t3 May 2031\t9 May 2031\tBaikonur\n"
        "Soyuz T-33\t4 June 2031\t8 June 2031\tBaikonur\n",
        {
            "Soyuz T-32 | launch | actual | 2031-05-03",
            "Soyuz T-32 | landing | actual | 2031-05-09",
            "Soyuz T-33 | launch | actual | 2031-06-04",
            "Soyuz T-33 | landing | actual | 2031-06-08",
        },
    ),
    (
        "Luna programme\n\nSpacecraft     Launched        Landed         Mass\n"
        "Luna 36        12 Sep 2031     20 Sep 2031    5,727 kg\n"
        "Luna 37        10 Nov 2031     (failed)       5,700 kg\n",
        {
            "Luna 36 | launch | actual | 2031-09-12",
            "Luna 36 | landing | actual | 2031-09-20",
            "Luna 37 | launch | actual | 2031-11-10",
        },
    ),
    (
        "Launches of May 2031\n\nDate     UT     Name            Vehicle     Site\n\n"
        "May  4   0420   Progress M-98   Soyuz-U     Baikonur\nMay 16   1604   Foton 42        Soyuz-U     Plesetsk\n",
        {
            "Progress M-98 | launch | actual | 2031-05-04T04:20+00:00",
            "Foton 42 | launch | actual | 2031-05-16T16:04+00:00",
        },
    ),
    (
        "Catalogue\n\n2031-063A (75967) Ranger 30       23 May 2031\n2031-062A (75961) Ranger 29       22 May 2031\n",
        {"Ranger 30 | launch | actual | 2031-05-23", "Ranger 29 | launch | actual | 2031-05-22"},
    ),
    (
        "What burned up\n\nList of decays\n\n2031-063A   Ranger 30       23 May 2031\n",
        {"Ranger 30 | decay | actual | 2031-05-23"},
    ),
    (
        "Visits to the station\n\nDay | Time | What took place\nMay 25, 2031 | 11:54 | Soyuz 52 seen from Baikonur\n",
        set(),
    ),
    (
        "Salyut 14 crews\n\nExpedition | Crew | Launch (GMT) | Flight up | Landing (GMT) | Flight down |\n"
        "---|---|---|---|---|---|\n"
        "1 | Ivan Orlov | 10 January 2031 21:43 | Soyuz 67 | 9 February 2031 11:03 | Soyuz 68 |\n",
        {
            "Soyuz 67 | launch | actual | 2031-01-10T21:43+00:00",
            "Soyuz 68 | landing | actual | 2031-02-09T11:03+00:00",
        },
    ),
    (
        "Status centre\n\nSUNDAY, OCTOBER 12, 2031\n\n0439 GMT (12:39 a.m. EDT)\n"
        "The doctors have reached the craft.\n\n0432 GMT (12:32 a.m. EDT)\n"
        "TOUCHDOWN! Soyuz TMA-54 has landed, ending a flight of 198 days.\n\n0340 GMT (11:40 p.m. EDT Sat.)\n"
        "The landing of Soyuz TMA-54 is an hour away.\n\n0107 GMT (9:07 p.m. EDT Sat.)\n"
        "The Soyuz TMA-54 has undocked from the station.\n",
        {
            "Soyuz TMA-54 | landing | actual | 2031-10-12T04:32+00:00",
            "Soyuz TMA-54 | undocking | actual | 2031-10-12T01:07+00:00",
        },
    ),
    (
        "Voyager 12\n\nEncounters: Jupiter, July 9, 2031; Saturn, August 25, 2033\n",
        {"Voyager 12 | flyby | actual | 2031-07-09", "Voyager 12 | flyby | actual | 2033-08-25"},
    ),
    (
        "Soyuz 71\n\nLaunch date: June 6, 2031\nDocked with Salyut 11: June 7, 2031 - June 29, 2031\n",
        {
            "Soyuz 71 | launch | actual | 2031-06-06",
            "Soyuz 71 | docking | actual | 2031-06-07",
            "Soyuz 71 | undocking | actual | 2031-06-29",
        },
    ),
    (
        "Crews\n\nMission\tCommander\tBirthday\nSoyuz T-32\tPolyakov\t3 May 1990\nSoyuz T-33\tOrlov\t4 June 1991\n",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "told"), TABLES, ids=[text.partition("\n")[0] for text, _ in TABLES])
def test_rows_of_tables_tell_these_events(text: str, told: set[str]) -> None:
    facts = [fact for fact in extract(text).facts if fact.kind == "event"]
    assert {f"{f.subject} | {f.get('event')} | {f.get('status')} | {f.get('value')}" for f in facts} == told
