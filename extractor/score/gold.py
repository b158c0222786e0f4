"""In: a gold or result file. Out: its checked ``mission-facts/1`` record, or one line that says what is wrong."""

import json
import math
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

from extractor.errors import GoldError
from extractor.model import SCHEMA
from extractor.values import KINDS, LABELS

MAX_BYTES = 50_000_000
"""A record of a page of 2 million characters stays far below this."""

MAX_DIGITS = 400
"""More than any whole number that a float can hold."""

Record = dict[str, Any]


def read_record(path: Path) -> Record:
    """Read a ``mission-facts/1`` file and check its form; the page's text is checked by ``check_record``.

    Raises ``GoldError`` with path and place for anything that no scorer should guess at: broken JSON, NaN,
    duplicate keys or ids, text that is not UTF-8, wrong types, offsets that cannot be.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise GoldError(f"{path}: larger than {MAX_BYTES:,} bytes; a page's record is far smaller")
        data = path.read_bytes()
    except OSError as error:
        raise GoldError(f"{path}: cannot be read: {error.strerror}") from error
    record = parse_record(data, str(path))
    check_form(record, str(path))
    return record


def parse_record(data: bytes, name: str) -> Record:
    """Decode the JSON object of a record; ``name`` is the file in the error's message."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise GoldError(f"{name}: byte {error.start}: not UTF-8; save the file as UTF-8") from None
    if not text.strip():
        raise GoldError(f"{name}: empty; expected a {SCHEMA} object")
    try:
        record = json.loads(text, object_pairs_hook=_object, parse_int=_whole, parse_constant=_constant)
    except json.JSONDecodeError as error:
        raise GoldError(f"{name}: line {error.lineno}, column {error.colno}: {error.msg}") from None
    except RecursionError:
        raise GoldError(f"{name}: nested too deeply; a record has four levels") from None
    except ValueError as error:
        raise GoldError(f"{name}: {error}") from None
    if not isinstance(record, dict):
        raise GoldError(f"{name}: expected a {SCHEMA} object, found {_type(record)}")
    return record


def _object(pairs: list[tuple[str, Any]]) -> Record:
    found: Record = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"key {key!a} stands twice in one object, beside {_first(found)}")
        found[key] = value
    return found


def _first(found: Record) -> str:
    key, value = next(iter(found.items()))
    return f"{key!a}: {value!a:.40}"


