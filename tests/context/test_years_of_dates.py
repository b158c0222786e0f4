"""Dates that lack their year take it from the page, and say from where."""

import pytest
from reading import read_times, read_value


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("It came to the pad on Oct. 4, 1983. Crews met it on Oct. 26.", "Oct. 26", "1983-10-26"),
        ("It was tested on Dec. 28, 1983, and moved on January 9.", "January 9", "1984-01-09"),
        ("The pair flew in January and March 1985.", "January", "1985-01"),
        ("The pair flew in December and January 1985.", "December", "1984-12"),
        ("The probe left on April 7, 2031, and got there on October 24.", "October 24", "2031-10-24"),
        ("Flown on Aug. 26, 2033, it undocked Saturday, March 11.", "Saturday, March 11", "2034-03-11"),
        ("First meant for March 15, it came off on Wednesday, March 16, 1966.", "March 15", "1966-03-15"),
        ("In 1971 three men died on June 30.", "June 30", "1971-06-30"),
        ("Nothing tells the year of October 11.", "October 11", "XXXX-10-11"),
        ("Born in '58, it flew in 1985.", "'58", "1958"),
    ],
)
def test_a_missing_year_comes_from_the_sentence_or_the_narrative(text: str, said: str, value: str) -> None:
    assert read_value(text, said) == value


def test_a_plan_does_not_carry_the_narrative_on() -> None:
    text = (
        "It burned up on April 12, 1984. Managers hoped that they could fly again in August 1984 and November.\n\n"
        "On April 13 they met the press."
    )
    assert read_value(text, "April 13") == "1984-04-13"


def test_a_page_of_news_counts_from_its_own_day() -> None:
    text = (
        "Posted: August 16, 1997\n\nThe old crew got back on August 14.\n\nAn empty seat waits for early 1998.\n\n"
        "On 7 August the automatic system failed."
    )
    assert read_value(text, "7 August") == "1997-08-07"


def test_a_dateline_without_year_gets_it_from_weekdays_and_expected_days() -> None:
    text = (
        "MOSCOW, Sept. 3 (CW) - A cargo ship docked on Saturday, officials said. The doctor went up in January and is "
        "to stay until March 1995.\n"
    )
    assert [m.value for m in read_times(text)] == ["1994-09-03", "1994-09-03", "1994-01", "1995-03"]


def test_a_span_since_a_known_day_and_a_weekday_give_the_year_of_a_page_without_any() -> None:
    text = (
        "Liftoff is set for Wednesday, Feb. 14.\n\n"
        "For more than 23 years people have kept up a continuous human presence aboard the station."
    )
    assert read_value(text, "Wednesday, Feb. 14") == "2024-02-14"


def test_an_inherited_year_says_from_where() -> None:
    text = "It came to the pad on Oct. 4, 1983. Crews met it on Oct. 26."
    origin = read_times(text)[-1].origins[0]
    assert (origin.part, text[origin.start : origin.end]) == ("year", "Oct. 4, 1983")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Flown on 21/07/1999, it landed on 03/08/1999.", "1999-08-03"),
        ("Flown on 07/21/1999, it landed on 08/03/1999.", "1999-08-03"),
        ("Flown on 5 May 1999, it landed on 03/08/1999.", "1999-08-03"),
        ("Flown on May 5, 1999, it landed on 08/03/1999.", "1999-08-03"),
    ],
)
def test_the_page_tells_whether_day_or_month_comes_first(text: str, value: str) -> None:
    assert read_times(text)[-1].value == value
