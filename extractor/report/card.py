"""In: the result of one page. Out: its mission card for a terminal: what a person asks first, on one screen."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from extractor.model import Evidence, Fact, Result
from extractor.report.plain import show_date, show_duration, show_mod, show_name, show_quantity, show_text
from extractor.report.timeline import Row, list_events, show_plans

WIDE = 104
"""Columns from which on the plan is shown in local time as well, and people with their agency on one line."""

WIDEST = 120
"""Columns of the frame at most."""

MILESTONES = ("launch", "orbit_insertion", "docking", "undocking", "landing", "splashdown", "lunar_landing", "impact",
              "decay", "end_of_mission")  # fmt: skip
"""The events that stand in the glance, where they happened."""

SCHEMES = ("name", "grau_index", "serial", "iss_flight", "cospar_id", "norad_id", "call_sign", "launch_vehicle",
           "launch_site", "docking_port", "landing_site", "previous_mission", "next_mission")  # fmt: skip
CREWS = ("primary", "backup", "support")
PARAMETERS = ("perigee", "apogee", "periapsis", "apoapsis", "altitude", "semi_major_axis", "period", "inclination",
              "eccentricity")  # fmt: skip
SEVERITIES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
ACRONYMS = {"grau_index": "GRAU index", "iss_flight": "ISS flight", "cospar_id": "COSPAR id", "norad_id": "NORAD id"}
DURATIONS = {"mission": "Mission duration", "docked": "Time docked", "spacewalk": "Spacewalk duration",
             "burn": "Burn duration", "flight_to_station": "Flight to station"}  # fmt: skip


def render_card(result: Result, width: int = 80) -> RenderableType:
    """Make the card of one page for a terminal of ``width`` columns."""
    subject = find_subject(result.facts)
    own = [fact for fact in result.facts if fact.subject == subject]
    parts: list[RenderableType] = [_render_title(result, subject, width)]
    if not result.facts:
        parts.append(Text("\n  This page gave no fact.", style="yellow"))
    sections = (
        ("At a glance", _render_glance(own)),
        ("Crew", _render_crew(result.facts, subject, width)),
        ("Timeline", _render_timeline(result.facts, subject, width)),
        ("Orbit", _render_orbits(own)),
        ("Findings", _render_findings(result)),
    )
    for title, body in sections:
        if body is not None:
            parts += [Text(f"\n {title}", style="bold cyan"), Padding(body, (0, 0, 0, 2), expand=False)]
    return Group(*parts)


def find_subject(facts: Sequence[Fact]) -> str | None:
    """Give the subject of most facts, the first of several: what the page is about."""
    counts = Counter(fact.subject for fact in facts if fact.subject is not None)
    return max(counts, key=counts.__getitem__, default=None)


def _render_title(result: Result, subject: str | None, width: int) -> RenderableType:
    page = result.page
    counts = f"{len(page.text):,} characters · {len(result.mentions)} mentions · {len(result.facts)} facts"
    lines = Text(show_text(subject or page.id), style="bold")
    lines.append(f"\n{show_text(page.source or page.id)}\n{counts}", style="dim not bold")
    return Panel(lines, border_style="cyan", padding=(0, 1), width=min(width, WIDEST))


def _make_grid(*ratios: int | None, gap: int = 2) -> Table:
    grid = Table.grid(padding=(0, gap, 0, 0))
    for ratio in ratios:
        grid.add_column(ratio=ratio, overflow="fold")
    return grid


def _render_glance(facts: Sequence[Fact]) -> RenderableType | None:
    grid = _make_grid(None, None)
    grid.columns[0].style = "dim"
    for name, value in _list_glance(facts):
        grid.add_row(Text(name), value)
    return grid if grid.rows else None


def _list_glance(facts: Sequence[Fact]) -> Iterator[tuple[str, Text]]:
    for row in list_events(facts):
        if row.event in MILESTONES and row.fact is not None:
            clock = f"{row.fact.utc} UTC" if row.fact.utc else row.fact.local
            yield show_name(row.event), Text(f"{show_date(row.fact.day)} {show_text(clock)}".strip(), style="bold")
    for of, values in _group(facts, "duration", "of").items():
        yield DURATIONS.get(of, show_name(of)), Text(", ".join(_show_length_of_time(fact) for fact in values))
    for of, values in _group(facts, "mass", "of").items():
        yield f"Mass, {show_name(of).lower()}", Text(", ".join(_show_measure(fact) for fact in values))
    schemes = _group(facts, "designation", "scheme")
    for scheme in (*SCHEMES, *schemes):
        found = [fact for fact in schemes.pop(scheme, []) if (scheme, fact.get("value")) != ("name", fact.subject)]
        values_ = [_with_status(fact, show_text(str(fact.get("value")))) for fact in found]
        if scheme == "launch_vehicle":
            values_ += [show_text(str(fact.get("value"))) for fact in schemes.pop("launch_vehicle_serial", [])]
        if values_:
            yield ACRONYMS.get(scheme, show_name(scheme)), Text(", ".join(values_))


def _group(facts: Sequence[Fact], kind: str, key: str) -> dict[str, list[Fact]]:
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.kind == kind:
            groups.setdefault(str(fact.get(key)), []).append(fact)
    return groups


def _show_length_of_time(fact: Fact) -> str:
    return _with_status(fact, show_mod(show_duration(str(fact.get("value"))), fact.get("mod")))


def _with_status(fact: Fact, shown: str) -> str:
    return f"{shown} (planned)" if fact.get("status") == "planned" else shown


def _show_measure(fact: Fact) -> str:
    value = fact.get("value")
    shown = show_quantity(value if isinstance(value, Decimal) else str(value), fact.get("unit"))
    return show_mod(shown, fact.get("mod"))


def _render_crew(facts: Sequence[Fact], subject: str | None, width: int) -> RenderableType | None:
    """Give the crews side by side, and below them who has a role in none of them, such as a station's commander."""
    crew = [fact for fact in facts if fact.kind == "crew"]
    grids = [_make_crew_grid([fact for fact in crew if fact.get("crew")], subject, width),
             _make_crew_grid([fact for fact in crew if not fact.get("crew")], subject, width)]  # fmt: skip
    found = [grid for grid in grids if grid is not None]
    return Group(*found) if found else None


