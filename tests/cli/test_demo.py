from pathlib import Path

import pytest

from tawatur.cli.app import main


@pytest.mark.parametrize(("language", "word"), [("en", "independent chains"), ("ar", "سلاسل مستقلة")])
def test_the_demo_shows_what_the_samples_disagree_on(tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, word: str) -> None:
    ledger = tmp_path / "demo.ledger"
    assert main(["demo", str(ledger), "--language", language]) == 0
    shown = capsys.readouterr().out
    assert word in shown
    assert shown.count("  · ") > 3
    assert ledger.exists()
