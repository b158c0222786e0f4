"""In: the import statements of the package. Out: the layers of the design, held."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "extractor"
MODULES = sorted(PACKAGE.rglob("*.py"))

FOUNDATION = {"model", "values", "errors", "records", "vocabulary", "forms", "units", "diagnosis"}
"""What every room may see: types, and what is reckoned alike wherever it is needed.

``units`` is among them since mentions read units, facts and checks convert them and the score compares them: four
rooms that do not see one another, and one table of sizes. ``forms`` writes expressions for whoever looks for words,
as ``vocabulary`` does. ``diagnosis`` holds types alone, which facts fill and the report shows; the report sees no room.
"""

ROOMS = {
    "pages": set(),
    "mentions": set(),
    "context": {"mentions"},
    # A line of its own beside facts: its rules are read by the finder of mentions, with the same lexicon and rule
    # files, and its dates get their years from context, as those of mentions do. It stands where facts stand and sees
    # the two rooms before it, not one, since it both reads and resolves.
    "timex": {"mentions", "context"},
    "facts": set(),
    "checks": set(),
    "score": set(),
    "sinks": set(),
    "report": set(),
}
"""Each room, and the other rooms it may see (the one before it on the straight line, where it needs it)."""

JOINTS = {
    "pipeline": {"pages", "mentions", "context", "facts", "checks"},
    "components": {"pages"},
    "nlp": {"pages", "mentions"},
    "measuring": {"mentions"},
    "tagging": {"pages", "timex"},
    "batch": set(),
    "catalogues": set(),
    "loading": set(),
    "shipped": set(),
}
"""The modules beside the rooms, and the rooms that each may join; the command and the door see all."""

DOORS = {"cli", "__init__", "__main__"}

ONLY_IN = {
    "pint": {"units.py"},
    "dateparser": {"mentions/kinds/foreign_dates.py"},
    "sqlalchemy": {"sinks/"},
    "spacy": {"nlp.py", "components.py"},
}


def list_imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def name_room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_the_foundation_and_the_room_before_it(path: Path) -> None:
    room = name_room(path)
    own = {name.split(".")[1] for name in list_imports(path) if name.startswith("extractor.")}
    own &= {module.stem for module in PACKAGE.glob("*.py")} | set(ROOMS)
    if room in FOUNDATION:
        assert own <= FOUNDATION
    elif room in ROOMS:
        assert own <= FOUNDATION | {room} | ROOMS[room]
    elif room not in DOORS:
        assert own & set(ROOMS) <= JOINTS[room]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_library_is_imported_only_where_it_belongs(path: Path) -> None:
    where = path.relative_to(PACKAGE).as_posix()
    for name in list_imports(path):
        homes = ONLY_IN.get(name.split(".")[0])
        assert homes is None or any(where == home or where.startswith(home) for home in homes), (where, name)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_says_what_comes_in_and_what_goes_out_and_stays_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(source)) or ""
    assert docstring.startswith("In: ")
    assert "Out: " in docstring
    assert source.count("\n") <= 300
