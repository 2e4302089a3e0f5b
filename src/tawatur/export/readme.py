"""The README of a package, in Arabic and English: what it is, how it was made, what its numbers mean, and what it does not say.

The words are the templates in `about/`: `README.md` for all formats, and for what is particular to one `NAME.md`.
"""

from functools import cache
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from tawatur.export.format import Part
from tawatur.export.manifest import Manifest
from tawatur.export.tidy import Table
from tawatur.wording.outside import clean


class Told(NamedTuple):
    """What the README tells of: the parts in the order in which they were written, and the tables that the dictionary describes."""

    format: str
    manifest: Manifest
    parts: tuple[Part, ...]
    tables: tuple[Table, ...]
    is_marked: bool


def readme(told: Told) -> str:
    narrowed = {option: _code(value) for option, value in told.manifest.narrowed.items()}
    return _templates().get_template("README.md").render(**told._asdict(), narrowed=narrowed)


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("tawatur.export", "about"),
        autoescape=False,  # Markdown; the only words from outside are the options, as code
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters["bar"] = lambda text: text.replace("|", "\\|")
    return made


def _code(value: str) -> str:
    """Words of the user as code in Markdown."""
    return f"`{clean(value).replace('`', '')}`"
