import pytest

LAUNCH = "Liftoff came at [10:21:01.127=2017-12-17T10:21:01.127+03:00]. "
EVENT = "launch=2017-12-17T10:21:01.127+03:00@m1"


@pytest.mark.parametrize(
    ("said", "value", "severity"),
    [
        ("8.7 minutes", "PT8.7M", "warning"),
        ("8.8 minutes", "PT8.8M", None),
        ("8.78 minutes", "PT8.78M", None),
        ("8.5 minutes", "PT8.5M", "warning"),
        ("eight minutes", "PT8M", None),  # cut off
        ("nine minutes", "PT9M", None),  # rounded
        ("ten minutes", "PT10M", "warning"),
        ("eight and three quarters minutes", "PT8.75M", None),
        ("527 seconds", "PT527S", None),
        ("540 seconds", "PT540S", "warning"),
        ("8 minutes 47 seconds", "PT8M47S", None),
        ("8 minutes 37 seconds", "PT8M37S", "warning"),
        ("several minutes", "PTXM", None),
    ],
)
def test_a_time_into_the_flight_fits_the_clock_within_the_precision_said(judge, said, value, severity):
    text = f"{LAUNCH}The stage fell silent [{said}={value}] into the flight, at [10:29:48=2017-12-17T10:29:48+03:00]."
    assert [finding.severity for finding in judge(text, EVENT)] == ([severity] if severity else [])


def test_the_sentence_holds_both_figures_and_their_difference(judge):
    text = f"{LAUNCH}It ran until [8.7 minutes=PT8.7M] after liftoff at [10:29:48=2017-12-17T10:29:48+03:00]."
    (finding,) = judge(text, EVENT)
    assert finding.message == (
        "“10:29:48” is 8 min 46.873 s (8.78 minutes) after the launch at 2017-12-17 10:21:01.127 UTC+3, "
        "but the page says “8.7 minutes”."
    )
    assert (finding.check, finding.evidence, finding.against) == ("elapsed", ("m2", "m3"), ("m1",))


@pytest.mark.parametrize("mod", ["APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"])
def test_a_qualifier_widens_what_fits_and_bounds_what_does_not(judge, mod):
    fits = {"APPROX": "08:09", "LESS_THAN": "07:50", "MORE_THAN": "08:20", "EQUAL_OR_MORE": "11:00",
            "EQUAL_OR_LESS": "06:30"}[mod]  # fmt: skip
    misses = {"APPROX": "10:00", "LESS_THAN": "09:00", "MORE_THAN": "06:50", "EQUAL_OR_MORE": "06:20",
              "EQUAL_OR_LESS": "09:30"}[mod]  # fmt: skip
    for clock, count in ((fits, 0), (misses, 1)):
        text = (
            "Launch: [06:00=2020-01-01T06:00+00:00]. The hatch was opened [two hours=PT2H;" + mod + "] after launch,"
            f" at [{clock}=2020-01-01T{clock}+00:00]."
        )
        assert len(judge(text, "launch=2020-01-01T06:00+00:00@m1")) == count, (mod, clock)


@pytest.mark.parametrize(("said", "value", "count"), [("four", "PT4M", 0), ("six", "PT6M", 1)])
def test_a_length_ahead_of_a_named_time_fits_the_time_before_it(judge, said, value, count):
    text = (
        "docked at [11:39=2017-12-19T11:39+03:00] [Moscow Time=+03:00]"
        " ([3:39 a.m.=2017-12-19T03:39-05:00] [EST=-05:00])"
        f" or [{said} minutes={value}] ahead of the planned [11:43:02=2017-12-19T11:43:02+03:00]"
    )
    assert len(judge(text)) == count


@pytest.mark.parametrize(("value", "count"), [("PT4M", 0), ("PT9M", 1)])
def test_a_length_before_the_planned_time_fits_what_happened(judge, value, count):
    text = (
        f"It slid in [some minutes={value}] sooner than the [11:43:02=2017-12-19T11:43:02+03:00] of the plan."
        " Docking: [11:39=2017-12-19T11:39+03:00]"
    )
    claims = "planned docking=2017-12-19T11:43:02+03:00@m2", "docking=2017-12-19T11:39+03:00@m3"
    assert len(judge(text, *claims)) == count


@pytest.mark.parametrize(("minutes", "count"), [(42, 0), (52, 1)])
def test_later_is_counted_from_a_time_before(judge, minutes, count):
    text = (
        "It fired its engine at [5:47 a.m.=2009-06-23T05:47-04:00] on [June 23=2009-06-23]. The other flew past"
        f" [{minutes} minutes=PT{minutes}M] later, at [6:29 a.m.=2009-06-23T06:29-04:00], far from the ground."
    )
    assert len(judge(text)) == count


@pytest.mark.parametrize(("said", "value", "count"), [("Two", "P2D", 0), ("Five", "P5D", 1)])
def test_days_later_lead_to_the_date_beside_them(judge, said, value, count):
    text = f"It left on [May 3, 2001=2001-05-03]. [{said} days={value}] later, on [May 5=2001-05-05], it docked."
    assert len(judge(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        # the time behind the length is the start itself
        "Docking: [11:39=2017-12-19T11:39+03:00]. The hatch was opened [two hours=PT2H] after docking at"
        " [11:39=2017-12-19T11:39+03:00].",
        # another clause, another event
        "Docking: [11:39=2017-12-19T11:39+03:00]. They slept [two hours=PT2H] after docking and ate at"
        " [22:00=2017-12-19T22:00+03:00].",
        # what "later" is counted from is not said as a time
        "At [11:39=2017-12-19T11:39+03:00], [two hours=PT2H] later than planned, it docked.",
        "Docking is due [two hours=PT2H] after sunrise, at [11:39=2017-12-19T11:39+03:00].",
    ],
)
def test_a_length_that_belongs_to_no_clock_is_left_alone(judge, text):
    assert judge(text, "docking=2017-12-19T11:39+03:00@m1") == []


def test_an_event_of_years_ago_is_not_what_a_length_is_counted_from(judge):
    text = (
        "[1998-01-01=1998-01-01] [09:00=1998-01-01T09:00Z] ... [ten minutes=PT10M] after launch,"
        " at [10:29:48=2017-12-17T10:29:48+03:00]"
    )
    assert judge(text, "launch=1998-01-01T09:00Z@m1,m2") == []
