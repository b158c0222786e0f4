"""In: local dates and times. Out: the instants in UTC at the precision said."""

import pytest

from extractor.values import to_utc


@pytest.mark.parametrize(
    ("value", "utc"),
    [
        ("2017-12-17T02:21-05:00", "2017-12-17T07:21Z"),
        ("2017-12-17T10:21:01.127+03:00", "2017-12-17T07:21:01.127Z"),
        ("2018-01-01T00:30+05:30", "2017-12-31T19:00Z"),
        ("2017-12-17T08:39Z", "2017-12-17T08:39Z"),
        ("2017-12-31T24:00+00:00", "2018-01-01T00:00Z"),
        ("2016-12-31T23:59:60+00:00", "2017-01-01T00:00:00Z"),
    ],
)
def test_an_instant_is_given_in_utc_at_its_precision(value: str, utc: str) -> None:
    assert to_utc(value) == utc


@pytest.mark.parametrize(
    "value",
    [
        "", "2017-12-17", "T10:21+03:00", "2017-12-17T10:21", "XXXX-12-17T10:21+03:00", "2017-02-30T10:21+03:00",
        "0001-01-01T00:00+03:00", "9999-12-31T23:59-03:00", "2017-12-17T10:21+03:00/2017-12-17T10:25+03:00", "soon",
    ],
)  # fmt: skip
def test_what_is_no_known_instant_has_no_utc(value: str) -> None:
    assert to_utc(value) is None
