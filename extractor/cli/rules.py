"""In: nothing. Out: every rule with its label, its examples, and how often it hits on the corpus."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from extractor.cli.console import Code, guard, open_console, warn
from extractor.cli.progress import follow

_FOLDERS = ("mentions/kinds/*.toml", "timex/kinds/*.toml", "facts/**/*.toml")
"""Where the package keeps its rules."""


def add_to(app: typer.Typer) -> None:
    """Add the command ``rules``."""
    app.command("rules", epilog="Example: extractor rules --unused")(guard(rules))


def rules(
    unused: Annotated[bool, typer.Option("--unused", help="Only rules that the corpus never hits.")] = False,
) -> Code:
    """List the rules: id, label or kind, examples and counter-examples, and how often each hits on the corpus."""
    from rich.table import Table
    from rich.text import Text

    hits = _count_hits()
    table = Table(box=None, padding=(0, 1), header_style="dim")
    for head in ("rule", "label or kind"):
        table.add_column(head)
    for head in ("examples", "counter", "hits"):
        table.add_column(head, justify="right")
    declared = _list_rules()
    for name, label, examples, counter in declared:
        count = sum(hits[hit] for hit in hits if hit[0] == name)
        if not (unused and count):
            table.add_row(Text(name), Text(label), str(examples), str(counter), str(count))
    known = {name for name, *_ in declared}
    for (name, label), count in () if unused else sorted(hits.items()):
        if name not in known:
            table.add_row(Text(name), Text(label), "", "", str(count))
    open_console().print(table)
    return Code.OK


def _list_rules() -> list[tuple[str, str, int, int]]:
    """Give id, label or kind, and the numbers of examples and counter-examples of every rule kept as data."""
    found: dict[str, tuple[str, int, int]] = {}
    package = Path(__file__).parent.parent
    for path in [path for folder in _FOLDERS for path in sorted(package.glob(folder))]:
        for table, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for entry in entries if isinstance(entries, list) else ():
                name = _name_rule(table, entry) if isinstance(entry, dict) else None
                if name is not None:
                    label = table if "id" not in entry else str(entry.get("label") or path.stem)
                    _, examples, counter = found.get(name, ("", 0, 0))
                    examples += len(entry.get("examples", ()))
                    found[name] = (label, examples, counter + len(entry.get("counter", ())))
    return [(name, *counts) for name, counts in found.items()]


def _name_rule(table: str, entry: Mapping[str, Any]) -> str | None:
    """Give the id of a rule; the blocks of one event are one rule. ``None`` for what is no rule."""
    return f"event.{entry['name']}" if table == "event" else entry.get("id")


def _count_hits() -> Counter[tuple[str, str]]:
    """Count mentions, facts and time expressions by rule and label or kind, over pages that ship or are registered.

    Of the time expressions only those count that the mentions' own rules do not give.
    """
    from extractor import shipped, timexes
    from extractor.batch import extract_pages

    pages = [str(path) for path in shipped.list_pages()]
    own = {path.stem for path in (Path(__file__).parent.parent / "timex" / "kinds").glob("*.toml")}
    hits: Counter[tuple[str, str]] = Counter()
    for outcome in follow(extract_pages(pages), len(pages)):
        if outcome.result is None:
            warn(outcome.problem.message if outcome.problem else outcome.source)
            continue
        hits.update((mention.rule, mention.label) for mention in outcome.result.mentions)
        hits.update((fact.rule, fact.kind) for fact in outcome.result.facts)
        times = timexes(outcome.result.page.text)
        hits.update((timex.rule, timex.type) for timex in times if timex.rule.partition(".")[0] in own)
    return hits
