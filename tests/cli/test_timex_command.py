"""In: texts. Out: what ``extractor timex`` prints of them, and how a benchmark is scored."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from extractor.cli import app

TEXT = "It began on May 5, 1871 & ended <two days later>.\n"


def run(*arguments: str, text: str | None = None) -> str:
    done = CliRunner().invoke(app, arguments, input=text)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_json_lines_give_one_expression_each() -> None:
    found = [json.loads(line) for line in run("timex", text=TEXT).splitlines()]
    assert [(item["text"], item["type"], item["value"]) for item in found] == [
        ("May 5, 1871", "DATE", "1871-05-05"),
        ("two days later", "DATE", "1871-05-07"),
    ]
    assert found[0]["text"] == TEXT[found[0]["start"] : found[0]["end"]]


def test_timeml_is_xml_that_holds_the_text(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(TEXT, encoding="utf-8")
    root = ElementTree.fromstring(run("timex", "--format", "timeml", "--reference-date", "1871-06-01", str(page)))
    body = root.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == TEXT
    assert [tag.get("value") for tag in body.iter("TIMEX3")] == ["1871-05-05", "1871-05-07"]
    assert next(tag.get("functionInDocument") for tag in root.iter("TIMEX3")) == "CREATION_TIME"


@pytest.mark.parametrize("day", ["May", "2020-12-01garbage", "2020-12-011", "2020-02-30", ""])
def test_a_reference_date_that_is_none_is_refused_in_one_line(day: str) -> None:
    done = CliRunner().invoke(app, ["timex", "--reference-date", day], input=TEXT)
    assert done.exit_code == 2
    assert done.stderr == f"extractor: --reference-date {day}: is no date; write it like 1969-07-16\n"


@pytest.mark.parametrize(
    ("created", "says"), [("1871-06-01T10:00:00", ""), ("June", "a: creation time June: is no date")]
)
def test_a_document_s_creation_time_may_go_on_with_a_clock(tmp_path: Path, created: str, says: str) -> None:
    docs, gold = tmp_path / "docs.jsonl", tmp_path / "gold.jsonl"
    docs.write_text(json.dumps({"doc": "a", "dct": created, "text": "It rose yesterday."}), encoding="utf-8")
    gold.write_text(json.dumps({"doc": "a", "start": 8, "end": 17, "type": "DATE", "value": "1871-05-31"}), "utf-8")
    done = CliRunner().invoke(app, ["score", "--timex", "--json", str(docs), str(gold)])
    assert says in done.stderr
    assert done.exit_code == (2 if says else 0)
    assert says or json.loads(done.stdout)["value"]["recall"] == 1


@pytest.mark.parametrize("option", ["--json", "--errors"])
def test_a_benchmark_is_scored(tmp_path: Path, option: str) -> None:
    docs, gold = tmp_path / "docs.jsonl", tmp_path / "gold.jsonl"
    docs.write_text(json.dumps({"doc": "a", "dct": "1871-06-01", "text": TEXT}), encoding="utf-8")
    record = {"doc": "a", "start": 12, "end": 23, "type": "DATE", "value": "1871-05-06", "mod": ""}
    gold.write_text(json.dumps(record), encoding="utf-8")
    shown = run("score", "--timex", option, str(docs), str(gold))
    if option == "--json":
        assert json.loads(shown)["strict"]["recall"] == 1
        assert json.loads(shown)["value"]["recall"] == 0
    else:
        assert "expected [DATE 1871-05-06], got [DATE 1871-05-05]" in shown


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["timex", "nosuch.txt"], "nosuch.txt: no such file"),
        (["timex", "."], "is a folder"),
        (["score", "--timex", "docs.jsonl"], "needs two files"),
        (["score", "--timex", "nosuch.jsonl", "gold.jsonl"], "nosuch.jsonl: cannot be read"),
        (["score", "--timex", "docs.jsonl", "docs.jsonl"], "docs.jsonl:1: needs doc, start, end and type"),
    ],
    ids=str,
)
def test_what_cannot_be_read_is_told_by_name(
    arguments: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("docs.jsonl").write_text(json.dumps({"doc": "a", "text": TEXT}), encoding="utf-8")
    Path("gold.jsonl").touch()
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 2
    assert says in done.stderr
    assert done.stdout == ""
