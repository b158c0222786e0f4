"""Tables with a column of plans and one of facts, and labels above values that go on."""

import pytest

from extractor import extract


def _tell(text: str) -> list[tuple[object, object, object]]:
    facts = [fact for fact in extract(text).facts if fact.kind == "event"]
    return [(fact.get("event"), fact.get("status"), fact.get("value")) for fact in facts]


@pytest.mark.parametrize(
    "rows",
    [
        "Event Planned time Actual time\n"
        "Undocking 07:05:00 Moscow Time 07:06:12 Moscow Time\n"
        "Landing 10:17:20 Moscow Time 10:18:02 Moscow Time\n",
        "Event | Planned | Actual\nUndocking | 07:05:00 MSK | 07:06:12 MSK\nLanding | 10:17:20 MSK | 10:18:02 MSK\n",
    ],
)
def test_columns_of_plans_and_facts_give_both(rows: str) -> None:
    text = f"Soyuz MS-99\n\nSoyuz MS-99 came home on April 6, 2030.\n\n{rows}"
    assert set(_tell(text)) >= {
        ("undocking", "planned", "2030-04-06T07:05:00+03:00"),
        ("undocking", "actual", "2030-04-06T07:06:12+03:00"),
        ("landing", "planned", "2030-04-06T10:17:20+03:00"),
        ("landing", "actual", "2030-04-06T10:18:02+03:00"),
    }


def test_a_cell_that_holds_no_time_leaves_out_its_fact() -> None:
    text = "Soyuz MS-99\n\nEvent | Planned | Actual\nLaunch | Sept. 11, 2029 | Sept. 12, 2029\n"
    text += "Landing | April 1, 2030 | -\n"
    assert _tell(text) == [
        ("launch", "planned", "2029-09-11"),
        ("launch", "actual", "2029-09-12"),
        ("landing", "planned", "2030-04-01"),
    ]


def test_a_plan_in_the_value_of_a_label_says_nothing_of_the_next() -> None:
    text = "Merope 2\n\nMission life: 5 years (planned)\nLaunch date: 25 August 1997\nOperator: ESA\n"
    assert _tell(text) == [("launch", "actual", "1997-08-25")]


def test_a_label_above_a_value_tells_its_event() -> None:
    text = "Soyuz MS-99\n\nDocking to the ISS\nOctober 14, 2028, 08:26 UTC, Zarya nadir\n"
    assert _tell(text) == [("docking", "actual", "2028-10-14T08:26+00:00")]


def test_a_line_of_a_schedule_below_a_heading_tells_its_own() -> None:
    text = "Soyuz MS-99\n\nDocking\n\nOctober 14, 2028 08:26 UTC the crew wakes up and has its breakfast\n"
    assert _tell(text) == []
