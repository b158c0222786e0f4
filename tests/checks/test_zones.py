import pytest


def clock(words, value, zone, offset, name=None):
    return f"It left at [{words}={value}] [{zone}={offset};{name or zone}]."


@pytest.mark.parametrize(
    "text",
    [
        clock("2:30 a.m.", "2018-03-11T02:30-05:00", "Eastern", "-05:00", "America/New_York"),
        clock("2:30 a.m.", "2018-03-11T02:30-04:00", "EDT", "-04:00"),
        clock("02:10", "2010-03-28T02:10+03:00", "Moscow Time", "+03:00", "Europe/Moscow"),
    ],
)
def test_a_time_that_the_clocks_skipped_is_found(judge, text):
    (finding,) = judge(text)
    assert (finding.check, finding.severity) == ("clock-gap", "error")
    assert "put forward by 1 h" in finding.message


def test_a_time_that_the_clocks_showed_twice_is_found_where_the_page_does_not_tell_them_apart(judge):
    doubled = "1:30 a.m.", "2018-11-04T01:30-04:00"
    (finding,) = judge(clock(*doubled, "Eastern", "-04:00", "America/New_York"))
    assert (finding.check, finding.severity) == ("clock-doubled", "info")
    assert judge(clock(*doubled, "EDT", "-04:00")) == []


@pytest.mark.parametrize(
    ("value", "zone", "offset", "found"),
    [
        ("2017-12-17T02:21-04:00", "EDT", "-04:00", 1),
        ("2017-07-17T02:21-05:00", "EST", "-05:00", 1),
        ("2017-12-17T02:21-05:00", "EST", "-05:00", 0),
        ("1965-06-03T10:16-05:00", "EST", "-05:00", 0),  # each state as it pleased
        ("2017-07-17T02:21-07:00", "MST", "-07:00", 0),  # Arizona
        ("2014-08-12T15:30+02:00", "CEST", "+02:00", 0),
        ("2014-01-12T15:30+02:00", "CEST", "+02:00", 1),
    ],
)
def test_a_zone_out_of_its_season_is_told(judge, value, zone, offset, found):
    findings = judge(clock("2:21 a.m.", value, zone, offset))
    assert [(finding.check, finding.severity) for finding in findings] == [("zone-season", "info")] * found


@pytest.mark.parametrize(
    "text",
    [
        clock("02:30", "2018-03-11T02:30+00:00", "UTC", "+00:00"),
        clock("02:30", "2018-03-11T02:30+03:00", "Moscow Time", "+03:00", "Europe/Moscow"),
        clock("02:30", "2018-03-11T02:30+03:00", "Nowhere time", "+03:00", "Nowhere/Land"),
        clock("02:30", "2018-03-11T02:30+03:00", "Odd", "+03:00", "../etc/passwd"),
    ],
)
def test_zones_that_did_not_change_or_are_unknown_are_left_alone(judge, text):
    assert judge(text) == []


@pytest.mark.parametrize(("second", "found"), [("-04:00", 0), ("-05:00", 1)])
def test_two_names_of_one_zone_mean_one_offset(judge, second, found):
    text = f"at [2:34 a.m.=2011-06-01T02:34-04:00] [EDT=-04:00] ([GMT{second[:3]}={second}])."
    assert [finding.check for finding in judge(text)] == ["zone-pair"] * found
