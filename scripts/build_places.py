"""Build packs/world/places_geonames.tsv from the files beside this script and the curated tables of the packs.

    python scripts/build_places.py

Inputs, all committed: geonames_cities.tsv (what GeoNames knows; made by extract_geonames.py), geonames_admin1.tsv (the Arabic names
of its divisions), communes_dz.tsv (the communes of Algeria) and geonames_names.tsv (names to drop, and names that are also ordinary
words). A place that a curated places.tsv of
the same country already names is left out, so run this after every change to one. The same inputs give the same file byte for byte.
"""

import argparse
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from tawatur.packs.tables import Row, read_table, table_rows
from tawatur.text.fold import fold

HEADER = """\
# Inhabited places of the Arab world, Iran, Turkey, Israel and Afghanistan, and large cities and capitals of the world.
# Source: GeoNames (https://www.geonames.org), licence CC BY 4.0, as of 2025-11; names selected, folded duplicates removed. Communes of
# Algeria without coordinates: @dzcode-io/leblad 1.0.3 (https://github.com/dzcode-io/leblad), licence MIT.
# Built by scripts/build_places.py; do not edit: what is wrong here is put right in a places.tsv, which takes precedence.
"""
COLUMNS = ("id", "ar", "en", "kind", "admin1", "country", "lat", "lon", "common", "clitics")
MOST_NAMES = 4
_NEAR = (
    "iq sy ye ly sd ss ps lb eg sa kw qa bh om af dj so eh ae jo mr tn ma dz il ir tr "
    "ru ua de fr gb it es gr pk ng et ml ne td bf er cy am az ge be nl se ch at"
)
NEAR = frozenset(_NEAR.split())
"""Countries whose places may share a name with a place of another country; elsewhere the first to have a name keeps it."""
CITY, TOWN = 50_000, 5_000
_HERE = "iq sy ye ly sd ss ps lb eg sa kw qa bh om af dj so eh"
SMALL = {
    **dict.fromkeys(_HERE.split(), 0),
    "ae": 5_000, "jo": 2_000, "mr": 5_000, "tn": 10_000, "ma": 15_000, "dz": 15_000, "il": 5_000, "ir": 40_000, "tr": 40_000,
    "cn": 1_500_000, "in": 1_000_000, "br": 1_000_000, "mx": 1_000_000, "jp": 500_000, "id": 700_000, "us": 200_000,
    "ru": 200_000, "ua": 100_000, "de": 150_000, "fr": 100_000, "gb": 150_000, "it": 150_000, "es": 150_000, "gr": 100_000,
    "pk": 200_000, "ng": 300_000, "et": 100_000, "ml": 30_000, "ne": 50_000, "td": 30_000, "bf": 50_000, "er": 30_000, "cy": 30_000,
    "am": 50_000, "az": 60_000, "ge": 50_000, "be": 90_000, "nl": 150_000, "se": 100_000, "ch": 100_000, "at": 100_000,
}  # fmt: skip
"""Below this many people, a place is one by itself only where the text speaks of its country; capitals are."""
SMALL_ELSEWHERE = 300_000
DOUBTFUL = frozenset(("ir", "tr", "dz", "af", "ma", "tn", "et", "ml", "ne", "td", "bf", "er", "km", "il"))
"""Countries whose small places give way to a curated place of another country («قندهار» is no hamlet in Iran)."""
SHORT = 3
_LATIN = str.maketrans({"ʿ": "", "‘": "", "’": "", "ʾ": "", "ı": "i", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "'": ""})


def table(name: str) -> Iterator[Row]:
    return read_table("scripts", Path(__file__).with_name(f"{name}.tsv"))


