"""Reports that carry escapes, overrides, formulas and scripts in every field, through every command and format."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from tests.cli.conftest import Run, Runner, english, run

__all__ = ["english", "run"]

HOSTILE = "\x1b]0;x\x07\x1b[31m \u202eقلب\u2066 \u2028 \x9b2J <script>alert(1)</script>"
FORMULA = "=HYPERLINK(1)"
SPOKEN = (
    "قتل 3 جنود و\u202eأصيب\u202c 12 في هجوم بالصواريخ على معسكر التاجي \x1b[2J السبت، "
    "وقال المتحدث باسم \x1b[31mالجيش\u2066 إن «الهجوم \u200f\u202e فشل»."
)
HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f]")
LISTS = ("events", "statements", "disagreements", "sources", "judgements")


def article(number: int, **fields: str) -> dict[str, str]:
    text = f"{SPOKEN} ونفى الرئيس أحمد ={number} ذلك. {HOSTILE}\x00"
    known = {"id": f"{HOSTILE}{number}", "text": text, "title": HOSTILE, "outlet": FORMULA, "published": "2020-03-15"}
    return {**known, "url": "javascript:alert(1)", **fields}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    articles = [article(1), article(2, outlet="@" + HOSTILE), article(3, outlet="-2+3", url='https://a.example/\x1b[31m"><script>')]
    path.write_text("".join(json.dumps(one) + "\n" for one in articles), encoding="utf-8")
    return path


@pytest.fixture
def hostile_ledger(run: Runner, reports: Path, tmp_path: Path) -> Path:
    path = tmp_path / "hostile.ledger"
    assert run("add", path, reports).status == 0
    return path


def checked(result: Run) -> str:
    assert result.status == 0, result.err
    assert HARMFUL.findall(result.out) == []
    return result.out


@pytest.mark.parametrize("command", LISTS)
def test_lists_for_people_carry_no_controls(run: Runner, hostile_ledger: Path, command: str) -> None:
    checked(run(command, hostile_ledger))


def test_single_things_for_people_carry_no_controls(run: Runner, hostile_ledger: Path) -> None:
    events, statements = (json.loads(run(one, hostile_ledger, "--format", "json").out) for one in ("events", "statements"))
    assert events
    assert statements
    subjects = [events[0]["id"], events[0]["mentions"][0], statements[0]["id"], statements[0]["document"]]
    for subject in subjects:
        checked(run("show", hostile_ledger, subject))
    checked(run("why", hostile_ledger, *events[0]["mentions"][:2]))
    checked(run("search", hostile_ledger, "الهجوم"))


def test_readings_for_people_carry_no_controls(run: Runner, reports: Path) -> None:
    assert "قلب" in checked(run("read", reports))


def test_what_is_refused_is_told_without_controls(run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "\x1b[31m\u202eتقرير.jsonl"
    path.write_text('{"id": "\\u001b[2J", "published": "\\u001b[2J\\u202e"}\n{"\x1b\u202e', encoding="utf-8")
    result = run("read", path)
    assert result.status == 1
    assert len(result.err.splitlines()) == 2
    assert HARMFUL.findall(result.err) == []


@pytest.mark.parametrize("command", LISTS)
def test_no_cell_of_csv_begins_a_formula(run: Runner, hostile_ledger: Path, command: str) -> None:
    rows = list(csv.reader(io.StringIO(checked(run(command, hostile_ledger, "--format", "csv")), newline="")))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell[:1] in tuple("=+@\t\r") or (cell[:1] == "-" and not _is_number(cell))] == []
    assert command not in ("statements", "sources") or f"'{FORMULA}" in cells


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None


@pytest.mark.parametrize("command", LISTS)
def test_lists_as_json_keep_what_was_written(run: Runner, hostile_ledger: Path, command: str) -> None:
    found: list[Any] = json.loads(run(command, hostile_ledger, "--format", "json").out)
    assert isinstance(found, list)


def test_json_lines_are_a_line_each(run: Runner, reports: Path) -> None:
    lines = run("read", reports, "--format", "jsonl").out.split("\n")[:-1]
    assert [json.loads(line)["document"]["text"] for line in lines] == [article(number)["text"] for number in (1, 2, 3)]


def test_a_page_runs_nothing_and_links_to_nothing_but_the_web(run: Runner, reports: Path) -> None:
    source = run("read", reports, "--format", "html").out
    tree = lxml.html.document_fromstring(source)
    links = [link for link in tree.xpath("//@href") if not link.startswith("#")]
    assert {link.partition(":")[0] for link in links} <= {"https", "data"}
    assert ["alert(1)" in script.text for script in tree.xpath("//script")] == [False]
    assert tree.xpath("//@*[starts-with(name(), 'on')]") == []


@pytest.mark.parametrize(
    "address", ["JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "file:///etc", "//["]
)
def test_no_page_links_to_an_address_that_a_browser_would_run(run: Runner, tmp_path: Path, address: str) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(article(1, url=address)) + "\n", encoding="utf-8")
    tree = lxml.html.document_fromstring(run("read", path, "--format", "html").out)
    assert [link for link in tree.xpath("//a/@href") if not link.startswith("#")] == []
