import codecs
import gzip
import json

import pytest

from tawatur.intake import limits
from tawatur.intake.box import Options
from tawatur.intake.columns import Columns
from tawatur.intake.snapshot import Snapshot
from tests.intake.boxes import REPORT, inside, zipped

ROWS = f'العنوان,النص,التاريخ\r\nخبر,"{REPORT}\r\nسطر، ""ثان""",2020-03-14\r\n\r\nآخر,{REPORT} أيضا\r\n'


def articles(content: bytes, hint: str = "", given: Columns = ()) -> list[dict[str, str]]:
    found, faults = inside(content, hint, Options(columns=given))
    assert faults == []
    assert {item.media for item in found} == {"article"}
    return [json.loads(item.content) for item in found]


@pytest.mark.parametrize(
    "content",
    [
        ROWS.encode(), ROWS.encode("cp1256"), codecs.BOM_UTF8 + ROWS.encode(), ROWS.encode("utf-16"), ROWS.encode("utf-16-le"),
        ROWS.replace(",", ";").encode(), ROWS.replace(",", "\t").encode("utf-16"), b"sep=;\r\n" + ROWS.replace(",", ";").encode(),
        gzip.compress(ROWS.encode()), ROWS.replace("\r\nسطر", "@").replace("\r\n", "\r").replace("@", "\r\nسطر").encode(),
        ROWS.replace("\r\n", "\n").replace("\nسطر", "\r\nسطر").encode(),
    ],
)  # fmt: skip
def test_tables_of_every_writing(content: bytes) -> None:
    one, other = articles(content)
    assert one == {"العنوان": "خبر", "النص": f'{REPORT}\r\nسطر، "ثان"', "التاريخ": "2020-03-14"}
    assert other == {"العنوان": "آخر", "النص": f"{REPORT} أيضا", "التاريخ": None}


def test_a_row_says_where_it_stands_and_what_its_columns_hold() -> None:
    found, _ = inside(ROWS.encode())
    assert [item.where for item in found] == ["box:2", "box:4"]
    assert dict(found[0].columns) == {"النص": "text", "العنوان": "title", "التاريخ": "published"}
    assert found[0].content.startswith('{"العنوان":"خبر","النص":"'.encode())


def test_text_with_commas_stays_text() -> None:
    texts = [f"{REPORT}, {REPORT}\nسطر, آخر\n", "النص\nسطر", f"text, {REPORT * 9}\nb", "text,title\n", f"text, title\n{REPORT}\n"]
    for text in (*texts, "الرئيسية | المحتوى | بحث\nسطر | سطر | سطر\n"):
        ((snapshot,), _) = inside(text.encode(), ".txt")
        assert (snapshot.media, snapshot.content) == ("text", text.encode())


def test_what_is_called_a_table_needs_a_column_of_text() -> None:
    found, (fault,) = inside("عمود,آخر\nأ,ب\n".encode(), ".csv")
    assert (found, fault.do) == ([], "say which it is, with --map text=COLUMN")
    assert "عمود, آخر" in fault.what
    assert articles("عمود,آخر\nأ,ب\n".encode(), ".csv", (("آخر", "text"),)) == [{"عمود": "أ", "آخر": "ب"}]
    assert articles(b"text\nabc\n", ".csv") == [{"text": "abc"}]


def test_columns_of_one_name_and_of_none() -> None:
    assert articles(b"text,a,a,\n1,2,3,4\n", ".csv") == [{"text": "1", "a": "2", "a (3)": "3", "column 4": "4"}]


def test_rows_that_cannot_be_read_are_named_and_the_rest_goes_in() -> None:
    content = "text,n\nأ,1\nأ,1,2\n".encode() + b"\xd8,3\n" + "ب,4\n".encode()
    found, faults = inside(content, ".csv")
    assert [item.where for item in found] == ["box:2", "box:5"]
    assert [(fault.where, fault.what) for fault in faults] == [("box:3", "has 3 cells under 2 columns"), ("box:4", "holds damaged UTF-8")]


def test_days_that_cannot_be_read_are_one_line() -> None:
    found, (fault,) = inside(b"text,date\na,2020-03-14\nb,whenever\nc,then\n", ".csv")
    assert len(found) == 3
    assert fault.what == "2 days in the column 'date' cannot be read, the first in row 3 ('whenever')"


def test_a_quotation_mark_without_its_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ARTICLE", 100_000)
    for rest in (b"x" * 300_000, b"x\n" * 300_000):
        found, faults = inside(b'text,n\na,1\n"b,' + rest, ".csv")
        assert (len(found), len(faults)) == (1, 1)


def test_a_table_in_an_archive() -> None:
    found, _ = inside(zipped([("t.csv", ROWS.encode()), ("other.csv", b"a,b\n1,2\n")]))
    assert [item.where for item in found if isinstance(item, Snapshot)] == ["box!t.csv:2", "box!t.csv:4"]
