"""Sample pages as intake takes them in: what a person knows of each, what has to be kept of it, what has to be left out."""

import json
from importlib.resources import as_file
from pathlib import Path
from typing import Any

import pytest

from tawatur.intake.articles import documents
from tawatur.model import Document
from tawatur.samples import sample_folder

from .corpus import sample_pages

PAGES: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "pages.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def taken_in() -> dict[str, Document]:
    with as_file(sample_folder()) as folder:
        found = list(documents([folder]))
    assert not [fault for fault in found if not isinstance(fault, Document)]
    return {Path(document.source).stem: document for document in found if isinstance(document, Document)}


def test_every_page_is_described() -> None:
    assert PAGES.keys() == sample_pages().keys()


@pytest.mark.parametrize("name", PAGES)
def test_metadata_of_page(taken_in: dict[str, Document], name: str) -> None:
    page, known = taken_in[name], PAGES[name]
    assert page.title == known["title"]
    assert (page.published or "")[:10] == (known["published"] or "")
    assert page.outlet == known.get("outlet", page.outlet)


@pytest.mark.parametrize("name", PAGES)
def test_article_is_kept_and_its_surroundings_left_out(taken_in: dict[str, Document], name: str) -> None:
    text, known = taken_in[name].text, PAGES[name]
    assert not [words for words in known["kept"] if words not in text]
    assert not [words for words in known["left_out"] if words in text]