def slug(name: str) -> str:
    ascii_name = unicodedata.normalize("NFKD", name.translate(_LATIN)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")


def curated_names() -> dict[str, set[str]]:
    """Folded names that curated tables have, with the countries of those places."""
    known: dict[str, set[str]] = {}
    for row in (*table_rows("places"), *table_rows("countries")):
        for name in row.list("ar"):
            known.setdefault(fold(name), set()).add(row.get("country") if row.table == "places" else row.get("id"))
    return known


def kind(population: int) -> str:
    """GeoNames counts nobody where it knows no number; those are towns as a rule."""
    if population >= CITY:
        return "city"
    return "town" if population == 0 or population >= TOWN else "village"


def found() -> Iterator[dict[str, str]]:
    """What GeoNames knows, the largest first, then the communes of Algeria, of which only the wilaya is known."""
    divisions = {(row.get("country").lower(), row.get("code")): row.get("ar") for row in table("geonames_admin1")}
    for city in table("geonames_cities"):
        yield {**city.cells, "admin1": divisions.get((city.get("country"), city.get("admin1")), "")}
    for commune in table("communes_dz"):
        yield {**commune.cells, "name": commune.get("en"), "country": "dz", "population": "0", "lat": "", "lon": "", "geonameid": "commune"}


class Judgements:
    """What names are besides: for one country, or for all."""

    def __init__(self) -> None:
        self.rows = {(fold(row.get("form")), row.get("country")): row for row in table("geonames_names")}

    def get(self, name: str, country: str, column: str) -> str:
        form = fold(name)
        row = self.rows.get((form, country)) or self.rows.get((form, ""))
        return row.get(column) if row else ""


def rows() -> Iterator[dict[str, str]]:
    """The places that the table is to list."""
    curated, states = curated_names(), {row.get("id") for row in table_rows("countries")}
    taken = {name: set(countries) for name, countries in curated.items()}
    judged = Judgements()
    ids: set[str] = set()
    for city in found():
        country = city["country"]
        names = [name for name in city["ar"].split("|") if use(judged, name, city) != "drop"]
        if country in DOUBTFUL and is_small(city):
            names = [name for name in names if fold(name) not in curated]

        if country not in states or any(country in curated.get(fold(name), ()) for name in names):
            continue
        free = [name for name in names if country not in taken.get(fold(name), ()) and (country in NEAR or not taken.get(fold(name)))]
        proper = [name for name in free if not use(judged, name, city)]
        names = (proper or free)[:MOST_NAMES]
        if not names:
            continue
        for name in names:
            taken.setdefault(fold(name), set()).add(country)
        base = f"{slug(city['name'])}-{country}"
        identifier = base if base not in ids else f"{base}-{city['geonameid']}"
        if identifier in ids:
            continue
        ids.add(identifier)
        clitics = {judged.get(name, country, "clitics") for name in names}
        common = "" if proper else _common(use(judged, name, city) for name in names)
        yield {
            "id": identifier,
            "ar": "|".join(names),
            "en": city["name"],
            "kind": kind(int(city["population"])),
            "admin1": city["admin1"],
            "country": country,
            "lat": city["lat"],
            "lon": city["lon"],
            "common": common or ("country" if is_small(city) else ""),
            "clitics": next((limit for limit in ("none", "conjunction") if limit in clitics), ""),
        }


def use(judged: Judgements, name: str, city: dict[str, str]) -> str:
    """What else the name is; a short name of a small place may be anything."""
    short = len(fold(name)) <= SHORT and is_small(city)
    return judged.get(name, city["country"], "use") or ("headed" if short else "")


@cache
def capitals() -> frozenset[str]:
    return frozenset(fold(name) for row in table_rows("countries") for name in row.list("capital_ar"))


def is_small(city: dict[str, str]) -> bool:
    if capitals() & {fold(name) for name in city["ar"].split("|")}:
        return False
    return int(city["population"]) < SMALL.get(city["country"], SMALL_ELSEWHERE)


def _common(uses: Iterator[str]) -> str:
    return "yes" if "headed" in uses else "country"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    target = Path(str(files("tawatur.packs"))) / "world" / "places_geonames.tsv"
    parser.add_argument("--output", type=Path, default=target, help="where to write the table (default: its place in the packs)")
    lines = [
        "\t".join(row[column] for column in COLUMNS).rstrip("\t") for row in sorted(rows(), key=lambda row: (row["country"], row["id"]))
    ]
    parser.parse_args().output.write_text(HEADER + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
