"""In: any text, any clock, locale and hash seed. Out: no error, and the same answer."""

import os
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import timexes

_WORDS = tuple(
    """the this that last next two three a an few several years months weeks days hours decade century later earlier
    ago before after of in on by until from May March August 1914 1871 31 30 29 7 2nd 99 '99 BC B.C. A.D. spring fall
    winter early late mid- end of quarter Monday Friday 9:30 25:61 a.m. pm noon midnight EST UTC now today tonight
    every each per daily annual Easter Christmas - – / , . ; ( ) 0 00 0000 9999 1e9 billion half and to Feb. 29 of
    1900""".split()  # noqa: SIM905 - the words read better without quote marks
)
_TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(_WORDS), max_size=60).map("\n".join),
)


@settings(max_examples=300, deadline=None)
@given(_TEXTS, st.none() | st.dates())
def test_no_text_raises_and_spans_are_sound(text: str, reference: date | None) -> None:
    found = timexes(text, reference)
    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert {item.type for item in found} <= {"DATE", "TIME", "DURATION", "SET"}
    assert all(item.value for item in found)


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)))
def test_a_full_date_comes_back_in_every_order(day: date) -> None:
    month = day.strftime("%B")
    for words in (f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", day.isoformat()):
        text = f"They met on {words} in the hall."
        assert [(text[t.start : t.end], t.value) for t in timexes(text)] == [(words, day.isoformat())]


_ASK = """
import extractor
text = sys.stdin.read()
print([t.to_dict() for t in extractor.timexes(text)])
print(extractor.extract(text).to_json())
"""
_STORY = (
    "Yesterday they met; in May, on Friday and two weeks ago as well. Next year the '60s and the winter of '99 return. "
    "In 1871 it began. In July it rained; the third quarter was dry, last month too, and by the end of the year "
    "İstanbul was at peace. At 9:30 p.m. local time on 5/6/71 the TITANIC I sank; every Monday since Easter they "
    "remember. It was launched le 17 décembre 2017 and lands on 05/06/18 at half past six in the morning, today."
)


@pytest.fixture(scope="module")
def answers(faked_clock: str) -> list[str]:
    found = []
    for year, place, seed in (("1970", "C", "0"), ("2026", "tr_TR.UTF-8", "1"), ("2099", "de_DE.UTF-8", "4242")):
        environment = {
            **os.environ,
            "LC_ALL": place,
            "PYTHONHASHSEED": seed,
            "PYTHONIOENCODING": "utf-8",
            "TZ": "Asia/Tokyo",
        }
        root = Path(__file__).parent.parent.parent
        done = subprocess.run(
            [sys.executable, "-c", faked_clock + _ASK, year], input=_STORY, capture_output=True, check=True, cwd=root,
            env=environment, encoding="utf-8",
        )  # fmt: skip
        found.append(done.stdout)
    return found


def test_the_clock_the_locale_and_the_hash_seed_change_nothing(answers: list[str]) -> None:
    assert len(set(answers)) == 1
    assert answers[0].count("start") > 8
