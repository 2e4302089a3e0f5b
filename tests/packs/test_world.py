"""The places of the packs: that names resolve, that states are whole, and that the table from GeoNames is the one its inputs give."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tawatur.packs.lexicon import load_lexicon
from tawatur.packs.tables import Row, table_rows
from tawatur.text.fold import fold
from tawatur.text.tokens import Tokens

ROOT = Path(__file__).parent.parent.parent
BUILT = ROOT / "src" / "tawatur" / "packs" / "world" / "places_geonames.tsv"


def test_the_table_from_geonames_is_what_its_inputs_give(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "scripts" / "build_places.py", "--output", tmp_path / "places.tsv"], check=True)
    assert (tmp_path / "places.tsv").read_bytes() == BUILT.read_bytes(), "run python scripts/build_places.py"


def test_no_place_from_geonames_repeats_a_curated_one() -> None:
    curated = {(name, row.get("country")) for row in table_rows("places") for name in row.list("ar")}
    assert [row.where for row in table_rows("places_geonames") for name in row.list("ar") if (name, row.get("country")) in curated] == []


SAMPLES = {
    "الموصل": "mosul", "تكريت": "tikrit", "سنجار": "sinjar", "معسكر التاجي": "camp-taji", "دير الزور": "deir-ez-zor",
    "خان شيخون": "khan-shaykhun",
    "عفرين": "afrin", "البوكمال": "al-bukamal", "خان يونس": "khan-yunis", "بيت لاهيا": "beit-lahia", "عسقلان": "ashkelon", "صيدا": "sidon",
    "عرسال": "arsal", "إربد": "irbid", "الحديدة": "hodeidah", "صعدة": "saada", "باب المندب": "bab-el-mandeb", "بنغازي": "benghazi",
    "سرت": "sirte",
    "الفاشر": "el-fasher", "بورتسودان": "port-sudan", "العريش": "arish", "سيناء": "sinai-peninsula", "جازان": "jizan", "تندوف": "tindouf",
    "غازي عنتاب": "gaziantep", "بندر عباس": "bandar-abbas", "كييف": "kyiv", "مقديشو": "mogadishu", "مضيق هرمز": "strait-of-hormuz",
}  # fmt: skip
"""Names as news writes them, and the places they are."""

GOVERNORATES = {
    "iq": 19, "sy": 14, "lb": 9, "jo": 12, "ps": 16, "eg": 27, "sa": 13, "ye": 22, "om": 11, "ae": 7, "qa": 8, "bh": 4, "kw": 6, "ly": 22,
    "tn": 24, "dz": 58, "ma": 12, "mr": 15, "sd": 18,
}  # fmt: skip
"""How many governorates, provinces, emirates or municipalities each Arab state is divided into."""

NEEDING_A_HEAD = (
    "البلاد", "أبيي", "الباب", "الطبقة", "الثورة", "المدينة", "الشعب", "القاعدة", "الدور", "كان", "بلد", "الحي", "المصدر", "صور",
    "ليل", "شهران", "بليون", "الزعيم", "خطاب", "إسقاط", "معركة", "الجمعة", "الأحد",
)  # fmt: skip
"""Words of every report that are also names of places somewhere."""


@cache
def places() -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in (*table_rows("places"), *table_rows("places_geonames")):
        for name in row.list("ar"):
            found.setdefault(fold(name), []).append(row)
    return found


@pytest.mark.parametrize(("name", "place"), SAMPLES.items())
def test_a_name_is_the_place_that_news_means(name: str, place: str) -> None:
    assert [row.get("id") for row in places()[fold(name)] if not row.get("common")][:1] == [place]


@pytest.mark.parametrize(("country", "count"), GOVERNORATES.items())
def test_every_governorate_is_there_with_its_coordinates(country: str, count: int) -> None:
    rows = [row for row in table_rows("places") if row.get("country") == country and row.get("kind") == "governorate"]
    assert len(rows) == count
    assert [row.where for row in rows if not (row.get("lat") and row.get("lon"))] == []


@pytest.mark.parametrize("word", NEEDING_A_HEAD)
def test_an_ordinary_word_needs_a_head(word: str) -> None:
    assert {row.get("common") for row in places()[fold(word)]} == {"yes"}


@pytest.mark.parametrize("word", ["مدني", "سوق", "طريق", "منطقة", "قرية", "غارة", "رئيس", "وزير", "يوم", "عام", "شخص", "جنود", "هجوم"])
def test_words_of_every_report_are_no_places(word: str) -> None:
    assert word not in places()


def test_names_that_the_language_pack_has_are_marked() -> None:
    """A word that is a trigger, a counted noun or the like is no place by itself."""
    lexicon = load_lexicon()
    layers = {"triggers", "counted", "cues", "frames", "stops", "months", "weekdays", "time_deictics", "modality", "titles"}
    unmarked = []
    for name, rows in places().items():
        hits = lexicon.scan(Tokens(name))[0]
        if any(hit.layer in layers and not hit.pro and hit.stop == len(name.split()) and hit.entry.id != "peoples" for hit in hits):
            unmarked += [f"{row.where}: {name}" for row in rows if not row.get("common")]
    assert unmarked == []


@pytest.mark.parametrize(
    ("name", "countries"),
    [("رفح", {"ps", "eg"}), ("طرابلس", {"ly", "lb"}), ("الرقة", {"sy", "ae", "kw"}), ("حمص", {"sy"}), ("الجوف", {"ye", "sa", "ly"})],
)
def test_places_of_one_name_are_apart_by_country(name: str, countries: set[str]) -> None:
    assert {row.get("country") for row in places()[fold(name)]} == countries


def test_states_and_their_capitals_are_there() -> None:
    states = {row.get("id"): row for row in table_rows("countries")}
    assert len(states) > 190
    assert states["iq"].list("capital_ar") == ["بغداد"]
    named_alike = {"kw", "tn", "dz"}
    capitals = [capital for country in GOVERNORATES.keys() - named_alike for capital in states[country].list("capital_ar")]
    assert [capital for capital in capitals if fold(capital) not in places()] == []
