import pytest

TEXT = """It left the pad at [10:00=2020-01-02T10:00Z] in light snow and climbed.

Liftoff came at [10:20=2020-01-02T10:20Z], which was late.

Liftoff | [Jan. 2=2020-01-02]

Lost on [Jan. 3=2020-01-03]
"""


@pytest.mark.parametrize(
    "claims",
    [
        ("launch=2020-01-02T10:00Z@m1", "launch=2020-01-02T10:20Z@m2"),
        ("launch=2020-01-02@m3", "launch=2020-01-03@m4"),
        ("Osprey: decay=2020-01-02@m3", "Osprey: decay=2020-01-03@m4"),
    ],
)
def test_two_times_of_an_event_that_happens_once_are_found(judge, claims):
    (finding,) = judge(TEXT, *claims)
    assert (finding.check, finding.severity) == ("repeat", "warning")
    assert "two times" in finding.message
    assert finding.evidence != finding.against


@pytest.mark.parametrize(
    "claims",
    [
        ("launch=2020-01-02T10:00Z@m1", "launch=2020-01-02@m3"),
        ("launch=2020-01-02T10:00Z@m1", "launch=2020-01-03@m4"),  # the date of another place
        ("planned launch=2020-01-02T10:00Z@m1", "planned launch=2020-01-02T10:20Z@m2"),
        ("launch=2020-01-02T10:00Z@m1", "Kestrel 5: launch=2020-01-02T10:20Z@m2"),
        ("hatch_opening=2020-01-02T10:00Z@m1", "hatch_opening=2020-01-02T10:20Z@m2"),
        ("launch=2020-01-02@m3", "launch=1996-01-03@m4"),  # it flew before
    ],
)
def test_times_that_may_both_be_right_are_left_alone(judge, claims):
    assert judge(TEXT, *claims) == []


def test_two_times_in_one_sentence_are_hardly_of_one_event(judge):
    text = TEXT.replace("\n\n", " ")
    assert judge(text, "launch=2020-01-02T10:00Z@m1", "launch=2020-01-02T10:20Z@m2") == []
