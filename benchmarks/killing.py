"""Whether anything is lost when a command is killed: SIGKILL at a random moment, then everything is looked at.

For each command a ledger of some hundred reports is copied, the command is run on it in a child that was forked ready, and killed after a
delay drawn from the whole of the time that it takes undisturbed. Then the ledger must open, `tawatur verify` must pass, every document in
it must be whole, and the same command run again must come to the ledger that an undisturbed run comes to: the same rows in every table,
but for clock times, hashes that hold them, and row numbers.

    python benchmarks/killing.py --kills 200 --record killing.json
"""

import argparse
import gc
import io
import json
import os
import re
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, NoReturn

import reports
from serving import served

from tawatur.cli import main as tawatur

REPORTS = 150
"""That the ledger holds; a quarter as many come to it."""
_FEW = 50
"""So few reports are read in the process of the command itself."""
_LATEST = 1.05
"""The latest moment of a kill, in the time that the command takes undisturbed."""
_SLOWER = 1.05
"""That time is what the last run took which came to its end; after each that did not, it is taken to be somewhat longer."""
_CLOCKS = {
    "feeds": ("quiet",), "snapshots": ("fetched_at",), "captures": ("seen_at",), "custody": ("number", "at", "previous", "hash"),
    "documents": ("number",), "developments": ("number",),
}  # fmt: skip
"""Columns that differ from run to run: times, what is hashed with them, and row numbers."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_COUNTERS = ("inputs", "reconciled")
_INDEX = "words"
_CRASHED = 70
_MISTAKEN = "NULL value in "
"""What SQLite 3.40 says of sound tables WITHOUT ROWID whose key is not their first columns."""


class Command(NamedTuple):
    """What is killed: its words, with `LEDGER` for the ledger and `BACKUP` for a backup that it makes, and the ledger that it is run on,
    none for a new one. `ends` are the exit statuses with which it may end when it is run again: 1 where its work may be done already.
    """

    name: str
    words: tuple[str, ...]
    base: Path | None
    ends: tuple[int, ...] = (0,)


class Trial(NamedTuple):
    """One kill: the delay in seconds, whether the command was still at work, and what was wrong afterwards."""

    command: str
    delay: float
    was_at_work: bool
    faults: tuple[str, ...]


def forked(words: list[str], delay: float | None = None) -> tuple[int | None, float]:
    """Runs a command in a child; kills it after `delay` seconds when given. Its exit status, None when it was killed, and its seconds."""
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        _work(words)
    if delay is not None:
        _kill_after(child, started + delay)
    _, status = os.waitpid(child, 0)
    return (None if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)), time.monotonic() - started


def _work(words: list[str]) -> NoReturn:
    """In the child: nothing of the parent's may go on here, whatever happens."""
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in range(2):
        os.dup2(silence, stream)
    status = _CRASHED
    try:
        status = tawatur(words)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def _kill_after(child: int, moment: float) -> None:
    while time.monotonic() < moment:
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)


