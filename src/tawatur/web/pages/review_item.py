"""One item of review: all that a decision about an event or a disagreement needs, on one screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from tawatur.errors import NotFoundError
from tawatur.ledger import lookup
from tawatur.ledger.accounts import Account, Accounts
from tawatur.ledger.judgements import bearing_on
from tawatur.ledger.queue import Item, item
from tawatur.ledger.queueing import Reason
from tawatur.ledger.store import Ledger
from tawatur.model import Disagreement, Event, FigureValue, Judgement, Side, Span
from tawatur.reconciling.explanations import amount, wording

MOST, MOST_OF_SIDE = 24, 8
"""Accounts that are shown of one event, and of one side: each is unpacked with its whole report."""


@dataclass(frozen=True)
class Piece:
    text: str
    is_marked: bool


@dataclass(frozen=True)
class Choice:
    """An account that can be chosen and judged. `figure` is its count as an id, `value` the count, where the item is about counts.

    `number` counts from 1 through all accounts of the item.
    """

    number: int
    account: Account
    pieces: list[Piece]
    figure: str | None = None
    role: str | None = None
    value: FigureValue | None = None

    @property
    def judged(self) -> str:
        """What is wrong when this is wrong: the count, or the whole account."""
        return self.figure or self.account.id


@dataclass(frozen=True)
class Group:
    """Accounts that stand together: a side of a disagreement, or all of an event. `left` are not shown.

    `position` is by language where it is a count, and else as it is.
    """

    position: dict[str, str]
    chains_min: int
    chains_max: int
    choices: list[Choice]
    left: int


@dataclass(frozen=True)
class ReviewItem:
    """`queued` is its row in the queue, if it is there. `counts` are what accounts count, of an event; `joined` says why two accounts that
    barely hold together were taken for one."""

    id: str
    kind: str
    event: Event | None
    disagreement: Disagreement | None
    groups: list[Group]
    counts: list[Choice]
    reasons: tuple[Reason, ...]
    queued: Item | None
    judgements: tuple[Judgement, ...]
    joined: dict[str, str] | None = None

    @property
    def choices(self) -> list[Choice]:
        return [*(choice for group in self.groups for choice in group.choices), *self.counts]


def review_item(ledger: Ledger, identifier: str) -> ReviewItem:
    """The item of an event or a disagreement, by its whole id. Raises NotFoundError."""
    queued = item(ledger, identifier)
    if ledger.value("SELECT 1 FROM events WHERE id = ?", identifier):
        return _of_event(ledger, identifier, queued)
    if ledger.value("SELECT 1 FROM disagreements WHERE id = ?", identifier):
        return _of_disagreement(ledger, identifier, queued)
    raise NotFoundError(f"{identifier}: no such event or disagreement")


def _of_event(ledger: Ledger, identifier: str, queued: Item | None) -> ReviewItem:
    event, accounts = lookup.event(ledger, identifier), Accounts(ledger)
    shown = accounts.mentions(_foremost(event.mentions, queued))
    choices = [Choice(number, account, pieces(account)) for number, account in enumerate(shown, 1)]
    group = Group({}, event.chains_min, event.chains_max, choices, len(event.mentions) - len(shown))
    counts = list(_counts(accounts, event, {choice.account.id for choice in choices}, len(choices) + 1))
    ids = [*event.mentions, *(choice.figure for choice in counts if choice.figure)]
    reasons = queued.reasons if queued else ()
    judged, joined = bearing_on(ledger, ids), _joined(ledger, identifier, reasons)
    return ReviewItem(identifier, "event", event, None, [group], counts, reasons, queued, judged, joined)


def _joined(ledger: Ledger, event: str, reasons: Sequence[Reason]) -> dict[str, str] | None:
    pairs = [{reason.one, reason.other} for reason in reasons if reason.kind == "merge"]
    return next((merge.reason for merge in lookup.merges(ledger, event) if {merge.one, merge.other} in pairs), None)


def _foremost(mentions: Sequence[str], queued: Item | None) -> list[str]:
    """The first mentions, before all those that barely hold together."""
    barely = [name for reason in (queued.reasons if queued else ()) for name in (reason.one, reason.other) if name in mentions and name]
    return list(dict.fromkeys((*barely, *mentions)))[:MOST]


def _counts(accounts: Accounts, event: Event, shown: set[str], first: int) -> Iterator[Choice]:
    """What the accounts shown count, role by role."""
    number = first
    for role, found in event.figures.items():
        for value in found.values:
            for account in accounts.figure(role, _narrowed(value, shown)):
                yield Choice(number, account, pieces(account), account.figure, role, value)
                number += 1


def _narrowed(value: FigureValue, shown: set[str]) -> FigureValue:
    return replace(value, mentions=tuple(name for name in value.mentions if name in shown))


def _of_disagreement(ledger: Ledger, identifier: str, queued: Item | None) -> ReviewItem:
    found, accounts = lookup.disagreement(ledger, identifier), Accounts(ledger)
    groups: list[Group] = []
    first = 1
    for side in found.sides:
        told = list(_told(ledger, accounts, side))
        choices = [Choice(number, account, pieces(account), account.figure) for number, account in enumerate(told, first)]
        left = max(0, len(side.figures or side.statements or side.mentions) - len(choices))
        groups.append(Group(_position(ledger, side), side.chains_min, side.chains_max, choices, left))
        first += len(choices)
    event = lookup.event(ledger, found.events[0]) if found.events else None
    ids = [name for side in found.sides for name in (*side.figures, *side.mentions, *side.statements)]
    reasons = queued.reasons if queued else ()
    return ReviewItem(identifier, "disagreement", event, found, groups, [], reasons, queued, bearing_on(ledger, ids))


def _told(ledger: Ledger, accounts: Accounts, side: Side) -> Iterator[Account]:
    """The first accounts of a side: its counts where it is a count, else its statements, and its mentions in documents that have none."""
    for figure in side.figures[:MOST_OF_SIDE]:
        for _, mention, read in lookup.figures(ledger, figure):
            value = FigureValue(read.low, read.high, read.modifier, (mention,), (), 0, 0)
            yield from (replace(account, figure=figure) for account in accounts.figure(read.role, value))
    if side.figures:
        return
    said = accounts.statements(side.statements[:MOST_OF_SIDE])
    documents = {account.document for account in said}
    told = accounts.mentions(side.mentions[: MOST_OF_SIDE - len(said)])
    yield from (*said, *(account for account in told if account.document not in documents))


def _position(ledger: Ledger, side: Side) -> dict[str, str]:
    """What a side holds. Ledgers have it in Arabic; a count that nobody corrected is said in English too."""
    for _, _, read in (found for figure in side.figures for found in lookup.figures(ledger, figure)):
        for said in (amount(read), wording("not", position=amount(read))):
            if said.ar == side.position:
                return said.both()
    return dict.fromkeys(("ar", "en"), side.position)


def pieces(account: Account) -> list[Piece]:
    """The words of an account, cut where what is marked begins and ends."""
    found: list[Piece] = []
    at = account.span.start
    for mark in sorted(account.marks, key=lambda mark: mark.start):
        start, end = max(at, mark.start), min(mark.end, account.span.end)
        if start < end:
            found += [Piece(_cut(account, Span(at, start)), False), Piece(_cut(account, Span(start, end)), True)]
            at = end
    found.append(Piece(_cut(account, Span(at, account.span.end)), False))
    return [piece for piece in found if piece.text]


def _cut(account: Account, span: Span) -> str:
    return account.words[span.start - account.span.start : span.end - account.span.start]
