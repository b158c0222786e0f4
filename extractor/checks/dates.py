"""In: a Page and its dates. Out: weekdays that do not fit their date; dates and clock times that do not exist."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import timedelta

from extractor.checks.reading import Reading
from extractor.checks.wording import quote
from extractor.model import Finding, Mention, Page
from extractor.values import read_moment

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_INDEX = {name[:3].lower(): index for index, name in enumerate(_WEEKDAYS)}
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nes|nesday|r|rs|rsday|ur|urday)?\b", re.IGNORECASE)
_BESIDE = re.compile(r",? ?\(?\n?")

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_FAR = timedelta(days=150)  # so much further off is the year that a weekday leads to than the one that it denies
_LEAP = 2000  # stands for any year where the page gives none
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?:1[89]|20)\d\d"
_BEFORE = re.compile(rf"(?:(?P<year>{_YEAR})[ -])?(?<![^\W\d_])(?i:{_MONTH})[ \n-](?:\d{{1,2}} ?(?:-|–|to|and|or) ?)?$")
# After a month and a number stands a year or what ends the phrase: "in April 31 satellites" is no date.
_AFTER = re.compile(
    rf",? (?P<year>{_YEAR})\b(?![:.]\d)|(?=[.,;:)\]|\n–—-])|$|(?= (?:at|on|and|to|from|in|when|was|is|or|\||\d)\b)"
)
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


def find_weekdays(reading: Reading) -> Iterator[Finding]:
    """Yield the dates that did not fall on the weekday said with them (``weekday``)."""
    page = reading.page
    before: Mention | None = None
    for mention in reading.mentions:
        if mention.label != "DATE":
            continue
        named = _WEEKDAY.search(mention.text)
        if named and any(character.isdigit() for character in mention.text):
            yield from _compare_weekday(page, mention, named[1], (mention,))
            yield from _doubt_year(reading, mention)
        elif before is not None and _BESIDE.fullmatch(page.text[before.end : mention.start][:5]):
            lone, dated = (mention, before) if named else (before, mention)
            name = _WEEKDAY.fullmatch(lone.text)
            if name and not _WEEKDAY.search(dated.text):
                yield from _compare_weekday(page, dated, name[1], (lone, dated))
        before = mention


def _compare_weekday(page: Page, dated: Mention, name: str, parts: tuple[Mention, ...]) -> Iterator[Finding]:
    moment = read_moment(dated.value) if isinstance(dated.value, str) else None
    if moment is None or moment.step.days != 1 or moment.local.weekday() == _INDEX[name[:3].lower()]:
        return
    start, end = min(m.start for m in parts), max(m.end for m in parts)
    inherited = str(moment.local.year) not in dated.text
    where = f" (the year {moment.local.year} is taken from the page)" if inherited else ""
    yield Finding(
        "weekday",
        "warning",
        f"{moment.local.date().isoformat()} was a {_WEEKDAYS[moment.local.weekday()]}, but the page says "
        f"“{quote(page, start, end)}”{where}.",
        (dated.id,),
        tuple(m.id for m in parts if m is not dated) or ((dated.start, dated.end),),
    )


def _doubt_year(reading: Reading, dated: Mention) -> Iterator[Finding]:
    """Yield a date whose weekday leads to a year far from the date that gave it, past a nearer one that it denies."""
    origin = next((o for o in dated.origins if o.part == "year" and o.rule == "weekday"), None)
    anchor = next((m for m in reading.mentions if origin is not None and m.start == origin.start), None)
    moment = read_moment(str(dated.value))
    source = read_moment(str(anchor.value).partition("/")[0]) if anchor is not None else None
    if moment is None or source is None or anchor is None:
        return
    years = (moment.local.year - 1, moment.local.year + 1)
    others = [moment.local.replace(year=year) for year in years if _has_day(year, moment.local.month, moment.local.day)]
    near = min(others, key=lambda day: abs(day - source.local), default=moment.local)
    if abs(near - source.local) + _FAR > abs(moment.local - source.local):
        return
    yield Finding(
        "weekday",
        "warning",
        f"{near.date().isoformat()} was a {_WEEKDAYS[near.weekday()]}, but the page says "
        f"“{quote(reading.page, dated.start, dated.end)}” (the year {near.year} is near “{anchor.text}”).",
        (dated.id,),
        (anchor.id,),
    )


def find_impossible(reading: Reading) -> Iterator[Finding]:
    """Yield the days that no calendar and the times that no clock shows (``impossible-date``, ``impossible-time``).

    The text is read, not the mentions, since an impossible date has no value. A year left out counts as a leap year.
    """
    page, text = reading.page, reading.page.text
    last = -1
    for start, end, word in page.words:
        if word not in _SUSPECT or start < last:
            continue
        number = _SUSPECT[word]
        beside = (text[start - 1 : start] or " ") + text[end : end + 1]
        span = None
        if ":" in beside:
            if (number < 60 and beside[0] == ":") or (number < 24 and text.find("a", end + 3, end + 9) < 0):
                continue
            span = _read_clock(text, start)
            if span:
                yield _report(page, span, "impossible-time", "is no time of the day")
        elif number > 28 or not _JOINTS.isdisjoint(beside):
            span = _read_numeric(text, start, end) or _read_named(text, start, end, number)
            if span:
                yield _report(page, span, "impossible-date", "is no day of the calendar")
        last = span[1] if span else last


_SUSPECT = {f"{number:02d}{tail}": number for number in range(13, 100) for tail in ("", "st", "nd", "rd", "th")}
_SUSPECT |= {"00": 0}
"""Numbers that some month or clock does not have; all others are passed over."""


def _report(page: Page, span: tuple[int, int], check: str, what: str) -> Finding:
    return Finding(check, "error", f"“{quote(page, *span)}” {what}.", (span,))


def _has_day(year: int, month: int, day: int) -> bool:
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
        return _has_day(year, int(parts["month"]), int(parts["day"]))
    one, other = int(parts["a"]), int(parts["b"])
    return _has_day(year, one, other) or _has_day(year, other, one)


def _read_named(text: str, start: int, end: int, number: int) -> tuple[int, int] | None:
    """Give the characters of a date that does not exist around a number beside a month's name, or ``None``."""
    if number < 29:
        return None
    before = _BEFORE.search(text[max(start - 24, 0) : start])
    if before:
        after = _AFTER.match(text, end)
        if after is None or not before["month"][0].isupper():
            return None
        said = before["year"] or after["year"]
        if number > 31 and said is None:
            return None  # Nov. 98 is a month of that year
        real = _has_day(int(said or _LEAP), _MONTHS[before["month"][:3].lower()], number)
        return None if real else (start - len(before[0]), after.end())
    after = _DAY_FIRST.match(text, end)
    if after and after["month"][0].isupper() and not _JOINED.match(text[max(start - 1, 0) : start]):
        year = int(after["year"] or after["year2"] or _LEAP)
        return None if _has_day(year, _MONTHS[after["month"][:3].lower()], number) else (start, after.end())
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
