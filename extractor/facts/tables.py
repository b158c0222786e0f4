"""In: the name of a file of words beside this module. Out: its tables; each file is read once."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load_tables(name: str) -> dict[str, Any]:
    """Load ``name.toml`` of this folder; what is given is shared and not to be changed."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))
