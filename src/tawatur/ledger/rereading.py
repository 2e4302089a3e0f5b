"""Reading every snapshot again, when the reader has become better."""

from collections import deque
from collections.abc import Iterator

from tawatur.errors import InputError
from tawatur.ledger.adding import Stored
from tawatur.ledger.capturing import given_of, settle
from tawatur.ledger.rows import Prepared, Task, prepare
from tawatur.ledger.store import Ledger
from tawatur.ledger.versions import task, text_hash
from tawatur.ledger.workers import in_order
from tawatur.ledger.writing import remove_reading, write

_PAGE = "SELECT DISTINCT document, sha256 FROM captures WHERE (document, sha256) > (?, ?) ORDER BY document, sha256 LIMIT 64"
_TEXT = "UPDATE captures SET text_sha256 = ? WHERE document = ? AND sha256 = ?"


def read_again(ledger: Ledger) -> Iterator[Stored | InputError]:
    """Reads every snapshot again, and makes its rows and the search index anew.

    When it is stopped, the ledger remembers that it is half done, and `refresh` does it again. A snapshot that gives no article
    any more is kept without a reading.
    """
    with ledger.transaction():
        ledger.set("rereading", "begun")
        ledger.rows("INSERT INTO words (words) VALUES ('delete-all')")
    tasks: deque[tuple[str, str]] = deque()
    for result in in_order(prepare, _all_tasks(ledger, tasks)):
        document, sha256 = tasks.popleft()
        with ledger.transaction():
            is_current = _put(ledger, document, sha256, result)
        if is_current:
            yield result if isinstance(result, InputError) else Stored(document, False)
    with ledger.transaction():
        _settle_versions(ledger)
        ledger.set("rereading", "")


def _put(ledger: Ledger, document: str, sha256: str, result: Prepared | InputError) -> bool:
    """Puts one capture's reading in its place. Returns whether it is that of the current version."""
    is_current = bool(ledger.value("SELECT sha256 FROM documents WHERE id = ?", document) == sha256)
    if not isinstance(result, InputError):
        ledger.rows(_TEXT, text_hash(result.document.text), document, sha256)
        if is_current:
            write(ledger, result, is_indexed=False)
    elif is_current:
        remove_reading(ledger, document)
    return is_current


def _settle_versions(ledger: Ledger) -> None:
    """A better reader may find one text in two captures, or two where there was one: the current version may be another."""
    for (document,) in ledger.rows("SELECT document FROM captures GROUP BY document HAVING count(DISTINCT sha256) > 1").fetchall():
        settle(ledger, document, given_of(ledger, document))


def _all_tasks(ledger: Ledger, tasks: deque[tuple[str, str]]) -> Iterator[Task]:
    """Every capture's snapshot, by document, a page of them at a time; each is also set down in `tasks`."""
    last = ("", "")
    while page := ledger.rows(_PAGE, *last).fetchall():
        for last in page:
            tasks.append(last)
            yield task(ledger, *last)