def content(path: Path) -> dict[str, list[str]]:
    """The rows of every table but for what the clock says, each table in an order of its own; of the word index its vocabulary."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT NULL ORDER BY name").fetchall()
        kept = [name for (name,) in tables if not name.startswith(("sqlite_", _INDEX + "_")) and name != _INDEX]
        return {name: sorted(_rows(connection, name)) for name in kept}


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    cursor = connection.execute(f"SELECT * FROM {table}")
    columns = [column[0] for column in cursor.description]
    for row in cursor:
        if table == "settings" and row[0] in _COUNTERS:
            continue
        yield _MOMENT.sub("", repr([value for column, value in zip(columns, row, strict=True) if column not in _CLOCKS.get(table, ())]))


def faults_of(path: Path) -> list[str]:
    """What is wrong with a ledger, whatever was running when it was left: it opens, is sound, is verified, and holds whole documents."""
    if not path.exists():
        return []
    found = []
    with closing(sqlite3.connect(path)) as connection:
        lines = [line for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok" and not line.startswith(_MISTAKEN)]
        if lines:
            found.append(f"integrity: {lines[:3]}")
        if broken := connection.execute("PRAGMA foreign_key_check").fetchall():
            found.append(f"foreign keys: {broken[:3]}")
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            found += _halves(connection)
            status, _ = forked(["verify", str(path)])
            if status != 0:
                found.append(f"verify: exit status {status}")
    return found


_WHOLE = {
    "documents without a reading": "SELECT id FROM documents EXCEPT SELECT document FROM readings",
    "readings without a document": "SELECT document FROM readings EXCEPT SELECT id FROM documents",
    "documents without features": "SELECT id FROM documents EXCEPT SELECT document FROM kept_documents",
    "documents without a capture": "SELECT id FROM documents EXCEPT SELECT document FROM captures",
    "documents without a snapshot": "SELECT sha256 FROM documents EXCEPT SELECT sha256 FROM snapshots",
    "captures without a snapshot": "SELECT sha256 FROM captures EXCEPT SELECT sha256 FROM snapshots",
    "snapshots without a capture": "SELECT sha256 FROM snapshots EXCEPT SELECT sha256 FROM captures",
    "snapshots without custody": "SELECT sha256 FROM snapshots EXCEPT SELECT json_extract(detail, '$.sha256') FROM custody",
    "judgements without custody": "SELECT id FROM judgements EXCEPT SELECT subject FROM custody WHERE act = 'judged'",
    "mentions without a document": "SELECT document FROM mentions EXCEPT SELECT id FROM documents",
    "statements without a document": "SELECT document FROM statements EXCEPT SELECT id FROM documents",
}


def _halves(connection: sqlite3.Connection) -> list[str]:
    """Documents of which only a part is there."""
    found = ((what, connection.execute(sql).fetchall()) for what, sql in _WHOLE.items())
    return [f"{what}: {[row[0] for row in rows[:3]]}" for what, rows in found if rows]


class Killer:
    """Kills one command at random moments, each time on a fresh copy of its ledger."""

    def __init__(self, command: Command, folder: Path, random: Random) -> None:
        self.command, self.folder, self.random = command, folder, random
        self.ledger, self.backup = folder / "trial.ledger", folder / "trial.zip"
        self._afresh()
        status, self.seconds = forked(self._words())
        if status != 0:
            raise SystemExit(f"{command.name}: exit status {status} when left alone")
        self.expected = content(self._result())

    def _words(self) -> list[str]:
        named = {"LEDGER": str(self.ledger), "BACKUP": str(self.backup)}
        return [named.get(word, word) for word in self.command.words]

    def _result(self) -> Path:
        """The ledger that the command comes to: its own, or the one in the backup that it made."""
        if "BACKUP" not in self.command.words:
            return self.ledger
        restored = self.folder / "trial.restored"
        return restored if forked(["restore", str(self.backup), str(restored), "--replace"])[0] == 0 else self.folder / "none"

    def _afresh(self) -> None:
        for file in self.folder.glob("*trial*"):
            shutil.rmtree(file) if file.is_dir() else file.unlink()
        if self.command.base:
            shutil.copy(self.command.base, self.ledger)

    def kill(self) -> Trial:
        self._afresh()
        delay = self.random.uniform(0, _LATEST * self.seconds)
        status, spent = forked(self._words(), delay)
        self.seconds = self.seconds * _SLOWER if status is None else spent
        return Trial(self.command.name, delay, status is None, tuple(self._faults()))

    def _faults(self) -> Iterator[str]:
        yield from faults_of(self.ledger)
        if self.backup.exists() and not self._result().exists():
            yield "a backup that is not whole"
        status, _ = forked(self._words())
        if status not in self.command.ends:
            yield f"run again: exit status {status}"
            return
        found = content(self._result())
        for table in sorted(self.expected.keys() | found.keys()):
            more, less = _difference(found, self.expected, table), _difference(self.expected, found, table)
            if more or less:
                yield f"{table}: not what an undisturbed run comes to; more: {more[:2]}, less: {less[:2]}"


def _difference(one: dict[str, list[str]], other: dict[str, list[str]], table: str) -> list[str]:
    return list((Counter(one.get(table, ())) - Counter(other.get(table, ()))).elements())


def commands(folder: Path, first: Path, more: Path, count: int, feed: str) -> list[Command]:
    """The commands that write, with what each needs, on a ledger of so many of the first reports, to which the others or a feed's come.

    The quick ones are named twice.
    """
    base, small = (_made(folder / name, first, most) for name, most in (("base.ledger", count), ("small.ledger", min(count, _FEW))))
    judgements = str(_judgements(folder, base))
    quick = [
        Command("add", ("add", "LEDGER", str(more)), base),
        Command("add to nothing", ("add", "LEDGER", str(more)), None),
        Command("rebuild", ("rebuild", "LEDGER"), small),
        Command("judge", ("judge", "LEDGER", "--from", judgements), base),
    ]
    saved = str(folder / "saved.zip")
    forked(["backup", str(base), saved])
    gone = [f"r1-{number}" for number in range(0, count, 10)]
    others = [
        Command("rebuild in processes", ("rebuild", "LEDGER"), base),
        Command("watch", ("watch", "LEDGER", feed, "--once", "--allow-private", "--ignore-robots"), None),
        Command("backup", ("backup", "LEDGER", "BACKUP", "--replace"), base),
        Command("restore", ("restore", saved, "LEDGER", "--replace"), small),
        Command("remove", ("remove", "LEDGER", *gone, "--by", "نور", "--reason", "أسماء قاصرين"), base, (0, 1)),
    ]
    return [*quick, *quick, *others]


def _made(ledger: Path, articles: Path, count: int) -> Path:
    """A ledger of the first articles of a file."""
    part = ledger.with_suffix(".jsonl")
    part.write_text("".join(articles.read_text(encoding="utf-8").splitlines(keepends=True)[:count]), encoding="utf-8")
    if forked(["add", str(ledger), str(part)])[0] != 0:
        raise SystemExit("the ledger cannot be made")
    return ledger


def _judgements(folder: Path, base: Path) -> Path:
    """A file of judgements on the ledger's mentions: pairs that are told apart, and mentions that are wrong."""
    scratch = str(folder / "scratch.ledger")
    shutil.copy(base, scratch)
    with closing(sqlite3.connect(scratch)) as connection:
        mentions = [row[0] for row in connection.execute("SELECT id FROM mentions ORDER BY id LIMIT 12")]
    for one, other in zip(mentions[::2], mentions[1::2], strict=False):
        forked(["judge", scratch, "different", one, other, "--by", "نور", "--why", "موقعان"])
    forked(["judge", scratch, "wrong", mentions[-1], "--by", "نور", "--why", "ليس خبرا"])
    forked(["export", scratch, str(folder / "exported")])
    return folder / "exported" / "judgements.jsonl"


