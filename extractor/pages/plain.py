"""In: a Page. Out: the views through which the rooms read it, the outermost first; none where it is plain."""

from extractor.model import Page
from extractor.pages.glued import unglue
from extractor.pages.indents import unwrap
from extractor.pages.views import View


def open_views(page: Page) -> list[View]:
    """Part what a scraper ran together, then leave the indents out; each view is onto the page of the one before."""
    views: list[View] = []
    for open_view in (unglue, unwrap):
        view = open_view(page)
        if view is not None:
            views.append(view)
            page = view.page
    return views
