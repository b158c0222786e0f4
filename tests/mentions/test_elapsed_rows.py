"""Rows of bare clocks: times of a flight counted from its launch, or clocks of the day."""

import pytest

from extractor import extract


def _read(text: str) -> list[tuple[str, str, object]]:
    return [(m.label, m.text, m.value) for m in extract(text).mentions if m.label in ("TIME", "DURATION")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "00:01:12  Max Q\n00:02:32  Main engine cut-off\n00:08:42  Second engine cut-off\n",
            ["PT1M12S", "PT2M32S", "PT8M42S"],
        ),
        (
            "Event    Time (min:sec)\nRoll program    0:11\nMECO    2:38\nSatellite deployed    32:12\n",
            ["PT11S", "PT2M38S", "PT32M12S"],
        ),
        (
            "Hour/Min/Sec Events\n00:38:00 Go for propellant load\n00:35:00 RP-1 loading\n00:01:00 Final checks\n",
            ["PT38M", "PT35M", "PT1M"],
        ),
        ("Time after liftoff (h:mm)\n0:02 Boosters off\n0:09 Orbit\n1:20 Second burn\n", ["PT2M", "PT9M", "PT1H20M"]),
    ],
)
def test_rows_that_go_up_from_a_launch_count_its_time(text: str, values: list[str]) -> None:
    assert [value for label, _, value in _read(text) if label == "DURATION"] == values
    assert all(label == "DURATION" for label, _, _ in _read(text))


@pytest.mark.parametrize(
    "text",
    [
        "00:01:12 UTC Max Q\n00:02:32 UTC Engine cut-off\n00:08:42 UTC Second cut-off\n",
        "All times UTC\n00:01:12 Max Q\n00:02:32 Engine cut-off\n00:08:42 Second cut-off\n",
        "06:30 Breakfast\n07:15 Work on the engine\n12:00 Stage play\n",
        "08:15 Launch bus leaves\n09:30 Stage visit\n10:45 Engine show\n",
    ],
)
def test_rows_of_a_day_stay_clocks(text: str) -> None:
    assert [label for label, _, _ in _read(text)] == ["TIME"] * 3


@pytest.mark.parametrize(
    ("text", "times", "lengths"),
    [
        (
            "Event Moscow Time Elapsed time\nStage I part 10:44:39 00:01:57.75\nFairing 10:45:14 00:02:32.98\n",
            ["10:44:39", "10:45:14"],
            ["PT1M57.75S", "PT2M32.98S"],
        ),
        (
            "Event Elapsed time Moscow Time\nLift-off 00:00:00 10:42:41\nFairing 00:02:32 10:45:14\n",
            ["10:42:41", "10:45:14"],
            ["PT0S", "PT2M32S"],
        ),
        (
            "Lift-off\t17:00:06\t0:00\nParting\t17:02:03\t1:57\nOrbit\t17:08:50\t8:44\n",
            ["17:00:06", "17:02:03", "17:08:50"],
            ["PT0S", "PT1M57S", "PT8M44S"],
        ),
    ],
)
def test_a_column_that_keeps_its_distance_from_the_clocks_beside_it_counts_from_a_launch(
    text: str, times: list[str], lengths: list[str]
) -> None:
    found = _read(text)
    assert [shown for label, shown, _ in found if label == "TIME"] == times
    assert [value for label, _, value in found if label == "DURATION"] == lengths


@pytest.mark.parametrize(
    "text",
    [
        "Undocking 10:44:39 03:44:39\nLanding 12:45:14 05:45:14\n",
        "Event | JST | UTC\nLift-off | 20:50:49 | 11:50:49\nStage parts after launch | 21:05:46 | 12:05:46\n",
        "Shift A 08:00-12:00\nShift B 09:00-13:00\n",
    ],
)
def test_columns_of_two_zones_and_ranges_stay_clocks(text: str) -> None:
    assert [label for label, _, _ in _read(text)] == ["TIME"] * 4


def test_of_three_columns_the_first_may_count_from_the_launch() -> None:
    text = (
        "Milestone Elapsed time Scheduled Actual\nLiftoff 0 10:42:40 10:42:40.471\n"
        "Separation 00:01:57 10:44:38 10:44:38\nCutoff 00:08:45 10:51:25 10:51:25\n"
    )
    assert [value for label, _, value in _read(text) if label == "DURATION"] == ["PT1M57S", "PT8M45S"]
