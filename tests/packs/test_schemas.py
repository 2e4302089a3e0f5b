from typing import get_args

import pytest

from tawatur.model import Mode, Role
from tawatur.packs.schemas import Column, schemas
from tawatur.packs.tables import all_tables, table_lines


def column(values: str) -> Column:
    return Column("name", "", False, values)


def test_every_table_that_ships_is_described() -> None:
    assert {source.name.removesuffix(".tsv") for _, source in all_tables()} <= schemas().keys()


def test_no_column_is_described_that_no_table_of_its_name_has() -> None:
    headers: dict[str, set[str]] = {}
    for _, source in all_tables():
        headers.setdefault(source.name.removesuffix(".tsv"), set()).update(next(table_lines(source))[1])
    assert {table: columns.keys() - headers[table] for table, columns in schemas().items() if table in headers} == {
        table: set() for table in schemas() if table in headers
    }


@pytest.mark.parametrize("kind", ["id", "forms", "words", "text", "date", "integer", "integer 1..12", "decimal -90..90"])
def test_an_open_column_has_no_choices(kind: str) -> None:
    assert column(kind).choices == frozenset()
    assert column(kind).references == ()


def test_choices_are_listed_or_those_of_a_type() -> None:
    assert column("none|conjunction").choices == {"none", "conjunction"}
    assert column("Mode").choices == frozenset(get_args(Mode))
    assert column("Role").choices == frozenset(get_args(Role))


def test_another_table_is_referred_to_by_its_column() -> None:
    assert column("countries.id|eu").references == (("countries", "id"),)
    assert column("countries.id|eu").choices == {"eu"}


@pytest.mark.parametrize(
    ("values", "bounds"),
    [
        ("integer 1..12", (1, 12)),
        ("decimal -90..90", (-90, 90)),
        ("integer 0..", (0, float("inf"))),
        ("integer", (float("-inf"), float("inf"))),
        ("text", None),
    ],
)
def test_numbers_have_bounds(values: str, bounds: tuple[float, float] | None) -> None:
    assert column(values).range == bounds


def test_places_of_one_name_are_told_apart() -> None:
    places = schemas()["places"]
    assert [name for name, described in places.items() if described.is_apart] == ["admin1", "country"]
    assert places["id"].needed == "yes"
