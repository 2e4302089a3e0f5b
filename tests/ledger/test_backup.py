import hashlib
import json
import signal
import sqlite3
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tawatur.errors import LedgerError
from tawatur.ledger import backup as backups
from tawatur.ledger import custody
from tawatur.ledger.backup import LEDGER, MANIFEST, README, Manifest, backup
from tawatur.ledger.backup_files import beside, workspace
from tawatur.ledger.backup_restoring import restore
from tawatur.ledger.store import Ledger
from tests.ledger.contents import contents
from tests.ledger.test_verifying import tamper

Change = Callable[[dict[str, bytes]], object]
"""Changes the members of a backup, by name."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def packed(book: Ledger, tmp_path: Path) -> Path:
    backup(book, tmp_path / "b.zip")
    return tmp_path / "b.zip"


def rewrite(file: Path, change: Change) -> None:
    """Another backup in place of one, its members changed."""
    with zipfile.ZipFile(file) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    change(members)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def test_what_is_backed_up_comes_back(book: Ledger, tmp_path: Path) -> None:
    ticks: list[None] = []
    manifest = backup(book, tmp_path / "b.zip", tick=lambda: ticks.append(None))
    assert ticks
    assert (manifest.counts["documents"], manifest.counts["snapshots"], manifest.head) == (3, 3, custody.head(book))
    restored = restore(tmp_path / "b.zip", tmp_path / "c.ledger")
    assert (restored.manifest, restored.kept) == (manifest, None)
    with Ledger(tmp_path / "c.ledger") as other:
        assert contents(other) == contents(book)
        *_, last = custody.entries(other)
        assert (last.act, last.subject, last.detail["head"]) == ("restored", "b.zip", manifest.head)
        assert last.number == manifest.entries + 1
    assert names(tmp_path) == ["a.ledger", "a.ledger-shm", "a.ledger-wal", "b.zip", "c.ledger"]


def test_the_file_can_be_opened_without_this_program(packed: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed) as archive:
        assert archive.namelist() == [README, LEDGER, MANIFEST]
        assert "SQLite 3" in archive.read(README).decode()
        assert json.loads(archive.read(MANIFEST))["size"] == archive.getinfo(LEDGER).file_size
        archive.extract(LEDGER, tmp_path)
    connection = sqlite3.connect(tmp_path / LEDGER)
    assert connection.execute("SELECT count(*) FROM snapshots").fetchone() == (3,)
    connection.close()


def test_nothing_is_written_over_unasked(book: Ledger, tmp_path: Path, packed: Path) -> None:
    before = packed.read_bytes()
    with pytest.raises(LedgerError, match="is there already"):
        backup(book, packed)
    assert packed.read_bytes() == before
    custody_before = custody.head(book)
    with book.transaction():
        custody.record(book, "restored", "x")
    assert backup(book, packed, replace=True).head != custody_before
    with pytest.raises(LedgerError, match="is a folder"):
        backup(book, tmp_path)
    with pytest.raises(LedgerError, match="there is no folder"):
        backup(book, tmp_path / "no" / "b.zip")


def test_a_ledger_that_does_not_stand_up_is_not_backed_up(book: Ledger, packed: Path) -> None:
    before = packed.read_bytes()
    tamper(book, "UPDATE snapshots SET content = x'00'")
    with pytest.raises(LedgerError, match="not what they were"):
        backup(book, packed, replace=True)
    assert packed.read_bytes() == before


def test_others_read_and_write_meanwhile(book: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each step of the copy is followed by a write from elsewhere; the copy is of the moment at which it began."""
    monkeypatch.setattr(backups, "_PAGES", 8)
    head, writes = custody.head(book), 0

    def write() -> None:
        with Ledger(book.path) as other, other.transaction():
            custody.record(other, "restored", "x")

    def elsewhere() -> None:
        nonlocal writes
        if writes < 5:
            writes += 1
            thread = threading.Thread(target=write)
            thread.start()
            thread.join()

    assert backup(book, tmp_path / "b.zip", tick=elsewhere).head == head
    assert book.value("SELECT count(*) FROM custody") >= writes == 5


def test_a_ledger_that_is_there_is_kept(book: Ledger, packed: Path, tmp_path: Path) -> None:
    target = tmp_path / "c.ledger"
    with Ledger(target, create=True) as old, old.transaction():
        custody.record(old, "restored", "old")
    head_of_old = custody_head(target)
    with pytest.raises(LedgerError, match="--replace"):
        restore(packed, target)
    assert custody_head(target) == head_of_old
    first = restore(packed, target, replace=True).kept
    second = restore(packed, target, replace=True).kept
    assert first
    assert second
    assert first != second
    assert custody_head(first) == head_of_old
    with Ledger(target) as ledger:
        assert ledger.value("SELECT count(*) FROM documents") == 3


