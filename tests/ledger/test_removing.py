import zlib
from pathlib import Path

import pytest

from tawatur.errors import InputError, LedgerError, NotFoundError
from tawatur.intake import Given, Snapshot
from tawatur.ledger import custody, developments
from tawatur.ledger.adding import add_snapshots
from tawatur.ledger.deriving import refresh
from tawatur.ledger.removing import remove, tombstones, wipe
from tawatur.ledger.store import Ledger
from tawatur.ledger.verifying import verify
from tests.ledger.contents import contents
from tests.ledger.pages import OTHER, TOLL, fetched, page, take_in

URL, ELSEWHERE = "https://example.org/news/12", "https://example.net/fair"
FIRST, SECOND, THIRD = "2020-03-14T10:00:00Z", "2020-03-14T12:00:00Z", "2020-03-15T08:00:00Z"
OLD = fetched(page(TOLL.format("تسعة وتسعين"), noise="زعفران"), URL, FIRST)
NEW = fetched(page(TOLL.format("مئة"), noise="قرنفل"), URL, SECOND)
FAIR = fetched(page(OTHER), ELSEWHERE, THIRD)
LOGS = ("custody", "tombstones", "settings", "sqlite_sequence", "words_data", "words_idx", "words_docsize")
"""Tables that tell of what was, or that are laid out otherwise for the same."""


def filled(path: Path) -> tuple[str, str]:
    """A ledger of a page in two versions, and another page; their ids."""
    with Ledger(path, create=True) as ledger:
        toll, _ = take_in(ledger, OLD, NEW)
        (fair,) = take_in(ledger, FAIR)
        list(refresh(ledger))
    return toll.id, fair.id


def removed(path: Path, *documents: str) -> None:
    with Ledger(path) as ledger:
        found = remove(ledger, documents, "نور", "names a minor")
        list(refresh(ledger))
        assert wipe(ledger, found.documents)


def rows(ledger: Ledger, table: str) -> list[tuple[object, ...]]:
    found = ledger.rows(f"SELECT * FROM {table}").fetchall()
    return sorted((row[1:] if table == "documents" else row for row in found), key=repr)


