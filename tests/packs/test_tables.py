from pathlib import Path

import pytest

from tawatur.errors import PackError
from tawatur.packs.tables import Row, all_tables, pack_names, read_table, table_lines, table_rows


def table(folder: Path, text: str) -> Path:
    path = folder / "places.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_have_their_cells_by_column(tmp_path: Path) -> None:
    source = table(tmp_path, "# Places.\nid\tar\tcountry\n\nwadi\tالوادي | وادي الهدوء\tzz\n# Last.\ntal\tتل السكون\n")
    assert list(read_table("made", source)) == [
        Row("places", "made", 4, {"id": "wadi", "ar": "الوادي | وادي الهدوء", "country": "zz"}),
        Row("places", "made", 6, {"id": "tal", "ar": "تل السكون"}),
    ]


def test_a_cell_is_split_into_alternatives() -> None:
    row = Row("places", "made", 4, {"ar": "الوادي | وادي الهدوء|"})
    assert row.list("ar") == ["الوادي", "وادي الهدوء"]
    assert row.list("en") == []


def test_an_empty_cell_is_as_good_as_none(tmp_path: Path) -> None:
    (row,) = read_table("made", table(tmp_path, "id\tar\tcountry\ntal\t\tzz\n"))
    assert "ar" not in row.cells
    assert row.get("ar") == ""
    assert row.get("ar", "none") == "none"


def test_a_row_says_where_it_is() -> None:
    assert Row("places", "made", 4, {}).where == "made/places.tsv:4"


def test_a_line_with_too_many_cells_is_refused(tmp_path: Path) -> None:
    source = table(tmp_path, "id\tar\ntal\tتل السكون\tzz\n")
    with pytest.raises(PackError, match=r"made/places\.tsv:2: 3 cells, but 2 columns; remove a tab"):
        list(read_table("made", source))


def test_a_table_that_is_not_there_has_no_rows(tmp_path: Path) -> None:
    assert list(read_table("made", tmp_path / "none.tsv")) == []


def test_lines_keep_their_numbers(tmp_path: Path) -> None:
    source = table(tmp_path, "# Places.\n\nid\tar\n  \ntal \t تل السكون\n")
    assert list(table_lines(source)) == [(3, ["id", "ar"]), (5, ["tal", "تل السكون"])]


def test_the_language_comes_first_then_the_world() -> None:
    assert pack_names()[:2] == ["ar", "world"]
    assert pack_names()[2:] == sorted(pack_names()[2:])
    assert not [name for name in pack_names() if name.startswith("_")]


def test_all_tables_are_named_with_their_packs() -> None:
    named = [(pack, source.name) for pack, source in all_tables()]
    assert ("ar", "months.tsv") in named
    assert ("iraq", "places.tsv") in named
    assert len(named) == len(set(named))


def test_a_table_is_read_from_every_pack_that_has_it() -> None:
    rows = table_rows("places")
    assert {"iraq", "syria", "yemen", "world"} <= {row.pack for row in rows}
    assert {row.table for row in rows} == {"places"}
    assert table_rows("weekdays")[0].get("id") == "monday"
