"""Accounts as cards: their very words with what they rest on marked, under the number that the page gives them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.ledger.accounts import Account, Accounts
from tawatur.ledger.briefs import Brief
from tawatur.model import Span

FIRST = 8
"""Accounts that are shown until all are asked for."""
WHOLE = 400
"""Accounts that are shown at most."""
_COUNTS = "SELECT first, stop FROM figures WHERE document = ? AND first >= ? AND stop <= ? AND (? IS NULL OR mention = ?)"


@dataclass(frozen=True)
class Piece:
    """A stretch of an account's words; `layer` is what it is marked as, or nothing."""

    text: str
    layer: str = ""


@dataclass(frozen=True)
class Card:
    number: int
    brief: Brief
    account: Account
    pieces: tuple[Piece, ...]


def cards(accounts: Accounts, briefs: Iterable[tuple[int, Brief]]) -> list[Card]:
    """Cards of numbered accounts: of a mention its trigger and its counts are marked, of a statement its cue and the counts in it."""
    found = []
    for number, brief in briefs:
        is_mention = brief.kind == "mention"
        for account in accounts.mentions([brief.id]) if is_mention else accounts.statements([brief.id]):
            if account.document == brief.document:
                own = dict.fromkeys(account.marks, "events" if is_mention else "statements")
                marks = {**dict.fromkeys(_counts(accounts, brief, account.span), "figures"), **own}
                found.append(Card(number, brief, account, tuple(pieces(account.words, account.span, marks))))
    return found


def _counts(accounts: Accounts, brief: Brief, within: Span) -> Iterable[Span]:
    """The counts in a stretch of a report: of a mention its own, of a statement all."""
    mention = brief.id if brief.kind == "mention" else None
    return (Span(*ends) for ends in accounts.ledger.rows(_COUNTS, brief.document, within.start, within.end, mention, mention))


def pieces(words: str, span: Span, marks: Mapping[Span, str]) -> Sequence[Piece]:
    """The words cut at the marks that lie within them; of two marks that overlap the first stands."""
    found: list[Piece] = []
    at = span.start
    for mark, layer in sorted(marks.items(), key=lambda item: (item[0].start, item[0].end)):
        if at <= mark.start < mark.end <= span.end:
            found += [
                Piece(words[at - span.start : mark.start - span.start]),
                Piece(words[mark.start - span.start : mark.end - span.start], layer),
            ]
            at = mark.end
    found.append(Piece(words[at - span.start :]))
    return [piece for piece in found if piece.text]
