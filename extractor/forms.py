"""In: expressions for forms of words. Out: one expression for any of them, left at a first letter that none has.

An expression that ignores case tries each member of an alternation in full at every word; a set of first letters,
written out in both cases, is looked up at once.
"""

from collections import defaultdict

__all__ = ["join_forms"]


def join_forms(*forms: str, cased: bool = False) -> str:
    """Join expressions, each of which begins with a letter that must stand there, for one that ignores case.

    ``cased`` ones keep the case of their first letters, for an expression that does.
    """
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for form in forms:
        rests[form[0] if cased else f"(?-i:[{form[0].lower()}{form[0].upper()}])"].append(form[1:])
    branches = [f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items()]
    return f"(?:{'|'.join(branches)})"
