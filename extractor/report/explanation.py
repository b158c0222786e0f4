"""In: a result, and the candidates that lost. Out: what was read on each line, by which rule, and why."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from extractor.model import Evidence, Fact, Finding, Mention, Result
from extractor.report.plain import show_quantity, show_text

LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Lost:
    """A candidate that another took the characters of; ``winner`` is the rule of that other."""

    start: int
    end: int
    label: str
    rule: str
    winner: str


class Explanation:
    """What a result rests on, by lines of its page, counted from 1."""

    def __init__(self, result: Result, lost: Sequence[Lost] = ()) -> None:
        """Index what stands on which line."""
        self._result, self._lost = result, lost
        text = result.page.text
        self._starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
        self._spans = {mention.id: (mention.start, mention.end) for mention in result.mentions}

    @property
    def length(self) -> int:
        """The number of lines of the page."""
        return len(self._starts)

    def list_lines(self) -> list[int]:
        """Give the lines on which a mention or a fact stands."""
        lines = {self._line(mention.start) for mention in self._result.mentions}
        return sorted(lines | {line for fact in self._result.facts for line in self._lines_of(fact)[:1]})

    def explain(self, line: int) -> Iterator[Text]:
        """Give what was read on a line: mentions, what lost to them, facts, findings; or that there is none."""
        start, end = self._starts[line - 1], [*self._starts, len(self._result.page.text)][line]
        yield Text(f"{line:>4} │ ", style="dim").append(show_text(self._result.page.text[start:end]).strip(), "bold")
        mentions = [mention for mention in self._result.mentions if self._line(mention.start) == line]
        for mention in mentions:
            yield from self._explain_mention(mention)
        for lost in self._lost:
            if self._line(lost.start) == line:
                yield self._explain_lost(lost)
        facts = [fact for fact in self._result.facts if line in self._lines_of(fact)]
        for fact in facts:
            yield from self._explain_fact(fact)
        for finding in self._result.findings:
            if line in self._lines(finding.evidence):
                yield self._explain_finding(finding)
        if not mentions:
            yield Text("       no mention on this line: no rule matched here", "yellow")
        if not facts:
            reason = "no rule made a fact of these mentions" if mentions else "there is nothing to make one of"
            yield Text(f"       no fact rests on this line: {reason}", "yellow")

    def _explain_mention(self, mention: Mention) -> Iterator[Text]:
        value = "no value" if mention.value is None else _show_value(mention)
        more = "".join(f", {part}" for part in (mention.mod, mention.zone) if part)
        yield _line(mention.label, f"{self._quote(mention.start, mention.end)} is {value}{more}", mention.rule)
        for origin in mention.origins:
            place = "the page as a whole"
            if origin.start is not None and origin.end is not None:
                place = self._place(origin.start, origin.end)
            yield Text(f"         {show_text(origin.part)} from {place}").append(
                f"  by {show_text(origin.rule)}", "dim"
            )

    def _explain_lost(self, lost: Lost) -> Text:
        said = f"{self._quote(lost.start, lost.end)} was not taken: {show_text(lost.winner)} has its characters"
        return _line(f"not {lost.label}", said, lost.rule, "dim")

    def _explain_fact(self, fact: Fact) -> Iterator[Text]:
        said = ", ".join(f"{name} {show_text(str(value))}" for name, value in fact.attributes.items())
        yield _line(fact.kind, f"of {show_text(fact.subject or 'nobody named')}: {said}", fact.rule, "green")
        if fact.trigger is not None:
            yield Text(f"         trigger {self._place(*fact.trigger)}")
        places = [self._place(*span) for span in self._resolve(fact.evidence)]
        yield Text(f"         evidence {', '.join(places) or 'none'}")

    def _explain_finding(self, finding: Finding) -> Text:
        sides = [", ".join(self._place(*span) for span in self._resolve(side))
                 for side in (finding.evidence, finding.against)]  # fmt: skip
        said = f"{show_text(finding.message)} {' against '.join(side for side in sides if side)}"
        return _line(finding.severity, said, finding.check, "yellow")

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def _lines_of(self, fact: Fact) -> list[int]:
        """Give the lines a fact rests on, that of its trigger first."""
        trigger = [self._line(fact.trigger[0])] if fact.trigger is not None else []
        return [*trigger, *self._lines(fact.evidence)]

    def _lines(self, evidence: Sequence[Evidence]) -> list[int]:
        return [self._line(start) for start, _ in self._resolve(evidence)]

    def _resolve(self, evidence: Sequence[Evidence]) -> list[tuple[int, int]]:
        spans = (self._spans.get(proof) if isinstance(proof, str) else proof for proof in evidence)
        return [span for span in spans if span is not None]

    def _quote(self, start: int, end: int) -> str:
        words = show_text(self._result.page.text[start : min(end, start + LONGEST_QUOTE)])
        return f"“{words}{'…' if end - start > LONGEST_QUOTE else ''}”"

    def _place(self, start: int, end: int) -> str:
        return f"{self._quote(start, end)} (line {self._line(start)})"


def _line(label: str, said: str, rule: str, style: str = "cyan") -> Text:
    return Text(f"       {show_text(label)} ", style).append(said, "default").append(f"  by {show_text(rule)}", "dim")


def _show_value(mention: Mention) -> str:
    if mention.unit is not None and mention.value is not None:
        return show_quantity(mention.value, mention.unit)
    return show_text(str(mention.value))
