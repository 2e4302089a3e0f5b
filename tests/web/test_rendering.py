"""Templates: what is outside stays outside, and every word is there in both languages."""

import ast
import re
from importlib.resources import files
from pathlib import Path

from tawatur import web
from tawatur.web.rendering import asset, has_asset

ROOM = Path(web.__file__).parent
TEMPLATES = sorted((ROOM / "templates").rglob("*.html"))
_KEY = re.compile(r"web\.[a-z_]+(?:\.[\w-]+)*\.?")


def keys() -> set[str]:
    table = (files("tawatur.wording") / "web.tsv").read_text(encoding="utf-8")
    return set(re.findall(r"^(web\.\S+)\t", table, re.MULTILINE))


def used() -> set[str]:
    """Keys, and beginnings of keys that end with a dot, in templates and in strings of the code."""
    found = {key for path in TEMPLATES for key in _KEY.findall(path.read_text(encoding="utf-8"))}
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.update(_KEY.findall(node.value))
    return found


def test_every_word_of_the_pages_is_there() -> None:
    assert {key for key in used() if not key.endswith(".") and key not in keys() and not _is_beginning(key)} == set()


def _is_beginning(key: str) -> bool:
    return any(known.startswith(f"{key}.") for known in keys())


def test_every_word_in_the_table_is_used() -> None:
    beginnings = tuple(key for key in used() if key.endswith("."))
    assert {key for key in keys() - used() if not key.startswith(beginnings)} == set()


def test_no_template_lets_outside_text_be_markup() -> None:
    text = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES}
    assert [name for name, source in text.items() if re.search(r"\|\s*safe\b|autoescape\s+false", source)] == []


def test_no_template_holds_what_the_policy_forbids() -> None:
    text = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES if path.parent == ROOM / "templates"}
    assert [name for name, source in text.items() if re.search(r"\sstyle=|\son\w+=|<style|javascript:", source)] == []
    assert [name for name, source in text.items() if re.search(r"<script(?![^>]*\s(?:src|type=\"application/json\"))", source)] == []


def test_the_address_of_a_file_changes_with_it() -> None:
    assert re.fullmatch(r"/static/base\.css\?v=[0-9a-f]{12}", asset("base.css"))
    assert asset("none.css").endswith("?v=0")
    assert has_asset("base.css")
    assert not has_asset("none.css")
