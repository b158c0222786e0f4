"""In: ``event_tellings.toml``. Out: that every way of telling an event tells it, and the traps tell none."""

import tomllib
from pathlib import Path

import pytest

from extractor.pages import make_page
from extractor.pipeline import read_facts, read_mentions

PAGES = tomllib.loads(Path(__file__).with_name("event_tellings.toml").read_text("utf-8"))["page"]
UNSCORED = {"planet_arrival", "berthing", "burn_end", "ignition"}
TELLINGS = [
    (f"{page['title']}\n\n{page['about']}\n\n", *telling.split(" => "))
    for page in PAGES
    for telling in page["tellings"]
]


@pytest.mark.parametrize(("head", "text", "told"), TELLINGS, ids=[text[:60] for _, text, _ in TELLINGS])
def test_a_telling_tells_these_events_and_no_others(head: str, text: str, told: str) -> None:
    page = make_page(f"{head}{text}\n")
    events = sorted(str(f.get("event")) for f in read_facts(page, read_mentions(page)) if f.kind == "event")
    assert [event for event in events if event not in UNSCORED] == sorted(told.split(", ") if told != "-" else [])
