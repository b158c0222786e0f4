"""In: small results. Out: the card as text, at the widths of terminals."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from extractor.model import Fact, Page, Result
from extractor.report.card import find_subject, render_card


def draw(result: Result, width: int) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    console.print(render_card(result, width))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(flight: Result, width: int) -> None:
    assert max(len(line) for line in draw(flight, width).splitlines()) <= width


def test_the_card_has_every_section(flight: Result) -> None:
    card = draw(flight, 80)
    for words in ("Kestrel 4", "At a glance", "Crew", "Timeline", "Orbit", "Findings"):
        assert words in card
    assert "Mass, spacecraft  1,200 kg" in card
    assert "perigee 198.3 km" in card


def test_plan_stands_on_the_line_of_the_fact_in_utc(flight: Result) -> None:
    line = next(
        line for line in draw(flight, 80).splitlines() if "Launch " in line and "02:05" in line and "21:05" in line
    )
    assert line.index("02:05") < line.index("21:05 -05, Mar 03") < line.index("Launch") < line.rindex("02:00")


def test_clocks_stand_in_one_column(flight: Result) -> None:
    later = Fact("event", "Kestrel 4", {"event": "docking", "status": "actual", "value": "2021-03-05T06:30:11+00:00"},
                 ((0, 1),), "event.test")  # fmt: skip
    lines = draw(replace(flight, facts=(*flight.facts, later)), 80).splitlines()
    timeline = lines[lines.index(" Timeline") :]
    places = [line.index(clock) for line in timeline for clock in ("02:05", "06:30:11") if clock in line]
    assert len(places) == 2
    assert len(set(places)) == 1


def test_a_finding_shows_the_words_of_both_sides_with_their_lines(flight: Result) -> None:
    card = " ".join(draw(flight, 120).split())
    assert "“9:05 p.m.” (line 1) against “9:00 p.m.” (line 1)" in card


def test_a_page_without_facts_says_so() -> None:
    assert "This page gave no fact." in draw(Result(Page("empty", "", "0" * 64)), 80)


def test_text_of_the_page_is_neither_markup_nor_control(flight: Result) -> None:
    hostile = "[red]Kestrel[/red] \x1b[2J\x07"
    facts = tuple(replace(fact, subject=hostile) for fact in flight.facts)
    card = draw(replace(flight, facts=facts), 80)
    assert "\x1b" not in card
    assert "\x07" not in card
    assert "[red]Kestrel[/red]" in card


def test_the_subject_is_what_most_facts_are_about(flight: Result) -> None:
    other = replace(flight.facts[0], subject="Kestrel 5")
    assert find_subject((other, *flight.facts)) == "Kestrel 4"
    assert find_subject(()) is None
