"""The pages that feeds name: which are to be fetched, which were, and which are asked again whether they changed."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from tawatur.fetching import Validators
from tawatur.intake.addresses import comparable
from tawatur.ledger.store import Ledger
from tawatur.model import Record
from tawatur.moments import read, written

MOST_AT_ONCE = 200
"""Of the pages that one feed names for the first time: a sitemap may hold a site's whole past."""
FIRST_REVISIT = timedelta(minutes=30)
"""A page that was fetched is asked again after so long, and then each time that it has been there twice as long."""
_FIRST_RETRY, _RETRIES = timedelta(minutes=5), 5
_DUE = """
    SELECT address, url, taken_at, etag, last_modified, failures FROM visits
    WHERE next_at IS NOT NULL AND (next_at <= ?1 OR checked_at > ?1) ORDER BY taken_at IS NOT NULL, next_at, address LIMIT ?2
"""


class Visit(Record, frozen=True):
    """A page to be asked for now. `taken_at` is when it was fetched first, None before that."""

    address: str
    url: str
    taken_at: str | None
    validators: Validators
    failures: int


def found(ledger: Ledger, urls: Iterable[str], now: datetime) -> tuple[int, int]:
    """Sets down pages that a feed names, newest first, within the caller's transaction: how many are new, and are to be fetched.

    A page that came into the ledger on another way is not fetched again.
    """
    new = wanted = 0
    for url in urls:
        address = comparable(url)
        if address and ledger.value("SELECT 1 FROM visits WHERE address = ?", address) is None:
            is_there = ledger.value("SELECT 1 FROM addresses WHERE address = ?", address) is not None
            is_wanted = not is_there and wanted < MOST_AT_ONCE
            new, wanted = new + (not is_there), wanted + is_wanted
            next_at = written(now) if is_wanted else None
            ledger.rows("INSERT INTO visits VALUES (?, ?, NULL, ?, ?, NULL, NULL, 0)", address, url, written(now), next_at)
    return new, wanted


def due(ledger: Ledger, now: datetime, most: int) -> list[Visit]:
    """The pages to be asked for now, those never fetched first."""
    rows = ledger.rows(_DUE, written(now), most).fetchall()
    return [
        Visit(address, url, taken_at, Validators(etag, modified), failures) for address, url, taken_at, etag, modified, failures in rows
    ]


def answered(ledger: Ledger, one: Visit, validators: Validators, *, now: datetime, revisit: timedelta) -> None:
    """Sets down that a page was fetched, or has not changed, within the caller's transaction; `revisit`: so long it is asked again."""
    taken_at = one.taken_at or written(now)
    age = now - read(taken_at)
    next_at = now + max(FIRST_REVISIT, age) if timedelta(0) <= age < revisit else None
    _keep(ledger, one, validators, taken_at, now, next_at, 0)


def failed(ledger: Ledger, one: Visit, *, may_pass: bool, now: datetime) -> None:
    """Sets down that a page could not be fetched, within the caller's transaction. It is tried again a few times if that may help."""
    failures = one.failures + 1
    next_at = now + _FIRST_RETRY * 2**one.failures if may_pass and failures <= _RETRIES else None
    _keep(ledger, one, one.validators, one.taken_at, now, next_at, failures)


def leave(ledger: Ledger, document: str) -> None:
    """Sets down that the pages of a document are not asked for any more, within the caller's transaction."""
    ledger.rows("UPDATE visits SET next_at = NULL WHERE address IN (SELECT address FROM addresses WHERE document = ?)", document)


def _keep(
    ledger: Ledger, one: Visit, validators: Validators, taken_at: str | None, now: datetime, next_at: datetime | None, failures: int
) -> None:
    ledger.rows(
        "INSERT OR REPLACE INTO visits VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        one.address, one.url, taken_at, written(now), written(next_at) if next_at else None,
        validators.etag, validators.last_modified, failures,
    )  # fmt: skip
