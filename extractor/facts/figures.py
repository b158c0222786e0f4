"""In: figures that a page gives for a craft, each with its evidence. Out: facts, one for one claim.

A converted measure in brackets and a rounded figure are evidence of the finest figure; figures that disagree, or of
orbits with different names, are facts of their own (ANNOTATION, Facts).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from extractor.model import Evidence, Fact, Mention
from extractor.records import record
from extractor.units import convert, half_step

_ROUGH, _ROUGHEST = Decimal("0.015"), Decimal("0.05")
"""How far a rounded figure may be off to be the same claim: plain, and with a word such as ``about``."""

_ONE_ZERO = Decimal(5)
"""The step of a whole number with one zero at its end, which is not thereby a rounded one: 510 beside 507."""

_MUCH_FINER = Decimal("0.2")
"""The share of the step below which a figure in another unit is the finer one; 123 miles of 198 km are not."""

_LATEST = 40


@record(frozen=True, slots=True)
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
    """Join figures that say the same of the same craft, the finest one giving the value, and make facts of them.

    A figure is compared with the ``_LATEST`` different ones before it, which bounds the time on a page of nothing else.
    """
    claims: list[_Claim] = []
    rivals: dict[tuple[str, str | None, str | None], list[_Claim]] = {}
    for figure in sorted(_settle_launch([*figures]), key=lambda figure: figure.start):
        known = rivals.setdefault((figure.of, figure.subject, figure.named.get("item")), [])
        claim = next((claim for claim in known[-_LATEST:] if _is_same_claim(claim.best, figure)), None)
        if claim is None:
            claim = _Claim(figure, {})
            claims.append(claim)
            known.append(claim)
        else:
            claim.best = _choose_finer(claim.best, figure)
        claim.evidence |= dict.fromkeys(figure.evidence)
    return [_make_fact(claim) for claim in claims]


def _settle_launch(figures: list[Figure]) -> Iterator[Figure]:
    """Let a rounded mass of a craft be the launch mass that the page gives finer: ``at 5.7 tonnes`` beside 5,712 kg."""
    launches = [figure for figure in figures if figure.kind == "mass" and figure.of == "launch"][:_LATEST]
    for figure in figures:
        plain = launches and figure.of == "spacecraft"
        finer = plain and any(
            launch.value != figure.value
            and launch.subject == figure.subject
            and _is_same_claim(launch, figure)
            and _choose_finer(figure, launch).value == launch.value
            for launch in launches
        )
        yield replace(figure, of="launch") if finer else figure


@dataclass(slots=True)
class _Claim:
    """Figures that say the same: the finest of them, and the evidence of all in reading order."""

    best: Figure
    evidence: dict[Evidence, None]


def _is_same_claim(one: Figure, other: Figure) -> bool:
    names = {one.named.get("orbit"), other.named.get("orbit")}
    if len(names) > 1 and None not in names and one.value != other.value:
        return False
    if "target" in names and len(names) > 1 and one.value != other.value:
        return False
    value = other.value if one.unit == other.unit else convert(other.value, other.unit or "", one.unit or "")
    step = other.step if one.unit == other.unit else convert(other.step, other.unit or "", one.unit or "")
    if value is None or step is None:
        return False
    exact = one.unit == other.unit and not (one.mod or other.mod)
    if exact and value != one.value and max(one.step, step) == _ONE_ZERO:
        return False
    rough = _ROUGHEST if one.mod or other.mod else _ROUGH
    return abs(value - one.value) <= min(max(one.step, step), rough * abs(one.value))


def _choose_finer(one: Figure, other: Figure) -> Figure:
    """Give the figure with the finer last digit, the earlier of two alike, with the names of both."""
    step = other.step if one.unit == other.unit else convert(other.step, other.unit or "", one.unit or "")
    share = 1 if one.unit == other.unit else _MUCH_FINER
    best, rest = (other, one) if step is not None and step < one.step * share else (one, other)
    return replace(best, start=one.start, named={**rest.named, **best.named})


def _make_fact(claim: _Claim) -> Fact:
    figure = claim.best
    name = "parameter" if figure.kind == "orbit" else "of"
    attributes: dict[str, str | Decimal] = {name: figure.of, "value": figure.value}
    if figure.unit is not None:
        attributes["unit"] = figure.unit
    attributes |= figure.named
    if figure.mod is not None:
        attributes["mod"] = figure.mod
    return Fact(figure.kind, figure.subject, attributes, tuple(claim.evidence), figure.rule, figure.trigger)


def make_figure(kind: str, of: str, mention: Mention, evidence: Sequence[Evidence] = ()) -> Figure | None:
    """Make the figure that a quantity mention gives; ``None`` where it has no number."""
    if not isinstance(mention.value, Decimal):
        return None
    step = half_step(mention.text, mention.value)
    return Figure(
        kind, of, None, mention.value, mention.unit, (mention.id, *evidence), f"{kind}.{of}", mention.start,
        mod=mention.mod, step=step,
    )  # fmt: skip
