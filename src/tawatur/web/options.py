"""How a ledger is served."""

import secrets
from pathlib import Path

from tawatur.model import Record

LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Options(Record, frozen=True):
    """`hosts` are the names by which browsers may call the server: its own protection against names that others bind to its address.

    `password` opens the pages, `token` the API; where both are None, whoever can reach the server may read, and judge unless it is
    `is_read_only`. `name` stands for those who judge and give no name of their own. `secret` signs the cookies of one run.
    """

    path: Path
    hosts: tuple[str, ...] = LOOPBACK
    password: str | None = None
    token: str | None = None
    is_read_only: bool = False
    is_secure: bool = False
    name: str | None = None
    secret: str = ""

    @property
    def is_locked(self) -> bool:
        return self.password is not None or self.token is not None


def new_secret() -> str:
    """32 bytes, in hexadecimal digits."""
    return secrets.token_hex(32)
