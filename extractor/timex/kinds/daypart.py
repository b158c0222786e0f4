"""In: what a rule of parts of the day captured. Out: readings with TIMEX3's letters for the part."""

import re
from collections.abc import Iterator

from extractor.mentions.lexicon import Lexicon, fold_surface
from extractor.mentions.partial import PartialDate
from extractor.mentions.rules import Candidate, Match
from extractor.timex.parts import Reading

_STAGES = {"early": "START", "late": "END", "mid": "MID"}
_SHIFTS = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "yesterday": -1, "tomorrow": 1, "last": -1}
_PREPOSITION = re.compile(
    r"(?:^|[\s(—–-])(?:at|by|during|in|into|until|till|through|throughout|for|all|before|after|since|of)\s$", re.I
)
_DATE_BEFORE = re.compile(
    r"(?:\d|day|Christmas|Eve|Easter|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|tomorrow),?[\s\u00a0]$"
)
_CLOSED_BEHIND = re.compile(
    r"[\s\u00a0]{0,2}(?:[.,;:)\]?!—–]|\n|$)|[\s\u00a0](?:and|or|but|to|in|at|by|for|from|with|is|was|were|had|as|that|which|who"
    r"|than|it|he|she|they|we|when|while|where|the|his|her|their|its|until|after|before|under|without|a|an)\b"
)


def build(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the reading of a match, or nothing where the words name something else."""
    reading = _read(match, lexicon)
    if reading is not None:
        label = "DAYPART" if reading.daypart and reading.date is None else match.rule.label
        yield Candidate(match.start, match.end, label, match.rule.id, reading)


def _read(match: Match, lexicon: Lexicon) -> Reading | None:
    groups = match.groups
    mod = next((_STAGES[s] for n in ("stage", "stage2") if (s := fold_surface(groups.get(n) or "")) in _STAGES), None)
    part = lexicon.canonical("day_part", groups.get("part") or "night") or ""
    if match.rule.id == "daypart.of" or (match.rule.id == "daypart.alone" and _is_behind_date(match)):
        return Reading("TIME", daypart=part, mod=mod)
    if match.rule.id == "daypart.alone":
        return Reading("TIME", f"XXXX-XX-XXT{part}", mod=mod) if _is_alone(match) else None
    if match.rule.id == "daypart.before":
        shift = -1 if (groups["way"] or "").lower() == "before" else 1
        date = PartialDate("day", deixis="next" if shift > 0 else "previous", shift=shift)
        return Reading("TIME", date=date, daypart=part)
    if groups["tonight"]:
        return Reading("TIME", date=PartialDate("day", deixis="today"), daypart="NI", mod=mod)
    which = fold_surface(groups["which"] or "").removeprefix("the ").removeprefix("very ")
    if which == "one":
        return Reading("TIME", f"XXXX-XX-XXT{part}", mod=mod)
    shift = _SHIFTS.get(which, 0)
    deixis = (
        "today"
        if which in ("yesterday", "tomorrow", "this", "last")
        else "next"
        if shift > 0
        else "previous"
        if shift
        else "that"
    )
    if which == "last" and part != "NI":
        return None
    return Reading("TIME", date=PartialDate("day", deixis=deixis, shift=shift), daypart=part, mod=mod)


def _is_behind_date(match: Match) -> bool:
    return _DATE_BEFORE.search(match.page.text[max(0, match.start - 12) : match.start]) is not None


def _is_alone(match: Match) -> bool:
    text = match.page.text
    before = text[max(0, match.start - 14) : match.start]
    return _PREPOSITION.search(before) is not None and _CLOSED_BEHIND.match(text, match.end) is not None
