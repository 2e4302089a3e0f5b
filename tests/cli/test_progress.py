import io

import pytest

from tawatur.cli.progress import watched


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_written_to_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(watched(range(3), "reading")) == [0, 1, 2]
    assert capsys.readouterr().err == ""


def test_a_terminal_sees_a_count(monkeypatch: pytest.MonkeyPatch) -> None:
    err = Terminal()
    monkeypatch.setattr("sys.stderr", err)
    assert list(watched(range(3), "reading")) == [0, 1, 2]
    assert "reading" in err.getvalue()
