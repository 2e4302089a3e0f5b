"""What a reader is told, and that what is told is all that changed, and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tawatur.intake import Snapshot
from tawatur.ledger import changing, developments
from tawatur.ledger.changing import Change, State
from tawatur.ledger.deriving import refresh
from tawatur.ledger.developments import Development
from tawatur.ledger.developments_figures import bounds, value_facts, values
from tawatur.ledger.developments_groups import facts
from tawatur.ledger.developments_wording import chains, more_chains, toll
from tawatur.ledger.store import Ledger
from tawatur.model import Claim, Disagreement, Event, Family, FigureRange
from tawatur.reconciling.explanations import Text
from tests.ledger import test_properties
from tests.ledger.pages import TOLL, fetched, page, take_in
from tests.ledger.test_properties import EXAMPLES, Article, collections, judge, judgements, ledgers, texts
from tests.ledger.test_properties import keep as keep_readings
from tests.ledger.test_properties import put as put_articles
from tests.reconciling.generated import World, worlds

ATTACK = "قُتل {} جنود في هجوم بالصواريخ على معسكر التاجي شمال بغداد السبت"
View = dict[str, dict[str, Any]]
"""What a reader who was told everything knows: events, figures, claims, disagreements, copies."""


def article(name: str, text: str, outlet: str, published: str = "2020-03-15") -> Article:
    return {"id": name, "text": text, "outlet": outlet, "published": published}


@contextmanager
def noting() -> Iterator[None]:
    """Lets the ledgers of the properties' tests keep what changes, to be told of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(test_properties, "refresh", lambda ledger: refresh(ledger, is_noting=True))
        yield


def news(ledger: Ledger) -> list[Development]:
    """What is told now."""
    list(refresh(ledger, is_noting=True))
    developments.settle(ledger)
    found = developments.untold(ledger)
    for number, _ in found:
        developments.mark_told(ledger, number)
    return [one for _, one in found]


def put(ledger: Ledger, *articles: Article) -> dict[str, Development]:
    """Adds articles; what is told of it, by kind, without what is quiet."""
    with noting():
        put_articles(ledger, articles)
    return {one.kind: one for one in news(ledger) if not one.is_quiet}


@pytest.fixture
def fresh() -> Any:
    with ledgers(1) as (ledger,):
        yield ledger


def test_a_story_as_it_unfolds(fresh: Ledger) -> None:
    first = put(fresh, article("a", ATTACK.format("ثلاثة") + ".", "الضفة"))
    assert list(first) == ["event.new"]
    assert first["event.new"].sentence == {
        "ar": "حدث جديد: الهجوم في معسكر التاجي بتاريخ 2020-03-14 (عدد القتلى: 3)، بحسب الضفة.",
        "en": "New event: the attack in Camp Taji of 2020-03-14 (the number of people killed: 3), according to «الضفة».",
    }
    second = put(fresh, article("b", f"قالت وزارة الصحة العراقية إن {ATTACK.format('ثلاثة')}.", "المدار"))
    assert list(second) == ["event.chains", "figure.chains"]
    assert second["event.chains"].sentence["ar"] == (
        "سلسلة مستقلة ثانية وراء الهجوم في معسكر التاجي بتاريخ 2020-03-14، عن وزارة الصحة العراقية: "
        "على الأكثر سلسلتان مستقلتان في المصادر المجموعة، وعلى الأقل 1 (سابقا: سلسلة مستقلة واحدة)."
    )
    assert (second["figure.chains"].before or {})["chains_max"] == 1
    assert (second["figure.chains"].after or {})["chains_max"] == 2
    assert second["event.chains"].documents == ("b",)
    third = put(fresh, article("c", f"قالت وزارة الصحة العراقية إن عدد قتلى {ATTACK[11:]} ارتفع إلى سبعة جنود.", "الشروق", "2020-03-16"))
    assert third["toll"].before == {"role": "killed", "low": 3, "best": 3, "high": 3}
    assert (third["toll"].after or {})["high"] == 7
    assert "وزارة الصحة العراقية" in third["toll"].sentence["ar"]
    assert third["toll"].sentence["en"].endswith("before that 3, according to Iraqi Ministry of Health.")
    fourth = put(
        fresh,
        article("d", "نفى المتحدث باسم الجيش العراقي سقوط قتلى في الهجوم بالصواريخ على معسكر التاجي السبت.", "المرايا", "2020-03-16"),
    )
    assert fourth["disagreement.new"].sentence["ar"].startswith("خلاف جديد: تختلف الروايات في سقوط ضحايا في الهجوم")
    assert (fourth["disagreement.new"].after or {})["kind"] == "casualties"


