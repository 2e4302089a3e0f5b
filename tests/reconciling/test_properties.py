"""What must hold for whatever is put side by side."""

import random
from collections.abc import Iterator, Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from tawatur.model import Disagreement, FigureRange, Judgement, Reading, Reconciled
from tawatur.reconciling import reconcile
from tawatur.reconciling.clustering import Groups
from tawatur.reconciling.rulings import rulings

from .build import judgement
from .generated import World, judgements, settlements, worlds

LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهي"
OTHER_LETTERS = str.maketrans(LETTERS, LETTERS[7:] + LETTERS[:7])

shuffles = some.integers(0, 1000)


@some.composite
def judged_worlds(draw: some.DrawFn) -> tuple[World, list[Judgement]]:
    world = draw(worlds())
    names = world.mentions if draw(some.booleans()) else world.statements
    return world, draw(judgements(names))


def shuffled(things: Sequence[Reading], seed: int) -> list[Reading]:
    return random.Random(seed).sample(list(things), len(things))


def undoing(taken_back: Sequence[Judgement]) -> list[Judgement]:
    return [judgement("undo", one.id, name=f"undo {one.id}", at="2021-08-01") for one in taken_back]


@given(judged_worlds(), shuffles)
def test_any_order_gives_the_same(made: tuple[World, list[Judgement]], seed: int) -> None:
    world, decided = made
    assert reconcile(shuffled(world.readings, seed), reversed(decided)) == reconcile(world.readings, decided)


@given(judged_worlds(), shuffles)
def test_a_document_given_twice_changes_nothing(made: tuple[World, list[Judgement]], seed: int) -> None:
    world, decided = made
    again = shuffled([*world.readings, *world.readings[: 1 + seed % 3]], seed)
    assert reconcile(again, decided) == reconcile(world.readings, decided)


@given(judged_worlds())
def test_what_was_judged_different_is_in_no_event_and_no_claim_together(made: tuple[World, list[Judgement]]) -> None:
    world, decided = made
    found = reconcile(world.readings, decided)
    for one, other in rulings(decided).different:
        for home in (found.event_of, found.claim_of):
            assert one not in home or home[one] != home.get(other)


@given(judged_worlds())
def test_what_was_judged_the_same_is_one_unless_that_would_join_what_differs(made: tuple[World, list[Judgement]]) -> None:
    world, decided = made
    found, rules = reconcile(world.readings, decided), rulings(decided)
    members = {event.id: event.mentions for event in found.events}
    for (one, other), _ in rules.same:
        ours, theirs = found.event_of.get(one), found.event_of.get(other)
        if ours and theirs and ours != theirs:
            assert any(rules.parted(i, j) for i in members[ours] for j in members[theirs])


@given(judged_worlds(), some.data())
def test_a_judgement_that_is_undone_leaves_no_trace(made: tuple[World, list[Judgement]], data: some.DataObject) -> None:
    world, decided = made
    taken_back = data.draw(some.lists(some.sampled_from(decided), unique_by=lambda one: one.id)) if decided else []
    left = [one for one in decided if one not in taken_back]
    assert reconcile(world.readings, [*decided, *undoing(taken_back)]) == reconcile(world.readings, left)


@given(judged_worlds())
def test_an_undo_that_is_undone_restores(made: tuple[World, list[Judgement]]) -> None:
    world, decided = made
    undone = undoing(decided)
    back = [judgement("undo", one.id, name=f"back {one.id}", at="2021-09-01") for one in undone]
    assert reconcile(world.readings, [*decided, *undone, *back]) == reconcile(world.readings, decided)


@given(worlds(), some.data())
def test_settling_changes_what_is_best_and_nothing_else(world: World, data: some.DataObject) -> None:
    was = reconcile(world.readings, [])
    decided = data.draw(settlements(was.disagreements))
    found = reconcile(world.readings, decided)
    assert reconcile(list(reversed(world.readings)), reversed(decided)) == found
    assert [replace(one, settled=None) for one in found.disagreements] == list(was.disagreements)
    assert bool(decided) == any(one.settled for one in found.disagreements)
    for before, after in zip(was.events, found.events, strict=True):
        assert replace(after, figures={}, place=None, date=None) == replace(before, figures={}, place=None, date=None)
        for role, kept in after.figures.items():
            assert kept.values == before.figures[role].values
            assert None in (kept.low, kept.best) or (kept.low or 0) <= (kept.best or 0)
            assert None in (kept.high, kept.best) or (kept.high or 0) >= (kept.best or 0)
    assert reconcile(world.readings, [*decided, *undoing(decided)]) == was


@given(judged_worlds())
def test_no_event_holds_two_mentions_of_one_document_unless_judged_so(made: tuple[World, list[Judgement]]) -> None:
    world, decided = made
    joined: Groups[str] = Groups(world.mentions)
    for (one, other), _ in rulings(decided).same:
        if {one, other} <= set(world.mentions):
            joined.join(one, other)
    document = {mention.id: reading.document.id for reading in world.readings for mention in reading.events}
    for event in reconcile(world.readings, decided).events:
        for place, one in enumerate(event.mentions):
            for other in event.mentions[:place]:
                assert document[one] != document[other] or joined.home(one) == joined.home(other)


