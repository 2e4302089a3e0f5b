"""What the program says, in Arabic and English: the tables `cli.tsv`, `page.tsv` and `web.tsv` of this room."""

import os
from functools import cache
from importlib.resources import files
from typing import Literal

from tawatur.packs.tables import table_rows
from tawatur.text.plurals import number

Language = Literal["ar", "en"]
LANGUAGES: tuple[Language, ...] = ("ar", "en")
Digits = Literal["latn", "arab"]
Months = Literal["both", "first", "second"]
"""The names of months: «مارس/آذار», «مارس» or «آذار». English has one family only."""
TABLES = ("cli", "page", "web")
_ARABIC_INDIC = str.maketrans("0123456789", "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669")


class Messages:
    """The messages in one language, by key; the numbers in them are written in the digits asked for."""

    def __init__(self, language: Language, digits: Digits = "latn", months: Months = "both") -> None:
        self.language, self.digits, self.months = language, digits, months
        self._texts = _table()[language]

    def __call__(self, key: str, **values: object) -> str:
        """The message, filled in. Raises KeyError for a key that the tables lack."""
        if self.digits == "arab":
            values = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        return self._texts[key].format(**values)

    def number(self, value: int | str) -> str:
        """A number, or a string of our own that holds digits, in the digits asked for."""
        return str(value).translate(_ARABIC_INDIC) if self.digits == "arab" else str(value)

    def month(self, number: int) -> str:
        names = self._texts[f"page.month.{number}"].split("/")
        return {"both": "/".join(names), "first": names[0], "second": names[-1]}[self.months]

    def outlet(self, name: str | None) -> str:
        """What an outlet or agency is called in the language; as it stands where the packs do not know it."""
        if not name:
            return self("no_outlet")
        return _arabic_outlets().get(name, name) if self.language == "ar" else name

    def value(self, low: int | None, high: int | None, modifier: str) -> str:
        """A count in words: «at least 3», «20 to 30»."""
        if modifier == "approx" and low is not None and high not in (None, low):
            modifier = "approx_range"
        values = {
            "low": low, "high": high,
            "below": None if low is None else low - 1, "above": None if high is None else high + 1,
        }  # fmt: skip
        text = self._texts[f"value.{modifier}"]
        needed = [name for name in values if f"{{{name}}}" in text]
        if any(values[name] is None for name in needed):
            return self._known(low, high)
        return self.number(text.format(**values))

    def _known(self, low: int | None, high: int | None) -> str:
        if low is not None and high is not None:
            return self("value.exact", low=low) if low == high else self("value.range", low=low, high=high)
        if low is not None:
            return self("value.at_least", low=low)
        return self("value.at_most", high=high) if high is not None else self("value.unknown")

    def chains(self, least: int, most: int) -> str:
        """How many independent chains stand behind something, in grammatical number."""
        text = self(f"chains.{number(most)}", most=most)
        return text if least == most else f"{text} ({self('chains.least', least=least)})"


@cache
def _table() -> dict[str, dict[str, str]]:
    rows = [row for table in TABLES for row in _rows(table)]
    return {language: {row[0]: row[1 + LANGUAGES.index(language)] for row in rows} for language in LANGUAGES}


def _rows(table: str) -> list[list[str]]:
    """Key, Arabic, English."""
    lines = (files("tawatur.wording") / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


@cache
def _arabic_outlets() -> dict[str, str]:
    """The first Arabic name of every outlet by its English one, under which documents carry it."""
    named = [row for row in table_rows("outlets") if row.get("ar") and row.get("en")]
    return {row.get("en"): row.list("ar")[0] for row in reversed(named)}


def spoken(language: Language | None = None) -> Messages:
    """The messages in the language asked for, or of TAWATUR_LANGUAGE, or of the locale; English when none is Arabic or English."""
    wanted = [language, *(os.environ.get(name) for name in ("TAWATUR_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))]
    named = next((name for name in wanted if name), "en")
    return Messages("ar" if named[:2].lower() == "ar" else "en")
