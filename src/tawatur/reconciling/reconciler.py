"""Reconciling: readings and judgements in, the whole ledger out; the same for whatever order they come in, and however many at a time.

What came in is compared with its neighbourhood only, and what follows is made anew where something in it changed. A rebuild is the
same with everything new.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from sqlite3 import Connection, connect

import msgspec

from tawatur.model import Disagreement, Judgement, Reading, Reconciled
from tawatur.reconciling.changes import Change, Gone, KeptClaim, KeptDisagreements, KeptEvent, KeptFamily
from tawatur.reconciling.features import Features, features
from tawatur.reconciling.grouping_bearings import Bearings
from tawatur.reconciling.grouping_claims import ClaimGroups
from tawatur.reconciling.grouping_events import EventGroups
from tawatur.reconciling.grouping_families import FamilyGroups
from tawatur.reconciling.rejudging import Rejudged, rejudged
from tawatur.reconciling.rulings import rulings
from tawatur.reconciling.shelf import Shelf, keep, kept_rows, table_definitions
from tawatur.reconciling.units import Units

_HERE = " OR ".join(
    f"EXISTS (SELECT 1 FROM {name}_groups WHERE {name}_groups.document = pending.document)" for name in ("family", "event", "matter")
)
_KNOWN = f"SELECT document FROM pending WHERE {_HERE} ORDER BY document"
_NEW = f"SELECT pending.document, record FROM pending LEFT JOIN kept_documents USING (document) WHERE NOT ({_HERE})"


class Reconciler:
    """Reconciles what waits in the tables of a connection, within a transaction of the caller's."""

    def __init__(self, connection: Connection, judgements: Iterable[Judgement]) -> None:
        self.connection = connection
        self.judgements = list(judgements)
        self.rules = rulings(self.judgements)
        self.shelf = Shelf(connection, self.rules)
        self.families = FamilyGroups(connection, self.shelf)
        self.events = EventGroups(connection, self.shelf, self.rules)
        self.claims = ClaimGroups(connection, self.shelf, self.rules)
        self.bearings = Bearings(connection, self.shelf, self.events, self.claims)
        self.parts = (self.families, self.events, self.claims, self.bearings)
        self.units = Units(self.shelf, self.families, self.events, self.claims, self.bearings)

    def create(self) -> None:
        """Makes the tables."""
        for definition in table_definitions():
            self.connection.execute(definition)
        for part in self.parts:
            part.create()

    def restart(self) -> None:
        """Forgets all that was found, and keeps the features: all of it waits to be found anew."""
        for table in ("heeded", "claim_of", "bears_on", *(table for part in self.parts for table in part.tables)):
            self.connection.execute(f"DELETE FROM {table}")
        self.connection.execute("INSERT OR IGNORE INTO pending SELECT document FROM kept_documents")

    def steps(self, most: int) -> list[list[str]]:
        """What waits, in the steps in which to take it in: what was here before at once, then what is new, by day, so many at a time.

        Any steps that begin with what was here before come to the same. By day, few of them touch what another has made.
        """
        known, is_judged = self._known(), bool(self._unheeded())
        new = sorted((self.shelf.day_of(record), document) for document, record in self.connection.execute(_NEW))
        names = [document for _, document in new]
        later = [names[at : at + most] for at in range(0, len(names), most)]
        if later and len(known) + len(later[0]) <= most:
            return [known + later[0], *later[1:]]
        return [known, *later] if known or is_judged else later

    def close(self) -> None:
        """Drops what is held in memory."""
        self.shelf.clear()

    def is_done(self) -> bool:
        """Whether nothing waits."""
        return not self.connection.execute("SELECT 1 FROM pending LIMIT 1").fetchone() and not self._unheeded()

    def update(self, documents: Iterable[str]) -> Iterator[Change]:
        """Takes in a step of what waits: all that is new, other than before, or gone among these documents.

        What was here before and has changed since the steps were made, or was judged, is taken in with them: nothing may be compared with
        what does not stand any more.
        """
        changed = {*documents, *self._known()}
        present = self._in_time(changed)
        yield from self.families.update(changed, present)
        judged = self._rejudged(changed)
        near = self.bearings.forget(changed, judged.regrouped)
        regrouped, gone = self.events.update(changed, present, judged.regrouped.mentions)
        matters, no_matters = self.claims.update(changed, present, judged.regrouped.statements)
        self.bearings.update(present, near, regrouped, gone, judged)
        yield from (Gone("event", name) for name in sorted(gone))
        yield from (Gone("unit", name) for name in sorted(gone | no_matters | changed.difference(present)))
        yield from self.units.made_anew(present, regrouped, matters, judged)
        self.connection.executemany("DELETE FROM pending WHERE document = ?", ((document,) for document in changed))

    def _known(self) -> list[str]:
        """Those that wait and were here before."""
        return [document for (document,) in self.connection.execute(_KNOWN)]

    def _in_time(self, changed: set[str]) -> list[str]:
        """Those that are there, by day, so that what is compared with each other is still at hand."""
        there = [self.shelf.document(document) for document in changed if self.shelf.has_document(document)]
        return [document.id for document in sorted(there, key=lambda document: (document.day or 0, document.id))]

    def _heeded(self) -> set[str]:
        return {judgement for (judgement,) in self.connection.execute("SELECT judgement FROM heeded")}

    def _unheeded(self) -> list[Judgement]:
        heeded = self._heeded()
        return [judgement for judgement in self.judgements if judgement.id not in heeded]

    def _rejudged(self, changed: set[str]) -> Rejudged:
        """What the judgements not heeded before say otherwise, in documents other than those that changed or wait; they are heeded now."""
        waiting = {document for (document,) in self.connection.execute("SELECT document FROM pending")}
        found = rejudged(self.shelf, self.judgements, self._heeded(), waiting | changed)
        self.connection.executemany("INSERT INTO heeded VALUES (?)", ((judgement.id,) for judgement in self._unheeded()))
        return found


