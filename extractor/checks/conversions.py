"""In: the quantities of a page. Out: conversions that do not agree with their originals within what is written."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from extractor.model import Fact, Finding, Mention, Page
from extractor.units import convert, find_slack, half_step, pair_conversions
from extractor.values import QUANTITY_LABELS

_CONFUSED = (
    "kilogram", "pound", "metric_ton", "ton", "long_ton", "kilometer", "mile", "nautical_mile", "meter", "foot", "yard",
    "inch", "centimeter", "kilometer_per_hour", "mile_per_hour", "meter_per_second", "foot_per_second", "knot",
)  # fmt: skip
"""Units that are taken for one another."""

_ROUGH, _ROUNDED = Decimal("0.015"), Decimal("0.03")
"""How far the zeros of a round original and of a round conversion may reach."""


def find_conversions(page: Page, mentions: Sequence[Mention], facts: Sequence[Fact]) -> Iterator[Finding]:
    """Yield the conversions that are off (``conversion``); the likely mistake is named where another unit fits."""
    measures = [mention for mention in mentions if mention.label in QUANTITY_LABELS]
    by_id = {mention.id: mention for mention in measures}
    for other_id, one_id in pair_conversions(page.text, measures).items():
        one, other = by_id[one_id], by_id[other_id]
        value = _convert(other, other.unit or "", one)
        if value is None or _agrees(one, other, value, other.unit or ""):
            continue
        said, meant = _say(one), _say(other)
        message = f"{said} is {_reckon(one, other)} {_name(other.unit)}, not {meant}{_name_slip(one, other)}."
        yield Finding("conversion", "warning", message, (one.id,), (other.id,))
    yield from _find_doubled(page.text, measures)


def _find_doubled(text: str, measures: Sequence[Mention]) -> Iterator[Finding]:
    """Find a measure and its conversion that bear one unit, their numbers being apart by the factor of two units."""
    for one, other in pairwise(measures):
        if (
            one.unit != other.unit
            or text[one.end : other.start].strip() != "("
            or text[other.end : other.end + 1] != ")"
        ):
            continue
        if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal) or not one.value:
            continue
        ratio = other.value / one.value
        for unit in _CONFUSED:
            factor = convert(Decimal(1), one.unit or "", unit)
            if factor is None or unit == one.unit or not factor:
                continue
            if any(abs(ratio / expected - 1) <= _ROUGH for expected in (factor, 1 / factor)):
                message = f"{_say(one)} and {_say(other)} differ as if one of them were in {_name(unit)}."
                yield Finding("conversion", "warning", message, (one.id,), (other.id,))
                break


def _convert(other: Mention, unit: str, one: Mention) -> Decimal | None:
    return convert(other.value, unit, one.unit or "") if isinstance(other.value, Decimal) else None


def _agrees(one: Mention, other: Mention, value: Decimal, unit: str) -> bool:
    """Compare within the last digits written; a conversion may have been cut off instead of rounded."""
    if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal):
        return True
    step = convert(find_slack(other.text, other.value, _ROUNDED), unit, one.unit or "") or Decimal(0)
    slack = find_slack(one.text, one.value, _ROUGH) + 2 * step
    return abs(value - one.value) <= slack * (2 if one.mod or other.mod else 1)


def _name_slip(one: Mention, other: Mention) -> str:
    """Name the unit in which the converted figure would be right, or that the two units are swapped."""
    if isinstance(one.value, Decimal) and isinstance(other.value, Decimal):
        turned = convert(one.value, other.unit or "", one.unit or "")
        if turned is not None and abs(turned - other.value) <= 2 * half_step(other.text, other.value):
            return "; the two units may be swapped"
    for unit in _CONFUSED:
        if unit == other.unit:
            continue
        value = _convert(other, unit, one)
        if value is not None and _agrees(one, other, value, unit):
            return f"; {_plain(other)} would be right in {_name(unit)}"
    return ""


def _reckon(one: Mention, other: Mention) -> str:
    value = convert(one.value, one.unit or "", other.unit or "") if isinstance(one.value, Decimal) else None
    return f"{value:,.4g}" if value is not None and abs(value) < 1000 else f"{value:,.0f}"


def _plain(mention: Mention) -> str:
    return f"{mention.value:,}"


def _say(mention: Mention) -> str:
    return " ".join(mention.text.split())


def _name(unit: str | None) -> str:
    """Give a unit's name as a reader says it in the plural."""
    words = (unit or "").replace("_", " ")
    return words.replace("foot", "feet") if words.startswith("foot") else "inches" if words == "inch" else f"{words}s"
