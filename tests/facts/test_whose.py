"""In: small pages that name several craft. Out: each event of the craft, rocket or station that it belongs to."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractor.pages import make_page
from extractor.pipeline import read_facts, read_mentions

CASES = tomllib.loads(Path(__file__).with_name("whose_cases.toml").read_text("utf-8"))["case"]


def tell(text: str) -> set[str]:
    page = make_page(text)
    return {
        f"{fact.subject} | {fact.get('event')} | {fact.get('status')} | {fact.get('value')}"
        if fact.kind == "event"
        else f"name = {fact.get('value')}"
        for fact in read_facts(page, read_mentions(page))
        if fact.kind == "event" or fact.get("scheme") == "name"
    }


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_each_event_is_the_one_s_that_the_page_says(case: dict[str, Any]) -> None:
    told, wanted = tell(case["text"]), set(case["facts"])
    names = any(fact.startswith("name = ") for fact in wanted)
    assert {fact for fact in told if names or not fact.startswith("name = ")} == wanted


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_no_name_is_one_that_the_page_gives_to_nothing_that_flies(case: dict[str, Any]) -> None:
    assert not {f"name = {name}" for name in case.get("no_names", ())} & tell(case["text"])
