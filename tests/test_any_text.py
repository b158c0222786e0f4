"""In: any text at all, in any surroundings. Out: no error, quotes that are the page's own, and the same answer."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import extractor
from extractor.model import Result

_WORDS = """
    May Mar. Monday 2018 1999 '85 1 12 0 00 1.5 1,5 7,220 198x254 10:21 25:61 24:00 a.m. p.m. EST UTC+3 GMT-25
    Moscow Time noon midnight T+8:15 T-3 kg km lb tons ft/s ° ' " ½ % ± − – — - ~ / \\ ( ) [ ] {{ }} | = # Soyuz
    TM-3 Kosmos-1 STS-61-A Mir ISS Expedition 5 Commander Pilot: Crew: Smith John J. Lt. Col. NASA launched landed
    docked undocked weighed perigee apogee orbit inclination of and to the at on in by from will was planned later
    after before same day next today 9**9**9 1e999 6^800000 inf nan __import__('os')
""".split()  # noqa: SIM905 - the words read better without quote marks
PIECES = (
    *_WORDS,
    "\u00a0", "\u2009", "\u200b", "\u00ad", "\u202e", "\ufeff", "\x00", "\x1b[31m", "\x85", "\u2028", "\r", "\t", "\n",
    "\n\n", "  ", "\ud800", "\udfff", "😀", "１２", "٣٤", "e\u0301", "İ", "ß", "ﬁ", "<script>", "&nbsp;", "]]>",
    "Feb. 30, 2018", "31 Nov", "0000-00-00", "9999-12-31T23:59:60", "year 10000", "44 BC", "45,\u00ad702 kg",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(st.characters(), max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("\n".join),
)


def check(text: str) -> Result:
    """Extract a text and hold what must be true of any result."""
    result = extractor.extract(text)
    page = result.page.text
    assert len(page) == len(text)
    assert all(page[m.start : m.end] == m.text != "" for m in result.mentions)
    ids = {mention.id for mention in result.mentions}
    for fact in result.facts:
        assert fact.evidence
        for proof in fact.evidence:
            assert proof in ids if isinstance(proof, str) else 0 <= proof[0] < proof[1] <= len(page)
    record = json.loads(result.to_json(), parse_constant=pytest.fail)
    assert record["mentions"] == [mention.to_dict() for mention in result.mentions]
    return result


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_text_raises_and_every_mention_quotes_the_page(text: str) -> None:
    check(text)


HUGE = {
    "digits": "1" * 100_000,
    "figures": "1,234" * 20_000 + " kg",
    "brackets": "(" * 20_000 + "3 kg" + ")" * 20_000,
    "one word": "a" * 1_999_000,
    "capitals": "A" * 200_000 + " 300 kg",
    "spaces": " " * 1_900_000 + "May 3, 2018",
    "full stops": "." * 300_000,
    "dashes": "-" * 300_000 + "3 kg",
    "colons": "1:" * 50_000,
    "months": "May " * 16_000,
    "quotes": "\"'" * 100_000,
    "astral": "😀" * 100_000 + " 300 kg on May 3, 2018",
    "combining": "e\u0301" * 100_000,
    "zero width": "\u200b" * 200_000,
    "surrogates": "\ud800" * 100_000,
    "line ends": "\r\n\u2028\x85" * 50_000,
    "power": "9" + "**9" * 20_000 + " kg",
    "long exponent": "1e" + "9" * 50_000 + " kg",
}


@pytest.mark.parametrize("name", HUGE)
def test_no_huge_text_raises(name: str) -> None:
    check(HUGE[name])


_ASK = """
import hashlib
from pathlib import Path
order = int(sys.argv[2])
import extractor
pages = sorted(Path("corpus").glob("*.txt"))[::order]
found = {path.stem: extractor.extract(path).to_json() for path in pages}
for name in sorted(found):
    print(name, hashlib.sha256(found[name].encode()).hexdigest())
"""


def test_clock_locale_zone_hash_seed_and_order_of_pages_change_nothing(project: Path, faked_clock: str) -> None:
    surroundings = (
        ("1970", "1", "C", "0", "UTC"),
        ("2026", "-1", "tr_TR.UTF-8", "1", "Pacific/Kiritimati"),
        ("2099", "1", "de_DE.UTF-8", "4242", "America/St_Johns"),
    )
    answers = []
    for year, order, place, seed, zone in surroundings:
        environment = {**os.environ, "LC_ALL": place, "PYTHONHASHSEED": seed, "TZ": zone}
        call = [sys.executable, "-c", faked_clock + _ASK, year, order]
        done = subprocess.run(call, cwd=project, env=environment, capture_output=True, text=True, check=True)
        answers.append(done.stdout.splitlines())
    assert len(answers[0]) == len(list((project / "corpus").glob("*.txt")))
    assert answers[0] == answers[1] == answers[2]
