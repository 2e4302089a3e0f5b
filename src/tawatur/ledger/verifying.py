"""Checking that snapshots are what they were."""

import hashlib
import zlib
from collections.abc import Iterator

from tawatur.errors import InputError
from tawatur.ledger.store import Ledger


def verify(ledger: Ledger) -> Iterator[InputError | None]:
    """Hashes every snapshot again: None for one that is intact, an InputError for one that is not."""
    for sha256, content in ledger.rows("SELECT sha256, content FROM snapshots ORDER BY sha256"):
        yield None if _hash(content) == sha256 else InputError(
            f"{ledger.path}: snapshot {sha256}", "its bytes are not what they were", "restore a copy of the ledger"
        )  # fmt: skip


def _hash(content: bytes) -> str:
    try:
        return hashlib.sha256(zlib.decompress(content)).hexdigest()
    except zlib.error:
        return ""
