"""In: values and words of any kind, in any order. Out: whether the checks of time stay calm."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.checks.times import find_time_faults
from extractor.model import Fact, Finding, Mention, Origin
from extractor.pages import make_page

WORDS = {
    "DATE": ["Feb. 29", "Monday, Feb. 30, 2018", "the 5th", "Tuesday", "9999", "today", "31/31/2018"],
    "TIME": ["10:21:01.127", "2:21 a.m.", "noon", "25:61", "0000"],
    "TIMEZONE": ["EST", "Moscow Time", "local time", "EDT"],
    "DURATION": ["8.7 minutes", "+00:00", "two days", "9 years", "0 s", "half an hour"],
}
VALUES = {
    "DATE": ["2018-02-30", "2018-02-28", "XXXX-02-29", "9999-12-31", "0001-01-01", "2017-12-17/2017-12-19", "197X", ""],
    "TIME": ["2017-12-17T10:21:01.127+03:00", "T02:21", "XXXX-XX-XXT02:21-05:00", "9999-12-31T23:59:59-12:00",
             "0001-01-01T00:00+14:00", "2018-03-11T02:30-05:00", "T25:61", "2018-11-04T01:30-04:00", ""],
    "TIMEZONE": ["+03:00", "-05:00", ""],
    "DURATION": ["PT8.7M", "P2D", "PT0S", "PXD", "P9Y", "P99999999999999999D", "PT0.000001S", ""],
}  # fmt: skip
ZONES = ["EST", "EDT", "Europe/Moscow", "America/New_York", "../x", "", None]
GLUE = [
    " ",
    ", ",
    " (",
    ") ",
    "\n",
    "\n\n",
    " | ",
    " after launch at ",
    " later, at ",
    " ahead of ",
    " to ",
    " lasting ",
]
EVENTS = ["launch", "landing", "docking", "undocking", "deorbit_burn_start", "spacewalk_end", "anything"]
PIECES = st.lists(
    st.tuples(st.sampled_from(sorted(WORDS)), st.integers(0, 9), st.integers(0, 9), st.sampled_from(GLUE)), max_size=14
)
CLAIMS = st.lists(
    st.tuples(st.sampled_from(EVENTS), st.booleans(), st.integers(0, 9), st.integers(0, 20), st.booleans()), max_size=8
)


def write(pieces: list[tuple[str, int, int, str]]) -> tuple[str, list[Mention]]:
    text, mentions = "", list[Mention]()
    for number, (label, word, value, glue) in enumerate(pieces):
        text += glue
        words = WORDS[label][word % len(WORDS[label])]
        origins = (Origin("year", "weekday", value, None),) if value % 3 == 0 else ()
        zone = ZONES[value % len(ZONES)] if label == "TIMEZONE" else None
        said = VALUES[label][value % len(VALUES[label])]
        span = len(text), len(text) + len(words)
        mentions.append(Mention(f"m{number}", *span, words, label, said or None, "test", zone=zone, origins=origins))
        text += words
    return text, mentions


def claim(event: str, planned: bool, value: int, evidence: int, lasting: bool) -> Fact:
    status = "planned" if planned else "actual"
    label, kind, key = ("DURATION", "duration", "of") if lasting else ("TIME", "event", "event")
    name = ["mission", "burn", "docked"][value % 3] if lasting else event
    said = VALUES[label][value % len(VALUES[label])]
    return Fact(kind, "Kestrel 4", {key: name, "status": status, "value": said}, (f"m{evidence}",), "test")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(PIECES, CLAIMS)
def test_no_value_and_no_order_of_words_upsets_the_checks(
    pieces: list[tuple[str, int, int, str]], claims: list[tuple[str, bool, int, int, bool]]
) -> None:
    text, mentions = write(pieces)
    page, facts = make_page(text), [claim(*parts) for parts in claims]
    found = list(find_time_faults(page, mentions, facts))
    assert found == list(find_time_faults(page, mentions, facts))
    for finding in found:
        assert finding.message.endswith(".")
        assert "\n" not in finding.message
        assert finding.severity in ("info", "warning", "error")
        assert Finding.from_dict(finding.to_dict()) == finding
