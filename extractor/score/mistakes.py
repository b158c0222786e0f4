"""In: matched items and what is left over. Out: each miss and false alarm, with its place on the page."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from extractor.score.agree import KEY_FIELDS, PageNames, agreeing_fields, is_value_right
from extractor.score.match import Matching

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that a result has wrong.

    ``problem`` is ``missed``, ``false``, or, where a gold and a result item plainly meant the same,
    ``span``, ``value``, ``mod`` or ``fields``. ``expected`` is the gold's reading and ``got`` the result's,
    as short text, empty where there is none. ``line`` counts from 1; 0 is the page as a whole.
    """

    page: str
    line: int
    problem: str
    layer: str
    name: str
    text: str
    expected: str
    got: str
    rule: str

    def to_dict(self) -> dict[str, Any]:
        """Give the fields by name."""
        return asdict(self)


class Places:
    """Where the items of one record stand on the page."""

    def __init__(self, page: str, text: str, mentions: Sequence[Item]) -> None:
        """Index the lines of ``text``; ``mentions`` give the spans that facts refer to by id."""
        self.page = page
        self.text = text
        self._spans = {m["id"]: (m["start"], m["end"]) for m in mentions}
        self._lines = [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]

    def line(self, item: Item) -> int:
        """Give the number of the line where an item (a fact: its first evidence) begins; 0 without place."""
        span = self._span(item)
        return bisect_right(self._lines, span[0]) if span else 0

    def words(self, item: Item) -> str:
        """Give the item's words on the page, on one line."""
        span = self._span(item)
        return " ".join(self.text[span[0] : span[1]].split()) if span else ""

    def _span(self, item: Item) -> tuple[int, int] | None:
        if "start" in item:
            return item["start"], item["end"]
        for evidence in item.get("evidence", ()):
            span = self._spans.get(evidence) if isinstance(evidence, str) else tuple(evidence)
            if span is not None:
                return span
        return None


def list_mention_mistakes(matching: Matching, gold: Places, got: Places) -> list[Mistake]:
    """Name what is wrong with the mentions of a page: pairs that differ, misses, false alarms."""
    mistakes = []
    for wanted, found in matching.pairs:
        for problem in _differences(wanted, found):
            mistakes.append(_mistake(problem, wanted, found, gold))
    mistakes += [_mistake("missed", wanted, None, gold) for wanted in matching.missed]
    mistakes += [_mistake("false", None, found, got) for found in matching.false]
    return mistakes


def _differences(wanted: Item, found: Item) -> list[str]:
    problems = []
    if (wanted["start"], wanted["end"]) != (found["start"], found["end"]):
        problems.append("span")
    if not is_value_right(wanted, found):
        problems.append("value")
    if wanted.get("mod") != found.get("mod"):
        problems.append("mod")
    return problems


def list_fact_mistakes(matching: Matching, gold: Places, got: Places, names: PageNames) -> list[Mistake]:
    """Name what is wrong with the facts of a page.

    A missed and a false fact of one kind that differ in one key field stand together as ``fields``;
    they still count as one miss and one false alarm.
    """
    mistakes = []
    open_found = list(matching.false)
    for wanted in matching.missed:
        near = next((f for f in open_found if _is_near(wanted, f, names)), None)
        if near is not None:
            open_found = [f for f in open_found if f is not near]
            mistakes.append(_mistake("fields", wanted, near, gold))
        else:
            mistakes.append(_mistake("missed", wanted, None, gold))
    mistakes += [_mistake("false", None, found, got) for found in open_found]
    return mistakes


def _is_near(wanted: Item, found: Item, names: PageNames) -> bool:
    if wanted["kind"] != found["kind"]:
        return False
    agreeing = agreeing_fields(wanted, found, names)
    return len(agreeing) == len(KEY_FIELDS[wanted["kind"]]) - 1 and not (
        wanted["kind"] == "designation" and "scheme" not in agreeing
    )


def _mistake(problem: str, wanted: Item | None, found: Item | None, places: Places) -> Mistake:
    item = wanted if wanted is not None else found
    if item is None:
        raise ValueError("a mistake is about a gold item, a result item or both")
    return Mistake(
        page=places.page,
        line=places.line(item),
        problem=problem,
        layer="facts" if "kind" in item else "mentions",
        name=item["kind"] if "kind" in item else item["label"],
        text=places.words(item),
        expected=_describe(wanted, problem),
        got=_describe(found, problem),
        rule=str(found.get("rule", "")) if found is not None else "",
    )


def _describe(item: Item | None, problem: str) -> str:
    """Say in short what an item holds: the span for a wrong span, the value or the key fields otherwise."""
    if item is None:
        return ""
    if problem == "span":
        return f"{item['start']}-{item['end']} {item['text']!r}"
    if problem == "mod":
        return str(item.get("mod", "none"))
    if "kind" not in item:
        return " ".join(str(item[key]) for key in ("value", "unit", "mod") if item.get(key) is not None)
    said = (item.get(name) for name in KEY_FIELDS[item["kind"]])
    unit = [str(item["unit"])] if item.get("unit") is not None else []
    return " ".join([*(str(part) if part is not None else "-" for part in said), *unit])
