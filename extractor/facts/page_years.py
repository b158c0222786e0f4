"""In: the mentions of a page. Out: whether all that it dates lies before a year."""

from collections.abc import Iterable

from extractor.model import Mention
from extractor.values import TIME_LABELS


def is_before(mentions: Iterable[Mention], year: str) -> bool:
    """Say that all years of a page's dates lie before one."""
    values = (str(mention.value)[:4] for mention in mentions if mention.label in TIME_LABELS)
    return max((value for value in values if value.isdigit()), default=year) < year
