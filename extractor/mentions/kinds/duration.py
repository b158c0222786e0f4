"""In: what a duration rule captured. Out: candidates with ISO 8601 durations; ordinals and rates are refused."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.mentions.kinds.clock_words import find_elapsed
from extractor.mentions.kinds.single_lengths import find_article, is_length
from extractor.mentions.lexicon import Lexicon
from extractor.mentions.numbers import parse_number
from extractor.mentions.partial import PartialElapsed
from extractor.mentions.qualifiers import read_qualifier
from extractor.mentions.rules import Candidate, Match
from extractor.values import Final

Parts = list[tuple[Decimal, str]]

_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
_FACTOR = re.compile(r"(\d*)(\D+)")
_ORDINAL = re.compile(
    r"(?:third|fourth|fifth|eighth|tenth|quarter|halves|thirds|fourths|fifths|eighths|tenths|quarters)$", re.I
)
_STAGE_BEHIND = re.compile(
    r"[\s\u00a0-](?:stages?|engines?(?!\s(?:burn|firing))|flights?|rockets?(?!\s(?:burn|firing))|crafts?|modules?|half"
    r"|crews?|tests?|launch)\b"
)
_ORDINAL_SECOND = re.compile(r"\n\s{0,9}$")
_RATE_BEHIND = re.compile(r"[\s\u00a0](?:a|an|per|each)[\s\u00a0](?:day|week|month|year)\b")
_REPEATED = re.compile(r"\b(?:every|per)(?:[\s\u00a0](?:other|few|couple|single))?[\s\u00a0]{1,2}$", re.I)
_NAME_BEFORE = re.compile(r"[A-Za-z]-$")
_COUNTDOWN = re.compile(r"(?<![^\W_])[TLE]-$")
_SENTENCE_END = re.compile(r"\.[ \u00a0\n]{1,2}[A-Z][a-z]")
_TAIL_WORD = re.compile(r"[\d.,]*\d|[^\W\d_]+")
_HALVES = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.75")}
_FRACTION = re.compile(r"(?:half|quarter|third|dozen|[½¼¾⅓⅔])$", re.I)
_LETTERS = {"d": "D", "h": "TH", "m": "TM", "s": "TS"}
_NUMBERED_BEFORE = re.compile(
    r"(?:[-‐‑]|(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|several|few|many))\s)$", re.I
)
_LARGEST = Decimal(10) ** 12


def build(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the durations of a match: one, or the two ends of a range."""
    if match.rule.id == "duration.elapsed":
        yield from _build_elapsed(match)
        return
    text = match.page.text
    before = text[max(0, match.start - 20) : match.start]
    if _REPEATED.search(before) or _RATE_BEHIND.match(text, match.end):
        return
    if _NAME_BEFORE.search(before) and not _COUNTDOWN.search(before):
        return
    if match.rule.id == "duration.range":
        yield from _build_range(match, lexicon)
        return
    value = _READERS[match.rule.id](match, lexicon)
    while value is None and match.groups.get("tail"):
        match = _cut_tail(match)
        value = _READERS[match.rule.id](match, lexicon)
    if value is not None:
        start, end = match.start, match.end
        while text[end - 1] in " \n\u00a0,.":
            end -= 1
        mod = read_qualifier(text, start, end)
        yield Candidate(start, end, match.rule.label, match.rule.id, Final(value, mod=mod))


def _cut_tail(match: Match) -> Match:
    """Leave out further figures that are a length of their own: ``98 minutes and 16 days``, ``34 min. Two days``.

    Where a sentence ends within them it is cut there, so that what stands before its end stays.
    """
    start, end = match.spans["tail"]
    stops = [stop.start() + 1 for stop in _SENTENCE_END.finditer(match.page.text, start, end)]
    if stops:
        tail = match.page.text[start : stops[-1]]
        return replace(
            match,
            end=stops[-1],
            groups={**match.groups, "tail": tail},
            spans={**match.spans, "tail": (start, stops[-1])},
        )
    return replace(match, end=start, groups={**match.groups, "tail": None})


