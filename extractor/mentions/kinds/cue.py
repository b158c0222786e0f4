"""In: what a cue rule captured. Out: a candidate that makes no mention but moves the day of the narrative."""

from collections.abc import Iterator

from extractor.mentions.lexicon import Lexicon
from extractor.mentions.partial import DayCue
from extractor.mentions.rules import Candidate, Match


def build(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the cue of a match."""
    groups = match.groups
    if match.rule.id == "cue.next-morning":
        cue = DayCue("shift", 1)
    else:
        word, ordinal = groups["word"], groups["o"]
        spelled = lexicon.canonical("ones_word", word) if word else lexicon.canonical("day_ordinal", ordinal or "")
        cue = DayCue("flight_day", int(groups["n"] or spelled or 1))
    yield Candidate(match.start, match.end, match.rule.label, match.rule.id, cue)
