from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

import pytest

from tawatur import edtf, model
from tawatur.export.choosing import Chosen
from tawatur.export.tidy import ColumnType, Row, tables, vocabulary
from tawatur.export.tidy_rows import disagreement_row, judgement_row, side_rows
from tawatur.export.tidy_tables import rows, table_rows
from tawatur.ledger.deriving import reading
from tawatur.ledger.judgements import Judged, Standing
from tawatur.ledger.sources import SourceKind
from tawatur.ledger.store import Ledger
from tawatur.model import Disagreement, Judgement, Settlement, Side
from tests.ledger.examples import make_ledger

LITERALS: dict[str, Any] = {name: kind for name, kind in vars(model).items() if get_args(kind)}
VOCABULARIES = {
    **{column.values: () for table in tables().values() for column in table.columns if column.values},
    "Owner": ("mention", "statement"), "Standing": get_args(Standing), "SourceKind": get_args(SourceKind),
    "Precision": get_args(edtf.Precision),
}  # fmt: skip
OF_TYPE: dict[str, tuple[type, ...]] = {
    "string": (str,), "int64": (int,), "float64": (float,), "bool": (bool,), "date32": (date,), "timestamp": (datetime,), "list": (tuple,),
}  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    return Ledger(make_ledger(tmp_path / "a.ledger", monkeypatch))


@pytest.fixture
def found(ledger: Ledger) -> dict[str, list[Row]]:
    """The rows of the example, by table."""
    with ledger:
        listed: dict[str, list[Row]] = {name: [] for name in tables()}
        for name, row in rows(ledger):
            listed[name].append(row)
    return listed


@pytest.mark.parametrize("table", tables().values(), ids=lambda table: str(table.name))
def test_a_definition_is_whole(table: Any) -> None:
    assert set(table.key) <= set(table.names)
    assert len(set(table.names)) == len(table.names)
    assert all(text for told in (table, *table.columns) for text in (told.ar, told.en))
    assert {column.type for column in table.columns} <= set(get_args(ColumnType))


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_vocabulary_has_the_values_of_the_model(name: str) -> None:
    expected = VOCABULARIES[name] or get_args(LITERALS[name])
    assert tuple(one.value for one in vocabulary(name)) == expected
    assert all(one.ar and one.en for one in vocabulary(name))


def test_rows_are_what_the_definitions_say(found: dict[str, list[Row]]) -> None:
    for table in tables().values():
        assert found[table.name] or table.name in ("judgements", "copies")
        keys = [tuple(row[name] for name in table.key) for row in found[table.name]]
        assert len(set(keys)) == len(keys)
        for row in found[table.name]:
            assert tuple(row) == table.names
            for column in table.columns:
                value = row[column.name]
                assert value is None or isinstance(value, OF_TYPE[column.type]), column
                allowed = {one.value for one in vocabulary(column.values)}
                values = value if isinstance(value, tuple) else () if value is None else (value,)
                assert not allowed or allowed.issuperset(values), column


def test_what_is_read_from_a_text_leads_back_to_its_words(found: dict[str, list[Row]], ledger: Ledger) -> None:
    with Ledger(ledger.path) as book:
        documents = {name: reading(book, name).document for name in "abc"}
    for name in ("mentions", "figures_read", "statements"):
        for row in found[name]:
            document = documents[row["document_id"]]
            assert document.text[row["start"] : row["end"]] == row["words"] != ""
            assert document.sha256 == row["snapshot_sha256"]


def test_an_event_and_its_figures(found: dict[str, list[Row]]) -> None:
    event, undated = found["events"]
    assert (event["event_id"], event["date_earliest"], event["date_latest"]) == ("event-1", date(2020, 3, 14), date(2020, 3, 14))
    assert (event["date_precision"], event["country"], event["latitude"]) == ("day", "IQ", None)
    assert (event["actors"], event["actor_ids"], event["killed_best"], event["injured_best"]) == (("فصيل مسلح",), (None,), 3, 2)
    assert (event["mentions"], event["documents"], event["chains_min"], event["chains_max"]) == (3, 3, 1, 3)
    assert event["disagreement_ids"] == ("disagreement-1",)
    assert {undated[name] for name in ("mode", "date", "date_earliest", "date_precision", "place", "killed_low")} == {None}
    injured, killed = found["figures"]
    assert (injured["role"], injured["number"], injured["low"], injured["event_high"]) == ("injured", 1, 2, None)
    assert (killed["role"], killed["mention_ids"], killed["chains_max"], killed["event_high"]) == ("killed", ("a:e1", "b:e1"), 2, 3)