def custody_head(path: Path) -> str:
    with Ledger(path) as ledger:
        return custody.head(ledger)


def test_a_ledger_in_use_is_not_replaced(packed: Path, tmp_path: Path) -> None:
    target = tmp_path / "c.ledger"
    with Ledger(target, create=True) as used:
        with pytest.raises(LedgerError, match="another command is using it"):
            restore(packed, target, replace=True)
        assert used.value("SELECT count(*) FROM documents") == 0
    assert "c.ledger" in names(tmp_path)


def test_what_a_ledger_that_is_gone_left_does_not_get_into_the_new_one(packed: Path, tmp_path: Path) -> None:
    target = tmp_path / "c.ledger"
    (tmp_path / "c.ledger-wal").write_bytes(b"of another")
    with pytest.raises(LedgerError, match=r"c\.ledger-wal: is there already"):
        restore(packed, target)
    kept = restore(packed, target, replace=True).kept
    assert kept
    assert beside(kept)[0].read_bytes() == b"of another"
    assert beside(target) == []


def test_a_damaged_ledger_is_replaced_and_kept_with_all_that_was_beside_it(packed: Path, tmp_path: Path) -> None:
    target = tmp_path / "c.ledger"
    target.write_bytes(b"SQLite format 3\0" + b"x" * 4000)
    (tmp_path / "c.ledger-wal").write_bytes(b"its own")
    kept = restore(packed, target, replace=True).kept
    assert kept
    assert kept.read_bytes()[16:20] == b"xxxx"
    assert [path.read_bytes() for path in beside(kept)] == [b"its own"]


def test_without_links_the_old_ledger_is_copied(packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with Ledger(tmp_path / "c.ledger", create=True):
        pass
    kept = restore(packed, tmp_path / "c.ledger", replace=True).kept
    assert kept
    assert kept.exists()


def members_changed() -> Iterator[tuple[str, Change, str]]:
    def with_manifest(**fields: object) -> Change:
        def change(members: dict[str, bytes]) -> None:
            members[MANIFEST] = json.dumps({**json.loads(members[MANIFEST]), **fields}).encode()

        return change

    def flip(members: dict[str, bytes]) -> None:
        members[LEDGER] = members[LEDGER][:-1] + bytes([members[LEDGER][-1] ^ 1])

    yield "no manifest", lambda members: members.pop(MANIFEST), "is no whole backup"
    yield "a manifest that is none", lambda members: members.update({MANIFEST: b"[]"}), "is no whole backup"
    yield "a long manifest", lambda members: members.update({MANIFEST: b" " * (1 << 17) + members[MANIFEST]}), "is no whole backup"
    yield "no ledger", lambda members: members.pop(LEDGER), "is no whole backup"
    yield "one byte of the ledger", flip, "is not what its manifest says"
    yield "another size", with_manifest(size=1), "is not what its manifest says"
    yield "another hash", with_manifest(sha256="00"), "is not what its manifest says"
    yield "a newer format", with_manifest(format=2), "newer Tawatur"
    yield "many members", lambda members: members.update({str(number): b"" for number in range(80)}), "holds other things"


@pytest.mark.parametrize(("change", "what"), [row[1:] for row in members_changed()], ids=[row[0] for row in members_changed()])
def test_a_backup_that_was_changed_is_refused(packed: Path, tmp_path: Path, change: Change, what: str) -> None:
    rewrite(packed, change)
    with pytest.raises(LedgerError, match=what):
        restore(packed, tmp_path / "c.ledger")
    assert not (tmp_path / "c.ledger").exists()
    assert not any(name.endswith(".part") for name in names(tmp_path))


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\3\4" + b"x" * 50])
def test_a_file_that_is_no_backup(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "b.zip").write_bytes(content)
    with pytest.raises(LedgerError, match="is no backup that can be read"):
        restore(tmp_path / "b.zip", tmp_path / "c.ledger")
    with pytest.raises(LedgerError, match="No such file"):
        restore(tmp_path / "none.zip", tmp_path / "c.ledger")


def test_a_table_of_contents_beyond_all_measure_is_not_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        for number in range(60):
            info = zipfile.ZipInfo(str(number))
            info.comment = b" " * 0xFFFF
            archive.writestr(info, b"")
    with pytest.raises(LedgerError, match="table of contents is too long"):
        restore(tmp_path / "b.zip", tmp_path / "c.ledger")


def test_a_backup_cut_short_is_refused(packed: Path, tmp_path: Path) -> None:
    for part in (0.2, 0.9):
        (tmp_path / "cut.zip").write_bytes(packed.read_bytes()[: int(packed.stat().st_size * part)])
        with pytest.raises(LedgerError):
            restore(tmp_path / "cut.zip", tmp_path / "c.ledger")
    assert not (tmp_path / "c.ledger").exists()


def with_ledger(file: Path, change: str) -> None:
    """A backup whose manifest fits a ledger that somebody changed."""

    def changed(members: dict[str, bytes]) -> None:
        path = file.with_name("changed")
        path.write_bytes(members[LEDGER])
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(change)
        connection.commit()
        connection.close()
        members[LEDGER] = path.read_bytes()
        path.unlink()
        manifest = {**json.loads(members[MANIFEST]), "size": len(members[LEDGER]), "sha256": hashlib.sha256(members[LEDGER]).hexdigest()}
        members[MANIFEST] = json.dumps(manifest).encode()

    rewrite(file, changed)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("CREATE TRIGGER evil AFTER INSERT ON custody BEGIN DELETE FROM documents; END", "changed by another program"),
        (
            "CREATE VIEW evil AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT * FROM n",
            "changed by another program",
        ),
        ("DROP TRIGGER snapshots_stay", "was taken away"),
        ("PRAGMA user_version = 99", "newer Tawatur"),
        ("PRAGMA application_id = 1", "is no ledger"),
    ],
)
def test_a_backup_of_a_hostile_ledger_is_refused(packed: Path, tmp_path: Path, change: str, what: str) -> None:
    with_ledger(packed, change)
    with pytest.raises(LedgerError, match=what):
        restore(packed, tmp_path / "c.ledger")
    assert names(tmp_path) == ["a.ledger", "a.ledger-shm", "a.ledger-wal", "b.zip"]


