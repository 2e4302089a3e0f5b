"""Three readings made by hand, of one attack that three outlets report, and what reconciling makes of them."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tawatur.intake import Given, Snapshot
from tawatur.ledger.adding import Stored, store
from tawatur.ledger.deriving import derive
from tawatur.ledger.rows import prepared
from tawatur.ledger.store import Ledger
from tawatur.model import (
    Actor,
    Claim,
    Disagreement,
    Document,
    Event,
    EventMention,
    Family,
    Figure,
    FigureRange,
    FigureValue,
    Judgement,
    Link,
    Merge,
    Place,
    Reading,
    Side,
    Span,
    Statement,
    Target,
    Time,
)
from tawatur.reconciling.changes import Change, KeptClaim, KeptDisagreements, KeptEvent, KeptFamily

TEXTS = {
    "a": "هجوم على معسكر التاجي\n\nقُتل ثلاثة جنود في هجوم بالصواريخ على معسكر التاجي السبت. وقال المتحدث سالم إن الهجوم متوقع.",
    "b": "نقلت وكالة النهر مقتل ثلاثة جنود في هجوم على معسكر التاجي. ولم تتبن جهة الهجوم.",
    "c": "أكدت الوزارة إصابة جنديين في الهجوم على معسكر التاجي، ونفى سالم أن يكون الهجوم متوقعا. \u202eوَبالإضافة إلى ذلك\u202c",
}
OUTLETS = {"a": "الصباح الجديد", "b": "المرايا", "c": "الضفة"}
SALIM = Link("person", "سالم", "salim", "statement")
RIVER = Link("agency", "وكالة النهر", "river")


def span(name: str, words: str) -> Span:
    start = TEXTS[name].index(words)
    return Span(start, start + len(words))


def snapshot(name: str) -> Snapshot:
    article = {"id": name, "text": TEXTS[name], "outlet": OUTLETS[name], "published": "2020-03-15"}
    return Snapshot("reports.jsonl", f"reports.jsonl:{name}", "article", json.dumps(article).encode())


def document(name: str) -> Document:
    return Document(
        id=name, source="reports.jsonl", text=TEXTS[name], sha256=snapshot(name).sha256, outlet=OUTLETS[name], title=None,
        published="2020-03-15", published_basis="given", language="ar", agencies=("وكالة النهر",) if name == "b" else (),
    )  # fmt: skip


def mention(name: str, words: str, *links: Link, date: str | None = "2020-03-14") -> EventMention:
    return EventMention(
        id=f"{name}:e1", type="ASSAULT", mode="heavy-weapons", trigger=span(name, words), date=date,
        place=Place("معسكر التاجي", *_ends(span(name, "معسكر التاجي")), lat=33.5, lon=44.2, country="IQ", id="camp_taji"),
        actors=(Actor("فصيل مسلح", None, "accused"),), targets=(Target("جنود"),), weapons=("صواريخ",),
        chain=(Link("outlet", OUTLETS[name]), *links),
    )  # fmt: skip


def figure(name: str, words: str, role: str, low: int) -> Figure:
    place = span(name, words)
    return Figure(place.start, place.end, role, low, low, "exact", "جنود", None, f"{name}:e1")  # type: ignore[arg-type]


def statement(name: str, act: str, cue: str, content: str) -> Statement:
    return Statement(
        id=f"{name}:s1", act=act, cue=span(name, cue), content=span(name, content), speaker="سالم", speaker_id="salim",  # type: ignore[arg-type]
        organisation="الوزارة", medium="statement", date=None, chain=(Link("outlet", OUTLETS[name]), SALIM),
    )  # fmt: skip


def readings() -> dict[str, Reading]:
    day = span("a", "السبت")
    return {
        "a": Reading(
            document("a"), times=(Time(day.start, day.end, "date", "2020-03-14", "2020-03-14"),),
            figures=(figure("a", "ثلاثة جنود", "killed", 3),), events=(mention("a", "هجوم بالصواريخ"),),
            statements=(statement("a", "say", "وقال", "الهجوم متوقع"),),
        ),
        "b": Reading(document("b"), figures=(figure("b", "ثلاثة جنود", "killed", 3),), events=(mention("b", "هجوم", RIVER, date=None),)),
        "c": Reading(
            document("c"), figures=(figure("c", "جنديين", "injured", 2),), events=(mention("c", "الهجوم"),),
            statements=(statement("c", "deny", "ونفى", "أن يكون الهجوم متوقعا"),),
        ),
    }  # fmt: skip


def _ends(place: Span) -> tuple[int, int]:
    return place.start, place.end


def found() -> Iterator[Change]:
    """What the three readings come to."""
    mentions = ("a:e1", "b:e1", "c:e1")
    killed = FigureValue(3, 3, "exact", ("a:e1", "b:e1"), ("a", "b"), 1, 2)
    injured = FigureValue(2, 2, "exact", ("c:e1",), ("c",), 1, 1)
    event = Event(
        id="event-1", type="ASSAULT", mode="heavy-weapons", date="2020-03-14", place=Place("معسكر التاجي", country="IQ", id="camp_taji"),
        actors=(Actor("فصيل مسلح"),), targets=(Target("جنود"),), mentions=mentions, documents=("a", "b", "c"),
        figures={"killed": FigureRange(3, 3, 3, (killed,)), "injured": FigureRange(2, 2, None, (injured,))},
        chains_min=1, chains_max=3,
    )  # fmt: skip
    undated = Event("event-2", "PROTEST", None, None, None, (), (), (), (), {}, 0, 0)
    claim = Claim("claim-1", "الهجوم متوقع", ("a:s1", "c:s1"), ("a", "c"), 1, 1)
    sides = (
        Side("الهجوم متوقع", (), ("a:s1",), ("a",), 1, 1),
        Side("الهجوم غير متوقع", ("c:e1",), ("c:s1",), ("c",), 1, 1),
    )
    explanation = {"ar": "يتعارض قولان لسالم.", "en": "Salim contradicts himself."}
    conflict = Disagreement("disagreement-1", "self_contradiction", "توقع الهجوم", explanation, ("event-1",), ("claim-1",), sides)
    copied = {"ar": "النص نفسه", "en": "the same text"}
    dated = {"ar": "كلاهما يذكر الرابع عشر", "en": "both name the 14th"}
    yield KeptFamily(Family("family-1", ("a", "b"), "a", {"a": copied, "b": copied}))
    yield KeptEvent(event, (Merge("event", "a:e1", "b:e1", dated),))
    yield KeptEvent(undated, ())
    yield KeptClaim(claim, ())
    yield KeptDisagreements("event-1", (conflict,))


class Reconciler:
    """Stands in for reconciling, which has tests of its own, and counts how often it is asked."""

    asked = 0

    def __init__(self, connection: object, judgements: Iterable[Judgement]) -> None:
        list(judgements)

    def restart(self) -> None:
        pass

    def steps(self, most: int) -> list[list[str]]:
        return [["a", "b", "c"]]

    def update(self, documents: Iterable[str]) -> Iterator[Change]:
        type(self).asked += 1
        return found()

    def is_done(self) -> bool:
        return True

    def close(self) -> None:
        pass


def fill(ledger: Ledger, names: str = "abc") -> None:
    for name in names:
        assert store(ledger, prepared(readings()[name], snapshot(name), Given())) == Stored(name, True)


def make_ledger(path: Path, patch: pytest.MonkeyPatch) -> Path:
    """A ledger of the three readings, reconciled."""
    patch.setattr("tawatur.ledger.deriving.Reconciler", Reconciler)
    with Ledger(path, create=True) as ledger:
        fill(ledger)
        derive(ledger)
    patch.undo()
    return path


def make_true_ledger(path: Path) -> Path:
    """A ledger of the three readings, reconciled in truth: one event, and no claims."""
    with Ledger(path, create=True) as ledger:
        fill(ledger)
        derive(ledger)
    return path
