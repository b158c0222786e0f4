"""In: the examples of the duration rules and small pages of our own. Out: what each length is the duration of."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import extractor.facts.duration as duration
from extractor.facts.duration import RULES, match_rule
from extractor.pages import make_page
from extractor.pipeline import read_facts, read_mentions

DATA = tomllib.loads(Path(duration.__file__).with_name("duration.toml").read_text("utf-8"))["rule"]
EXAMPLES = [(rule["id"], example) for rule in DATA for example in rule["examples"]]
COUNTERS = [(rule["id"], text) for rule in DATA for text in rule["counter"]]


def split_example(text: str) -> tuple[str, str]:
    before, _, after = re.sub(r"\[[^\]]*\]", "\x00", text, count=1).partition("\x00")
    return before, after


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_an_example_is_what_its_rule_says(name: str, example: dict[str, Any]) -> None:
    rule = match_rule(*split_example(example["text"]), row=":" not in name and DATA_ROWS[name])
    assert rule is not None
    assert rule.of == example["of"]


@pytest.mark.parametrize(("name", "text"), COUNTERS, ids=[name for name, _ in COUNTERS])
def test_a_counter_example_is_not_its_rule_s(name: str, text: str) -> None:
    rule = match_rule(*split_example(text), row=DATA_ROWS[name])
    assert rule is None or rule.id != name


DATA_ROWS = {rule.id: rule.row for rule in RULES}


def read_durations(text: str) -> set[str]:
    page = make_page(text)
    facts = read_facts(page, read_mentions(page))
    return {
        f"{fact.subject} | {fact.get('of')} | {fact.get('status')} | {fact.get('value')}"
        for fact in facts
        if fact.kind == "duration"
    }


def test_a_rounded_length_is_evidence_of_the_exact_one() -> None:
    text = "Soyuz MS-30\n\nThe seven-month flight was long. The crew of Soyuz MS-30 had spent 213 days in space.\n"
    assert read_durations(text) == {"Soyuz MS-30 | mission | actual | P213D"}


def test_plan_and_fact_in_one_row_stay_apart() -> None:
    text = "Soyuz MS-30\n\nMission duration: 213 days (actual), 190 days (planned)\n"
    assert read_durations(text) == {
        "Soyuz MS-30 | mission | actual | P213D",
        "Soyuz MS-30 | mission | planned | P190D",
    }


def test_a_vague_length_is_no_fact() -> None:
    assert read_durations("Soyuz MS-30\n\nThe spacewalk lasted several hours.\n") == set()


def test_a_future_stay_is_planned() -> None:
    text = "Soyuz MS-30\n\nSoyuz MS-30 will remain docked to the station for 200 days.\n"
    assert read_durations(text) == {"Soyuz MS-30 | docked | planned | P200D"}


def test_a_spacewalk_is_the_station_s() -> None:
    text = (
        "Soyuz MS-30\n\nTwo men left the International Space Station for a spacewalk that lasted 6 hours, 12 minutes.\n"
    )
    assert read_durations(text) == {"ISS | spacewalk | actual | PT6H12M"}


def test_a_crew_s_stay_is_their_mission_where_the_page_gives_no_other() -> None:
    text = "Soyuz MS-30\n\nThe crew of Soyuz MS-30 will spend six months aboard the station and land in May.\n"
    assert read_durations(text) == {"Soyuz MS-30 | mission | planned | P6M"}


def test_a_ship_s_stay_stays_a_stay() -> None:
    text = "Progress MS-30\n\nProgress MS-30 stayed docked to the station for 197 days.\n"
    assert read_durations(text) == {"Progress MS-30 | docked | actual | P197D"}


def test_a_clock_before_a_length_hides_no_plan() -> None:
    text = (
        "Soyuz MS-30\n\nSoyuz MS-30 will dock with the station at 8:15 p.m. today, less than 17 hours after launch.\n"
    )
    assert read_durations(text) == {"Soyuz MS-30 | flight_to_station | planned | PT17H"}


SAID = [
    ("Adams and Hale spent 600 hours outside on spacewalks of the station.", set()),
    ("After a two-day chase the freighter is due to dock with Mir.", {"flight_to_station | planned | P2D"}),
    ("The spacecraft will remain at the orbital outpost for five weeks.", {"docked | planned | P5W"}),
    ("Two moonwalks, 3.5 hours each, were on the plan.", {"spacewalk | planned | PT3.5H"}),
    ("The EVA of Adams and Hale began at 14:12. It lasted 5 hours 18 minutes.", {"spacewalk | actual | PT5H18M"}),
    ("They replaced two men who flew home after 185 days aboard Mir.", set()),
    ("A day later a 6 second rocket burn trimmed it.", {"burn | actual | PT6S"}),
    ("The crew must be back on 14.01.94 after 196 days in space.", {"mission | actual | P196D"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:30] for text, _ in SAID])
def test_a_sentence_gives_the_lengths_that_a_reader_takes_from_it(text: str, expected: set[str]) -> None:
    facts = {fact.partition(" | ")[2] for fact in read_durations(f"The Hesperus 3 spacecraft\n\n{text}\n")}
    assert facts == expected


ROWS = [
    ("Manoeuvres\n\nNo.\tDate\tBurn\tPeriod\nA-1\tMay 3, 2008\t18 min\t11 hr\n", {"burn | actual | PT18M"}),
    ("Crew\n\nNo.  Name  Flights  Duration\n1  Ivan Korzhin  1  15d 18h 23m\n", {"mission | actual | P15DT18H23M"}),
    ("Outings\n\nEVA | Crew | Length\n1 | Hale, Voss | 6 h 12 min\n", {"spacewalk | actual | PT6H12M"}),
    ("EVA 1 - Hale and Voss\nBegan: October 11, 1984\nLength: 3 hours\n", {"spacewalk | actual | PT3H"}),
    ("Films\n\nClip | Maker | Length\nA | Tess | 3 min\n", set()),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:20] for text, _ in ROWS])
def test_heads_and_lines_above_tell_what_a_length_in_a_row_is_of(text: str, expected: set[str]) -> None:
    facts = {fact.partition(" | ")[2] for fact in read_durations(f"The Hesperus 3 spacecraft\n\n{text}")}
    assert facts == expected


def test_a_flight_that_is_to_come_has_its_length_planned() -> None:
    text = "Nov. 6, 1996\n\nSTS-80\nLAUNCH DATE: Nov. 15, 1996\nMISSION DURATION: 15 days, 16 hours\n"
    assert read_durations(text) == {"STS-80 | mission | planned | P15DT16H"}
