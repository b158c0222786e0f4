"""In: the groups of a designation, address or sum of money. Out: a claim on its characters, which makes no mention."""

from collections.abc import Iterator

from extractor.mentions.lexicon import Lexicon
from extractor.mentions.rules import Candidate, Match

_TRAILING = ".,;:!?)'’"


def build(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    """Claim the characters of the match, without punctuation at its end."""
    text = match.page.text
    end = match.end
    while text[end - 1] in _TRAILING and end - 1 > match.start:
        end -= 1
    yield Candidate(match.start, end, "CLAIM", match.rule.id, None)
