"""In: the groups of a number with its unit. Out: candidates of MASS, LENGTH, ANGLE, SPEED or QUANTITY.

One match may give several: the members of ``198 x 254 km`` that stand left of the last share its unit.
"""

from collections.abc import Iterator
from decimal import Decimal

from extractor.mentions.amounts import Amount, add_sign, find_mod, list_members, read_amount
from extractor.mentions.lexicon import Lexicon
from extractor.mentions.numbers import parse_number
from extractor.mentions.qualifiers import read_qualifier
from extractor.mentions.rules import Candidate, Match
from extractor.mentions.unit_senses import choose_unit, read_unit
from extractor.units import find_dimension, find_label
from extractor.values import Final

_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_LESSER = {"foot": ("inch", 12), "pound": ("ounce", 16)}
_SIGNED = frozenset({"angle", "temperature"})


def build(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the quantities of a match; none where the words are no unit there or the figures no number."""
    yield from _BUILDERS[match.rule.id](match)


def _build_number_unit(match: Match) -> Iterator[Candidate]:
    text, groups, spans = match.page.text, match.groups, match.spans
    surface, end = groups["unit"] or "", spans["unit"][1]
    unit = choose_unit(surface, text, match.start, end)
    if unit is None or ("\n" in (groups["joint"] or "") and (len(surface) == 1 or surface[:1].isupper())):
        return
    last = read_amount(text, match.start, spans["number" if "number" in groups else "words"][1])
    if last is None or (groups.get("part") is not None and last.value >= 1):
        return
    if groups["per"] is not None and (composed := _compose(unit, groups["per"], groups["mark"] or "")) is not None:
        unit, end = composed, spans["per"][1]
    elif "lesser" in groups and (lesser := _add_lesser(match, unit, last)) is not None:
        unit, last, end = lesser
    yield from _give(match, last, unit, _trim_stop(text, end))


def _compose(unit: str, surface: str, mark: str) -> str | None:
    """Name a unit per another; ``a`` joins times only (``miles an hour``)."""
    per = read_unit(surface, "per_unit")
    if per is None or (mark.strip() in ("a", "an") and per not in _TIMES):
        return None
    composed = f"{unit} / {per}" if " " in per or " " in unit else f"{unit}_per_{per}"
    return composed if find_dimension(composed) is not None else None


def _add_lesser(match: Match, unit: str, amount: Amount) -> tuple[str, Amount, int] | None:
    """Read ``8 ft 11 in`` and ``6-foot-4`` in the smaller unit; gives the unit, the amount and the end."""
    lesser, ratio = _LESSER.get(unit, ("", 0))
    name = "inches" if match.groups["inches"] is not None else "lesser"
    number = parse_number(match.groups[name] or "")
    surface = match.groups["lesser_unit"]
    if not lesser or number is None or number >= ratio or (surface is not None and read_unit(surface) != lesser):
        return None
    end = match.spans["inches" if surface is None else "lesser_unit"][1]
    return lesser, Amount(amount.start, amount.end, amount.value * ratio + number), end


def _trim_stop(text: str, end: int) -> int:
    """Leave the full stop of an abbreviation out where it ends the sentence as well."""
    if text[end - 1] != ".":
        return end
    behind = text[end : end + 3].lstrip(" \u00a0")
    return end - 1 if not behind or behind[0] == "\n" or behind[0].isupper() else end


def _build_feet(match: Match) -> Iterator[Candidate]:
    inches = Decimal(match.groups["inches"] or 0)
    if inches < _LESSER["foot"][1]:
        value = Decimal(match.groups["feet"] or 0) * _LESSER["foot"][1] + inches
        yield from _give(match, Amount(match.start, match.end, value), "inch", match.end)


def _build_degrees(match: Match) -> Iterator[Candidate]:
    minutes, seconds = Decimal(match.groups["minutes"] or 0), Decimal(match.groups["seconds"] or 0)
    if max(minutes, seconds) < 60:
        value = Decimal(match.groups["degrees"] or 0) + minutes / 60 + seconds / 3600
        yield from _give(match, Amount(match.start, match.end, value), "degree", match.end)


def _build_unit_before(match: Match) -> Iterator[Candidate]:
    unit, span = read_unit(match.groups["unit"] or "", "heading_unit"), match.spans["number"]
    amount = read_amount(match.page.text, *span)
    if unit is None or amount is None:
        return
    text = match.page.text
    head = text[max(0, match.start - 3) : match.start].rstrip(" \u00a0")
    closed = text[match.spans["unit"][1] : span[0]].lstrip(" \u00a0")[:1] in (")", "]")
    if (head[-1:] in ("(", "[")) == closed and (closed or head[-2:-1].isalpha()):
        mod = "APPROX" if match.groups["qualifier"] else None
        yield Candidate(span[0], amount.end, match.rule.label, match.rule.id, Final(amount.value, unit, mod))


def _build_convert(match: Match) -> Iterator[Candidate]:
    unit = read_unit((match.groups["unit"] or "").strip())
    if unit is None:
        return
    text = match.page.text
    mod = read_qualifier(text, match.start - 2, match.end)
    names = ["number"] if match.groups["sign"] in ("+/-", "±", None) else ["number", "second"]
    for name in names:
        amount = read_amount(text, *match.spans[name])
        if amount is not None:
            end = match.spans["unit"][1] if name == names[-1] else amount.end
            yield Candidate(amount.start, end, find_label(unit), match.rule.id, Final(amount.value, unit, mod))


def _give(match: Match, last: Amount, unit: str, end: int) -> Iterator[Candidate]:
    """Give the members of a range or product in reading order, the last with the unit's text."""
    text = match.page.text
    dimension = find_dimension(unit)
    members = [*list_members(text, last, unit), last]
    mod = find_mod(text, members[0].start, end, unit)
    for member in members:
        amount = add_sign(text, member) if dimension in _SIGNED else member
        stop = end if member is last else member.end
        yield Candidate(amount.start, stop, find_label(unit), match.rule.id, Final(amount.value, unit, mod))


_BUILDERS = {
    "quantity.number-unit": _build_number_unit,
    "quantity.words-unit": _build_number_unit,
    "quantity.feet-inches": _build_feet,
    "quantity.degrees-minutes": _build_degrees,
    "quantity.unit-before": _build_unit_before,
    "quantity.convert-template": _build_convert,
}
