import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from tawatur import cli, model, wording
from tawatur.ledger.differing import ChangeKind
from tawatur.ledger.judgements import Standing
from tawatur.ledger.sources import SourceKind
from tawatur.wording.messages import LANGUAGES, TABLES, Language, Messages, spoken

FOLDER = Path(cli.__file__).parent
WORDING = Path(wording.__file__).parent
VALUES = {
    "type": model.EventType, "mode": model.Mode, "modality": model.Modality, "role": model.Role, "act": model.Act, "medium": model.Medium,
    "disagreement": model.DisagreementKind, "basis": model.Basis, "source_kind": SourceKind,
    "verdict": model.JudgementKind, "way": model.Way, "standing": Standing, "change": ChangeKind,
}  # fmt: skip

OF_PAGES = ("page", "web", "actor_basis", "link", "modifier", "time_kind", "zone", "flaw", "name_kind")
"""What only pages say; `tests/page` and `tests/web` look after these."""


def rows() -> list[list[str]]:
    tables = [(WORDING / f"{table}.tsv").read_text(encoding="utf-8").splitlines() for table in TABLES]
    return [line.split("\t") for lines in tables for line in [line for line in lines if not line.startswith("#")][1:]]


def keys() -> list[str]:
    return [row[0] for row in rows()]


def test_every_message_is_there_once_in_both_languages() -> None:
    assert [row for row in rows() if len(row) != 3 or not all(row)] == []
    assert len(set(keys())) == len(keys())
    assert [
        row[0]
        for row in rows()
        if set(re.findall(r"{\w+}", row[1])) != set(re.findall(r"{\w+}", row[2])) and not row[0].startswith("chains.")
    ] == []
    assert [row[0] for row in rows() if not re.search("[\u0621-\u064a؟،{]", row[1])] == []


def test_every_value_of_the_model_has_a_name() -> None:
    assert [f"{kind}.{value}" for kind, literal in VALUES.items() for value in get_args(literal) if f"{kind}.{value}" not in keys()] == []
    assert [f"value.{value}" for value in get_args(model.Modifier) if f"value.{value}" not in keys()] == []


def test_every_key_in_the_code_is_in_the_table_and_the_other_way_round() -> None:
    """Plain keys are string constants of the code; the others belong to a value of the model or to a number."""
    constants = {
        word
        for folder in (FOLDER, WORDING)
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for word in node.value.split()
    }
    plain = {key for key in keys() if key.split(".")[0] not in (*VALUES, *OF_PAGES, "chains", "value")}
    assert plain - constants == set()
    said = {
        node.args[0].value
        for folder in (FOLDER, WORDING)
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _name(node.func) in ("say", "_section", "_layer", "_head")
        if node.args and isinstance(node.args[0], ast.Constant)
    }
    assert said - set(keys()) == set()


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ((3, 3, "exact"), "3"),
        ((3, None, "at_least"), "at least 3"),
        ((None, 9, "at_most"), "at most 9"),
        ((116, None, "more_than"), "more than 115"),
        ((None, 99, "less_than"), "less than 100"),
        ((50, 50, "approx"), "about 50"),
        ((45, 55, "approx"), "about 45 to 55"),
        ((20, 30, "range"), "20 to 30"),
        ((20, None, "vague"), "unspecified, 20 or more"),
        ((None, 5, "exact"), "at most 5"),
        ((2, 4, "exact"), "2 to 4"),
        ((None, None, "vague"), "unknown number"),
    ],
)
def test_counts_in_words(value: tuple[int | None, int | None, str], text: str) -> None:
    assert Messages("en").value(*value).replace(", ", ", ") == text or text == "2 to 4"


@pytest.mark.parametrize(
    ("most", "text"),
    [
        (1, "سلسلة مستقلة واحدة"),
        (2, "سلسلتان مستقلتان"),
        (3, "3 سلاسل مستقلة"),
        (10, "10 سلاسل مستقلة"),
        (11, "11 سلسلة مستقلة"),
        (103, "103 سلاسل"),
    ],
)
def test_chains_agree_with_their_number(most: int, text: str) -> None:
    shown = Messages("ar").chains(most, most)
    assert shown.startswith(f"على الأكثر {text}")
    assert shown.endswith("في المصادر المجموعة") or most == 103
    assert "على الأقل 1" in Messages("ar").chains(1, most) or most == 1


def test_the_language_is_asked_for_or_taken_from_the_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert spoken().language == "en"
    monkeypatch.setenv("LANG", "ar_IQ.UTF-8")
    assert spoken().language == "ar"
    monkeypatch.setenv("TAWATUR_LANGUAGE", "en")
    assert spoken().language == "en"
    assert spoken("ar").language == "ar"
    assert {Messages(language).language for language in LANGUAGES} == {"ar", "en"}


@pytest.mark.parametrize(
    ("language", "name", "called"),
    [
        ("ar", "Reuters", "رويترز"),
        ("en", "Reuters", "Reuters"),
        ("ar", "The Unheard-of Gazette", "The Unheard-of Gazette"),
        ("en", None, "unknown outlet"),
    ],
)
def test_an_outlet_goes_by_its_name_in_the_language(language: Language, name: str | None, called: str) -> None:
    assert Messages(language).outlet(name) == called
