"""In: the door of the package. Out: its public names, sorted, and light to open."""

import subprocess
import sys

import pytest

import extractor


def test_public_names_are_sorted_and_open() -> None:
    assert list(extractor.__all__) == sorted(extractor.__all__)
    for name in extractor.__all__:
        assert getattr(extractor, name) is not None


def test_an_unknown_name_is_refused_by_name() -> None:
    with pytest.raises(AttributeError, match="no_such_thing"):
        extractor.no_such_thing  # noqa: B018 - the access is what is tested


def test_opening_the_door_loads_no_heavy_library() -> None:
    code = (
        "import extractor, sys; print([m for m in ('spacy', 'pint', 'dateparser', 'sqlalchemy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_extracting_a_page_loads_no_heavy_library() -> None:
    code = (
        "import extractor, sys; extractor.extract('Carrier 7 lifted off on March 3, 1999, at 10:15 a.m. EST.');"
        "print([m for m in ('spacy', 'pint', 'dateparser', 'sqlalchemy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_function_of_the_door_is_no_module_of_that_name() -> None:
    assert [mention.unit for mention in extractor.quantities("weighs 7,220 kg")] == ["kilogram"]
    assert extractor.list_records((), "gcat") == []
    assert list(extractor.read_catalogues()) == ["gcat", "satcat", "wikidata", "nssdca"]
