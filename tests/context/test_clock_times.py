"""Clock times become instants: their day, their zone, and two clocks of one instant."""

import pytest
from reading import read_times, read_value, read_values


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("It left on Dec. 17, 2017, at 10:21:01.127 Moscow Time.", "10:21:01.127", "2017-12-17T10:21:01.127+03:00"),
        ("It lifted off at 3:27 a.m. EDT Aug. 26, 2023.", "3:27 a.m.", "2023-08-26T03:27-04:00"),
        ("They undocked on June 3, 2018.\n\nBraking began at 14:47 Moscow Time.", "14:47", "2018-06-03T14:47+03:00"),
        ("On May 5, 2012, the hatch opened at 14:47 Moscow Time.", "14:47", "2012-05-05T14:47+04:00"),
        ("It fell near Arkalyk at 10:46 a.m. local time on Nov. 26, 2010.", "10:46 a.m.", "2010-11-26T10:46+06:00"),
        ("On June 1, 2018, it was 21:25 in Moscow.", "21:25", "2018-06-01T21:25+03:00"),
        ("It flew at 9:32 a.m. EST in July.", "9:32 a.m.", "T09:32-05:00"),
        ("A shot shows it at 2:55 a.m. EST.", "2:55 a.m.", "T02:55-05:00"),
        ("Visits daily from 9:30 GMT. Opened May 5, 1999.", "9:30", "T09:30+00:00"),
    ],
)  # fmt: skip
def test_a_clock_takes_its_day_and_offset(text: str, said: str, value: str) -> None:
    assert read_value(text, said) == value


def test_two_clocks_of_one_instant_may_fall_on_two_days() -> None:
    text = "It lifts off at 9:40 p.m. EST Wednesday, Feb. 14, 2024 (7:40 a.m. Baikonur time Thursday, Feb. 15)."
    assert read_values(text, "TIME") == [
        ("9:40 p.m.", "2024-02-14T21:40-05:00"),
        ("7:40 a.m.", "2024-02-15T07:40+05:00"),
    ]


def test_a_clock_in_brackets_behind_the_day_of_the_first_is_of_the_same_instant() -> None:
    text = "May 15, 2012\n\nIt lifted off at 11:01 p.m. EDT Monday (0301 GMT; 9:01 a.m. Baikonur time Tuesday)."
    assert [value for _, value in read_values(text, "TIME")] == [
        "2012-05-14T23:01-04:00", "2012-05-15T03:01+00:00", "2012-05-15T09:01+06:00",
    ]  # fmt: skip


def test_a_second_clock_without_a_date_takes_its_day_from_the_first() -> None:
    text = "It got to Mars on Oct. 24, 2001, at 02:30 UTC (October 23, 19:30 PDT, 22:30 EDT)."
    assert [value for _, value in read_values(text, "TIME")] == [
        "2001-10-24T02:30+00:00", "2001-10-23T19:30-07:00", "2001-10-23T22:30-04:00",
    ]  # fmt: skip


def test_a_second_clock_tells_the_half_of_the_day_and_the_offset() -> None:
    half = "It dropped into the sea on March 16, 1966, EST, at 10:22:28 EST (03:22:28 GMT on March 17)."
    assert read_value(half, "10:22:28") == "1966-03-16T22:22:28-05:00"
    offset = "On May 5, 1990, it came at 10:30 (0630 GMT)."
    assert read_value(offset, "10:30") == "1990-05-05T10:30+04:00"


def test_times_in_a_range_share_the_zone_that_follows() -> None:
    text = "Undocking on June 3, 2018: 12:15-12:17 Moscow Time"
    assert [value for _, value in read_values(text, "TIME")] == ["2018-06-03T12:15+03:00", "2018-06-03T12:17+03:00"]


def test_a_zone_set_for_all_times_holds_for_the_schedule_below() -> None:
    head = "Coverage (all times Eastern):\n\n"
    text = head + "Friday, Jan. 26, 2024:\n\n1 p.m. - A briefing\n\nTuesday, Jan. 30:\n\nNoon - Launch\n"
    assert read_values(text, "TIME") == [("1 p.m.", "2024-01-26T13:00-05:00"), ("Noon", "2024-01-30T12:00-05:00")]


def test_each_column_goes_by_the_zone_in_its_head() -> None:
    text = "March 8, 2012\n\nUTC | Event | EST\n14:02 | Liftoff | 9:02\n15:05 | Second burn | 10:05\n"
    offsets = [str(value)[-6:] for _, value in read_values(text, "TIME")]
    assert offsets == ["+00:00", "-05:00", "+00:00", "-05:00"]


def test_a_clock_said_in_full_elsewhere_takes_that_day() -> None:
    text = (
        "Launch: 18 March 1965, 07:00:05 UTC\n\nA robot twin flew on 22 February 1965.\n\n"
        "Liftoff came at 10:00 Moscow time in light snow."
    )
    assert read_value(text, "10:00") == "1965-03-18T10:00+03:00"


def test_the_day_of_an_event_serves_clocks_that_name_the_event() -> None:
    text = (
        "The crew landed at 15:39 Moscow time on 3 June 2018. Another ship was to fly on 6 June.\n\n"
        "On landing day the hatches were shut at 09:02 Moscow time."
    )
    assert read_value(text, "09:02") == "2018-06-03T09:02+03:00"


