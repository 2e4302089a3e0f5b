"""Keeping what is derived in step with what came in: reading again, reconciling, and writing what they give."""

import re
from collections.abc import Iterator
from contextlib import closing

import msgspec

from tawatur import __version__
from tawatur.errors import InputError
from tawatur.ledger import changing
from tawatur.ledger.adding import Stored
from tawatur.ledger.rereading import read_again
from tawatur.ledger.results import RESULT_TABLES, Results
from tawatur.ledger.rows import VERSION, unpack
from tawatur.ledger.store import Ledger
from tawatur.model import Judgement, Reading
from tawatur.reconciling.reconciler import Reconciler

_STEP = 2_000
"""Documents that are reconciled at a time. More take more memory; fewer make more often anew what documents of several steps share."""
_NOT_YET = "-"
"""In place of the number of inputs, while what this version finds is not complete."""


def refresh(ledger: Ledger, *, is_noting: bool = False) -> Iterator[Stored | InputError]:
    """Brings the ledger up to date: reads again what an older reader read, and reconciles what came in since.

    Does nothing when nothing changed. Yields what `read_again` yields. `is_noting` as in `derive`.
    """
    if is_outdated(ledger):
        yield from read_again(ledger)
    if ledger.setting("reconciled") != _state(ledger):
        derive(ledger, is_noting=is_noting)


def rebuild(ledger: Ledger) -> Iterator[Stored | InputError]:
    """Makes everything derived anew from snapshots and judgements: the same ids, the same rows."""
    yield from read_again(ledger)
    ledger.set("reconciled", "")
    derive(ledger)


def is_outdated(ledger: Ledger) -> bool:
    """Whether an older reader made some of the readings, or a reading again was stopped half way."""
    versions = [row[0] for row in ledger.rows("SELECT DISTINCT reader_version FROM readings")]
    return ledger.setting("rereading") != "" or any(_number(version) < _number(VERSION) for version in versions)


def is_current(ledger: Ledger) -> bool:
    """Whether `refresh` has nothing to do."""
    return not is_outdated(ledger) and ledger.setting("reconciled") == _state(ledger)


def derive(ledger: Ledger, *, is_noting: bool = False) -> None:
    """Reconciles what came in, changed, went or was judged since the last time, with what it touches.

    It does so in steps, each kept whole or not at all, with nothing left in memory from one to the next. When it is stopped, or another
    command adds something meanwhile, the ledger is not current, and the next time goes on from there.

    `is_noting`: what changes is kept as it was, until `developments.settle` says what became of it. When another version finds
    everything anew, that is no development.
    """
    with ledger.transaction():
        is_noting = _begin(ledger, is_noting)
    while True:
        with ledger.transaction():
            steps = _reconciler(ledger).steps(_STEP)
        for documents in steps:
            with ledger.transaction():
                _take_in(ledger, documents, is_noting)
        if _ended(ledger):
            return


def _begin(ledger: Ledger, is_noting: bool) -> bool:
    """Drops what another version found. Returns whether to note what changes."""
    done, code = ledger.setting("reconciled"), _code(_state(ledger))
    if _code(done) != code:
        is_noting = is_noting and _is_bare(ledger)
    elif not done.startswith(_NOT_YET):
        is_noting = is_noting or changing.is_noting(ledger)
    else:
        is_noting = changing.is_noting(ledger)
    if not is_noting:
        changing.forget(ledger)
    if _code(done) != code:
        _reconciler(ledger).restart()
        for table in RESULT_TABLES:
            ledger.rows(f"DELETE FROM {table}")
        ledger.set("reconciled", f"{_NOT_YET} {code}")
    return is_noting


def _take_in(ledger: Ledger, documents: list[str], is_noting: bool) -> None:
    results = Results(ledger, is_noting=is_noting)
    with closing(_reconciler(ledger)) as reconciler:
        for change in reconciler.update(documents):
            results.take(change)
    results.finish()


def _ended(ledger: Ledger) -> bool:
    """Sets down that the ledger is current, unless more has come in meanwhile."""
    with ledger.transaction():
        if not _reconciler(ledger).is_done():
            return False
        ledger.set("reconciled", _state(ledger))
        return True


def _reconciler(ledger: Ledger) -> Reconciler:
    return Reconciler(ledger.connection, judgements(ledger))


def _is_bare(ledger: Ledger) -> bool:
    """Whether nothing was found in it yet, so that whatever is found is new."""
    return all(ledger.value(f"SELECT 1 FROM {table}") is None for table in ("events", "claims", "unit_disagreements"))


def _code(state: str) -> str:
    """The versions in a state: what another version found is not built upon."""
    return state.partition(" ")[2]


def readings(ledger: Ledger) -> Iterator[Reading]:
    """Every reading, by document id, one at a time."""
    for source, blob in ledger.rows("SELECT source, reading FROM readings JOIN documents ON document = id ORDER BY id"):
        yield _with_source(unpack(blob), source)


def judgements(ledger: Ledger) -> Iterator[Judgement]:
    for (record,) in ledger.rows("SELECT record FROM judgements ORDER BY id"):
        yield msgspec.json.decode(record, type=Judgement)


def reading(ledger: Ledger, document: str) -> Reading:
    source, blob = ledger.rows("SELECT source, reading FROM readings JOIN documents ON document = id WHERE id = ?", document).fetchone()
    return _with_source(unpack(blob), source)


def _with_source(reading: Reading, source: str) -> Reading:
    if reading.document.source == source:
        return reading
    return msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, source=source))


def _state(ledger: Ledger) -> str:
    return f"{ledger.setting('inputs')} {VERSION} {__version__}"


def _number(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]
