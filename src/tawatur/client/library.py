"""A ledger for programs: its lists as records and tables, one thing of it whole, why it is so, and what people decide."""

from contextlib import ExitStack
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

from tawatur.client.listing import Lists
from tawatur.errors import InputError, NotFoundError, TawaturError
from tawatur.ledger import changes, judging, lookup
from tawatur.ledger.accounts import Accounts, ClaimView, DisagreementView, EventView, StatementView
from tawatur.ledger.changes import Changed
from tawatur.ledger.deriving import is_current, reading, refresh
from tawatur.ledger.differing import Difference, difference
from tawatur.ledger.explaining import Why
from tawatur.ledger.explaining import why as explain
from tawatur.ledger.selecting import document_id
from tawatur.ledger.store import Ledger
from tawatur.ledger.versions import Version, reading_of, versions
from tawatur.model import Family, JudgementKind, Reading


class Library(Lists):
    """A ledger as it is at one moment: that of opening it, of the last `refresh`, or of the last judgement made through it.

    Used as a context manager, it closes at the end. Other processes may write to the ledger meanwhile. It is for one thread.
    `faults` are the documents that could not be read again when the ledger was brought up to date.
    """

    faults: tuple[InputError, ...]

    def __init__(self, path: "str | PathLike[str]", *, read_only: bool = False) -> None:
        """Opens a ledger and brings it up to date with what came in, as commands do; with `read_only` it is taken as it is, and nobody
        can judge. Raises LedgerError for what is no ledger, or cannot be opened."""
        self._ledger = Ledger(Path(path), is_read_only=read_only)
        self._is_read_only = read_only
        self._moment = ExitStack()
        self.faults = ()
        try:
            self.refresh()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._moment.close()
        self._ledger.__exit__(kind, error, trace)

    def __repr__(self) -> str:
        return f"<ledger {self._ledger.path}>"

    def close(self) -> None:
        self.__exit__(None, None, None)

    def refresh(self) -> None:
        """Goes on to the present moment."""
        self._moment.close()
        if not self._is_read_only and not is_current(self._ledger):
            self.faults = tuple(found for found in refresh(self._ledger) if isinstance(found, InputError))
        self._moment.enter_context(self._ledger.snapshot())
        self._ledger.setting("inputs")  # SQLite takes its snapshot at the first read

    def event(self, id: str) -> EventView:
        """An event whole: its accounts in their own words, who stands behind each figure, disagreements, reasons and judgements.

        Here and below the beginning of an id is enough. Raises NotFoundError for what is not there, or not the only one.
        """
        return Accounts(self._ledger).event(self._id(id, "event"))

    def claim(self, id: str) -> ClaimView:
        """A claim whole, with the statements that make or deny it."""
        return Accounts(self._ledger).claim(self._id(id, "claim"))

    def disagreement(self, id: str) -> DisagreementView:
        """A disagreement whole, with the accounts on each side."""
        return Accounts(self._ledger).disagreement(self._id(id, "disagreement"))

    def statement(self, id: str) -> StatementView:
        """A statement with its words, its chain and its claim."""
        return Accounts(self._ledger).statement(self._id(id, "statement"))

    def document(self, id: str) -> Reading:
        """A document with its text, and all that was read in it."""
        return reading(self._ledger, self._id(id, "document"))

    def family(self, id: str) -> Family:
        """Documents whose text descends from one text, and why each belongs to them."""
        return lookup.family(self._ledger, self._id(id, "family"))

    def versions(self, document: str) -> list[Version]:
        """Every version of a document, earliest first."""
        return versions(self._ledger, document_id(self._ledger, document))

    def difference(self, document: str, first: int, last: int) -> Difference:
        """What changed between two versions of a document, by their numbers: the text, and what was read from it."""
        known = {one.number: one for one in self.versions(document)}
        wrong = [number for number in (first, last) if number not in known]
        if wrong:
            raise TawaturError(f"{document}: has no version {wrong[0]}; the versions are 1 to {len(known)}")
        name = document_id(self._ledger, document)
        return difference(*(reading_of(self._ledger, name, known[number].sha256) for number in (first, last)))

    def why(self, id: str, other: str | None = None) -> Why:
        """Why two things are one or two, or what the numbers of one thing rest on."""
        return explain(self._ledger, [id] if other is None else [id, other])

    def judge(
        self, kind: JudgementKind, subject: str, object: str | None = None, *, value: str | None = None, by: str, why: str
    ) -> Changed:
        """Writes down what somebody decides, for good, and brings the ledger up to date. Returns the judgement and what came of it.

            library.judge("different", "a:e120", "b:e88", by="نور", why="two camps")

        `kind`, `subject`, `object` and `value` are those of `tawatur judge`. Raises JudgementError for what makes no sense.
        """
        if self._is_read_only:
            raise TawaturError(f"{self._ledger.path}: is open to be read only; open it without read_only to judge")
        self._moment.close()
        try:
            judgement = judging.judge(self._ledger, judging.Decision(kind, subject, object, value), by, why)
            before = changes.around(self._ledger, changes.concerned(self._ledger, judgement))
        finally:
            self.refresh()
        return changes.changed(self._ledger, judgement, before)

    def _id(self, prefix: str, kind: lookup.Kind) -> str:
        """The whole id of a thing of a kind. Raises NotFoundError."""
        located = lookup.find(self._ledger, prefix)
        if located.kind != kind:
            raise NotFoundError(f"{prefix}: is the id of {_a(located.kind)}, not of {_a(kind)}")
        return located.id


def _a(kind: str) -> str:
    return f"an {kind}" if kind == "event" else f"a {kind}"