def test_midnight_behind_an_evening_clock_begins_the_next_day() -> None:
    text = "On May 25, 2020, bolts turned at 23:46 UTC. Leak checks ran past midnight."
    assert read_value(text, "midnight") == "2020-05-26T00:00+00:00"


def test_an_inherited_zone_follows_the_rules_of_its_place() -> None:
    text = "It landed at 5:47 a.m. EDT on July 4, 2024. It had flown at 3:27 a.m. on Jan. 20, 2024."
    assert read_value(text, "3:27 a.m.") == "2024-01-20T03:27-05:00"


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("China flew it from Jiuquan at 9:22 a.m. CST on June 17, 2021. The Chinese crew is well.", "+08:00"),
        ("Houston woke the crew at 9:22 a.m. CST on Jan. 17, 2021.", "-06:00"),
        ("It left Sriharikota at 14:38 IST on Nov. 5, 2013.", "+05:30"),
    ],
)
def test_an_abbreviation_of_two_zones_is_read_by_what_the_page_speaks_of(text: str, offset: str) -> None:
    assert [m.value for m in read_times(text) if m.label == "TIMEZONE"] == [offset]


def test_a_zone_name_on_the_page_gives_its_place() -> None:
    zones = [
        m.zone for m in read_times("At 1 p.m. Eastern on Jan. 2, 2024, or 21:00 Moscow Time.") if m.label == "TIMEZONE"
    ]
    assert zones == ["America/New_York", "Europe/Moscow"]


def test_a_range_over_midnight_ends_on_the_next_day() -> None:
    text = "The dish listens on 25 May 2003 between 23:00 and 01:00 CEST."
    assert read_value(text, "01:00") == "2003-05-26T01:00+02:00"


def test_a_clock_takes_the_day_that_its_sentence_names_later_over_one_of_another_section() -> None:
    text = (
        "Flight\n\nThe craft let go on Feb. 19, 1997, at 1:41 a.m. EST.\n\nENTRY\n\n"
        "The burn was planned for 12:29 a.m. EST, with landing at 1:50 a.m. Feb. 21, but clouds came."
    )
    assert read_value(text, "12:29 a.m.") == "1997-02-21T00:29-05:00"


def test_local_time_beside_the_same_instant_elsewhere_has_the_offset_between_them() -> None:
    text = "In Moscow on July 6, 2018, they watched it roll out at 05:30 Moscow Time (8:30 a.m. local time)."
    assert read_value(text, "8:30 a.m.") == "2018-07-06T08:30+06:00"
    assert read_value(text, "local time") == "+06:00"


def test_a_clock_keeps_the_zone_of_the_page_before_a_rarer_one_of_the_next_sentence() -> None:
    text = (
        "It rose on 12 May 1970 at 13:25 UTC and came down at 05:18 UTC on 20 May.\n\n"
        "The stage left at 07:43 on 21 May. The capsule was found by 08:26 Moscow Time."
    )
    assert read_value(text, "07:43") == "1970-05-21T07:43+00:00"


def test_midnight_at_the_end_of_a_range_is_that_of_the_next_day() -> None:
    assert read_value("It ran from 8 p.m. to midnight on May 6, 2011.", "midnight") == "2011-05-07T00:00"


def test_the_long_value_of_a_label_is_running_text() -> None:
    text = (
        "SHIP NEWS 201          10-JUL-1994\n\nSHIP 18: Two men, who had spent half a year with their friends on the"
        " station and were\nglad to be home, returned to earth on 9 July. Undocking\nwas at 0721 UTC, a bit late, and"
        " the landing far north of the town at 1033 UTC.\n"
    )
    assert read_value(text, "0721") == "1994-07-09T07:21+00:00"


def test_the_rows_below_a_heading_with_two_days_begin_on_the_first() -> None:
    text = (
        "It was moved on Aug. 26, 2031.\n\nPlanned landing timeline on Sept. 6-7, 2031:\n\n"
        "Undocking 21:14 Moscow Time\nBurn begins 23:38:35 Moscow Time\n"
        "Modules part 00:06 Moscow Time\nLanding 00:34 Moscow Time\n"
    )
    assert [str(value)[:10] for _, value in read_values(text, "TIME")] == ["2031-09-06"] * 2 + ["2031-09-07"] * 2


def test_a_clock_counted_from_the_launch_is_of_the_day_of_the_launch() -> None:
    text = (
        "Launch date and time 2031 June 30, 02:27:20 Moscow Time\n\nThe launch was once set for April 22, 2031.\n\n"
        "The third stage cut off 8.8 minutes after liftoff, at 02:36:08 Moscow Time."
    )
    assert read_value(text, "02:36:08") == "2031-06-30T02:36:08+03:00"


def test_a_day_since_which_something_lasts_does_not_lead_the_story_on() -> None:
    text = (
        "The date slipped to July 26, 2031. The ship had been docked since Feb. 17, 2031.\n\n"
        "The undocking took place at 13:55 Moscow Time."
    )
    assert read_value(text, "13:55") == "2031-07-26T13:55+03:00"


def test_a_weekday_is_the_date_in_brackets_behind_it() -> None:
    text = "August 23, 2023\n\nIt had gone up on Aug. 10 and was to land on Monday (Aug. 21)."
    assert [value for _, value in read_values(text, "DATE")][2:] == ["2023-08-21", "2023-08-21"]
