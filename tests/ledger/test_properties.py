"""What must hold for any ledger: how the documents came in makes no difference to what it holds."""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as some

from tawatur.errors import InputError
from tawatur.intake import Given, Snapshot
from tawatur.ledger.adding import Stored, add, store
from tawatur.ledger.capturing import drop
from tawatur.ledger.deriving import readings, rebuild, refresh
from tawatur.ledger.lists import Filters, disagreements, events
from tawatur.ledger.rows import prepared
from tawatur.ledger.store import Ledger
from tawatur.model import Judgement, Reading
from tawatur.reconciling import reconcile
from tawatur.reconciling.corrections import figure_id
from tests.reconciling.generated import World, settlements, worlds

from .contents import contents

Article = dict[str, Any]

EXAMPLES = settings().max_examples // 2
"""Ledgers take longer than records."""

TOLD = (
    "قتل {0} جنود وأصيب {1} آخرون بانفجار سيارة مفخخة في مدينة الموصل أمس السبت.",
    "أعلنت مصادر طبية مقتل {0} أشخاص بانفجار سيارة مفخخة في الموصل، وتبنى تنظيم داعش الهجوم.",
    "شنت طائرات التحالف الدولي غارة على مواقع لتنظيم داعش قرب كركوك فجر الأحد، ما أدى إلى مقتل {0} مسلحين وإصابة {1}.",
    "تظاهر مئات المحتجين في وسط البصرة للمطالبة بتوفير الكهرباء، وأصيب {1} منهم.",
)
SAID = (
    "وقال المتحدث باسم وزارة الداخلية العراقية خالد المحنا إن التعاون مع التحالف الدولي مستمر.",
    "ونفى المتحدث باسم وزارة الداخلية العراقية خالد المحنا وقف التعاون مع التحالف الدولي.",
    "وأعلنت وزارة الدفاع العراقية وقف التعاون مع التحالف الدولي.",
    "واتهم محافظ نينوى تنظيم داعش بالوقوف وراء التفجير.",
    "نقلا عن وكالة رويترز.",
)


@some.composite
def texts(draw: some.DrawFn) -> str:
    told = draw(some.lists(some.sampled_from(TOLD), min_size=1, max_size=2, unique=True))
    said = draw(some.lists(some.sampled_from(SAID), max_size=2, unique=True))
    counts = draw(some.tuples(some.integers(3, 6), some.integers(7, 9)))
    return "\n".join(line.format(*counts) for line in (*told, *said))


@some.composite
def collections(draw: some.DrawFn) -> list[Article]:
    """A few reports; a text that comes again was copied."""
    pool = draw(some.lists(texts(), min_size=1, max_size=3))
    return [draw(articles(name, pool)) for name in "abcde"[: draw(some.integers(2, 5))]]


@some.composite
def articles(draw: some.DrawFn, name: str, pool: Sequence[str]) -> Article:
    published = draw(some.sampled_from(("2021-05-09", "2021-05-10", "2021-05-12", None)))
    return {"id": name, "text": draw(some.sampled_from(pool)), "outlet": f"صحيفة {name}"} | ({"published": published} if published else {})


@contextmanager
def ledgers(count: int) -> Iterator[list[Ledger]]:
    """So many new ledgers in a folder that is gone afterwards."""
    with TemporaryDirectory() as folder:
        made = [Ledger(Path(folder) / f"{number}.ledger", create=True) for number in range(count)]
        try:
            yield made
        finally:
            for ledger in made:
                ledger.connection.close()


def put(ledger: Ledger, added: Iterable[Article]) -> None:
    """Adds these articles and brings the ledger up to date."""
    path = ledger.path.with_suffix(".jsonl")
    path.write_text("\n".join(json.dumps(article, ensure_ascii=False) for article in added), encoding="utf-8")
    assert [found for found in add(ledger, [path], Given(), 1) if isinstance(found, InputError)] == []
    list(refresh(ledger))


def judge(ledger: Ledger, decided: Iterable[Judgement]) -> None:
    """Writes judgements down as they came, and brings the ledger up to date."""
    with ledger.transaction():
        for one in decided:
            ledger.rows("INSERT INTO judgements VALUES (?, ?)", one.id, msgspec.json.encode(one).decode())
        ledger.rows("UPDATE settings SET value = value + 1 WHERE key = 'inputs'")
    list(refresh(ledger))


