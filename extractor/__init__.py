"""In: a page as text, bytes or a path. Out: its facts. The door of the package; rooms are opened when first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from extractor.loading import pause_collector

if TYPE_CHECKING:
    from extractor.catalogues import list_records as list_records
    from extractor.catalogues import read_catalogues as read_catalogues
    from extractor.errors import ExtractorError as ExtractorError
    from extractor.measuring import QuantityMention as QuantityMention
    from extractor.measuring import quantities as quantities
    from extractor.model import Fact as Fact
    from extractor.model import Finding as Finding
    from extractor.model import Mention as Mention
    from extractor.model import Page as Page
    from extractor.model import Problem as Problem
    from extractor.model import Result as Result
    from extractor.model import Timex as Timex
    from extractor.nlp import load as load
    from extractor.pipeline import extract as extract
    from extractor.tagging import timexes as timexes

__version__ = "0.1.0"

_HOMES = {
    "ExtractorError": "extractor.errors",
    "Fact": "extractor.model",
    "Finding": "extractor.model",
    "Mention": "extractor.model",
    "Page": "extractor.model",
    "Problem": "extractor.model",
    "QuantityMention": "extractor.measuring",
    "Result": "extractor.model",
    "Timex": "extractor.model",
    "extract": "extractor.pipeline",
    "list_records": "extractor.catalogues",
    "load": "extractor.nlp",
    "quantities": "extractor.measuring",
    "read_catalogues": "extractor.catalogues",
    "timexes": "extractor.tagging",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with pause_collector():
        value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
