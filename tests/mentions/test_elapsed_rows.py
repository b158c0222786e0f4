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
