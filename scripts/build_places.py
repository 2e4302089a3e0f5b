"""Build packs/world/places_geonames.tsv from the files beside this script and the curated tables of the packs.

    python scripts/build_places.py

Inputs, all committed: geonames_cities.tsv (what GeoNames knows; made by extract_geonames.py), geonames_admin1.tsv (the Arabic names
of its divisions) and geonames_names.tsv (names to drop, and names that are also ordinary words). A place that a curated places.tsv of
the same country already names is left out, so run this after every change to one. The same inputs give the same file byte for byte.
"""

import argparse
import re
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from tawatur.packs.tables import Row, read_table, table_rows
from tawatur.text.fold import fold

HEADER = """\
# Inhabited places of the Arab world, Iran, Turkey, Israel and Afghanistan, and large cities and capitals of the world.
# Source: GeoNames (https://www.geonames.org), licence CC BY 4.0, as of 2025-11; names selected, folded duplicates removed.
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


def rows() -> Iterator[dict[str, str]]:
    """The places, the largest first."""
    curated, states = curated_names(), {row.get("id") for row in table_rows("countries")}
    taken = {name: set(countries) for name, countries in curated.items()}
    divisions = {(row.get("country").lower(), row.get("code")): row.get("ar") for row in table("geonames_admin1")}
    judged = {fold(row.get("form")): row for row in table("geonames_names")}
    uses = {form: row.get("use") for form, row in judged.items()}
    ids: set[str] = set()
    for city in table("geonames_cities"):
        country = city.get("country")
        names = [name for name in city.list("ar") if uses.get(fold(name)) != "drop"]
        if country not in states or any(country in curated.get(fold(name), ()) for name in names):
            continue
        free = [name for name in names if country not in taken.get(fold(name), ()) and (country in NEAR or not taken.get(fold(name)))]
        proper = [name for name in free if not uses.get(fold(name))]
        names = (proper or free)[:MOST_NAMES]
        if not names:
            continue
        for name in names:
            taken.setdefault(fold(name), set()).add(country)
        base = f"{slug(city.get('name'))}-{country}"
        identifier = base if base not in ids else f"{base}-{city.get('geonameid')}"
        ids.add(identifier)
        clitics = {judged[fold(name)].get("clitics") for name in names if fold(name) in judged}
        yield {
            "id": identifier,
            "ar": "|".join(names),
            "en": city.get("name"),
            "kind": kind(int(city.get("population"))),
            "admin1": divisions.get((country, city.get("admin1")), ""),
            "country": country,
            "lat": city.get("lat"),
            "lon": city.get("lon"),
            "common": "" if proper else _common(uses[fold(name)] for name in names),
            "clitics": next((limit for limit in ("none", "conjunction") if limit in clitics), ""),
        }


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
