"""In: lengths of time that say when (``8.7 minutes into the flight``). Out: those that the clocks beside them deny.

The words that tell what a length is counted from are in ``elapsed.toml``.
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.checks.clocks import read_clocks
from extractor.checks.lengths import DAY, Length, measure_misfit, read_length, subtract
from extractor.checks.wording import cite, name_event, quote, say_like, say_moment
from extractor.model import Evidence, Fact, Finding, Mention, Page
from extractor.values import Moment, read_moment

_DATA = tomllib.loads(Path(__file__).with_name("elapsed.toml").read_text("utf-8"))
_SAME = {"landing": ("landing", "splashdown"), "docking": ("docking", "berthing")}


def _alternate(key: str, sign: int) -> dict[str, tuple[str, int]]:
    rows = [row for row in _DATA["anchor"] if row["sign"] == sign]
    return {phrase.lower(): (row["event"], sign) for row in rows for phrase in row.get(key, ())}


_AFTER = _alternate("after", 1) | _alternate("after", -1)
_BEFORE = _alternate("before", 1)
_PHRASES = sorted(_AFTER, key=len, reverse=True)
_ANCHOR = re.compile(rf"\s(?:{'|'.join(map(re.escape, _PHRASES))})\b", re.IGNORECASE)
_PREFIX = re.compile(
    rf"(?:^|[\s(|])({'|'.join(map(re.escape, sorted(_BEFORE, key=len, reverse=True)))})\s?(?:of\s)?$", re.IGNORECASE
)
_LATER = re.compile(r"(?:\s[\w-]{1,12}){0,4}?\slater\b(?!\sthan)", re.IGNORECASE)
_AGAINST = re.compile(
    r"\s(?P<early>ahead of|before|earlier than|sooner than)\s|\s(?:later than|after|behind|past)\s", re.IGNORECASE
)
_TO_TARGET = re.compile(r"[^.;!?()\n]{0,3}\s?\(?(?:[^\s.;!?()\n]{1,14}\s){0,7}\(?|\n", re.IGNORECASE)
_BREAKS = re.compile(r"\b(?:and|before|after|until|since|while|which|then|from)\b", re.IGNORECASE)
_PLANS = re.compile(r"\b(?:scheduled|planned|due|expected)\b", re.IGNORECASE)
_FROM_TARGET = re.compile(
    r"\s?[)\]]?\s?[,(–—|-]{0,2}\s{0,3}(?:(?:or|just|some|about|only|roughly|approximately|nearly|almost|around"
    r"|exactly|over|more|less|than|at|a|an|T\s?\+|MET|GET|~)\s?){0,4}",
    re.IGNORECASE,
)
_REACH = 60  # characters between a length and the clock that it belongs to
_LONGEST_PREFIX = 24
_NEVER = 2 * DAY  # a start further off than this, and than the length itself, belongs to another story


@dataclass(frozen=True, slots=True)
class Point:
    """A clock time or a day of the page: its characters, what it says, and its evidence.

    ``dated`` tells whether the day stands at it; a clock alone is compared within 24 hours.
    """

    start: int
    end: int
    moment: Moment
    evidence: tuple[Evidence, ...]
    dated: bool


@dataclass(frozen=True, slots=True)
class Start:
    """What a length is counted from: a moment, its name for the sentence, and its evidence.

    ``dated`` as for ``Point``.
    """

    moment: Moment
    name: str
    evidence: tuple[Evidence, ...]
    dated: bool = True


@dataclass(frozen=True, slots=True)
class _Scene:
    """One length of the page with the points around it; ``low`` is the index of the first point after it."""

    page: Page
    mention: Mention
    length: Length
    points: list[Point]
    low: int
    facts: Sequence[Fact]
    by_id: dict[str, Mention]


def find_elapsed(page: Page, mentions: Sequence[Mention], facts: Sequence[Fact]) -> Iterator[Finding]:
    """Yield the lengths that do not lead from their start to the time beside them (``elapsed``).

    The start is an event that the page times, the time before (``later``) or a time named after the length
    (``four minutes ahead of 11:43``). A start that fits is enough: the nearest is blamed only where none does.
    """
    points = list_points(page, mentions)
    offsets = [point.start for point in points]
    by_id = {mention.id: mention for mention in mentions}
    for mention in mentions:
        length = read_length(mention) if mention.label == "DURATION" else None
        if length is not None and points:
            low = bisect_left(offsets, mention.end)
            yield from _judge(_Scene(page, mention, length, points, low, facts, by_id))


def _judge(scene: _Scene) -> Iterator[Finding]:
    text, mention = scene.page.text, scene.mention
    tail = text[mention.end : mention.end + _REACH]
    anchor = read_anchor(text, mention.start, mention.end)
    if anchor:
        event, sign, offset = anchor
        starts = _list_events(scene, event)
        targets = _list_targets(scene, offset, starts, loose=True)
        yield from _blame(scene, targets, starts, sign)
        return
    later, against = _LATER.match(tail), _AGAINST.match(tail)
    if later:
        stopped = not tail[later.end() :].strip(" ") or tail[later.end()] in ".;)\n"
        targets = _list_targets(scene, later.end(), [], loose=stopped)[:1]
        for target in targets:
            yield from _blame(scene, [target], _list_earlier(scene, target), 1)
    elif against:
        yield from _judge_against(scene, against.end(), -1 if against["early"] else 1)


def read_anchor(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """Read what the words around a length say that it is counted from.

    Gives the event, 1 for after it or -1 for before it, and how many characters those words take behind the length.
    """
    behind = _ANCHOR.match(text[end : end + _REACH])
    if behind:
        return *_AFTER[behind[0].strip().lower()], behind.end()
    before = _PREFIX.search(text[max(start - _LONGEST_PREFIX, 0) : start])
    return (*_BEFORE[before[1].lower()], 0) if before else None


def _judge_against(scene: _Scene, offset: int, sign: int) -> Iterator[Finding]:
    """Judge ``four minutes ahead of the planned 11:43``, where the other time stands before or is a fact."""
    named = _target_after(scene, offset)
    if named is None:
        return
    start = Start(named.moment, "", named.evidence, named.dated)
    before = _target_before(scene)
    if before is not None:
        yield from _blame(scene, [before], [start], sign)
        return
    planned = [
        fact
        for fact in scene.facts
        if fact.kind == "event" and fact.get("status") == "planned" and set(named.evidence) & set(fact.evidence)
    ]
    done = {(fact.subject, fact.get("event")) for fact in planned}
    targets = [
        Point(scene.mention.start, scene.mention.end, moment, cite(fact, scene.by_id), True)
        for fact in scene.facts
        if (fact.subject, fact.get("event")) in done and fact.get("status") == "actual"
        for moment in [read_moment(str(fact.get("value")))]
        if moment is not None and moment.step.total_seconds() < DAY
    ]
    yield from _blame(scene, targets, [start], sign)


def _list_events(scene: _Scene, event: str) -> list[Start]:
    """Give the times of an event, of every craft of the page."""
    starts = []
    for fact in scene.facts:
        if fact.kind == "event" and fact.get("event") in _SAME.get(event, (event,)):
            moment = read_moment(str(fact.get("value")).partition("/")[0])
            if moment is not None and moment.step.total_seconds() <= DAY:
                starts.append(Start(moment, f"the {name_event(event)} at ", cite(fact, scene.by_id)))
    return starts


def _list_earlier(scene: _Scene, target: Point) -> list[Start]:
    """Give the points before a target, the nearest first."""
    earlier = [point for point in scene.points[: scene.low] if point is not target]
    return [Start(point.moment, "", point.evidence, point.dated) for point in reversed(earlier)]


def _list_targets(scene: _Scene, offset: int, starts: list[Start], *, loose: bool) -> list[Point]:
    """Give the times that the length may lead to: behind its words, or (``loose``) right before it.

    A time that is the start itself (``two hours after docking at 11:39``) is none.
    """
    found = [_target_after(scene, offset), _target_before(scene) if loose else None]
    return [point for point in found if point is not None and not any(_is_same(point, start) for start in starts)]


def _is_same(point: Point, start: Start) -> bool:
    seconds, steps = subtract(point.moment, start.moment)
    return abs(seconds) < max(steps)


def _target_after(scene: _Scene, offset: int) -> Point | None:
    if scene.low == len(scene.points):
        return None
    point, begin = scene.points[scene.low], scene.mention.end + offset
    gap = scene.page.text[begin : point.start]
    if len(gap) > _REACH or _BREAKS.search(gap) or not _TO_TARGET.fullmatch(gap):
        return None
    return point


def _target_before(scene: _Scene) -> Point | None:
    if not scene.low:
        return None
    point = scene.points[scene.low - 1]
    gap = scene.page.text[point.end : scene.mention.start]
    return point if len(gap) <= _REACH and _FROM_TARGET.fullmatch(gap) else None


def _blame(scene: _Scene, targets: list[Point], starts: list[Start], sign: int) -> Iterator[Finding]:
    """Yield a finding where no start leads to any of the targets."""
    misses: list[tuple[float, str, Point, Start, float]] = []
    for target in targets:
        for start in starts:
            seconds, steps = subtract(target.moment, start.moment)
            seconds *= sign
            undated = not (target.dated and start.dated) and scene.length.seconds < DAY / 2
            if undated and max(steps) < DAY and abs(seconds) < _NEVER:
                seconds = (seconds + DAY / 2) % DAY - DAY / 2
            misfit = measure_misfit(scene.length, seconds, steps)
            if misfit is None:
                return
            if abs(seconds - scene.length.seconds) < max(_NEVER, scene.length.seconds):
                misses.append((abs(seconds - scene.length.seconds), misfit, target, start, seconds * sign))
    if misses:
        _, misfit, target, start, seconds = min(misses, key=lambda miss: miss[0])
        message = _tell(scene, target, start, seconds)
        yield Finding("elapsed", misfit, message, (scene.mention.id, *target.evidence), start.evidence)


def _tell(scene: _Scene, target: Point, start: Start, seconds: float) -> str:
    said = scene.length.text
    is_fact = target.start == scene.mention.start
    shown = say_moment(target.moment) if is_fact else f"“{quote(scene.page, target.start, target.end)}”"
    where = "after" if seconds >= 0 else "before"
    return (
        f"{shown} is {say_like(abs(seconds), said)} {where} {start.name}{say_moment(start.moment)}, "
        f"but the page says “{said}”."
    )


def list_points(page: Page, mentions: Sequence[Mention]) -> list[Point]:
    """Give the clock times and the days of a page in reading order."""
    clocks = read_clocks(page, mentions)
    used = {clock.date.id for clock in clocks if clock.date is not None}
    points = [Point(c.start, c.end, c.moment, c.evidence, c.date is not None) for c in clocks]
    for mention in mentions:
        if mention.label == "DATE" and mention.id not in used and isinstance(mention.value, str):
            moment = read_moment(mention.value)
            if moment is not None and moment.step.total_seconds() == DAY:
                points.append(Point(mention.start, mention.end, moment, (mention.id,), True))
    return sorted(points, key=lambda point: point.start)
