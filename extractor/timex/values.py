"""In: values of mentions. Out: the same as TIMEX3 writes them: eras, decades, centuries, times without a day."""

import re

_BEFORE_CHRIST = re.compile(r"-(\d{4})(.*)", re.S)
_CENTURY_BEFORE_CHRIST = re.compile(r"-(\d\d)XX")
_DECADES = re.compile(r"P(\d+)0Y")
_CENTURIES = re.compile(r"P(\d+)00Y")


def write_value(label: str, value: str, text: str = "") -> str:
    """Write the value of a mention with ``label`` in TIMEX3: ``-0263`` is ``BC0264``, ``197X`` is ``197``.

    ``text`` are the words: lengths said in decades and centuries keep their unit (``P2DE``).
    """
    if label == "DURATION":
        return _write_duration(value, text)
    if label == "TIME":
        return f"XXXX-XX-XX{value}" if value.startswith("T") else value
    if found := _CENTURY_BEFORE_CHRIST.fullmatch(value):
        return f"BC{int(found[1]) - 1:02d}"
    if found := _BEFORE_CHRIST.fullmatch(value):
        return f"BC{int(found[1]) + 1:04d}{found[2]}"
    if re.fullmatch(r"\d{3}X|\d\dXX", value):
        return value.rstrip("X")
    return value


def _write_duration(value: str, text: str) -> str:
    words = text.lower()
    if words.endswith(("decade", "decades")) and (found := _DECADES.fullmatch(value)):
        return f"P{found[1]}DE"
    if words.endswith(("century", "centuries")) and (found := _CENTURIES.fullmatch(value)):
        return f"P{found[1]}CE"
    return value
