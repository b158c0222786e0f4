import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import GoldError
from extractor.model import Result
from extractor.score import check_record, read_record

Edit = Callable[[dict[str, Any]], object]


def set_mention(**keys: Any) -> Edit:
    return lambda record: record["mentions"][1].update(keys)


def set_fact(**keys: Any) -> Edit:
    return lambda record: record["facts"][1].update(keys)


def set_page(**keys: Any) -> Edit:
    return lambda record: record["page"].update(keys)


FAULTS: list[tuple[str, Edit, str]] = [
    ("schema", lambda r: r.update(schema="mission-facts/9"), "schema: expected 'mission-facts/1'"),
    ("no schema", lambda r: r.pop("schema"), "'schema' is missing"),
    ("page", lambda r: r.update(page=[]), "page: expected an object, found a list"),
    ("length", set_page(length=7), "page.length|outside the page of 7"),
    ("length type", set_page(length=True), "page.length: expected a number, found a truth value"),
    ("sha256", set_page(sha256="0" * 64), "page.sha256: does not fit the page"),
    ("aliases", set_page(aliases=["Heron"]), "page.aliases: expected a list of lists"),
    ("aliases null", set_page(aliases=None), "page.aliases: expected a list of lists"),
    ("mentions", lambda r: r.update(mentions={}), "mentions: expected a list, found an object"),
    ("no facts", lambda r: r.pop("facts"), "'facts' is missing"),
    ("mention", lambda r: r["mentions"].insert(1, "x"), r"mentions\[1\]: expected an object, found a text"),
    ("text", set_mention(text="PST"), r"mentions\[1\]: 'm2' says 'PST', the page has 'EST'"),
    ("reversed", set_mention(start=40, end=30), r"mentions\[1\]: offsets 40-30 are empty or reversed"),
    ("empty span", set_mention(start=40, end=40), "empty or reversed"),
    ("past end", set_mention(end=9999), r"mentions\[1\]: offsets \d+-9999 are outside the page"),
    ("before", set_mention(start=-1), "outside the page"),
    ("offset type", set_mention(start="7"), r"mentions\[1\].start: expected a number, found a text"),
    ("offset float", set_mention(start=7.0), r"mentions\[1\].start: expected a number"),
    ("label", set_mention(label="COLOUR"), r"mentions\[1\].label: unknown label 'COLOUR'"),
    ("no value", lambda r: r["mentions"][1].pop("value"), r"mentions\[1\]: 'value' is missing"),
    ("value type", set_mention(value=["x"]), r"mentions\[1\].value: expected a text, a number or null"),
    ("value too large", set_mention(value=float("inf")), r"mentions\[1\].value: the number is too large"),
    ("duplicate id", set_mention(id="m1"), r"mentions\[1\].id: 'm1' stands twice"),
    ("kind", set_fact(kind="colour"), r"facts\[1\].kind: unknown kind 'colour'"),
    ("fact", lambda r: r["facts"].insert(1, None), r"facts\[1\]: expected an object, found null"),
    ("subject", set_fact(subject=7), r"facts\[1\].subject: expected a text or null"),
    ("no evidence", set_fact(evidence=[]), r"facts\[1\].evidence: a fact needs evidence"),
    ("evidence type", set_fact(evidence="m1"), r"facts\[1\].evidence: expected a list, found a text"),
    ("evidence id", set_fact(evidence=["m99"]), r"facts\[1\].evidence\[0\]: no mention has the id 'm99'"),
    ("evidence span", set_fact(evidence=[[9, 5]]), r"facts\[1\].evidence\[0\]: offsets 9-5"),
    ("evidence shape", set_fact(evidence=[[9]]), "expected the id of a mention or"),
    ("newline", set_mention(label="A\nB"), r"unknown label 'A\\nB'"),
]


@pytest.mark.parametrize(("edit", "message"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_record_that_does_not_fit_is_refused_in_one_line(flight: Result, edit: Edit, message: str) -> None:
    record = copy.deepcopy(flight.to_dict())
    check_record(record, flight.page.text, "kestrel.json", is_gold=True)
    edit(record)
    with pytest.raises(GoldError, match=message) as refusal:
        check_record(record, flight.page.text, "kestrel.json", is_gold=True)
    assert str(refusal.value).startswith("kestrel.json: ")
    assert "\n" not in str(refusal.value)


def test_a_result_may_hold_further_labels_and_kinds(flight: Result) -> None:
    record = copy.deepcopy(flight.to_dict())
    record["mentions"][1]["label"] = "QUANTITY"
    record["facts"][1].update(kind="colour", evidence=[])
    check_record(record, flight.page.text)


FILES: list[tuple[str, bytes, str]] = [
    ("bad JSON", b'{\n "schema": }', "line 2, column 12"),
    ("NaN", b'{"value": NaN}', "NaN is no JSON number"),
    ("infinity", b'{"value": -Infinity}', "-Infinity is no JSON number"),
    ("duplicate key", b'{"id": "m7", "start": 1, "start": 2}', "key 'start' stands twice"),
    ("empty", b"", "empty"),
    ("blank", b" \n", "empty"),
    ("list", b"[]", "expected a mission-facts/1 object, found a list"),
    ("latin", b'{"a": "\xe9"}', "byte 7: not UTF-8"),
    ("UTF-16", '{"a": "b"}'.encode("utf-16"), "byte 0: not UTF-8"),
    ("UTF-16 without mark", '{"a": "b"}'.encode("utf-16-le"), "line 1, column 2"),
    ("deep list", b"[" * 100_000, "nested too deeply"),
    ("deep object", b'{"a":' * 100_000, "nested too deeply"),
    ("huge whole number", b'{"a": ' + b"9" * 5000 + b"}", "a number of 5,000 digits"),
]


@pytest.mark.parametrize(("data", "message"), [f[1:] for f in FILES], ids=[f[0] for f in FILES])
def test_a_broken_file_is_refused_in_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(data)
    with pytest.raises(GoldError, match=message) as refusal:
        read_record(path)
    assert str(refusal.value).startswith(f"{path}: ")
    assert "\n" not in str(refusal.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(GoldError, match="cannot be read"):
            read_record(path)


def test_a_file_that_is_far_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(GoldError, match="larger than"):
        read_record(path)


def test_a_result_written_to_a_file_is_read_back(tmp_path: Path, flight: Result) -> None:
    path = tmp_path / "kestrel.json"
    path.write_text(flight.to_json(), encoding="utf-8")
    record = read_record(path)
    assert record == json.loads(flight.to_json())
    check_record(record, flight.page.text, is_gold=True)