def run(kills: int, seed: int, folder: Path, known: list[Command]) -> Iterator[Trial]:
    """So many kills, the commands in turn."""
    random = Random(seed)
    killers: dict[str, Killer] = {}
    for number in range(kills):
        command = known[number % len(known)]
        killer = killers[command.name] = killers.get(command.name) or Killer(command, folder, random)
        yield killer.kill()


def _articles(folder: Path, corpus: Path | None, count: int) -> tuple[Path, Path]:
    """The reports that the ledger holds and those that come to it: made by the code, or the lines of a file."""
    first, more = folder / "first.jsonl", folder / "more.jsonl"
    if corpus is None:
        return reports.write(first, count, 1), reports.write(more, count // 4, 2)
    lines = corpus.read_text(encoding="utf-8").splitlines(keepends=True)[: count + count // 4]
    first.write_text("".join(lines[:count]), encoding="utf-8")
    more.write_text("".join(lines[count:]), encoding="utf-8")
    return first, more


def take_down(trial: Trial, found: dict[str, Any]) -> None:
    """Adds a kill to the counts."""
    count = found["commands"].setdefault(trial.command, dict.fromkeys(("kills", "at work", "faults"), 0))
    for key, one in (("kills", 1), ("at work", trial.was_at_work), ("faults", bool(trial.faults))):
        count[key] += int(one)
    found["kills"] += 1
    found["faults"] += [trial._asdict()] if trial.faults else []


def _recorded(path: Path | None) -> dict[str, Any]:
    if path is None or not path.exists():
        return {"kills": 0, "commands": {}, "faults": []}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--reports", type=int, default=REPORTS, help="that the ledger holds; a quarter as many come to it")
    parser.add_argument("--corpus", type=Path, help="a file of article lines, in place of reports made by the code")
    parser.add_argument("--only", nargs="+", metavar="COMMAND", help="only these commands: add, watch, …")
    parser.add_argument("--record", type=Path, help="a file for the counts, as JSON; they are added to those that it holds")
    options = parser.parse_args()
    found = _recorded(options.record)
    with served() as feed, tempfile.TemporaryDirectory() as folder:
        _warm(Path(folder) / "warm")
        articles = _articles(Path(folder), options.corpus, options.reports)
        known = commands(Path(folder), *articles, options.reports, feed)
        wanted = [command for command in known if command.name in (options.only or command.name)]
        for trial in run(options.kills, options.seed + found["kills"], Path(folder), wanted):
            _tell(trial)
            take_down(trial, found)
            if options.record:
                options.record.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    print(json.dumps({key: value for key, value in found.items() if key != "faults"}))
    return 1 if found["faults"] else 0


def _warm(folder: Path) -> None:
    """Loads all that the commands load, so that a child begins with its work."""
    folder.mkdir()
    ledger, articles = str(folder / "warm.ledger"), str(reports.write(folder / "warm.jsonl", 12))
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        for words in (
            ["add", ledger, articles],
            ["rebuild", ledger],
            ["verify", ledger],
            ["judgements", ledger],
            ["export", ledger, str(folder)],
        ):
            tawatur(words)
        tawatur(["judge", ledger, "--from", str(folder / "judgements.jsonl")])
    gc.collect()
    gc.freeze()


def _tell(trial: Trial) -> None:
    for fault in trial.faults:
        print(f"{trial.command} killed after {trial.delay:.3f} s: {fault[:600]}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
