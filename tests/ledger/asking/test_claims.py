from tawatur.ledger.asking.claims import claims, count
from tawatur.ledger.store import Ledger


def test_claims(book: Ledger) -> None:
    page = claims(book)
    assert ([claim.id for claim in page.items], page.total, page.next) == (["claim-1"], 1, None)


def test_narrowed(book: Ledger) -> None:
    assert [claim.id for claim in claims(book, "مُتوقع الهجوم").items] == ["claim-1"]
    assert claims(book, "الصلح").items == ()
    assert count(book, "الصلح") == 0
