"""In: lengths of time that say when (``8.7 minutes into the flight``). Out: those that the clocks beside them deny."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.events import Event, is_floating
from extractor.checks.lengths import DAY, Length, measure_misfit, read_length, subtract
from extractor.checks.reading import Clock, Reading
from extractor.checks.relations import Relation, read_relation
from extractor.checks.wording import cite, name_event, quote, say_like, say_moment
from extractor.model import Evidence, Finding, Mention
from extractor.records import record
from extractor.values import Moment, read_moment

_SAME = {"landing": ("landing", "splashdown"), "docking": ("docking", "berthing")}
_TO_TARGET = re.compile(r"[^.;!?()\n]{0,3}\s?\(?(?:[^\s.;!?()\n]{1,14}\s){0,7}\(?|\n", re.IGNORECASE)
_BREAKS = re.compile(r"\b(?:and|before|after|until|since|while|which|then|from)\b", re.IGNORECASE)
_PLANS = re.compile(r"\b(?:scheduled|planned|due|expected)\b", re.IGNORECASE)
_FROM_TARGET = re.compile(
    r"\s?[)\]]?\s?[,(–—|-]{0,2}\s{0,3}(?:(?:or|just|some|about|only|roughly|approximately|nearly|almost|around"
    r"|exactly|over|more|less|than|at|a|an|T\s?\+|MET|GET|~)\s?){0,4}",
    re.IGNORECASE,
)
_REACH = 60  # characters between a length and the clock that it belongs to
_YEAR = 365.25 * DAY
_NEVER = 5 * DAY  # a start further off than this, and than the length itself, belongs to another story


@record(frozen=True, slots=True)
class Point:
    """A clock time or a day of the page: its characters, what it says, and its evidence.

    ``dated`` tells whether the day stands at the clock, the year at the day; without them a clock is compared within
    24 hours, a day within a year.
    """

    start: int
    end: int
    moment: Moment
    source: Clock | tuple[Evidence, ...]
    dated: bool

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Give the mentions that say it."""
        return self.source.evidence if isinstance(self.source, Clock) else self.source


@dataclass(frozen=True, slots=True)
class Start:
    """What a length is counted from: a moment, its name for the sentence, and where the page gives it.

    ``dated`` as for ``Point``.
    """

    moment: Moment
    name: str
    source: Event | Point
    dated: bool = True


@dataclass(frozen=True, slots=True)
class _Scene:
    """One length of the page with the points around it; ``low`` is the index of the first point after it."""

    reading: Reading
    mention: Mention
    length: Length
    points: list[Point]
    low: int

    @property
    def text(self) -> str:
        return self.reading.page.text


def find_elapsed(reading: Reading) -> Iterator[Finding]:
    """Yield the lengths that do not lead from their start to the time beside them (``elapsed``).

    The start is an event that the page times, the time before (``later``) or a time named after the length
    (``four minutes ahead of 11:43``). A start that fits is enough: the nearest is blamed only where none does.
    """
    points: list[Point] = []
    for mention in reading.mentions:
        if mention.label != "DURATION":
            continue
        relation = read_relation(reading.page.text, mention.start, mention.end)
        length = read_length(mention) if relation else None
        if relation is None or length is None:
            continue
        points = points or list_points(reading)
        low = bisect_left(points, mention.end, key=lambda point: point.start)
        yield from _judge(_Scene(reading, mention, length, points, low), relation)


def _judge(scene: _Scene, relation: Relation) -> Iterator[Finding]:
    if relation.to == "named":
        yield from _judge_named(scene, relation)
    elif relation.to == "before":
        for target in _list_targets(scene, relation, [])[:1]:
            yield from _blame(scene, [target], _list_earlier(scene, target), 1)
    else:
        before = _target_before(scene)
        told = set(before.evidence) if before is not None else set()
        starts = _list_events(scene.reading, relation.to, told)
        targets = _list_targets(scene, relation, starts)
        if any(_has_happened(scene.reading, target) for target in targets):
            starts = [start for start in starts if isinstance(start.source, Event) and not start.source.planned]
        yield from _blame(scene, targets, starts, relation.sign)


def _judge_named(scene: _Scene, relation: Relation) -> Iterator[Finding]:
    """Judge ``four minutes ahead of the planned 11:43``, where the other time stands before or is a fact."""
    named = _target_after(scene, relation.reach)
    if named is None:
        return
    start = Start(named.moment, "", named, named.dated)
    before = _target_before(scene)
    if before is not None:
        yield from _blame(scene, [before], [start], relation.sign)
        return
    events = scene.reading.events
    names = set(named.evidence)
    done = {(event.fact.subject, event.name) for event in events if event.planned and names & set(event.fact.evidence)}
    own = scene.mention.start, scene.mention.end
    targets = [
        Point(*own, event.moment, cite(event.fact, scene.reading.by_id), True)
        for event in events
        if not event.planned
        and (event.fact.subject, event.name) in done
        and event.moment.step.total_seconds() < DAY
        and event.moment.local.date() == named.moment.local.date()
    ]
    yield from _blame(scene, targets, [start], relation.sign)


def _list_events(reading: Reading, name: str, told: set[Evidence]) -> list[Start]:
    """Give the times of an event, of every craft of the page, but for those that rest on what is ``told`` here."""
    return [
        Start(event.moment, f"the {name_event(name)} at ", event, event.sure)
        for event in reading.events
        if event.name in _SAME.get(name, (name,))
        and event.moment.step.total_seconds() <= DAY
        and told.isdisjoint(event.fact.evidence)
    ]


