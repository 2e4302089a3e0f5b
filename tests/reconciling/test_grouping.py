"""What is taken in by steps, changed and taken out again comes to what all at once would."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from sqlite3 import Connection, connect
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from tawatur.model import Judgement, JudgementKind, Reading
from tawatur.reconciling.changes import Change, Gone, KeptClaim, KeptDisagreements, KeptEvent, KeptFamily
from tawatur.reconciling.features import features
from tawatur.reconciling.reconciler import Reconciler
from tawatur.reconciling.shelf import forget, keep, kept_rows

from .build import judgement
from .test_reconciler import collection, reading

Held = dict[tuple[str, str], Any]


class Ledger:
    """Keeps what a reconciler finds, as a ledger does."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.held: Held = {}
        self.judged: list[Judgement] = []
        Reconciler(connection, ()).create()

    def step(self, came: Iterable[Reading] = (), went: Iterable[str] = (), judged: Iterable[Judgement] = ()) -> Held:
        for document in went:
            forget(self.connection, document)
        for one in came:
            keep(self.connection, one.document.id, kept_rows(features(one)))
        self.judged += judged
        for change in Reconciler(self.connection, self.judged).update():
            self._take(change)
        return self.held

    def _take(self, change: Change) -> None:
        match change:
            case KeptEvent(event, merges):
                self.held["event", event.id] = event, merges
            case KeptClaim(claim, merges):
                self.held["claim", claim.id] = claim, merges
            case KeptFamily(family):
                self.held["family", family.id] = family
            case KeptDisagreements(unit, disagreements):
                self.held["unit", unit] = sorted(disagreements, key=lambda one: one.id)
            case Gone(kind, name):
                self.held.pop((kind, name), None)


def at_once(readings: Iterable[Reading], judged: Sequence[Judgement] = ()) -> Held:
    with closing(connect(":memory:")) as connection:
        return Ledger(connection).step(readings, judged=judged)


def told(held: Held) -> Held:
    """Without units that no disagreement comes of."""
    return {key: found for key, found in held.items() if found}


@settings(max_examples=60, deadline=None)
@given(collection(), some.data())
def test_steps_do_not_matter(readings: list[Reading], data: some.DataObject) -> None:
    waiting = data.draw(some.permutations(readings))
    with closing(connect(":memory:")) as connection:
        ledger = Ledger(connection)
        while waiting:
            size = data.draw(some.integers(1, len(waiting)))
            ledger.step(waiting[:size])
            waiting = waiting[size:]
        assert told(ledger.held) == told(at_once(readings))


@settings(max_examples=60, deadline=None)
@given(collection(), some.data())
def test_what_went_was_never_there(readings: list[Reading], data: some.DataObject) -> None:
    names = [one.document.id for one in readings]
    gone = data.draw(some.lists(some.sampled_from(names), unique=True))
    with closing(connect(":memory:")) as connection:
        ledger = Ledger(connection)
        ledger.step(readings)
        for name in gone:
            ledger.step(went=[name])
        assert told(ledger.held) == told(at_once(one for one in readings if one.document.id not in gone))


@settings(max_examples=40, deadline=None)
@given(collection(), some.data())
def test_a_document_read_again_takes_the_place_of_what_it_was(readings: list[Reading], data: some.DataObject) -> None:
    again = data.draw(reading(readings[0].document.id))
    with closing(connect(":memory:")) as connection:
        ledger = Ledger(connection)
        ledger.step(readings)
        assert told(ledger.step([again])) == told(at_once([again, *readings[1:]]))


@settings(max_examples=40, deadline=None)
@given(collection(), some.data())
def test_a_judgement_that_comes_later_counts_as_much_and_undoing_it_restores(readings: list[Reading], data: some.DataObject) -> None:
    mentions = sorted(mention.id for one in readings for mention in one.events)
    statements = sorted(statement.id for one in readings for statement in one.statements)
    kinds: list[JudgementKind] = ["same", "different", "wrong"]
    judged = []
    for number, names in enumerate((mentions, statements)):
        if len(names) > 1:
            one, other = data.draw(some.lists(some.sampled_from(names), min_size=2, max_size=2, unique=True))
            kind = data.draw(some.sampled_from(kinds))
            judged.append(judgement(kind, one, None if kind == "wrong" else other, name=f"j{number}"))
    undo = [judgement("undo", one.id, name=f"u{one.id}", at="2021-07-01") for one in judged]
    with closing(connect(":memory:")) as connection:
        ledger = Ledger(connection)
        before = told(dict(ledger.step(readings)))
        assert told(ledger.step(judged=judged)) == told(at_once(readings, judged))
        assert told(ledger.step(judged=undo)) == before