def _read_number_unit(match: Match, lexicon: Lexicon) -> str | None:
    groups = match.groups
    number = _read_number(groups["n"], groups["words"], part=_is_part(match))
    unit = _LETTERS.get((groups["letter"] or "").lower()) or lexicon.canonical("span_unit", groups["unit"] or "")
    if number is None or unit is None or number > _LARGEST or (number == 0 and groups["words"]) or _is_rate(match):
        return None
    if (groups["unit"] or "").lower() == "second" and _is_ordinal(match):
        return None
    if groups["half"]:
        number += _read_half(groups["half"])
    parts: Parts = [(number, unit)]
    tail = groups["tail"] or ""
    if tail.strip(" \n\u00a0,"):
        rest = _read_tail(tail, lexicon)
        if rest is None:
            return None
        parts += rest
    return write_duration(parts)


def _is_ordinal(match: Match) -> bool:
    """Say whether ``second`` counts stages and engines, or begins a line with a capital."""
    text, start = match.page.text, match.spans["unit"][0]
    if text[start] == "S" and _ORDINAL_SECOND.search(text, match.start, start):
        return True
    behind = _STAGE_BEHIND.match(text, match.end)
    return behind is not None and (match.groups["n"] is None or behind[0][1:].startswith("stage"))


def _is_rate(match: Match) -> bool:
    """Tell ``30 a day`` from ``half a day``."""
    name = "n" if match.groups["n"] else "words"
    unit = match.spans.get("unit") or match.spans["letter"]
    between = match.page.text[match.spans[name][1] : unit[0]].split()
    return "a" in between and not _FRACTION.search(match.groups[name] or "")


def _is_part(match: Match) -> bool:
    """Tell ``a quarter of a century`` from ``the fourth century``."""
    words = match.spans.get("words")
    behind = match.page.text[words[1] : words[1] + 6].split()[:2] if words is not None else []
    return behind in (["of", "a"], ["of", "an"])


def _read_number(digits: str | None, words: str | None, *, part: bool = False) -> Decimal | None:
    if (
        words is not None
        and not part
        and _ORDINAL.search(words)
        and not words.lower().startswith(("three-quarter", "three quarter"))
    ):
        return None
    return parse_number(words or digits or "")


def _read_half(text: str) -> Decimal:
    return _HALVES[re.split(r"[\s\u00a0-]+", text)[-1].lower()]


def _read_tail(tail: str, lexicon: Lexicon) -> Parts | None:
    """Read ``, 7 hours, and 9 minutes``: words add up to a number until a unit closes it."""
    parts: Parts = []
    number: list[str] = []
    for word in _TAIL_WORD.findall(tail):
        unit = lexicon.canonical("span_unit", word) or (_LETTERS.get(word.lower()) if number else None)
        if unit is None:
            number.append(word)
            continue
        value = parse_number(" ".join(word for word in number if word.lower() != "and" or len(number) > 2))
        if value is None:
            return None
        parts.append((value, unit))
        number = []
    return parts


def write_duration(parts: Sequence[tuple[Decimal, str]]) -> str | None:
    """Write parts (number, unit of the lexicon) in ISO 8601; ``None`` where they do not go from large to small.

    Weeks beside other units become days, since ISO 8601 keeps weeks alone.
    """
    scaled: Parts = []
    for number, name in parts:
        factor = _FACTOR.fullmatch(name)
        if factor is None:
            return None
        scaled.append((number * int(factor[1] or 1), factor[2]))
    if len(scaled) > 1:
        scaled = [(number * 7, "D") if unit == "W" else (number, unit) for number, unit in scaled]
    if len(scaled) > 1 and scaled[0][1] == scaled[1][1] and parts[0][1] != parts[1][1]:
        scaled = [(scaled[0][0] + scaled[1][0], scaled[0][1]), *scaled[2:]]
    places = [_ORDER.index(unit) for _, unit in scaled]
    if any(a >= b for a, b in itertools.pairwise(places)):
        return None
    date = "".join(f"{write_number(number)}{unit}" for number, unit in scaled if unit[0] != "T")
    time = "".join(f"{write_number(number)}{unit[1]}" for number, unit in scaled if unit[0] == "T")
    return f"P{date}{'T' + time if time else ''}"


def write_number(number: Decimal) -> str:
    """Write a number without exponent and without needless zeros: ``5.5``, ``3340``."""
    if number == number.to_integral_value():
        return str(int(number))
    return (
        format(number.quantize(Decimal("0.000001")).normalize(), "f")
        if len(number.as_tuple().digits) > 12
        else format(number.normalize(), "f")
    )


