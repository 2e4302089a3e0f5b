from tawatur.ledger.sources import Source, sources
from tawatur.ledger.store import Ledger


def test_outlets_agencies_and_speakers(book: Ledger) -> None:
    assert list(sources(book)) == [
        Source("outlet", "الصباح الجديد", 1, 1, 1, {}, "الصباح الجديد"),
        Source("outlet", "الضفة", 1, 1, 1, {}, "الضفة"),
        Source("outlet", "المرايا", 1, 0, 0, {"الصباح الجديد": 1}, "المرايا"),
        Source("agency", "وكالة النهر", 1, 0, 1, {}, "river"),
        Source("speaker", "سالم", 2, 2, 2, {}, "salim"),
    ]


def test_narrowed(book: Ledger) -> None:
    assert [source.name for source in sources(book, "outlet", limit=1)] == ["الصباح الجديد"]
    assert [source.kind for source in sources(book, text="وكاله")] == ["agency"]
