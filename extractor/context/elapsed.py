"""In: the figures of an elapsed clock and its neighbours. Out: the duration in ISO 8601."""

import re

from extractor.context.scene import Item, Scene
from extractor.mentions.partial import PartialElapsed

_HEAD = re.compile(
    r"\(?\b(?:(?P<hours>h{1,2}:m{1,2}(?!:s)|hours?:min(?:utes)?|hr:min|hours\sand\sminutes)|(?P<minutes>m{1,2}:s{1,2}|min(?:utes)?:sec(?:onds)?|minutes\sand\sseconds))\b",
    re.I,
)
_ASCENT = re.compile(
    r"\b(?:stage|booster|fairing|max[\s-]?q|cut-?off|ignition|separat\w{1,4}|lift-?off|engine|meco|seco|pitch|roll|jettison\w{0,4}|burn\w{0,3})\b",
    re.I,
)


def write_elapsed(parts: PartialElapsed, item: Item, scene: Scene) -> str:
    """Write the length that the figures give: three are hours, minutes, seconds; the neighbours tell what two are."""
    figures = [_trim(figure) for figure in parts.figures]
    days = f"{int(parts.days)}D" if parts.days and int(parts.days) else ""
    if len(figures) == 3:
        return _join(days, figures, "HMS")
    return _join(days, figures, "HM" if _counts_hours(parts, item, scene) else "MS")


def _trim(figure: str) -> str:
    whole, point, fraction = figure.partition(".")
    fraction = fraction.rstrip("0")
    return f"{int(whole)}{point if fraction else ''}{fraction}"


def _join(days: str, figures: list[str], letters: str) -> str:
    clock = "".join(f"{figure}{letter}" for figure, letter in zip(figures, letters, strict=True) if figure != "0")
    if not clock and not days:
        return f"PT0{letters[-1]}"
    return f"P{days}{'T' + clock if clock else ''}"


def _counts_hours(parts: PartialElapsed, item: Item, scene: Scene) -> bool:
    if parts.clue is not None:
        return parts.clue == "hours"
    head = _HEAD.search(scene.text, max(0, item.start - 2000), item.start)
    if head is not None:
        return head["hours"] is not None
    for other in scene.items:
        near = other.candidate.parts
        if isinstance(near, PartialElapsed) and len(near.figures) == 3 and abs(other.block - item.block) <= 12:
            return False
    if int(parts.figures[0]) > 23 or parts.sign == "-":
        return False
    return _ASCENT.search(scene.sentence_text(item)) is None and parts.figures[0].startswith("0")
