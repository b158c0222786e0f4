import pytest

MOSCOW, EST, GMT = "[Moscow Time=+03:00;Europe/Moscow]", "[EST=-05:00]", "[GMT=+00:00]"
TEN = f"[10:21=2017-12-17T10:21+03:00] {MOSCOW}"


@pytest.mark.parametrize(
    "text",
    [
        f"left at {TEN} ([2:21 a.m.=2017-12-17T02:21-05:00] {EST}).",
        f"left at [10:21:45=2017-12-17T10:21:45+03:00] {MOSCOW} ([2:22 a.m.=2017-12-17T02:22-05:00] {EST}).",
        f"left at {TEN}, i.e. [07:21=2017-12-17T07:21+00:00] {GMT}.",
        f"Liftoff .... {TEN} / [02:21=2017-12-17T02:21-05:00] {EST}",
        "Liftoff | [Dec. 17=2017-12-17], [01:30=2017-12-17T01:30+03:00] | [Dec. 16=2017-12-16],"
        " [22:30=2017-12-16T22:30+00:00]",
        # the day of a clock that has no date of its own is not held against the page
        f"left at [1:21=2017-12-17T01:21+03:00] {MOSCOW} ([5:21 p.m.=2017-12-17T17:21-05:00] {EST}).",
        # a range beside a range
        f"[12:15=2018-06-03T12:15+03:00]-[12:17=2018-06-03T12:17+03:00] {MOSCOW}"
        f" ([9:15=2018-06-03T09:15+00:00]-[9:17=2018-06-03T09:17+00:00] {GMT})",
        f"at {TEN} (about [7:25=2017-12-17T07:25+00:00] {GMT}).",
        f"at {TEN} this cold morning ([07:21=2017-12-17T07:21+00:00] {GMT}).",
        f"SWAN\nLaunch time: [05:00=1979-02-21T05:00+00:00] {GMT}\nLocal time: [14:00=1979-02-21T14:00+09:00]",
    ],
)
def test_clocks_of_one_instant_agree_at_the_coarser_precision(judge, text):
    assert judge(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"left at {TEN} ([3:21 a.m.=2017-12-17T03:21-05:00] {EST}).",
        f"left at {TEN} ([2:22 a.m.=2017-12-17T02:22-05:00] {EST}).",
        f"left at {TEN}, i.e. [08:21=2017-12-17T08:21+00:00] {GMT}.",
        f"Liftoff .... {TEN} / [02:12=2017-12-17T02:12-05:00] {EST}",
        "Liftoff | [Dec. 17=2017-12-17], [01:30=2017-12-17T01:30+03:00] | [Dec. 17=2017-12-17],"
        " [22:30=2017-12-17T22:30+00:00]",
        f"at {TEN} this cold morning ([07:41=2017-12-17T07:41+00:00] {GMT}).",
        f"at {TEN} (about [7:26=2017-12-17T07:26+00:00] {GMT}).",
        f"SWAN\nLaunch time: [05:00=1979-02-21T05:00+00:00] {GMT}\nClock in Japan: [14:20=1979-02-21T14:20+09:00]",
        f"{TEN}\n[6:21=2017-12-17T06:21+00:00] {GMT}\n",
        f"[12:15=2018-06-03T12:15+03:00]-[12:17=2018-06-03T12:17+03:00] {MOSCOW}"
        f" ([9:15=2018-06-03T09:15+00:00]-[9:18=2018-06-03T09:18+00:00] {GMT})",
    ],
)
def test_two_clocks_of_one_instant_that_disagree_are_found(judge, text):
    (finding,) = judge(text)
    assert (finding.check, finding.severity) == ("clocks", "warning")


def test_the_sentence_holds_both_figures_and_their_difference(judge):
    (finding,) = judge(f"docked at {TEN} ([3:31 a.m.=2017-12-17T03:31-05:00] {EST}).")
    assert finding.message == (
        "“10:21 Moscow Time” would be 02:21 on the second clock, but the page gives “3:31 a.m. EST”: 1 h 10 min apart."
    )
    assert (finding.evidence, finding.against) == (("m1", "m2"), ("m3", "m4"))


@pytest.mark.parametrize(("minutes", "found"), [("42", 0), ("12", 0), ("52", 1), ("43", 1)])
def test_clocks_without_known_offsets_are_whole_quarters_of_an_hour_apart(judge, minutes, found):
    other = f"[07.{minutes} a.m.=XXXX-09-04T07:{minutes}+00:00] {GMT}"
    text = f"at [10.42 a.m.=XXXX-09-04T10:42] [Moscow time=+03:00] ({other})"
    assert len(judge(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        f"left at {TEN} (docking at [3:39 a.m.=2017-12-17T03:39-05:00] {EST}).",
        f"left at {TEN}, docked at [3:39 a.m.=2017-12-17T03:39-05:00] {EST}.",
        f"either [15:40=2018-06-03T15:40+03:00] or [15:39=2018-06-03T15:39+03:00] {MOSCOW}.",
        f"between [9:00=2018-06-03T09:00+00:00] and [9:30=2018-06-03T09:30+00:00] {GMT}.",
        f"at {TEN}. At [3:39 a.m.=2017-12-17T03:39-05:00] {EST} it docked.",
        f"SWAN\nLaunch time: [05:00=1979-02-21T05:00+00:00] {GMT}\nDocking time: [14:20=1979-02-21T14:20+09:00]",
        f"{TEN} launch\n[3:39 a.m.=2017-12-17T03:39-05:00] {EST} docking\n",
    ],
)
def test_clocks_of_two_instants_are_not_compared(judge, text):
    assert judge(text) == []
