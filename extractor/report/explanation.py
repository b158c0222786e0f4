"""In: a result, its diagnosis, and the candidates that lost. Out: what was read on each line, by which rule, and why.

Every line of an explanation is a Text whose continuation, where it is wrapped, goes under its ``hang``.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.text import Text

from extractor.diagnosis import Diagnosis, Rival, Silence
from extractor.model import Evidence, Fact, Finding, Mention, Result
from extractor.report.plain import show_quantity, show_text

LONGEST_QUOTE = 80
_MARGIN, _INNER = 7, 9
_RIVALS = {
    "moment": "not at",
    "trigger": "not by",
    "sense": "not as",
    "settled": "before",
    "merged": "same as",
    "beside": "beside",
}


@dataclass(frozen=True, slots=True)
class Lost:
    """A candidate that another took the characters of; ``winner`` is the rule of that other."""

    start: int
    end: int
    label: str
    rule: str
    winner: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an explanation, and the columns by which what does not fit in it is set in."""

    text: Text
    hang: int

    def print(self, console: Console) -> None:
        """Print the row, broken at the spaces to the width of the console."""
        width = max(console.width, 2 * self.hang)
        first = self.text.wrap(console, width)[0]
        rest = self.text[len(first) + self.text.plain[len(first) :].startswith(" ") :]
        lines = [first, *(Text(" " * self.hang).append_text(part) for part in rest.wrap(console, width - self.hang))]
        for part in lines if rest.plain else lines[:1]:
            part.rstrip()
            console.print(part, soft_wrap=True)


@dataclass(frozen=True, slots=True)
class Losses:
    """What a result does not show: its diagnosis, the candidates that lost, the rules that are but a fallback."""

    diagnosis: Diagnosis = field(default_factory=Diagnosis)
    lost: Sequence[Lost] = ()
    fallbacks: frozenset[str] = frozenset()


