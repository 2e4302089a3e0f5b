import io
import json
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest

from tawatur.intake import limits
from tawatur.intake.box import Options
from tests.intake.boxes import REPORT, inside


def workbook(**sheets: Sequence[Sequence[Any]]) -> bytes:
    from openpyxl import Workbook

    book, file = Workbook(), io.BytesIO()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(file)
    return file.getvalue()


def changed(content: bytes, member: str, pattern: str, new: str) -> bytes:
    """The workbook with one of its parts changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in old.namelist():
            text = old.read(name).decode()
            archive.writestr(name, re.sub(pattern, new, text, count=1) if name == member else text)
    return file.getvalue()


DAY = datetime(2020, 3, 14)
TABLE: list[list[Any]] = [["النص", "التاريخ", "عدد"], [REPORT, DAY, 3], [None] * 3, [REPORT + " أيضا", "2020-03-15", 2.5]]


def test_rows_of_a_sheet() -> None:
    found, faults = inside(workbook(one=TABLE))
    assert [json.loads(item.content) for item in found] == [
        {"النص": REPORT, "التاريخ": "2020-03-14", "عدد": 3},
        {"النص": REPORT + " أيضا", "التاريخ": "2020-03-15", "عدد": 2.5},
    ]
    assert [item.where for item in found] == ["box:2", "box:4"]
    assert dict(found[0].columns) == {"النص": "text", "التاريخ": "published"}
    assert faults == []


def test_every_sheet_with_text_and_a_header_below_a_heading() -> None:
    found, faults = inside(workbook(notes=[["ملاحظة"]], data=[["أخبار الشهر"], [], *TABLE]))
    assert ([item.where for item in found], faults) == (["box!data:4", "box!data:6"], [])


def test_a_workbook_without_a_column_of_text() -> None:
    content = workbook(one=[["a", "b"], [REPORT, 1]])
    found, (fault,) = inside(content, ".xlsx")
    assert (found, "its columns: a, b" in fault.what) == ([], True)
    found, _ = inside(content, options=Options(columns=(("a", "text"),)))
    assert len(found) == 1


def test_a_sheet_that_lies_about_its_size() -> None:
    content = changed(workbook(one=TABLE), "xl/worksheets/sheet1.xml", 'ref="A1:C4"', 'ref="A1:XFD1048576"')
    assert len(inside(content)[0]) == 2
    content = changed(content, "xl/worksheets/sheet1.xml", 'r="4"', 'r="99999999"')
    assert len(inside(content)[0]) == 1


@pytest.mark.parametrize("member", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"])
def test_damage_is_one_line(member: str) -> None:
    found, faults = inside(changed(workbook(one=TABLE), member, "<[a-z]+[^>]*>.*", "<broken"))
    assert (found, len(faults)) == ([], 1)


def test_entities_are_not_resolved() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "cccc"><!ENTITY d "&b;&b;">]>'
    content = changed(workbook(one=TABLE), "xl/worksheets/sheet1.xml", "^", bomb)
    assert inside(content)[0] == []


def test_a_workbook_that_unpacks_beyond_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WORKBOOK", 1000)
    _, (fault,) = inside(workbook(one=TABLE))
    assert "unpacks to" in fault.what