def test_what_is_left_is_as_if_the_document_had_never_come(tmp_path: Path) -> None:
    toll, fair = filled(tmp_path / "a.ledger")
    removed(tmp_path / "a.ledger", toll)
    with Ledger(tmp_path / "a.ledger") as ledger, Ledger(tmp_path / "b.ledger", create=True) as other:
        take_in(other, FAIR)
        list(refresh(other))
        assert contents(ledger) == contents(other)
        for (table,) in ledger.rows("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            if table not in LOGS:
                assert rows(ledger, table) == rows(other, table), table
        words = [book.rows("SELECT term, doc FROM vocabulary ORDER BY 1").fetchall() for book in (ledger, other)]
        assert words[0] == words[1]
        assert [row[0] for row in ledger.rows("SELECT id FROM documents")] == [fair]
        assert [checked.fault for checked in verify(ledger) if checked.fault] == []


def test_no_byte_of_it_is_left_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    toll, _ = filled(path)
    pieces = [word.encode() for word in ("انفجار", "السلام")] + [zlib.compress(one.content)[20:60] for one in (OLD, NEW)]
    before = path.read_bytes()
    assert [piece in before for piece in pieces] == [True] * len(pieces)
    removed(path, toll)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.ledger"]
    after = path.read_bytes()
    assert [piece in after for piece in pieces] == [False] * len(pieces)
    assert zlib.compress(FAIR.content)[20:60] in after


def test_word_of_it_stays(tmp_path: Path) -> None:
    toll, _ = filled(tmp_path / "a.ledger")
    with Ledger(tmp_path / "a.ledger") as ledger:
        found = remove(ledger, [toll[:9]], " نور ", " names a minor ")
        assert (found.documents, found.kept) == ((toll,), ())
        assert [(one.sha256, one.source, one.removed_by, one.reason) for one in found.tombstones] == [
            (one.sha256, URL, "نور", "names a minor") for one in (OLD, NEW)
        ]
        assert set(tombstones(ledger)) == set(found.tombstones)
        *_, one, other = custody.entries(ledger)
        assert (one.act, one.subject, one.detail["sha256"], other.detail["sha256"]) == ("removed", toll, OLD.sha256, NEW.sha256)


def test_it_does_not_come_in_again(tmp_path: Path) -> None:
    toll, _ = filled(tmp_path / "a.ledger")
    removed(tmp_path / "a.ledger", toll)
    with Ledger(tmp_path / "a.ledger") as ledger:
        (result,) = add_snapshots(ledger, [OLD], Given(), 1)
        assert isinstance(result, InputError)
        assert "was removed from this ledger by نور" in str(result)
        assert "names a minor" in str(result)


def test_bytes_on_which_another_document_rests_stay(tmp_path: Path) -> None:
    toll, fair = filled(tmp_path / "a.ledger")
    with Ledger(tmp_path / "a.ledger") as ledger:
        ledger.rows(
            "INSERT INTO captures SELECT ?, sha256, source, seen_at, headers, text_sha256 FROM captures WHERE sha256 = ?", fair, NEW.sha256
        )
        found = remove(ledger, [toll], "نور", "twice")
        assert ([one.sha256 for one in found.tombstones], found.kept) == ([OLD.sha256], (NEW.sha256,))
        assert ledger.value("SELECT count(*) FROM snapshots") == 2
        assert [checked.fault for checked in verify(ledger) if checked.fault] == []
        both = remove(ledger, [fair], "نور", "too")
        assert {one.sha256 for one in both.tombstones} == {FAIR.sha256, NEW.sha256}
        assert [checked.fault for checked in verify(ledger) if checked.fault] == []


def test_documents_that_rest_on_one_another_s_bytes_go_together(tmp_path: Path) -> None:
    toll, fair = filled(tmp_path / "a.ledger")
    with Ledger(tmp_path / "a.ledger") as ledger:
        ledger.rows(
            "INSERT INTO captures SELECT ?, sha256, source, seen_at, headers, text_sha256 FROM captures WHERE sha256 = ?", fair, NEW.sha256
        )
        found = remove(ledger, [toll, fair, toll], "نور", "all")
        assert (len(found.documents), len(found.tombstones), found.kept) == (2, 3, ())
        assert ledger.value("SELECT count(*) FROM snapshots") == 0
        assert [checked.fault for checked in verify(ledger) if checked.fault] == []


def test_all_go_or_none(tmp_path: Path) -> None:
    toll, _ = filled(tmp_path / "a.ledger")
    with Ledger(tmp_path / "a.ledger") as ledger:
        before = custody.head(ledger)
        with pytest.raises(NotFoundError, match="no such document"):
            remove(ledger, [toll, "zz"], "نور", "x")
        for by, reason in (("", "x"), ("نور", " ")):
            with pytest.raises(LedgerError, match="who decided and why"):
                remove(ledger, [toll], by, reason)
        assert (custody.head(ledger), ledger.value("SELECT count(*) FROM documents")) == (before, 2)


def test_while_another_reads_the_files_cannot_be_wiped(tmp_path: Path) -> None:
    toll, _ = filled(tmp_path / "a.ledger")
    with Ledger(tmp_path / "a.ledger") as ledger, Ledger(tmp_path / "a.ledger") as reader:
        ledger.rows("PRAGMA busy_timeout = 10")
        with reader.snapshot():
            reader.value("SELECT count(*) FROM documents")
            remove(ledger, [toll], "نور", "x")
            assert not wipe(ledger, [toll])
        assert wipe(ledger, [toll])


def test_a_report_that_does_not_say_where_it_was_can_go_too(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        (one,) = take_in(ledger, Snapshot("a.txt", "a.txt", "text", TOLL.format(3).encode()))
        assert remove(ledger, [one.id], "نور", "x").tombstones[0].source == "a.txt"
        assert [checked.fault for checked in verify(ledger) if checked.fault] == []


def test_a_watch_tells_nothing_of_it_any_more_and_asks_for_it_no_more(tmp_path: Path) -> None:
    toll, fair = filled(tmp_path / "a.ledger")
    with Ledger(tmp_path / "a.ledger") as ledger:
        take_in(ledger, fetched(page(TOLL.format("مئتي")), URL, THIRD))
        list(refresh(ledger, is_noting=True))
        developments.settle(ledger, "a webhook")
        told = [one.documents for _, one in developments.untold(ledger)]
        assert (toll,) in told
        kept = ledger.value("INSERT INTO developments (is_told, record) VALUES (0, ?) RETURNING number", f'{{"documents": ["{fair}"]}}')
        for address in ("example.org/news/12", "example.net/fair"):
            ledger.rows("INSERT INTO visits VALUES (?, '', NULL, ?, ?, NULL, NULL, 0)", address, THIRD, THIRD)
        take_in(ledger, fetched(page(TOLL.format("ألف")), URL, "2020-03-16T08:00:00Z"))
        list(refresh(ledger, is_noting=True))
        found = remove(ledger, [toll], "نور", "x")
        list(refresh(ledger, is_noting=True))
        assert ledger.value("SELECT count(*) FROM changing") > 0
        assert wipe(ledger, found.documents)
        assert [row[0] for row in ledger.rows("SELECT number FROM developments")] == [kept]
        assert ledger.value("SELECT count(*) FROM deliveries") == 0
        assert ledger.rows("SELECT * FROM changing WHERE record != ''").fetchall() == []
        assert dict(ledger.rows("SELECT address, next_at FROM visits")) == {"example.org/news/12": None, "example.net/fair": THIRD}
