"""The judgements of a ledger as a list: which are in force, and which a later one undid or overruled."""

from collections.abc import Iterator, Sequence
from typing import Literal

from tawatur.ledger.deriving import judgements
from tawatur.ledger.store import Ledger
from tawatur.model import Judgement, Record
from tawatur.reconciling.rulings import LastWords, in_order, last_words, objects, pairs, undone_by

Standing = Literal["in_force", "undone", "overruled", "idle"]
"""idle: in force, but what it is about is not in the ledger, or not any more."""


class Judged(Record, frozen=True):
    """A judgement and where it stands; `by_which` undid or overruled it."""

    judgement: Judgement
    standing: Standing
    by_which: str | None = None


def listed(ledger: Ledger) -> Iterator[Judged]:
    """All judgements, oldest first."""
    known = in_order(judgements(ledger))
    undone, last = undone_by(known), last_words(known)
    speaking = last.ids()
    for one in known:
        if one.id in undone:
            yield Judged(one, "undone", undone[one.id].id)
        elif one.kind != "undo" and one.id not in speaking:
            yield Judged(one, "overruled", _later(one, last))
        else:
            yield Judged(one, "in_force" if _is_about_something(ledger, one) else "idle")


def bearing_on(ledger: Ledger, ids: Sequence[str]) -> tuple[Judgement, ...]:
    """The judgements in force about any of these mentions, statements or figures, oldest first."""
    known, wanted = in_order(judgements(ledger)), set(ids)
    speaking = last_words(known).ids()
    return tuple(one for one in known if one.id in speaking and wanted & {one.subject, *objects(one)})


def overruled(ledger: Ledger, new: Judgement) -> tuple[Judgement, ...]:
    """The judgements that held until this one, the latest, said otherwise of the same."""
    known = in_order(judgements(ledger))
    before, after = last_words(one for one in known if one.id != new.id).ids(), last_words(known).ids()
    return tuple(one for one in known if one.id in before - after and new.kind != "undo" and _says(one) != _says(new))


def _says(one: Judgement) -> tuple[str, str | None]:
    return one.kind, one.value if one.kind == "value" else None


def _later(one: Judgement, last: LastWords) -> str | None:
    """The judgement that has the last word on what this one is about."""
    words = [last.pairs[pair] for pair in pairs(one)] or list(last.things.get(one.subject, {}).values())
    return max(words, key=lambda word: (word.at, word.id)).id if words else None


_HOLDERS = ("mentions", "statements", "kept_figures", "judgements")


def _is_about_something(ledger: Ledger, one: Judgement) -> bool:
    """Whether the subject is in the ledger, and one of the objects where there are any."""
    return _is_there(ledger, one.subject) and (not objects(one) or any(_is_there(ledger, name) for name in objects(one)))


def _is_there(ledger: Ledger, name: str) -> bool:
    return any(ledger.value(f"SELECT 1 FROM {table} WHERE id = ?", name) for table in _HOLDERS)
