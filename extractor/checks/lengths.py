"""In: a DURATION mention or fact value. Out: a Length: how long, how exactly said, and whether a difference fits it."""

import re
from dataclasses import dataclass

from extractor.model import Mention
from extractor.values import Moment, duration_key

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
_MONTH = 30.436875 * DAY  # mean Gregorian month
_UNITS = {"Y": 12 * _MONTH, "W": 7 * DAY, "D": DAY, "H": HOUR, "S": 1.0}
_LAST = re.compile(r"(?P<time>T)?[^T]{0,60}?(?P<figure>[0-9.]+)(?P<unit>[YMWDHS])$")
_PARTS = re.compile(r"[0-9.]+[YMWDHS]")
_HALVES = re.compile(r"(?:half|halves|quarter|[½¼¾])", re.IGNORECASE)
_SOFT = frozenset({"APPROX", "START", "MID", "END"})
_BELOW = frozenset({"LESS_THAN", "EQUAL_OR_LESS"})
_ABOVE = frozenset({"MORE_THAN", "EQUAL_OR_MORE"})


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as the page says it.

    ``seconds`` is what it says, ``step`` the size in seconds of the last place said (0.1 minute is 6 s),
    ``rounded`` whether it was said with a decimal point or a fraction, so that its error is half a step; a whole
    number may have been cut off as well. ``mod`` is the qualifier (ANNOTATION), ``text`` the page's words.
    """

    seconds: float
    step: float
    rounded: bool
    mod: str | None
    text: str


def read_length(mention: Mention) -> Length | None:
    """Read a DURATION mention; ``None`` for a vague length (``PTXH``) or none at all."""
    value = mention.value
    if mention.label != "DURATION" or not isinstance(value, str):
        return None
    return make_length(value, mention.text, mention.mod)


def make_length(value: str, text: str, mod: str | None) -> Length | None:
    """Read an ISO 8601 duration that the page says in the words ``text``; ``None`` for a vague one."""
    key = duration_key(value)
    last = _LAST.search(value)
    if isinstance(key, str) or last is None:
        return None
    months, seconds = key
    total = float(months) * _MONTH + float(seconds)
    unit = _size_unit(value, last["unit"])
    words = " ".join(text.split())
    step, rounded = _measure_step(last["figure"], unit, words, len(_PARTS.findall(value)))
    return Length(total, step, rounded, mod, words) if total > 0 else None


def _size_unit(value: str, unit: str) -> float:
    if unit == "M":
        return MINUTE if "T" in value else _MONTH
    return _UNITS[unit]


def _measure_step(figure: str, unit: float, words: str, parts: int) -> tuple[float, bool]:
    """Give the size of the last place said, and whether it was rounded."""
    whole, _, decimals = figure.partition(".")
    if decimals == "5" or (decimals and _HALVES.search(words)):
        return unit / 2, True  # 6.5 hours is six and a half
    if decimals:
        return unit * 10.0 ** -len(decimals), True
    zeros = len(whole) - len(whole.rstrip("0"))
    if parts == 1 and zeros > 1:
        return unit * 10.0**zeros / 2, True  # a round number: 200 days
    return unit, False


def measure_misfit(length: Length, seconds: float, steps: tuple[float, float]) -> str | None:
    """Tell how badly a difference between two moments misses the length said of it.

    ``seconds`` is the difference of the two as the page writes them, ``steps`` are their own precisions in seconds.
    ``None`` where it fits within the precision said, ``"info"`` where it does not but the rounding of all three
    figures could explain it, else ``"warning"``.
    """
    miss = seconds - length.seconds
    slack = _allow(length, steps)
    low, high = -slack, slack
    if length.mod in _SOFT:
        low, high = -max(2 * slack, length.seconds / 8), max(2 * slack, length.seconds / 8)
    elif length.mod in _BELOW:
        low = -length.seconds if length.mod == "EQUAL_OR_LESS" else -length.seconds / 3 - slack
    elif length.mod in _ABOVE:
        high = float("inf") if length.mod == "EQUAL_OR_MORE" else length.seconds + slack
    if low <= miss <= high:
        return None
    rounding = (length.step + steps[0] + steps[1]) / 2
    return "info" if abs(miss) <= rounding else "warning"


def _allow(length: Length, steps: tuple[float, float]) -> float:
    """Give the difference that the precision said lets pass, in seconds.

    Two clocks as coarse as the length's last place differ by just what they say; clocks of different precision were
    rounded apart; a whole number may have been rounded or cut off, a decimal was rounded.
    """
    coarse, fine = max(steps), min(steps)
    apart = coarse / 2 if coarse > fine else 0.0
    if coarse > length.step or (coarse >= DAY and length.step >= DAY):
        return coarse + (length.step / 2 if length.rounded else 0.0)
    if length.step >= DAY:
        return length.step
    if length.rounded:
        return length.step / 2 + apart
    if coarse == fine == length.step:
        return 0.0
    return length.step * 0.999 + apart


def subtract(later: Moment, earlier: Moment) -> tuple[float, tuple[float, float]]:
    """Give the seconds from one moment to another, with the precisions of both.

    Where one of them is a date alone, whole days on the calendar are counted.
    """
    steps = (later.step.total_seconds(), earlier.step.total_seconds())
    if max(steps) >= DAY:
        apart = later.local.date() - earlier.local.date()
        return apart.total_seconds(), (max(steps[0], DAY), max(steps[1], DAY))
    one, other = later.utc, earlier.utc
    if one is None or other is None:
        one, other = later.local, earlier.local
    return (one - other).total_seconds(), steps
