"""Tables whose heads say what their rows list: launches of many craft, and the burns of one."""

import pytest

from extractor import extract


def _tell(text: str) -> list[tuple[str | None, object, object, object]]:
    return [
        (fact.subject, fact.get("event"), fact.get("status"), fact.get("value"))
        for fact in extract(text).facts
        if fact.kind == "event"
    ]


_NEWSLETTER = """Orbit Notes
No. 77                                              2003 May  9, Leiden, NL
---------------------------------------------------------------------------

Table of Recent Launches
------------------------

Date UT       Name            Launch Vehicle  Site            Mission    INTL.
"""


def test_rows_of_a_newsletter_list_launches_by_date_and_clock() -> None:
    rows = "Apr  7 2104   Merope 2        Delta 7426      Canaveral LC17A Probe      03A\n"
    rows += "Apr  9 0354   Kosmos 2999     Soyuz-Ikar      Baikonur LC1    Comsat     04A\n"
    assert _tell(_NEWSLETTER + rows) == [
        ("Merope 2", "launch", "actual", "2003-04-07T21:04+00:00"),
        ("Kosmos 2999", "launch", "actual", "2003-04-09T03:54+00:00"),
    ]


def test_craft_launched_together_share_the_date_of_the_row_above() -> None:
    rows = "Apr  7 2104   Merope 2     )  Delta 7426      Canaveral LC17A Probe      03A\n"
    rows += "              Merope 3     )                                  Probe      03B\n"
    rows += "Apr  9 0354   Kosmos 2999     Soyuz-Ikar      Baikonur LC1    Comsat     04A\n"
    assert [(subject, value) for subject, _, _, value in _tell(_NEWSLETTER + rows)] == [
        ("Merope 2", "2003-04-07T21:04+00:00"),
        ("Merope 3", "2003-04-07T21:04+00:00"),
        ("Kosmos 2999", "2003-04-09T03:54+00:00"),
    ]


def test_rows_of_international_designations_list_launches() -> None:
    text = "SPX-700    01 June 2003\n\nA. List of New International Designations and Launch Dates (UTC).\n\n"
    text += "   2003-024A   (28707)   Merope 2                  24 May\n"
    text += "   2003-023A   (28702)   Kosmos 2999               23 May\n"
    assert _tell(text) == [
        ("Merope 2", "launch", "actual", "2003-05-24"),
        ("Kosmos 2999", "launch", "actual", "2003-05-23"),
    ]


def test_columns_with_tabs_list_launches() -> None:
    text = "Merope series\n\nSatellite\tCOSPAR\tDate\tLS\tLaunch Vehicle\n"
    text += "Merope 1\t2003-024A\t10.07.2003\tCC\tDelta\nMerope 2\t2004-013A\t07.05.2004\tCC\tDelta\n"
    assert _tell(text) == [
        ("Merope 1", "launch", "actual", "2003-07-10"),
        ("Merope 2", "launch", "actual", "2004-05-07"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Visits in 2003\n\nDate | Craft | Crew\n10 July 2003 | Soyuz TM-99 | Petrov\n",
        "Contacts\n\nDate | Antenna | Speed\n10 July 2003 | North | 27 km/s\n",
    ],
)
def test_rows_below_other_heads_list_none(text: str) -> None:
    assert _tell(text) == []


@pytest.mark.parametrize("head", ["Maneuver\tTime, Moscow Time\tDelta-V", "Time, Moscow Time\tΔV"])
def test_rows_of_burns_change_the_orbit(head: str) -> None:
    text = "Progress MS-99 mission\n\nProgress MS-99 was launched on June 30, 2031, at 02:27:20 Moscow Time.\n\n"
    text += f"{head}\nDV1\t06:08:24\t27.6 meters per second\n"
    text += "DV2\t06:49:12\t22.1 meters per second\n"
    assert _tell(text)[1:] == [
        ("Progress MS-99", "orbit_change", "actual", "2031-06-30T06:08:24+03:00"),
        ("Progress MS-99", "orbit_change", "actual", "2031-06-30T06:49:12+03:00"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "On Oct. 21, 2031, at 02:42 Moscow Time, the ship undocked from Pirs. After 28 hours alone, it redocked at "
        "the Zvezda module on October 22, at 07:21:07 Moscow Time.",
        "The ship undocked from Pirs at 02:42 Moscow Time on Oct. 21, 2031. It docked again at the Zvezda module on "
        "October 22 at 07:21:07 Moscow Time.",
    ],
)
def test_an_undocking_and_a_redocking_are_one_relocation_also_over_a_day(told: str) -> None:
    text = f"Progress MS-99 mission\n\nProgress MS-99 visited the International Space Station.\n\n{told}\n"
    assert _tell(text) == [
        ("Progress MS-99", "relocation", "actual", "2031-10-21T02:42+03:00/2031-10-22T07:21:07+03:00")
    ]


def test_a_log_takes_its_year_from_its_title() -> None:
    text = "LAUNCH LOG 2003\n\nJan 16 - Soyuz-U, Baikonur: Progress M-99\n"
    assert _tell(text) == [("Progress M-99", "launch", "actual", "2003-01-16")]


def test_what_a_line_of_a_schedule_slipped_from_is_told_beside_its_date() -> None:
    text = "Launches in 2004\n\nUpcoming\n\n* Mar 20 - Delta 2, Canaveral: GPS 2R-99 (slipped from Mar 15)\n"
    assert {(event, status, value) for _, event, status, value in _tell(text)} == {
        ("launch", "planned", "2004-03-20"),
        ("launch", "planned", "2004-03-15"),
    }


def test_a_burn_with_columns_of_start_and_end_is_valued_at_its_start() -> None:
    text = "Yamal 999\n\nYamal 999 was launched on Dec. 9, 2012, at 16:13:43 Moscow Time.\n\n"
    text += "Burn\tStart (MSK)\tEnd (MSK)\tDuration\n1\t17:25:10\t17:29:40\t4 min 30 s\n"
    text += "2\t18:36:10\t18:54:00\t17 min 50 s\n"
    assert [value for _, event, _, value in _tell(text) if event == "orbit_change"] == [
        "2012-12-09T17:25:10+04:00",
        "2012-12-09T18:36:10+04:00",
    ]


@pytest.mark.parametrize(
    "row",
    [
        "Redocking: Sept. 28, 2031, 15:21-16:04 Moscow Time",
        "Redocking from Rassvet to Nauka\t2031 Sept. 28, 15:21 - 16:04 Moscow Time",
        "Redocking: undocking 2031 Sept. 28, 15:21 Moscow Time; docking 16:04 Moscow Time",
    ],
)
def test_a_row_labelled_redocking_is_one_relocation(row: str) -> None:
    text = f"Soyuz MS-99 mission\n\nSoyuz MS-99 flew to the International Space Station.\n\n{row}\n"
    assert _tell(text) == [("Soyuz MS-99", "relocation", "actual", "2031-09-28T15:21+03:00/2031-09-28T16:04+03:00")]
