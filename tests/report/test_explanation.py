"""In: a small result. Out: what is said of its lines."""

from io import StringIO

import pytest
from rich.console import Console

from extractor.diagnosis import Diagnosis, Rival, Silence
from extractor.model import Page, Result
from extractor.report.explanation import Explanation, Losses, Lost


def tell(explanation: Explanation, line: int) -> str:
    return "\n".join(row.text.plain for row in explanation.explain(line))


def diagnose(flight: Result, *rivals: Rival, silences: tuple[Silence, ...] = ()) -> Explanation:
    return Explanation(flight, Losses(Diagnosis((rivals, *((),) * 5), silences)))


def test_a_mention_shows_value_rule_and_where_its_day_came_from(flight: Result) -> None:
    said = tell(Explanation(flight), 1)
    assert "TIME “9:05 p.m.” is 2021-03-03T21:05-05:00  by time.test" in said
    assert "date from “March 3, 2021” (line 1)  by same-sentence" in said


def test_a_fact_shows_trigger_and_evidence(flight: Result) -> None:
    said = tell(Explanation(flight), 1)
    assert "status actual, value 2021-03-03T21:05-05:00  by event.verb" in said
    assert "trigger  “lifted off" in said
    inherited = "date from “March 3, 2021” (line 1) by same-sentence"
    assert f"evidence “9:05 p.m.” (line 1) is 2021-03-03T21:05-05:00; {inherited}" in said
    assert "evidence “EST” (line 1) is -05:00" in said


def test_what_lost_is_shown_with_what_beat_it(flight: Result) -> None:
    lost = Lost(24, 28, "DURATION", "duration.clock", "time.test")
    said = tell(Explanation(flight, Losses(lost=[lost])), 1)
    assert "not DURATION “9:05” was not taken: time.test has its characters  by duration.clock" in said


def test_a_line_without_anything_says_so_when_asked_for() -> None:
    page = Page("p", "first line\nsecond line\n", "0" * 64)
    explanation = Explanation(Result(page))
    assert "no mention on this line" in tell(explanation, 2)
    assert "no fact rests on this line" in tell(explanation, 2)
    assert explanation.list_lines() == []
    assert explanation.length == 3


def test_only_lines_with_something_are_listed(flight: Result) -> None:
    assert Explanation(flight).list_lines() == [1, 2]


def test_rivals_stand_below_their_fact_with_both_costs(flight: Result) -> None:
    rival = Rival("moment", "2021-03-03T21:00-05:00", (63, 72), "", 5.25, 0.5)
    said = tell(diagnose(flight, rival, Rival("beside", "launch planned", None, "event.verb")), 1)
    assert "not at   “9:00 p.m.” (line 1), 2021-03-03T21:00-05:00: 5.2 steps, against 0.5" in said
    assert "beside   launch planned  by event.verb" in said


def test_what_gave_no_fact_says_why(flight: Result) -> None:
    page = Page("p", "one line\nanother line\n", "0" * 64)
    silences = (Silence(0, 3, "words", "may tell of nothing"), Silence(9, 21, "place", "this is the page's footer"))
    explanation = Explanation(Result(page), Losses(Diagnosis((), silences)))
    assert "no fact rests on this line: “one” may tell of nothing" in tell(explanation, 1)
    assert "no fact rests on this line: this is the page's footer" in tell(explanation, 2)
    unused = Silence(flight.mentions[3].start, flight.mentions[3].end, "mention", "it is given up")
    assert "no fact  it is given up" in tell(diagnose(flight, silences=(unused,)), 1)


def test_what_a_fallback_read_is_named_and_counted(flight: Result) -> None:
    explanation = Explanation(flight, Losses(fallbacks=frozenset({"date.test"})))
    assert "by date.test, the fallback to dateparser" in tell(explanation, 1)
    said = explanation.summarise().text.plain
    assert said == "1 of 6 mentions by dateparser, the fallback: “March 3, 2021” on line 1"


def test_a_fact_is_told_once_unless_its_line_is_asked_for(flight: Result) -> None:
    explanation = Explanation(flight)
    shown = [row.text.plain for line in (1, 2) for row in explanation.explain(line, whole=False)]
    assert sum("perigee" in row for row in shown) == 1


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_row_is_wider_than_the_terminal_and_no_word_is_lost(flight: Result, width: int) -> None:
    for line in (1, 2):
        for row in Explanation(flight).explain(line):
            console = Console(file=StringIO(), width=width)
            row.print(console)
            shown = console.file.getvalue()  # type: ignore[attr-defined]
            assert shown.split() == row.text.plain.split()
            assert all(len(part) <= width for part in shown.split("\n"))


def test_what_could_steer_a_terminal_is_escaped() -> None:
    page = Page("p", "a \x1b[31mred\n", "0" * 64)
    silence = Silence(2, 10, "words", "names “\x1b[0m”")
    said = tell(Explanation(Result(page), Losses(Diagnosis((), (silence,)))), 1)
    assert "\x1b" not in said
    assert "“\\x1b[31mred” names “\\x1b[0m”" in said
