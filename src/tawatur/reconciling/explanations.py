"""One plain sentence in Arabic and one in English for each disagreement. The wording is in the table `explanations`."""

from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from tawatur.model import Event, Figure, FigureValue
from tawatur.packs.tables import table_rows
from tawatur.reconciling.accounts import Account
from tawatur.reconciling.parties import NAMELESS, english

_NAMED = 3
_QUOTED = 110


class Text(msgspec.Struct, frozen=True):
    """The same words in both languages."""

    ar: str
    en: str

    def both(self) -> dict[str, str]:
        return {"ar": self.ar, "en": self.en}


@cache
def _patterns() -> dict[str, Text]:
    return {row.get("key"): Text(row.get("text_ar"), row.get("text_en")) for row in table_rows("explanations")}


def wording(key: str, **values: "Text | str | int") -> Text:
    """The words under a key of the table, filled in."""
    pattern = _patterns()[key]
    ar = {name: value.ar if isinstance(value, Text) else value for name, value in values.items()}
    en = {name: value.en if isinstance(value, Text) else value for name, value in values.items()}
    return Text(pattern.ar.format(**ar), pattern.en.format(**en))


def matter(predicate: str) -> Text:
    """What a class of predicates is about; the class itself where the table has no words for it."""
    return _patterns().get(f"matter.{predicate}", Text(predicate, predicate))


def joined(parts: Sequence[Text], key: str = "and") -> Text:
    """«أ، وب، وج» or «أ، ب، ج»."""
    between = _patterns()[key]
    after = "" if between.ar.endswith("و") else " "
    return Text(f"{between.ar}{after}".join(part.ar for part in parts), f"{between.en} ".join(part.en for part in parts))


def named(name: str, key: str) -> Text:
    return Text(name, english(None if key.startswith(NAMELESS) else key, name))


def told_by(accounts: Iterable[Account]) -> Text:
    """Who stands behind a side: the origins, or the outlets where no origin is named; the first few."""
    found: dict[str, Text] = {}
    for one in sorted(accounts, key=lambda one: (one.kind == "relay", one.kind == "anonymous", one.origin, one.id)):
        found.setdefault(one.origin, named(one.name, one.origin))
    parts = list(found.values())[:_NAMED]
    text = Text(" و".join(part.ar for part in parts), _english_list([part.en for part in parts]))
    if len(found) > _NAMED:
        return Text(f"{text.ar} {_patterns()['others'].ar}", f"{', '.join(part.en for part in parts)} {_patterns()['others'].en}")
    return text


def _english_list(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def quoted(text: str) -> Text:
    """The words of a statement in quotes, cut at a word."""
    short = text if len(text) <= _QUOTED else text[:_QUOTED].rsplit(" ", 1)[0] + "…"
    return Text(f"«{short}»", f"«{short}»")


def amount(value: FigureValue | Figure) -> Text:
    if value.high == 0:
        return wording("none")
    if value.modifier == "vague" or (value.low is None and value.high is None):
        return wording("some")
    low, high = value.low, value.high
    if value.modifier == "exact" and low != high:
        return wording("range", low=low or 0, high=high) if high is not None else wording("at_least", low=low or 0)
    return wording(
        value.modifier, low=low if low is not None else 0, high=high if high is not None else "…",
        below=(low or 1) - 1, above=(high or 0) + 1,
    )  # fmt: skip


def event_label(event: Event) -> Text:
    """«الهجوم في التاجي بتاريخ 2020-03-14»."""
    key = f"type.{event.type}"
    place = Text("", "")
    if event.place is not None:
        inner = Text(event.place.name, english(event.place.id, event.place.name))
        place = _spaced(wording("event.place", place=inner))
    day = _spaced(wording("event.date", date=event.date)) if event.date else Text("", "")
    return wording("event", type=wording(key if key in _patterns() else "type.OTHER"), place=place, date=day)


def _spaced(text: Text) -> Text:
    return Text(f" {text.ar.strip()}", f" {text.en.strip()}")