@pytest.mark.parametrize(
    ("low", "best", "high", "ar"),
    [
        (3, 3, 3, "3"), (3, 5, 8, "5 (بين 3 و8)"), (3, 3, None, "3 على الأقل"), (3, 4, None, "4 (3 على الأقل)"), (0, 0, 0, "لا أحد"),
        (None, None, 9, "9 على الأكثر"), (3, None, 8, "بين 3 و8"), (None, None, None, "عدد غير محدد"),
    ],
)  # fmt: skip
def test_tolls_in_words(low: int | None, best: int | None, high: int | None, ar: str) -> None:
    assert toll(FigureRange(low, best, high, ())).ar == ar


@pytest.mark.parametrize(
    ("was", "now", "ar"),
    [
        ((1, 1), (2, 2), "سلسلة مستقلة ثانية وراء"), ((1, 2), (1, 11), "ازدادت السلاسل"), ((1, 3), (1, 2), "قلّت السلاسل"),
        ((1, 2), (2, 2), "ثبت استقلال مزيد"), ((2, 2), (1, 2), "لم يعد استقلال"),
    ],
)  # fmt: skip
def test_chains_in_words(was: tuple[int, int], now: tuple[int, int], ar: str) -> None:
    assert more_chains(Text("الهجوم", "the attack"), was, now, Text("سالم", "Salim")).ar.startswith(ar)


def test_counted_chains_in_words() -> None:
    assert chains(1, 11).ar == "على الأكثر 11 سلسلة مستقلة في المصادر المجموعة، وعلى الأقل 1"
    assert chains(3, 3).ar == "على الأكثر 3 سلاسل مستقلة في المصادر المجموعة"
    assert chains(1, 2).en == "at most 2 independent chains in the collected sources, and at least 1"


def test_a_copy_is_quiet(fresh: Ledger) -> None:
    lines = "\n".join(
        f"وقال شهود من أهل الحي رقم {number} إنهم سمعوا دويا قويا ثم رأوا دخانا يتصاعد من الجهة الغربية." for number in range(9)
    )
    text = f"{ATTACK.format('ثلاثة')}.\n{lines}"
    put(fresh, article("a", text, "الضفة"))
    with noting():
        put_articles(fresh, [article("b", text, "المدار", "2020-03-16")])
    told = news(fresh)
    assert all(one.is_quiet for one in told)
    (copied,) = [one for one in told if one.kind == "report.copied"]
    assert copied.is_quiet
    assert copied.after == {"first": "a"}
    assert copied.sentence["en"] == "A report that carries another's text: «b» (المدار), from «a» (الضفة)."


def test_nothing_is_told_twice_and_nothing_when_nothing_happened(fresh: Ledger) -> None:
    assert put(fresh, article("a", ATTACK.format("ثلاثة") + ".", "الضفة"))
    assert put(fresh, article("a", ATTACK.format("ثلاثة") + ".", "الضفة")) == {}
    assert news(fresh) == []


def test_what_was_told_is_kept_only_for_a_webhook(fresh: Ledger) -> None:
    with noting():
        put_articles(fresh, [article("a", ATTACK.format("ثلاثة") + ".", "الضفة")])
    developments.settle(fresh, "some webhook")
    for number, _ in developments.untold(fresh):
        developments.mark_told(fresh, number)
    ((number,),) = fresh.rows("SELECT number FROM developments").fetchall()
    developments.mark_delivered(fresh, "another", [number])
    assert fresh.value("SELECT number FROM developments") == number
    developments.mark_delivered(fresh, "some webhook", [number])
    assert fresh.value("SELECT number FROM developments") is None


def test_what_is_to_be_delivered_is_kept_for_whom(fresh: Ledger) -> None:
    with noting():
        put_articles(fresh, [article("a", ATTACK.format("ثلاثة") + ".", "الضفة")])
    developments.settle(fresh, "some webhook")
    kinds = [
        one.kind for number, one in developments.untold(fresh) if fresh.value("SELECT 1 FROM deliveries WHERE development = ?", number)
    ]
    assert kinds == ["event.new"]


def fetch(ledger: Ledger, text: str, minute: int, url: str = "https://news.example/1") -> None:
    """Takes in a page as it was fetched at that minute, and brings the ledger up to date."""
    take_in(ledger, fetched(page(text), url, f"2020-03-15T10:{minute:02}:00Z"))
    list(refresh(ledger, is_noting=True))


