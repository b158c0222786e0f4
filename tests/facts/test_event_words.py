"""In: the examples and counter-examples of the event files. Out: that their words find the event, or do not."""

import pytest

from extractor.facts.event_words import EVENTS, inflect
from extractor.pages import make_page
from extractor.pipeline import read_facts, read_mentions

HEAD = "The Hesperus satellite\n\nThe Hesperus satellite is a spacecraft that visits the space station.\n\n"
EXAMPLES = [(event["name"], text) for event in EVENTS for text in event.get("examples", ())]
COUNTERS = [(event["name"], text) for event in EVENTS for text in event.get("counter", ())]
SETTLED = {"burn": "orbit_change", "burn_end": "burn_end"}
BOUND = {"shift", "phase_start", "phase_end", "same_again", "as_said"}


def read_events(text: str) -> set[str]:
    page = make_page(HEAD + text + "\n")
    return {str(f.get("event")) for f in read_facts(page, read_mentions(page)) if f.kind == "event"}


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_an_example_gives_its_event(name: str, text: str) -> None:
    assert SETTLED.get(name, name) in read_events(text)


@pytest.mark.parametrize(("name", "text"), COUNTERS)
def test_a_counter_example_does_not_give_the_event(name: str, text: str) -> None:
    assert SETTLED.get(name, name) not in read_events(text)


def test_every_event_has_an_example_and_a_counter_example() -> None:
    named = {event["name"] for event in EVENTS} - BOUND
    assert {name for name, _ in EXAMPLES} == named == {name for name, _ in COUNTERS}


def test_regular_and_irregular_verbs_are_inflected() -> None:
    assert dict(inflect("slip away"))["slipped away"] == "past"
    assert dict(inflect("carry aloft"))["carrying aloft"] == "ing"
    assert dict(inflect("take/took/taken/taking off"))["taken off"] == "past"
    assert dict(inflect("be released"))["released"] == "passive"
    assert "undocks" in dict(inflect("undock"))
