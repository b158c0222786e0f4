"""In: a page, or nothing. Out: its facts, or the spaCy pipeline that finds them."""

from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language

from extractor import pages, pause_collector
from extractor.components import last_page
from extractor.mentions.find import load_finder
from extractor.model import Fact, Finding, Mention, Page, Result


def load() -> Language:
    """Make ``spacy.blank("en")`` with our components; every call gives a pipeline of its own."""
    load_finder().compile()
    nlp = spacy.blank("en")
    nlp.max_length = pages.MAX_CHARACTERS + 1
    for name in ("mission_mentions", "mission_facts", "mission_checks"):
        nlp.add_pipe(name)
    return nlp


@cache
def _load_shared() -> Language:
    with pause_collector():
        return load()


def extract(source: str | bytes | Path, *, page_id: str | None = None) -> Result:
    """Extract the facts of one page: ``str`` is its text, ``bytes`` are decoded, a ``Path`` is opened.

    Raises ``PageError`` with one line for a page that cannot be read.
    """
    return extract_page(pages.read(source, page_id))


def extract_page(page: Page) -> Result:
    """Run the shared pipeline over a page that has been read."""
    nlp = _load_shared()
    doc = nlp.make_doc(page.text)
    last_page.keep(doc, page)
    doc = nlp(doc)
    return Result(
        page,
        tuple(Mention.from_dict(record) for record in doc._.mission_mentions),
        tuple(Fact.from_dict(record) for record in doc._.mission_facts),
        tuple(Finding.from_dict(record) for record in doc._.mission_findings),
        page.problems,
    )