def test_a_report_that_changed_is_told_with_what_it_says_otherwise(fresh: Ledger) -> None:
    fetch(fresh, TOLL.format("خمسة"), 0)
    assert [one.kind for one in news(fresh) if not one.is_quiet] == ["event.new", "event.new"]
    fetch(fresh, "عاجل: " + TOLL.format("سبعة") + " وقال محافظ نينوى إن أسباب الانفجار معروفة.", 5)
    told = {one.kind: one for one in news(fresh) if not one.is_quiet}
    assert list(told) == ["report.changed", "toll"]
    changed = told["report.changed"].sentence["ar"]
    assert changed.startswith("تغير خبر «خبر من الموصل» (news.example): عدد القتلى («أشخاص»): 7 (سابقا: 5)، حذف القول «مقتل خمسة")
    assert "it adds the words «" in told["report.changed"].sentence["en"]
    assert (told["toll"].before, told["toll"].after) == (
        {"role": "killed", "low": 5, "best": 5, "high": 5}, {"role": "killed", "low": 7, "best": 7, "high": 7},
    )  # fmt: skip


def test_other_words_for_the_same_are_quiet(fresh: Ledger) -> None:
    fetch(fresh, TOLL.format("خمسة"), 0)
    news(fresh)
    fetch(fresh, TOLL.format("خمسة") + " ولم يصدر شيء آخر حتى الآن.", 5)
    assert [(one.kind, one.is_quiet) for one in news(fresh)] == [("report.reworded", True)]


def test_a_report_that_got_another_id_is_the_same(fresh: Ledger) -> None:
    take_in(fresh, Snapshot("a.html", "a.html", "html", page(TOLL.format("خمسة")), None, "2020-03-15T10:00:00Z"))
    list(refresh(fresh, is_noting=True))
    assert "event.new" in [one.kind for one in news(fresh)]
    fetch(fresh, TOLL.format("خمسة"), 5)
    assert {one.kind for one in news(fresh)} == {"event.renamed", "claim.renamed"}


