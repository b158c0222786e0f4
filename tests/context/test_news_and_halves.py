"""Weekdays, background days and planned clocks of news; halves of the day and zones that clocks go on in."""

import pytest
from reading import read_value


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The craft lights a motor of its own Thursday to round things out.", "1996-11-14"),
        ("Timeline for Thursday:\n\n1:00 a.m.   Deorbit preparation", "1996-11-14"),
        ("The ship, which had been let go on Thursday, is to be caught in a week.", "1996-11-07"),
        ("Here are notes from Thursday's briefing.", "1996-11-07"),
        ("A new crew rose on Thursday.", "1996-11-07"),
    ],
)
def test_a_weekday_lies_ahead_unless_the_words_tell_of_the_past(sentence: str, value: str) -> None:
    assert read_value(f"CAPE TOWN, Nov. 12, 1996 (AP) -- The ship is ready.\n\n{sentence}\n", "Thursday") == value


def test_a_day_far_back_in_a_sentence_is_only_glanced_at() -> None:
    text = (
        "PROBE STATUS\nDecember 7, 1995\n\nToday's arrival closes a trip that began on Oct. 18, 1989. On the "
        "way in it passed a "
        "moon at 9:46 a.m. PST."
    )
    assert read_value(text, "9:46 a.m.") == "1995-12-07T09:46-08:00"


def test_a_status_tells_of_the_year_of_its_day() -> None:
    text = (
        "Probe Mission Status\nDecember 4, 1995\n\nIts probe, which was released on July 13, is on course for its "
        "entry at 2:04 p.m. PST on Thursday. It left on October 18, 1989. It flew by Venus in February 1990, Earth in "
        "December 1990 and two rocks (October 29, 1991, and August 28, 1993)."
    )
    assert read_value(text, "July 13") == "1995-07-13"
    assert read_value(text, "2:04 p.m.") == "1995-12-07T14:04-08:00"


def test_what_has_happened_lies_before_the_day_of_news() -> None:
    text = (
        "Lander lost\nWeb posted at: 10:14 p.m. EST (0314 GMT), December 7, 1999\n\nPASADENA, California (CNN) -- It "
        "was launched on January 3. Its sister ship was lost on September 23."
    )
    assert read_value(text, "January 3") == "1999-01-03"
    assert read_value(text, "September 23") == "1999-09-23"


def test_news_only_glance_at_a_month_long_ago() -> None:
    text = (
        "TUESDAY, MARCH 24, 2009\n\nThe tower went back on March 23. It came here on March 2. The string reaches "
        "back to May 1997. Its next job is a test, on May 5.\n"
    )
    assert read_value(text, "May 5") == "2009-05-05"


def test_a_plan_for_today_is_not_of_the_day_told_before() -> None:
    text = (
        "The ship docked at 2:28 a.m. EST Tuesday, March 5, 2024.\n\nIts crew lifted off at 10:53 p.m. March "
        "3.\n\nChecks will "
        "be made before the hatches open, scheduled for 4:15 a.m.\n\nAll are well.\n\nAuthor: Anna   Posted on "
        "March 5, 2024\n"
    )
    assert read_value(text, "4:15 a.m.") == "2024-03-05T04:15-05:00"


def test_what_is_booked_for_a_month_lies_ahead() -> None:
    text = "26 September 2000\n\nA rocket rose on 15 September.\n\nAnother one is booked for June.\n"
    assert read_value(text, "June") == "2001-06"


def test_a_report_passed_on_by_mail_has_a_day_of_its_own() -> None:
    text = (
        "Newsgroups: sci.space\nSubject: Status\nDate: 17 May 91 14:02:11 GMT\n\n"
        "SHUTTLE STATUS REPORT - THURSDAY, MAY 16, 1991\n\nLoading was finished yesterday.\n"
    )
    assert read_value(text, "yesterday") == "1991-05-15"


def test_a_clock_goes_on_in_the_half_of_the_day_that_fits() -> None:
    text = "On June 3, 1965, the hatch was open at 2:34 that afternoon and he was out at 2:45."
    assert read_value(text, "2:45") == "1965-06-03T14:45"


def test_a_standard_time_said_in_summer_holds_for_the_clocks_behind() -> None:
    text = "On June 3, 1965, they were called at 4:10 a.m., EST. They reached the pad at 7:07."
    assert read_value(text, "7:07") == "1965-06-03T07:07-05:00"


def test_a_clock_beside_the_same_instant_does_not_inherit_a_zone_that_contradicts_it() -> None:
    text = "Dec. 4, 2018 2:52 a.m. CST\n\nThe probe got there on Dec. 3 at 12:10 p.m. (1710 GMT), on time."
    assert read_value(text, "12:10 p.m.") == "2018-12-03T12:10-05:00"


@pytest.mark.parametrize(("said", "value"), [("11:37:14 a.m.", "-05:00"), ("13:37:14 p.m.", "-03:00")])
def test_a_place_behind_a_comma_gives_the_zone(said: str, value: str) -> None:
    text = (
        "Liftoff is on December 19, 2018, at exactly:\n\n• 11:37:14 a.m., in Washington, D.C.\n"
        "• 13:37:14 p.m., in Kourou, French Guiana\n• 16:37:14, Universal Time\n"
    )
    assert str(read_value(text, said)).endswith(value)


def test_a_footer_does_not_go_by_the_zone_of_the_text() -> None:
    text = "It rose at 10:20 UTC on 3 May 2008.\n\nThis page was last modified at 04:12, 12 May 2008.\n"
    assert read_value(text, "04:12") == "2008-05-12T04:12"


def test_a_page_number_opens_a_paragraph_of_the_story() -> None:
    text = (
        "The crew rose on 3 June 1965 at 10:16 a.m. EST.\n\n[246] Splashdown came on Monday, 7 June, at 12:12 "
        "p.m. EST, in the "
        "Atlantic, not far from where the carrier was waiting for its men.\n\nOn the next day they flew home.\n"
    )
    assert read_value(text, "next day") == "1965-06-08"


def test_a_release_whose_text_opens_with_a_town_tells_of_the_year_of_its_day() -> None:
    text = (
        "RELEASE: 31-121\nMay 5, 2031\n\nProbe nears its goal\n\nPASADENA, Calif. -- The probe is expected to reach "
        "orbit on July 16, and took a picture on May 3. It left on Sept. 27, 2027, and flew past Mars on Feb. 17, "
        "2029. "
        "It will go on in June 2032 to a second goal, which it will reach in February 2035."
    )
    assert read_value(text, "July 16") == "2031-07-16"
