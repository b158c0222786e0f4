"""In: a small result. Out: what is said of its lines."""

from extractor.model import Page, Result
from extractor.report.explanation import Explanation, Lost


def tell(explanation: Explanation, line: int) -> str:
    return "\n".join(text.plain for text in explanation.explain(line))


def test_a_mention_shows_value_rule_and_where_its_day_came_from(flight: Result) -> None:
    said = tell(Explanation(flight), 1)
    assert "TIME “9:05 p.m.” is 2021-03-03T21:05-05:00  by time.test" in said
    assert "date from “March 3, 2021” (line 1)  by same-sentence" in said


def test_a_fact_shows_trigger_and_evidence(flight: Result) -> None:
    said = tell(Explanation(flight), 1)
    assert "status actual, value 2021-03-03T21:05-05:00  by event.verb" in said
    assert "trigger “lifted off" in said
    assert "evidence “9:05 p.m.” (line 1), “EST” (line 1), “March 3, 2021” (line 1)" in said


def test_what_lost_is_shown_with_what_beat_it(flight: Result) -> None:
    lost = Lost(24, 28, "DURATION", "duration.clock", "time.test")
    said = tell(Explanation(flight, [lost]), 1)
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
