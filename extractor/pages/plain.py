"""In: a Page. Out: the views through which the rooms read it, the outermost first; none where it is plain."""

from extractor.model import Page
from extractor.pages.glued import unglue
from extractor.pages.indents import cut_margin, unwrap
from extractor.pages.views import View


def open_views(page: Page) -> list[View]:
    """Cut a shared margin, part what a scraper ran together, make paragraphs lines: each view is onto the last one."""
    views: list[View] = []
    for open_view in (cut_margin, unglue, unwrap):
        view = open_view(page)
        if view is not None:
            views.append(view)
            page = view.page
    return views