def mentions(ledger: Ledger) -> list[str]:
    return sorted(mention.id for reading in readings(ledger) for mention in reading.events)


@some.composite
def judgements(draw: some.DrawFn, names: list[str]) -> list[Judgement]:
    pairs = some.lists(some.sampled_from(names), min_size=2, max_size=2, unique=True)
    decided = draw(some.lists(some.tuples(some.sampled_from(("same", "different")), pairs), min_size=1, max_size=3))
    return [
        Judgement(f"j{number}", kind, one, other, None, "محرر", "رأيته", f"2021-07-0{number + 1}")  # type: ignore[arg-type]
        for number, (kind, (one, other)) in enumerate(decided)
    ]


def keep(ledger: Ledger, kept: Iterable[Reading]) -> None:
    """Stores these readings as if they had been read here, and brings the ledger up to date."""
    for reading in kept:
        name = reading.document.id
        snapshot = Snapshot(f"{name}.txt", f"{name}.txt", "text", name.encode())
        known = msgspec.structs.replace(reading.document, sha256=snapshot.sha256)
        assert store(ledger, prepared(msgspec.structs.replace(reading, document=known), snapshot, Given())) == Stored(name, True)
    list(refresh(ledger))


def homes(ledger: Ledger) -> tuple[dict[str, str], ...]:
    """Where every mention, statement and document belongs, and what disagreements there are."""
    return (
        dict(ledger.rows("SELECT mention, event FROM event_mentions").fetchall()),
        dict(ledger.rows("SELECT statement, claim FROM claim_statements").fetchall()),
        dict(ledger.rows("SELECT document, family FROM family_members").fetchall()),
        dict(ledger.rows("SELECT id, kind FROM disagreements").fetchall()),
    )


@settings(max_examples=EXAMPLES)
@given(worlds(12), some.data())
def test_a_ledger_comes_to_what_its_readings_and_judgements_come_to(world: World, data: some.DataObject) -> None:
    decided = data.draw(judgements(world.mentions)) if len(world.mentions) > 1 else []
    order = data.draw(some.permutations(world.readings))
    early = data.draw(some.integers(0, len(order)))
    with ledgers(2) as (slow, quick):
        for number, reading in enumerate(order):
            if number == early:
                judge(slow, decided)
            keep(slow, [reading])
        if early == len(order):
            judge(slow, decided)
        keep(quick, world.readings)
        judge(quick, decided)
        assert contents(slow) == contents(quick)
        found = reconcile(world.readings, decided)
        disagreements = {one.id: one.kind for one in found.disagreements}
        assert homes(slow) == (found.event_of, found.claim_of, found.family_of, disagreements)


@settings(max_examples=EXAMPLES)
@given(collections(), some.integers(0, 1000))
def test_one_by_one_and_at_once_and_anew_come_to_the_same(collection: list[Article], seed: int) -> None:
    with ledgers(2) as (slow, quick):
        for article in random.Random(seed).sample(collection, len(collection)):
            put(slow, [article])
        put(quick, collection)
        assert contents(slow) == contents(quick)
        assert [found for found in rebuild(slow) if isinstance(found, InputError)] == []
        assert contents(slow) == contents(quick)


@settings(max_examples=EXAMPLES)
@given(collections())
def test_a_document_added_again_changes_nothing(collection: list[Article]) -> None:
    with ledgers(1) as (ledger,):
        put(ledger, collection)
        before = contents(ledger)
        put(ledger, collection[:2])
        assert contents(ledger) == before


@some.composite
def verdicts(draw: some.DrawFn, world: World) -> list[Judgement]:
    """What a person decided of mentions, statements and figures, some of it taken back."""
    figures = [figure_id(one.event or "", one) for reading in world.readings for one in reading.figures if one.event]
    names = [*world.mentions, *world.statements, *figures]
    decided: list[Judgement] = []
    for number in range(draw(some.integers(1, 4))):
        kind = draw(some.sampled_from(("wrong", "right", "value", "undo")))
        name = draw(some.sampled_from([one.id for one in decided] if kind == "undo" and decided else names))
        kind = "right" if kind == "undo" and not decided else kind
        value = ("7" if name in figures else "date=2021-05-09") if kind == "value" else None
        decided.append(Judgement(f"v{number}", kind, name, None, value, "محرر", "رأيته", f"2021-07-2{number}"))  # type: ignore[arg-type]
    return decided