def test_a_backup_for_which_there_is_no_room(packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=5))
    with pytest.raises(LedgerError, match="make room"):
        restore(packed, tmp_path / "c.ledger")


def test_what_a_killed_run_left_goes_and_what_looks_like_it_stays(tmp_path: Path) -> None:
    for name in (".b.zip.ab_c1234.part", ".b.zip.old.part", ".b.zip.x.abcdefgh.part", "b.zip.abcdefgh.part"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "ledger.sqlite").write_bytes(b"x")
    with workspace(tmp_path / "b.zip") as folder:
        assert folder.parent == tmp_path
    assert names(tmp_path) == [".b.zip.old.part", ".b.zip.x.abcdefgh.part", "b.zip.abcdefgh.part"]


KILLED = """
import os, signal, sys
from pathlib import Path
from tawatur.ledger.backup import backup
from tawatur.ledger.backup_restoring import restore
from tawatur.ledger.store import Ledger

left = int(sys.argv[1])

def tick(event, arguments):
    global left
    if event in ("open", "os.rename", "os.link", "os.mkdir", "os.remove", "sqlite3.connect"):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(tick)
if sys.argv[2] == "backup":
    with Ledger(Path(sys.argv[3])) as book:
        backup(book, Path(sys.argv[4]), replace=True)
else:
    restore(Path(sys.argv[3]), Path(sys.argv[4]), replace=True)
"""


@pytest.mark.parametrize("act", ["backup", "restore"])
def test_killed_at_any_step_it_leaves_the_old_state_or_the_new(book: Ledger, packed: Path, tmp_path: Path, act: str) -> None:
    """SIGKILL at one file operation after another, spread over the whole run. What is under the name is whole at all times."""
    target = tmp_path / "c.ledger"
    with Ledger(target, create=True) as old, old.transaction():
        custody.record(old, "restored", "old")
    old_head, new_head = custody_head(target), custody.head(book)
    source, name = (book.path, packed) if act == "backup" else (packed, target)
    endings = set()
    step, stride = 1, 1
    while True:
        status = subprocess.run([sys.executable, "-c", KILLED, str(step), act, source, name], capture_output=True).returncode
        endings.add(status)
        assert whole_manifest(packed).head == new_head
        if act == "restore":
            with Ledger(target) as ledger:
                assert next(custody.entries(ledger)).subject in ("old", "a")
        if status == 0:
            break
        step, stride = step + stride, min(stride + 1, 12)
    assert endings == {0, -signal.SIGKILL}
    if act == "restore":
        assert old_head in {custody_head(path) for path in tmp_path.glob("c.ledger.replaced-*") if path.name[-4:] not in ("-wal", "-shm")}
    assert not any(path.name.endswith(".part") for path in tmp_path.iterdir())


def whole_manifest(file: Path) -> Manifest:
    with backups.opened(file) as archive:
        manifest = backups.read_manifest(archive, file)
        assert sum(map(len, backups.contents(archive, file, manifest))) == manifest.size
    return manifest
