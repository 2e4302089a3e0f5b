from tawatur.ledger.sources import Source, sources
from tawatur.ledger.store import Ledger


def test_outlets_agencies_and_speakers(book: Ledger) -> None:
    assert list(sources(book)) == [
        Source("outlet", "الصباح الجديد", 1, 1, 1, {}),
        Source("outlet", "الضفة", 1, 1, 1, {}),
        Source("outlet", "المرايا", 1, 0, 0, {"الصباح الجديد": 1}),
        Source("agency", "وكالة النهر", 1, 0, 1, {}),
        Source("speaker", "سالم", 2, 2, 2, {}),
    ]


def test_narrowed(book: Ledger) -> None:
    assert [source.name for source in sources(book, "outlet", limit=1)] == ["الصباح الجديد"]
    assert [source.kind for source in sources(book, text="وكاله")] == ["agency"]
