from importlib.resources import files

import pytest

from tawatur.intake.data import table

TABLES = sorted(item.name for item in files("tawatur.intake").iterdir() if item.name.endswith(".tsv"))


@pytest.mark.parametrize("name", TABLES)
def test_every_line_has_as_many_cells(name: str) -> None:
    rows = table(name)
    assert len({len(row) for row in rows}) == 1
    assert not any(row[0].startswith("#") for row in rows)
