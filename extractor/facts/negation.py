"""In: the text of a page and where an event's words begin. Out: whether they are denied."""

import re

_REACH = 25  # characters before the words
_NEGATED = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bcannot|\bfail(?:ed|s|ing)? to|\bunable to|\bwithout|\binstead of"
    r"|\brather than|\bno longer"
    r"|\bno|\bstop(?:ped|s)?|\bcease[ds]?) (?:\w{2,10} ){0,2}$",
    re.I,
)
_UNTIL = re.compile(r"[^.;,]{0,40}? (?:until|till) (?=[\w:. ]{0,12}\d|[A-Z][a-z]+day\b)")


def is_negated(text: str, start: int, first: int, last: int) -> bool:
    """Say that a negation stands right before ``[first, last)``, in the sentence that begins at ``start``.

    ``was not opened until June 3`` denies nothing.
    """
    low = max(start, first - _REACH)
    if not _may_negate(text[low:first].lower()):
        return False
    return _NEGATED.search(text, low, first) is not None and _UNTIL.match(text, last) is None


def _may_negate(before: str) -> bool:
    """Say at once, in lower-case words, that there may be a negation; a chain is five times as fast as ``any``."""
    return (
        "no" in before
        or "n't" in before
        or "n’t" in before
        or "never" in before
        or "fail" in before
        or "unable" in before
        or "without" in before
        or "instead" in before
        or "rather" in before
        or "stop" in before
        or "cease" in before
    )