def reconcile(readings: Iterable[Reading], judgements: Iterable[Judgement]) -> Reconciled:
    """Puts readings side by side, in memory. Readings may come one by one: only their features are kept."""
    return reconcile_features((features(reading) for reading in readings), judgements)


def reconcile_features(kept: Iterable[Features], judgements: Iterable[Judgement]) -> Reconciled:
    """As `reconcile`, from features that were kept. Of two readings of one document, one is taken, whichever came first."""
    with closing(connect(":memory:")) as connection:
        reconciler = Reconciler(connection, judgements)
        reconciler.create()
        best: dict[str, tuple[str, list[str], list[str]]] = {}
        for one in kept:
            rank = _rank(one)
            if rank < best.get(one.document.id, ("~~", [], [])):
                best[one.document.id] = rank
                keep(connection, one.document.id, kept_rows(one))
        return _whole([change for step in reconciler.steps(len(best) or 1) for change in reconciler.update(step)])


def _rank(one: Features) -> tuple[str, list[str], list[str]]:
    """An order between two readings of one document, so that it does not matter which came first."""
    return one.document.published or "~", [mention.id for mention in one.mentions], [statement.id for statement in one.statements]


def _whole(changes: list[Change]) -> Reconciled:
    """All that was found, when nothing had been found before."""
    families = [change.family for change in changes if isinstance(change, KeptFamily)]
    claims = [change for change in changes if isinstance(change, KeptClaim)]
    disagreements = _disagreements(changes)
    contested: dict[str, list[str]] = defaultdict(list)
    for one in disagreements:
        for event in one.events:
            contested[event].append(one.id)
    found = [change for change in changes if isinstance(change, KeptEvent)]
    events = [msgspec.structs.replace(change.event, disagreements=tuple(contested[change.event.id])) for change in found]
    merges = {change.event.id: change.merges for change in found} | {change.claim.id: change.merges for change in claims}
    return Reconciled(
        families=tuple(sorted(families, key=lambda family: family.id)),
        events=tuple(sorted(events, key=lambda event: event.id)),
        claims=tuple(sorted((change.claim for change in claims), key=lambda claim: claim.id)),
        disagreements=tuple(disagreements),
        family_of=dict(sorted((document, family.id) for family in families for document in family.documents)),
        event_of=dict(sorted((mention, event.id) for event in events for mention in event.mentions)),
        claim_of=dict(sorted((statement, change.claim.id) for change in claims for statement in change.claim.statements)),
        merges={name: merges[name] for name in sorted(merges) if merges[name]},
    )


def _disagreements(changes: list[Change]) -> list[Disagreement]:
    """Each once: where two units find the same, that of the unit whose name comes first."""
    units = sorted((change for change in changes if isinstance(change, KeptDisagreements)), key=lambda change: change.unit, reverse=True)
    found = {one.id: one for unit in units for one in unit.disagreements}
    return [found[name] for name in sorted(found)]
