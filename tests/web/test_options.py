from pathlib import Path

from tawatur.web.options import Options, new_secret


def test_a_ledger_is_locked_by_a_password_or_a_token() -> None:
    assert not Options(Path("a")).is_locked
    assert Options(Path("a"), password="p").is_locked
    assert Options(Path("a"), token="t").is_locked


def test_secrets_are_new_each_time() -> None:
    assert len(bytes.fromhex(new_secret())) == 32
    assert new_secret() != new_secret()
