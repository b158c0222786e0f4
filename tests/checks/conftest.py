"""In: texts with marked mentions, claims in short. Out: what all tests of checks share."""

import re
from collections.abc import Callable

import pytest

from extractor.checks import find_findings
from extractor.model import Fact, Finding, Mention, Origin
from extractor.pages import make_page

Judge = Callable[..., list[Finding]]

_MARK = re.compile(r"\[([^\[\]=]+)=([^\[\]=;<]+)(?:;([^\[\]<]+))?(?:<(\w+) (\S+) (\d+))?\]")
_CLAIM = re.compile(r"(?:(?P<subject>[^:]+): )?(?P<planned>planned )?(?P<name>\w+)=(?P<value>[^@]+)@(?P<evidence>.+)")
_DURATIONS = {"mission", "docked", "flight_to_station", "spacewalk", "burn"}


def _label(value: str) -> str:
    if value.startswith("P"):
        return "DURATION"
    if value[0] in "+-":
        return "TIMEZONE"
    return "TIME" if "T" in value else "DATE"


def _read_marks(marked: str) -> tuple[str, list[Mention]]:
    text, mentions, last = "", list[Mention](), 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        words, value, more, part, rule, source = match.groups()
        label = _label(value)
        zone, mod = (more or words, None) if label == "TIMEZONE" else (None, more)
        span = len(text), len(text) + len(words)
        origin = mentions[int(source) - 1] if part else None
        origins = (Origin(part, rule, origin.start, origin.end),) if origin else ()
        name = f"m{len(mentions) + 1}"
        mentions.append(Mention(name, *span, words, label, value, "test", mod=mod, zone=zone, origins=origins))
        text += words
        last = match.end()
    return text + marked[last:], mentions


def _read_claim(claim: str) -> Fact:
    parts = _CLAIM.fullmatch(claim)
    assert parts is not None, claim
    kind, key = ("duration", "of") if parts["name"] in _DURATIONS else ("event", "event")
    status = "planned" if parts["planned"] else "actual"
    attributes = {key: parts["name"], "status": status, "value": parts["value"]}
    return Fact(kind, parts["subject"] or "Kestrel 4", attributes, tuple(parts["evidence"].split(",")), "test")


@pytest.fixture
def judge() -> Judge:
    """Run all checks over a text with marked mentions and the claims that it makes.

    ``at [10:21=2017-12-17T10:21+03:00] [Moscow Time=+03:00;Europe/Moscow]``: words, value, zone or modifier.
    ``[10:21=2017-12-17T10:21+03:00<date narrative 1]`` has its date from the first mention by the rule ``narrative``.
    ``Kestrel 5: planned landing=2018-06-03@m2,m3``: subject (``Kestrel 4``), status (``actual``), event or duration,
    value, evidence.
    """

    def run(marked: str, *claims: str) -> list[Finding]:
        text, mentions = _read_marks(marked)
        return find_findings(make_page(text), mentions, [_read_claim(claim) for claim in claims])

    return run
