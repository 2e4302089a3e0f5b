"""What the program says, in Arabic and English: the table `messages.tsv`."""

import os
from functools import cache
from importlib.resources import files
from typing import Literal

from tawatur.packs.tables import table_rows
from tawatur.text.plurals import number

Language = Literal["ar", "en"]
LANGUAGES: tuple[Language, ...] = ("ar", "en")


class Messages:
    """The messages in one language, by key."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._texts = _table()[language]

    def __call__(self, key: str, **values: object) -> str:
        """The message, filled in. Raises KeyError for a key that the table lacks."""
        return self._texts[key].format(**values)

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
        return text.format(**values)

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
    lines = (files("tawatur.cli") / "messages.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    columns = {name: position for position, name in enumerate(rows[0])}
    return {language: {row[0]: row[columns[language]] for row in rows[1:]} for language in LANGUAGES}


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
