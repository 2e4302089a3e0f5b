"""What people decided, worked out once for each state of the judgements, however many ask."""

from collections import defaultdict
from collections.abc import Iterable

from tawatur.ledger import custody
from tawatur.ledger.deriving import judgements
from tawatur.ledger.store import Ledger
from tawatur.model import Judgement, Record
from tawatur.reconciling.rulings import LastWords, Rulings, in_order, last_words, objects, rulings

_REMEMBERED = 4
"""States, of one ledger or several."""
_State = tuple[str, str, int]
_known: dict[_State, "Decided"] = {}


class Decided(Record, frozen=True):
    """All judgements, oldest first; what holds of them; and those in force by the ids they are about."""

    judgements: tuple[Judgement, ...]
    rulings: Rulings
    last: LastWords
    about: dict[str, tuple[Judgement, ...]]

    def bearing_on(self, ids: Iterable[str]) -> tuple[Judgement, ...]:
        """The judgements in force about any of these mentions, statements or figures, oldest first."""
        found = {one.id for name in ids for one in self.about.get(name, ())}
        return tuple(one for one in self.judgements if one.id in found) if found else ()


def decided(ledger: Ledger) -> Decided:
    """What people decided so far. A state is told by the log, in which every judgement is set down, and the last one's number."""
    state = (str(ledger.path), custody.head(ledger), int(ledger.value("SELECT max(rowid) FROM judgements") or 0))
    if state not in _known:
        for old in list(_known)[: max(0, len(_known) + 1 - _REMEMBERED)]:
            _known.pop(old, None)
        _known[state] = _worked_out(ledger)
    return _known[state]


def _worked_out(ledger: Ledger) -> Decided:
    known = in_order(judgements(ledger))
    last = last_words(known)
    speaking, about = last.ids(), defaultdict[str, list[Judgement]](list)
    for one in known:
        if one.id in speaking:
            for name in dict.fromkeys((one.subject, *objects(one))):
                about[name].append(one)
    return Decided(tuple(known), rulings(known), last, {name: tuple(found) for name, found in about.items()})
