import msgspec

from tawatur.ledger.asking.news import developments
from tawatur.ledger.developments_records import Development, DevelopmentKind
from tawatur.ledger.store import Ledger


def put(book: Ledger, kind: DevelopmentKind, event: str) -> None:
    record = msgspec.json.encode(Development(kind, {"ar": "", "en": ""}, event=event)).decode()
    book.rows("INSERT INTO developments (is_told, record) VALUES (1, ?)", record)


def test_the_latest_first_without_what_is_for_programs(book: Ledger) -> None:
    assert developments(book) == ()
    for number, kind in enumerate(("event.new", "report.new", "toll", "event.joined")):
        put(book, kind, str(number))  # type: ignore[arg-type]
    assert [one.event for one in developments(book)] == ["3", "2", "0"]
    assert [one.event for one in developments(book, most=1)] == ["3"]
