"""In: results and problems of a run. Out: rows in a SQL database, one transaction a page."""

import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Table, create_engine, delete, event, exc, insert, select, update
from sqlalchemy.engine import make_url

from extractor.errors import SinkError
from extractor.model import Problem, Result
from extractor.sinks import tables
from extractor.sinks.rows import Row, Rows, make_key, make_rows, problem_row

_OF_A_PAGE = (tables.evidence, tables.problem, tables.finding, tables.fact, tables.mention)
"""Tables whose rows hang on a page, those that point at others first."""

_PASSWORD = re.compile(r":[^/@]{1,200}(?=@)")
"""What stands between a user and a host, in a URL that may be none."""


class SqlSink:
    """A database that keeps results. Use as a context manager; ``begin`` a run before anything is written."""

    def __init__(self, url: str) -> None:
        """Open or make the database at a SQLAlchemy URL; raises ``SinkError`` where that cannot be done."""
        self.name = _hide_password(url)
        self.run_id = ""
        with self._explained():
            self._engine = _open_engine(url)
            self.name = self._engine.url.render_as_string(hide_password=True)
            with self._engine.begin() as connection:
                tables.create_schema(connection)

    def begin(self, version: str, sources: Sequence[str]) -> None:
        """Start the run of these inputs with this version; the same run again keeps its row."""
        self.run_id = make_key("run", version, *sorted(sources))
        with self._transaction() as connection:
            if not _has(connection, tables.run, self.run_id):
                row = {"id": self.run_id, "version": version, "pages": 0, "skipped": 0}
                connection.execute(insert(tables.run), row)

    def write(self, result: Result) -> bool:
        """Store one page, in one transaction; ``False`` where the database held the very same already.

        What an earlier run found on the page, or on an earlier state of the same file, gives way.
        """
        rows = make_rows(result, self.run_id)
        with self._transaction() as connection:
            known = select(tables.page.c.digest).where(tables.page.c.id == rows.page["id"])
            if connection.execute(known).scalar() == rows.page["digest"]:
                return False
            for page_id in _list_outdated(connection, rows.page):
                _delete_page(connection, page_id)
            _insert_rows(connection, rows)
        return True

    def record(self, problem: Problem) -> None:
        """Store what kept a page from being read."""
        row = problem_row(problem, self.run_id)
        with self._transaction() as connection:
            if not _has(connection, tables.problem, row["id"]):
                connection.execute(insert(tables.problem), row)

    def finish(self, pages: int, skipped: int) -> None:
        """Close the run with its counts."""
        with self._transaction() as connection:
            counts = update(tables.run).where(tables.run.c.id == self.run_id)
            connection.execute(counts.values(pages=pages, skipped=skipped))

    def close(self) -> None:
        """Let the database go."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """Give the sink itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the sink."""
        self.close()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._explained(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what a database or its driver says into one line with the destination's name."""
        try:
            yield
        except exc.NoSuchModuleError as error:
            raise SinkError(f"{self.name}: no such kind of database; sqlite:///facts.db always works") from error
        except ImportError as error:
            raise SinkError(f"{self.name}: the driver is not installed: {error}") from error
        except exc.ArgumentError as error:
            raise SinkError(f"{self.name}: no database URL: write sqlite:///facts.db") from error
        except exc.DBAPIError as error:
            reason = " ".join(str(error.orig).split())
            raise SinkError(f"{self.name}: {reason}; check the path, or name another database") from error


def _open_engine(url: str) -> Engine:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", exc.SAWarning)  # what SQLAlchemy would ignore
            engine = create_engine(make_url(url))
    except (ValueError, TypeError, exc.SAWarning) as error:  # a port or an option that is none
        reason = " ".join(str(error).split())
        raise SinkError(f"{_hide_password(url)}: no database URL: {reason}") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _hide_password(url: str) -> str:
    return _PASSWORD.sub(":***", url)


def _prepare_sqlite(connection: Any, _: object) -> None:
    """Hand transactions to us (the driver's own leave table making outside) and have foreign keys held."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once: two runs into one file then wait for each other and do not fail."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _has(connection: Connection, table: Table, key: str) -> bool:
    return connection.execute(select(table.c.id).where(table.c.id == key)).first() is not None


def _list_outdated(connection: Connection, row: Row) -> list[str]:
    """Give the keys of pages that this one replaces: itself, and the same file with other text."""
    page = tables.page.c
    same = page.id == row["id"]
    if row["source"] is not None:
        same |= (page.source == row["source"]) & (page.name == row["name"])
    return list(connection.execute(select(page.id).where(same)).scalars())


def _delete_page(connection: Connection, page_id: str) -> None:
    for table in _OF_A_PAGE:
        connection.execute(delete(table).where(table.c.page_id == page_id))
    connection.execute(delete(tables.page).where(tables.page.c.id == page_id))


def _insert_rows(connection: Connection, rows: Rows) -> None:
    connection.execute(insert(tables.page), rows.page)
    for table in reversed(_OF_A_PAGE):
        found = getattr(rows, table.name)
        if found:
            connection.execute(insert(table), found)
