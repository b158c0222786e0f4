"""In: a spaCy Doc. Out: the same Doc with mention spans, and facts and findings as plain data.

The components are spaCy factories with entry points, so they work in anyone's pipeline. Mentions stand in
``doc.spans["mentions"]`` (label, and the rule's id as ``span.id_``); the records of the ``mission-facts/1`` shape
stand in ``doc.user_data["mission"]`` and are read through ``doc._.mission_mentions``, ``doc._.mission_facts``,
``doc._.mission_findings`` and ``doc._.mission_problems``. Plain data survive ``n_process``, ``to_bytes``, ``DocBin``.
"""

from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from extractor import pages, pause_collector, pipeline
from extractor.errors import PageError
from extractor.mentions.find import load_finder
from extractor.model import Fact, Finding, Mention, Page, Problem, Result

SPANS_KEY = "mentions"
_DATA_KEY = "mission"
_PARTS = ("mentions", "facts", "findings", "problems")


def _register_extensions() -> None:
    def make_getter(part: str) -> Any:
        return lambda doc: doc.user_data.get(_DATA_KEY, {}).get(part, [])

    for part in _PARTS:
        Doc.set_extension(f"mission_{part}", getter=make_getter(part), force=True)


_register_extensions()


class _LastPage:
    """The page of the Doc that was asked for last: the components of one pipeline ask for the same one in turn.

    Putting a Doc's text together from its tokens costs as much as a third of making them.
    """

    def __init__(self) -> None:
        self._doc: Doc | None = None
        self._page: Page | None = None

    def keep(self, doc: Doc, page: Page) -> None:
        self._doc, self._page = doc, page

    def find(self, doc: Doc) -> Page:
        """Give the page of a Doc; raises ``PageError`` for a text that is too large."""
        page = self._page
        if self._doc is not doc or page is None:
            page = pages.make_page(doc.text)
            self.keep(doc, page)
        return page


_last = _LastPage()


@Language.component("mission_mentions", assigns=["doc.spans"])
def mission_mentions(doc: Doc) -> Doc:
    """Find the mentions of the text; a text that cannot be read leaves a problem and no mentions."""
    data: dict[str, Any] = {part: [] for part in _PARTS}
    doc.user_data[_DATA_KEY] = data
    spans = SpanGroup(doc, name=SPANS_KEY)
    doc.spans[SPANS_KEY] = spans
    try:
        page = _last.find(doc)
    except PageError as error:
        data["problems"].append(Problem("unreadable", str(error)).to_dict())
        return doc
    mentions = pipeline.read_mentions(page)
    data["mentions"] = [mention.to_dict() for mention in mentions]
    for m in mentions:
        span = doc.char_span(m.start, m.end, label=m.label, alignment_mode="expand", span_id=m.rule)
        if span is not None:  # always one, since a mention lies within the text
            spans.append(span)
    return doc


@Language.component("mission_facts", requires=["doc.spans"])
def mission_facts(doc: Doc) -> Doc:
    """Put the mentions together to facts."""
    data = doc.user_data[_DATA_KEY]
    if not data["problems"]:
        mentions = [Mention.from_dict(record) for record in data["mentions"]]
        facts = pipeline.read_facts(_last.find(doc), mentions)
        data["facts"] = [fact.to_dict() for fact in facts]
    return doc


@Language.component("mission_checks", requires=["doc.spans"])
def mission_checks(doc: Doc) -> Doc:
    """Find claims that do not fit together."""
    data = doc.user_data[_DATA_KEY]
    if not data["problems"]:
        mentions = [Mention.from_dict(record) for record in data["mentions"]]
        facts = [Fact.from_dict(record) for record in data["facts"]]
        findings = pipeline.check_facts(_last.find(doc), mentions, facts)
        data["findings"] = [finding.to_dict() for finding in findings]
    return doc


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
    _last.keep(doc, page)
    doc = nlp(doc)
    return Result(
        page,
        tuple(Mention.from_dict(record) for record in doc._.mission_mentions),
        tuple(Fact.from_dict(record) for record in doc._.mission_facts),
        tuple(Finding.from_dict(record) for record in doc._.mission_findings),
        page.problems,
    )
