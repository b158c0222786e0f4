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
    elif match.rule.id == "cue.this-morning":
        cue = DayCue("today", 0)
    elif match.rule.id == "cue.event-day":
        cue = DayCue(lexicon.canonical("event_day", groups["event"] or "") or "launch", 0)
    else:
        word, ordinal = groups["word"], groups["o"]
        spelled = lexicon.canonical("ones_word", word) if word else lexicon.canonical("day_ordinal", ordinal or "")
        cue = DayCue("launch", int(groups["n"] or spelled or 1) - 1)
    yield Candidate(match.start, match.end, match.rule.label, match.rule.id, cue)
