"""What the API gives, where that is not a record of the ledger itself."""

from tawatur.ledger.accounts import Account
from tawatur.ledger.asking.disagreements import ListedDisagreement
from tawatur.ledger.asking.documents import ListedDocument
from tawatur.ledger.asking.events import ListedEvent
from tawatur.ledger.asking.found import Hit
from tawatur.ledger.judgements import Judged
from tawatur.ledger.lists import Said
from tawatur.ledger.sources import Source
from tawatur.ledger.versions import Version
from tawatur.model import Claim, Document, Event, Family, Reading, Record, Statement


class Events(Record, frozen=True):
    """Some of `total` events, and where to go on: `next` is the address of the next page, null behind the last."""

    items: tuple[ListedEvent, ...]
    total: int
    next: str | None


class Disagreements(Record, frozen=True):
    """Some of `total` disagreements, and where to go on."""

    items: tuple[ListedDisagreement, ...]
    total: int
    next: str | None


class Claims(Record, frozen=True):
    """Some of `total` claims, and where to go on."""

    items: tuple[Claim, ...]
    total: int
    next: str | None


class Report(Record, frozen=True):
    """A document in brief."""

    id: str
    outlet: str | None
    title: str | None
    url: str | None
    published: str | None
    sha256: str


class Documents(Record, frozen=True):
    """Some of `total` documents, and where to go on."""

    items: tuple[ListedDocument, ...]
    total: int
    next: str | None


class SaidIn(Record, frozen=True):
    """A statement with the document that carries it, its words there, and the claim it belongs to."""

    statement: Statement
    words: str
    document: Report
    claim: str | None


def report(document: Document) -> Report:
    return Report(document.id, document.outlet, document.title, document.url, document.published, document.sha256)


def said_in(said: Said) -> SaidIn:
    return SaidIn(said.statement, said.words, report(said.document), said.claim)


class Statements(Record, frozen=True):
    """Some of `total` statements, and where to go on."""

    items: tuple[SaidIn, ...]
    total: int
    next: str | None


class Sources(Record, frozen=True):
    """Some of `total` outlets, agencies and speakers, and where to go on."""

    items: tuple[Source, ...]
    total: int
    next: str | None


class Matches(Record, frozen=True):
    """Some of `total` documents that hold what was sought, the best first, and where to go on. Only the first thousand can be seen."""

    items: tuple[Hit, ...]
    total: int
    next: str | None


class DocumentView(Record, frozen=True):
    """A document whole: its text with all that was read in it, its text family, and its versions, earliest first."""

    reading: Reading
    family: Family | None
    versions: tuple[Version, ...]


class MentionView(Record, frozen=True):
    """An account with the event it was taken for; null where it is in none."""

    account: Account
    event: Event | None


class Judgements(Record, frozen=True):
    """Some of `total` judgements, and where to go on."""

    items: tuple[Judged, ...]
    total: int
    next: str | None
