import json
from pathlib import Path

from tests.cli.conftest import Runner

TEXT = "قُتل ثلاثة جنود في هجوم بالصواريخ على معسكر التاجي شمال بغداد السبت.\r\n\r\nوقال المتحدث باسم الوزارة إن الهجوم متوقع."


def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_json_lines_follow_the_contract(run: Runner, tmp_path: Path) -> None:
    shown = run("read", report(tmp_path), "--format", "jsonl", "--published", "2020-03-15", "--outlet", "الصباح")
    assert shown.status == 0
    assert shown.out.count("\n") == 1
    reading = json.loads(shown.out)
    assert list(reading) == ["document", "times", "names", "figures", "events", "statements", "warnings"]
    document = reading["document"]
    assert document["text"] == TEXT
    assert (document["published"], document["published_basis"], document["outlet"]) == ("2020-03-15", "given", "الصباح")
    spans = [(time["start"], time["end"]) for time in reading["times"]]
    assert "السبت" in [TEXT[start:end] for start, end in spans]


def test_json_is_one_array(run: Runner, tmp_path: Path) -> None:
    assert [one["document"]["text"] for one in json.loads(run("read", report(tmp_path), report(tmp_path), "--format", "json").out)] == [
        TEXT
    ] * 2
    (tmp_path / "b.txt").touch()
    shown = run("read", tmp_path / "b.txt", "--format", "json")
    assert (shown.status, shown.out) == (1, "[]\n")


def test_the_table_shows_arabic_words(run: Runner, tmp_path: Path) -> None:
    shown = run("read", report(tmp_path), "--language", "ar")
    assert shown.status == 0
    assert "وثيقة" in shown.out
    assert "معسكر التاجي" in shown.out


def test_a_page_stands_alone_in_the_language_asked_for(run: Runner, tmp_path: Path) -> None:
    shown = run("read", report(tmp_path), "--format", "html", "--language", "ar", "--published", "2020-03-15")
    assert (shown.status, shown.err) == (0, "")
    assert shown.out.startswith('<!doctype html>\n<html lang="ar" dir="rtl">')
    assert "السبت 14 مارس/آذار 2020" in shown.out
    assert '<html lang="en" dir="ltr">' in run("read", report(tmp_path), "--format", "html").out


def test_a_page_without_reports_says_so(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "b.txt").touch()
    shown = run("read", tmp_path / "b.txt", "--format", "html")
    assert shown.status == 1
    assert "No report was read" in shown.out
    assert shown.err.startswith(f"{tmp_path / 'b.txt'}: ")


def test_faults_do_not_stop_the_rest(run: Runner, tmp_path: Path) -> None:
    rows = [json.dumps({"id": "1", "text": TEXT}), "{broken", json.dumps({"id": "2", "text": TEXT, "published": "never"})]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join([*rows, json.dumps({"id": "3", "text": TEXT})]), encoding="utf-8")
    shown = run("read", tmp_path / "missing.txt", path, "--format", "jsonl")
    assert shown.status == 1
    assert [json.loads(line)["document"]["id"] for line in shown.out.splitlines()] == ["1", "3"]
    errors = shown.err.splitlines()
    assert [line.split(": ")[0] for line in errors] == [str(tmp_path / "missing.txt"), f"{path}:2", f"{path}:3"]
    assert all("; " in line for line in errors)
