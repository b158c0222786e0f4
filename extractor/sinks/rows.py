"""In: the result of one page. Out: its rows for every table, as plain values under deterministic keys."""

import hashlib
import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from extractor.model import Evidence, Fact, Finding, Mention, Problem, Result
from extractor.values import json_number, to_utc

Row = dict[str, Any]

ASPECTS = {"event": "event", "orbit": "parameter", "mass": "of", "duration": "of", "crew": "role",
           "designation": "scheme"}  # fmt: skip
"""The attribute that says, within a kind, what a fact is about: the column ``aspect``."""

VALUES = {"crew": "person"}
"""The attribute that is the value of a fact, where that is not ``value``."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one page by table; ``page`` is one row, the others come in reading order."""

    page: Row
    mention: list[Row] = field(default_factory=list)
    fact: list[Row] = field(default_factory=list)
    finding: list[Row] = field(default_factory=list)
    evidence: list[Row] = field(default_factory=list)
    problem: list[Row] = field(default_factory=list)


def make_key(*parts: object) -> str:
    """Give the key of a row: 24 hexadecimal digits of a hash of what the row says."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def clean_text(text: str) -> str:
    """Replace what no database stores (NUL, lone surrogates) one for one, so that offsets still count."""
    return _UNSTORABLE.sub("\ufffd", text)


def _clean(text: str | None) -> str | None:
    return None if text is None else clean_text(text)


def make_rows(result: Result, run_id: str) -> Rows:
    """Turn the result of one page into rows; ``run_id`` is the key of the run that found them."""
    page = result.page
    record = result.to_dict()
    record["page"].pop("source", None)
    digest = make_key(json.dumps(record, ensure_ascii=False))
    page_id = make_key("page", page.id, page.sha256)
    row = {
        "id": page_id, "run_id": run_id, "name": clean_text(page.id), "sha256": page.sha256,
        "length": len(page.text), "source": _clean(page.source), "digest": digest, "text": clean_text(page.text),
    }  # fmt: skip
    rows = Rows(row)
    keys = _Keys(page_id)
    rows.mention.extend(_mention_row(mention, keys) for mention in result.mentions)
    proofs = _Proofs(page_id, rows.page["text"], dict(zip((m.id for m in result.mentions), rows.mention, strict=True)))
    for position, fact in enumerate(result.facts):
        row = _fact_row(fact, position, keys)
        rows.fact.append(row)
        rows.evidence.extend(proofs.list_rows({"fact_id": row["id"], "finding_id": None}, "for", fact.evidence))
    for position, finding in enumerate(result.findings):
        row = _finding_row(finding, position, keys)
        rows.finding.append(row)
        owner = {"fact_id": None, "finding_id": row["id"]}
        rows.evidence.extend(proofs.list_rows(owner, "for", finding.evidence))
        rows.evidence.extend(proofs.list_rows(owner, "against", finding.against))
    for problem in result.problems:
        key = keys.make("problem", problem.code, problem.message)
        rows.problem.append({**problem_row(problem, run_id), "id": key, "page_id": page_id})
    return rows


def problem_row(problem: Problem, run_id: str) -> Row:
    """Turn a problem into a row that belongs to a run, and to no page as yet."""
    return {
        "id": make_key("problem", run_id, problem.source, problem.code, problem.message),
        "run_id": run_id, "page_id": None, "code": problem.code, "message": clean_text(problem.message),
        "source": _clean(problem.source),
    }  # fmt: skip


class _Keys:
    """Hands out the keys of one page's rows; what is said twice in the same words gets a number."""

    def __init__(self, page_id: str) -> None:
        self.page_id = page_id
        self._seen: Counter[str] = Counter()

    def make(self, *parts: object) -> str:
        key = make_key(self.page_id, *parts)
        self._seen[key] += 1
        return key if self._seen[key] == 1 else make_key(key, self._seen[key])


class _Proofs:
    """Turns evidence of one page into rows, with the characters it points at."""

    def __init__(self, page_id: str, text: str, mentions: dict[str, Row]) -> None:
        self.page_id, self.text, self.mentions = page_id, text, mentions

    def list_rows(self, owner: Row, side: str, evidence: Iterable[Evidence]) -> list[Row]:
        rows = []
        for position, proof in enumerate(evidence):
            mention = self.mentions.get(proof) if isinstance(proof, str) else None
            if mention is not None:
                start, end = mention["start_char"], mention["end_char"]
            elif isinstance(proof, tuple):
                start, end = proof
            else:
                continue
            key = make_key("evidence", owner["fact_id"] or owner["finding_id"], side, position)
            rows.append({
                "id": key, "page_id": self.page_id, **owner, "side": side, "position": position,
                "mention_id": mention["id"] if mention else None, "start_char": start, "end_char": end,
                "text": self.text[start:end],
            })  # fmt: skip
        return rows


def _mention_row(mention: Mention, keys: _Keys) -> Row:
    value, number = _value_columns(mention.value)
    origins = [{"part": o.part, "rule": o.rule, "start": o.start, "end": o.end} for o in mention.origins]
    key = keys.make("mention", mention.start, mention.end, mention.label, mention.rule)
    return {
        "id": key, "page_id": keys.page_id, "name": mention.id, "start_char": mention.start,
        "end_char": mention.end, "text": clean_text(mention.text), "label": mention.label, "value": value,
        "number": number, "unit": mention.unit, "mod": mention.mod, "zone": mention.zone,
        "utc": to_utc(value or ""), "rule": mention.rule, "origins": origins,
    }  # fmt: skip


def _fact_row(fact: Fact, position: int, keys: _Keys) -> Row:
    attributes = {
        name: json_number(value) if isinstance(value, Decimal) else clean_text(value)
        for name, value in fact.attributes.items()
    }
    value, number = _value_columns(fact.get(VALUES.get(fact.kind, "value")))
    start, _, end = (value or "").partition("/")
    trigger = fact.trigger or (None, None)
    content = json.dumps(attributes, sort_keys=True, ensure_ascii=False)
    return {
        "id": keys.make("fact", fact.kind, fact.subject, content, fact.rule), "page_id": keys.page_id,
        "position": position, "kind": fact.kind, "subject": _clean(fact.subject),
        "aspect": attributes.get(ASPECTS.get(fact.kind, "")), "status": attributes.get("status"), "value": value,
        "number": number, "unit": attributes.get("unit"), "mod": attributes.get("mod"), "utc": to_utc(start),
        "utc_end": to_utc(end), "attributes": attributes, "rule": fact.rule, "trigger_start": trigger[0],
        "trigger_end": trigger[1],
    }  # fmt: skip


def _finding_row(finding: Finding, position: int, keys: _Keys) -> Row:
    proofs = (finding.evidence, finding.against)
    return {
        "id": keys.make("finding", finding.check, finding.message, proofs), "page_id": keys.page_id,
        "position": position, "rule": finding.check, "severity": finding.severity,
        "message": clean_text(finding.message),
    }  # fmt: skip


def _value_columns(value: str | Decimal | None) -> tuple[str | None, float | None]:
    """Give a value as text, and as a number where it is one that a database holds."""
    if isinstance(value, Decimal):
        number = float(value)
        return str(value), number if math.isfinite(number) else None
    return _clean(value), None
