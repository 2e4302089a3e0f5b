import re
from pathlib import Path

import pytest

from tawatur.export.format import Job
from tawatur.export.formats import FORMATS
from tawatur.export.package import export_package
from tawatur.export.tidy import tables
from tawatur.ledger import custody
from tawatur.ledger.store import Ledger
from tests.ledger.examples import make_ledger


@pytest.mark.parametrize("format", FORMATS)
def test_a_readme_says_it_all_in_both_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str) -> None:
    narrowed = {"--place": "بغداد `x`\n# no", "--from": "2020"}
    with Ledger(make_ledger(tmp_path / "a.ledger", monkeypatch)) as ledger:
        manifest = export_package(Job(ledger, tmp_path / "out", is_marked=True), FORMATS[format], narrowed)
        head = custody.head(ledger)
    said = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    arabic, _, english = said.partition("\n</div>\n")
    for half in (arabic, english):
        assert head in half
        assert "chains_max" in half
        assert "--place `بغداد x # no`" in half
        assert all(f"`{name}`" in half for name in manifest.files if name != "README.md")
    assert len(re.findall(r"^## ", arabic, re.M)) == len(re.findall(r"^## ", english.partition("\n# دليل")[0], re.M))
    for table in tables(FORMATS[format].definition or "dictionaries").values():
        for column in table.columns if FORMATS[format].definition else ():
            assert column.en.replace("|", "\\|") in said
            assert column.ar.replace("|", "\\|") in said
    assert "{{" not in said
    assert "{%" not in said
