"""The judgements of a ledger as a list: which are in force, and which a later one undid or overruled."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from tawatur.ledger.decided import decided
from tawatur.ledger.deriving import judgements
from tawatur.ledger.store import Ledger
from tawatur.model import Disagreement, Judgement, Record
from tawatur.reconciling.rulings import LastWords, in_order, last_words, objects, pairs, settled_pairs, undone_by
from tawatur.reconciling.settlements import settles, way_of

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
    return _standing(ledger, known, known)


def latest(ledger: Ledger, skip: int, count: int) -> tuple[list[Judged], int]:
    """So many judgements, the latest first, without so many that are later still; and how many there are."""
    known = in_order(judgements(ledger))
    return list(_standing(ledger, known, known[::-1][skip : skip + count])), len(known)


def _standing(ledger: Ledger, known: Sequence[Judgement], asked: Iterable[Judgement]) -> Iterator[Judged]:
    """Where the judgements asked about stand, among all that are known."""
    undone, last = undone_by(known), last_words(known)
    speaking = last.ids()
    for one in asked:
        if one.id in undone:
            yield Judged(one, "undone", undone[one.id].id)
        elif one.kind != "undo" and one.id not in speaking:
            yield Judged(one, "overruled", _later(one, last))
        elif one.kind == "settle":
            yield _settling(ledger, one)
        else:
            yield Judged(one, "in_force" if _is_about_something(ledger, one) else "idle")


def _settling(ledger: Ledger, one: Judgement) -> Judged:
    """Where a settlement stands that nobody overruled for its very accounts: the same disagreement may be settled through others."""
    found = (msgspec.json.decode(record, type=Disagreement) for (record,) in ledger.rows(_SHARED, one.subject, one.object or ""))
    held = {each.settled.judgement for each in found if each.settled and settles(one, each)}
    if one.id in held or not held:
        return Judged(one, "in_force" if held else "idle")
    return Judged(one, "overruled", min(held))


def bearing_on(ledger: Ledger, ids: Sequence[str]) -> tuple[Judgement, ...]:
    """The judgements in force about any of these mentions, statements or figures, oldest first."""
    return decided(ledger).bearing_on(ids)


def overruled(ledger: Ledger, new: Judgement) -> tuple[Judgement, ...]:
    """The judgements that held until this one, the latest, said otherwise of the same."""
    known = in_order(judgements(ledger))
    before, after = last_words(one for one in known if one.id != new.id).ids(), last_words(known).ids()
    return tuple(one for one in known if one.id in before - after and new.kind != "undo" and _says(one) != _says(new))


def _says(one: Judgement) -> tuple[str, ...]:
    if one.kind == "settle":
        return one.kind, one.value or "", one.subject if way_of(one) == "prefer" else ""
    return one.kind, one.value or "" if one.kind == "value" else ""


def _later(one: Judgement, last: LastWords) -> str | None:
    """The judgement that has the last word on what this one is about."""
    words = [last.pairs[pair] for pair in pairs(one)]
    words += [last.settled[key] for key in settled_pairs(one)]
    words = words or [word for name in (one.subject, *objects(one)) for word in last.things.get(name, {}).values()]
    return max(words, key=lambda word: (word.at, word.id)).id if words else None


_SHARED = """
    SELECT record FROM disagreements WHERE id IN (
        SELECT disagreement FROM unit_disagreement_parts WHERE part = ?
        INTERSECT SELECT disagreement FROM unit_disagreement_parts WHERE part = ?
    )
"""
_HOLDERS = ("mentions", "statements", "kept_figures", "judgements")


def _is_about_something(ledger: Ledger, one: Judgement) -> bool:
    """Whether the subject is in the ledger, and one of the objects where there are any."""
    return _is_there(ledger, one.subject) and (not objects(one) or any(_is_there(ledger, name) for name in objects(one)))


def _is_there(ledger: Ledger, name: str) -> bool:
    return any(ledger.value(f"SELECT 1 FROM {table} WHERE id = ?", name) for table in _HOLDERS)
