from itertools import permutations
from pathlib import Path

import pytest

from tawatur.errors import NotFoundError
from tawatur.ledger import custody
from tawatur.ledger.deriving import reading, rebuild, refresh
from tawatur.ledger.store import Ledger
from tawatur.ledger.versions import captures, reading_of, versions
from tests.ledger.contents import contents
from tests.ledger.pages import TOLL, fetched, page, take_in

URL = "https://example.org/news/12"
FIRST, SECOND, THIRD = "2020-03-14T10:00:00Z", "2020-03-14T12:00:00Z", "2020-03-15T08:00:00Z"
FIVE, SAME, SEVEN = (page(TOLL.format(5)), page(TOLL.format(5), noise="an advertisement"), page(TOLL.format(7)))


def test_a_changed_page_is_a_new_version_of_the_same_document(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        (one,) = take_in(ledger, fetched(FIVE, URL, FIRST))
        (same,) = take_in(ledger, fetched(SAME, URL, SECOND))
        (other,) = take_in(ledger, fetched(SEVEN, URL, THIRD))
        assert (one.is_new, one.is_changed, same.is_new, same.is_changed, other.is_new, other.is_changed) == (
            True,
            False,
            False,
            False,
            False,
            True,
        )
        assert one.id == same.id == other.id
        assert [(version.number, version.seen_at, version.is_current) for version in versions(ledger, one.id)] == [
            (1, FIRST, False),
            (2, THIRD, True),
        ]
        assert [capture.seen_at for capture in captures(ledger, one.id)] == [FIRST, SECOND, THIRD]
        old, new = (reading_of(ledger, one.id, version.sha256) for version in versions(ledger, one.id))
        assert ("مقتل 5" in old.document.text, "مقتل 7" in new.document.text) == (True, True)
        assert reading(ledger, one.id) == new
        assert new.document.sha256 == versions(ledger, one.id)[1].sha256
        assert ledger.value("SELECT count(*) FROM documents") == 1
        assert [entry.act for entry in custody.entries(ledger)] == ["captured"] * 3


def test_versions_do_not_depend_on_the_order_of_adding(tmp_path: Path) -> None:
    found = []
    pages = fetched(FIVE, URL, FIRST), fetched(SAME, URL, SECOND), fetched(SEVEN, URL, THIRD)
    for number, order in enumerate(permutations(pages)):
        with Ledger(tmp_path / f"{number}.ledger", create=True) as ledger:
            for one in order:
                take_in(ledger, one)
            list(refresh(ledger))
            once = contents(ledger), [versions(ledger, "".join(row)) for row in ledger.rows("SELECT id FROM documents").fetchall()]
            list(rebuild(ledger))
            assert contents(ledger) == once[0]
            found.append(once)
    assert all(one == found[0] for one in found)


def test_a_page_that_goes_back_to_what_it_was_has_three_versions(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        for content, seen_at in ((FIVE, FIRST), (SEVEN, SECOND), (FIVE, THIRD)):
            (one,) = take_in(ledger, fetched(content, URL, seen_at, is_live=True))
        assert one.is_changed
        assert [version.seen_at for version in versions(ledger, one.id)] == [FIRST, SECOND, THIRD]
        assert "مقتل 5" in reading(ledger, one.id).document.text
        take_in(ledger, fetched(FIVE, URL, "2020-03-16T08:00:00Z", is_live=True))
        assert len(captures(ledger, one.id)) == 3


def test_what_is_fetched_now_is_the_newest_even_when_the_clock_went_back(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        take_in(ledger, fetched(FIVE, URL, THIRD, is_live=True))
        (one,) = take_in(ledger, fetched(SEVEN, URL, FIRST, is_live=True))
        assert [version.seen_at for version in versions(ledger, one.id)] == [THIRD, "2020-03-15T08:00:01Z"]
        assert "مقتل 7" in reading(ledger, one.id).document.text


def test_search_finds_the_words_of_the_current_version_only(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        take_in(ledger, fetched(page(TOLL.format("خمسة")), URL, FIRST), fetched(page(TOLL.format("سبعة")), URL, SECOND))
        found = {
            word: ledger.value("SELECT count(*) FROM words WHERE words MATCH ?", f"folded: {word}") for word in ("خمسه", "سبعه", "الموصل")
        }
        assert found == {"خمسه": 0, "سبعه": 1, "الموصل": 1}


def test_a_document_that_is_not_there(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        with pytest.raises(NotFoundError, match="no such document"):
            versions(ledger, "d0")
        (one,) = take_in(ledger, fetched(FIVE, URL, FIRST))
        with pytest.raises(NotFoundError, match="holds no snapshot"):
            reading_of(ledger, one.id, "0")