def test_what_documents_belong_to(found: dict[str, list[Row]]) -> None:
    assert [(row["document_id"], row["family_id"], row["is_first"]) for row in found["documents"]] == [
        ("a", "family-1", True), ("b", "family-1", False), ("c", None, None),
    ]  # fmt: skip
    assert all(row["version"] == 1 and row["seen_at"].tzinfo is UTC for row in found["documents"])
    assert [(row["mention_id"], row["event_id"]) for row in found["mentions"]] == [(f"{name}:e1", "event-1") for name in "abc"]
    assert [(row["statement_id"], row["claim_id"]) for row in found["statements"]] == [("a:s1", "claim-1"), ("c:s1", "claim-1")]
    links = [(row["owner_id"], row["position"], row["kind"], row["is_origin"]) for row in found["chains"] if row["document_id"] == "b"]
    assert links == [("b:e1", 1, "outlet", False), ("b:e1", 2, "agency", True)]
    named = {(row["kind"], row["source_id"]) for row in found["sources"]}
    assert {(row["kind"] if row["kind"] != "person" else "speaker", row["source_id"]) for row in found["chains"]} == named
    assert ("speaker", "salim") in named
    assert [(row["month"], row["documents"]) for row in found["coverage"]] == [("2020-03", 1)] * 3
    assert [(row["outlet"], row["original_outlet"], row["documents"]) for row in found["copies"]] == [("المرايا", "الصباح الجديد", 1)]


def test_a_month_is_told_only_of_what_is_known_to_be_in_it(ledger: Ledger) -> None:
    with ledger:
        for name, published in (("a", None), ("b", "2020-03/2020-04"), ("c", "2020-05")):
            ledger.rows("UPDATE readings SET published = ? WHERE document = ?", published, name)
        assert [row["month"] for row in table_rows(ledger, "coverage")] == [None, None, "2020-05"]


def test_one_table_has_the_rows_it_has_among_all(found: dict[str, list[Row]], ledger: Ledger) -> None:
    with Ledger(ledger.path) as book:
        assert {name: list(table_rows(book, name)) for name in tables()} == found
        with pytest.raises(KeyError):
            table_rows(book, "secrets")


def test_only_what_was_chosen(ledger: Ledger) -> None:
    chosen = Chosen(
        events=frozenset(), statements=frozenset({"c:s1"}), claims=frozenset({"claim-1"}), disagreements=frozenset(),
        documents=frozenset("c"),
    )  # fmt: skip
    with ledger:
        listed = [(name, row) for name, row in rows(ledger, chosen)]
    names = [name for name, _ in listed]
    assert {name: names.count(name) for name in ("events", "mentions", "figures", "figures_read", "sides")} == dict.fromkeys(
        ("events", "mentions", "figures", "figures_read", "sides"), 0
    )
    assert [row["document_id"] for name, row in listed if name in ("documents", "statements")] == ["c", "c"]
    assert {row["owner_id"] for name, row in listed if name == "chains"} == {"c:s1"}
    assert names.count("coverage") == 3


def test_a_judgement_of_several() -> None:
    one = Judgement("judgement-1", "different", "a:e1", "b:e1", '["c:e1"]', "Samira", "two attacks", "2026-01-02T03:04:05+02:00")
    row = judgement_row(Judged(one, "undone", "judgement-2"))
    assert tuple(row) == tables()["judgements"].names
    assert (row["object_ids"], row["value"], row["by_which"]) == (("b:e1", "c:e1"), None, "judgement-2")
    assert row["at"] == datetime(2026, 1, 2, 1, 4, 5, tzinfo=UTC)
    valued = judgement_row(Judged(Judgement("judgement-3", "value", "figure-1", None, "12", "Samira", "misread", one.at), "in_force"))
    assert (valued["object_ids"], valued["value"]) == ((), "12")


def test_a_disagreement_that_was_settled() -> None:
    side = Side("3", ("a:e1",), (), ("a",), 1, 1, ("figure-1",))
    said = {"ar": "خلاف", "en": "they differ"}
    found = Disagreement("disagreement-1", "figure", "killed", said, ("event-1",), (), (side, side), Settlement("prefer", "judgement-1", 1))
    row = disagreement_row(found)
    assert (row["settled"], row["settled_by"], row["settled_side"]) == ("prefer", "judgement-1", 2)
    assert [(one["number"], one["figure_ids"]) for one in side_rows(found)] == [(1, ("figure-1",)), (2, ("figure-1",))]
    settled = Judgement("judgement-1", "settle", "a:e1", "b:e1", "prefer", "Samira", "the ministry counted", "2026-01-02T03:04:05Z")
    assert (judgement_row(Judged(settled, "in_force"))["object_ids"], judgement_row(Judged(settled, "in_force"))["value"]) == (
        ("b:e1",),
        "prefer",
    )
