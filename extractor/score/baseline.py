"""In: scores of pages and the floors they reached before. Out: what fell below its floor, and new floors."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from extractor.errors import GoldError
from extractor.score.gold import Record, parse_record
from extractor.score.metrics import Score

SCHEMA = "mission-facts-baseline/1"

DIGITS = 4
"""Floors are F1 values cut off after this many digits, so that they compare the same on every machine."""

Floors = dict[str, float]
"""F1 by cell, the cell as text: ``mentions.DATE.strict``, ``facts.event.value``, ``facts.all.value``."""


def measure(gold: Record, score: Score) -> dict[str, Any]:
    """Give a page's entry of the baseline: digests of the page and of its gold, and the F1 of every cell."""
    floors: Floors = {}
    for row in score.rows():
        for level, counts in row.levels.items():
            floors[f"{row.layer}.{row.name}.{level}"] = int(counts.f1 * 10**DIGITS) / 10**DIGITS
    return {"page": gold["page"]["sha256"], "gold": record_digest(gold), "floors": floors}


def record_digest(record: Record) -> str:
    """Give the sha256 of what a gold says, whatever the order of its keys and the layout of its file."""
    said = json.dumps(record, sort_keys=True, separators=(",", ":"))
    return sha256(said.encode("ascii")).hexdigest()


def read_baseline(path: Path) -> dict[str, Any]:
    """Read ``baseline.json``; a file that is not there is a baseline without pages.

    Raises ``GoldError`` for anything but a baseline of this version.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {"schema": SCHEMA, "pages": {}, "lowered": []}
    except OSError as error:
        raise GoldError(f"{path}: cannot be read: {error.strerror}") from error
    baseline = parse_record(data, str(path))
    if baseline.get("schema") != SCHEMA:
        raise GoldError(f"{path}: schema: expected {SCHEMA!r}, found {baseline.get('schema')!a:.60}")
    pages, lowered = baseline.get("pages"), baseline.get("lowered")
    if not isinstance(pages, dict) or not all(_is_entry(entry) for entry in pages.values()):
        raise GoldError(f"{path}: pages: expected for each page its 'page', 'gold' and 'floors'")
    if not isinstance(lowered, list):
        raise GoldError(f"{path}: lowered: expected a list")
    return baseline


def _is_entry(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and all(isinstance(entry.get(key), str) for key in ("page", "gold"))
        and isinstance(entry.get("floors"), dict)
        and all(isinstance(floor, int | float) for floor in entry["floors"].values())
    )


def check_baseline(baseline: Mapping[str, Any], entries: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Name what does not hold: a page without floors, another page or gold than pinned, a cell below its floor.

    ``entries`` are what ``measure`` gives, by page id. An empty list means that all floors hold.
    """
    broken = []
    for page, entry in sorted(entries.items()):
        pinned = baseline["pages"].get(page)
        if pinned is None:
            broken.append(f"{page}: has no floors yet")
            continue
        for part in ("page", "gold"):
            if pinned[part] != entry[part]:
                broken.append(f"{page}: the {part} is not the one that the floors are pinned to")
        for cell, floor, now in _falls(pinned, entry):
            broken.append(f"{page}: {cell}: F1 {now:.4f} is below its floor {floor:.4f}")
    return broken


def _falls(pinned: Mapping[str, Any], entry: Mapping[str, Any]) -> list[tuple[str, float, float]]:
    """Give cell, floor and present F1 where the latter is lower; a cell that is gone has nothing wrong."""
    cells = ((cell, floor, entry["floors"].get(cell, 1.0)) for cell, floor in pinned["floors"].items())
    return [(cell, floor, now) for cell, floor, now in cells if now < floor]


def raise_floors(
    baseline: Mapping[str, Any], entries: Mapping[str, Mapping[str, Any]], allow_lower: str | None = None
) -> dict[str, Any]:
    """Give a baseline with the entries as its new floors; pages that are not among them stay.

    A floor is lowered only with ``allow_lower``, the reason in words, which is kept in the file; without
    it any fall raises ``GoldError``.
    """
    falls = [
        (page, *fall)
        for page, entry in sorted(entries.items())
        for fall in _falls(baseline["pages"].get(page, {"floors": {}}), entry)
    ]
    if falls and not (allow_lower or "").strip():
        listed = "; ".join(f"{page} {cell} {floor:.4f} to {now:.4f}" for page, cell, floor, now in falls[:5])
        more = f" and {len(falls) - 5} more" if len(falls) > 5 else ""
        raise GoldError(f"would lower {listed}{more}; mend the result, or give the reason for lower floors")
    lowered = [
        {"page": page, "cell": cell, "from": floor, "to": now, "reason": allow_lower}
        for page, cell, floor, now in falls
    ]
    pages = {**baseline["pages"], **entries}
    return {
        "schema": SCHEMA,
        "pages": {page: pages[page] for page in sorted(pages)},
        "lowered": [*baseline["lowered"], *lowered],
    }


def write_baseline(path: Path, baseline: Mapping[str, Any]) -> None:
    """Write ``baseline.json`` in one step: a reader sees the old file or the new one. Raises ``GoldError``."""
    draft = path.with_name(path.name + ".part")
    try:
        draft.write_text(json.dumps(baseline, indent=1) + "\n", encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise GoldError(f"{path}: cannot be written: {error.strerror}") from error
