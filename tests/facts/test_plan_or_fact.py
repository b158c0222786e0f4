"""In: ``plan_or_fact.toml``. Out: that events are told as plans or facts, once each, with their days and clocks."""

import tomllib
from pathlib import Path

import pytest

from extractor.pages import make_page
from extractor.pipeline import read_facts, read_mentions

GROUPS = tomllib.loads(Path(__file__).with_name("plan_or_fact.toml").read_text("utf-8"))["group"]
CASES = [
    (group["before"] + text, told) for group in GROUPS for text, told in (case.split(" => ") for case in group["cases"])
]


@pytest.mark.parametrize(("text", "told"), CASES, ids=[text[-70:] for text, _ in CASES])
def test_events_are_told_as_plans_or_facts(text: str, told: str) -> None:
    page = make_page(f"{text}\n")
    facts = [fact for fact in read_facts(page, read_mentions(page)) if fact.kind == "event"]
    events = {f"{fact.get('event')} {fact.get('status')} {fact.get('value')}" for fact in facts}
    assert events == (set(told.split("; ")) if told != "-" else set())


def test_what_a_page_that_was_updated_tells_of_the_days_since_has_happened() -> None:
    text = (
        "Soyuz MS-61\n\nPublished: 2031 Sept. 24; updated: Sept. 25, 26, 2032 March 12\n\n"
        "Soyuz MS-61 at a glance:\n\nLaunch date and time 2031 Sept. 26, 00:25:00 Moscow Time\n"
    )
    page = make_page(text)
    told = [(f.get("event"), f.get("status")) for f in read_facts(page, read_mentions(page)) if f.kind == "event"]
    assert told == [("launch", "actual")]
