"""Templates: those of this room and of single reports, with everything from outside escaped."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from tawatur import __version__
from tawatur.page.render import STATIC as OF_REPORTS
from tawatur.page.render import harmless
from tawatur.web.sentences import said
from tawatur.wording.outside import clean

if TYPE_CHECKING:
    from tawatur.web.viewer import Viewer

STATIC = (Path(str(files("tawatur.web") / "static")), OF_REPORTS)
"""Where files of our own lie, those of marked reports in a room of theirs."""


def render(template: str, viewer: "Viewer", values: Mapping[str, Any]) -> str:
    """The page, for one viewer. Its templates know `viewer`, `say`, `dates`, `link` and `csrf` of the viewer, and `asset`."""
    given = {"viewer": viewer, "say": viewer.say, "dates": viewer.dates, "link": viewer.link, "csrf": lambda: _field(viewer.csrf())}
    return _environment().get_template(template).render({**given, **values})


def asset(name: str) -> str:
    """The address of a file of `static`; it changes when the file does, so that browsers may keep the file for good."""
    return f"/static/{name}?v={_digest(name)}"


def has_asset(name: str) -> bool:
    """Whether a file is there: those of the packages of others are put into `static/vendor` when Tawatur is built."""
    return _file(name) is not None


def _file(name: str) -> Path | None:
    return next((folder / name for folder in STATIC if (folder / name).is_file()), None)


@cache
def _digest(name: str) -> str:
    file = _file(name)
    return hashlib.sha256(file.read_bytes()).hexdigest()[:12] if file else "0"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=ChoiceLoader([PackageLoader("tawatur.web"), PackageLoader("tawatur.page")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(harmless=harmless, plain=clean, sentence=said)
    made.globals.update(version=__version__, asset=asset, has_asset=has_asset)
    return made


def _field(token: str) -> Markup:
    return Markup(f'<input type="hidden" name="_csrf_token" value="{escape(token)}">')
