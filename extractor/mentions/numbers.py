"""In: the characters of a number, in digits or spelled. Out: its value.

The forms are the atoms of ``lexicon/en/numbers.toml``: ``{number}`` in digits, ``{spelled}`` in words.
"""

import re
from decimal import Decimal, InvalidOperation
from functools import cache
from unicodedata import normalize

from extractor.mentions.lexicon import Lexicon, load_lexicon

_VULGAR = {char: tuple(map(int, normalize("NFKC", char).split("⁄"))) for char in "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_POWER = re.compile(r"(?:^|(?<=[x×*·⋅]))10(?:\^|\*\*)?([-+]?\d{1,3})$")
_EXPONENT = re.compile(r"e([-+]?\d{1,3})$")
_SLASH = re.compile(r"(?:(\d{1,4})[ -])?(\d{1,4})/(\d{1,4})")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 120
_LARGEST_POWER = 60
_LONGEST_WHOLE = 27


def parse_number(text: str, *, decimal_comma: bool = False) -> Decimal | None:
    """Give the value of a number in digits, spelled, or both (``1.5 million``); ``None`` when it is none.

    ``1,234`` is read in thousands and ``7.220`` with a decimal point, unless ``decimal_comma`` says that the page
    writes the other way round; ``51,6`` and ``7.220,5`` have a decimal comma on any page. Fractions that are not
    decimal (one third) are rounded to 28 digits. Numbers beyond 10 to the 60th are refused.
    """
    if not text or len(text) > _LONGEST:
        return None
    text = text.strip().lower()
    if text[:1].isalpha():
        return _write_plainly(_parse_spelled(text, read_number_words()))
    tail = _LETTERS.search(text)
    if tail is not None and (scale := read_number_words().get(tail.group())) is not None:
        number = _parse_digits(text[: tail.start()].rstrip(" \u00a0\n\t-‐‑"), decimal_comma)
        return None if number is None else _write_plainly(number * scale)
    return _parse_digits(text, decimal_comma)


def _write_plainly(number: Decimal | None) -> Decimal | None:
    """Write a whole number without decimals or exponent: ``1.5 million`` is 1500000."""
    if number is None or number != number.to_integral_value():
        return number
    return number.quantize(Decimal(1)) if number.adjusted() < _LONGEST_WHOLE else number


@cache
def read_number_words() -> dict[str, Decimal]:
    """Give the value of each number word of the lexicon."""
    return _list_words(load_lexicon())


def _list_words(lexicon: Lexicon) -> dict[str, Decimal]:
    words: dict[str, Decimal] = {}
    for canonical, forms in lexicon.classes["number_word"].items():
        above, _, below = canonical.partition("/")
        words |= dict.fromkeys(forms, Decimal(above) / Decimal(below or 1))
    return words


def _parse_digits(text: str, decimal_comma: bool) -> Decimal | None:
    text = text.replace("−", "-").replace("–", "-").replace("‐", "-").replace("‑", "-")
    sign = -1 if text.startswith("-") else 1
    text = text.lstrip("+-")
    if text and text[-1] in _VULGAR:
        above, below = _VULGAR[text[-1]]
        return _add_fraction(text[:-1].rstrip(" \u00a0-"), above, below, sign)
    if slash := _SLASH.fullmatch(text.replace("\u00a0", " ")):
        return _add_fraction(slash[1] or "", int(slash[2]), int(slash[3]), sign)
    if any(char in text for char in "x×*·⋅^e⁰¹²³⁴⁵⁶⁷⁸⁹"):
        return _parse_power(text, decimal_comma, sign)
    number = _parse_plain(text, decimal_comma)
    return None if number is None else sign * number


def _add_fraction(whole: str, above: int, below: int, sign: int) -> Decimal | None:
    if below == 0 or (whole and not whole.isdecimal()):
        return None
    return sign * (Decimal(whole or 0) + Decimal(above) / Decimal(below))


def _parse_power(text: str, decimal_comma: bool, sign: int) -> Decimal | None:
    """Read ``3.2x10^5``, ``10³`` and ``1.5e6``."""
    text = "".join(text.split()).translate(_SUPERSCRIPT)
    found = _POWER.search(text) or _EXPONENT.search(text)
    if found is None or abs(power := int(found[1])) > _LARGEST_POWER:
        return None
    factor = text[: found.start()].rstrip("x×*·⋅")
    number = _parse_plain(factor, decimal_comma) if factor else Decimal(1)
    return None if number is None else _write_plainly(sign * number.scaleb(power))


def _parse_plain(text: str, decimal_comma: bool) -> Decimal | None:
    """Read digits with marks of thousands and decimals."""
    text = re.sub(r"[\s'’]", "", text)
    dots, commas = text.count("."), text.count(",")
    if dots and commas:
        decimal_comma = text.rfind(",") > text.rfind(".")
    elif commas:
        decimal_comma = commas == 1 and (decimal_comma or len(text) - text.index(",") != 4 or text.startswith("0"))
    elif dots > 1:
        decimal_comma = True
    elif dots:
        decimal_comma = decimal_comma and len(text) - text.index(".") == 4 and not text.startswith("0")
    point, thousands = (",", ".") if decimal_comma else (".", ",")
    try:
        number = Decimal(text.replace(thousands, "").replace(point, "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _parse_spelled(text: str, words: dict[str, Decimal]) -> Decimal | None:
    """Read number words: units below a hundred add up, ``hundred`` and scales multiply what stands before them."""
    if not any(word in words for word in _LETTERS.findall(text)):
        return None
    total = held = Decimal(0)
    current: Decimal | None = None
    last = Decimal(0)
    """The word before: a smaller number may follow tens, hundreds and scales only."""
    for word in _LETTERS.findall(text):
        if word in ("a", "an", "of"):
            continue
        if word == "and":
            held, current, last = held + (current or 0), None, Decimal(0)
            continue
        value = words.get(word)
        if value is None:
            return None
        if value < 1:
            current = (1 if current is None else current) * value
        elif value >= 1000 or word in ("dozen", "score"):
            total += (held + (current or 0) or 1) * value
            held, current = Decimal(0), Decimal(0)
        elif value == 100:
            current = (current or 1) * value
        elif current is not None and not _follows(value, last):
            return None
        else:
            current = (current or 0) + value
        last = value
    return total + held + (current or 0)


def _follows(value: Decimal, last: Decimal) -> bool:
    """Tell whether ``value`` may stand behind the number word ``last``: ``twenty one``, ``hundred twenty``."""
    return value < 10 <= 20 <= last < 100 or (value < 100 <= last)
