"""In: a gold and a result in ``mission-facts/1``, and the page's text. Out: counts, ratios and mistakes."""

from typing import Any

from extractor.score.agree import PageNames, is_value_right
from extractor.score.baseline import check_baseline, measure, raise_floors, read_baseline, write_baseline
from extractor.score.gold import check_record, read_record, text_digest
from extractor.score.match import Matching, match_facts, match_mentions
from extractor.score.metrics import MICRO, Cell, Counts, Row, Score
from extractor.score.mistakes import Mistake, Places, list_fact_mistakes, list_mention_mistakes

__all__ = [
    "MICRO",
    "Counts",
    "Mistake",
    "Row",
    "Score",
    "check_baseline",
    "check_record",
    "measure",
    "raise_floors",
    "read_baseline",
    "read_record",
    "score",
    "text_digest",
    "write_baseline",
]

Record = dict[str, Any]


def score(gold: Record, result: Record, text: str, names: tuple[str, str] = ("gold", "result")) -> Score:
    """Score a result against the gold of the same page.

    ``gold`` and ``result`` are ``mission-facts/1`` records, ``text`` is the page's text, ``names`` stand for
    the two in errors. Raises ``GoldError`` where one of them does not fit the page or its schema.
    """
    check_record(gold, text, names[0], is_gold=True)
    check_record(result, text, names[1])
    page = gold["page"]["id"]
    on_page = PageNames(text, gold["page"].get("aliases", []))
    mentions = match_mentions(gold["mentions"], result["mentions"])
    facts = match_facts(gold["facts"], result["facts"], on_page)
    wanted, found = Places(page, text, gold["mentions"]), Places(page, text, result["mentions"])
    mistakes = [
        *list_mention_mistakes(mentions, wanted, found),
        *list_fact_mistakes(facts, wanted, found, on_page),
    ]
    counts = _count_mentions(mentions) | _count_facts(facts)
    return Score((page,), counts, tuple(sorted(mistakes, key=lambda m: (m.layer != "mentions", m.line))))


def _count_mentions(matching: Matching) -> dict[Cell, Counts]:
    tally = _Tally("mentions")
    for wanted, found in matching.pairs:
        label = wanted["label"]
        same_span = (wanted["start"], wanted["end"]) == (found["start"], found["end"])
        tally.add(label, "strict", same_span)
        tally.add(label, "lenient", True)
        tally.add(label, "value", is_value_right(wanted, found))
        tally.add_mods(label, wanted.get("mod"), found.get("mod"))
    for level in ("strict", "lenient", "value"):
        tally.add_rest(matching, "label", level)
    for mention in matching.missed:
        tally.add_mods(mention["label"], mention.get("mod"), None)
    for mention in matching.false:
        tally.add_mods(mention["label"], None, mention.get("mod"))
    return tally.counts


def _count_facts(matching: Matching) -> dict[Cell, Counts]:
    tally = _Tally("facts")
    for wanted, _ in matching.pairs:
        tally.add(wanted["kind"], "value", True)
    tally.add_rest(matching, "kind", "value")
    return tally.counts


class _Tally:
    """Counts of one layer while they grow."""

    def __init__(self, layer: str) -> None:
        self.layer = layer
        self.counts: dict[Cell, Counts] = {}

    def add(self, name: str, level: str, is_right: bool) -> None:
        """Count a pair: right, or a miss and a false alarm at once."""
        self._add(name, level, Counts(tp=1) if is_right else Counts(fp=1, fn=1))

    def add_rest(self, matching: Matching, key: str, level: str) -> None:
        """Count what has no partner."""
        for item in matching.missed:
            self._add(item[key], level, Counts(fn=1))
        for item in matching.false:
            self._add(item[key], level, Counts(fp=1))

    def add_mods(self, name: str, wanted: str | None, found: str | None) -> None:
        """Count qualifiers: each one that gold or result gives, right where both give the same."""
        if wanted is not None and wanted == found:
            self._add(name, "mod", Counts(tp=1))
            return
        self._add(name, "mod", Counts(fp=int(found is not None), fn=int(wanted is not None)))

    def _add(self, name: str, level: str, counts: Counts) -> None:
        cell = (self.layer, name, level)
        self.counts[cell] = self.counts.get(cell, Counts()) + counts
