"""In: results of pages and the URL of a destination. Out: the results stored there. The door of the room."""

from typing import TYPE_CHECKING

from extractor.errors import SinkError

if TYPE_CHECKING:
    from extractor.sinks.sql import SqlSink

__all__ = ["open_sink"]


def open_sink(url: str) -> "SqlSink":
    """Open the destination that ``url`` names, such as ``sqlite:///facts.db``; a missing database is made.

    Raises ``SinkError`` where the URL names no database or the database cannot be opened.
    """
    if "://" not in url:
        raise SinkError(f"{url!r} is no database URL: write sqlite:///{url or 'facts.db'}")
    from extractor.sinks.sql import SqlSink

    return SqlSink(url)
