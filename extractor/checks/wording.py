"""In: moments, differences and spans of a page. Out: the words of a finding's sentence, and its evidence."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from extractor.checks.events import is_floating, read_instant
from extractor.model import Evidence, Fact, Mention, Page
from extractor.values import Moment

_LONGEST_QUOTE = 80


def quote(page: Page, start: int, end: int) -> str:
    """Give the page's own words on one line, shortened at a border of words."""
    words = " ".join(page.text[start:end].split())
    return words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def name_event(event: str) -> str:
    """Give the name of an event of ANNOTATION as words."""
    return event.replace("_", " ")


def say_owner(subject: str | None) -> str:
    """Say whose event it is, where the page names anyone."""
    return f" of {subject}" if subject else ""


def say_difference(seconds: float, *, calendar: bool = False) -> str:
    """Say a length of time in the largest units that show it: ``4 min 39 s``, ``168 days``, ``8 days 7 h 9 min``.

    ``calendar`` says whole days only, for dates without a clock.
    """
    total = round(abs(seconds), 3)
    days, rest = divmod(total, 86400)
    count = f"{days:.0f} day{'' if days == 1 else 's'}"
    if calendar and days:
        return count
    hours, rest = divmod(rest, 3600)
    minutes, rest = divmod(rest, 60)
    parts = [count] if days else []
    parts += [f"{hours:.0f} h"] if hours else []
    parts += [f"{minutes:.0f} min"] if minutes else []
    parts += [f"{round(rest, 3):g} s"] if rest else []
    return " ".join(parts) or "nothing"


def say_like(seconds: float, said: str) -> str:
    """Say a difference, with decimals where the page said it so: ``8 min 46.873 s (8.78 minutes)``."""
    plain = say_difference(seconds, calendar="day" in said)
    for unit, size in (("minute", 60), ("hour", 3600), ("day", 86400)):
        if unit in said and "." in said:
            return f"{plain} ({seconds / size:.2f} {unit}s)"
    return plain


def say_moment(moment: Moment) -> str:
    """Say a date or a date and time at its precision, with its offset where it has one."""
    local, step = moment.local, moment.step
    if step >= timedelta(days=1):
        form = "%Y" if step > timedelta(days=31) else "%Y-%m" if step > timedelta(days=1) else "%Y-%m-%d"
        return local.strftime(form)
    day = "" if is_floating(moment) else local.strftime("%Y-%m-%d ")
    form = "%H:%M" if step >= timedelta(minutes=1) else "%H:%M:%S"
    fraction = f".{local.microsecond:06d}".rstrip("0") if step < timedelta(seconds=1) else ""
    return f"{day}{local.strftime(form)}{fraction}{_say_offset(moment.offset)}"


def say_clock(moment: datetime, step: timedelta) -> str:
    """Say the clock of a local time at the precision given."""
    return moment.strftime("%H:%M" if step >= timedelta(minutes=1) else "%H:%M:%S")


def _say_offset(offset: timedelta | None) -> str:
    if offset is None:
        return ""
    if not offset:
        return " UTC"
    hours, minutes = divmod(abs(int(offset.total_seconds())) // 60, 60)
    return f" UTC{'-' if offset < timedelta(0) else '+'}{hours}" + (f":{minutes:02d}" if minutes else "")


def cite(fact: Fact, mentions: Mapping[str, Mention]) -> tuple[Evidence, ...]:
    """Give the evidence that carries a fact's value: the mentions that say just that, else all of it."""
    parts = str(fact.get("value")).split("/")
    exact = tuple(item for item in fact.evidence if isinstance(item, str) and _carries(mentions.get(item), parts))
    return exact or fact.evidence


def _carries(mention: Mention | None, parts: list[str]) -> bool:
    if mention is None or not isinstance(mention.value, str):
        return False
    if mention.value in parts:
        return True
    said = read_instant(mention.value)
    instant = said.utc if said else None
    return instant is not None and any(m.utc == instant for m in map(read_instant, parts) if m)
