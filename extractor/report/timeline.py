"""In: the event facts of a page. Out: a timeline, the plan beside what happened, in UTC and in local time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from extractor.model import Fact
from extractor.report.plain import show_date, show_text
from extractor.values import to_utc

REPEATED = frozenset({"spacewalk_start", "spacewalk_end", "orbit_change", "relocation", "flyby", "failure"})
"""Events that a flight may have several of: a plan belongs to one of them only where they are close."""

CLOSE = 2.0
"""Days within which the plan for a repeated event and one that happened are taken for the same."""

_VALUE = re.compile(r"(?P<day>[^T]*)T(?P<clock>\d\d(?::\d\d){0,2}(?:\.\d+)?)(?P<offset>Z|[+-]\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class ShownTime:
    """A value of an event, ready to be read: its day and clock in UTC, or its local day where UTC is not known."""

    key: str
    day: str
    utc: str
    local: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line: an event with what happened, what was planned, or both."""

    subject: str
    event: str
    fact: ShownTime | None
    plans: tuple[ShownTime, ...]

    @property
    def key(self) -> str:
        """What the timeline is sorted by: the first instant of the row."""
        return self.fact.key if self.fact else self.plans[0].key

    @property
    def day(self) -> str:
        """The ISO day that rules the row."""
        return self.fact.day if self.fact else self.plans[0].day


def list_events(facts: Sequence[Fact]) -> list[Row]:
    """Give the timeline of the event facts in ``facts``, sorted by instant."""
    claims: dict[tuple[str, str], tuple[list[ShownTime], list[ShownTime]]] = {}
    for fact in facts:
        value = fact.get("value")
        if fact.kind != "event" or not isinstance(value, str):
            continue
        name = (fact.subject or "", str(fact.get("event")))
        claims.setdefault(name, ([], []))[fact.get("status") == "planned"].append(show_time(value))
    rows = [row for name, (done, planned) in claims.items() for row in _pair(name, done, planned)]
    return sorted(rows, key=lambda row: row.key)


def _pair(name: tuple[str, str], done: list[ShownTime], planned: list[ShownTime]) -> list[Row]:
    """Put each plan beside the fact that is nearest to it."""
    subject, event = name
    beside: list[list[ShownTime]] = [[] for _ in done]
    alone: list[ShownTime] = []
    for plan in planned:
        distances = [_distance(plan, moment) for moment in done]
        nearest = min(range(len(done)), key=distances.__getitem__, default=None)
        if nearest is None or (event in REPEATED and distances[nearest] > CLOSE):
            alone.append(plan)
        else:
            beside[nearest].append(plan)
    rows = [
        Row(subject, event, moment, tuple(sorted(plans, key=lambda plan: plan.key)))
        for moment, plans in zip(done, beside, strict=True)
    ]
    return rows + [Row(subject, event, None, (plan,)) for plan in alone]


def _distance(one: ShownTime, other: ShownTime) -> float:
    """Give the days between two moments; those without a full date are as far as can be."""
    try:
        a, b = (datetime.fromisoformat(moment.key).replace(tzinfo=None) for moment in (one, other))
    except ValueError:
        return float("inf")
    return abs((a - b).total_seconds()) / 86400


def show_time(value: str) -> ShownTime:
    """Show a date, an instant or an interval of either."""
    start, _, end = value.partition("/")
    first = _show_instant(start)
    if not end:
        return first
    last = _show_instant(end)
    if first.day == last.day:
        local = _join(first.local.split(" ")[0], last.local)
        return ShownTime(first.key, first.day, _join(first.utc, last.utc), local)
    until = " ".join(part for part in (show_date(last.day, first.day), last.utc or last.local) if part)
    utc, local = (f"{clock} to {until}" if clock else "" for clock in (first.utc, first.local))
    if not (utc or local):
        local = f"to {until}"
    return ShownTime(first.key, first.day, utc, local)


def _join(first: str, last: str) -> str:
    return f"{first}–{last}" if first and last else first or last


def _show_instant(value: str) -> ShownTime:
    parts = _VALUE.fullmatch(value)
    if parts is None:
        return ShownTime(value, value, "", "")
    offset = "" if parts["offset"] is None else " UTC" if parts["offset"] == "Z" else f" {parts['offset']}"
    local = f"{parts['clock']}{offset.removesuffix(':00')}"
    instant = to_utc(value)
    if instant is None:
        return ShownTime(value, parts["day"], "", local)
    day, _, clock = instant.rstrip("Z").partition("T")
    if day != parts["day"]:
        local += f", {show_date(parts['day'], day)}"
    return ShownTime(instant, day, clock, local)


def show_plans(row: Row) -> list[tuple[str, str]]:
    """Give the plans of a row in UTC and in local time; with their days where one of them is of another day."""
    dated = any(plan.day != row.day or not plan.local for plan in row.plans)
    shown = []
    for plan in row.plans:
        day = show_date(plan.day, row.day) if dated else ""
        utc, local = plan.utc or (f"{plan.local} local" if plan.local else ""), plan.local
        shown.append((show_text(f"{day} {utc}".strip()), show_text(f"{day} {local}".strip())))
    return shown
