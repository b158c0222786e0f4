"""In: what a rule of references captured. Out: readings of present, past and future, where the words mean time."""

import re
from collections.abc import Iterator

from extractor.mentions.lexicon import Lexicon, fold_surface
from extractor.mentions.rules import Candidate, Match
from extractor.timex.parts import Reading

_REACH = 24
_NOUN_BEHIND = re.compile(r"[\s\u00a0][^\W\d_]")
_FUNCTION_BEHIND = re.compile(
    r"[\s\u00a0](?:and|or|but|to|of|in|on|at|by|for|from|with|is|was|were|are|be|has|had|have|will|would|as|that|which|who"
    r"|than|it|he|she|they|we|when|while|where|the|his|her|their|its|also|not|only|must|should|could|may|can|this|into"
    r"|because|if|so|there|about|after|before|during|until|since|over|under|between|through|without|within)\b"
)
_FLOW_BEHIND = re.compile(r"[\s\u00a0](?:in|through|from|flow|flows|density|of|to|is|was|and|or)\b")
_FLOW_BEFORE = re.compile(
    r"\b(?:electric|electrical|ocean|gulf|direct|alternating|air|water|tidal|the\s(?:strong|swift))\s$", re.I
)
_PREPOSITION = re.compile(
    r"(?:^|[\s(—–-])(?:at|by|during|from|since|until|till|about|around|of|for|in|to|before|after|throughout|all|within)\s$",
    re.I,
)
_AT = re.compile(r"(?:^|[\s(—–-])(?:at|by|of|around|during|until|till|from|since)\s$", re.I)
_COMPOUND_BEHIND = re.compile(
    r"[\s\u00a0](?:zones?|frames?|lines?|slots?|limits?|periods?|tables?|signals?|travel|machines?|series|codes?|scales?)\b"
)
_OPEN_NOUNS = frozenset({"the past", "the present", "the future", "the recent past"})


def build(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the reading of a match, or nothing where the words do not mean a time."""
    reading = _READERS[match.rule.id](match, lexicon)
    if reading is not None:
        yield Candidate(match.start, match.end, match.rule.label, match.rule.id, reading)


def _read_word(match: Match, lexicon: Lexicon) -> Reading | None:
    text, end = match.page.text, match.end
    if match.groups["date"]:
        return Reading("DATE", "PRESENT_REF") if _is_closed(text, end) else None
    word = match.groups["ref"] or ""
    folded = fold_surface(word)
    before = text[max(0, match.start - _REACH) : match.start]
    if folded == "current" and (_FLOW_BEHIND.match(text, end) or _FLOW_BEFORE.search(before)):
        return None
    if folded in ("current", "recent") and not _NOUN_BEHIND.match(text, end):
        return None
    if folded in _OPEN_NOUNS and not _is_closed(text, end):
        return None
    if text[end : end + 1] == "-" and folded not in ("now", "recently"):
        return None
    return Reading("DATE", lexicon.canonical("reference", word) or "")


def _is_closed(text: str, end: int) -> bool:
    """Say whether a noun ends here: no other noun, that it would belong to, stands right behind."""
    return _NOUN_BEHIND.match(text, end) is None or _FUNCTION_BEHIND.match(text, end) is not None


def _read_time(match: Match, lexicon: Lexicon) -> Reading | None:
    text = match.page.text
    which = fold_surface(match.groups["which"] or "")
    before = text[max(0, match.start - _REACH) : match.start]
    if _COMPOUND_BEHIND.match(text, match.end) or (which == "the" and not _is_closed(text, match.end)):
        return None
    if not (_AT if which == "the" else _PREPOSITION).search(before):
        return None
    return Reading("DATE", "PAST_REF" if which == "that" else "PRESENT_REF")


def _read_period(match: Match, lexicon: Lexicon) -> Reading | None:
    if match.groups["kind"]:
        return Reading("DATE", "PXX")
    which = fold_surface(match.groups["which"] or "")
    noun = (match.groups["period"] or "").lower()
    if which in ("the", "same", "previous") and not _is_closed(match.page.text, match.end):
        return None
    if which == "the" and noun in ("date", "season"):
        return None
    return Reading("DATE", "PXX" if noun != "date" else "PRESENT_REF")


def _read_recent(match: Match, lexicon: Lexicon) -> Reading | None:
    return Reading("DATE", "PAST_REF")


_READERS = {
    "reference.recent": _read_recent,
    "reference.word": _read_word,
    "reference.time": _read_time,
    "reference.period": _read_period,
}
