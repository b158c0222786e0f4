"""In: any text. Out: its physical quantities, with dimension, SI value and a way to Pint."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from extractor.mentions.find import Finder, load_finder
from extractor.mentions.rules import Candidate
from extractor.model import Page
from extractor.units import convert, convert_to_si, find_dimension, find_si_unit, to_pint
from extractor.values import Final, json_number, split_duration
from extractor.vocabulary import split_words

_KINDS = ("designator", "duration", "quantity")
_DECADE = re.compile(r"(?:1\d|20)\d0s")
_OTHER_TON = {
    "ton": "metric_ton", "metric_ton": "ton", "force_ton": "metric_ton_force", "metric_ton_force": "force_ton",
}  # fmt: skip
_PLAIN_TON = re.compile(r"(?<!metric)(?<!short)(?<!long)[^a-z]tons?\b", re.I)
_DIGITS = 15
_LONGEST_WHOLE = 27


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity in a text: half-open offsets, the number and unit as said, its modifier, and its value in SI.

    ``unit`` is Pint's name; ``dimension`` is a word such as ``mass`` or ``data rate``. ``si_value`` and ``si_unit`` are
    ``None`` where the dimension has no name. ``other_unit`` is what the same words mean on another page: a plain ton
    is of 1,000 kilograms or of 2,000 pounds.
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    dimension: str
    mod: str | None = None
    si_value: Decimal | None = None
    si_unit: str | None = None
    other_unit: str | None = None

    def to_pint(self) -> Any:
        """Give a ``pint.Quantity`` of the application's registry."""
        return to_pint(self.value, self.unit)

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON shape; what is ``None`` is left out."""
        record = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {
            name: json_number(value) if isinstance(value, Decimal) else value
            for name, value in record.items()
            if value is not None
        }


def quantities(text: str) -> list[QuantityMention]:
    """Find the physical quantities of a text, durations among them, in reading order.

    Designations, money, dates and clocks are no quantities. Nothing that the text holds raises.
    """
    page = Page("", text, "", words=split_words(text))
    found, _ = _load().find(page)
    mentions = (_make(text, candidate) for candidate in found if isinstance(candidate.parts, Final))
    return [mention for mention in mentions if mention is not None]


@cache
def _load() -> Finder:
    kinds = load_finder().kinds
    return Finder({name: kinds[name] for name in _KINDS})


def _make(text: str, candidate: Candidate) -> QuantityMention | None:
    value, unit = candidate.parts.value, candidate.parts.unit
    if candidate.label == "DURATION":
        if _DECADE.fullmatch(text, candidate.start, candidate.end):
            return None
        value, unit = _read_duration(value)
    dimension = find_dimension(unit) if unit is not None else None
    if not isinstance(value, Decimal) or unit is None or dimension is None:
        return None
    si_unit = find_si_unit(unit)
    si_value = convert_to_si(value, unit) if si_unit is not None else None
    start, end = candidate.start, candidate.end
    return QuantityMention(
        start, end, text[start:end], value, unit, dimension, candidate.parts.mod, _shorten(si_value), si_unit,
        _OTHER_TON.get(unit) if unit in _OTHER_TON and _PLAIN_TON.search(text, start, end) else None,
    )  # fmt: skip


def _read_duration(value: str) -> tuple[Decimal | None, str | None]:
    """Give a duration in its one unit, or in the smallest of several."""
    parts = split_duration(value)
    if not parts:
        return None, None
    unit = parts[-1][1]
    return sum((convert(number, part, unit) or Decimal(0) for number, part in parts), Decimal(0)), unit


def _shorten(number: Decimal | None) -> Decimal | None:
    """Round to 15 digits, what a double holds, and drop zeros at the end."""
    if number is None or not number:
        return number
    rounded = round(number, _DIGITS - 1 - number.adjusted())
    whole = rounded == rounded.to_integral_value() and rounded.adjusted() < _LONGEST_WHOLE
    return rounded.quantize(Decimal(1)) if whole else rounded.normalize()
