import pytest

from tawatur.model import Zone
from tawatur.reading.scan import Scan
from tests.reading.conftest import Scanner


def test_tokens_know_their_zone(scan: Scanner) -> None:
    scanned = scan("عنوان\nمتن الخبر", zones=(Zone(0, 5, "title"),))
    assert scanned.zone == ["title", "body", "body"]


def test_company_counts_countries_by_name_and_adjective(scan: Scanner) -> None:
    assert scan("الجيش العراقي في العراق وسوريا").company == {"iq": 2, "sy": 1}


def test_vicinity_counts_the_countries_of_places_that_lie_in_one(scan: Scanner) -> None:
    assert scan("من حلب إلى الموصل ثم الموصل").vicinity == {"sy": 1, "iq": 2}
    assert scan("في رفح").vicinity == {}


def test_hit_finds_the_longest_of_the_layers_asked_for(scan: Scanner) -> None:
    hit = scan("هجوم انتحاري").hit(0, "triggers")
    assert hit is not None
    assert hit.entry.id == "suicide"
    assert scan("هجوم").hit(0, "countries") is None


def test_numbers_are_read_once_for_all_layers(scan: Scanner) -> None:
    assert [number.value for number in scan("خمسة وعشرون جنديا و12 آلية").numbers] == [25, 12]


@pytest.mark.parametrize("text", ['قال مصدر لـ"الجزيرة" إن', "(الجزيرة)", "الدوحة - الجزيرة: قال", "الجزيرة\nقال مصدر"])
def test_an_outlet_called_by_an_ordinary_word_counts_where_marks_set_it_apart(scan: Scanner, text: str) -> None:
    assert "al-jazeera-masthead" in outlets(scan(text))


@pytest.mark.parametrize("text", ["عاد الصيادون إلى الجزيرة مساء", "وصلوا إلى (ميناء الجزيرة)", "في الجزيرة: قال", "قال للجزيرة كلها"])
def test_elsewhere_the_word_is_itself(scan: Scanner, text: str) -> None:
    assert "al-jazeera-masthead" not in outlets(scan(text))


def outlets(scanned: Scan) -> set[str]:
    return {hit.entry.id for hits in scanned.hits for hit in hits if hit.entry.layer == "outlets"}


def test_a_layer_gives_its_hits_in_the_order_of_the_text(scan: Scanner) -> None:
    found = scan("قصف على حلب ثم هجوم قرب حلب").in_layer("triggers")
    assert [hit.first for hit in found] == sorted(hit.first for hit in found)
    assert {hit.entry.id for hit in found} >= {"shelling", "attack"}
    assert scan("حلب").in_layer("triggers") == []


def test_a_layer_leaves_out_outlets_that_are_ordinary_words(scan: Scanner) -> None:
    found = scan("عاد إلى الجزيرة. قالت (الجزيرة)").in_layer("outlets")
    assert [hit.first for hit in found] == [4]