def _read_vague(match: Match, lexicon: Lexicon) -> str | None:
    groups = match.groups
    number = lexicon.canonical("vague_number", groups["vague"] or "") or "X"
    unit = lexicon.canonical("span_unit", groups["unit"] or "") or ""
    if not (groups["unit"] or "").rstrip(".").endswith(("s", "ies", "nia")) and number == "X":
        return None
    if unit == "TS" and _STAGE_BEHIND.match(match.page.text, match.end):
        return None
    factor = _FACTOR.fullmatch(unit)
    if factor is None:
        return None
    size, letter = factor[1], factor[2]
    if number == "X":
        letter = {"10Y": "DE", "100Y": "CE", "14D": "D", "1000Y": "Y"}.get(unit, letter)
        return f"PTX{letter[1]}" if letter[0] == "T" and len(letter) == 2 else f"PX{letter}"
    return write_duration([(Decimal(number) * int(size or 1), letter)])


def _read_single(match: Match, lexicon: Lexicon) -> str | None:
    """Read ``an hour`` where words of length stand beside it; a rate (``twice a day``) looks the same."""
    text = match.page.text
    before = find_article(text, match.start)
    if before is None or (match.groups["unit"] or "").endswith("s"):
        return None
    unit = lexicon.canonical("span_unit", match.groups["unit"] or "") or ""
    if match.groups["half"]:
        return write_duration([(1 + _read_half(match.groups["half"]), unit)])
    if match.groups["tail"]:
        rest = _read_tail(match.groups["tail"], lexicon)
        return write_duration([(Decimal(1), unit), *rest]) if rest else None
    if unit == "TS" and not text[match.end : match.end + 7].startswith((" later", " after")):
        return None
    return write_duration([(Decimal(1), unit)]) if is_length(text, before, match.end) else None


def _build_range(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    groups, rule = match.groups, match.rule
    unit = lexicon.canonical("span_unit", groups["unit"] or "") or ""
    joint = (groups["joint"] or "").strip(" \n\u00a0-")
    text = match.page.text
    first = _read_number(groups["n"], groups["words"])
    last = _read_number(groups["n2"], groups["words2"])
    start2 = match.spans["n2" if groups["n2"] else "words2"][0]
    if last is None or last > _LARGEST:
        return
    mod = read_qualifier(text, match.start, match.end)
    between = joint != "and" or re.search(r"\b(?:between|from)\s$", text[max(0, match.start - 9) : match.start], re.I)
    if first is not None and first < last and between and not _is_dated(text, match.start):
        end = match.spans["n" if groups["n"] else "words"][1]
        value = write_duration([(first, unit)])
        yield Candidate(match.start, end, rule.label, rule.id, Final(value, mod=mod))
    yield Candidate(start2, match.end, rule.label, rule.id, Final(write_duration([(last, unit)]), mod=mod))


def _is_dated(text: str, start: int) -> bool:
    """Say whether the first number is the day of a date: ``May 5-7``."""
    return (
        re.search(r"(?:[A-Z][a-z]{2,8}\.?|\d)[\s\u00a0]$", text[max(0, start - 12) : start]) is not None
        and text[start].isdigit()
        and re.search(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", text[max(0, start - 12) : start])
        is not None
    )


def _build_elapsed(match: Match) -> Iterator[Candidate]:
    groups = match.groups
    if groups["c"] and int(groups["c"]) > 59:
        return
    sign = find_elapsed(match.page.text, match.start, match.end)
    if sign is None:
        return
    figures = tuple(text for text in (groups["a"], groups["b"], groups["c"]) if text)
    if groups["fraction"]:
        figures = (*figures[:-1], figures[-1] + groups["fraction"])
    clue = sign[1]
    if groups["fraction"] and not groups["c"]:
        clue = "minutes"
    yield Candidate(
        match.start, match.end, match.rule.label, match.rule.id, PartialElapsed(figures, sign[0], groups["days"], clue)
    )


def _read_long(match: Match, lexicon: Lexicon) -> str | None:
    """Read ``year-long``; with a number before it the number's own rule has it."""
    if _NUMBERED_BEFORE.search(match.page.text, max(0, match.start - 16), match.start):
        return None
    unit = lexicon.canonical("span_unit", match.groups["unit"] or "")
    return write_duration([(Decimal(1), unit)]) if unit else None


_READERS = {
    "duration.long": _read_long,
    "duration.number-unit": _read_number_unit,
    "duration.vague": _read_vague,
    "duration.single": _read_single,
}
