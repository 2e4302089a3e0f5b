"""What one decision of a reviewer comes to where that is several judgements: all of them are written down together, or none."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from tawatur.errors import JudgementError
from tawatur.ledger import lookup
from tawatur.ledger.judging import Draft, record, to_undo
from tawatur.ledger.store import Ledger
from tawatur.model import Judgement


def split(ledger: Ledger, mentions: Sequence[str], by: str, why: str) -> tuple[Judgement, ...]:
    """Parts some mentions of an event from the others: the event falls into exactly these two groups.

    Those of the smaller group are told apart from all of the other; and each group is said to be one, since what held it together may have
    gone with the other. Raises NotFoundError, and JudgementError where that leaves nothing on one side.
    """
    chosen = tuple(dict.fromkeys(_mention(ledger, name) for name in mentions))
    homes = {ledger.value("SELECT event FROM event_mentions WHERE mention = ?", name) for name in chosen}
    if len(homes) != 1 or None in homes:
        raise JudgementError("split: choose one or more accounts, all of one event")
    rest = tuple(name for name in lookup.event(ledger, str(homes.pop())).mentions if name not in chosen)
    if not rest:
        raise JudgementError("split: choose some accounts of the event, not all of them")
    few, many = sorted((chosen, rest), key=len)
    drafts = [_listed("same", group[0], group[1:]) for group in (few, many) if len(group) > 1]
    return record(ledger, [*drafts, *(_listed("different", name, many) for name in few)], by, why)


def join(ledger: Ledger, kind: Literal["same", "different"], accounts: Sequence[str], by: str, why: str) -> tuple[Judgement, ...]:
    """Says of the first of some mentions, or of some statements, that all others are the same, or are different from it.

    Raises NotFoundError, and JudgementError for fewer than two, or for mentions and statements together.
    """
    located = [lookup.find(ledger, name) for name in dict.fromkeys(accounts)]
    if len(located) < 2 or {one.kind for one in located} not in ({"mention"}, {"statement"}):
        raise JudgementError(f"{kind}: choose two accounts or more, all of them of events, or all of them statements")
    first, *others = [one.id for one in located]
    return record(ledger, [_listed(kind, first, others)], by, why)


def _mention(ledger: Ledger, prefix: str) -> str:
    located = lookup.find(ledger, prefix)
    if located.kind != "mention":
        raise JudgementError(f"{located.id}: is a {located.kind}; choose accounts of an event")
    return located.id


def _listed(kind: Literal["same", "different"], subject: str, others: Sequence[str]) -> Draft:
    more = msgspec.json.encode(list(others[1:])).decode() if others[1:] else None
    return Draft(kind, subject, others[0], more)


def undo_all(ledger: Ledger, judgements: Sequence[str], by: str, why: str) -> tuple[Judgement, ...]:
    """Takes back several judgements, the last first, in one go. Raises NotFoundError, and JudgementError for one that is undone already."""
    return record(ledger, [Draft("undo", to_undo(ledger, name), None, None) for name in reversed(judgements)], by, why)
