import json
from pathlib import Path

import pytest

from tawatur.intake import Given
from tawatur.ledger.adding import add
from tawatur.ledger.searching import search
from tawatur.ledger.store import Ledger

TEXTS = {
    "bombing": "وقصفت الطائرات مواقع في المدينة. وأعلنت الوزارة سقوط القتلى في القصف.",
    "ministry": "زار وزير الصحة مستشفى في بغداد، وقال إن وزارته ستدعم المستشفيات.",
    "marked": "أكّدَ الأمِيرُ أحْمَد أنّ المُفاوَضات مُستَمِرّة في عَمّان منذ ١٢ يوما.",
    "camp": "هجوم على معسكر التاجي\n\nسقط 12 صاروخا قرب معسكر «التاجي» ولم يتحدث أحد عن معسكر آخر في التاجي.",
}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"id": name, "text": text}) for name, text in TEXTS.items()), encoding="utf-8")
    book = Ledger(tmp_path / "a.ledger", create=True)
    assert len(list(add(book, [path], Given()))) == len(TEXTS)
    return book


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("قصف", {"bombing"}),
        ("والقصف", {"bombing"}),
        ("وقتلى", {"bombing"}),
        ("احمد", {"marked"}),
        ("الأمير", {"marked"}),
        ("مفاوضات", {"marked"}),
        ("12", {"marked", "camp"}),
        ("١٢ صاروخ", {"camp"}),
        ("الوزارة", {"bombing", "ministry"}),
        ("مستشفى بغداد", {"ministry"}),
        ("مستشفى القصف", set()),
        ('"معسكر التاجي"', {"camp"}),
        ("«القتلى في القصف»", {"bombing"}),
        ('"قتلى"', set()),
        ('"معسكر في"', set()),
        ("", set()),
        ('" - "', set()),
        ('قصف" OR NEAR(', set()),
    ],
)
def test_what_is_found(ledger: Ledger, query: str, expected: set[str]) -> None:
    assert {found.document.id for found in search(ledger, query)} == expected


@pytest.mark.parametrize(
    ("query", "document", "words"),
    [
        ("قصف", "bombing", ["وقصفت", "القصف"]),
        ("الامير احمد", "marked", ["الأمِيرُ", "أحْمَد"]),
        ('"معسكر التاجي"', "camp", ["معسكر التاجي", "معسكر «التاجي"]),
    ],
)
def test_matches_are_spans_of_the_text_as_it_stands(ledger: Ledger, query: str, document: str, words: list[str]) -> None:
    (found,) = search(ledger, query)
    assert found.document.id == document
    assert [found.document.text[match.start : match.end] for match in found.matches] == words
    assert found.snippet.start <= found.matches[0].start < found.snippet.end


def test_the_exact_word_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "b.jsonl"
    texts = {"plural": "غارات على المدينة وعلى القرى", "exact": "غارة على المدينة وعلى القرى", "none": "هدوء في المدينة وفي القرى"}
    path.write_text("\n".join(json.dumps({"id": name, "text": text}) for name, text in texts.items()), encoding="utf-8")
    with Ledger(tmp_path / "b.ledger", create=True) as book:
        list(add(book, [path], Given()))
        assert [found.document.id for found in search(book, "غارة")] == ["exact", "plural"]
        assert [found.document.id for found in search(book, "غارة", limit=1)] == ["exact"]
