"""In: event facts. Out: the rows of the timeline."""

import pytest

from extractor.model import Fact
from extractor.report.timeline import list_events, show_plans, show_time


def event(name: str, status: str, value: str, subject: str = "Kestrel 4") -> Fact:
    return Fact("event", subject, {"event": name, "status": status, "value": value}, ((0, 1),), "event.test")


def test_plans_stand_beside_what_happened() -> None:
    rows = list_events([
        event("launch", "planned", "2021-03-01"),
        event("docking", "actual", "2021-03-05T06:30+00:00"),
        event("launch", "actual", "2021-03-03T21:05-05:00"),
        event("launch", "planned", "2021-03-03T21:00-05:00"),
    ])  # fmt: skip
    assert [(row.event, row.fact is not None, len(row.plans)) for row in rows] == [
        ("launch", True, 2),
        ("docking", True, 0),
    ]
    assert show_plans(rows[0]) == [("Mar 01", "Mar 01"), ("Mar 04 02:00", "Mar 04 21:00 -05, Mar 03")]


def test_a_plan_of_the_same_day_is_shown_by_its_clock_alone() -> None:
    rows = list_events([
        event("docking", "actual", "2021-03-05T06:30+00:00"),
        event("docking", "planned", "2021-03-05T06:41:10+00:00"),
    ])  # fmt: skip
    assert show_plans(rows[0]) == [("06:41:10", "06:41:10 +00")]


def test_a_plan_for_a_repeated_event_keeps_its_own_row_when_it_is_far_from_the_others() -> None:
    rows = list_events([
        event("spacewalk_start", "actual", "2021-03-08"),
        event("spacewalk_start", "planned", "2021-03-09"),
        event("spacewalk_start", "planned", "2021-04-20"),
    ])  # fmt: skip
    assert [(row.fact is not None, [plan.day for plan in row.plans]) for row in rows] == [
        (True, ["2021-03-09"]),
        (False, ["2021-04-20"]),
    ]


def test_two_reports_of_one_event_are_two_rows() -> None:
    rows = list_events([
        event("hatch_opening", "actual", "2021-03-05T08:10Z"),
        event("hatch_opening", "actual", "2021-03-05T08:25Z"),
    ])  # fmt: skip
    assert [row.fact.utc for row in rows if row.fact] == ["08:10", "08:25"]


@pytest.mark.parametrize(
    ("value", "day", "utc", "local"),
    [
        ("2021-03-03", "2021-03-03", "", ""),
        ("2021-03-03T21:05-05:00", "2021-03-04", "02:05", "21:05 -05, Mar 03"),
        ("2021-03-03T10:00:01.5+05:30", "2021-03-03", "04:30:01.5", "10:00:01.5 +05:30"),
        ("2021-03-03T10:00", "2021-03-03", "", "10:00"),
        ("2021-03-03T12:15+03:00/2021-03-03T12:17+03:00", "2021-03-03", "09:15–09:17", "12:15–12:17 +03"),
        ("2021-03-03/2021-03-05", "2021-03-03", "", "to Mar 05"),
        ("XXXX-03-03T10:00+01:00", "XXXX-03-03", "", "10:00 +01"),
        ("T10:00", "", "", "10:00"),
        ("no date at all", "no date at all", "", ""),
    ],
)
def test_moments_are_read_in_utc_and_local_time(value: str, day: str, utc: str, local: str) -> None:
    moment = show_time(value)
    assert (moment.day, moment.utc, moment.local) == (day, utc, local)
