"""Citations of the three example readings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.ledger import lookup
from tawatur.ledger.briefs import briefs
from tawatur.ledger.store import Ledger
from tawatur.ledger.tellers import Tellers
from tawatur.model import Claim, Disagreement, Event
from tawatur.web.citing import Citation, citations, cited, edition, isolated
from tawatur.wording.messages import Messages
from tests.ledger.examples import make_ledger

EN, AR = Messages("en"), Messages("ar", "arab")
ATTACK = ("a:e1", "b:e1", "c:e1")


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    with Ledger(make_ledger(tmp_path / "a.ledger", monkeypatch)) as ledger:
        yield ledger


def citation(book: Ledger, subject: Event | Claim | Disagreement, parts: tuple[str, ...] = ATTACK) -> Citation:
    return Citation(subject, briefs(Tellers(book), parts), edition(book), "http://127.0.0.1:8712/events/event-1")


def plain(text: str) -> str:
    return "".join(character for character in text if character not in "\u2066\u2068\u2069")


def test_an_event_with_its_sources_and_the_state_of_the_ledger(book: Ledger) -> None:
    lines = plain(cited(citation(book, lookup.event(book, "event-1")), EN)).splitlines()
    assert lines[1:5] == [
        "at most 3 independent chains in the collected sources (at least 1)",
        "injured: low 2 · best 2 · high ?",
        "killed: low 3 · best 3 · high 3",
        "Sources:",
    ]
    assert lines[5].startswith("[1] الصباح الجديد, a, Sunday 15 March 2020. reports.jsonl")
    assert lines[5][-64:] == book.value("SELECT sha256 FROM documents WHERE id = 'a'")
    assert lines[-2].endswith(book.value("SELECT hash FROM custody ORDER BY number DESC"))
    assert lines[-1] == "Link: http://127.0.0.1:8712/events/event-1"


def test_a_figure_names_only_what_it_rests_on(book: Ledger) -> None:
    text = plain(cited(citation(book, lookup.event(book, "event-1")), EN, "killed"))
    assert "3: at most 2 independent chains in the collected sources (at least 1) [1], [2]" in text
    assert "injured" not in text
    assert "[3]" not in text


def test_numbers_and_months_are_as_the_reader_has_them(book: Ledger) -> None:
    text = cited(citation(book, lookup.event(book, "event-1")), AR)
    assert "\u0661\u0665 مارس/آذار \u0662\u0660\u0662\u0660" in text
    assert f"127.0.0.1:8712/events/event-1{chr(0x2069)}" in text


def test_a_disagreement_with_its_sides(book: Ledger) -> None:
    found = lookup.disagreement(book, "disagreement-1")
    lines = plain(cited(citation(book, found, ("a:s1", "c:s1", "c:e1")), EN)).splitlines()
    assert lines[:3] == [
        "Salim contradicts himself.",
        "الهجوم متوقع: at most 1 independent chain in the collected sources [2]",
        "الهجوم غير متوقع: at most 1 independent chain in the collected sources [1], [3]",
    ]


def test_a_claim_by_its_words(book: Ledger) -> None:
    lines = cited(citation(book, lookup.claim(book, "claim-1"), ("a:s1", "c:s1")), EN).splitlines()
    assert lines[0] == f"Claim: {isolated('الهجوم متوقع')}"
    assert len([line for line in lines if line.startswith("[")]) == 2


def test_texts_from_outside_are_harmless_and_isolated() -> None:
    assert isolated("a\u202eb\nc") == "\u2068a b c\u2069"


def test_both_languages_and_what_is_asked_for(book: Ledger) -> None:
    made = citation(book, lookup.event(book, "event-1"))
    assert [(one.role, [language for language, _ in one.texts]) for one in citations(made, AR, None)] == [("", ["ar", "en"])]
    assert [(one.role, [language for language, _ in one.texts]) for one in citations(made, EN, "killed")] == [
        ("killed", ["en", "ar"]), ("", ["en", "ar"]),
    ]  # fmt: skip
    assert [one.role for one in citations(made, EN, "nonsense")] == [""]


def test_a_long_citation_is_given_when_it_is_asked_for(book: Ledger) -> None:
    told = briefs(Tellers(book), ATTACK) * 10
    made = Citation(lookup.event(book, "event-1"), told, edition(book), "http://127.0.0.1/")
    assert citations(made, EN, None) == []
    assert [one.role for one in citations(made, EN, "all")] == [""]