def bounds(found: Reconciled) -> Iterator[tuple[int, int]]:
    """Least and most chains of everything that has any."""
    for claim in found.claims:
        yield claim.chains_min, claim.chains_max
    for event in found.events:
        yield event.chains_min, event.chains_max
        for counted in event.figures.values():
            for value in counted.values:
                yield value.chains_min, value.chains_max
    for disagreement in found.disagreements:
        for side in disagreement.sides:
            yield side.chains_min, side.chains_max


@given(judged_worlds())
def test_there_is_at_least_one_chain_and_no_more_at_least_than_at_most(made: tuple[World, list[Judgement]]) -> None:
    assert all(1 <= least <= most for least, most in bounds(reconcile(made[0].readings, made[1])))


@given(worlds())
def test_more_chains_than_accounts_stand_behind_nothing(world: World) -> None:
    found = reconcile(world.readings, [])
    assert all(event.chains_max <= len(event.mentions) for event in found.events)
    assert all(claim.chains_max <= len(claim.statements) for claim in found.claims)


@given(judged_worlds())
def test_every_number_of_an_event_is_of_a_figure_of_its_mentions(made: tuple[World, list[Judgement]]) -> None:
    world, decided = made
    given_by: dict[tuple[str, str], set[tuple[int | None, int | None]]] = {}
    for reading in world.readings:
        for one in reading.figures:
            given_by.setdefault((one.event or "", one.role), set()).add((one.low, one.high))
    for event in reconcile(world.readings, decided).events:
        for role, counted in event.figures.items():
            for value in counted.values:
                assert set(value.mentions) <= set(event.mentions)
                assert all((value.low, value.high) in given_by[mention, role] for mention in value.mentions)
            assert numbers_of(counted) <= {number for value in counted.values for number in (value.low, value.high, None)}
            assert counted.low is None or counted.high is None or counted.low <= counted.high


def numbers_of(counted: FigureRange) -> set[int | None]:
    return {counted.low, counted.best, counted.high}


@given(judged_worlds())
def test_every_mention_is_in_one_event_and_every_document_of_a_family_in_one(made: tuple[World, list[Judgement]]) -> None:
    world, decided = made
    found = reconcile(world.readings, decided)
    assert sorted(name for event in found.events for name in event.mentions) == world.mentions == sorted(found.event_of)
    assert sorted(name for claim in found.claims for name in claim.statements) == sorted(found.claim_of)
    assert sorted(name for family in found.families for name in family.documents) == sorted(found.family_of)
    assert all(set(family.reasons) == set(family.documents) and family.first in family.documents for family in found.families)


@given(judged_worlds())
def test_every_id_that_is_named_exists_once(made: tuple[World, list[Judgement]]) -> None:
    world, decided = made
    found = reconcile(world.readings, decided)
    for kind in ("events", "claims", "disagreements", "families"):
        assert len(by_id(getattr(found, kind))) == len(getattr(found, kind))
    disagreements = {one.id for one in found.disagreements}
    assert all(set(event.disagreements) <= disagreements for event in found.events)
    assert set(found.merges) <= {*by_id(found.events), *by_id(found.claims)}
    for one in found.disagreements:
        check_names(one, found, world)


def check_names(one: Disagreement, found: Reconciled, world: World) -> None:
    assert set(one.events) <= {event.id for event in found.events}
    assert set(one.claims) <= {claim.id for claim in found.claims}
    assert all(one.id in event.disagreements for event in found.events if event.id in one.events)
    for side in one.sides:
        assert set(side.mentions) <= set(found.event_of)
        assert set(side.statements) <= set(world.statements)
        assert set(side.documents) <= {reading.document.id for reading in world.readings}
        assert side.documents


@given(worlds(3), worlds(3))
def test_what_lies_decades_apart_does_not_touch(one: World, other: World) -> None:
    """What is told of one time does not depend on what is told of another: no frequency of the whole collection decides anything."""
    ours = [reading for reading in one.readings if is_dated(reading)]
    theirs = [earlier(reading) for reading in other.readings if is_dated(reading)]
    both, apart = reconcile([*ours, *theirs], []), (reconcile(ours, []), reconcile(theirs, []))
    for kind in ("events", "claims", "disagreements", "families"):
        assert by_id(getattr(both, kind)) == by_id(getattr(apart[0], kind)) | by_id(getattr(apart[1], kind))


def is_dated(reading: Reading) -> bool:
    return reading.document.published is not None and all(event.date for event in reading.events)


def by_id(listed: Sequence[Any]) -> dict[str, Any]:
    return {one.id: one for one in listed}


def earlier(reading: Reading) -> Reading:
    """Such a report of fifty years before, in other words."""
    about = replace(
        reading.document, id=f"old {reading.document.id}", text=reading.document.text.translate(OTHER_LETTERS),
        published=years_before(reading.document.published),
    )  # fmt: skip
    return replace(
        reading,
        document=about,
        events=tuple(replace(event, id=f"old {event.id}", date=years_before(event.date)) for event in reading.events),
        figures=tuple(replace(one, event=f"old {one.event}") for one in reading.figures),
        statements=tuple(replace(one, id=f"old {one.id}") for one in reading.statements),
    )


def years_before(date: str | None) -> str | None:
    return date and date.replace("2021", "1971")
