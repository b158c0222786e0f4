"""In: a quantity's last number on a page. Out: the numbers left of it that share its unit, and its modifier.

``198 x 254 km`` and ``between 120 and 150 kg`` are two amounts of one unit; the measure in brackets of
``about 7,220 kg (15,917 lb)`` is as rough as the one that it converts.
"""

import re
from decimal import Decimal
from functools import cache, lru_cache

from extractor.mentions.lexicon import load_lexicon
from extractor.mentions.numbers import parse_number
from extractor.mentions.qualifiers import read_qualifier
from extractor.mentions.unit_senses import read_unit
from extractor.records import record
from extractor.units import find_dimension

_REACH = 56
_MOST_MEMBERS = 8
_SIGN = re.compile(r"(?:(?<![\w.,])[-−]|(?<![\w-])(?:minus|negative)[\s\u00a0])$")
_SEPARATORS = (
    r"(?P<sep>-?[\s\u00a0]{0,2}(?:[x×*/+–—−]|-{1,2}|\band/or\b|(?:,[\s\u00a0])?\b(?:by|to|and|or|through|thru|vs\.?|x)\b)"
    r"[\s\u00a0-]{0,2}|-by-|-to-|,[\s\u00a0])$"
)
_NAMED = re.compile(r"(?<!\w)([A-Z][\w.’'-]*)[\s\u00a0-]$")
_SPACED = re.compile(r"\d{1,3} \d{3}(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CONVERTED_MARK = re.compile(
    r"[\s\u00a0]{0,2}(?:[(\[|/=;,–—]|\bor\b)[\s\u00a0]?(?:about[\s\u00a0]|~|=[\s\u00a0]?|or[\s\u00a0])?$"
)
_DECIMAL_COMMA = re.compile(  # from the comma on, which a search skips to
    r",(?=\d)(?:(?<=\d\.\d{3},)\d{1,2}(?!\d)"
    r"|(?:(?<=\d,)(?<![\d,.]\d,)|(?<=\d\d,)(?<![\d,.]\d\d,)|(?<=\d{3},)(?<![\d,.]\d{3},))"
    r"\d{1,2}[\s\u00a0]?(?:km|kg|°|deg|min|m\b|t\b))"
)
_DECIMAL_POINT = re.compile(r"(?<![\d.,])\d{1,5}\.\d{1,2}(?![\d.])")


@record(frozen=True, slots=True)
class Amount:
    """A number on the page: half-open offsets and value."""

    start: int
    end: int
    value: Decimal


def read_amount(text: str, start: int, end: int) -> Amount | None:
    """Read the number at ``[start, end)``, with a decimal point right before it where one stands (``.5``)."""
    surface = text[start:end]
    if " " in surface and surface[0].isdecimal() and _SPACED.match(surface) and _is_apart(text, start, end):
        start += surface.index(" ") + 1
        surface = text[start:end]
    value = parse_number(surface, decimal_comma=_has_mark(surface) and _writes_decimal_comma(text))
    if value is None:
        return None
    if start > 0 and text[start - 1] == "." and surface.isdecimal() and not text[max(0, start - 2) : start - 1].strip():
        return Amount(start - 1, end, Decimal(f"0.{surface}"))
    return Amount(start, end, value)


def _is_apart(text: str, start: int, end: int) -> bool:
    """Say that the first of two groups of digits is a name's or a count: ``Kosmos 186 200 km``, ``4 200-kg tanks``."""
    name = _NAMED.search(text, max(0, start - 24), start)
    if name is not None and load_lexicon().canonical("figure_word", name[1]) is None:
        return True
    return text[end : end + 1] == "-" and text[start + 1] == " "


def _has_mark(surface: str) -> bool:
    return "." in surface or "," in surface


@lru_cache(maxsize=8)
def _writes_decimal_comma(text: str) -> bool:
    """Say that a page writes ``51,6`` for 51.6 and nowhere a decimal point."""
    return _DECIMAL_COMMA.search(text) is not None and _DECIMAL_POINT.search(text) is None


