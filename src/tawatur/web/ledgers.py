"""The ledger for many requests at once: a few open connections that read, and one that writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import LifoQueue
from threading import Lock

from tawatur.ledger.deriving import refresh
from tawatur.ledger.store import Ledger
from tawatur.web.options import Options

_READERS = 4
"""More would only wait for one another: Python runs one thread at a time."""
_READER_CACHE_KB = 32_768


class Ledgers:
    """Connections are opened when they are first needed, and shared by all threads."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._free: LifoQueue[Ledger | None] = LifoQueue()
        for _ in range(_READERS):
            self._free.put(None)
        self._writer: Ledger | None = None
        self._lock = Lock()

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """The ledger as it is at one moment."""
        ledger = self._free.get()
        try:
            ledger = ledger or self._opened()
            with ledger.snapshot():
                yield ledger
        finally:
            self._free.put(ledger)

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """The ledger for one who judges; what follows from it is in the lists when this ends."""
        with self._lock:
            self._writer = self._writer or Ledger(self._options.path, is_shared=True)
            yield self._writer
            list(refresh(self._writer))

    def close(self) -> None:
        """Closes what nobody uses; whoever asks after this opens it anew."""
        for ledger in [self._free.get_nowait() for _ in range(self._free.qsize())]:
            if ledger:
                ledger.connection.close()
            self._free.put(None)
        if self._writer:
            self._writer.connection.close()
            self._writer = None

    def _opened(self) -> Ledger:
        ledger = Ledger(self._options.path, is_shared=True, is_read_only=True)
        ledger.rows(f"PRAGMA cache_size = -{_READER_CACHE_KB}")
        return ledger


def state(ledger: Ledger) -> str:
    """A word that changes whenever anything does that pages show."""
    return f"{ledger.setting('inputs')}.{ledger.setting('reconciled')}"