@settings(max_examples=EXAMPLES)
@given(worlds(8), some.data())
def test_what_is_judged_one_after_the_other_is_as_judged_at_once_and_before(world: World, data: some.DataObject) -> None:
    decided = data.draw(verdicts(world)) if world.mentions else []
    with ledgers(3) as (slow, quick, early):
        keep(slow, world.readings)
        for one in decided:
            judge(slow, [one])
        keep(quick, world.readings)
        judge(quick, decided)
        judge(early, decided)
        keep(early, world.readings)
        assert contents(slow) == contents(quick) == contents(early)


@settings(max_examples=EXAMPLES)
@given(worlds(8), some.data())
def test_a_settlement_does_not_mind_when_it_came(world: World, data: some.DataObject) -> None:
    found = reconcile(world.readings, [])
    decided = data.draw(settlements(found.disagreements))
    settled = reconcile(world.readings, decided)
    with ledgers(2) as (late, early):
        keep(late, world.readings)
        judge(late, decided)
        keep(early, world.readings[:2])
        judge(early, decided)
        keep(early, world.readings[2:])
        assert contents(early) == contents(late)
        assert list(disagreements(late, Filters())) == list(settled.disagreements)
        assert {one.id: one.figures for one in events(late, Filters())} == {one.id: one.figures for one in settled.events}


@settings(max_examples=EXAMPLES)
@given(collections(), some.data())
def test_a_judgement_survives_a_rebuild_and_does_not_mind_when_it_came(collection: list[Article], data: some.DataObject) -> None:
    with ledgers(2) as (late, early):
        put(late, collection)
        names = mentions(late)
        decided = data.draw(judgements(names)) if len(names) > 1 else []
        judge(late, decided)
        put(early, collection[:1])
        judge(early, decided)
        put(early, collection[1:])
        assert contents(early) == contents(late)
        list(rebuild(late))
        assert contents(early) == contents(late)


@settings(max_examples=EXAMPLES)
@given(collections(), some.data())
def test_an_undone_judgement_leaves_no_trace(collection: list[Article], data: some.DataObject) -> None:
    with ledgers(1) as (ledger,):
        put(ledger, collection)
        before, names = contents(ledger), mentions(ledger)
        decided = data.draw(judgements(names)) if len(names) > 1 else []
        judge(ledger, decided)
        judge(ledger, [Judgement(f"u{one.id}", "undo", one.id, None, None, "محرر", "أخطأت", "2021-08-01") for one in decided])
        assert contents(ledger) == before


@settings(max_examples=EXAMPLES)
@given(collections(), some.data())
def test_removing_a_document_equals_never_having_added_it(collection: list[Article], data: some.DataObject) -> None:
    gone = data.draw(some.sampled_from(collection))
    with ledgers(2) as (full, without):
        put(full, collection)
        with full.transaction():
            drop(full, gone["id"])
        list(refresh(full))
        put(without, [article for article in collection if article is not gone])
        assert contents(full) == contents(without)
        put(full, [gone])
        put(without, [gone])
        assert contents(full) == contents(without)


@settings(max_examples=EXAMPLES)
@given(worlds(12), some.data())
def test_a_ledger_from_which_readings_went_comes_to_what_the_others_come_to(world: World, data: some.DataObject) -> None:
    decided = data.draw(judgements(world.mentions)) if len(world.mentions) > 1 else []
    gone = data.draw(some.lists(some.sampled_from(world.readings), unique_by=lambda reading: reading.document.id))
    left = [reading for reading in world.readings if reading not in gone]
    with ledgers(1) as (ledger,):
        keep(ledger, world.readings)
        judge(ledger, decided)
        for reading in gone:
            with ledger.transaction():
                drop(ledger, reading.document.id)
            list(refresh(ledger))
        found = reconcile(left, decided)
        disagreements = {one.id: one.kind for one in found.disagreements}
        assert homes(ledger) == (found.event_of, found.claim_of, found.family_of, disagreements)
