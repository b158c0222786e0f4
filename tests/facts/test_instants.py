"""In: pairs of dates and times. Out: whether one may be a less precise way to say the other."""

import pytest

from extractor.facts.instants import covers, is_dated


@pytest.mark.parametrize(
    ("coarse", "fine"),
    [
        ("2031", "2031-05-03"),
        ("2031-05", "2031-05-03T10:15+03:00"),
        ("2031-05-03", "2031-05-03T10:15+03:00"),
        ("2031-05-03T10:15+03:00", "2031-05-03T10:15:40+03:00"),
        ("2031-05-03T10:16+03:00", "2031-05-03T10:15:40+03:00"),
        ("2031-05-03T07:15+00:00", "2031-05-03T10:15+03:00"),
        ("2031-05-02/2031-05-04", "2031-05-03T10:15+03:00"),
        ("203X", "2031-05-03"),
        ("2031-W18", "2031-05-03"),
    ],
)
def test_a_coarser_saying_covers_the_finer(coarse: str, fine: str) -> None:
    assert covers(coarse, fine)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("2031-05-03", "2031-05-04T10:15+03:00"),
        ("2031-05-03T10:15+03:00", "2031-05-03T10:15+02:00"),
        ("2031-05-03T10:15+03:00", "2031-05-03T10:17:40+03:00"),
        ("2031-05-03T10:15:40+03:00", "2031-05-03T10:15+03:00"),
        ("2031-05-03T10:15", "2031-05-03T10:15+03:00"),
        ("2031-05", "2031-06"),
        ("2031-1", "2031-11"),
    ],
)
def test_unlike_or_finer_sayings_are_not_covered(one: str, two: str) -> None:
    assert not covers(one, two)


def test_a_decade_or_a_bare_clock_dates_no_event() -> None:
    assert not is_dated("196X")
    assert not is_dated("T10:15+03:00")
    assert not is_dated("XXXX-XX-XXT10:15+03:00")
    assert is_dated("XXXX-10-11")
