"""What changed, on standard output: a line each, at once, in a pipe too."""

import sys
from typing import Literal

import msgspec

from tawatur.cli.screen import Screen
from tawatur.ledger.developments import Told, mark_told, settle, untold
from tawatur.ledger.store import Ledger
from tawatur.wording.messages import Messages


class News:
    """`is_all`: also developments that are quiet."""

    def __init__(self, say: Messages, format: Literal["text", "jsonl"] = "text", *, is_all: bool = False) -> None:
        self.say, self.format, self.is_all = say, format, is_all
        self.screen = Screen()

    def tell(self, told: Told) -> None:
        if self.is_all or not told.development.is_quiet:
            self.screen.line(self._json(told) if self.format == "jsonl" else self._sentence(told))
            sys.stdout.flush()

    def tell_all(self, ledger: Ledger) -> None:
        """Tells all that was noted in a ledger that is up to date, and what was not told before."""
        settle(ledger)
        for told in untold(ledger):
            self.tell(told)
            mark_told(ledger, told.number)

    def _json(self, told: Told) -> str:
        return msgspec.json.encode({"number": told.number, **msgspec.to_builtins(told.development)}).decode()

    def _sentence(self, told: Told) -> str:
        """«الوقت · الجملة · المعرّف»: the id is one to ask `tawatur show` for."""
        one = told.development
        subject = one.disagreement or one.event or one.claim or next(iter(one.documents), "")
        return " · ".join((one.at, self.screen.text(one.sentence[self.say.language]), subject))
