"""The day a page was written: the forms in which papers, wires and newsletters say it."""

import pytest
from reading import read_times, read_value

_STORY = "The probe was let go on Thursday and cruised in silence.\n\nIts lander is down today. It may open tomorrow."


@pytest.mark.parametrize(
    "head",
    [
        "May 9, 2003 | Coastline Press",
        "PTI | Bengaluru | Updated on August 2, 2019 | Published on May 09, 2003",
        "Updated: August 2, 2019 10:14 IST | Posted: May 9, 2003 09:12 IST",
        "Associated Press Fri 09-MAY-2003        Space Probe",
        "The Associated Press\n\nMay 9, 2003, Friday, AM cycle",
        "May 9, 2003, Friday, Late Edition - Final",
        "Friday, May 9, 2003; Page A03",
        "Orbit Notes No. 412     2003 May 9, Cambridge",
        "Orbit Notes\n\nNo. 412                                    2003 May  9, Cambridge, MA",
        "Orbit Notes\n\n9 May 2003 (no.92)",
        "This article originally appeared in the Harbor Gazette on May 9, 2003.",
        "Posted at 03:50 PM ET, 05/09/03: Probe let go",
        "Published 5:11 p.m. ET May 9, 2003 | Updated 7:30 a.m. ET May 10, 2003",
        "REUTERS May 9, 2003 4:15pm EDT",
        "May 9, 2003 / 8:12 AM EDT / CBS News",
        "RELEASE 03-112  May 9, 2003",
        "Mission Status Report, May 9, 2003",
        "9 May 2003 Last updated at 10:20 GMT",
        "May 9, 2003. MOSCOW (Itar-Tass) - All is well.",
        "(May 9, 2003) - All is well.",
        "post_date: 2003-05-09 08:03:08",
        "b114  0412 09 May 03\nAM-Probe, Bjt,0412",
        "LD091347 Moscow ITAR-TASS in English 1319 GMT 9 May 03",
        "Lisbon, May 9, 2003 TASS - All is well.",
        "Spaceflight Weekly, May 9, 2003",
        "KENNEDY SPACE CENTER, FL (May 9, 2003) -- All is well.",
    ],
)
def test_a_line_at_the_head_tells_the_day_of_the_page(head: str) -> None:
    assert read_value(f"Probe let go\n\n{head}\n\n{_STORY}", "today") == "2003-05-09"


@pytest.mark.parametrize(
    "tail",
    [
        "UPI 05-09-03 0219EST",
        "AP-NY-05-09-03 0715EDT",
        "(This article was published on May 9, 2003)",
        "This story first appeared in the Harbor Gazette, May 9, 2003.",
    ],
)
def test_what_closes_a_story_tells_the_day_of_the_page(tail: str) -> None:
    assert read_value(f"Probe let go\n\n{_STORY}\n\n{tail}", "today") == "2003-05-09"


@pytest.mark.parametrize(
    "head",
    [
        "No. 5, May 9, 2003 flew well to orbit and stayed there",
        "Launched May 9, 2003 | Baikonur",
    ],
)
def test_a_line_that_tells_of_an_event_is_not_the_day_of_the_page(head: str) -> None:
    text = f"Probe let go\n\n{head}\n\nIt was let go on 2 August 2004 and cruised. A day off is set for tomorrow."
    assert read_value(text, "tomorrow") == "2004-08-03"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("PASADENA, Calif., Aug 10, Reuter - The probe arrived on Friday. It had left on May 4, 1989.", "1990-08-10"),
        ("BEIJING, Jan. 18 (Xinhua) -- The ship came down. It was launched on May 10, 2023.", "2024-01-18"),
        ("BEIJING, Jan. 18 (Xinhua) -- The ship came down. Another is to be launched on May 10, 2023.", "2023-01-18"),
    ],
)
def test_a_dateline_without_a_year_lies_behind_what_the_story_tells_as_past(text: str, value: str) -> None:
    assert next(mention.value for mention in read_times(text)) == value


def test_weekdays_and_plans_around_the_day_at_the_head_make_it_the_day_of_news() -> None:
    text = (
        "A close flyby\n\nIt comes at 7:10 p.m. on Sunday, June 20.\n\nJune 18, 2010\n\n"
        "The engine was lit on June 5, 2010. The probe left on Oct. 15, 1997, "
        "reached Saturn on June 30, 2004, let its lander go on Dec. 24, 2004, and passed by Titan on April 16, 2005, "
        "May 9, 2006, and July 5, 2007."
    )
    assert read_value(text, "Sunday, June 20") == "2010-06-20"


def test_a_dateline_is_looked_for_in_later_years_by_the_weekday_of_its_story() -> None:
    text = (
        "BUENOS AIRES, Feb 7 (Reuter) - The station came down on Thursday.\n\nIt was launched on April 19, 1982, and"
        " last used in June 1986. It was raised in the hope that it would stay up until 1994."
    )
    assert next(mention.value for mention in read_times(text)) == "1991-02-07"


def test_a_status_report_is_of_its_own_days_however_much_it_recalls() -> None:
    text = (
        "PROBE MISSION STATUS\nAugust 4, 1989\n\nOn August 1 at 6:41 a.m. PDT the probe made a burn. It flew by Jupiter"
        " on July 9, 1979, Saturn on August 25, 1981, and Uranus on January 24, 1986. It left on August 20, 1977."
    )
    assert read_value(text, "August 1") == "1989-08-01"
