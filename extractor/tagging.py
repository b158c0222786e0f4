"""In: a text. Out: its time expressions in TimeML's conventions: page and tagger joined, without spaCy."""

from datetime import date

from extractor.model import Timex
from extractor.pages import make_page
from extractor.timex import tag


def timexes(text: str, reference_date: date | None = None) -> list[Timex]:
    """Give the time expressions of ``text`` in TimeML's conventions, in reading order; they do not overlap.

    Date, clock time and zone that stand together are one; determiners and modifiers are inside. ``reference_date``
    is the day the text was written, which ``today`` refers to; without one, what the text itself tells counts, never
    the clock. Raises ``PageError`` for a text that is too large.
    """
    return tag(make_page(text), reference_date)
