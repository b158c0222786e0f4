"""In: nothing. Out: the frozen types that say why a page gave the facts it gave, and why no others."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rival:
    """Another reading of what a fact rests on.

    ``kind`` is ``moment`` (a time that the trigger could have taken), ``trigger`` (words that the fact's time could
    have dated), ``sense`` (another meaning of the trigger), ``settled`` (what the sentence alone said), ``merged``
    (another place that says the same) or ``beside`` (a claim that differs in value or status and stands by itself).
    ``cost`` and ``own`` are the steps that the rival and the fact's own reading cost: the lesser one wins.
    ``span`` is a half-open span of the page's text, ``rule`` what would have given or gave the reading.
    """

    kind: str
    said: str
    span: tuple[int, int] | None = None
    rule: str = ""
    cost: float | None = None
    own: float | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """Why words of a page gave no fact: a half-open span of its text, and a reason that a person understands.

    ``kind`` is ``mention`` for a mention that no fact rests on, ``words`` for words that could have told one, and
    ``place`` where it is the place that keeps facts away.
    """

    start: int
    end: int
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The rivals of each fact, in the order of the facts, and what gave none, in reading order."""

    rivals: tuple[tuple[Rival, ...], ...] = ()
    silences: tuple[Silence, ...] = ()
