from itertools import permutations
from pathlib import Path

import pytest

from tawatur.intake import Given, Snapshot
from tawatur.ledger.identity import CLAIMED, FOUND, is_revision, name
from tawatur.ledger.store import Ledger
from tests.ledger.pages import OTHER, TOLL, fetched, page, take_in

DAY, NEXT = "2020-03-14T10:00:00Z", "2020-03-15T10:00:00Z"
A, B, C = "https://example.org/a", "https://m.example.org/a?view=1", "https://example.org/c"


def ids(folder: Path, snapshots: tuple[Snapshot, ...]) -> set[tuple[str, ...]]:
    """The documents of a ledger, for each order in which the snapshots may come."""
    found = set()
    for number, order in enumerate(permutations(snapshots)):
        with Ledger(folder / f"{number}.ledger", create=True) as ledger:
            for one in order:
                take_in(ledger, one)
            found.add(tuple(row[0] for row in ledger.rows("SELECT id FROM documents ORDER BY id")))
            assert ledger.value("SELECT count(*) FROM readings") == ledger.value("SELECT count(*) FROM documents")
            assert ledger.rows("SELECT document FROM captures EXCEPT SELECT id FROM documents").fetchall() == []
    return found


@pytest.mark.parametrize(
    "snapshots",
    [
        (fetched(page(TOLL.format(5)), A, DAY), fetched(page(TOLL.format(5)), B, DAY), fetched(page(TOLL.format(5)), C, NEXT)),
        (fetched(page(TOLL.format(5), canonical=C), A, DAY), fetched(page(TOLL.format(5), canonical=C, noise="x"), B, DAY)),
        (fetched(page(TOLL.format(5), canonical=C), A, DAY), fetched(page(TOLL.format(6)), C, NEXT)),
        (fetched(page(TOLL.format(5)), A, DAY), Snapshot("saved.html", "saved.html", "html", page(TOLL.format(5)))),
        (fetched(page(TOLL.format(5)), A, DAY), fetched(page(TOLL.format(5)), A + "?utm_source=feed#top", DAY)),
    ],
)  # fmt: skip
def test_a_page_seen_at_several_addresses_is_one_document(tmp_path: Path, snapshots: tuple[Snapshot, ...]) -> None:
    (found,) = ids(tmp_path, snapshots)
    assert len(found) == 1


def test_reports_that_claim_the_address_of_their_section_are_not_one(tmp_path: Path) -> None:
    pages = fetched(page(TOLL.format(5), canonical=C), A, DAY), fetched(page(OTHER, canonical=C), B, NEXT)
    assert {len(found) for found in ids(tmp_path, pages)} == {2}


def test_addresses_that_once_gave_one_notice_are_not_one_for_ever(tmp_path: Path) -> None:
    notice = page("نعتذر لقرائنا الكرام فالموقع متوقف الآن لأعمال الصيانة وسوف يعود إلى العمل في أقرب وقت ممكن إن شاء الله.")
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        take_in(ledger, fetched(notice, A, DAY), fetched(notice, C, DAY))
        take_in(ledger, fetched(page(TOLL.format(5)), A, NEXT), fetched(page(OTHER), C, NEXT))
        assert ledger.value("SELECT count(*) FROM documents") == 3


def test_a_page_may_change_altogether_at_its_own_address(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        first, second = take_in(ledger, fetched(page(TOLL.format(5)), A, DAY), fetched(page(OTHER), A, NEXT))
        assert (first.id, second.is_changed) == (second.id, True)


def test_an_article_with_an_id_keeps_it_when_it_changes(tmp_path: Path) -> None:
    lines = [f'{{"id": "7", "url": "{A}", "text": "{TOLL.format(toll)}"}}'.encode() for toll in (5, 7)]
    snapshots = [Snapshot("a.jsonl", "a.jsonl:1", "article", line, seen_at=at) for line, at in zip(lines, (DAY, NEXT), strict=True)]
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        found = take_in(ledger, *snapshots)
        assert [(one.id, one.is_new, one.is_changed) for one in found] == [("7", True, False), ("7", False, True)]


def test_what_the_user_says_holds_for_every_version(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        take_in(ledger, fetched(page(TOLL.format(5)), A, DAY), given=Given(outlet="الصباح"))
        take_in(ledger, fetched(page(TOLL.format(7)), A, NEXT))
        assert ledger.rows("SELECT given_outlet, outlet FROM documents JOIN readings ON id = document").fetchall() == [("الصباح", "الصباح")]


def test_a_document_is_named_by_what_it_claims_then_by_where_it_was_found_then_by_its_bytes() -> None:
    sha256 = "ab" * 32
    assert name({("x/1", CLAIMED), ("x/2", FOUND)}, sha256) == name({("x/1", CLAIMED)}, sha256) == name({("x/1", FOUND)}, sha256)
    assert name({("x/1", FOUND), ("x/2", FOUND)}, sha256) in {name({("x/1", FOUND)}, sha256), name({("x/2", FOUND)}, sha256)}
    assert name(set(), sha256) == "d" + sha256[:16]


def test_a_revision_shares_words() -> None:
    assert is_revision(TOLL.format(5), TOLL.format("سبعة") + " " + OTHER)
    assert not is_revision(TOLL.format(5), OTHER)
    assert is_revision("خبر", "خبر")