def _whole(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise ValueError(f"a number of {len(digits):,} digits; {MAX_DIGITS} are the most")
    return int(digits)


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number; write null where there is no value")


def _type(value: Any) -> str:
    return {dict: "an object", list: "a list", str: "a text", bool: "a truth value", type(None): "null"}.get(
        type(value), "a number"
    )


class _Place:
    """A place in a record; ``fail`` raises the one-line error that names it."""

    def __init__(self, name: str, path: str = "") -> None:
        self.name = name
        self.path = path

    def __truediv__(self, key: str | int) -> "_Place":
        step = f"[{key}]" if isinstance(key, int) else f".{key}" if self.path else key
        return _Place(self.name, self.path + step)

    def fail(self, message: str) -> NoReturn:
        where = f" {self.path}:" if self.path else ""
        raise GoldError(f"{self.name}:{where} {message}")

    def need(self, holder: Mapping[str, Any], key: str, kind: type) -> Any:
        if key not in holder:
            self.fail(f"{key!a} is missing")
        value = holder[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            (self / key).fail(f"expected {_type(kind())}, found {_type(value)}")
        return value


def check_form(record: Record, name: str = "record", is_gold: bool = False) -> None:
    """Check a record by itself: keys, types, ids, offsets in order and inside the page's length.

    With ``is_gold`` the labels and kinds must be those of ANNOTATION, and each fact must have evidence; a
    result may hold further ones, which scoring leaves aside. Raises ``GoldError``.
    """
    top = _Place(name)
    if top.need(record, "schema", str) != SCHEMA:
        (top / "schema").fail(f"expected {SCHEMA!r}, found {record['schema']!a:.60}")
    page = top.need(record, "page", dict)
    length = (top / "page").need(page, "length", int)
    for key in ("id", "sha256"):
        (top / "page").need(page, key, str)
    _check_aliases(page.get("aliases", []), top / "page" / "aliases")
    ids: set[str] = set()
    for i, mention in enumerate(top.need(record, "mentions", list)):
        _check_mention(mention, top / "mentions" / i, length)
        if mention["id"] in ids:
            (top / "mentions" / i / "id").fail(f"{mention['id']!a} stands twice")
        ids.add(mention["id"])
        if is_gold and mention["label"] not in LABELS:
            (top / "mentions" / i / "label").fail(f"unknown label {mention['label']!a:.40}")
    for i, fact in enumerate(top.need(record, "facts", list)):
        _check_fact(fact, top / "facts" / i, length, ids)
        if is_gold and fact["kind"] not in KINDS:
            (top / "facts" / i / "kind").fail(f"unknown kind {fact['kind']!a:.40}")
        if is_gold and not fact.get("evidence"):
            (top / "facts" / i / "evidence").fail("a fact needs evidence")


def _check_aliases(aliases: Any, place: _Place) -> None:
    good = isinstance(aliases, list) and all(
        isinstance(group, list) and all(isinstance(name, str) for name in group) for group in aliases
    )
    if not good:
        place.fail("expected a list of lists of names")


def _check_mention(mention: Any, place: _Place, length: int) -> None:
    if not isinstance(mention, dict):
        place.fail(f"expected an object, found {_type(mention)}")
    for key in ("id", "text", "label"):
        place.need(mention, key, str)
    start, end = place.need(mention, "start", int), place.need(mention, "end", int)
    _check_span(start, end, length, place)
    if "value" not in mention:
        place.fail("'value' is missing; null stands for a value that cannot be told")
    _check_scalars(mention, place, {"origins"})


def _check_span(start: int, end: int, length: int, place: _Place) -> None:
    if start < 0 or end > length:
        place.fail(f"offsets {start}-{end} are outside the page of {length} characters")
    if start >= end:
        place.fail(f"offsets {start}-{end} are empty or reversed")


def _check_scalars(item: Record, place: _Place, except_keys: set[str]) -> None:
    for key, value in item.items():
        if key in except_keys:
            continue
        if isinstance(value, dict | list):
            (place / key).fail(f"expected a text, a number or null, found {_type(value)}")
        if isinstance(value, float) and not math.isfinite(value):
            (place / key).fail("the number is too large")


def _check_fact(fact: Any, place: _Place, length: int, ids: set[str]) -> None:
    if not isinstance(fact, dict):
        place.fail(f"expected an object, found {_type(fact)}")
    place.need(fact, "kind", str)
    _check_scalars(fact, place, {"evidence", "trigger"})
    if not isinstance(fact.get("subject"), str | None):
        (place / "subject").fail(f"expected a text or null, found {_type(fact['subject'])}")
    evidence = fact.get("evidence", [])
    if not isinstance(evidence, list):
        (place / "evidence").fail(f"expected a list, found {_type(evidence)}")
    for i, proof in enumerate(evidence):
        _check_proof(proof, place / "evidence" / i, length, ids)


def _check_proof(proof: Any, place: _Place, length: int, ids: set[str]) -> None:
    if isinstance(proof, str):
        if proof not in ids:
            place.fail(f"no mention has the id {proof!a:.40}")
    elif isinstance(proof, list) and len(proof) == 2 and all(type(offset) is int for offset in proof):
        _check_span(proof[0], proof[1], length, place)
    else:
        place.fail("expected the id of a mention or [start, end]")


def check_record(record: Record, text: str, name: str = "record", is_gold: bool = False) -> None:
    """Check a record against the text of its page: form, length, sha256, and each mention's words.

    Raises ``GoldError``; its message names the place.
    """
    check_form(record, name, is_gold)
    page, top = record["page"], _Place(name)
    if page["length"] != len(text):
        (top / "page" / "length").fail(f"{page['length']}, but the page has {len(text)} characters")
    if page["sha256"] != text_digest(text):
        (top / "page" / "sha256").fail("does not fit the page; the text has changed or is another page's")
    _check_words(record["mentions"], text, top / "mentions")


def text_digest(text: str) -> str:
    """Give the sha256 of a page's text in UTF-8, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _check_words(mentions: Sequence[Record], text: str, place: _Place) -> None:
    for i, mention in enumerate(mentions):
        there = text[mention["start"] : mention["end"]]
        if mention["text"] != there:
            (place / i).fail(f"{mention['id']!a:.40} says {mention['text']!a:.60}, the page has {there!a:.60}")
