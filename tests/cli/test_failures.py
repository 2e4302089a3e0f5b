import pytest

from tawatur.cli.failures import Failures, complain, told
from tawatur.errors import InputError
from tawatur.wording.messages import Messages


def test_faults_are_told_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    failures = Failures()
    assert failures.status == 0
    failures.add(InputError("a\n.txt", "is\x1b empty", "leave it out"))
    assert failures.status == 1
    assert capsys.readouterr().err == "a .txt: is  empty; leave it out\n"


def test_one_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    complain("one\ntwo")
    assert capsys.readouterr().err == "one two\n"


def test_a_message_for_later(capsys: pytest.CaptureFixture[str]) -> None:
    told(Messages("en"), "waiting")()
    assert capsys.readouterr().err == "another command is writing to the ledger; waiting…\n"
