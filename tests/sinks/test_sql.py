"""In: small results. Out: what a SQLite file holds after they are stored."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from extractor.errors import SinkError
from extractor.model import Fact, Mention, Page, Problem, Result
from extractor.sinks import open_sink


def store(path: Path, *results: Result, problem: Problem | None = None) -> list[bool]:
    with open_sink(f"sqlite:///{path}") as sink:
        sink.begin("0.1.0", [result.page.id for result in results])
        written = [sink.write(result) for result in results]
        if problem is not None:
            sink.record(problem)
        sink.finish(len(results), 0 if problem is None else 1)
    return written


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def ask(path: Path, query: str) -> list[dict[str, object]]:
    with opened(path) as connection:
        return [dict(row) for row in connection.execute(query)]


def test_every_table_has_the_rows_of_the_page(tmp_path: Path, flight: Result) -> None:
    store(tmp_path / "facts.db", flight)
    counts = {
        table: ask(tmp_path / "facts.db", f"SELECT count(*) AS n FROM {table}")[0]["n"]
        for table in ("run", "page", "mention", "fact", "evidence", "finding", "problem")
    }
    assert counts == {"run": 1, "page": 1, "mention": 6, "fact": 6, "evidence": 11, "finding": 1, "problem": 1}


def test_foreign_keys_hold_and_evidence_points_at_its_own_characters(tmp_path: Path, flight: Result) -> None:
    path = tmp_path / "facts.db"
    store(path, flight)
    assert ask(path, "PRAGMA foreign_key_check") == []
    rows = ask(
        path,
        "SELECT evidence.text AS quote, substr(page.text, start_char + 1, end_char - start_char) AS found "
        "FROM evidence JOIN page ON page.id = evidence.page_id",
    )
    assert all(row["quote"] == row["found"] for row in rows)
    sides = ask(path, "SELECT side, text FROM evidence WHERE finding_id IS NOT NULL ORDER BY side DESC")
    assert [(row["side"], row["text"]) for row in sides] == [("for", "9:05 p.m."), ("against", "9:00 p.m.")]


def test_launches_show_plan_and_fact_in_local_time_and_utc_with_the_vehicle(tmp_path: Path, flight: Result) -> None:
    store(tmp_path / "facts.db", flight)
    rows = ask(tmp_path / "facts.db", "SELECT status, local, utc, vehicle, site FROM launches")
    assert rows == [
        {"status": "planned", "local": "2021-03-03T21:00-05:00", "utc": "2021-03-04T02:00Z", "vehicle": "Heron 2",
         "site": None},
        {"status": "actual", "local": "2021-03-03T21:05-05:00", "utc": "2021-03-04T02:05Z", "vehicle": "Heron 2",
         "site": None},
    ]  # fmt: skip


def test_the_other_views_answer_in_plain_columns(tmp_path: Path, flight: Result) -> None:
    path = tmp_path / "facts.db"
    store(path, flight)
    crew = ask(path, "SELECT page, subject, crew, role, person, agency, seat FROM crew")
    assert [tuple(row.values()) for row in crew] == [
        ("kestrel-4", "Kestrel 4", "primary", "Commander", "Ada Moreau", "ESA", None)
    ]
    orbits = ask(path, "SELECT orbit, parameter, value, unit FROM orbits")
    assert [tuple(row.values()) for row in orbits] == [("initial", "perigee", 198.3, "kilometer")]
    timeline = ask(path, "SELECT event, status, utc FROM timeline")
    assert [tuple(row.values()) for row in timeline] == [
        ("launch", "planned", "2021-03-04T02:00Z"),
        ("launch", "actual", "2021-03-04T02:05Z"),
    ]


def test_running_again_changes_no_byte_of_the_file(tmp_path: Path, flight: Result) -> None:
    path = tmp_path / "facts.db"
    problem = Problem("unreadable", "binary", "x.txt")
    assert store(path, flight, problem=problem) == [True]
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    assert store(path, flight, problem=problem) == [False]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_new_findings_on_a_page_replace_the_old_and_leave_other_pages_alone(tmp_path: Path, flight: Result) -> None:
    path = tmp_path / "facts.db"
    other = replace(flight, page=replace(flight.page, id="kestrel-5", source="pages/kestrel-5.txt"))
    store(path, flight, other)
    assert store(path, replace(flight, facts=flight.facts[:1])) == [True]
    counts = ask(
        path, "SELECT name, count(*) AS n FROM fact JOIN page ON page.id = page_id GROUP BY name ORDER BY name"
    )
    assert counts == [{"name": "kestrel-4", "n": 1}, {"name": "kestrel-5", "n": 6}]


def test_an_edited_file_replaces_its_earlier_text(tmp_path: Path, flight: Result) -> None:
    path = tmp_path / "facts.db"
    store(path, flight)
    text = flight.page.text + "Added later.\n"
    edited = replace(flight, page=replace(flight.page, text=text, sha256=hashlib.sha256(text.encode()).hexdigest()))
    store(path, edited)
    assert ask(path, "SELECT length FROM page") == [{"length": len(text)}]


def test_a_page_that_cannot_be_stored_leaves_nothing_behind(tmp_path: Path, flight: Result) -> None:
    path = tmp_path / "facts.db"
    store(path)
    with opened(path) as connection:
        connection.execute("CREATE TRIGGER full BEFORE INSERT ON evidence BEGIN SELECT RAISE(ABORT, 'no room'); END")
        connection.commit()
    with pytest.raises(SinkError, match="no room"):
        store(path, flight)
    assert ask(path, "SELECT (SELECT count(*) FROM page) + (SELECT count(*) FROM fact) AS n") == [{"n": 0}]


def test_hostile_text_is_stored_as_data(tmp_path: Path) -> None:
    text = "Odd'); DROP TABLE page;--\x00\ud800 %s :name"
    page = Page("odd\x00", text, "0" * 64, "odd.txt")
    fact = Fact("designation", text, {"scheme": "name", "value": text}, ((0, len(text)),), "designation.name")
    mass = Mention("m1", 0, 3, "Odd", "MASS", Decimal("1e999"), "mass.test", unit="kilogram")
    path = tmp_path / "facts.db"
    store(path, Result(page, (mass,), (fact, fact)))
    stored = "Odd'); DROP TABLE page;--\ufffd\ufffd %s :name"
    assert ask(path, "SELECT value FROM fact") == [{"value": stored}, {"value": stored}]
    assert ask(path, "SELECT value, number FROM mention") == [{"value": "1E+999", "number": None}]


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("facts.db", "write sqlite:///facts.db"),
        ("nosuch://x/y", "no such kind of database"),
        ("sqlite:////no/such/folder/facts.db", "unable to open"),
        ("://", "no database URL"),
    ],
)
def test_a_destination_that_cannot_be_opened_is_said_in_one_line(url: str, says: str) -> None:
    with pytest.raises(SinkError, match=says) as caught:
        open_sink(url)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_database_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    path.write_text("this is a letter, not a database " * 40)
    with pytest.raises(SinkError, match="not a database"):
        open_sink(f"sqlite:///{path}")
