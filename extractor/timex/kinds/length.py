"""In: what a rule of lengths captured. Out: readings of durations that the mentions' grammar leaves aside."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractor.mentions.lexicon import Lexicon, fold_surface
from extractor.mentions.numbers import parse_number
from extractor.mentions.rules import Candidate, Match
from extractor.timex.amounts import write_length
from extractor.timex.parts import Reading
from extractor.timex.rates import is_rate

_PLURAL = re.compile(r"(?:[^s]s|ies|ia)\.?$", re.I)
_SECOND_BEHIND = re.compile(r"[\s\u00a0](?!later|after|before|ago)[^\W\d_]")
_HALVES = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_MINUTES_OF = re.compile(r"(?:^|\s)(?:the|these|those|took|keep|kept|meeting)\s$", re.I)
_VAGUE = frozenset({"TM", "TS"})


def build(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the reading of a match, or nothing where it is no length of time."""
    value = _READERS[match.rule.id](match, lexicon)
    if value is not None:
        yield Candidate(match.start, match.end, match.rule.label, match.rule.id, Reading("DURATION", value))


def _unit(match: Match, lexicon: Lexicon) -> str:
    return lexicon.canonical("span_unit", match.groups["u"] or "") or ""


def _is_plural(match: Match) -> bool:
    return _PLURAL.search(match.groups["u"] or "") is not None


def _read_ordered(match: Match, lexicon: Lexicon) -> str | None:
    groups = match.groups
    counted = groups["n"] or groups["n2"]
    order = lexicon.canonical("order", groups["order"] or groups["order2"] or "")
    unit = _unit(match, lexicon)
    if counted is not None:
        return write_length(parse_number(counted), unit)
    if _is_plural(match):
        return write_length(None, unit)
    said = fold_surface(groups["order"] or "")
    if said == "past" and unit not in ("D",):
        return write_length(Decimal(1), unit)
    if order in ("first", "last") and unit[0] == "T":
        return write_length(Decimal(1), unit)
    if said in ("entire", "whole", "full"):
        return write_length(Decimal(1), unit)
    return None


def _read_article(match: Match, lexicon: Lexicon) -> str | None:
    unit = _unit(match, lexicon)
    counted = match.groups["n"]
    if unit == "TS" and _SECOND_BEHIND.match(match.page.text, match.end):
        return None
    if counted is None and (_is_plural(match) or is_rate(match.page.text, match.start, match.end)):
        return None
    if counted is not None and not (_is_plural(match) and _is_bound(match, counted)):
        return None
    if unit == "TM" and re.match(
        r"[\s\u00a0](?:amount|quantit|detail|trace|part)", match.page.text[match.end : match.end + 9]
    ):
        return None
    number = Decimal(1) if counted is None else parse_number(counted)
    if match.groups["half"] and number is not None:
        number += _HALVES[match.groups["half"].split()[-1].lower()]
    return write_length(number, unit)


def _is_bound(match: Match, counted: str) -> bool:
    """Say whether the article belongs to a number: ``a few days``, ``another 3 hours``, not ``a 60 Minutes``."""
    head = match.page.text[match.start : match.start + 3].lower()
    return head == "ano" or match.groups["more"] is not None or not counted[0].isdigit()


def _read_adjective(match: Match, lexicon: Lexicon) -> str | None:
    if not _is_plural(match):
        return None
    return write_length(parse_number(match.groups["n"] or ""), _unit(match, lexicon))


def _read_bare(match: Match, lexicon: Lexicon) -> str | None:
    unit = _unit(match, lexicon)
    word = match.groups["u"] or ""
    if not _is_plural(match) or word.endswith(".") or len(word) < 4:
        return None
    if word[0].isupper() and match.page.text[max(0, match.start - 2) : match.start] not in (". ", "", "\n", "\n\n"):
        return None
    if unit in _VAGUE and _MINUTES_OF.search(match.page.text[max(0, match.start - 9) : match.start]):
        return None
    return write_length(None, unit)


def _read_long(match: Match, lexicon: Lexicon) -> str | None:
    counted = match.groups["n"] or match.groups["words"]
    if counted is None:
        if match.page.text[match.end - 3 : match.end].lower() in ("old", "age"):
            return None
        return write_length(None if _is_plural(match) else Decimal(1), _unit(match, lexicon))
    return write_length(parse_number(counted), _unit(match, lexicon))


def _read_period(match: Match, lexicon: Lexicon) -> str | None:
    return write_length(parse_number(match.groups["n"] or match.groups["words"] or ""), _unit(match, lexicon))


def _read_some_time(match: Match, lexicon: Lexicon) -> str | None:
    return "PXX"


_READERS = {
    "length.ordered": _read_ordered,
    "length.article": _read_article,
    "length.adjective": _read_adjective,
    "length.bare": _read_bare,
    "length.long": _read_long,
    "length.period": _read_period,
    "length.some-time": _read_some_time,
}
