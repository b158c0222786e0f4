"""Words that point to another day, and days that only the narrative tells."""

import pytest
from reading import read_times, read_value


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("Filled on Dec. 7, 2017, and the next day mated with its adapter.", "next day", "2017-12-08"),
        ("On Dec. 5, 2017, they trained. On the same day a board met.", "same day", "2017-12-05"),
        ("On Jan. 13, 1962, it got its name; an office opened later that month.", "that month", "1962-01"),
        ("Launched on Feb. 3, 1994, it flew. On flight day 8 they packed for landing the following day.",
         "following day", "1994-02-11"),
        ("Launched on Feb. 3, 1994. On their fifth day in orbit they rested. The following day they talked.",
         "following day", "1994-02-08"),
        ("STATUS, May 5, 1996\n\nThe hatch was shut yesterday.", "yesterday", "1996-05-04"),
        ("May 7, 1996\n\nThe ship will lift off Thursday.", "Thursday", "1996-05-09"),
        ("The capsule came down on Tuesday, March 12, 2024. On Friday the crew met the press.", "Friday", "2024-03-15"),
        ("By 1964 they hoped to land before the end of the decade.", "end of the decade", "196X"),
        ("In 1962 and the following year they flew.", "following year", "1963"),
        ("Two burns, on the 29th and 30th, followed that of Aug. 28, 2015.", "30th", "2015-08-30"),
    ],
)  # fmt: skip
def test_a_pointing_word_finds_its_day(text: str, said: str, value: str) -> None:
    assert read_value(text, said) == value


def test_an_entry_of_a_log_has_its_own_today_and_tomorrow() -> None:
    text = (
        "Last refreshed: 2020/08/21\n\nAugust 19, 03:05 | Released\nThe arm let go at 02:36 today. "
        "What comes next is a fiery end tomorrow at 16:07.\n"
    )
    values = {m.text: m.value for m in read_times(text)}
    assert values["today"] == "2020-08-19"
    assert values["tomorrow"] == "2020-08-20"
    assert values["16:07"] == "2020-08-20T16:07"


def test_what_is_said_beside_does_not_move_the_day() -> None:
    text = "The ship docked on Sept. 3, 1994. The ship, launched on Aug. 25, locked on at 17:30 Moscow time."
    assert read_value(text, "17:30") == "1994-09-03T17:30+04:00"


@pytest.mark.parametrize(
    "text",
    [
        "It undocked on Oct. 17, 2031, at 04:14:05 Moscow Time (9:14 p.m. EDT on October 16). The engine lit at 06:41 "
        "Moscow Time.",
        "It undocked on Oct. 17, 2031, at 04:14 Moscow Time (9:14 p.m. EDT), with Petrov, who had come up on another "
        "ship on October 5. The engine fired at 06:41 Moscow Time.",
    ],
)
def test_a_clock_in_a_bracket_moves_no_story_to_its_own_day(text: str) -> None:
    assert read_value(text, "9:14 p.m.") == "2031-10-16T21:14-04:00"
    assert read_value(text, "06:41") == "2031-10-17T06:41+03:00"
