"""Clocks that count from an event are lengths; the neighbours tell what two figures count."""

import pytest
from reading import read_values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("T+ 8:15 Main engine cutoff", ["PT8M15S"]),
        ("T+00:02:05 Boosters part", ["PT2M5S"]),
        ("MET 00/08:32:10 second burn", ["PT8H32M10S"]),
        ("GET 102:45:40 landing", ["PT102H45M40S"]),
        ("an orbit with a period 12:05", ["PT12H5M"]),
        ("EVENTS (minutes and seconds)\n\nSeparation | +02:22\nCutoff | +08:53\n", ["PT2M22S", "PT8M53S"]),
        ("A touch at 1:34 ground elapsed time, a push at 2:18, and by 5:58 they hung there.",
         ["PT1H34M", "PT2H18M", "PT5H58M"]),
    ],
)  # fmt: skip
def test_an_elapsed_clock_is_a_duration(text: str, values: list[str]) -> None:
    assert [value for _, value in read_values(text, "DURATION")] == values
    assert read_values(text, "TIME") == []
