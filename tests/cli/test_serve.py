from pathlib import Path

import pytest

from tawatur.cli import serve as module
from tawatur.web.options import Options
from tawatur.web.running import Place
from tests.cli.conftest import Runner


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Options, Place]]:
    """What the server was asked to serve, and where."""
    found: list[tuple[Options, Place]] = []

    def run(options: Options, place: Place, on_ready: object) -> None:
        found.append((options, place))
        assert callable(on_ready)
        on_ready("http://127.0.0.1:1/")

    monkeypatch.setattr(module, "run", run)
    for variable in (module.PASSWORD, module.TOKEN, "TAWATUR_JUDGE_NAME"):
        monkeypatch.delenv(variable, raising=False)
    return found


def test_only_this_computer_unless_told(run: Runner, ledger: Path, asked: list[tuple[Options, Place]]) -> None:
    done = run("serve", ledger)
    options, place = asked[0]
    assert (done.status, place.host, place.port, options.is_locked) == (0, "127.0.0.1", 8712, False)
    assert "http://127.0.0.1:1/" in done.out
    assert set(options.hosts) == {"127.0.0.1", "::1", "localhost"}


@pytest.mark.parametrize("words", [("--host", "0.0.0.0"), ("--host", "192.0.2.7")])
def test_another_address_needs_a_password_or_token(run: Runner, ledger: Path, asked: list[tuple[Options, Place]], words: list[str]) -> None:
    done = run("serve", ledger, *words)
    assert (done.status, asked) == (2, [])
    assert "TAWATUR_PASSWORD" in done.err


def test_with_a_password(
    run: Runner, ledger: Path, asked: list[tuple[Options, Place]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(module.PASSWORD, "correct horse")
    assert run("serve", ledger, "--host", "192.0.2.7", "--host", "desk.example", "--read-only").status == 0
    options, place = asked[0]
    assert (place.host, options.password, options.is_read_only) == ("192.0.2.7", "correct horse", True)
    assert {"192.0.2.7", "desk.example"} < set(options.hosts)
    (tmp_path / "token").write_text("0123456789abcdef\n")
    assert run("serve", ledger, "--token-file", tmp_path / "token").status == 0
    assert asked[1][0].token == "0123456789abcdef"


@pytest.mark.parametrize(
    "words",
    [("--token-file", "none"), ("--workers", "0"), ("--tls-key", "key.pem")],
)
def test_what_makes_no_sense(run: Runner, ledger: Path, asked: list[tuple[Options, Place]], words: list[str]) -> None:
    assert (run("serve", ledger, *words).status, asked) == (2, [])


def test_a_short_password_is_refused(
    run: Runner, ledger: Path, asked: list[tuple[Options, Place]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(module.PASSWORD, "1234")
    done = run("serve", ledger)
    assert (done.status, asked) == (2, [])
    assert "1234" not in done.err


def test_what_is_no_ledger(run: Runner, tmp_path: Path, asked: list[tuple[Options, Place]]) -> None:
    assert run("serve", tmp_path / "none.ledger").status == 1
    assert run("serve", tmp_path / "none.ledger", "--read-only").status == 1
    assert asked == []
