"""In: a spaCy Doc. Out: the same Doc with mention spans, and facts and findings as plain data.

The components are spaCy factories with entry points, so they work in anyone's pipeline. Mentions stand in
``doc.spans["mentions"]`` (label, and the rule's id as ``span.id_``); the records of the ``mission-facts/1`` shape
stand in ``doc.user_data["mission"]`` and are read through ``doc._.mission_mentions``, ``doc._.mission_facts``,
``doc._.mission_findings`` and ``doc._.mission_problems``. Plain data survive ``n_process``, ``to_bytes``, ``DocBin``.

spaCy imports the factories of every installed package whenever it makes a pipeline, anyone's: so the rooms are opened
when a component first meets a Doc, and this module stays light.
"""

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from extractor.errors import PageError, PipelineError
from extractor.model import Fact, Mention, Page, Problem

SPANS_KEY = "mentions"
_DATA_KEY = "mission"
COMPONENTS = ("mission_mentions", "mission_facts", "mission_checks")
"""Their names, in the order in which they build on one another."""
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
        self._last: tuple[Doc, Page] | None = None  # one value, so that threads never see the page of another Doc

    def find(self, doc: Doc) -> Page:
        """Give the page of a Doc; raises ``PageError`` for a text that is too large."""
        from extractor.pages import make_page

        last = self._last
        if last is None or last[0] is not doc:
            last = self._last = (doc, make_page(doc.text))
        return last[1]


last_page = _LastPage()


def _find_data(doc: Doc, component: str) -> dict[str, Any]:
    """Give what ``mission_mentions`` left on a Doc; raises ``PipelineError`` where it never saw it."""
    data: dict[str, Any] | None = doc.user_data.get(_DATA_KEY)
    if data is None:
        raise PipelineError(f"{component}: the Doc has no mentions; put mission_mentions before it in the pipeline")
    return data


@Language.component("mission_mentions", assigns=["doc.spans"])
def mission_mentions(doc: Doc) -> Doc:
    """Find the mentions of the text; a text that cannot be read leaves a problem and no mentions."""
    from extractor.pipeline import read_mentions

    data: dict[str, Any] = {part: [] for part in _PARTS}
    doc.user_data[_DATA_KEY] = data
    spans = SpanGroup(doc, name=SPANS_KEY)
    doc.spans[SPANS_KEY] = spans
    try:
        page = last_page.find(doc)
    except PageError as error:
        data["problems"].append(Problem("unreadable", str(error)).to_dict())
        return doc
    mentions = read_mentions(page)
    data["mentions"] = [mention.to_dict() for mention in mentions]
    for m in mentions:
        span = doc.char_span(m.start, m.end, label=m.label, alignment_mode="expand", span_id=m.rule)
        if span is not None:  # always one, since a mention lies within the text
            spans.append(span)
    return doc


@Language.component("mission_facts", requires=["doc.spans"])
def mission_facts(doc: Doc) -> Doc:
    """Put the mentions together to facts."""
    from extractor.pipeline import read_facts

    data = _find_data(doc, "mission_facts")
    if not data["problems"]:
        mentions = [Mention.from_dict(record) for record in data["mentions"]]
        facts = read_facts(last_page.find(doc), mentions)
        data["facts"] = [fact.to_dict() for fact in facts]
    return doc


@Language.component("mission_checks", requires=["doc.spans"])
def mission_checks(doc: Doc) -> Doc:
    """Find claims that do not fit together."""
    from extractor.pipeline import check_facts

    data = _find_data(doc, "mission_checks")
    if not data["problems"]:
        mentions = [Mention.from_dict(record) for record in data["mentions"]]
        facts = [Fact.from_dict(record) for record in data["facts"]]
        findings = check_facts(last_page.find(doc), mentions, facts)
        data["findings"] = [finding.to_dict() for finding in findings]
    return doc
