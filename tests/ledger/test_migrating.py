import sqlite3
import zlib
from contextlib import closing
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest

from tawatur.errors import LedgerError
from tawatur.ledger import custody
from tawatur.ledger.deriving import reading, refresh
from tawatur.ledger.migrating import copy_of
from tawatur.ledger.store import APPLICATION_ID, Ledger
from tests.ledger.pages import TOLL

CONTENT = TOLL.format(5).encode()
JUDGEMENT = '{"id":"j1","kind":"right","subject":"d1","object":null,"value":null,"by":"a","why":"b","at":"2020-03-15T09:00:00Z"}'
HASH = sha256(CONTENT).hexdigest()


def older(path: Path, version: int) -> Path:
    """A ledger as that version made it, with one report."""
    scripts = sorted((files("tawatur.ledger") / "migrations").iterdir(), key=lambda item: item.name)
    with closing(sqlite3.connect(path)) as connection:
        for script in scripts[:version]:
            connection.executescript(script.read_text(encoding="utf-8"))
        connection.execute("INSERT INTO snapshots VALUES (?, 'text', ?, '2020-03-15T08:00:00Z')", (HASH, zlib.compress(CONTENT)))
        connection.execute("INSERT INTO documents (id, sha256, source, given_outlet) VALUES ('d1', ?, 'a.txt', 'الصباح')", (HASH,))
        columns = ("document", "reader_version", "reading", *(["features"] if version == 1 else []))
        values = ("d1", "1.0", b"", b"")[: len(columns)]
        connection.execute(f"INSERT INTO readings ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", values)
        connection.execute("INSERT INTO judgements VALUES (?, ?)", ("j1", JUDGEMENT))
        connection.execute("CREATE TABLE kept_documents (number INTEGER PRIMARY KEY, of_another_shape TEXT NOT NULL)")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()
    return path


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_ledger_is_brought_up_to_date_and_kept_beside(tmp_path: Path, version: int) -> None:
    path = older(tmp_path / "a.ledger", version)
    with Ledger(path) as ledger:
        list(refresh(ledger))
        assert reading(ledger, "d1").document.text == CONTENT.decode()
        assert ledger.rows("SELECT document, sha256, source, seen_at FROM captures").fetchall() == [
            ("d1", HASH, "a.txt", "2020-03-15T08:00:00Z")
        ]
        assert ledger.value("SELECT text_sha256 FROM captures") == HASH
        assert [(entry.act, entry.subject) for entry in custody.entries(ledger)] == [("taken_over", "d1"), ("told", "d1"), ("judged", "j1")]
    with closing(sqlite3.connect(copy_of(path, version))) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (version,)
        assert copy.execute("SELECT id FROM documents").fetchall() == [("d1",)]


def fail(*_: object, **__: object) -> None:
    raise sqlite3.OperationalError("database or disk is full")


def test_a_migration_that_fails_leaves_the_older_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = older(tmp_path / "a.ledger", 2)
    with monkeypatch.context() as patch:
        patch.setattr(custody, "record", fail)
        with pytest.raises(LedgerError, match="disk"):
            Ledger(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    with Ledger(path) as ledger:
        assert ledger.value("SELECT count(*) FROM custody") == 3


def test_a_newer_ledger_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    with Ledger(path, create=True) as ledger:
        ledger.rows("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="newer"):
        Ledger(path)
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["a.ledger"]
