"""In: sentences and lines that tell designations. Out: those of the page's own craft, and no one else's."""

import tomllib
from pathlib import Path

import pytest
from role_reading import read

from extractor.facts import designation

_TABLES = tomllib.loads(Path(__file__).with_name("designation_tellings.toml").read_text("utf-8"))


def list_values(text: str, scheme: str) -> list[str | None]:
    return [fact.get("value") for fact in designation.find(read(text)) if fact.get("scheme") == scheme]


def write_page(craft: str, text: str) -> str:
    return f"{craft}\n\n{craft} flew in May 1971.\n\n{text}\n"


@pytest.mark.parametrize(("craft", "text", "scheme", "value"), _TABLES["cases"])
def test_what_a_page_tells_of_its_own_craft(craft: str, text: str, scheme: str, value: str):
    assert value in list_values(write_page(craft, text), scheme)


@pytest.mark.parametrize(("craft", "text", "scheme"), _TABLES["silent"])
def test_what_is_another_crafts_or_no_designation(craft: str, text: str, scheme: str):
    assert list_values(write_page(craft, text), scheme) == []


@pytest.mark.parametrize("text", _TABLES["strange"])
def test_a_page_that_lists_what_others_did_is_of_no_craft(text: str):
    assert designation.find(read(text)) == []


def test_the_rocket_of_the_title_is_the_pages_own_and_one_of_another_make_is_not():
    text = "Falcon 9 to launch Luna 29\n\nLuna 29 waits. The stablemate is due off a Delta 4 from pad 37 in July.\n"
    assert list_values(text, "launch_vehicle") == ["Falcon 9"]
    assert list_values(text, "launch_site") == []
