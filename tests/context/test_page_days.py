"""The day a page was written, where archives, agencies and wires put it, and the weekdays and months that go by it."""

import pytest
from reading import read_times, read_value


@pytest.mark.parametrize(
    "text",
    [
        "CAPE TOWN (AP) -- A probe lifts off Thursday, officials said Tuesday.\n\nAPXS-11-12-96 1845EST\n",
        "Anna Berg\nHeadquarters, Lisbon       November 12, 1996\n(Phone: 555)\n\nA probe lifts off Thursday.",
        "CAPE TOWN, November 12, 1996. /ABCD/. A probe lifts off Thursday.",
        "---\ntitle: A probe\npost_date: 1996-11-12 08:03:08\n\nA probe lifts off Thursday.",
        "---\ntitle: A probe\ndate: '1996-11-12T02:04:10Z'\n---\nA probe lifts off Thursday.",
    ],
)
def test_the_day_of_writing_is_found_where_a_page_has_it(text: str) -> None:
    assert read_value(text, "Thursday") == "1996-11-14"


def test_a_date_under_a_heading_inside_the_page_is_not_its_own() -> None:
    text = (
        "The long way\n\nAn old tale of a probe.\n\nIt had many parts.\n\nThey were all lost.\n\nLaunch\n\n"
        "Date: 3 March 1999\nTime: 10:20 UTC\n"
    )
    assert read_value(text, "10:20") == "1999-03-03T10:20+00:00"


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The window opens Thursday at dawn.", "1996-11-14"),
        ("The ship is to dock Thursday.", "1996-11-14"),
        ("The flight was rescheduled for Thursday.", "1996-11-14"),
        ("A tug that broke down was to have been towed Thursday.", "1996-11-14"),
        ("It docked Thursday and will leave in a week.", "1996-11-07"),
        ("THE SHIP LEAVES THURSDAY.", "1996-11-14"),
        ("The crew, which was tired, slept on Thursday.", "1996-11-07"),
    ],
)
def test_the_clause_tells_which_way_a_weekday_lies(sentence: str, value: str) -> None:
    text = f"CAPE TOWN, Nov. 12, 1996 (AP) -- {sentence}\n"
    assert [m.value for m in read_times(text) if m.text.lower() == "thursday"] == [value]


@pytest.mark.parametrize(
    ("sentence", "said", "value"),
    [
        ("It will get there in late December.", "late December", "2003-12"),
        ("It is expected to get there in February.", "February", "2004-02"),
        ("A twin had landed in December.", "December", "2002-12"),
        ("A twin was lost in June last year.", "June", "2002-06"),
        ("A third one flies in July next year.", "July", "2004-07"),
    ],
)
def test_the_tense_tells_the_year_of_a_month(sentence: str, said: str, value: str) -> None:
    assert read_value(f"28 May 2003\n\nThe probe was shown today. {sentence}", said) == value


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        (
            "Log of 24 October 2001 (UTC)\n\n22:30:00 Ignition\n23:40:00 End\n00:12:00 Signal\n02:30:00 Sleep\n",
            "02:30:00",
            "2001-10-25T02:30:00+00:00",
        ),
        (
            "Friday, May 5, 2017\n10 p.m. - Talks\n11:30 p.m. - Doors shut\n1:15 a.m. - Launch\n",
            "1:15 a.m.",
            "2017-05-06T01:15",
        ),
        (
            "Friday, May 5, 2017\n11 p.m. - Talks\nSaturday, May 6\n1:15 a.m. - Launch\n",
            "1:15 a.m.",
            "2017-05-06T01:15",
        ),
        (
            "On May 5, 2017, the ship docked at 11:40 p.m. and the hatch was opened at 1:05 a.m. by two men.",
            "1:05 a.m.",
            "2017-05-06T01:05",
        ),
        (
            "On May 5, 2017, the ship docked at 11:40 p.m.; it had been launched at 1:05 a.m. by two men.",
            "1:05 a.m.",
            "2017-05-05T01:05",
        ),
    ],
)
def test_a_story_or_a_list_goes_on_behind_midnight(text: str, said: str, value: str) -> None:
    assert read_value(text, said) == value


def test_years_behind_a_preposition_are_no_clocks_on_a_page_of_four_figures() -> None:
    text = "Posted: May 7, 2011\n\nIt rose at 1810 GMT. It was built between 2003 and 2008 and stored until 2010."
    assert {m.text: m.label for m in read_times(text)}["2008"] == "DATE"
