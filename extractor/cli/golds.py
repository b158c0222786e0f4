"""In: results and a folder of gold. Out: what the results score; a gold that does not fit is said in one line."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.errors import ExtractorError, GoldError
from extractor.model import Problem, Result

if TYPE_CHECKING:
    from rich.table import Table

    from extractor.batch import Outcome
    from extractor.score import Score

LEVELS = ("strict", "lenient", "value")


@dataclass(slots=True)
class Scoring:
    """The scores of a run's pages so far, and what kept others from being scored.

    ``entries`` are the pages' entries of a baseline, by page id.
    """

    folder: Path
    total: "Score | None" = None
    entries: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def open(cls, folder: Path | None) -> "Scoring":
        """Begin with a folder of gold, by default the one that ships; raises ``GoldError`` where it is not there."""
        from extractor import shipped

        if folder is not None and not folder.is_dir():
            raise GoldError(f"{folder}: no such folder of gold files")
        return cls(folder or shipped.gold_folder())

    def add(self, outcome: "Outcome") -> bool:
        """Score one page; ``False`` where it has no gold. A page that our mistake stopped counts as all missed."""
        page_id = outcome.result.page.id if outcome.result else Path(outcome.source).stem
        path = self.folder / f"{page_id}.json"
        if not path.is_file():
            return False
        try:
            result = outcome.result or _read_without_facts(outcome)
            if result is not None:
                self.add_record(path, result.to_dict(), result.page.text)
        except ExtractorError as error:
            self.problems.append(Problem("gold", str(error), outcome.source))
        return True

    def add_record(self, path: Path, record: dict[str, Any], text: str) -> None:
        """Score a record against the gold in ``path``; raises ``GoldError`` where one of them does not fit."""
        from extractor.score import Score, read_record, score
        from extractor.score.baseline import measure

        gold = read_record(path)
        scored = score(gold, record, text, (str(path), "result"))
        self.entries[gold["page"]["id"]] = measure(gold, scored)
        self.total = (self.total or Score()) + scored


def _read_without_facts(outcome: "Outcome") -> Result | None:
    """Give an empty result for a page that can be read though its extraction failed."""
    from extractor.batch import FAILED
    from extractor.pages import read

    if outcome.problem is None or outcome.problem.code != FAILED:
        return None
    return Result(read(Path(outcome.source)))


def make_score_table(score: "Score", *, brief: bool = False) -> "Table":
    """Make the table of labels and kinds, in percent; ``brief`` for the two rows of all mentions and all facts.

    ``FP`` and ``FN`` count what is false and missed by value.
    """
    from rich.table import Table

    table = Table(box=None, padding=(0, 1, 0, 0), header_style="dim")
    table.add_column("\npercent")
    table.add_column("\ngold", justify="right")
    for level in LEVELS:
        for part in ("P", "R", "F1"):
            table.add_column(f"{level if part == 'P' else ''}\n{part}", justify="right")
    table.add_column("\nFP", justify="right")
    table.add_column("\nFN", justify="right")
    for row in score.rows():
        is_sum = row.name == "all"
        if brief and not is_sum:
            continue
        cells = [f"all {row.layer}" if is_sum else row.name, str(row.gold)]
        for level in LEVELS:
            counts = row.levels.get(level)
            cells += [""] * 3 if counts is None else map(_percent, (counts.precision, counts.recall, counts.f1))
        value = row.levels["value"]
        table.add_row(*cells, str(value.fp), str(value.fn), style="bold" if is_sum else None, end_section=is_sum)
    return table


def _percent(ratio: float) -> str:
    """Give a ratio in percent with one digit, cut off and not rounded: only what is perfect reads 100."""
    return "100" if ratio == 1 else f"{int(ratio * 1000) / 10:.1f}"
