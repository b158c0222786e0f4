"""In: the dates and zones of a page. Out: those that can be read in two ways, where nothing on the page tells which."""

from collections.abc import Iterator

from extractor.checks.reading import Reading
from extractor.checks.wording import quote
from extractor.model import Finding, Mention

_OTHERS = {"CST": "China", "IST": "Israel", "BST": "Bangladesh"}
"""Whose time an abbreviation also names, beside the zone that it was read as (tz database, names of zones)."""
_DAY = 10  # characters of a day in ISO 8601


def find_ambiguous(reading: Reading) -> Iterator[Finding]:
    """Yield dates whose day and month may be exchanged (``date-order``), and names of two zones (``zone-name``)."""
    for mention in reading.mentions:
        rules = {origin.rule for origin in mention.origins}
        if "ambiguous-order" in rules and isinstance(mention.value, str) and len(mention.value) == _DAY:
            yield _judge_order(reading, mention, mention.value)
        elif "ambiguous-abbreviation" in rules and mention.zone in _OTHERS:
            yield _judge_name(reading, mention)


def _judge_order(reading: Reading, mention: Mention, value: str) -> Finding:
    year, month, day = value.split("-")
    return Finding(
        "date-order",
        "info",
        f"“{quote(reading.page, mention.start, mention.end)}” is {value} with the month first and {year}-{day}-{month} "
        "with the day first; no other date of the page tells which.",
        (mention.id,),
    )


def _judge_name(reading: Reading, mention: Mention) -> Finding:
    return Finding(
        "zone-name",
        "info",
        f"“{quote(reading.page, mention.start, mention.end)}” was read as {mention.value}, but also names the time of "
        f"{_OTHERS[str(mention.zone)]}; nothing on the page tells which is meant.",
        (mention.id,),
    )
