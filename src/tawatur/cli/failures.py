"""What goes wrong on the way: one line each on standard error, and an exit status at the end."""

import os
import sys
from collections.abc import Callable

from tawatur.errors import TawaturError
from tawatur.wording.messages import Messages
from tawatur.wording.outside import clean


class UsageError(Exception):
    """The command line asks for something that cannot be; exit status 2."""


class Failures:
    """Counts faults that do not stop the rest."""

    def __init__(self) -> None:
        self.count = 0

    def add(self, error: TawaturError) -> None:
        self.count += 1
        complain(str(error))

    @property
    def status(self) -> int:
        return 1 if self.count else 0


def complain(message: str) -> None:
    sys.stderr.write(clean(message) + "\n")


def told(say: Messages, key: str) -> Callable[[], None]:
    """Something to call when a message is due."""
    return lambda: complain(say(key))


def quiet_pipe() -> None:
    """Keeps Python from telling of a closed pipe at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
