import msgspec
import pytest

from tawatur.ledger.asking.disagreements import DisagreementFilters, disagreements
from tawatur.ledger.asking.documents import DocumentFilters, documents
from tawatur.ledger.asking.events import events
from tawatur.ledger.asking.filters import EventFilters
from tawatur.ledger.store import Ledger
from tawatur.web.lines import counted, disagreement_line, document_line, event_line, span
from tests.ledger.conftest import book as book
from tests.web.test_viewer import viewer

ENGLISH = viewer("/en/", "en")


def test_an_event(book: Ledger) -> None:
    attack, protest = (event_line(book, ENGLISH, one) for one in events(book, EventFilters()).items)
    assert (attack.type, attack.mode, attack.place, attack.date, attack.modality) == (
        "assault", "heavy weapons", "معسكر التاجي", "2020-03-14", None,
    )  # fmt: skip
    assert (attack.actors, attack.targets) == (("فصيل مسلح",), ("جنود",))
    assert attack.figures == (("killed", "3"), ("injured", "at least 2"))
    assert (attack.accounts, attack.documents, attack.disagreements, attack.chains) == ("3 accounts", "3 reports", "1 disagreement", (1, 3))
    assert (protest.place, protest.date, protest.headline, protest.figures, protest.disagreements) == (None, None, None, (), None)


def test_names_that_the_packs_know_are_in_the_language_of_the_page(book: Ledger) -> None:
    listed = events(book, EventFilters()).items[0]
    place = msgspec.structs.replace(listed.event.place, id="mosul")  # type: ignore[type-var]  # it has one
    known = msgspec.structs.replace(listed, event=msgspec.structs.replace(listed.event, place=place), modality="denied")
    assert (event_line(book, ENGLISH, known).place, event_line(book, ENGLISH, known).modality) == ("Mosul", "denied")
    assert event_line(book, viewer(), known).place == "الموصل"


def test_the_headline_is_that_of_the_latest_report(book: Ledger) -> None:
    book.rows("UPDATE readings SET title = 'قديم', published = '2020-03-15' WHERE document = 'a'")
    book.rows("UPDATE readings SET title = 'جديد', published = '2020-03-16' WHERE document = 'c'")
    assert event_line(book, ENGLISH, events(book, EventFilters()).items[0]).headline == "جديد"


def test_a_disagreement(book: Ledger) -> None:
    (listed,) = disagreements(book, DisagreementFilters()).items
    line = disagreement_line(ENGLISH, listed)
    assert (line.kind, line.heading, line.documents, line.more_sides) == (
        "self-contradiction", "Salim contradicts himself.", "2 reports", 0,
    )  # fmt: skip
    assert [(side.position, side.chains, side.documents) for side in line.sides] == [
        ("الهجوم متوقع", (1, 1), "1 report"), ("الهجوم غير متوقع", (1, 1), "1 report"),
    ]  # fmt: skip


def test_a_disagreement_is_called_what_its_sentence_says_in_english_and_by_its_name_in_arabic(book: Ledger) -> None:
    (listed,) = disagreements(book, DisagreementFilters()).items
    told = {"ar": "تختلف الروايات في عدد القتلى: 3 و4.", "en": "Accounts differ on the number killed: 3 but 4."}
    both = msgspec.structs.replace(listed, disagreement=msgspec.structs.replace(listed.disagreement, explanation=told))
    assert disagreement_line(ENGLISH, both).heading == "Accounts differ on the number killed"
    assert disagreement_line(viewer(), both).heading is None


def test_many_sides(book: Ledger) -> None:
    (listed,) = disagreements(book, DisagreementFilters()).items
    sides = tuple(msgspec.structs.replace(listed.disagreement.sides[0], position=f"{number}") for number in range(6))
    many = msgspec.structs.replace(listed, disagreement=msgspec.structs.replace(listed.disagreement, sides=sides))
    line = disagreement_line(ENGLISH, many)
    assert (len(line.sides), line.more_sides) == (4, 2)


def test_a_report(book: Ledger) -> None:
    lines = {one.id: document_line(viewer(), one) for one in documents(book, DocumentFilters()).items}
    assert (lines["b"].outlet, lines["b"].mentions, lines["b"].statements, lines["b"].copied_from) == (
        "المرايا",
        "حدث واحد",
        "لا أقوال",
        "a",
    )
    assert lines["a"].copied_from is None


@pytest.mark.parametrize(
    ("count", "words"), [(0, "لا أحداث"), (1, "حدث واحد"), (2, "حدثان"), (7, "7 أحداث"), (11, "11 حدثًا"), (100, "100 حدث")]
)
def test_counted(count: int, words: str) -> None:
    assert counted(viewer(), "events", count) == words


@pytest.mark.parametrize(
    ("first", "last", "edtf"),
    [
        ("", "", None),
        ("2020-03-14", "2020-03-14", "2020-03-14"),
        ("2020-03-14", "2020-03-20", "2020-03-14/2020-03-20"),
        ("2020-02-01", "2020-02-29", "2020-02"),
        ("2020-02-01", "2020-02-28", "2020-02-01/2020-02-28"),
        ("2020-01-01", "2020-12-31", "2020"),
        ("2019-01-01", "2020-12-31", "2019-01-01/2020-12-31"),
    ],
)
def test_span(first: str, last: str, edtf: str | None) -> None:
    assert span(first, last) == edtf
