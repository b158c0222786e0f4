"""In: counts of right, false and missed items. Out: precision, recall and F1, added across pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from extractor.score.mistakes import Mistake
from extractor.values import KINDS, LABELS

LEVELS = ("strict", "lenient", "value", "mod")
"""How a mention is right (ANNOTATION, When is a mention or fact right); ``mod`` counts qualifiers alone."""

MICRO = "all"
"""The name of the row that pools all labels or all kinds."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Right (``tp``), false (``fp``) and missed (``fn``) items; every ratio derives from these."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Pool two counts."""
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        """Give the right share of what was found; see ``_ratio`` for nothing found."""
        return self._ratio(self.tp + self.fp)

    @property
    def recall(self) -> float:
        """Give the found share of the gold; see ``_ratio`` for nothing in the gold."""
        return self._ratio(self.tp + self.fn)

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall, as 2·tp / (2·tp + fp + fn)."""
        whole = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / whole if whole else 1.0

    def _ratio(self, whole: int) -> float:
        """Divide; of nothing, 1 where nothing went wrong (no gold and nothing found) and 0 otherwise."""
        if whole:
            return self.tp / whole
        return 0.0 if self.fp or self.fn else 1.0

    def to_dict(self) -> dict[str, int | float]:
        """Give counts and ratios by name."""
        return {
            "tp": self.tp, "fp": self.fp, "fn": self.fn,
            "precision": self.precision, "recall": self.recall, "f1": self.f1,
        }  # fmt: skip


Cell = tuple[str, str, str]
"""What a count is of: ``mentions`` or ``facts``; the label or kind; the level (``value`` for facts)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table of scores: a label or kind (or ``all``) with its counts at each level."""

    layer: str
    name: str
    levels: Mapping[str, Counts]

    @property
    def gold(self) -> int:
        """Give the number of gold items."""
        counts = self.levels["value"]
        return counts.tp + counts.fn


@dataclass(frozen=True, slots=True)
class Score:
    """What one or more pages scored: counts by cell, and each mistake. ``Score()`` is the zero of ``+``."""

    pages: tuple[str, ...] = ()
    counts: Mapping[Cell, Counts] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()

    def __add__(self, other: "Score") -> "Score":
        """Pool two scores: counts are added, ratios follow."""
        counts = dict(self.counts)
        for cell, count in other.counts.items():
            counts[cell] = counts.get(cell, Counts()) + count
        return Score(self.pages + other.pages, counts, self.mistakes + other.mistakes)

    def get(self, layer: str, name: str = MICRO, level: str = "value") -> Counts:
        """Give the counts of one label or kind, or of all (micro)."""
        if name != MICRO:
            return self.counts.get((layer, name, level), Counts())
        pooled = Counts()
        for (of_layer, _, of_level), count in self.counts.items():
            if (of_layer, of_level) == (layer, level):
                pooled += count
        return pooled

    def rows(self) -> list[Row]:
        """Give the table: labels, all labels, kinds, all kinds; only what gold or result holds."""
        rows = []
        for layer, names, levels in (("mentions", LABELS, LEVELS), ("facts", KINDS, ("value",))):
            present = [name for name in names if any((layer, name, level) in self.counts for level in levels)]
            for name in (*present, MICRO):
                rows.append(Row(layer, name, {level: self.get(layer, name, level) for level in levels}))
        return rows

    def to_dict(self) -> dict[str, Any]:
        """Give JSON: ``pages``, ``mentions`` (label, level, counts), ``facts`` (kind, counts), ``mistakes``."""
        record: dict[str, Any] = {"pages": list(self.pages), "mentions": {}, "facts": {}}
        for row in self.rows():
            levels = {level: counts.to_dict() for level, counts in row.levels.items()}
            record[row.layer][row.name] = levels if row.layer == "mentions" else levels["value"]
        record["mistakes"] = [mistake.to_dict() for mistake in self.mistakes]
        return record
