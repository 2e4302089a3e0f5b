"""What holds for any readings: order does not matter, bounds are bounds, judgements bind."""

from itertools import combinations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as some

from tawatur.model import Judgement, Reading, Reconciled
from tawatur.reconciling import reconcile, reconcile_features
from tawatur.reconciling.features import features

from .build import Report, agency, figure, judgement, nameless, outlet, person

TEXTS = (
    "انفجرت سيارة ملغومة وسط سوق الحدادين وقتل عدد من المارة",
    "قتلى وجرحى في تفجير هز سوق الحدادين صباح الأحد",
    "شنت طائرات غارة على مخزن للوقود قرب المرفأ القديم",
    "سقطت قذائف على أطراف بلدة السدرة من دون ضحايا",
)
SAYINGS = (
    "استمرار التعاون مع شركة السنابل في صيانة السدود",
    "توقف التعاون مع شركة السنابل في صيانة السدود",
    "كتائب الفجر لا علاقة لها بتفجير سوق الحدادين",
    "كتائب الفجر مسؤولة عن تفجير سوق الحدادين",
)
SOURCES = (
    (),
    (person("سعيد الناطق"),),
    (nameless("مصدر أمني"),),
    (agency("وكالة النخيل"),),
    (agency("وكالة النخيل"), person("هدى المتحدثة")),
)


@some.composite
def reading(draw: some.DrawFn, name: str) -> Reading:
    days = some.sampled_from(["2021-05-09", "2021-05-10", "2021-05-12", None])
    sayings = draw(some.lists(some.sampled_from(SAYINGS), max_size=2, unique=True))
    text = draw(some.sampled_from(TEXTS))
    report = Report(
        name, "\n".join([text, *(f"قال {saying}" for saying in sayings)]), draw(some.sampled_from(["الضفة", "المدار", None])), draw(days)
    )
    report.named("كتائب الفجر", "شركة السنابل", "سوق الحدادين")
    report.event(
        text.split()[0],
        date=draw(days),
        place=draw(some.sampled_from(["سوق الحدادين", "بلدة السدرة", None])),
        actors=draw(some.sampled_from([(), ("كتائب الفجر",), ("لواء النسر",)])),
        targets=draw(some.sampled_from([(), ("الجيش",), ("الشرطة",)])),
        modality=draw(some.sampled_from(["actual", "planned", "denied"])),
        figures=tuple(figure("killed", count) for count in draw(some.lists(some.integers(0, 9), max_size=2))),
        chain=(outlet(report.document.outlet or ""), *draw(some.sampled_from(SOURCES))),
    )
    for saying in sayings:
        report.said(
            "قال",
            saying,
            draw(some.sampled_from(["say", "deny", "rumour", "accuse"])),
            speaker=draw(some.sampled_from(["سعيد الناطق", None])),
        )
    return report.reading()


@some.composite
def collection(draw: some.DrawFn) -> list[Reading]:
    return [draw(reading(name)) for name in "abcdef"[: draw(some.integers(1, 6))]]


def events_of(found: Reconciled) -> set[frozenset[str]]:
    return {frozenset(event.mentions) for event in found.events}


@settings(max_examples=60, deadline=None)
@given(collection(), some.randoms())
def test_order_does_not_matter(readings: list[Reading], random: object) -> None:
    shuffled = list(readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert reconcile(readings, []) == reconcile(iter(shuffled), [])


@settings(max_examples=60, deadline=None)
@given(collection())
def test_every_mention_is_in_one_event_and_bounds_are_bounds(readings: list[Reading]) -> None:
    found = reconcile(readings, [])
    mentions = [mention.id for one in readings for mention in one.events]
    assert sorted(name for event in found.events for name in event.mentions) == sorted(mentions) == sorted(found.event_of)
    assert sorted(name for claim in found.claims for name in claim.statements) == sorted(found.claim_of)
    bounds = [(one.chains_min, one.chains_max) for one in found.events]
    bounds += [(one.chains_min, one.chains_max) for one in found.claims]
    bounds += [(one.chains_min, one.chains_max) for event in found.events for role in event.figures.values() for one in role.values]
    bounds += [(side.chains_min, side.chains_max) for one in found.disagreements for side in one.sides]
    assert all(1 <= least <= most for least, most in bounds)
    for event in found.events:
        for role in event.figures.values():
            assert role.low is None or role.high is None or role.low <= role.high


@settings(max_examples=60, deadline=None)
@given(collection(), some.data())
def test_different_is_never_overruled_and_undo_restores(readings: list[Reading], data: some.DataObject) -> None:
    mentions = sorted(mention.id for one in readings for mention in one.events)
    pairs = list(combinations(mentions, 2))
    picked = data.draw(some.lists(some.sampled_from(pairs), unique=True, max_size=4)) if pairs else []
    parted = [judgement("different", one, other, name=f"d{n}") for n, (one, other) in enumerate(picked)]
    joined = [judgement("same", one, other, name=f"s{n}") for n, (one, other) in enumerate(pairs) if (one, other) not in picked]
    found = reconcile(readings, [*joined, *parted])
    assert all(found.event_of[one] != found.event_of[other] for one, other in picked)
    undone = [judgement("undo", one.id, name=f"u{one.id}", at="2021-07-01") for one in (*parted, *joined)]
    assert reconcile(readings, [*parted, *joined, *undone]) == reconcile(readings, [])


@settings(max_examples=40, deadline=None)
@given(collection())
def test_what_is_judged_the_same_is_one_event(readings: list[Reading]) -> None:
    mentions = sorted(mention.id for one in readings for mention in one.events)
    joined = [judgement("same", one, other, name=f"s{n}") for n, (one, other) in enumerate(combinations(mentions, 2))]
    assert events_of(reconcile(readings, joined)) == {frozenset(mentions)}


@settings(max_examples=25, deadline=None)
@given(collection())
def test_features_can_be_kept_and_given_back(readings: list[Reading]) -> None:
    kept = [msgspec.msgpack.decode(msgspec.msgpack.encode(features(one)), type=type(features(one))) for one in readings]
    assert reconcile_features(kept, []) == reconcile(readings, [])


def test_a_document_that_comes_twice_counts_once() -> None:
    report = Report("a", TEXTS[0])
    report.event("انفجرت", date="2021-05-09")
    assert reconcile([report.reading(), report.reading()], []) == reconcile([report.reading()], [])


def test_nothing_gives_nothing() -> None:
    assert reconcile([], []) == Reconciled((), (), (), (), {}, {}, {})


def test_ids_do_not_depend_on_the_rest() -> None:
    reports = []
    for name, text in zip("ab", TEXTS[2:], strict=True):
        report = Report(name, text)
        report.event(text.split()[0], date="2021-05-09")
        reports.append(report.reading())
    alone, both = reconcile(reports[:1], []), reconcile(reports, [])
    assert alone.events[0] in both.events


def test_a_mention_judged_wrong_is_in_no_event() -> None:
    report = Report("a", TEXTS[0])
    name = report.event("انفجرت", date="2021-05-09")
    wrong: list[Judgement] = [judgement("wrong", name)]
    assert reconcile([report.reading()], wrong).event_of == {}
