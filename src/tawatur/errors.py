"""The errors that Tawatur raises on purpose.

    TawaturError
    ├── InputError      a file, page or line that cannot be read; the rest of the batch goes on
    ├── PackError       a malformed line in a pack
    ├── LedgerError     a ledger that cannot be opened, or is of a newer version
    ├── JudgementError  a judgement that makes no sense
    └── NotFoundError   an id that is not in the ledger

Each message says what is wrong, where, and what to do.
"""

import re

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class TawaturError(Exception):
    """Base of all errors meant for the user: `str(error)` is one clear line."""


class InputError(TawaturError):
    """`where` is a path, a path and line, or a URL; `what` the fault; `do` the remedy. A line end in any of them ends no line."""

    def __init__(self, where: str, what: str, do: str) -> None:
        self.where, self.what, self.do = (_CONTROLS.sub(" ", part) for part in (where, what, do))
        super().__init__(f"{self.where}: {self.what}; {self.do}")

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str, str]]:
        return InputError, (self.where, self.what, self.do)


class PackError(TawaturError):
    """A malformed, doubled or unusable line of a pack."""


class LedgerError(TawaturError):
    """A ledger that cannot be used as it is."""


class JudgementError(TawaturError):
    """A judgement that makes no sense; none is written."""


class NotFoundError(TawaturError):
    """No such thing in the ledger."""
