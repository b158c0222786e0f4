"""In: nothing. Out: the frozen types that every room passes on: pages, mentions, facts, findings, results."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from extractor.values import json_number
from extractor.vocabulary import Words

SCHEMA = "mission-facts/1"


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be done for one page: never a reason to stop the others."""

    code: str
    message: str
    source: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON shape."""
        return {"code": self.code, "message": self.message, "source": self.source}


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines with one role, as half-open character offsets of the page text.

    ``role`` is one of: ``title``, ``heading``, ``paragraph``, ``list_item``, ``label_value``, ``table_row``,
    ``caption``, ``schedule``, ``quote``, ``header`` (mail and news heads), ``boilerplate``, ``reference``,
    ``category``, ``footer``. ``section`` is the index in ``Page.blocks`` of the heading that rules this block,
    or ``None`` before the first heading. ``label`` holds the offsets of the label of a ``label_value`` line.
    """

    start: int
    end: int
    role: str
    section: int | None = None
    label: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a whole line where lines are no prose; ``block`` is an index in ``Page.blocks``."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the rules see it. Offsets anywhere in a result count the code points of ``text``."""

    id: str
    text: str
    sha256: str
    source: str | None = None
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    words: Words = field(default=Words(), repr=False)
    """Every run of letters and digits: start, end, lower-cased text. One scan that all vocabularies look up."""
    problems: tuple[Problem, ...] = ()
    """What went wrong while reading, short of refusing the page (a guessed encoding)."""


PUBLISHED, UPDATED = "day-of-page", "last-change"
"""The rules of an ``Origin`` of the date at a page's head that it was written on, or elsewhere that it last changed."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an inherited part of a value came from: the part, the characters that gave it, and the rule.

    ``part`` is ``year``, ``month``, ``day``, ``date``, ``zone`` or ``meridiem``; ``start``/``end`` are ``None``
    when the part follows from the page as a whole. Of the date on which the page itself was written, ``part`` is
    ``page`` and the rule ``PUBLISHED`` or ``UPDATED``.
    """

    part: str
    rule: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression on the page with its normalised value (ANNOTATION, Mentions).

    ``value`` is canonical text (ISO 8601, an offset, a role) or, for quantities, the number as said.
    """

    id: str
    start: int
    end: int
    text: str
    label: str
    value: str | Decimal | None
    rule: str
    unit: str | None = None
    mod: str | None = None
    zone: str | None = None
    origins: tuple[Origin, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON shape of ``mission-facts/1``; keys that hold nothing are left out."""
        record: dict[str, Any] = {
            "id": self.id, "start": self.start, "end": self.end, "text": self.text, "label": self.label,
            "value": json_number(self.value) if isinstance(self.value, Decimal) else self.value,
        }  # fmt: skip
        optional = {"unit": self.unit, "mod": self.mod, "zone": self.zone}
        record |= {key: value for key, value in optional.items() if value is not None}
        record["rule"] = self.rule
        if self.origins:
            record["origins"] = [{"part": o.part, "rule": o.rule, "start": o.start, "end": o.end} for o in self.origins]
        return record

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> "Mention":
        """Make the mention that ``to_dict`` wrote."""
        origins = tuple(Origin(o["part"], o["rule"], o["start"], o["end"]) for o in record.get("origins", ()))
        value = record["value"]
        return cls(
            record["id"],
            record["start"],
            record["end"],
            record["text"],
            record["label"],
            value if value is None or isinstance(value, str) else Decimal(repr(value)),
            record["rule"],
            record.get("unit"),
            record.get("mod"),
            record.get("zone"),
            origins,
        )


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression in TimeML's conventions (TIMEX3): half-open character offsets, type, value, modifier.

    ``type`` is ``DATE``, ``TIME``, ``DURATION`` or ``SET``; ``value`` is empty where nothing is known of it.
    ``rule`` is the id of the rule that found it, empty where another system did.
    """

    start: int
    end: int
    type: str
    value: str
    mod: str | None = None
    rule: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Give the fields by name; an absent modifier is ``null``."""
        return {"start": self.start, "end": self.end, "type": self.type, "value": self.value, "mod": self.mod}