def add_sign(text: str, amount: Amount) -> Amount:
    """Take the sign before a number, or ``minus``, into it."""
    sign = _SIGN.search(text, max(0, amount.start - 9), amount.start)
    return amount if sign is None else Amount(sign.start(), amount.end, -amount.value)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile what may stand left of a quantity: a further member, and the measure that it converts."""
    lexicon = load_lexicon()
    forms = f"{lexicon.expression('number')}|{lexicon.expression('spelled')}"
    number = rf"{lexicon.expression('unnamed')}(?:{forms})"
    member = re.compile(rf"(?i:(?P<number>{number}){_SEPARATORS})")
    converted = re.compile(
        rf"(?i:(?P<number>{number})[\s\u00a0-]{{0,2}}(?P<unit>[^\W\d_][^\W\d_.\s]{{0,12}}(?:[\s.][a-z]{{1,8}}\.?)?|°))$"
    )
    return member, converted


@record(frozen=True, slots=True)
class Pair:
    """Two numbers and what stands between them; ``joined`` says that ``and`` or the like stood further right."""

    left: Amount
    right: Amount
    separator: str
    joined: bool


def list_members(text: str, last: Amount, unit: str) -> list[Amount]:
    """List the numbers left of ``last`` that share its unit, in reading order."""
    members: list[Amount] = []
    joined = False
    while len(members) < _MOST_MEMBERS:
        right = members[-1] if members else last
        if text[right.start - 1 : right.start] not in _BEFORE_MEMBER or not _may_join(text, right.start):
            break
        found = _patterns()[0].search(text, max(0, right.start - _REACH), right.start)
        left = read_amount(text, *found.span("number")) if found else None
        if found is None or left is None:
            break
        separator = _name_separator(found["sep"])
        if separator in _DASHES and "\n" in found["sep"]:
            break
        if not _is_member(text, Pair(left, right, separator, joined), find_dimension(unit)):
            break
        joined = joined or separator in _JOINING
        members.append(left)
    members.reverse()
    return members


def _may_join(text: str, start: int) -> bool:
    """Say whether what stands right before a number may part it from a member: a look at one word, not a search."""
    return text[max(0, start - 12) : start].rstrip().lower().endswith(_JOINTS)


def _name_separator(text: str) -> str:
    """Give ``to`` for ``- to``, ``and`` for ``, and``, ``-`` for hyphens."""
    words = text.strip(" \u00a0\n-").lower()
    return words.lstrip(", \u00a0") or words or "-"


_BEFORE_MEMBER = frozenset(" \u00a0-x×*/+–—−\n")
_JOINTS = ("-", "x", "×", "*", "+", "/", "–", "—", "−", ",", "by", "to", "and", "or", "through", "thru", "vs", "vs.")
_PRODUCT = frozenset({"x", "×", "*", "by"})
_DASHES = frozenset({"-", "--", "–", "—", "−"})
_JOINING = frozenset({"and", "or", "and/or", "to"})


def _is_member(text: str, pair: Pair, dimension: str | None) -> bool:
    """Decide whether the number before a separator has the unit of the one behind it."""
    left, right, separator = pair.left, pair.right, pair.separator
    if text[left.start].isalpha() != text[right.start].isalpha() and separator not in _JOINING:
        return False
    if _YEAR.fullmatch(text[left.start : left.end]) and right.value < 1900:
        return False
    before = text[max(0, left.start - 24) : left.start]
    if separator in _PRODUCT:
        several = left.value < 10 and left.value * 25 <= right.value
        return not several and (dimension in ("length", "angle") or left.value * 4 > right.value)
    if _is_named(before, left):
        return False
    if separator in _DASHES:
        return left.value < right.value
    if separator in ("and", "or", "and/or"):
        alike = left.value * 20 >= right.value and right.value * 20 >= left.value
        return alike or "between" in before.lower()
    return separator in ("/", "+", "to", "through", "thru", "vs", "vs.") or pair.joined


def _is_named(before: str, left: Amount) -> bool:
    """Say that a number is part of a name: ``Soyuz 5 and 300 kg``; figures of orbits are larger or have decimals."""
    name = _NAMED.search(before)
    return (
        name is not None
        and load_lexicon().canonical("figure_word", name[1]) is None
        and left.value < 130
        and left.value == int(left.value)
    )


def find_mod(text: str, start: int, end: int, unit: str) -> str | None:
    """Give the modifier of a quantity; a conversion has that of the measure it converts."""
    mod = read_qualifier(text, start, end)
    if mod is not None or start == 0:
        return mod
    mark = _CONVERTED_MARK.search(text, max(0, start - 12), start)
    if mark is None:
        return None
    found = _patterns()[1].search(text, max(0, mark.start() - _REACH), mark.start())
    if found is None:
        return None
    original = read_unit(found["unit"])
    if original is None or original == unit or find_dimension(original) != find_dimension(unit):
        return None
    first = read_amount(text, *found.span("number"))
    if first is None:
        return None
    members = [*list_members(text, first, original), first]
    return find_mod(text, members[0].start, found.end(), original)
