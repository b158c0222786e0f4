"""In: very long sentences. Out: that the time grows with their length, and that nothing raises."""

import time

import pytest

from extractor.facts.event import find_events
from extractor.facts.reading import read_page
from extractor.facts.status import StatusJudge
from extractor.pages import make_page
from extractor.pipeline import read_mentions

BAIT = [
    "launch on May 5, 2017 ",
    "Soyuz MS-07 docked on May 5, 2017, launch moved from June 4 to June 5 and it ",
    "the hatch on May 5, 2017, which ",
    "| launch | 2017 ",
]


def measure(text: str) -> float:
    page = make_page(text)
    reading = read_page(page, read_mentions(page))
    start = time.process_time()
    find_events(reading, StatusJudge(reading))
    return time.process_time() - start


@pytest.mark.parametrize("bait", BAIT)
def test_the_time_grows_with_the_length_of_a_sentence_alone(bait: str) -> None:
    measure(bait * 10)
    short, long = measure(bait * 60), measure(bait * 240)
    assert long < 12 * max(short, 0.004)
