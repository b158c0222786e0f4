"""Dates and zones that can be read in two ways are flagged where nothing on the page decides."""

import pytest

from extractor import extract


def find(text: str) -> list[tuple[str, str]]:
    """Give check and severity of the findings on two readings."""
    findings = extract(text).findings
    return [(f.check, f.severity) for f in findings if f.check in ("date-order", "zone-name")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The probe left on 05/06/2017 at dawn.", 1),
        ("The probe left on 25/06/2017 at dawn.", 0),
        ("The probe left on 05/05/2017 at dawn.", 0),
        ("The probe left on 05/06/2017 and came down on 25/06/2017.", 0),
        ("The probe left on 05/06/2017. It was built by June 1, 2016.", 0),
    ],
)
def test_figures_that_may_be_exchanged_are_flagged_where_no_other_date_decides(text: str, found: int) -> None:
    assert find(text) == [("date-order", "info")] * found


def test_a_flagged_date_says_both_readings() -> None:
    (finding,) = extract("The probe left on 05/06/2017 at dawn.").findings
    assert "2017-05-06" in finding.message
    assert "2017-06-05" in finding.message


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On May 5, 2011, it landed at 10:15 CST in the rain.", 1),
        ("On May 5, 2011, it landed at 10:15 CST in China.", 0),
        ("On May 5, 2011, Houston heard of it at 10:15 CST.", 0),
        ("On May 5, 2011, it landed at 10:15 EST in the rain.", 0),
    ],
)
def test_an_abbreviation_of_two_zones_is_flagged_where_the_page_speaks_of_neither(text: str, found: int) -> None:
    assert find(text) == [("zone-name", "info")] * found
