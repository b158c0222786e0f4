"""In: a Page. Out: its time expressions in TimeML's conventions, by the grammar and the context of the mentions."""

from datetime import date

from extractor.model import Page, Timex
from extractor.timex.assemble import assemble
from extractor.timex.find import find_candidates
from extractor.timex.pieces import make_pieces

__all__ = ["tag"]


def tag(page: Page, reference: date | None = None) -> list[Timex]:
    """Give the time expressions of a page in reading order; they do not overlap.

    ``reference`` is the day that the text was written, which ``today`` and ``next year`` refer to; without one,
    what the page itself tells counts.
    """
    return assemble(page.text, make_pieces(page, find_candidates(page), reference))
