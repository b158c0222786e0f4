import pytest


@pytest.mark.parametrize(
    "text",
    [
        "It landed on [Tuesday, March 12, 2024=2024-03-12].",
        "It landed on [Tuesday=2024-03-12], [March 12=2024-03-12].",
        "It landed on [Tues. 12 March=2024-03-12].",
        "It landed on [March 12=2024-03-12] ([Tuesday=2024-03-12]).",
        "It flew on [Saturday-Sunday, Dec. 16-17=2017-12-16/2017-12-17].",
        "It will fly on [Tuesday, March 12=XXXX-03-12].",
        "the [Sunbeam 3=2024-03-12] flight in [March 2024=2024-03]",
    ],
)
def test_a_weekday_that_fits_its_date_is_left_alone(judge, text):
    assert judge(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It landed on [Wednesday, March 12, 2024=2024-03-12].",
        "It landed on [Thur. 12 March 2024=2024-03-12].",
        "It landed on [March 12, 2024=2024-03-12] ([Monday=2024-03-11]).",
        "[MON., MARCH 12, 2024=2024-03-12]: landing",
    ],
)
def test_a_weekday_that_does_not_fit_its_date_is_found(judge, text):
    (finding,) = judge(text)
    assert (finding.check, finding.severity) == ("weekday", "warning")
    assert "2024-03-12 was a Tuesday" in finding.message


DAYS = ["Monday, Oct. 29", "Tuesday, Oct. 30", "Wednesday, Oct. 31", "Thursday, Nov. 1", "Friday, Nov. 2"]
ISO = ["10-29", "10-30", "10-31", "11-01", "11-02"]


def write_week(days, year):
    lines = [f"[{day}={year}-{iso}<year narrative 1]: nothing" for day, iso in zip(days, ISO, strict=True)]
    return "Issued on [Oct. 26, 2029=2029-10-26].\n" + "\n".join(lines)


def test_weekdays_that_agree_on_another_year_speak_against_the_year_supplied(judge):
    assert judge(write_week(DAYS, 2029)) == []
    assert judge(write_week(DAYS, 2027)) == []
    (finding,) = judge(write_week(["Sunday, Oct. 29", *DAYS[1:]], 2030))
    assert finding.message.startswith("2029-10-29 was a Monday, but the page says “Sunday, Oct. 29”")


def test_weekdays_that_agree_on_no_year_tell_nothing(judge):
    wrong = ["Sunday, Oct. 29", "Sunday, Oct. 30", "Friday, Oct. 31", "Monday, Nov. 1", "Monday, Nov. 2"]
    assert judge(write_week(wrong, 2029)) == []


def test_a_weekday_beside_a_date_without_year_says_where_the_year_is_from(judge):
    (finding,) = judge("It landed on [Wednesday, March 12=2024-03-12].")
    assert "the year 2024 is taken from the page" in finding.message


def test_a_weekday_that_leads_to_a_far_year_is_held_against_the_near_one(judge):
    text = "It left on [Aug. 26, 2023=2023-08-26] and was back on [Wednesday, March 12={}-03-12<year weekday 1]."
    (finding,) = judge(text.format(2025))
    assert (finding.check, finding.evidence, finding.against) == ("weekday", ("m2",), ("m1",))
    assert "2024-03-12, near “Aug. 26, 2023”, was a Tuesday" in finding.message
    assert judge(text.format(2024).replace("Wednesday", "Tuesday")) == []


@pytest.mark.parametrize(
    "text",
    [
        "It flew on Feb. 30, 2018.", "on 31 April 2018", "up by 2018-02-30", "30/02/2018", "02/30/2018", "31.04.2018",
        "2018 Feb. 30", "FEB 30 1998", "30-FEB-1979", "31st of June", "June 31\n", "Feb. 29, 2019", "Sept. 31 at noon",
        "2018-13-05", "June 28-31, 2018", "March 32, 2018",
    ],
)  # fmt: skip
def test_a_day_that_no_calendar_has_is_found(judge, text):
    (finding,) = judge(text)
    assert (finding.check, finding.severity) == ("impossible-date", "error")
    assert finding.evidence


@pytest.mark.parametrize(
    "text",
    ["at 25:10 UTC", "at 12:75 p.m.", "at 14:47 a.m. EDT", "10:21:61 Moscow Time", "24:30 UTC", "at 10:64 and"],
)
def test_a_time_that_no_clock_shows_is_found(judge, text):
    (finding,) = judge(text)
    assert (finding.check, finding.severity) == ("impossible-time", "error")


@pytest.mark.parametrize(
    "text",
    [
        "In April 31 satellites were launched", "Feb. 29, 2020", "12/31/2018", "31/12/2018", "version 1.2.2018",
        "MAR 79", "Nov. 98", "launched in May 45 times", "at 23:59:60 UTC", "24:00 UTC", "at 13:30 GMT", "T+102:45:40",
        "a ratio of 16:90", "1,231 March 1 records", "Dec. 31 and", "31 May 1999", "1/31/1999",
        "phone 555-30-2018", "13:00 a member",
    ],
)  # fmt: skip
def test_what_can_be_read_otherwise_is_no_impossible_date_or_time(judge, text):
    assert judge(text) == []
