import http.server
import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.cli.app import main
from tawatur.cli.failures import UsageError
from tawatur.cli.sources import Opening
from tests.intake.boxes import REPORT


class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        is_robots = self.path == "/robots.txt"
        body = b"User-agent: *\nDisallow: /closed" if is_robots else REPORT.encode()
        if self.headers.get("If-None-Match") == '"one"':
            self.send_response(304)
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("ETag", '"one"')
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Says nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_columns_are_said_in_pairs() -> None:
    assert Opening(map=("text=Body, full,published=تاريخ", "id=n")).columns == (("Body, full", "text"), ("تاريخ", "published"), ("n", "id"))
    for wrong in ("text", "text=", "body=x"):
        with pytest.raises(UsageError, match="--map"):
            _ = Opening(map=(wrong,)).columns


def test_a_table_is_read_by_the_columns_that_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text(f"عمود,يوم\n{REPORT},2020-03-14\n", encoding="utf-8")
    assert main(["read", str(tmp_path / "a.csv"), "--format", "jsonl"]) == 1
    assert "--map text=COLUMN" in capsys.readouterr().err
    assert main(["read", str(tmp_path / "a.csv"), "--map", "text=عمود,published=يوم", "--format", "jsonl"]) == 0
    assert '"published":"2020-03-14"' in capsys.readouterr().out


def test_a_table_added_is_read_again_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger, table = str(tmp_path / "a.ledger"), tmp_path / "a.csv"
    table.write_text(f"النص,المصدر\n{REPORT},الصحيفة\n", encoding="utf-8")
    assert main(["add", ledger, str(table)]) == 0
    assert main(["add", ledger, str(table)]) == 0
    assert "already there: 1" in capsys.readouterr().out
    assert main(["rebuild", ledger]) == 0


def test_sources_come_from_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "list").write_text(f"# تقارير\n{tmp_path / 'a.txt'}\n", encoding="utf-8")
    assert main(["read", "--from-file", str(tmp_path / "list"), "--format", "jsonl"]) == 0
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(str(tmp_path / "a.txt").encode())))
    assert main(["read", "--from-file", "-", "--format", "jsonl"]) == 0
    assert capsys.readouterr().out.count('"document":') == 2
    assert main(["read"]) == 2


def test_addresses_are_fetched_within_their_bounds(site: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", f"{site}/a", "--format", "jsonl"]) == 1
    assert capsys.readouterr().out == ""
    assert main(["read", f"{site}/a", "--allow-private", "--format", "jsonl"]) == 0
    assert f'"source":"{site}/a"' in capsys.readouterr().out
    assert main(["read", f"{site}/closed", "--allow-private", "--format", "jsonl"]) == 1
    assert main(["read", f"{site}/closed", "--allow-private", "--ignore-robots", "--format", "jsonl"]) == 0


def test_what_is_passed_over_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "style.css").write_text("p {}")
    assert main(["add", str(tmp_path / ".a.ledger"), str(tmp_path), "--language", "en"]) == 0
    assert "passed over: 1" in capsys.readouterr().out


def test_a_page_that_is_there_is_asked_for_only_if_it_changed(site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add = ["add", str(tmp_path / "a.ledger"), f"{site}/news", "--allow-private"]
    assert main(add) == 0
    assert main(add) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert (first, second) == (
        "new documents: 1 · changed: 0 · already there: 0 · failed: 0", "new documents: 0 · changed: 0 · already there: 1 · failed: 0",
    )  # fmt: skip
