import pytest

TRIP = (
    "Launch [Dec. 17, 2017=2017-12-17], [10:21=2017-12-17T10:21+03:00]."
    " Landing [June 3, 2018=2018-06-03], [15:39=2018-06-03T15:39+03:00]. "
)
ENDS = "launch=2017-12-17T10:21+03:00@m1,m2", "landing=2018-06-03T15:39+03:00@m3,m4"
BURN = "On at [14:47:25=2018-06-03T14:47:25+03:00], off at [14:52:04=2018-06-03T14:52:04+03:00]. "


@pytest.mark.parametrize(
    ("said", "value", "severity"),
    [
        ("168 days", "P168D", None),
        ("169 days", "P169D", None),  # both ends counted
        ("186 days", "P186D", "warning"),
        ("170 days", "P170D", "warning"),
        ("five and a half months", "P5.5M", None),
        ("five months", "P5M", None),
        ("seven months", "P7M", "warning"),
        ("24 weeks", "P24W", None),
        ("168 days 5 hours 18 minutes", "P168DT5H18M", None),
        ("168 days 5 hours 28 minutes", "P168DT5H28M", "warning"),
        ("4,037 hours", "PT4037H", None),
        ("half a year", "PXY", None),
    ],
)
def test_a_mission_lasts_from_launch_to_landing(judge, said, value, severity):
    found = judge(f"{TRIP}They were away for [{said}={value}].", *ENDS, f"mission={value}@m5")
    assert [finding.severity for finding in found] == ([severity] if severity else [])


def test_the_sentence_holds_both_figures(judge):
    (finding,) = judge(f"{TRIP}They were away for [186 days=P186D].", *ENDS, "mission=P186D@m5")
    assert finding.message == (
        "From launch at 2017-12-17 10:21 UTC+3 to landing at 2018-06-03 15:39 UTC+3 is 168 days 5 h 18 min, "
        "but the page gives “186 days” for the mission."
    )
    assert (finding.check, finding.evidence, finding.against) == ("duration", ("m5",), ("m2", "m4"))


def test_a_second_off_is_told_as_what_rounding_may_explain(judge):
    planned = (
        "planned deorbit_burn_start=2018-06-03T14:47:25+03:00@m1",
        ("planned deorbit_burn_end=2018-06-03T14:52:04+03:00@m2"),
    )
    (finding,) = judge(f"{BURN}The burn of [4 minutes 40 seconds=PT4M40S].", *planned, "burn=PT4M40S@m3")
    assert finding.severity == "info"
    assert "4 min 39 s" in finding.message
    assert judge(f"{BURN}The burn of [4 minutes 39 seconds=PT4M39S].", *planned, "burn=PT4M39S@m3") == []


def test_a_plan_is_compared_with_planned_ends_only(judge):
    text = f"{TRIP}[April 2018=2018-04], [122 days=P122D]"
    planned = "planned landing=2018-04@m5"
    assert judge(text, *ENDS, "planned mission=P122D@m6") == []
    assert judge(text, *ENDS, planned, "planned mission=P122D@m6") == []
    (finding,) = judge(text.replace("122", "212"), *ENDS, planned, "planned mission=P212D@m6")
    assert finding.severity == "warning"


def test_of_two_lengths_side_by_side_one_was_a_plan(judge):
    text = f"{TRIP}\n\nTime aloft: [168 days=P168D], once [122 days=P122D]\n\nThey were away for [186 days=P186D]."
    assert judge(text, *ENDS, "mission=P168D@m5", "mission=P122D@m6") == []
    (finding,) = judge(text, *ENDS, "mission=P168D@m5", "mission=P186D@m7")
    assert "186 days" in finding.message


def test_a_length_of_another_size_is_of_something_else(judge):
    assert judge(f"{TRIP}a [17-hour=PT17H] voyage", *ENDS, "mission=PT17H@m5") == []


def test_another_craft_has_ends_of_its_own(judge):
    assert judge(f"{TRIP}[10 days=P10D]", *ENDS, "Kestrel 5: mission=P10D@m5") == []


def test_one_of_several_spacewalks_is_enough(judge):
    text = (
        "[08:00=2020-01-01T08:00Z] to [14:30=2020-01-01T14:30Z], [09:00=2020-01-09T09:00Z] to"
        " [12:00=2020-01-09T12:00Z]; [three hours=PT3H] [nine hours=PT9H]"
    )
    walks = (
        "ISS: spacewalk_start=2020-01-01T08:00Z@m1", "ISS: spacewalk_end=2020-01-01T14:30Z@m2",
        "ISS: spacewalk_start=2020-01-09T09:00Z@m3", "ISS: spacewalk_end=2020-01-09T12:00Z@m4",
    )  # fmt: skip
    assert judge(text, *walks, "ISS: spacewalk=PT3H@m5") == []
    (finding,) = judge(text, *walks, "ISS: spacewalk=PT9H@m6")
    assert "6 h 30 min" in finding.message


def test_lengths_of_more_spacewalks_than_have_ends_may_be_of_others(judge):
    text = (
        "Egress [22:00 on May 3=2018-05-03T22:00+00:00], ingress [04:00=2018-05-04T04:00+00:00]: [6 hours=PT6H]."
        " The others took [7 hours=PT7H] and [5 hours=PT5H]."
    )
    ends = "spacewalk_start=2018-05-03T22:00+00:00@m1", "spacewalk_end=2018-05-04T04:00+00:00@m2"
    assert judge(text, *ends, "spacewalk=PT6H@m3", "spacewalk=PT7H@m4", "spacewalk=PT5H@m5") == []
    (finding,) = judge(text.replace("6 hours=PT6H", "8 hours=PT8H"), *ends, "spacewalk=PT8H@m3")
    assert finding.check == "duration"


def test_a_day_that_the_page_does_not_say_may_be_off_by_one(judge):
    text = (
        "[May 20, 2020=2020-05-20]: [17:31=2020-05-20T17:31Z] ... [07:07=2020-08-19T07:07Z<date narrative 1],"
        " [91 days, 13 hours and 36 minutes=P91DT13H36M]"
    )
    claims = "launch=2020-05-20T17:31Z@m1,m2", "landing=2020-08-19T07:07Z@m3"
    assert judge(text, *claims, "mission=P91DT13H36M@m4") == []
    (finding,) = judge(text.replace("13H36M", "11H36M"), *claims, "mission=P91DT11H36M@m4")
    assert finding.check == "duration"


def test_a_length_that_another_clock_of_the_page_confirms_is_left_alone(judge):
    text = (
        "One left at [10:00:03=1966-03-16T10:00:03-05:00], the other at [11:41:02=1966-03-16T11:41:02-05:00]."
        " It came down at [22:22:28=1966-03-16T22:22:28-05:00] after [10 hours, 41 minutes and 26 seconds=PT10H41M26S]."
    )
    claims = "launch=1966-03-16T10:00:03-05:00@m1", "splashdown=1966-03-16T22:22:28-05:00@m3"
    assert judge(text, *claims, "mission=PT10H41M26S@m4") == []
    (finding,) = judge(text.replace("26 s", "56 s").replace("26S", "56S"), *claims, "mission=PT10H41M56S@m4")
    assert finding.check == "duration"
