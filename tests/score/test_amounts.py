from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.score.amounts import same_duration, same_moment, same_offset, same_quantity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2017-12-17", "2017-12-17"),
        ("2017-12-17T08:39Z", "2017-12-17T11:39+03:00"),
        ("2017-12-17T23:30-05:00", "2017-12-18T07:30+0300"),
        ("T08:39Z", "T11:39+03:00"),
        ("T23:00-05:00", "T04:00+00:00"),
        ("XXXX-10-11T23:00-05:00", "XXXX-10-12T04:00Z"),
        ("2017-12-16T24:00Z", "2017-12-17T00:00Z"),
        ("2018-06-03T12:15+03:00/2018-06-03T12:17+03:00", "2018-06-03T09:15Z/2018-06-03T09:17Z"),
        ("2017-12-17T10:21", "2017-12-17T10:21"),
        ("2024-FA", "2024-FA"),
        (None, None),
    ],
)
def test_equal_moments(one: Any, other: Any) -> None:
    assert same_moment(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2017-12-17T11:39+03:00", "2017-12-17T11:39:00+03:00"),
        ("2017-12-17T11:39:05+03:00", "2017-12-17T11:39:05.0+03:00"),
        ("2017-12-17T11:39+03:00", "2017-12-17T11:39"),
        ("2017-12-17T11:39+03:00", "2017-12-17"),
        ("2017-12-17T11:39+03:00", "T11:39+03:00"),
        ("XXXX-12-17T11:39Z", "2000-12-17T11:39Z"),
        ("T11:39", "T11:39Z"),
        ("2017-12", "2017-12-01"),
        ("2018-06-03/2018-06-04", "2018-06-03"),
        ("2017-99-99T11:39Z", "2017-99-98T11:39Z"),
        ("2017-12-17T10:21:01.127+03:00", "2017-12-17T10:21:01.128+03:00"),
        ("2017", None),
        ("2017", 2017),
    ],
)
def test_different_moments(one: Any, other: Any) -> None:
    assert not same_moment(one, other)


@given(st.text(alphabet="0123456789XTZ:+-./P", max_size=30))
def test_any_text_equals_itself_as_any_kind_of_value(text: str) -> None:
    assert same_moment(text, text)
    assert same_duration(text, text)
    assert same_offset(text, text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("PT90M", "PT1H30M", True),
        ("P14D", "P2W", True),
        ("P5.5M", "P5,5M", True),
        ("P1Y", "P12M", True),
        ("P1M", "P30D", False),
        ("PT1M", "P1M", False),
        ("PXD", "PXD", True),
        ("PXD", "PTXH", False),
        ("P6D/P8D", "PT144H/P8D", True),
        ("P1.2.3D", "P1D", False),
        (None, "P1D", False),
    ],
)
def test_durations_compare_after_normalising(one: Any, other: Any, same: bool) -> None:
    assert same_duration(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+03:00", "+0300", True),
        ("Z", "+00:00", True),
        ("-05:00", "+05:00", False),
        ("+05:30", "+05", False),
        (None, None, True),
        (None, "+00:00", False),
    ],
)
def test_offsets_compare_as_offsets(one: Any, other: Any, same: bool) -> None:
    assert same_offset(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((7220, "kilogram"), (7.22, "metric_ton"), True),
        ((1, "pound"), (0.45359237, "kilogram"), True),
        ((60, "arcminute"), (1, "degree"), True),
        ((36, "kilometer_per_hour"), (10, "meter_per_second"), True),
        ((1, "knot"), (1, "nautical_mile_per_hour"), True),
        ((3, "ton"), (3, "metric_ton"), False),
        ((198, "kilometer"), (198.0000001, "kilometer"), True),
        ((198, "kilometer"), (198.000001, "kilometer"), False),
        ((1, "kilogram"), (1, "kilometer"), False),
        ((5, "furlong"), (5, "furlong"), True),
        ((1, "bar"), (100, "kilopascal"), True),
        ((1, "kelvin"), (1, "degree_Celsius"), False),
        ((5, "parsnip"), (5, "parsnip"), True),
        ((5, "parsnip"), (5, "meter"), False),
        ((5, "kilo" * 3000), (5, "meter"), False),
        ((1, ["meter"]), (1, "meter"), False),
        ((5, "furlong"), (1.00584, "kilometer"), False),
        ((0.01, None), (0.01, None), True),
        ((0.01, None), (0.01, "degree"), False),
        ((None, "degree"), (1, "degree"), False),
        ((10**400, "meter"), (1, "meter"), False),
        (("a few", "meter"), (1, "meter"), False),
    ],
)
def test_quantities_compare_as_physical_quantities(one: Any, other: Any, same: bool) -> None:
    assert same_quantity(one, other) is same
