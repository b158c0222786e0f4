"""In: the text of a page. Out: dates and clock times that do not exist."""

import re
from calendar import monthrange
from collections.abc import Iterator

from extractor.checks.reading import Reading
from extractor.checks.wording import quote
from extractor.model import Finding, Page

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_LEAP = 2000  # stands for any year where the page gives none
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?:1[89]|20)\d\d"
_BEFORE = re.compile(rf"(?:(?P<year>{_YEAR})[ -])?(?<![^\W\d_])(?i:{_MONTH})[ \n-](?:\d{{1,2}} ?(?:-|–|to|and|or) ?)?$")
# After a month and a number stands a year or what goes on after a date: "in April 31 satellites" is none.
_ONWARD = (
    "at|on|and|to|from|in|when|was|is|or|the|an?|we|it|its|he|she|they|this|that|after|before|because|but|with|as|by"
    "|where|while|until|through|for|will|would|had|has|were"
)
_AFTER = re.compile(rf",? (?P<year>{_YEAR})\b(?![:.]\d)|(?=[.,;:)\]|\n\t–—-])|$|(?= (?:[\s–—-]|\||\d|(?:{_ONWARD})\b))")
_SINCE = re.compile(r"\b(?:on|until|till|by|since|dated|of)\s$", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"[ -](?:of )?(?i:{_MONTH})\b(?:,? (?P<year>{_YEAR})\b|-(?P<year2>{_YEAR})\b)?")
_JOINED = re.compile(r"[\d.,:/]")
_JOINTS = frozenset("-/.")
_ISO = re.compile(r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?![\w/-])")
_NUMERIC = re.compile(
    r"(?<![\w/.-])(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?![\w/-])"
)
_CLOCK = re.compile(r"(?<![\d:.,+-])(?P<h>\d{1,2}):(?P<m>\d\d)(?::(?P<s>\d\d))?(?![\d:])(?:\.\d{1,6})?")
_CLOCK_CUE = re.compile(
    r"\s?(?:(?P<noon>[ap])\.? ?m\b|(?:UTC?|GMT|[ECMP][SD]T|MSK|JST|CES?T|BST|IST)\b"
    r"|(?:local|[A-Z][a-z]{2,12}) (?:Summer |Standard |Daylight )?[Tt]ime\b)"
)
_AT = re.compile(r"\bat $")


def find_impossible(reading: Reading) -> Iterator[Finding]:
    """Yield the days that no calendar and the times that no clock shows (``impossible-date``, ``impossible-time``).

    The text is read, not the mentions, since an impossible date has no value. A year left out counts as a leap year.
    """
    page, text = reading.page, reading.page.text
    last = -1
    words = page.words
    for index in sorted(index for word in _SUSPECT.keys() & words.distinct for index in words.places[word]):
        start, end, word = words[index]
        if start < last:
            continue
        number = _SUSPECT[word]
        beside = (text[start - 1 : start] or " ") + text[end : end + 1]
        span = None
        if ":" in beside and (beside[0] == ":" or text[end + 1 : end + 2].isdecimal()):
            if (number < 60 and beside[0] == ":") or (number < 24 and text.find("a", end + 3, end + 9) < 0):
                continue
            span = _read_clock(text, start)
            if span:
                yield _report(page, span, "impossible-time", "is no time of the day")
        elif number > 28 or not _JOINTS.isdisjoint(beside):
            span = None if _JOINTS.isdisjoint(beside) else _read_numeric(text, start, end)
            span = span or _read_named(text, start, end, number)
            if span:
                yield _report(page, span, "impossible-date", "is no day of the calendar")
        last = span[1] if span else last


_SUSPECT = {f"{number:02d}{tail}": number for number in range(13, 100) for tail in ("", "st", "nd", "rd", "th")}
_SUSPECT |= {"00": 0}
"""Numbers that some month or clock does not have; all others are passed over."""


def _report(page: Page, span: tuple[int, int], check: str, what: str) -> Finding:
    return Finding(check, "error", f"“{quote(page, *span)}” {what}.", (span,))


def has_day(year: int, month: int, day: int) -> bool:
    """Tell whether the Gregorian calendar has a day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _read_numeric(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the characters of a date in figures that does not exist around a number, or ``None``."""
    for form in (_ISO, _NUMERIC):
        for match in form.finditer(text, max(start - 8, 0), end + 8):
            if match.start() <= start < match.end() and not _is_real(match):
                return match.span()
    return None


def _is_real(match: re.Match[str]) -> bool:
    parts = match.groupdict()
    year = int(parts["year"])
    if "day" in parts:
        return has_day(year, int(parts["month"]), int(parts["day"]))
    one, other = int(parts["a"]), int(parts["b"])
    return has_day(year, one, other) or has_day(year, other, one)


def _read_named(text: str, start: int, end: int, number: int) -> tuple[int, int] | None:
    """Give the characters of a date that does not exist around a number beside a month's name, or ``None``."""
    if number < 29:
        return None
    before = _BEFORE.search(text[max(start - 24, 0) : start])
    if before:
        after = _AFTER.match(text, end)
        begin = start - len(before[0])
        if not before["month"][0].isupper() or not (after or _SINCE.search(text[max(begin - 8, 0) : begin])):
            return None
        said = before["year"] or (after["year"] if after else None)
        if number > 31 and said is None:
            return None  # Nov. 98 is a month of that year
        real = has_day(int(said or _LEAP), _MONTHS[before["month"][:3].lower()], number)
        return None if real else (begin, after.end() if after else end)
    after = _DAY_FIRST.match(text, end)
    if after and after["month"][0].isupper() and not _JOINED.match(text[max(start - 1, 0) : start]):
        year = int(after["year"] or after["year2"] or _LEAP)
        return None if has_day(year, _MONTHS[after["month"][:3].lower()], number) else (start, after.end())
    return None


def _read_clock(text: str, start: int) -> tuple[int, int] | None:
    """Give the characters of a clock time that does not exist around a number, or ``None``."""
    for match in _CLOCK.finditer(text, max(start - 6, 0), start + 16):
        if not match.start() <= start < match.end():
            continue
        hours, minutes, seconds = (int(part or 0) for part in match.group("h", "m", "s"))
        cue = _CLOCK_CUE.match(text, match.end())
        if cue is None and (hours > 24 or not _AT.search(text[max(match.start() - 4, 0) : match.start()])):
            continue
        noon = cue["noon"] if cue else None
        leap = (minutes, seconds) == (59, 60)
        wrong = minutes > 59 or (seconds > 59 and not leap) or hours > 24 or (hours == 24 and minutes + seconds > 0)
        if wrong or (noon == "a" and 12 < hours < 24):
            return match.start(), cue.end() if cue else match.end()
    return None
