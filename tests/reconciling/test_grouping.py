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

from .build import Report, judgement
from .test_reconciler import collection, reading

Held = dict[tuple[str, str], Any]


class Ledger:
    """Keeps what a reconciler finds, as a ledger does."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.held: Held = {}
        self.judged: list[Judgement] = []
        self.most = 1_000
        Reconciler(connection, ()).create()

    def step(self, came: Iterable[Reading] = (), went: Iterable[str] = (), judged: Iterable[Judgement] = ()) -> Held:
        for document in went:
            forget(self.connection, document)
        for one in came:
            keep(self.connection, one.document.id, kept_rows(features(one)))
        self.judged += judged
        steps = Reconciler(self.connection, self.judged).steps(self.most)
        for documents in steps:
            for change in Reconciler(self.connection, self.judged).update(documents):
                self.take(change)
        assert Reconciler(self.connection, self.judged).is_done()
        return self.held

    def take(self, change: Change) -> None:
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


@settings(max_examples=100, deadline=None)
@given(collection(), some.data())
def test_however_few_are_taken_in_at_a_time_it_comes_to_the_same(readings: list[Reading], data: some.DataObject) -> None:
    """Some were there before; then others came, some were read again, some went, and some were judged, all before the next time."""
    before = data.draw(some.lists(some.sampled_from(readings), unique_by=lambda one: one.document.id))
    later = [one for one in readings if one not in before]
    went = data.draw(some.lists(some.sampled_from(readings), unique_by=lambda one: one.document.id))
    again = {one.document.id: data.draw(reading(one.document.id)) for one in before if one not in went and data.draw(some.booleans())}
    mentions = sorted(mention.id for one in readings for mention in one.events)
    pair = some.tuples(some.sampled_from(mentions), some.sampled_from(mentions)) if mentions else some.nothing()
    pairs = data.draw(some.lists(pair, max_size=2))
    kinds: list[JudgementKind] = ["same", "different"]
    judged = [judgement(data.draw(some.sampled_from(kinds)), *pair, name=f"j{at}") for at, pair in enumerate(pairs) if pair[0] != pair[1]]
    with closing(connect(":memory:")) as connection:
        ledger = Ledger(connection)
        ledger.most = data.draw(some.integers(1, 3))
        ledger.step(before)
        held = ledger.step([*later, *again.values()], [one.document.id for one in went if one in before], judged)
        left = [again.get(one.document.id, one) for one in readings if one in later or one not in went]
        assert told(held) == told(at_once(left, judged))


def test_steps_begin_with_what_was_here_and_go_on_by_day() -> None:
    days = {"a": "2021-05-12", "b": "2021-05-10", "c": "2021-05-09", "d": None, "e": "2021-05-11"}
    with closing(connect(":memory:")) as connection:
        ledger = Ledger(connection)
        ledger.step([Report(name, "نص", None, days[name]).reading() for name in "ab"])
        for name in "cde":
            keep(connection, name, kept_rows(features(Report(name, "نص", None, days[name]).reading())))
        for name in "ab":
            forget(connection, name)
        reconciler = Reconciler(connection, ())
        assert not reconciler.is_done()
        assert reconciler.steps(1) == [["a", "b"], ["d"], ["c"], ["e"]]
        assert reconciler.steps(2) == [["a", "b"], ["d", "c"], ["e"]]
        assert reconciler.steps(9) == [["a", "b", "d", "c", "e"]]


@settings(max_examples=60, deadline=None)
@given(collection(), some.data())
def test_what_changes_between_two_steps_is_heeded(readings: list[Reading], data: some.DataObject) -> None:
    again, wrong = data.draw(reading(readings[0].document.id)), [mention.id for one in readings[1:] for mention in one.events][:1]
    judged = [judgement("wrong", name, name=f"j{name}") for name in wrong]
    with closing(connect(":memory:")) as connection:
        ledger = Ledger(connection)
        for one in readings:
            keep(connection, one.document.id, kept_rows(features(one)))
        for number, documents in enumerate(Reconciler(connection, ()).steps(1)):
            if number == data.draw(some.integers(0, len(readings))):
                keep(connection, again.document.id, kept_rows(features(again)))
                ledger.judged = judged
            for change in Reconciler(connection, ledger.judged).update(documents):
                ledger.take(change)
        assert told(ledger.step([again], judged=judged if not ledger.judged else ())) == told(at_once([again, *readings[1:]], judged))
