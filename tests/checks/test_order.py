import tomllib
from pathlib import Path

import pytest

import extractor.checks.order as order

ORBIT = "[10:00=2020-01-02T10:00Z] [11:00=2020-01-02T11:00Z] [12:00=2020-01-02T12:00Z] [Jan. 2=2020-01-02]"


def test_events_in_their_order_give_no_finding(judge):
    claims = "launch=2020-01-02T10:00Z@m1", "docking=2020-01-02T11:00Z@m2", "undocking=2020-01-02T12:00Z@m3"
    assert judge(ORBIT, *claims) == []
    assert judge(ORBIT, "launch=2020-01-02T10:00Z@m1", "landing=2020-01-02@m4") == []


def test_an_event_before_what_must_come_first_is_found_once(judge):
    claims = "launch=2020-01-02T10:00Z@m1", "undocking=2020-01-02T11:00Z@m2", "landing=2020-01-02T09:00Z@m3"
    (finding,) = judge(ORBIT, *claims)
    assert (finding.check, finding.severity) == ("order", "warning")
    assert finding.message == (
        "The landing of Kestrel 4 at 2020-01-02 09:00 UTC stands before the launch at 2020-01-02 10:00 UTC, "
        "which comes first."
    )


@pytest.mark.parametrize(
    "claims",
    [
        # another craft, a plan beside what happened
        ("launch=2020-01-02T10:00Z@m1", "Kestrel 3: landing=2020-01-01T09:00Z@m2"),
        ("planned launch=2020-01-02T10:00Z@m1", "landing=2020-01-01T09:00Z@m2"),
        # a plan given up
        (
            "planned undocking=2020-01-02T11:00Z@m2",
            "planned landing=2019-12@m1",
            "planned landing=2020-01-02T12:00Z@m3",
        ),
        # an orbiter flies again
        ("Osprey: landing=2019-09-22@m1", "Osprey: launch=2020-01-02T10:00Z@m2"),
        # a date may be any place's
        ("launch=2020-01-02T10:00Z@m1", "orbit_insertion=2020-01-02@m4", "landing=2020-01-01@m4"),
        # a ship moves to another port
        ("undocking=2020-01-02T10:00Z@m1", "docking=2020-01-02T11:00Z@m2"),
        # a hatch that was opened on another day
        ("hatch_opening=2020-01-01T10:00Z@m1", "docking=2020-01-02T11:00Z@m2"),
    ],
)
def test_what_may_have_happened_so_is_left_alone(judge, claims):
    assert judge(ORBIT, *claims) == []


def test_swapped_times_of_a_plan_are_found_though_the_plan_changed_once(judge):
    claims = (
        "planned undocking=2020-01-02T12:00Z@m3", "planned landing=2020-01-02T11:00Z@m2", "planned landing=2020-03@m1",
    )  # fmt: skip
    assert [finding.check for finding in judge(ORBIT, *claims)] == ["order"]


@pytest.mark.parametrize(
    ("day", "hour", "found"),
    [
        ("02", "09", 1),  # one day, if perhaps not that one
        ("01", "09", 0),  # a day that was taken from elsewhere may be the wrong one
        ("02", "01", 0),  # a night may lie between
    ],
)
def test_a_day_that_the_page_does_not_say_proves_little(judge, day, hour, found):
    text = (
        "[Jan. 2=2020-01-02] [10:00=2020-01-02T10:00Z<date narrative 1]"
        f" [then=2020-01-{day}T{hour}:00Z<date narrative 1]"
    )
    claims = "launch=2020-01-02T10:00Z@m2", f"docking=2020-01-{day}T{hour}:00Z@m3"
    assert len(judge(text, *claims)) == found


DATA = tomllib.loads(Path(order.__file__).with_name("order.toml").read_text("utf-8"))


@pytest.mark.parametrize("chain", DATA["chain"], ids=lambda chain: "-".join(stage[0] for stage in chain["stages"]))
def test_every_chain_orders_its_examples_and_not_its_counter_examples(chain):
    ranks = {name: rank for rank, stage in enumerate(chain["stages"]) for name in stage}
    for earlier, later in chain["examples"]:
        assert ranks[earlier] < ranks[later]
        assert earlier in order.PREDECESSORS[later]
    for earlier, later in chain["counter"]:
        assert not ranks.get(earlier, 99) < ranks.get(later, -1)
        assert earlier not in order.PREDECESSORS.get(later, {})
