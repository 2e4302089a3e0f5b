"""Answers that are kept as long as the ledger stays as it is."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

from tawatur.ledger.store import Ledger

_Arguments = ParamSpec("_Arguments")
_Answer = TypeVar("_Answer")


class Memory:
    """Keeps the answers to so many questions, the latest asked, for all ledgers of the process."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def __call__(self, ask: Callable[Concatenate[Ledger, _Arguments], _Answer]) -> Callable[Concatenate[Ledger, _Arguments], _Answer]:
        """Asks a ledger only once, until it changes. Arguments must be hashable; answers must not be changed."""

        @wraps(ask)
        def asked(ledger: Ledger, *arguments: _Arguments.args, **named: _Arguments.kwargs) -> _Answer:
            key = (ask.__module__, ask.__name__, arguments, tuple(sorted(named.items())))
            return self.recalled(ledger, key, lambda: ask(ledger, *arguments, **named))

        return asked  # type: ignore[return-value]  # which `wraps` makes of more than it is

    def recalled(self, ledger: Ledger, key: Hashable, make: Callable[[], _Answer]) -> _Answer:
        """What `make` gives, made only once for a key until the ledger changes."""
        if not _is_settled(ledger):
            return make()
        full = (moment(ledger), key)
        with self._lock:
            if full in self._answers:
                self._answers.move_to_end(full)
                return self._answers[full]  # type: ignore[no-any-return]
        answer = make()
        self._keep(full, answer)
        return answer

    def _keep(self, key: Hashable, answer: object) -> None:
        with self._lock:
            self._answers[key] = answer
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)


remembered = Memory(2_000)


def _is_settled(ledger: Ledger) -> bool:
    """Whether all that came in is reconciled; meanwhile tables change step by step, and no word tells the steps apart."""
    return ledger.setting("reconciled").partition(" ")[0] == ledger.setting("inputs")


def moment(ledger: Ledger) -> tuple[Hashable, ...]:
    """What is another whenever anything has come in, was seen, judged or removed, and in another file."""
    file = ledger.path.stat()
    seen = ledger.value("SELECT max(number) FROM custody")
    return str(ledger.path.absolute()), file.st_ino, ledger.setting("inputs"), ledger.setting("reconciled"), seen
