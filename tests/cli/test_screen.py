import io

import pytest

from tawatur.cli.screen import Screen, cells, clip


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_width_and_clipping() -> None:
    assert cells("قُتِل") == 3
    assert cells("日本") == 4
    assert clip("قُتل جنود", 20) == "قُتل جنود"
    assert clip("abcdef", 4) == "abc…"
    assert cells(clip("قُتل ثلاثة جنود", 8)) <= 8


def test_a_pipe_gets_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    screen = Screen()
    screen.table(["name", "id"], [["قتلى", "x" * 200], ["b", "y"]], [1])
    assert screen.bold("a") + screen.text("قتلى") == "aقتلى"
    assert screen.mark("قتلى") == "⟦قتلى⟧"
    assert capsys.readouterr().out.splitlines() == ["name  id", f"قتلى  {'x' * 200}", "b     y"]


def test_a_terminal_gets_marks_and_columns_that_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    out = Terminal()
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    screen = Screen()
    assert screen.text("قتلى") == "\u2068قتلى\u2069"
    assert "\x1b[" in screen.bold("a")
    screen.table(["words", "id"], [["كلمة " * 30, "event-1234"]], [1])
    line = out.getvalue().splitlines()[1]
    assert line.endswith("event-1234")
    assert cells(line) <= 40
    monkeypatch.setenv("NO_COLOR", "1")
    assert Screen().bold("a") == "a"


def test_marks_keep_to_their_words() -> None:
    screen = Screen()
    assert screen.marked("قتل ثلاثة\nجنود أمس", 0, 14, [(4, 9), (10, 14)]) == "قتل ⟦ثلاثة⟧ ⟦جنود⟧"
    assert screen.marked("abc def", 4, 7, [(0, 3)]) == "def"
