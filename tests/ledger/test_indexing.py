import msgspec
import pytest

from tawatur.ledger import lookup
from tawatur.ledger.capturing import drop
from tawatur.ledger.indexing import index_all, place_form, place_key, weight
from tawatur.ledger.results import Results
from tawatur.ledger.store import Ledger
from tawatur.model import Disagreement, DisagreementKind, Place, Side
from tawatur.reconciling.changes import KeptClaim, KeptDisagreements, KeptEvent
from tests.ledger.pages import OTHER, TOLL, fetched, page, take_in

TABLES = ("event_index", "event_outlets", "disagreement_index", "claim_index")


def rows(book: Ledger, table: str) -> list[tuple[object, ...]]:
    return book.rows(f"SELECT * FROM {table}").fetchall()


def test_an_event_has_a_row(book: Ledger) -> None:
    seen = book.value("SELECT max(seen_at) FROM captures")
    assert rows(book, "event_index") == [
        ("event-1", "ASSAULT", "heavy-weapons", "actual", "2020-03-14", "2020-03-14", "camp_taji", "معسكر التاجي camp_taji iq", "iq", None,
         None, 3, 3, 1, 1, 3, seen, "2020-03-15"),
        ("event-2", "PROTEST", "", "actual", "", "", "", "", "", None, None, 0, 0, 0, 0, 0, "", ""),
    ]  # fmt: skip
    assert rows(book, "event_outlets") == [("الصباح الجديد", "event-1"), ("الضفة", "event-1"), ("المرايا", "event-1")]


def test_a_disagreement_and_a_claim_have_rows(book: Ledger) -> None:
    assert rows(book, "disagreement_index") == [("disagreement-1", "self_contradiction", 1, 2, 2, 0.0, "2020-03-14", "2020-03-14")]
    assert rows(book, "claim_index") == [("claim-1", "الهجوم متوقع", 2, 2, 1, 1)]


def test_all_made_at_once_are_those_made_one_by_one(book: Ledger) -> None:
    before = {table: rows(book, table) for table in TABLES}
    for table in TABLES:
        book.rows(f"DELETE FROM {table}")
    index_all(book)
    assert {table: rows(book, table) for table in TABLES} == before


def test_a_disagreement_that_is_gone_leaves_no_row_and_no_count(book: Ledger) -> None:
    results = Results(book)
    results.take(KeptDisagreements("event-1", ()))
    results.finish()
    assert rows(book, "disagreement_index") == []
    assert book.value("SELECT disagreements FROM event_index WHERE event = 'event-1'") == 0


def test_a_disagreement_of_no_dated_event_is_of_the_days_of_its_statements(book: Ledger) -> None:
    found = msgspec.structs.replace(lookup.disagreement(book, "disagreement-1"), events=("event-2",))
    results = Results(book)
    results.take(KeptDisagreements("event-1", (found,)))
    results.finish()
    assert book.rows("SELECT first_day, last_day FROM disagreement_index").fetchall() == [("2020-03-15", "2020-03-15")]


def test_an_event_that_moves_takes_its_disagreement_along(book: Ledger) -> None:
    results = Results(book)
    results.take(KeptEvent(msgspec.structs.replace(lookup.event(book, "event-1"), date="2020-03-13"), ()))
    results.finish()
    assert book.value("SELECT first_day FROM disagreement_index") == "2020-03-13"


def test_a_claim_that_changes_has_one_row(book: Ledger) -> None:
    Results(book).take(KeptClaim(msgspec.structs.replace(lookup.claim(book, "claim-1"), about="أُعلِن"), ()))
    assert book.rows("SELECT claim, form FROM claim_index").fetchall() == [("claim-1", "اعلن")]


def disagreement(kind: DisagreementKind, *sides: tuple[str, str, int]) -> Disagreement:
    """Sides are a position, the letters of its documents, and its chains."""
    made = tuple(Side(position, (), (), tuple(documents), 1, chains) for position, documents, chains in sides)
    return Disagreement("d", kind, "", {}, (), (), made)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (disagreement("figure", ("12", "ab", 2), ("15–20", "bc", 3)), (2, 5, 3, 1.667)),
        (disagreement("figure", ("0", "a", 1), ("4", "b", 1)), (1, 2, 2, 4.0)),
        (disagreement("denial", ("12", "a", 4), ("15", "b", 1), ("16", "b", 2)), (2, 7, 2, 0.0)),
        (disagreement("figure", ("عدد", "a", 1)), (0, 1, 1, 0.0)),
    ],
)
def test_weight(found: Disagreement, expected: tuple[int, int, int, float]) -> None:
    assert weight(found) == expected


def test_places() -> None:
    assert (place_key(None), place_form(None)) == ("", "")
    assert place_key(Place("الشَّرقاط", country="iq")) == "الشرقاط"
    assert place_form(Place("الشَّرقاط", country="iq", id="sharqat")) == "الشرقاط sharqat iq"


def test_documents_follow_their_captures(book: Ledger) -> None:
    def seen() -> list[tuple[object, ...]]:
        return book.rows("SELECT seen_at, is_read FROM document_index WHERE document NOT IN ('a', 'b', 'c')").fetchall()

    url = "https://outlet.example/1"
    (first,) = take_in(book, fetched(page(TOLL.format(3)), url, "2026-03-02T08:00:00Z"))
    assert seen() == [("2026-03-02T08:00:00Z", 1)]
    take_in(book, fetched(page(TOLL.format(3), noise="x"), url, "2026-03-03T08:00:00Z"))
    assert seen() == [("2026-03-02T08:00:00Z", 1)]
    take_in(book, fetched(page(OTHER), url, "2026-03-04T08:00:00Z"))
    assert seen() == [("2026-03-04T08:00:00Z", 1)]
    take_in(book, fetched(page(TOLL.format(3), noise="y"), url, "2026-03-01T08:00:00Z"))
    assert seen() == [("2026-03-04T08:00:00Z", 1)]
    drop(book, first.id)
    assert seen() == []


def test_an_event_is_as_new_as_the_newest_text_among_its_documents(book: Ledger) -> None:
    book.rows(
        "INSERT INTO captures SELECT document, sha256, source, '2030-01-01T00:00:00Z', NULL, 'another' FROM captures WHERE document = 'b'"
    )
    seen = "SELECT seen_at FROM event_index ORDER BY event"
    assert book.rows(seen).fetchall() == [("2030-01-01T00:00:00Z",), ("",)]
    book.rows("DELETE FROM captures WHERE text_sha256 = 'another'")
    assert book.value(seen) == book.value("SELECT max(seen_at) FROM captures")