def _list_earlier(scene: _Scene, target: Point) -> list[Start]:
    """Give the points before a target, the nearest first."""
    earlier = [point for point in scene.points[: scene.low] if point is not target]
    return [Start(point.moment, "", point, point.dated) for point in reversed(earlier)]


def _list_targets(scene: _Scene, relation: Relation, starts: list[Start]) -> list[Point]:
    """Give the times that the length may lead to: behind its words, or right before it.

    A time that is the start itself (``two hours after docking at 11:39``) is none.
    """
    after = _target_after(scene, relation.reach)
    if after is not None and _PLANS.search(scene.text, scene.mention.end + relation.reach, after.start):
        after = None
    found = (after, _target_before(scene) if relation.closed else None)
    return [point for point in found if point and not any(_is_same(point, start) for start in starts)]


def _has_happened(reading: Reading, point: Point) -> bool:
    """Tell whether a point is the time of something that happened: it is not counted from what was planned."""
    told = set(point.evidence)
    return any(not event.planned and not told.isdisjoint(event.fact.evidence) for event in reading.events)


def _is_same(point: Point, start: Start) -> bool:
    seconds, steps = subtract(point.moment, start.moment)
    return abs(seconds) < max(steps)


def _target_after(scene: _Scene, offset: int) -> Point | None:
    if scene.low == len(scene.points):
        return None
    point, begin = scene.points[scene.low], scene.mention.end + offset
    gap = scene.text[begin : point.start]
    if len(gap) > _REACH or _BREAKS.search(gap) or not _TO_TARGET.fullmatch(gap):
        return None
    return point


def _target_before(scene: _Scene) -> Point | None:
    if not scene.low:
        return None
    point = scene.points[scene.low - 1]
    gap = scene.text[point.end : scene.mention.start]
    return point if len(gap) <= _REACH and _FROM_TARGET.fullmatch(gap) else None


def _blame(scene: _Scene, targets: list[Point], starts: list[Start], sign: int) -> Iterator[Finding]:
    """Yield a finding where no start leads to any of the targets."""
    length = scene.length.seconds
    misses: list[tuple[float, str, Point, Start, float]] = []
    for target in targets:
        for start in starts:
            measured = _measure(scene.length, target, start, sign)
            if measured is None:
                continue
            seconds, misfit = measured
            if misfit is None:
                return
            if abs(seconds - length) < max(_NEVER, length):
                misses.append((abs(seconds - length), misfit, target, start, seconds * sign))
    if misses:
        _, misfit, target, start, seconds = min(misses, key=lambda miss: miss[0])
        message = _tell(scene, target, start, seconds)
        yield Finding("elapsed", misfit, message, (scene.mention.id, *target.evidence), _prove(scene, start))


def _prove(scene: _Scene, start: Start) -> tuple[Evidence, ...]:
    """Give the evidence of a start."""
    source = start.source
    return source.evidence if isinstance(source, Point) else cite(source.fact, scene.reading.by_id)


def _measure(length: Length, target: Point, start: Start, sign: int) -> tuple[float, str | None] | None:
    """Give the seconds from a start to a target and how they miss the length; ``None`` where they say nothing of it."""
    seconds, steps = subtract(target.moment, start.moment)
    seconds *= sign
    dated = target.dated and start.dated
    if max(steps) >= DAY > length.seconds:
        return None  # a day says nothing about hours
    if is_floating(target.moment) or is_floating(start.moment):
        if max(steps) >= DAY or length.seconds > DAY / 2:
            return None
        seconds = (seconds + DAY / 2) % DAY - DAY / 2
    elif not dated and max(steps) < DAY and length.seconds < DAY / 2 and abs(seconds) < _NEVER:
        seconds = (seconds + DAY / 2) % DAY - DAY / 2
    elif not dated and max(steps) >= DAY:  # a year that was supplied may be wrong
        seconds -= _YEAR * max(-1, min(1, round((seconds - length.seconds) / _YEAR)))
    return seconds, measure_misfit(length, seconds, steps)


def _tell(scene: _Scene, target: Point, start: Start, seconds: float) -> str:
    said = scene.length.text
    is_fact = target.start == scene.mention.start
    shown = say_moment(target.moment) if is_fact else f"“{quote(scene.reading.page, target.start, target.end)}”"
    where = "after" if seconds >= 0 else "before"
    return (
        f"{shown} is {say_like(abs(seconds), said)} {where} {start.name}{say_moment(start.moment)}, "
        f"but the page says “{said}”."
    )


def list_points(reading: Reading) -> list[Point]:
    """Give the clock times and the days of a page in reading order."""
    clocks = reading.clocks
    used = {clock.date.id for clock in clocks if clock.date is not None}
    points = [Point(c.start, c.end, c.moment, c, c.dated) for c in clocks]
    for mention in reading.mentions:
        if mention.label == "DATE" and mention.id not in used and isinstance(mention.value, str):
            moment = read_moment(mention.value)
            if moment is not None and moment.step.total_seconds() == DAY:
                points.append(
                    Point(mention.start, mention.end, moment, (mention.id,), mention.value[:4] in mention.text)
                )
    return sorted(points, key=lambda point: point.start)
