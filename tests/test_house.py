"""The rules of the house: who may import whom, how long things may be, where knowledge lives, and that tests mirror modules."""

import ast
import re
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "tawatur"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.stat().st_size)

FLOORS = (
    ("cli", "web", "__main__"),
    ("client",),
    ("page", "export"),
    ("wording",),
    ("ledger",),
    ("reconciling",),
    ("reading",),
    ("packs",),
    ("text",),
    ("intake",),
    ("fetching",),
    ("samples", "model", "edtf", "moments", "errors", "__init__"),
)
"""Top to bottom: a room imports only from floors below it, or from itself. Those on the top and bottom floors may know each other."""

FACE = ("__init__", "client")
"""`tawatur.open` is the client's, and all that the package itself hands on."""

LONGEST_MODULE, LONGEST_FUNCTION, MEDIAN_MODULE = 400, 60, 150

ARABIC_IN_CODE: dict[str, str] = {
    "intake/page_metadata.py": "a word of class names in the markup of pages, not of their text",
    "web/api/lists.py": "examples in the description of the API",
    "web/api/narrowing.py": "examples in the description of the API",
    "web/api/parameters.py": "examples in the description of the API",
}
"""Modules outside `text` that may spell Arabic words, and why. Knowledge belongs in packs."""

WITHOUT_TESTS: dict[str, str] = {
    "export/format.py": "records only; no behaviour to test",
    "model.py": "records only; no behaviour to test",
    "web/given.py": "names of types only",
    "reconciling/changes.py": "records only; no behaviour to test",
}

_ARABIC_WORD = re.compile("[\u0621-\u064a\u0671-\u06d3]{4,}")
_CLASS = re.compile(r"\[[^\]]*\]")
_FOREIGN_PATH = re.compile(r"[\"'\s](?:/home/|/Users/|/work/|/root/|[A-Z]:\\\\)")


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def dotted(path: Path) -> str:
    return name(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def floor(module: str) -> int:
    """How far down the room of a module is, by its dotted name within the package."""
    return next(depth for depth, rooms in enumerate(FLOORS) if module.split(".")[0] in rooms)


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imported(path: Path) -> Iterator[str]:
    """Dotted names, within the package, of what a module imports."""
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom):
            if node.module == "tawatur":
                yield from (alias.name if _is_room(alias.name) else "__init__" for alias in node.names)
            elif node.module and node.module.startswith("tawatur."):
                yield node.module.removeprefix("tawatur.")
        elif isinstance(node, ast.Import):
            yield from (alias.name.removeprefix("tawatur.") for alias in node.names if alias.name.startswith("tawatur."))


def _is_room(module: str) -> bool:
    return (PACKAGE / module).is_dir() or (PACKAGE / f"{module}.py").is_file()


def _may_import(module: str, other: str) -> bool:
    if module.split(".")[0] == other.split(".")[0] or (module, other.split(".")[0]) == FACE:
        return True
    own, below = floor(module), floor(other)
    return below > own or (below == own and own in (0, len(FLOORS) - 1))


def test_a_room_imports_only_from_rooms_below_it() -> None:
    assert [f"{name(path)}: {other}" for path in MODULES for other in imported(path) if not _may_import(dotted(path), other)] == []


def test_imports_are_by_full_name() -> None:
    assert [name(path) for path in MODULES for node in nodes(path) if isinstance(node, ast.ImportFrom) and node.level] == []


def test_modules_are_short() -> None:
    assert [name(path) for path in MODULES if length(path) > LONGEST_MODULE] == []
    assert statistics.median(map(length, MODULES)) <= MEDIAN_MODULE


def test_functions_are_short() -> None:
    functions = [(path, node) for path in MODULES for node in nodes(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [f"{name(path)}: {node.name}" for path, node in functions if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION] == []


def test_every_module_says_what_it_is() -> None:
    trees = ((path, nodes(path)[0]) for path in MODULES)
    assert [name(path) for path, tree in trees if isinstance(tree, ast.Module) and not ast.get_docstring(tree)] == []


def _spelled(path: Path) -> Iterator[str]:
    """Arabic words in string constants that are neither docstrings, nor letters of an `in` test or of a regular expression's class."""
    free = {node.value for node in nodes(path) if isinstance(node, ast.Expr)}
    free |= {side for node in nodes(path) if isinstance(node, ast.Compare) for side in node.comparators}
    for node in nodes(path):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node not in free
            and _ARABIC_WORD.search(_CLASS.sub("", node.value))
        ):
            yield f"{name(path)}:{node.lineno}: {node.value!r}"


def test_words_of_the_language_are_in_packs() -> None:
    outside = [path for path in MODULES if dotted(path).split(".")[0] != "text" and name(path) not in ARABIC_IN_CODE]
    assert [word for path in outside for word in _spelled(path)] == []


def test_a_test_mirrors_every_module() -> None:
    """`reading/times_clock.py` is tested in `tests/reading/test_times_clock.py`, or with its whole family in `test_times.py`."""
    assert [
        name(path) for path in MODULES if path.name != "__init__.py" and name(path) not in WITHOUT_TESTS and not _is_mirrored(path)
    ] == []


def _is_mirrored(path: Path) -> bool:
    folder = ROOT / "tests" / path.parent.relative_to(PACKAGE)
    parts = path.stem.split("_")
    return any((folder / f"test_{'_'.join(parts[:count])}.py").is_file() for count in range(len(parts), 0, -1))


def test_the_exceptions_are_still_there() -> None:
    assert [path for path in (*ARABIC_IN_CODE, *WITHOUT_TESTS) if not (PACKAGE / path).is_file()] == []


def test_no_path_of_one_machine() -> None:
    sources = [path for folder in ("src", "tests", "benchmarks", "scripts") for path in (ROOT / folder).rglob("*.py")]
    assert [str(path) for path in sources if path != Path(__file__) and _FOREIGN_PATH.search(path.read_text(encoding="utf-8"))] == []
