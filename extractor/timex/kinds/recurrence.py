"""In: what a rule of sets captured. Out: readings of what happens again and again."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractor.mentions.lexicon import Lexicon, fold_surface
from extractor.mentions.numbers import parse_number
from extractor.mentions.rules import Candidate, Match
from extractor.timex.amounts import write_length
from extractor.timex.parts import Reading
from extractor.timex.rates import is_rate

_TITLE_BEHIND = re.compile(r"[\s\u00a0][A-Z]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n“\"(]\s{0,2})$")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def build(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the reading of a match, or nothing where nothing is repeated."""
    value = _READERS[match.rule.id](match, lexicon)
    if value is not None:
        yield Candidate(match.start, match.end, match.rule.label, match.rule.id, Reading("SET", value))


def _read_word(match: Match, lexicon: Lexicon) -> str | None:
    word = match.groups["word"] or ""
    text = match.page.text
    if word[0].isupper():
        starts = _SENTENCE_START.search(text[max(0, match.start - 4) : match.start])
        if not starts or _TITLE_BEHIND.match(text, match.end):
            return None
    return lexicon.canonical("repeated", word)


def _read_each(match: Match, lexicon: Lexicon) -> str | None:
    groups = match.groups
    if groups["wd"]:
        value = f"XXXX-WXX-{lexicon.canonical('weekday_name', groups['wd'])}"
        part = groups["part2"]
        return f"{value}T{lexicon.canonical('day_part', part)}" if part else value
    if groups["m"]:
        return f"XXXX-{int(lexicon.canonical('month_name', groups['m']) or 0):02d}"
    if groups["s"]:
        return f"XXXX-{lexicon.canonical('season', groups['s'])}"
    if groups["part"]:
        return f"XXXX-XX-XXT{lexicon.canonical('day_part', groups['part'])}"
    if groups["weekend"]:
        return "XXXX-WXX-WE"
    unit = lexicon.canonical("span_unit", groups["u"] or "") or ""
    number = parse_number(groups["n"] or groups["words"] or "") or Decimal(1)
    if groups["few"]:
        return write_length(None, unit)
    if fold_surface(groups["other"] or "") in ("other", "second"):
        number = Decimal(2)
    if unit == "TS" and groups["n"] is None:
        return None
    return write_length(number, unit)


def _read_rate(match: Match, lexicon: Lexicon) -> str | None:
    text = match.page.text
    unit = lexicon.canonical("span_unit", match.groups["u"] or "") or ""
    by_article = (match.groups["per"] or "").lower() != "per"
    if by_article and ((match.groups["u"] or "").endswith("s") or not is_rate(text, match.start, match.end)):
        return None
    return write_length(Decimal(1), unit)


def _read_weekdays(match: Match, lexicon: Lexicon) -> str | None:
    word = match.page.text[match.start : match.end].lower()
    if word == "weekdays":
        return "XXXX-WXX-WD"
    return "XXXX-WXX-WE" if word == "weekends" else f"XXXX-WXX-{_DAYS.index(word[:3]) + 1}"


_READERS = {
    "recurrence.word": _read_word,
    "recurrence.each": _read_each,
    "recurrence.rate": _read_rate,
    "recurrence.weekdays": _read_weekdays,
}
