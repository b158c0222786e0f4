"""In: a Page, its mentions and facts. Out: a Diagnosis: what competed with each fact, and why the rest gave none.

The events are read once more, with what each time cost each event written down; a plain extraction pays nothing.
"""

from collections.abc import Iterator, Sequence

from extractor.diagnosis import Diagnosis, Rival, Silence
from extractor.facts.duration import choose_rule, find_span
from extractor.facts.event import SILENT, Trace, find_events
from extractor.facts.event_rivals import describe, find_rivals
from extractor.facts.event_silences import TIMES, Silences
from extractor.facts.merge import same_craft
from extractor.facts.persons import find_names
from extractor.facts.reading import Reading, read_page
from extractor.facts.status import StatusJudge
from extractor.model import Fact, Mention, Page

_KEYS = {"event": "event", "duration": "of", "mass": "of", "orbit": "parameter", "designation": "scheme",
         "crew": "person"}  # fmt: skip
"""The attribute that says what a fact of a kind is about."""

_UNWEIGHED = frozenset({"category", "reference", "boilerplate", "caption"})
_SILENT_ROLES = SILENT | _UNWEIGHED
_ORBITAL = frozenset({"LENGTH", "ANGLE"})


def diagnose(page: Page, mentions: Sequence[Mention], facts: Sequence[Fact]) -> Diagnosis:
    """Say what competed with each fact of a page, and why the other mentions and words for events gave none."""
    reading, trace = read_page(page, mentions), Trace()
    find_events(reading, StatusJudge(reading), trace)
    rivals = tuple(
        ((*find_rivals(fact, trace, page.text), *_list_beside(fact, facts)))
        if fact.kind == "event"
        else tuple(_list_beside(fact, facts))
        for fact in facts
    )
    told = frozenset(claim.trigger[0] for claim in (*trace.found, *facts) if claim.trigger is not None)
    events = Silences(reading, trace)
    silences = [*_list_unused(reading, facts, events), *events.list_words(told), *_list_places(page)]
    return Diagnosis(rivals, tuple(sorted(silences, key=lambda silence: (silence.start, silence.end, silence.kind))))


def _list_beside(fact: Fact, facts: Sequence[Fact]) -> Iterator[Rival]:
    """Give the claims about the same thing of the same craft that differ in value, role or status."""
    key = _KEYS.get(fact.kind)
    for other in facts:
        if key is None or other is fact or other.kind != fact.kind or other.get(key) != fact.get(key):
            continue
        if same_craft(other.subject, fact.subject):
            yield Rival("beside", _say(other), other.trigger, other.rule)


def _say(fact: Fact) -> str:
    if fact.kind == "event":
        return describe(fact, fact.subject)
    return " ".join(str(value) for name, value in fact.attributes.items() if name != _KEYS[fact.kind])


def _list_unused(reading: Reading, facts: Sequence[Fact], events: Silences) -> Iterator[Silence]:
    """Give the mentions that no fact rests on, each with its reason."""
    proofs = {proof for fact in facts for proof in fact.evidence if isinstance(proof, str)}
    for mention in reading.mentions:
        if mention.id not in proofs:
            reason = events.explain(mention) if mention.label in TIMES else _explain(reading, mention)
            yield Silence(mention.start, mention.end, "mention", reason)


def _list_places(page: Page) -> Iterator[Silence]:
    for block in page.blocks:
        if block.role in _SILENT_ROLES:
            yield Silence(block.start, block.end, "place", f"this is the page's {block.role}")


def _explain(reading: Reading, mention: Mention) -> str:
    """Say why a length of time, a quantity or a role gave no fact."""
    block = reading.block_at(mention.start)
    silent = SILENT if mention.label == "DURATION" else _UNWEIGHED
    if block is not None and block.role in silent and mention.label != "ROLE":
        return f"it stands in the page's {block.role}, where no fact is told"
    if mention.label == "DURATION":
        return _explain_duration(reading, mention)
    if mention.label == "ROLE":
        return _explain_role(reading, mention)
    if mention.value is None:
        return "it has no value"
    if mention.label == "MASS":
        return "no words around it say that a craft, its load or its rocket weighs this"
    if mention.label in _ORBITAL:
        return "no words around it make it a height, an angle or another figure of an orbit"
    return "no kind of fact takes a quantity of this kind"


def _explain_duration(reading: Reading, mention: Mention) -> str:
    if not isinstance(mention.value, str) or "X" in mention.value:
        return "how long it is remains vague"
    block = reading.block_at(mention.start)
    if block is None:
        return "it stands in no line of the page"
    rule = choose_rule(reading, block, mention, find_span(reading, block, mention))
    if rule is None:
        return "no words around it say what takes this long"
    return f"{rule.id} says that it is no length of a mission, a stay or a burn"


def _explain_role(reading: Reading, mention: Mention) -> str:
    block = reading.block_at(mention.start)
    span = (block.start, block.end) if block is not None else (mention.start, mention.end)
    names = [name for name in find_names(reading.page.text, *span) if name.is_full]
    if not names:
        return "no name of a person stands with it"
    first = reading.page.text[names[0].start : names[0].end]
    return f"no rule says that a person named with it, such as “{first}”, holds it on a crew"
