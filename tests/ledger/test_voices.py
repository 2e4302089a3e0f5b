"""Voices: what three hand-made readings say of who speaks, and what a ledger of true reports makes of a spokesman who turned."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

from tawatur.errors import NotFoundError
from tawatur.intake import Given, Snapshot
from tawatur.ledger.adding import store
from tawatur.ledger.deriving import derive, rebuild
from tawatur.ledger.judging import Decision, judge
from tawatur.ledger.rows import Prepared, Task, prepare
from tawatur.ledger.store import Ledger
from tawatur.ledger.voices import After, Carrier, Voice, carriers, months, voice, voices
from tawatur.ledger.voices_copies import Copying, copying
from tawatur.ledger.voices_facts import facts
from tawatur.ledger.voices_origins import Count, origin_claims, origin_counts, origin_events
from tawatur.ledger.voices_rows import saying_rows
from tawatur.ledger.voices_said import Place, Sayings, Subject
from tawatur.ledger.voices_turns import turns
from tawatur.ledger.writing import erase
from tests.ledger.examples import document

SPOKESMAN = "tahsin-al-khafaji"
REPORTS = {
    "one": ("صحيفة النهر", "2020-03-14", "قال المتحدث باسم العمليات المشتركة تحسين الخفاجي إن العمل المشترك مع التحالف الدولي متوقف."),
    "two": ("موقع الجسر", "2020-03-15", "نفى المتحدث باسم العمليات المشتركة تحسين الخفاجي توقف العمل المشترك مع التحالف الدولي."),
    "three": ("موقع الجسر", "2020-03-16", "قال تحسين الخفاجي إن القوات العراقية عززت مواقعها قرب الحدود. وقال إن الطقس حار."),
}
TABLES = ("voices", "sayings", "origins", "turns")


def _add(ledger: Ledger, name: str, outlet: str, published: str, text: str) -> None:
    article = {"id": name, "text": text, "outlet": outlet, "published": published}
    snapshot = Snapshot("r.jsonl", f"r.jsonl:{name}", "article", json.dumps(article).encode())
    ready = prepare(Task(snapshot, Given()))
    assert isinstance(ready, Prepared)
    store(ledger, ready)


@pytest.fixture
def spoken(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger in which a spokesman says a thing, its opposite, and something else."""
    with Ledger(tmp_path / "spoken.ledger", create=True) as ledger:
        for name, report in REPORTS.items():
            _add(ledger, name, *report)
        derive(ledger)
        yield ledger


def _rows(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(ledger.rows(f"SELECT * FROM {table}").fetchall()) for table in TABLES}


def test_voices_by_how_often_they_are_heard(book: Ledger) -> None:
    assert voices(book, "speaker") == [Voice("speaker", "salim", "سالم", None, 2, 2, 2)]
    assert [(one.key, one.documents, one.statements, one.origins) for one in voices(book, "outlet")] == [
        ("الصباح الجديد", 1, 1, 1), ("الضفة", 1, 1, 1), ("المرايا", 1, 0, 0),
    ]  # fmt: skip
    assert voices(book, "agency") == [Voice("agency", "river", "وكالة النهر", None, 1, 0, 1)]


def test_a_list_goes_on_behind_the_last(book: Ledger) -> None:
    first = voices(book, "outlet", limit=2)
    rest = voices(book, "outlet", after=After(first[-1].documents, first[-1].key))
    assert [one.key for one in (*first, *rest)] == [one.key for one in voices(book, "outlet")]


@pytest.mark.parametrize(
    ("kind", "words", "found"),
    [
        ("speaker", "الخفاجي", [SPOKESMAN]),
        ("speaker", "khafaji tahsin", [SPOKESMAN]),
        ("speaker", "خفاجي سالم", []),
        ("outlet", "جسر", ["موقع الجسر"]),
        ("outlet", "", ["موقع الجسر", "صحيفة النهر"]),
    ],
)
def test_voices_are_found_by_parts_of_their_names(spoken: Ledger, kind: str, words: str, found: list[str]) -> None:
    assert [one.key for one in voices(spoken, kind, words)] == found  # type: ignore[arg-type]


def test_one_voice(spoken: Ledger) -> None:
    assert voice(spoken, "speaker", SPOKESMAN) == Voice("speaker", SPOKESMAN, "تحسين الخفاجي", "Tahsin al-Khafaji", 3, 4, 4)
    with pytest.raises(NotFoundError, match="no such outlet"):
        voice(spoken, "outlet", "'; DROP TABLE voices; --")


