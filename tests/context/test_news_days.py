"""Pages of news: their own day, and the clocks and weekdays that go by it."""

import pytest
from reading import read_times, read_value


@pytest.mark.parametrize(
    "head",
    [
        "Lisbon, 9 May 2003 10:20 CET",
        "PUBLISHED:\n\n04:06 EST, 9 May 2003",
        "Posted:\n9 May 2003",
    ],
)
def test_a_place_or_a_label_before_a_date_at_the_head_makes_it_the_day_of_the_page(head: str) -> None:
    text = f"{head}\n\nThe probe was let go on 2 May 2003 and cruised in silence.\n\nIts lander is down today."
    assert read_value(text, "today") == "2003-05-09"


def test_an_event_before_a_date_at_the_head_is_not_the_day_of_the_page() -> None:
    text = "A long trip\n\nLanding, 9 May 2003 10:20 CET\n\nOn 12 May 2003 all rested. A parade is set for tomorrow."
    assert read_value(text, "tomorrow") == "2003-05-13"


def test_a_clock_of_news_is_not_of_a_day_only_looked_back_at() -> None:
    text = (
        "MOSCOW, June 25, 1997 -- A freighter struck the station.\n\n"
        "A test on March 4 had ended with a near miss.\n\nBy 4 p.m. in Moscow the leak was shut."
    )
    assert read_value(text, "4 p.m.") == "1997-06-25T16:00+04:00"


def test_a_paragraph_added_later_keeps_the_later_day() -> None:
    text = (
        "April 8, 2016\n\nThe arm was to catch the ship on April 10 at 7 a.m. EDT.\n\n"
        "[UPDATE] The arm closed on it at 7:23 a.m. and nobody minded."
    )
    assert read_value(text, "7:23 a.m.") == "2016-04-10T07:23-04:00"


def test_a_caption_above_the_story_shows_the_day_of_the_page() -> None:
    text = "April 8, 2016\n\nImage: The rocket moments after liftoff at 4:43 p.m. EDT. Credits: NASA\n\nIt flew well."
    assert read_value(text, "4:43 p.m.") == "2016-04-08T16:43-04:00"


def test_a_year_behind_since_gives_no_year_to_the_days_after_it() -> None:
    text = (
        "April 8, 2016\n\nThe ship will stay until May 11.\n\n"
        "Six ships are there for the first time since 2011, one of which came on March 26."
    )
    assert read_value(text, "March 26") == "2016-03-26"


def test_what_else_is_planned_may_come_before_the_last_plan() -> None:
    text = "Sept. 22, 2021\n\nTwo will stay until March 2022. The others are to return to Earth in October aboard it."
    assert read_value(text, "October") == "2021-10"


def test_a_verb_of_motion_and_a_passive_plan_tell_the_way_to_a_weekday() -> None:
    text = (
        "Date: Wed, 25 Jun 1997 12:40:11 EDT\n\nIt pulled away Tuesday so that the crew could train. "
        "The next one was to have been launched Friday but will be held."
    )
    values = {m.text: m.value for m in read_times(text)}
    assert values["Tuesday"] == "1997-06-24"
    assert values["Friday"] == "1997-06-27"


def test_a_town_behind_a_date_at_the_head_leaves_it_the_day_of_the_page() -> None:
    text = "A ferry\n\n9 May 2003. Korolev, Moscow Region\n\nThe ferry, moored since January 20, is to go on August 1."
    assert read_value(text, "January 20") == "2003-01-20"
    assert read_value(text, "August 1") == "2003-08-01"


def test_what_is_being_readied_for_a_day_lies_behind_the_page() -> None:
    text = "Jan. 14, 1992\n\nThe orbiter is being readied for its March 23 launch. It was moved on Nov. 2."
    assert read_value(text, "March 23") == "1992-03-23"
    assert read_value(text, "Nov. 2") == "1991-11-02"


def test_a_report_s_own_clock_parts_what_was_done_from_what_is_to_be() -> None:
    text = (
        "STATUS REPORT #12\n\nThursday, May 14, 1992, 6 a.m. CDT\n\nThey entered the bay at 4:17 p.m. and were done"
        " soon.\n\nThey will get up at 9 a.m. for breakfast.\n\nThey went to bed at 5 a.m. with a smile."
    )
    values = {mention.text: mention.value for mention in read_times(text)}
    assert values["4:17 p.m."] == "1992-05-13T16:17-05:00"
    assert values["9 a.m."] == "1992-05-14T09:00-05:00"
    assert values["5 a.m."] == "1992-05-14T05:00-05:00"


def test_news_go_on_from_what_happened_to_what_lies_years_ahead() -> None:
    text = (
        "Apr 13, 1992\n\nThe probe swung by the planet Feb 8 and heads for the sun, which it will pass in May 1994."
        " The launch of the next one has slipped from July 22 to July 31."
    )
    values = {mention.text: mention.value for mention in read_times(text)}
    assert (values["Feb 8"], values["July 22"], values["July 31"]) == ("1992-02-08", "1992-07-22", "1992-07-31")


def test_years_that_serve_two_dates_respectively_are_one() -> None:
    text = "The two left on September 5 and August 20, 1977, respectively."
    assert read_value(text, "September 5") == "1977-09-05"
