"""In: code that runs with the collector paused. Out: whether the collector is afterwards as it was."""

import gc
from contextlib import suppress

import pytest

from extractor.loading import pause_collector


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_afterwards_as_it_was_even_behind_an_error(enabled: bool) -> None:
    before = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        with suppress(LookupError), pause_collector():
            assert not gc.isenabled()
            raise LookupError
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()
