"""In: figures that a page gives for a craft, each with its evidence. Out: facts, one for one claim.

A converted measure in brackets and a rounded figure are evidence of the finest figure; figures that disagree, or of
orbits with different names, are facts of their own (ANNOTATION, Facts).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from extractor.model import Evidence, Fact, Mention
from extractor.units import convert, half_step

_ROUGH, _ROUGHEST = Decimal("0.015"), Decimal("0.05")
"""How far a rounded figure may be off to be the same claim: plain, and with a word such as ``about``."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it is of (a parameter, a kind of mass), the craft, the number and where it stands.

    ``named`` holds further fields of the fact (``orbit``, ``item``), ``step`` half a unit of the last digit written.
    """

    kind: str
    of: str
    subject: str | None
    value: Decimal
    unit: str | None
    evidence: tuple[Evidence, ...]
    rule: str
    start: int
    trigger: tuple[int, int] | None = None
    mod: str | None = None
    step: Decimal = Decimal(0)
    named: Mapping[str, str] = field(default_factory=dict)


def merge_figures(figures: Iterable[Figure]) -> list[Fact]:
    """Join figures that say the same of the same craft, the finest one giving the value, and make facts of them."""
    merged: list[Figure] = []
    for figure in sorted(figures, key=lambda figure: figure.start):
        place = next((i for i, kept in enumerate(merged) if _is_same_claim(kept, figure)), None)
        if place is None:
            merged.append(figure)
        else:
            merged[place] = _join(merged[place], figure)
    return [_make_fact(figure) for figure in merged]


def _is_same_claim(one: Figure, other: Figure) -> bool:
    if one.of != other.of or one.subject != other.subject or one.named.get("item") != other.named.get("item"):
        return False
    names = {one.named.get("orbit"), other.named.get("orbit")}
    if len(names) > 1 and None not in names and one.value != other.value:
        return False
    if "target" in names and len(names) > 1 and one.value != other.value:
        return False
    value = other.value if one.unit == other.unit else convert(other.value, other.unit or "", one.unit or "")
    step = other.step if one.unit == other.unit else convert(other.step, other.unit or "", one.unit or "")
    if value is None or step is None:
        return False
    rough = _ROUGHEST if one.mod or other.mod else _ROUGH
    return abs(value - one.value) <= min(max(one.step, step), rough * abs(one.value))


def _join(one: Figure, other: Figure) -> Figure:
    """Keep the figure with the finer last digit, the earlier of two alike, and the evidence of both."""
    step = convert(other.step, other.unit or "", one.unit or "") if one.unit != other.unit else other.step
    best, rest = (other, one) if step is not None and step < one.step and one.unit == other.unit else (one, other)
    evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))
    return replace(best, evidence=evidence, start=one.start, named={**rest.named, **best.named})


def _make_fact(figure: Figure) -> Fact:
    name = "parameter" if figure.kind == "orbit" else "of"
    attributes: dict[str, str | Decimal] = {name: figure.of, "value": figure.value}
    if figure.unit is not None:
        attributes["unit"] = figure.unit
    attributes |= figure.named
    if figure.mod is not None:
        attributes["mod"] = figure.mod
    return Fact(figure.kind, figure.subject, attributes, figure.evidence, figure.rule, figure.trigger)


def make_figure(kind: str, of: str, mention: Mention, evidence: Sequence[Evidence] = ()) -> Figure | None:
    """Make the figure that a quantity mention gives; ``None`` where it has no number."""
    if not isinstance(mention.value, Decimal):
        return None
    step = half_step(mention.text, mention.value)
    return Figure(
        kind, of, None, mention.value, mention.unit, (mention.id, *evidence), f"{kind}.{of}", mention.start,
        mod=mention.mod, step=step,
    )  # fmt: skip
