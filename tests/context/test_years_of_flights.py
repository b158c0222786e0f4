"""Years on pages that label the days of a flight, and on pages that look back from another year."""

import pytest
from reading import read_value, read_values


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        (
            "Kestrel 4\n\nLaunched: 1971-06-02. Returned: 1971-06-25. Crew: 2.\n\nDocking came on June 4; weeks "
            "before, on April 20, "
            "a sister ship had tried. The crew left on 25 June. Flights began again in September 1974.\n",
            "June 4",
            "1971-06-04",
        ),
        (
            "Launch date | 02 Dec 1992 - 08:13:32 UT |\nLanding | 26 May 1993 - 10:04:13 UT |\n\n"
            "The guest went home on Dec 12. The ship was moved in March.\n",
            "Dec 12",
            "1992-12-12",
        ),
        (
            "Launch Date: 1961-10-04\nDecayed: 1962-04\nDescription\nOn October 6 the probe rounded the Moon, "
            "and its films were read by "
            "radio until late in that month.\n",
            "October 6",
            "1961-10-06",
        ),
        (
            "The probe was lost on Mars, in a wide plain, and nothing more was heard.\n\nLaunched on May 3.\n\n"
            "Launch: May 3, 1999\nDecay: July 9, 1999\n",
            "May 3",
            "1999-05-03",
        ),
    ],
)
def test_the_labels_of_a_flight_give_the_years_of_the_prose_beside_them(text: str, said: str, value: str) -> None:
    assert read_value(text, said) == value


RETROSPECT = (
    "Forty Years Ago: A Crew Waits\n\nOct. 23, 2013\n\nOnly weeks were left. On Nov. 16, 1973, the last crew "
    "was to leave. "
    "Their ship was rolled out on Sept. 8, 1973.\n\nThe count began on Oct. 30. It was held on Nov. 5."
)


@pytest.mark.parametrize(("said", "value"), [("Oct. 30", "1973-10-30"), ("Nov. 5", "1973-11-05")])
def test_a_tale_of_years_ago_goes_by_its_own_years(said: str, value: str) -> None:
    assert read_value(RETROSPECT, said) == value


def test_the_entries_of_a_calendar_of_anniversaries_have_years_of_their_own() -> None:
    text = (
        "60 Years Ago – 1959 March 3: Pioneer 4 leaves at 12:10 a.m., EST. 40 Years Ago – 1979 March 5: Voyager "
        "1 flies by "
        "Jupiter. March 12: Soyuz 33 is made ready. 20 Years Ago – 1999 March 8: A test is run. March 20: It is "
        "run again."
    )
    assert read_value(text, "12:10 a.m.") == "1959-03-03T00:10-05:00"
    assert read_value(text, "March 12") == "1979-03-12"
    assert read_value(text, "March 20") == "1999-03-20"


def test_a_page_of_questions_from_another_year_is_no_news() -> None:
    text = (
        "You asked\nPosted 2010/06/22 | web team\n\nIt left on May 9, 2003, and passed the Earth on May 19, "
        "2004. It got there on "
        "September 12, 2005.\n\nDid it land? Yes. The first touchdown was on November 20.\n\nIt came home in "
        "June 2010. Plans were drawn up in May 1998, June 2000 and July 2001.\n"
    )
    assert read_value(text, "November 20") == "2005-11-20"


@pytest.mark.parametrize(
    "head",
    [
        "Space / News                         2022-06-04 11:20\n\nCrew named\n\n",
        "Crew named\n\nPublished: 2022 June 4; updated: June 5\n\n",
    ],
)
def test_the_day_of_an_issue_stands_at_the_end_of_a_line_or_behind_its_label(head: str) -> None:
    assert read_value(f"{head}The ship shall leave on Sunday, officials said.\n", "Sunday") == "2022-06-05"


def test_a_post_says_at_its_foot_when_it_was_written() -> None:
    text = (
        "Ship ready\n\nManagers met on Friday.\n\nNothing stands against the flight.\n\nAll is well.\n\nThe "
        "weather is fine.\n\n"
        "The sea is calm.\n\nIt is a clear night.\n\nThe crew sleeps.\n\nAuthor Anna   Posted on August 1, 2020 "
        "  Tags Crew\n"
    )
    assert read_value(text, "Friday") == "2020-07-31"


def test_an_addition_has_a_day_of_its_own() -> None:
    text = (
        "Launch of two ships\n\nPosted on September 24, 2004\n\nThe rocket left its pad.\n\n"
        "UPDATE 12/22/2005: The next one flew on the 21st at 22:34 MSK, a year late.\n"
    )
    assert read_value(text, "22:34") == "2005-12-21T22:34+03:00"


def test_a_long_bracket_does_not_carry_the_story_away() -> None:
    text = (
        "The crew boarded on Thursday, 3 June 1965. (Four years earlier another man had sat through two scrubs, "
        "the second of "
        "them on a rainy 19 July 1961, before his capsule got away at last and sank.)\n\nAt 10:16 a.m. EST they "
        "left the pad."
    )
    assert read_value(text, "10:16 a.m.") == "1965-06-03T10:16-05:00"


def test_rows_without_signs_frame_the_flight() -> None:
    text = (
        "Launch date and time 2031 Aug. 11, 02:10:57 Moscow Time\nLanding (planned) 2031 Aug. 21\n\n"
        "It flew to the Moon. Two corrections were made, on August 12 and on August 14.\n\n"
        "Launch date as of 2028: Oct. 1, 2029\nLaunch date as of April 2030: Aug. 22, 2030\n"
    )
    assert [value for said, value in read_values(text, "DATE") if said in ("August 12", "August 14")] == [
        "2031-08-12", "2031-08-14",
    ]  # fmt: skip
