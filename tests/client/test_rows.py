from tawatur.client import Library, rows
from tawatur.model import Event


def test_the_values_of_an_event_are_counted_by_role(library: Library) -> None:
    event = library.event("event-1").event
    found = list(rows.valued(event))
    assert [(one.role, one.number, one.value.low) for one in found] == [("injured", 1, 2), ("killed", 1, 3)]
    assert [[row["role"] for row in rows.value(one)] for one in found] == [["injured"], ["killed"]]


def test_an_event_without_figures_has_no_values() -> None:
    assert list(rows.valued(Event("event-2", "PROTEST", None, None, None, (), (), (), (), {}, 0, 0))) == []


def test_a_document_knows_its_versions_and_family(library: Library) -> None:
    first, copy, alone = library.documents().to_dicts()
    assert [row["version"] for row in (first, copy, alone)] == [1, 1, 1]
    assert [(row["family_id"], row["is_first"]) for row in (first, copy, alone)] == [
        ("family-1", True), ("family-1", False), (None, None),
    ]  # fmt: skip


def test_rows_say_whose_they_are(library: Library) -> None:
    assert [row["event_id"] for row in library.mentions().to_dicts()] == ["event-1"] * 3
    assert [row["claim_id"] for row in library.statements().to_dicts()] == ["claim-1"] * 2
    assert {row["owner_kind"] for row in library.chains().to_dicts()} == {"mention", "statement"}
    (read,) = library.figures_read(document="c").to_dicts()
    assert (read["words"], read["event_id"]) == ("جنديين", "event-1")