@settings(max_examples=EXAMPLES // 3)
@given(some.lists(some.tuples(some.sampled_from("12"), texts()), min_size=2, max_size=4))
def test_what_is_told_of_changed_pages_is_what_changed(seen: list[tuple[str, str]]) -> None:
    with ledgers(1) as (ledger,):
        steps: list[Any] = [
            lambda text=text, minute=minute, name=name: fetch(ledger, text, minute, f"https://news.example/{name}")
            for minute, (name, text) in enumerate(seen)
        ]
        check_steps(ledger, steps)


def whole(ledger: Ledger) -> State:
    """All that is derived, as it stands."""

    def found(table: str, kind: Any) -> dict[str, Any]:
        return {name: msgspec.json.decode(record, type=kind) for name, record in ledger.rows(f"SELECT id, record FROM {table} ORDER BY id")}

    return State(found("events", Event), found("claims", Claim), found("disagreements", Disagreement), found("families", Family))


def known(state: State) -> View:
    """What there is to know of a state."""
    return {
        "event": {name: known_group(facts(one)) for name, one in state.events.items()},
        "toll": {f"{name} {role}": bounds(one) for name, event in state.events.items() for role, one in event.figures.items()},
        "figure": {
            figure_key(name, value_facts(role, value)): (value.chains_min, value.chains_max)
            for name, event in state.events.items()
            for role, one in event.figures.items()
            for value in values(one).values()
        },
        "claim": {name: known_group(facts(one)) for name, one in state.claims.items()},
        "disagreement": {name: sorted(side.position for side in one.sides) for name, one in state.disagreements.items()},
        "copy": {name: one.first for one in state.families.values() for name in one.documents if name != one.first},
    }


def known_group(one: dict[str, Any]) -> tuple[int, int]:
    return one["chains_min"], one["chains_max"]


def figure_key(event: str, one: dict[str, Any]) -> str:
    return " ".join(str(part) for part in (event, one["role"], one["low"], one["high"], one["modifier"], one["of"], one["superseded"]))


def replay(view: View, told: list[Development]) -> View:
    """What a reader knows who knew `view` and was told these, in order."""
    for one in told:
        what, _, change = one.kind.partition(".")
        before, after = one.before or {}, one.after or {}
        if change in ("new", "gone", "joined", "split", "regrouped") and what in ("event", "claim"):
            _take_out(view, what, [before] if change == "gone" else before.get("groups", []))
            _put_in(view, what, [after] if change == "new" else after.get("groups", []))
        elif change == "renamed":
            _rename(view, what, before["id"], after["id"])
        elif change == "chains" and what in ("event", "claim"):
            view[what][one.event or one.claim or ""] = known_group(after)
        elif one.kind in ("toll", "count"):
            _set(
                view["toll"],
                f"{one.event} {(one.before or after)['role']}",
                {key: after[key] for key in ("low", "best", "high")} if after else None,
            )
        elif what in ("figure", "count"):
            _set(view["figure"], figure_key(one.event or "", one.after or before), known_group(after) if after else None)
        elif what == "disagreement":
            view["disagreement"].pop(str(before.get("id")), None)
            if after:
                view["disagreement"][after["id"]] = sorted(side["position"] for side in after["sides"])
        elif one.kind == "report.copied":
            view["copy"][one.documents[0]] = after["first"]
    return view


def _set(known: dict[str, Any], key: str, value: Any) -> None:
    known.pop(key, None)
    if value is not None:
        known[key] = value


def _take_out(view: View, what: str, groups: list[dict[str, Any]]) -> None:
    for one in groups:
        view[what].pop(one["id"], None)
        for layer in ("toll", "figure"):
            view[layer] = {key: value for key, value in view[layer].items() if key.split()[0] != one["id"]}


def _put_in(view: View, what: str, groups: list[dict[str, Any]]) -> None:
    for one in groups:
        view[what][one["id"]] = known_group(one)
        for role, found in one.get("figures", {}).items():
            view["toll"][f"{one['id']} {role}"] = {key: found[key] for key in ("low", "best", "high")}
            for value in found["values"]:
                view["figure"][figure_key(one["id"], value | {"role": role})] = known_group(value)


def _rename(view: View, what: str, old: str, new: str) -> None:
    for layer in (what, "toll", "figure"):
        view[layer] = {key.replace(old, new): value for key, value in view[layer].items()}


def without_time(told: list[Development]) -> list[Development]:
    """As it is written and read again."""
    return msgspec.json.decode(msgspec.json.encode([msgspec.structs.replace(one, at="") for one in told]), type=list[Development])


def check_steps(ledger: Ledger, steps: list[Any]) -> None:
    """Takes the steps, each of which changes the ledger and brings it up to date with noting, and checks what is told of each."""
    view = known(whole(ledger))
    for step in steps:
        before = whole(ledger)
        step()
        after = whole(ledger)
        direct = without_time(list(developments.compared(ledger, Change(before, after))))
        told = without_time(news(ledger))
        assert told == direct
        copies = {key: value for key, value in view["copy"].items() if key in known(after)["copy"]}
        view = replay(view | {"copy": copies}, told)
        assert view == known(after)
        assert [one for one in told if one.before == one.after] == []


@settings(max_examples=EXAMPLES)
@given(worlds(10), some.data())
def test_what_is_told_is_what_changed(world: World, data: some.DataObject) -> None:
    """The developments of each step are those between the whole states before and after, and whoever hears them all knows all."""
    decided = data.draw(judgements(world.mentions)) if len(world.mentions) > 1 else []
    with noting(), ledgers(1) as (ledger,):
        size = data.draw(some.integers(1, 4))
        batches = [world.readings[start : start + size] for start in range(0, len(world.readings), size)]
        steps: list[Any] = [lambda batch=batch: keep_readings(ledger, batch) for batch in batches]
        steps.insert(data.draw(some.integers(0, len(steps))), lambda: judge(ledger, decided))
        check_steps(ledger, steps)


@settings(max_examples=EXAMPLES)
@given(worlds(10))
def test_several_refreshes_are_told_as_one(world: World) -> None:
    """However many times records changed on the way, the first state and the last are compared."""
    with noting(), ledgers(2) as (slow, quick):
        first, rest = world.readings[:1], world.readings[1:]
        for ledger in (slow, quick):
            keep_readings(ledger, first)
            news(ledger)
        for reading in rest:
            keep_readings(slow, [reading])
        keep_readings(quick, rest)
        assert without_time(news(slow)) == without_time(news(quick))
        assert not changing.is_noting(slow)


@settings(max_examples=EXAMPLES // 2)
@given(collections())
def test_the_story_does_not_depend_on_how_its_reports_are_listed(collection: list[Article]) -> None:
    told = []
    with ledgers(2) as books:
        for ledger, listed in zip(books, (collection, collection[::-1]), strict=True):
            with noting():
                put_articles(ledger, listed)
            told.append(without_time(news(ledger)))
    assert told[0] == told[1]
