"""In: numbers and units of the lexicon. Out: lengths of time as TIMEX3 writes them."""

from decimal import Decimal

_LETTERS = {"10Y": "DE", "100Y": "CE", "1000Y": "ML"}
_FORTNIGHT = "14D"


def write_length(number: Decimal | None, unit: str) -> str:
    """Write a number of units (``P2W``, ``PT3H``, ``P1DE``); without a number the vague ``PXD``.

    ``unit`` is a name of the lexicon's ``span_unit``; decades and centuries keep TIMEX3's own letters.
    """
    if unit == _FORTNIGHT:
        number, unit = (None if number is None else 2 * number), "W"
    said = "X" if number is None else write_plainly(number)
    letter = _LETTERS.get(unit, unit)
    return f"PT{said}{letter[1]}" if letter[0] == "T" else f"P{said}{letter}"


def write_plainly(number: Decimal) -> str:
    """Write a number without exponent or needless zeros."""
    return str(int(number)) if number == number.to_integral_value() else format(number.normalize(), "f")
