import pytest

CLOCKS = ["12:15", "14:47", "14:52", "15:14", "15:17", "15:25", "15:39"]
STEPS = ["Undocking", "Burn begins", "Burn ends", "Modules part", "Entry", "Parachute", "Touchdown"]


def table(clocks, line="{step} | [{clock}=2018-06-03T{clock}+03:00]"):
    rows = [line.format(step=step, clock=clock) for step, clock in zip(STEPS, clocks, strict=False)]
    return "Step | Moscow time\n" + "\n".join(rows) + "\n\nA sentence that follows the table ends it here."


def swap(items, one, other):
    items = list(items)
    items[one], items[other] = items[other], items[one]
    return items


def test_a_timeline_that_runs_down_or_up_is_left_alone(judge):
    assert judge(table(CLOCKS)) == []
    assert judge(table(CLOCKS[::-1])) == []


@pytest.mark.parametrize("places", [(0, 1), (3, 4), (1, 5), (0, 6), (5, 6)])
@pytest.mark.parametrize("turn", [1, -1])
def test_two_rows_that_have_changed_places_are_found(judge, places, turn):
    (finding,) = judge(table(swap(CLOCKS, *places)[::turn]))
    assert (finding.check, finding.severity) == ("timeline", "warning")
    assert len(finding.evidence) == len(finding.against) == 1


def test_one_row_out_of_order_is_found(judge):
    (finding,) = judge(table([*CLOCKS[:2], "16:52", *CLOCKS[3:]]))
    assert "16:52" in finding.message


@pytest.mark.parametrize(
    "clocks",
    [
        ["12:15", "14:47", "10:00", "15:14", "13:00", "15:25", "09:00"],  # a table of something else
        ["12:15", "14:47", "14:52", "11:00", "11:05", "12:00", "12:30"],  # two timelines
        ["12:15", "12:10", "14:52", "15:14"],  # too short to tell
        ["12:15", "12:15", "14:52", "15:14", "15:14", "15:25"],
    ],
)
def test_rows_that_are_no_single_timeline_are_left_alone(judge, clocks):
    assert judge(table(clocks)) == []


def test_a_day_line_joins_the_days_of_a_schedule(judge):
    def schedule(last):
        return (
            "[Friday, Jan. 5=2018-01-05]\n[8 a.m.=2018-01-05T08:00-05:00] - Coverage\n"
            "[9 a.m.=2018-01-05T09:00-05:00] - Launch\n[Saturday, Jan. 6=2018-01-06]\n"
            "[1 a.m.=2018-01-06T01:00-05:00] - Approach\n[2 a.m.=2018-01-06T02:00-05:00] - Docking\n"
            f"[{last} a.m.=2018-01-06T{last}-05:00] - Hatch\n"
        )

    assert judge(schedule("04:30")) == []
    assert [finding.check for finding in judge(schedule("00:30"))] == ["timeline"]


@pytest.mark.parametrize(("turn", "found"), [(1, 0), (-1, 1)])
def test_rows_in_one_block_are_rows(judge, turn, found):
    clocks = ["4:45", "5:11", *["5:53", "5:57"][::turn], "7:30"]
    rows = [f"[{clock} p.m.=2025-03-18T{int(clock[0]) + 12}{clock[1:]}-04:00] – Step of the way" for clock in clocks]
    assert len(judge("[Tuesday, March 18=2025-03-18]\n\n" + "\n".join(rows))) == found


def test_a_clock_past_midnight_goes_on(judge):
    clocks = ["21:10", "22:40", "23:55", "00:30", "01:15", "03:00"]
    assert judge("Step | Time\n" + "\n".join(f"Step | [{clock}=T{clock}]" for clock in clocks)) == []


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        (["00:01", "02:22", "03:29", "08:53", "17:15"], 0),
        (["00:01", "03:29", "02:22", "08:53", "17:15"], 1),
    ],
)
def test_elapsed_times_of_a_table_are_a_timeline(judge, counts, found):
    rows = [
        f"Step {index} | +[{count}=PT{int(count[:2])}M{int(count[3:])}S] | {index}"
        for index, count in enumerate(counts)
    ]
    assert len(judge("Event | Elapsed | Height\n" + "\n".join(rows))) == found


def test_a_countdown_runs_towards_nothing(judge):
    rows = [f"– [{count} min=PT{count}M]   Step of the count" for count in (90, 45, 20, 7, 1)]
    assert judge("Time   Event\n" + "\n".join(rows)) == []
