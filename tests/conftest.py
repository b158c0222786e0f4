"""In: nothing. Out: what all tests share: where pages lie, a small result, and what to deselect."""

import hashlib
from decimal import Decimal
from pathlib import Path

import pytest

from extractor.model import Evidence, Fact, Finding, Mention, Origin, Page, Problem, Result

PROJECT = Path(__file__).parent.parent
SHARED = PROJECT.parent / "shared"


@pytest.fixture(scope="session")
def project() -> Path:
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    return SHARED


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the tests that need ``../shared`` where it is not there, and say so."""
    if SHARED.is_dir():
        return
    needing = [item for item in items if item.get_closest_marker("shared")]
    if needing:
        config.hook.pytest_deselected(items=needing)
        items[:] = [item for item in items if item not in needing]
        config.stash[_DESELECTED] = len(needing)


_DESELECTED = pytest.StashKey[int]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if count := config.stash.get(_DESELECTED, 0):
        terminalreporter.write_line(f"{count} tests deselected: they need the pages beside the project in ../shared")


TEXT = (
    "Kestrel 4 lifted off at 9:05 p.m. EST on March 3, 2021, not at 9:00 p.m. as planned.\n"
    "It weighs 1,200 kilograms. Commander: Ada Moreau (ESA).\n"
)


def _mention(number: int, text: str, label: str, value: str | Decimal, **more: object) -> Mention:
    start = TEXT.index(text)
    name = f"m{number}"
    return Mention(name, start, start + len(text), text, label, value, f"{label.lower()}.test", **more)  # type: ignore[arg-type]


def _event(status: str, value: str, *evidence: Evidence) -> Fact:
    attributes = {"event": "launch", "status": status, "value": value}
    return Fact("event", "Kestrel 4", attributes, evidence, "event.verb", (10, 20))


def _fact(kind: str, attributes: dict[str, str | Decimal], *evidence: Evidence) -> Fact:
    return Fact(kind, "Kestrel 4", attributes, evidence, f"{kind}.test")


@pytest.fixture
def flight() -> Result:
    """A small result with a fact of most kinds, an inherited day, a finding and a problem."""
    day = Origin("date", "same-sentence", 41, 54)
    mentions = (
        _mention(1, "9:05 p.m.", "TIME", "2021-03-03T21:05-05:00", origins=(day,)),
        _mention(2, "EST", "TIMEZONE", "-05:00", zone="EST"),
        _mention(3, "March 3, 2021", "DATE", "2021-03-03"),
        _mention(4, "9:00 p.m.", "TIME", "2021-03-03T21:00-05:00", origins=(day,)),
        _mention(5, "1,200 kilograms", "MASS", Decimal(1200), unit="kilogram"),
        _mention(6, "Commander", "ROLE", "Commander"),
    )
    person = TEXT.index("Ada Moreau")
    facts = (
        _event("actual", "2021-03-03T21:05-05:00", "m1", "m2", "m3"),
        _event("planned", "2021-03-03T21:00-05:00", "m4"),
        _fact("mass", {"of": "spacecraft", "value": Decimal(1200), "unit": "kilogram"}, "m5"),
        _fact("orbit", {"parameter": "perigee", "value": Decimal("198.3"), "unit": "kilometer",
                        "orbit": "initial"}, "m5"),
        _fact("crew", {"person": "Ada Moreau", "role": "Commander", "crew": "primary", "agency": "ESA"},
              (person, person + 10), "m6"),
        _fact("designation", {"scheme": "launch_vehicle", "value": "Heron 2"}, (0, 9)),
    )  # fmt: skip
    finding = Finding("dual-clock", "warning", "The two clocks are five minutes apart.", ("m1",), ("m4",))
    problem = Problem("damaged", "two characters could not be read", "kestrel.txt")
    page = Page("kestrel-4", TEXT, hashlib.sha256(TEXT.encode()).hexdigest(), "pages/kestrel-4.txt")
    return Result(page, mentions, facts, (finding,), (problem,))


_FAKED_CLOCK = """
import datetime, sys, time
year = int(sys.argv[1])
class Day(datetime.date):
    @classmethod
    def today(cls): return cls(year, 7, 15)
class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls(year, 7, 15, 12, 0, tzinfo=tz)
    @classmethod
    def utcnow(cls): return cls(year, 7, 15, 12, 0)
    @classmethod
    def today(cls): return cls(year, 7, 15, 12, 0)
datetime.date, datetime.datetime = Day, Moment
stamp = (year - 1970) * 31556952.0
time.time = lambda: stamp
time.localtime = time.gmtime = lambda *given: time.struct_time((year, 7, 15, 12, 0, 0, 0, 196, 0))
"""


@pytest.fixture(scope="session")
def faked_clock() -> str:
    """Code that sets every clock of a new process to the summer of the year that its first argument names."""
    return _FAKED_CLOCK