def test_who_carries_a_voice_and_when(spoken: Ledger) -> None:
    assert carriers(spoken, "speaker", SPOKESMAN) == [Carrier("موقع الجسر", 2, 3), Carrier("صحيفة النهر", 1, 1)]
    assert months(spoken, "speaker", SPOKESMAN) == {"2020-03": 4}


def test_what_a_voice_said_the_latest_first_with_its_claim(spoken: Ledger) -> None:
    found = Sayings(spoken, "speaker", SPOKESMAN).subjects()
    assert found.next is None
    told = [[one.document for one in subject.sayings] for subject in found.subjects]
    assert told[:2] == [["three"], ["three"]]
    assert told[2] == ["two", "one"]
    joint = found.subjects[2]
    assert joint.claim
    assert joint.sayings[0].words == "توقف العمل المشترك مع التحالف الدولي"
    assert joint.sayings[0].disagreements
    assert [(one.day, one.act, one.outlet, one.is_origin, one.is_cut) for one in joint.sayings] == [
        ("2020-03-15", "deny", "موقع الجسر", True, False), ("2020-03-14", "say", "صحيفة النهر", True, False),
    ]  # fmt: skip
    said = joint.sayings[1]
    assert REPORTS["one"][2][said.start : said.end] == said.words


def test_pages_of_what_was_said_hold_each_subject_once(spoken: Ledger) -> None:
    sayings = Sayings(spoken, "speaker", SPOKESMAN)
    whole = sayings.subjects().subjects
    paged: list[Subject] = []
    before = None
    for _ in whole:
        page = sayings.subjects(before=before, limit=1)
        paged += page.subjects
        before = page.next
    assert tuple(paged) == whole
    assert before is None


def test_a_claim_shown_before_is_not_shown_again(spoken: Ledger) -> None:
    later = Place("2020-03-15", "two", "~")
    assert [
        subject.claim for subject in Sayings(spoken, "speaker", SPOKESMAN).subjects(before=Place("2020-03-15", "two", "")).subjects
    ] == []
    assert [len(one.sayings) for one in Sayings(spoken, "speaker", SPOKESMAN).subjects(before=later).subjects] == [2]


def test_what_was_said_is_filtered_by_words(spoken: Ledger) -> None:
    sayings = Sayings(spoken, "speaker", SPOKESMAN)
    assert [one.document for subject in sayings.subjects("الطَّقْس").subjects for one in subject.sayings] == ["three"]
    assert sayings.subjects("الطقس بارد").subjects == ()


def test_a_statement_judged_wrong_is_left_out(spoken: Ledger) -> None:
    sayings = Sayings(spoken, "speaker", SPOKESMAN).subjects("الطقس").subjects
    judge(spoken, Decision("wrong", sayings[0].sayings[0].id), "مها", "ليس قولا")
    assert Sayings(spoken, "speaker", SPOKESMAN).subjects("الطقس").subjects == ()


def test_where_a_voice_turned(spoken: Ledger) -> None:
    (turn,) = turns(spoken, "speaker", SPOKESMAN)
    assert turn.kind == "self_contradiction"
    assert [(side.day, [one.document for one in side.sayings]) for side in turn.sides] == [("2020-03-14", ["one"]), ("2020-03-15", ["two"])]
    assert turns(spoken, "speaker", "somebody-else") == []


def test_two_sides_on_one_day_are_a_turn_only_when_told_so(book: Ledger) -> None:
    (turn,) = turns(book, "speaker", "salim")
    assert [side.day for side in turn.sides] == ["2020-03-15", "2020-03-15"]
    record = book.value("SELECT record FROM unit_disagreements").replace("self_contradiction", "denial")
    book.rows("UPDATE unit_disagreements SET record = ?", record)
    assert turns(book, "speaker", "salim") == []


def test_what_rests_on_a_voice(book: Ledger) -> None:
    assert origin_counts(book, "agency", "river") == {"event": Count(1, 0), "claim": Count()}
    assert origin_counts(book, "speaker", "salim") == {"event": Count(), "claim": Count(1, 1)}
    assert origin_counts(book, "outlet", "nobody") == {"event": Count(), "claim": Count()}
    (event,) = origin_events(book, "agency", "river")
    assert (event.event.id, event.is_alone, event.spot) == ("event-1", False, ("2020-03-14", "event-1"))
    assert origin_events(book, "agency", "river", only_alone=True) == []
    assert origin_events(book, "agency", "river", before=event.spot) == []
    (claim,) = origin_claims(book, "speaker", "salim", only_alone=True)
    assert (claim.claim.id, claim.is_alone, claim.spot.day) == ("claim-1", True, "2020-03-15")