Evidence = str | tuple[int, int]
"""What proves a fact: the id of a mention, or a half-open span of the page text."""


def read_evidence(record: Sequence[Any]) -> tuple[Evidence, ...]:
    """Read evidence from its JSON shape: ids as they are, spans as pairs."""
    return tuple(item if isinstance(item, str) else (item[0], item[1]) for item in record)


def write_evidence(evidence: tuple[Evidence, ...]) -> list[Any]:
    """Write evidence in its JSON shape."""
    return [list(item) if isinstance(item, tuple) else item for item in evidence]


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim of the page (ANNOTATION, Facts).

    ``attributes`` holds the fields of the kind: ``event``, ``status``, ``value`` and so on.
    ``trigger`` is the span of the words that made the rule fire.
    """

    kind: str
    subject: str | None
    attributes: Mapping[str, str | Decimal]
    evidence: tuple[Evidence, ...]
    rule: str
    trigger: tuple[int, int] | None = None

    def get(self, name: str) -> Any:
        """Give one attribute, or ``None`` where the page does not say it."""
        return self.attributes.get(name)

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON shape of ``mission-facts/1``."""
        record: dict[str, Any] = {"kind": self.kind, "subject": self.subject}
        for name, value in self.attributes.items():
            record[name] = json_number(value) if isinstance(value, Decimal) else value
        record["evidence"] = write_evidence(self.evidence)
        record["rule"] = self.rule
        if self.trigger is not None:
            record["trigger"] = list(self.trigger)
        return record

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> "Fact":
        """Make the fact that ``to_dict`` wrote."""
        own = {"kind", "subject", "evidence", "rule", "trigger"}
        attributes = {
            name: Decimal(repr(value)) if isinstance(value, int | float) else value
            for name, value in record.items()
            if name not in own
        }
        trigger = record.get("trigger")
        return cls(
            record["kind"],
            record["subject"],
            attributes,
            read_evidence(record["evidence"]),
            record["rule"],
            (trigger[0], trigger[1]) if trigger else None,
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about the page's claims that does not fit together.

    ``check`` is the id of the check, ``severity`` is ``info``, ``warning`` or ``error``, ``message`` a sentence
    that a person understands; ``evidence`` proves one side and ``against`` the other.
    """

    check: str
    severity: str
    message: str
    evidence: tuple[Evidence, ...]
    against: tuple[Evidence, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON shape: the fields by name, spans as lists."""
        return {
            "check": self.check, "severity": self.severity, "message": self.message,
            "evidence": write_evidence(self.evidence),
            "against": write_evidence(self.against),
        }  # fmt: skip

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> "Finding":
        """Make the finding that ``to_dict`` wrote."""
        evidence, against = read_evidence(record["evidence"]), read_evidence(record["against"])
        return cls(record["check"], record["severity"], record["message"], evidence, against)


@dataclass(frozen=True, slots=True)
class Result:
    """All that one page gave, in reading order."""

    page: Page
    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the ``mission-facts/1`` record of the page (ANNOTATION), with findings and problems beside it."""
        page = {"id": self.page.id, "sha256": self.page.sha256, "length": len(self.page.text)}
        if self.page.source is not None:
            page["source"] = self.page.source
        record: dict[str, Any] = {
            "schema": SCHEMA,
            "page": page,
            "mentions": [m.to_dict() for m in self.mentions],
            "facts": [f.to_dict() for f in self.facts],
        }
        if self.findings:
            record["findings"] = [f.to_dict() for f in self.findings]
        if self.problems:
            record["problems"] = [p.to_dict() for p in self.problems]
        return record

    def to_json(self) -> str:
        """Give the record as JSON text, one mention or fact a line, so that results diff well."""
        record = self.to_dict()
        lines = []
        for key, value in record.items():
            if isinstance(value, list):
                rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in value)
                lines.append(f"{json.dumps(key)}: [\n{rows}\n]" if rows else f"{json.dumps(key)}: []")
            else:
                lines.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
        return "{" + ",\n".join(lines) + "}\n"
