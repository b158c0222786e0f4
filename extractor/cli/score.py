"""In: pages or results, and their gold. Out: precision, recall and F1 by label and kind; each mistake; new floors."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.console import Code, end_batch, guard, open_console, say, warn, warn_all
from extractor.cli.golds import Scoring, make_score_table
from extractor.cli.progress import follow
from extractor.errors import ExtractorError, GoldError
from extractor.model import Problem

if TYPE_CHECKING:
    from extractor.score import Mistake


def add_to(app: typer.Typer) -> None:
    """Add the command ``score``."""
    epilog = "Example: extractor score --errors\n\nExample: extractor score pages/ --gold gold/ --json"
    app.command("score", epilog=epilog)(guard(score))


def score(  # noqa: PLR0913 - the options of a command are its arguments
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            help="Pages, or results (.json) with or without their pages; default: the corpus, and registered pages.",
        ),
    ] = None,
    gold: Annotated[
        Path | None, typer.Option("--gold", metavar="DIR", help="Gold files, named after their pages.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List each miss and false alarm.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: counts and ratios, and the mistakes.")] = False,
    timex: Annotated[
        bool, typer.Option("--timex", help="INPUT is DOCS GOLD, JSON lines of a benchmark of time expressions.")
    ] = False,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Make these F1 values the floors of the gate.")
    ] = False,
    allow_lower: Annotated[
        str | None, typer.Option("--allow-lower", metavar="REASON", help="Let floors sink, for this reason.")
    ] = None,
) -> Code:
    """Score pages against their gold: mentions by label, facts by kind, strict, lenient and by value."""
    if allow_lower is not None and not update_baseline:
        raise typer.BadParameter("belongs to --update-baseline", param_hint="--allow-lower")
    if timex:
        return _score_timexes(inputs or [], errors=errors, as_json=as_json)
    scoring = Scoring.open(gold)
    records = [Path(name) for name in inputs or () if name.endswith(".json")]
    pages = [name for name in inputs or () if not name.endswith(".json")]
    if records:
        _score_records(records, pages, scoring)
    else:
        _score_pages(pages, scoring)
    warn_all(scoring.problems)
    if scoring.total is None:
        warn(f"nothing was scored; the gold of {scoring.folder} belongs to other pages")
        return Code.SKIPPED if scoring.problems else Code.USAGE
    if as_json:
        say(json.dumps(scoring.total.to_dict(), ensure_ascii=False, indent=1))
    else:
        open_console().print(make_score_table(scoring.total))
        for mistake in scoring.total.mistakes if errors else ():
            say(_describe(mistake))
    if update_baseline:
        _update_baseline(scoring, allow_lower)
    return end_batch(scoring.problems)


def _score_timexes(inputs: list[str], *, errors: bool, as_json: bool) -> Code:
    from extractor.cli.timex import score_benchmark

    if len(inputs) != 2:
        raise typer.BadParameter("needs two files: DOCS GOLD", param_hint="--timex")
    return score_benchmark(Path(inputs[0]), Path(inputs[1]), errors=errors, as_json=as_json)


def _score_pages(pages: list[str], scoring: Scoring) -> None:
    """Extract and score pages; without names those that ship, and those of the gold that are registered."""
    from extractor import shipped
    from extractor.batch import extract_pages, find_pages

    sources, problems = find_pages(pages or [str(path) for path in shipped.list_pages()])
    scoring.problems += problems
    for outcome in follow(extract_pages(sources), len(sources)):
        if outcome.problem is not None:
            scoring.problems.append(outcome.problem)
        if not scoring.add(outcome) and outcome.result is not None and pages:
            warn(f"{outcome.source}: has no gold in {scoring.folder}")
    if not pages:
        for entry in shipped.read_manifest():
            if (scoring.folder / f"{entry.id}.json").is_file() and entry.id not in scoring.entries:
                warn(f"{entry.id}: has gold, but its page is not here; see `extractor corpus list`")


def _score_records(records: list[Path], pages: list[str], scoring: Scoring) -> None:
    """Score results as they stand; their pages are ``pages``, those that ship, or where the results say."""
    from extractor import shipped
    from extractor.batch import find_pages
    from extractor.pages import read
    from extractor.score import read_record

    sources, problems = find_pages(pages)
    scoring.problems += problems
    texts = {path.stem: path for path in [*shipped.list_pages(), *map(Path, sources)]}
    for path in records:
        try:
            record = read_record(path)
            page_id, source = record["page"]["id"], record["page"].get("source")
            page = texts.get(page_id) or (Path(source) if isinstance(source, str) else None)
            if page is None:
                raise GoldError(f"{path}: its page is not known; name the page as well")
            scoring.add_record(scoring.folder / f"{page_id}.json", record, read(page).text)
        except ExtractorError as error:
            scoring.problems.append(Problem("gold", str(error), str(path)))


def _describe(mistake: "Mistake") -> str:
    """Give a mistake as one line: where, what, which words, expected and got, and the rule that made it."""
    from extractor.report.plain import show_text

    said = f"expected [{mistake.expected}], got [{mistake.got}]"
    rule = f" by {mistake.rule}" if mistake.rule else ""
    line = f"{mistake.page}:{mistake.line}: {mistake.problem} {mistake.name} “{mistake.text}”: {said}{rule}"
    return show_text(line)


def _update_baseline(scoring: Scoring, allow_lower: str | None) -> None:
    from extractor.score.baseline import raise_floors, read_baseline, write_baseline

    path = scoring.folder / "baseline.json"
    write_baseline(path, raise_floors(read_baseline(path), scoring.entries, allow_lower))
    warn(f"floors of {len(scoring.entries)} pages written to {path}")
