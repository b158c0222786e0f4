"""In: the figures of an elapsed clock and its neighbours. Out: the duration in ISO 8601."""

import re
from bisect import bisect_left

from extractor.context.scene import Item, Scene
from extractor.mentions.partial import PartialClock, PartialElapsed
from extractor.mentions.rules import Candidate

_HEAD = re.compile(
    r"\(?\b(?:(?P<hours>h{1,2}:m{1,2}(?!:s)|hours?:min(?:utes)?|hr:min|hours\sand\sminutes)|(?P<minutes>m{1,2}:s{1,2}|min(?:utes)?:sec(?:onds)?|minutes\sand\sseconds))\b",
    re.I,
)
_ASCENT = re.compile(
    r"\b(?:stage|booster|fairing|max[\s-]?q|cut-?off|ignition|separat\w{1,4}|lift-?off|engine|meco|seco|pitch|roll|jettison\w{0,4}|burn\w{0,3})\b",
    re.I,
)
_EARLY = re.compile(r"\b(?:OMS-?\s?[12]|MECO|SECO|SRB|staging|max[\s-]?q)\b", re.I)
"""What happens in the first hour of a flight: two figures beside it are minutes and seconds."""
_ZONE_GAP = 3
_NEAR = 12
"""How many blocks, and elapsed clocks, away a neighbour still tells what the figures count."""
_FIGURES = re.compile(r"\d{1,3}:\d\d(?::\d\d)?")


def adopt_elapsed(scene: Scene) -> None:
    """Let bare clocks that go on from an elapsed one count from the event too: ``at 1:34 GET, then at 2:18``.

    They stand in the same block, later than the elapsed clock, without a zone or a half of the day of their own.
    """
    since: tuple[int, ...] = ()
    block = end = -1
    for place, item in enumerate(scene.items):
        parts = item.candidate.parts
        if isinstance(parts, PartialElapsed) and parts.clue == "hours" and parts.days is None:
            since, block, end = _read(parts.figures), item.block, item.end
        elif isinstance(parts, PartialClock) and item.block == block and _is_bare(parts, place, scene):
            if not scene.text[end : item.start].strip(" \t|()"):
                block = -1 if scene.is_row(item) else block  # further columns are of the day, too
                continue  # the column beside it, of clocks of the day
            figures = tuple(scene.text[item.start : item.end].split(":"))
            if _read(figures) >= since:
                since = _read(figures)
                elapsed = PartialElapsed(figures, "+", None, "hours")
                item.candidate = Candidate(item.start, item.end, "DURATION", "duration.elapsed", elapsed)


def _read(figures: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(int(figure.partition(".")[0]) for figure in figures)


def _is_bare(clock: PartialClock, place: int, scene: Scene) -> bool:
    item = scene.items[place]
    if clock.meridiem or clock.offset or clock.word or not _FIGURES.fullmatch(scene.text[item.start : item.end]):
        return False
    following = scene.items[place + 1] if place + 1 < len(scene.items) else None
    return following is None or following.candidate.label != "TIMEZONE" or following.start - item.end > _ZONE_GAP


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
        return parts.clue == "hours" and _EARLY.search(scene.clause_text(item)) is None
    head = _HEAD.search(scene.text, max(0, item.start - 2000), item.start)
    if head is not None:
        return head["hours"] is not None
    place = bisect_left(scene.elapsed, item.start, key=lambda other: other.start)
    for other in scene.elapsed[max(0, place - _NEAR) : place + _NEAR]:
        if len(other.candidate.parts.figures) == 3 and abs(other.block - item.block) <= _NEAR:
            return False
    if int(parts.figures[0]) > 23 or parts.sign == "-":
        return False
    return _ASCENT.search(scene.sentence_text(item)) is None and parts.figures[0].startswith("0")