class Explanation:
    """What a result rests on, by lines of its page, counted from 1."""

    def __init__(self, result: Result, losses: Losses | None = None) -> None:
        """Index what stands on which line."""
        self._result, self._losses = result, losses or Losses()
        text = result.page.text
        self._starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
        self._mentions = {mention.id: mention for mention in result.mentions}
        rivals = self._losses.diagnosis.rivals
        self._rivals = dict(enumerate(rivals))
        self._reasons = {(one.start, one.end): one.reason for one in self._silences("mention")}

    @property
    def length(self) -> int:
        """The number of lines of the page."""
        return len(self._starts)

    def list_lines(self) -> list[int]:
        """Give the lines on which a mention or a fact stands."""
        lines = {self._line(mention.start) for mention in self._result.mentions}
        return sorted(lines | {line for fact in self._result.facts for line in self._lines_of(fact)[:1]})

    def explain(self, line: int, *, whole: bool = True) -> Iterator[Row]:
        """Give what was read on a line: mentions, what lost to them, facts, findings; and why there is no more.

        A fact is explained where its trigger stands; on its other lines too if they are explained ``whole``.
        """
        start, end = self._starts[line - 1], [*self._starts, len(self._result.page.text)][line]
        quote = show_text(self._result.page.text[start:end]).strip()
        yield Row(Text(f"{line:>4} │ ", style="dim").append(quote, "bold"), _MARGIN)
        mentions = [mention for mention in self._result.mentions if self._line(mention.start) == line]
        for mention in mentions:
            yield from self._explain_mention(mention)
        for lost in self._losses.lost:
            if self._line(lost.start) == line:
                yield self._explain_lost(lost)
        facts = [place for place, fact in enumerate(self._result.facts) if line in self._lines_of(fact)]
        for place in facts:
            first = self._lines_of(self._result.facts[place])[0]
            yield from self._explain_fact(place) if whole or first == line else self._mention_fact(place, first)
        for finding in self._result.findings:
            if line in self._lines(finding.evidence):
                yield self._explain_finding(finding)
        if not mentions and not facts:
            yield _remark("no mention on this line: no rule matched here")
        if not facts:
            yield from self._explain_silence(line, mentions)

    def summarise(self) -> Row:
        """Say how much of the page was read by a fallback."""
        by = [mention for mention in self._result.mentions if mention.rule in self._losses.fallbacks]
        words = ", ".join(f"{self._quote(one.start, one.end)} on line {self._line(one.start)}" for one in by)
        many = len(self._result.mentions)
        said = f"{len(by)} of {many} mentions by dateparser, the fallback{': ' + words if by else ''}"
        return Row(Text(said, "dim"), 2)

    def _explain_mention(self, mention: Mention) -> Iterator[Row]:
        more = "".join(f", {show_text(part)}" for part in (mention.mod, mention.zone) if part)
        said = f"{self._quote(mention.start, mention.end)} is {_show_value(mention)}{more}"
        fallback = ", the fallback to dateparser" if mention.rule in self._losses.fallbacks else ""
        yield _row(mention.label, said, f"{mention.rule}{fallback}")
        for said, rule in self._list_origins(mention):
            yield _detail("", said, rule)
        reason = self._reasons.get((mention.start, mention.end))
        if reason is not None:
            yield _detail("no fact", reason, "", "yellow")

    def _list_origins(self, mention: Mention) -> Iterator[tuple[str, str]]:
        """Give each inherited part of a value with where it came from, and the rule."""
        for origin in mention.origins:
            place = "the page as a whole"
            if origin.start is not None and origin.end is not None:
                place = self._place(origin.start, origin.end)
            yield f"{show_text(origin.part)} from {place}", origin.rule

    def _explain_lost(self, lost: Lost) -> Row:
        said = f"{self._quote(lost.start, lost.end)} was not taken: {show_text(lost.winner)} has its characters"
        return _row(f"not {lost.label}", said, lost.rule, "dim")

    def _mention_fact(self, place: int, line: int) -> Iterator[Row]:
        fact = self._result.facts[place]
        yield _row(fact.kind, f"{_show_fact(fact)} (see line {line})", fact.rule, "green")

    def _explain_fact(self, place: int) -> Iterator[Row]:
        fact = self._result.facts[place]
        yield _row(fact.kind, _show_fact(fact), fact.rule, "green")
        if fact.trigger is not None:
            yield _detail("trigger", self._place(*fact.trigger))
        for proof in fact.evidence:
            mention = self._mentions.get(proof) if isinstance(proof, str) else None
            if mention is not None:
                inherited = "".join(f"; {said} by {show_text(rule)}" for said, rule in self._list_origins(mention))
                value = f"{self._place(mention.start, mention.end)} is {_show_value(mention)}"
                yield _detail("evidence", value + inherited)
            elif not isinstance(proof, str):
                yield _detail("evidence", self._place(*proof))
        for rival in self._rivals.get(place, ()):
            yield self._explain_rival(rival)

    def _explain_rival(self, rival: Rival) -> Row:
        words = f"{self._place(*rival.span)}, " if rival.span is not None else ""
        cost = ""
        if rival.cost is not None:
            own = "" if rival.own is None else f", against {rival.own:.1f}"
            cost = f": {rival.cost:.1f} steps{own}"
        return _detail(_RIVALS[rival.kind], f"{words}{show_text(rival.said)}{cost}", rival.rule, "magenta")

    def _explain_finding(self, finding: Finding) -> Row:
        sides = [", ".join(self._place(*span) for span in self._resolve(side))
                 for side in (finding.evidence, finding.against)]  # fmt: skip
        said = f"{show_text(finding.message)} {' against '.join(side for side in sides if side)}"
        return _row(finding.severity, said, finding.check, "yellow")

    def _explain_silence(self, line: int, mentions: Sequence[Mention]) -> Iterator[Row]:
        """Say why no fact rests on a line: its place on the page, its words, or that there is nothing."""
        places = [one.reason for one in self._silences("place") if line in self._span_lines(one)]
        words = [one for one in self._silences("words") if self._line(one.start) == line]
        if places:
            yield _remark(f"no fact rests on this line: {show_text(places[0])}")
            return
        for one in words:
            yield _remark(f"no fact rests on this line: {self._quote(one.start, one.end)} {show_text(one.reason)}")
        if not words:
            reason = "its mentions gave none, as said" if mentions else "no words for an event, a role or a name"
            yield _remark(f"no fact rests on this line: {reason}")

    def _silences(self, kind: str) -> Iterator[Silence]:
        return (one for one in self._losses.diagnosis.silences if one.kind == kind)

    def _span_lines(self, one: Silence) -> range:
        return range(self._line(one.start), self._line(max(one.start, one.end - 1)) + 1)

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def _lines_of(self, fact: Fact) -> list[int]:
        """Give the lines a fact rests on, that of its trigger first."""
        trigger = [self._line(fact.trigger[0])] if fact.trigger is not None else []
        return [*trigger, *self._lines(fact.evidence)]

    def _lines(self, evidence: Sequence[Evidence]) -> list[int]:
        return [self._line(start) for start, _ in self._resolve(evidence)]

    def _resolve(self, evidence: Sequence[Evidence]) -> Iterator[tuple[int, int]]:
        for proof in evidence:
            if not isinstance(proof, str):
                yield proof
            elif proof in self._mentions:
                yield self._mentions[proof].start, self._mentions[proof].end

    def _quote(self, start: int, end: int) -> str:
        words = show_text(self._result.page.text[start : min(end, start + LONGEST_QUOTE)])
        return f"“{words}{'…' if end - start > LONGEST_QUOTE else ''}”"

    def _place(self, start: int, end: int) -> str:
        return f"{self._quote(start, end)} (line {self._line(start)})"


def _row(label: str, said: str, rule: str, style: str = "cyan") -> Row:
    text = Text(f"{'':{_MARGIN}}{show_text(label)} ", style).append(said, "default")
    return Row(text.append(f"  by {show_text(rule)}", "dim"), _MARGIN + 2)


def _detail(label: str, said: str, rule: str = "", style: str = "dim") -> Row:
    """Give a line below a mention or fact: its labels stand in a column of their own."""
    head = f"{label:<9}" if label else ""
    text = Text(f"{'':{_INNER}}{head}", style).append(said, "default")
    return Row(text.append(f"  by {show_text(rule)}" if rule else "", "dim"), _INNER + (len(head) or 2))


def _remark(said: str) -> Row:
    return Row(Text(f"{'':{_MARGIN}}{said}", "yellow"), _MARGIN + 2)


def _show_fact(fact: Fact) -> str:
    said = ", ".join(f"{name} {show_text(str(value))}" for name, value in fact.attributes.items())
    return f"of {show_text(fact.subject or 'nobody named')}: {said}"


def _show_value(mention: Mention) -> str:
    if mention.value is None:
        return "no value"
    if mention.unit is not None:
        return show_quantity(mention.value, mention.unit)
    return show_text(str(mention.value))
