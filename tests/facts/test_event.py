"""In: sentences and small pages of our own. Out: the events that are read from them, through the whole line."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractor import extract
from extractor.pages import make_page
from extractor.pipeline import read_facts, read_mentions

CASES = [
    case
    for name in ("event_cases.toml", "event_dates.toml")
    for case in tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))["case"]
]


def read_events(text: str) -> set[str]:
    page = make_page(text)
    facts = read_facts(page, read_mentions(page))
    return {
        f"{fact.subject} | {fact.get('event')} | {fact.get('status')} | {fact.get('value')}"
        for fact in facts
        if fact.kind == "event"
    }


@pytest.mark.parametrize("case", CASES, ids=[f"{number}-{case['text'][:40]}" for number, case in enumerate(CASES)])
def test_the_page_says_these_events_and_no_others(case: dict[str, Any]) -> None:
    assert read_events(f"{case['page']}\n\n{case['text']}\n") == set(case["facts"])


def test_what_lies_long_before_the_page_was_written_is_no_plan_of_it() -> None:
    text = (
        "Press release\nApril 14, 2031\n\nLantern 2 to come home in June\n\n"
        "Timeline of the return, planned\n\n"
        "Launch: 1:29:25 p.m. JST on May 9, 2024\nLanding: June 13, 2031\n"
    )
    facts = [f for f in extract(text).facts if f.kind == "event"]
    assert [(f.get("event"), f.get("status")) for f in facts] == [("launch", "actual"), ("landing", "planned")]
