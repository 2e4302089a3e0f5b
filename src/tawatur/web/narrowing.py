"""What a page of events is narrowed to, as its address says: read with care, told in words, and taken off one by one."""

from collections.abc import Mapping
from typing import get_args

from tawatur import edtf
from tawatur.ledger.asking.filters import ANY, EventFilters
from tawatur.ledger.asking.places import place_name
from tawatur.ledger.store import Ledger
from tawatur.model import DisagreementKind, EventType, Modality, Mode, Record
from tawatur.reconciling.parties import entities
from tawatur.web.viewer import Viewer

LONGEST = 200
"""Characters of one value that are heeded."""
_CHOICES: dict[str, tuple[str, ...]] = {
    "type": get_args(EventType),
    "mode": get_args(Mode),
    "modality": get_args(Modality),
    "disagreement": (ANY, *get_args(DisagreementKind)),
}
_WORDS = ("place", "actor", "speaker", "text", "country", "place_id", "source", "outlet")
_DATES = ("first", "last")
_LATIN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


class Narrowing(Record, frozen=True):
    """What was asked for. `wrong` holds what was given for a date or a number and is none, by field."""

    filters: EventFilters
    wrong: dict[str, str]

    @property
    def given(self) -> dict[str, str | int]:
        """The fields that narrow, and their values."""
        values = {name: getattr(self.filters, name) for name in EventFilters.__struct_fields__}
        return {name: value for name, value in values.items() if value is not None}


class Chip(Record, frozen=True):
    """One thing that narrows: in words of ours, or (`is_outside`) as it was given; `off` is the page without it."""

    label: str
    value: str
    is_outside: bool
    off: str


def narrowing(query: Mapping[str, str]) -> Narrowing:
    """What the query of an address asks for; empty values and unknown ones narrow nothing. Digits may be Arabic ones."""
    given = {name: value.strip()[:LONGEST] for name, value in query.items() if value.strip()}
    asked: dict[str, str] = {name: given[name] for name in _WORDS if name in given}
    asked |= {name: given[name] for name, choices in _CHOICES.items() if given.get(name) in choices}
    plain = {name: given[name].translate(_LATIN) for name in (*_DATES, "chains") if name in given}
    dates = {name: value for name, value in plain.items() if name in _DATES and edtf.bounds(value)}
    chains = plain.get("chains", "")
    least = int(chains) if chains.isdecimal() and len(chains) < 10 else None
    wrong = {name: given[name] for name in plain if name not in dates and (name != "chains" or least is None)}
    return Narrowing(EventFilters(**asked, **dates, chains=least or None), wrong)


def chips(ledger: Ledger, viewer: Viewer, asked: Narrowing) -> list[Chip]:
    """What narrows the page, each with the address of the page without it; the page begins anew then."""
    return [
        Chip(viewer.say(f"web.filter.{name}"), *_told(ledger, viewer, name, value), viewer.here(**{name: None, "after": None}))
        for name, value in asked.given.items()
    ]


def _told(ledger: Ledger, viewer: Viewer, name: str, value: str | int) -> tuple[str, bool]:
    """A value in words, and whether they are from outside."""
    if name == "disagreement":
        return disagreement_name(viewer, str(value)), False
    if name in _CHOICES:
        return viewer.say(f"{name}.{value}"), False
    if name in _DATES:
        return viewer.dates.edtf(str(value)), False
    if name == "chains":
        return viewer.say.number(value), False
    if name == "country":
        return country_name(viewer, str(value)), True
    if name == "place_id":
        return place_name(ledger, str(value))[viewer.language == "en"], True
    return (viewer.say.outlet(str(value)) if name == "outlet" else str(value)), True


def disagreement_name(viewer: Viewer, kind: str) -> str:
    return viewer.say("web.filter.disagreement.any" if kind == ANY else f"disagreement.{kind}")


def country_name(viewer: Viewer, code: str) -> str:
    """What a country is called in the viewer's language, by the two letters that packs name it by; these where no pack does."""
    known = entities().get(code.lower())
    return code if known is None else known.en if viewer.language == "en" else known.ar
