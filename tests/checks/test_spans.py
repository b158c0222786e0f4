import pytest

BEGAN = "It began at [8:04 a.m.=2020-01-15T08:04-05:00]"
ENDED = "ended at [2:34 p.m.=2020-01-15T14:34-05:00]"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{BEGAN} and {ENDED}, lasting [six hours and 30 minutes=PT6H30M].", 0),
        (f"{BEGAN} and {ENDED}, lasting [seven hours and 30 minutes=PT7H30M].", 1),
        (f"{BEGAN} and {ENDED} after [six and a half hours=PT6.5H].", 0),
        (f"{BEGAN} and {ENDED} after [four and a half hours=PT4.5H].", 1),
        (f"{BEGAN} and {ENDED} (about [six hours=PT6H;APPROX]).", 0),
        (f"{BEGAN}, i.e. [13:04=2020-01-15T13:04+00:00], and {ENDED}, and took [5 h 30 min=PT5H30M].", 1),
        (f"{BEGAN}. It {ENDED}. It lasted [seven hours=PT7H].", 0),  # a sentence each
        (f"{BEGAN} and at [9:10 a.m.=2020-01-15T09:10-05:00] they rested, which took [one hour=PT1H].", 0),
        (f"{BEGAN} and {ENDED}, with [two hours=PT2H] of rest.", 0),
        ("From [23:10=T23:10] until [01:20=T01:20], a burn of [2 h 10 min=PT2H10M].", 0),
        ("On at [14:47:25=T14:47:25], off at [14:52:05=T14:52:05], a firing of [5 min 40 s=PT5M40S].", 1),
    ],
)
def test_a_sentence_with_both_ends_and_the_length_adds_up(judge, text, found):
    assert [finding.check for finding in judge(text)] == ["span"] * found


def test_the_sentence_holds_both_figures(judge):
    (finding,) = judge(f"{BEGAN} and {ENDED}, lasting [seven hours and 30 minutes=PT7H30M].")
    assert finding.message == (
        "From “8:04 a.m.” to “2:34 p.m.” is 6 h 30 min, but the page says “seven hours and 30 minutes”."
    )
    assert (finding.evidence, finding.against) == (("m3",), ("m1", "m2"))
