from importlib.resources import files

import pytest

from tawatur.export.formats import FORMATS
from tawatur.export.tidy import tables


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_whole(name: str) -> None:
    """It has a name of its own, definitions that can be read, and words for the README."""
    format = FORMATS[name]
    assert format.name == name
    assert format.definition is None or tables(format.definition)
    assert (files("tawatur.export") / "about" / f"{name}.md").is_file()


def test_every_text_is_of_a_format() -> None:
    texts = {item.name for item in (files("tawatur.export") / "about").iterdir()}
    assert texts == {"README.md", *(f"{name}.md" for name in FORMATS)}