def _make_crew_grid(facts: Sequence[Fact], subject: str | None, width: int) -> Table | None:
    crews = list(dict.fromkeys(fact.get("crew") for fact in facts))
    crews.sort(key=lambda name: CREWS.index(name) if name in CREWS else len(CREWS))
    if not crews:
        return None
    cells: dict[str, dict[str | None, list[Text]]] = {}
    for fact in facts:
        role = show_text(str(fact.get("role")))
        if fact.subject != subject:
            role = f"{role}, {show_text(fact.subject or '?')}"
        cells.setdefault(role, {}).setdefault(fact.get("crew"), []).append(_show_person(fact, width))
    grid = _make_grid(*(None for _ in range(len(crews) + 1)), gap=3)
    if crews != [None]:
        grid.add_row(Text(""), *(Text(show_name(name), style="dim") for name in crews))
    for role, people in cells.items():
        grid.add_row(Text(role), *(Text("\n").join(people.get(name, [])) for name in crews))
    return grid


def _show_person(fact: Fact, width: int) -> Text:
    person = Text(show_text(str(fact.get("person"))), style="bold")
    seat = fact.get("seat")
    more = [show_text(part) for part in (fact.get("agency"), f"{seat} seat" if seat else None) if part]
    if more:
        person.append(("  " if width >= WIDE else "\n") + ", ".join(more), style="dim not bold")
    return person


def _render_timeline(facts: Sequence[Fact], subject: str | None, width: int) -> RenderableType | None:
    rows = list_events(facts)
    if not rows:
        return None
    wide = width >= WIDE
    heads = ["Date", "UTC", "Local", "Event", "Plan, UTC", *(["Plan, local"] if wide else [])]
    grid = _make_grid(*(None for _ in heads), gap=3 if wide else 1)
    grid.add_row(*(Text(head, style="dim") for head in heads))
    own = [row for row in rows if row.subject == (subject or "")]
    others = [row for row in rows if row.subject != (subject or "")]
    for group, of_others in ((own, False), (others, True)):
        last = ""
        if of_others and group:
            grid.add_row(Text("Other craft", style="dim"))
        for row in group:
            cells = _list_cells(row, of_others)
            last, cells[0] = cells[0].plain, cells[0] if cells[0].plain != last else Text("")
            grid.add_row(*cells[: len(heads)])
    return grid


def _list_cells(row: Row, of_others: bool) -> list[Text]:
    plans = show_plans(row)
    event = Text(show_name(row.event), style="bold" if row.fact else "italic")
    if of_others:
        event.append(f"\n{show_text(row.subject or '?')}", style="dim not bold")
    moment = row.fact
    day = Text(show_date(row.day))
    utc = Text(show_text(moment.utc) if moment else "")
    local = Text(show_text(moment.local) if moment else "", style="dim")
    columns = (Text("\n".join(column)) for column in zip(*plans, strict=True))
    planned, planned_local = (*columns, Text(""), Text(""))[:2]
    planned.stylize("yellow")
    planned_local.stylize("dim")
    if moment is None and not row.plans[0].local:
        planned, planned_local = Text("planned", style="yellow"), Text("")
    return [day, utc, local, event, planned, planned_local]


def _render_orbits(facts: Sequence[Fact]) -> RenderableType | None:
    orbits: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.kind == "orbit":
            orbits.setdefault(str(fact.get("orbit") or ""), []).append(fact)
    if not orbits:
        return None
    grid = _make_grid(None, None)
    grid.columns[0].style = "dim"
    rank = {name: place for place, name in enumerate(PARAMETERS)}
    for name, found in orbits.items():
        found.sort(key=lambda fact: rank.get(str(fact.get("parameter")), len(rank)))
        shown = [f"{show_name(str(fact.get('parameter'))).lower()} {_show_measure(fact)}" for fact in found]
        grid.add_row(Text(show_name(name) or "—"), Text(" · ".join(shown)))
    return grid


def _render_findings(result: Result) -> RenderableType | None:
    if not result.findings and not result.problems:
        return None
    grid = _make_grid(None, None)
    for finding in result.findings:
        body = Text(show_text(finding.message))
        sides = (_quote(result, finding.evidence), _quote(result, finding.against))
        body.append("\n" + "  against  ".join(side for side in sides if side), style="dim")
        grid.add_row(Text(show_text(finding.severity), style=SEVERITIES.get(finding.severity, "")), body)
    for problem in result.problems:
        grid.add_row(Text("problem", style="yellow"), Text(show_text(problem.message)))
    return grid


def _quote(result: Result, evidence: Sequence[Evidence]) -> str:
    """Give the words that prove a side, with their line, longest 60 characters each."""
    spans = {mention.id: (mention.start, mention.end) for mention in result.mentions}
    quotes = []
    for proof in evidence:
        span = spans.get(proof) if isinstance(proof, str) else proof
        if span is not None:
            words = show_text(result.page.text[span[0] : min(span[1], span[0] + 60)])
            quotes.append(f"“{words}” (line {result.page.text.count(chr(10), 0, span[0]) + 1})")
    return ", ".join(quotes)
