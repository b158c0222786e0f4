"""In: pages of one thing said over and over, each time of something else. Out: how the work grows with the page.

Work is counted in calls of functions, which no other load of the machine changes. What grows with the square of the
page makes sixteen times the calls of a page a quarter as long. What goes through the cells of a row again and again
calls nothing: there the lines are counted that are run.
"""

import random
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

import extractor

SHORT = 5_000  # characters
TIMES = 4
MOST = 8  # between what grows evenly (4) and with the square (16)
CELLS = 1_000
MOST_OF_CELLS = 5  # a search through the head for each cell, a short step beside the rest, makes it 8 already


def make_word(number: int) -> str:
    """Give a made-up name, another one for each number."""
    draw = random.Random(number)
    return "".join(draw.choice("bcdfglmnprst") + draw.choice("aeiou") for _ in range(4)).capitalize()


WRITERS: dict[str, Callable[[int], str]] = {
    "launches": lambda i: (
        f"Soyuz TM-{i} was launched on May {i % 28 + 1}, {1960 + i % 60} at {i % 24}:{i % 60:02} UT. "
    ),
    "lines": lambda i: f"Soyuz TM-{i} was launched on May {i % 28 + 1}, {1960 + i % 60}.\n",
    "crews": lambda i: (
        f"{make_word(i)} {make_word(10_000 + i)}, the Commander of Soyuz TM-{i}, and Pilot {make_word(i * 7)}. "
    ),
    "orbits": lambda i: f"The orbit of {make_word(i)} {i} had a perigee of {i} km and an apogee of {i + 90} km. ",
    "masses": lambda i: f"{make_word(i)}-{i} weighed {i} kilograms ({i * 2} pounds). ",
    "lengths": lambda i: f"{i} days, {i % 24} hours after launch it docked. ",
    "days": lambda i: "It docked the same day at 10:21. ",
    "walks": lambda i: (
        f"{make_word(i)} and {make_word(10_000 + i)} made a spacewalk of {i % 8} hours {i % 60} minutes. "
    ),
    "sites": lambda i: f"Launch vehicle: {make_word(i)}-{i}\nLaunch site: {make_word(10_000 + i)}, Site {i}\n",
    "ships": lambda i: f"The crew of Soyuz-{i} undocked from Mir and landed. ",
    "stations": lambda i: f"Expedition {i} arrived at Mir-{i} aboard Soyuz T-{i}. ",
    "schedule": lambda i: f"{i % 24:02}:{i % 60:02} - {make_word(i)} undocking\n",
    "table": lambda i: f"{make_word(i)} | {i} kg | {i % 24}:{i % 60:02} | May {i % 28 + 1}\n",
    "plans": lambda i: f"launch was planned for May {i % 28 + 1}, but slipped to June {i % 28 + 1}, ",
    "clocks": lambda i: f"at {i % 12 + 1}:{i % 60:02} p.m. EST (at {i % 24:02}:{i % 60:02} GMT) ",
    "weekdays": lambda i: f"On May {i % 28 + 1}, {1900 + i % 120} they met. It came on Friday, March {i % 28 + 1}. ",
    "families": lambda i: f"{make_word(i)} {i} was launched. The {make_word(i)} was in orbit when it docked. ",
    "brackets": lambda i: "(" * 9 + f"a{i} ",
}


def write(writer: Callable[[int], str], length: int) -> str:
    """Write a page of at least so many characters."""
    text, number = "", 0
    while len(text) < length:
        number += 1
        text += writer(number)
    return text


def count_calls(text: str) -> int:
    """Count the functions that are called, ours and built-in ones, while the facts of a text are extracted."""
    calls = 0

    def count(frame: FrameType, event: str, detail: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        extractor.extract(text)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("name", WRITERS)
def test_work_grows_with_the_page_and_not_with_its_square(name: str) -> None:
    text = write(WRITERS[name], SHORT)
    extractor.extract(text)
    assert count_calls(write(WRITERS[name], TIMES * SHORT)) < MOST * count_calls(text)


TABLES: dict[str, Callable[[int], str]] = {
    "one figure": lambda count: write_table(["Perigee (km)"] * count, [str(i) for i in range(count)]),
    "four figures": lambda count: write_table(
        [("Perigee", "Apogee", "Period", "Mass")[i % 4] for i in range(count)], [f"{i} km" for i in range(count)]
    ),
    "clocks": lambda count: write_table([f"Event {i}" for i in range(count)], ["10:21 UTC"] * count),
}


def write_table(head: list[str], row: list[str]) -> str:
    """Write a table of two lines, as wide as they are long."""
    return f"Craft | {' | '.join(head)}\nSoyuz 9 | {' | '.join(row)}\n"


def count_lines(text: str) -> int:
    """Count the lines that are run, each turn of a loop anew, while the facts of a text are extracted."""
    lines = 0

    def count(frame: FrameType, event: str, detail: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        extractor.extract(text)
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.parametrize("name", TABLES)
def test_work_grows_with_the_cells_of_a_row_and_not_with_their_square(name: str) -> None:
    few = TABLES[name](CELLS)
    extractor.extract(few)
    assert count_lines(TABLES[name](TIMES * CELLS)) < MOST_OF_CELLS * count_lines(few)
