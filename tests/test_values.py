from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from extractor.values import duration_key, read_moment


def test_durations_of_one_length_compare_equal() -> None:
    assert duration_key("PT90M") == duration_key("PT1H30M") == (Decimal(0), Decimal(5400))
    assert duration_key("P1Y6M") == duration_key("P18M")
    assert duration_key("PT8.7M") == (Decimal(0), Decimal(522))


@pytest.mark.parametrize("value", ["P1.2.3D", "P.D", "PT..S", "PXD", "P", "PT", "", "P" + "9" * 400 + "D", "two days"])
def test_what_is_no_duration_compares_as_written(value: str) -> None:
    assert duration_key(value) == value


@pytest.mark.parametrize(
    ("value", "local", "step"),
    [
        ("2017", datetime(2017, 1, 1), timedelta(days=365)),
        ("2018-02", datetime(2018, 2, 1), timedelta(days=28)),
        ("2017-12", datetime(2017, 12, 1), timedelta(days=31)),
        ("2017-12-17", datetime(2017, 12, 17), timedelta(days=1)),
        ("2017-12-17T10:21", datetime(2017, 12, 17, 10, 21), timedelta(minutes=1)),
        ("2017-12-17T10:21:01", datetime(2017, 12, 17, 10, 21, 1), timedelta(seconds=1)),
        (
            "2017-12-17T10:21:01.127",
            datetime(2017, 12, 17, 10, 21, 1, 127000),
            timedelta(milliseconds=1),
        ),
    ],
)
def test_a_moment_is_as_wide_as_the_precision_said(value: str, local: datetime, step: timedelta) -> None:
    moment = read_moment(value)
    assert moment is not None
    assert (moment.local, moment.step, moment.offset, moment.utc) == (local, step, None, None)


def test_a_moment_with_an_offset_is_an_instant() -> None:
    moscow, washington = read_moment("2017-12-17T10:21:01.127+03:00"), read_moment("2017-12-17T02:21-05:00")
    assert moscow is not None
    assert washington is not None
    assert moscow.utc == datetime(2017, 12, 17, 7, 21, 1, 127000)
    assert washington.utc == datetime(2017, 12, 17, 7, 21)
    zulu = read_moment("2017-12-17T24:00Z")
    assert zulu is not None
    assert zulu.utc == datetime(2017, 12, 18)


@pytest.mark.parametrize(
    "value",
    ["2018-02-30", "2017-13", "2017-12-17T25:00", "2017-12-17T24:30", "2017-12-17T10:61", "0000-01-01", "T10:21+03:00",
     "XXXX-10-11", "197X", "2024-FA", "2017-12-17/2017-12-19", "9999-12-31T23:00-05:00", "", "noon"],
)  # fmt: skip
def test_a_value_that_the_calendar_does_not_hold_is_no_moment(value: str) -> None:
    assert read_moment(value) is None
