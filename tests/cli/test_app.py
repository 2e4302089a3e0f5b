import re
import subprocess
import sys
from pathlib import Path

import pytest

from tawatur import __version__
from tawatur.cli.app import Command, commands
from tests.cli.conftest import Runner

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"
HEAVY = ("trafilatura", "lxml", "charset_normalizer", "tawatur.reading", "tawatur.ledger", "concurrent.futures.process", "rich.progress")
TEXT = "أعلنت وزارة الصحة مقتل ثلاثة أشخاص في انفجار وقع مساء السبت وسط المدينة القديمة."


def tawatur(*words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "tawatur", *words], input=stdin, capture_output=True, text=True, check=False)


def section(command: Command) -> str:
    """What the documentation says of a command."""
    parts = re.split(r"^## ", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return next(part for part in parts if part.startswith(f"tawatur {command.words}\n"))


def test_help_names_every_command(run: Runner) -> None:
    shown = run("--help")
    assert shown.status == 0
    assert all(re.search(rf"^│ {command.words.split()[0]} ", shown.out, re.MULTILINE) for command in commands())


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.words)
def test_each_command_has_help_with_an_example_and_is_documented(run: Runner, command: Command) -> None:
    shown = run(*command.words.split(), "--help")
    assert shown.status == 0
    assert f"Example: {command.example}" in " ".join(shown.out.split())
    documented = section(command)
    assert command.example in documented
    options = set(re.findall(r"│ \*?\s+(?:[A-Z]+ )?(--[a-z]+)", shown.out)) - {"--ledger", "--folder", "--id"}
    assert {option for option in options if f"`{option}" not in documented} == set()


def test_nothing_is_documented_that_is_not_there() -> None:
    headings = re.findall(r"^## tawatur (.+)$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == [command.words for command in commands()]


def test_help_loads_nothing_heavy() -> None:
    code = f"import sys; from tawatur.cli import main; main(['--help']); print([name for name in {HEAVY} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.splitlines()[-1] == "[]"


def test_plain_text_needs_no_page_reader(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    code = f"import sys; from tawatur.cli import main; main(['read', {str(tmp_path)!r}]); print('trafilatura' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.splitlines()[-1] == "False"


def test_version(run: Runner) -> None:
    assert run("--version").out.strip() == __version__


@pytest.mark.parametrize(
    "words",
    [
        ["no-such-command"],
        ["read"],
        ["events"],
        ["read", "a.txt", "--format", "xml"],
        ["read", "a.txt", "--published", "soon"],
        ["events", "a.ledger", "--limit", "many"],
        ["events", "a.ledger", "--day", "2020-02-30"],
        ["events", "a.ledger", "--type", "WAR"],
        ["search", "a.ledger"],
        ["show", "a.ledger"],
        ["judge", "a.ledger"],
        ["judge", "a.ledger", "same", "a", "b", "--by", "me"],
    ],
)
def test_a_wrong_command_line_is_one_line_and_status_2(run: Runner, words: list[str]) -> None:
    shown = run(*words)
    assert shown.status == 2
    assert shown.out == ""
    assert shown.err.startswith("tawatur: ")
    assert shown.err.count("\n") == 1


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    rows = "\n".join('{"text": "%s %d"}' % (TEXT, number) for number in range(60))  # noqa: UP031
    (tmp_path / "a.jsonl").write_text(rows, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "tawatur", "read", str(tmp_path), "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.wait(60) in (0, 141)
    assert process.stderr.read() == b""
    process.stderr.close()


def test_standard_input() -> None:
    shown = tawatur("read", "-", "--format", "jsonl", stdin=TEXT)
    assert shown.returncode == 0
    assert TEXT in shown.stdout