def test_who_copies_whom(book: Ledger) -> None:
    assert copying(book) == (Copying("المرايا", "الصباح الجديد", 1, "b", "a"),)


def test_rows_follow_what_comes_goes_and_is_made_anew(spoken: Ledger) -> None:
    whole = _rows(spoken)
    assert all(whole.values())
    erase(spoken, "two")
    derive(spoken)
    assert turns(spoken, "speaker", SPOKESMAN) == []
    assert carriers(spoken, "speaker", SPOKESMAN)[0].documents == 1
    _add(spoken, "two", *REPORTS["two"])
    derive(spoken)
    assert _rows(spoken) == whole
    list(rebuild(spoken))
    assert _rows(spoken) == whole
    for name in REPORTS:
        erase(spoken, name)
    derive(spoken)
    assert not any(_rows(spoken).values())


def test_an_older_ledger_gets_the_rows_that_a_new_one_has(spoken: Ledger) -> None:
    whole = _rows(spoken)
    for kind, name in spoken.rows(
        "SELECT type, name FROM sqlite_master WHERE type IN ('view', 'trigger') AND name GLOB '*_origins'"
    ).fetchall():
        spoken.rows(f"DROP {kind} {name}")
    for drop in ("VIEW unit_turns", "TRIGGER voices_grow", "TRIGGER voices_shrink", *(f"TABLE {table}" for table in TABLES)):
        spoken.rows(f"DROP {drop}")
    for index in ("document_sources_key", "custody_subject"):
        spoken.rows(f"DROP INDEX {index}")
    spoken.connection.executescript((files("tawatur.ledger") / "migrations" / "0006.sql").read_text(encoding="utf-8"))
    assert _rows(spoken) == whole


def test_nothing_is_said_after_its_report() -> None:
    said = ("a", "a:s1", "say", None, "", "2108-08-10", "2108-08-10", 0, 1, "")
    link = ("a", "a:s1", 1, "person", "سالم", "salim", "")
    assert [row[2] for row in saying_rows(document("a"), [link], [said])] == ["2020-03-15"]
    undated = msgspec.structs.replace(document("a"), published=None)
    assert [row[2] for row in saying_rows(undated, [link], [said])] == ["2108-08-10"]
    assert [row[2] for row in saying_rows(undated, [link], [(*said[:5], None, None, 0, 1, "")])] == [""]


def test_what_the_packs_know() -> None:
    person = facts("speaker", "donald-trump")
    assert person is not None
    assert (person.en, person.kind, person.country and person.country.en) == ("Donald Trump", "person", "United States")
    assert ("president", "2017-01-20", "2021-01-20") in [(one.office.id, one.first, one.last) for one in person.offices]
    outlet = facts("outlet", "سكاي نيوز عربية")
    assert outlet is not None
    assert (outlet.kind, outlet.domains) == ("channel", ("skynewsarabia.com",))
    body = facts("speaker", "iraqi-joint-operations-command")
    assert body is not None
    assert [one.id for one in body.parents] == ["iraqi-army"]
    assert facts("speaker", "~أحد-ما") is None
    assert facts("outlet", "صحيفة لا وجود لها") is None


def test_a_voice_is_found_by_indexes_alone(spoken: Ledger) -> None:
    asked: list[str] = []
    spoken.connection.set_trace_callback(asked.append)
    voice(spoken, "speaker", SPOKESMAN)
    voices(spoken, "speaker", after=After(9, "a"))
    carriers(spoken, "speaker", SPOKESMAN)
    months(spoken, "speaker", SPOKESMAN)
    turns(spoken, "speaker", SPOKESMAN)
    origin_counts(spoken, "speaker", SPOKESMAN)
    origin_events(spoken, "speaker", SPOKESMAN, only_alone=True)
    origin_claims(spoken, "speaker", SPOKESMAN)
    Sayings(spoken, "speaker", SPOKESMAN).subjects("مشترك", before=Place("2021-01-01", "", ""))
    spoken.connection.set_trace_callback(None)
    plans = {step for sql in asked for (*_, step) in spoken.rows(f"EXPLAIN QUERY PLAN {sql}") if step.startswith("SCAN")}
    assert len(asked) > 20
    assert {step for step in plans if not step.startswith("SCAN judgements")} == set()
