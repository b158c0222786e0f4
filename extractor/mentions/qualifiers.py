"""In: the characters beside a figure. Out: the modifier that they give it: about, less than, at least.

The words are in ``lexicon/en/qualifiers.toml``.
"""

import re
from functools import cache

from extractor.mentions.lexicon import fold_surface, load_lexicon

_REACH = 44
_WORD = re.compile(r"[^\W\d_]+\.?|[^\w\s(),;:]{1,2}")
_SKIPPED = frozenset({"a", "an", "the", "only", "just", "another", "its", "his", "her", "their", "further"})
_STOP = re.compile(  # a set stands first, which the search skips to
    r"[.;:!?()\[\]\n](?:(?<![(\[\n])(?<!\bapprox.)(?<!\bca.)(?<!\bc.)(?<!\bmax.)(?<!\bmin.)\s|(?<=\n)\s*\n|(?<=[()\[\]]))"
)
_BEHIND = re.compile(r"\s{1,2}or\s(?:so|more|less|fewer|longer)\b")
_TAIL = re.compile(r"\bor\s(?:so|more|less|fewer|longer)\b[\s,]{1,3}\w{1,8}\s$", re.I)
_LASTING = frozenset(
    ["decay", "drift", "change", "changes", "loss", "spread", "average", "averaged", "phased", "distributed", "divided"]
)
"""Words behind which ``over`` tells how long something went on, and is no bound."""
_LONGEST = 4


def read_qualifier(text: str, start: int, end: int) -> str | None:
    """Give the TIMEX3 modifier of the figure at ``text[start:end]``, or ``None`` where nothing qualifies it."""
    before = text[max(0, start - _REACH) : start]
    signs, phrases, last_words = _load()
    tail = before.rsplit(None, 1)[-1].lower() if before.strip() else ""
    if before[-1:] in ("", "(") or not (tail in last_words or tail[-1:] in signs or tail[-2:] in signs):
        return _read_behind(text, end)
    words = [word.lower() for word in _WORD.findall(_cut_clause(before))]
    if words and words[-1] in signs:
        return signs[words[-1]]
    if words[-1:] and words[-1] in _SKIPPED and _TAIL.search(before):
        return _read_behind(text, end)  # ``half past five or so a probe``: of the figure before
    while words and words[-1] in _SKIPPED and " ".join(words[-2:]) not in phrases:
        words.pop()
    if not words or words[-1] not in last_words:
        return _read_behind(text, end)
    for length in range(min(_LONGEST, len(words)), 0, -1):
        mod = phrases.get(fold_surface(" ".join(words[-length:])))
        if mod is not None:
            return None if words[-1] == "over" and words[-2:-1] and words[-2] in _LASTING else mod
    return _read_behind(text, end)


def _cut_clause(before: str) -> str:
    """Drop what stands before the end of a sentence or a bracket."""
    last = 0
    for stop in _STOP.finditer(before):
        last = stop.end()
    return before[last:]


def _read_behind(text: str, end: int) -> str | None:
    if text[end : end + 4].lower() != " or ":
        return None
    found = _BEHIND.match(text, end)
    return _load()[1].get(fold_surface(found.group())) if found else None


@cache
def _load() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """Give the signs and the phrases, each with its modifier, and the words that a phrase may end with."""
    classes = load_lexicon().classes
    signs, phrases = (
        {fold_surface(form): mod for mod, forms in classes[name].items() for form in forms}
        for name in ("qualifier_sign", "qualifier")
    )
    last_words = {phrase.rsplit(None, 1)[-1] for phrase in phrases}
    return signs, phrases, frozenset({*last_words, *(f"{word}." for word in last_words), *_SKIPPED})
