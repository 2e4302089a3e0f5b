import pytest

from tawatur.model import Document
from tawatur.packs.lexicon import load_lexicon
from tawatur.reading.gazetteer import capital_of, headed_place, is_place, outer_place, place_at, state_called
from tawatur.reading.scan import Scan
from tawatur.text.fold import fold
from tests.reading.conftest import Scanner


def known(scan: Scanner, text: str, word: str) -> str | None:
    """The id of the place that stands at the word, if the word is one by itself."""
    scanned = scan(text)
    i = scanned.tokens.at(text.index(word))
    place = place_at(scanned, i)
    return place.entry.id if place and is_place(scanned, place) else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قالت الشرطة المصرية إن شاحنة انقلبت قرب رفح", "rafah-egypt"),
        ("دخلت شاحنات إلى خان يونس ثم إلى رفح", "rafah"),
        ("هدأت شوارع بيروت ثم هدأت طرابلس", "tripoli-lebanon"),
        ("هدأت شوارع بنغازي ثم هدأت طرابلس", "tripoli"),
        ("أغلقت بلدية دبي سوقا في الرقة", "ar-riqqah-ae"),
        ("أغلقت بلدية حلب سوقا كسوق الرقة", "raqqa"),
    ],
)
def test_places_of_one_name_are_told_apart_by_their_surroundings(scan: Scanner, text: str, place: str) -> None:
    assert known(scan, text, text.split()[-1]) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("يزور البحر دوما", None),
        ("وصل رتل من حلب إلى دوما", "douma"),
        ("قصف الجيش السوري دوما", "douma"),
        ("وصلوا إلى المخيم ثم إلى القصير", None),
        ("اشتباكات في حمص ثم في القصير", "qusayr"),
    ],
)
def test_an_ordinary_word_is_a_place_where_its_country_is_named(scan: Scanner, text: str, place: str | None) -> None:
    assert known(scan, text, text.split()[-1]) == place


def test_after_a_definite_noun_it_is_an_adjective(scan: Scanner) -> None:
    assert known(scan, "لا أثر على المدى القصير في سوريا", "القصير") is None


def test_under_a_head_any_place_is_found(scan: Scanner) -> None:
    scanned = scan("انفجار في مدينة الباب")
    place = place_at(scanned, 3)
    assert place is not None
    assert (place.entry.id, is_place(scanned, place)) == ("al-bab", False)


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("صرف مبلغ كليون في فرنسا", "كليون", None),
        ("مدينة كالقاهرة", "كالقاهرة", "cairo"),
        ("هجوم بدمشق", "بدمشق", "damascus"),
        ("انسحبوا من تعز وإب في اليمن", "وإب", None),
    ],
)
def test_a_letter_before_a_short_word_makes_no_place(scan: Scanner, text: str, word: str, place: str | None) -> None:
    assert known(scan, text, word) == place


def test_the_longest_name_comes_first(scan: Scanner) -> None:
    scanned = scan("وصل إلى دير الزور")
    place = place_at(scanned, 2)
    assert place is not None
    assert (place.entry.id, place.stop) == ("deir-ez-zor", 4)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("تظاهر العمال أمس في أغريب بالجزائر", "aghribs-dz"),
        ("وقع الحادث شرقي أغريب وفق الشرطة الجزائرية", "aghribs-dz"),
        ("أنهى أغريب كلمته عن الجزائر", None),
        ("تظاهر العمال أمس في أغريب قرب باريس", None),
    ],
)
def test_a_small_place_needs_its_country_and_a_word_of_place(scan: Scanner, text: str, place: str | None) -> None:
    assert known(scan, text, "أغريب") == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("اشتباكات قرب بلدة المالكية بريف حلب في سوريا", "malikiya-aleppo"),
        ("اشتباكات قرب بلدة المالكية، والقامشلي والحسكة هادئتان", "malikiyah-derik"),
        ("قصف الجيش بلدة الطيبة شرقي درعا", "taybah-daraa"),
    ],
)
def test_places_of_one_country_are_told_apart_by_governorate(scan: Scanner, text: str, place: str) -> None:
    scanned = scan(text)
    found = place_at(scanned, next(i for i, hits in enumerate(scanned.hits) if any(hit.layer == "placeheads" for hit in hits)) + 1)
    assert found is not None
    assert found.entry.id == place


def test_the_outlet_tells_where_a_report_that_names_no_country_is_set() -> None:
    def found(outlet: str) -> str | None:
        scanned = Scan(Document("t", "t", "حريق في طرابلس", "0" * 64, outlet=outlet), load_lexicon())
        place = place_at(scanned, 2)
        return place.entry.id if place else None

    assert found("الوكالة الوطنية للإعلام") == "tripoli-lebanon"
    assert found("بوابة الوسط") == "tripoli"


def test_a_hamlet_that_several_countries_have_is_none_of_them(scan: Scanner) -> None:
    assert place_at(scan("وصل إلى قرية القصور"), 3) is None
    found = place_at(scan("وصل إلى قرية القصور في تونس"), 3)
    assert found is not None
    assert found.entry.get("country") == "tn"


@pytest.mark.parametrize(("country", "capital"), [("ly", "tripoli"), ("ye", "sanaa"), ("fr", "paris")])
def test_states_have_their_capitals(country: str, capital: str) -> None:
    entry = capital_of(load_lexicon(), country)
    assert entry is not None
    assert entry.id == capital


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("انفجار في قرية علي آغا بريف حلب", "ali-agha"),
        ("الرقة:\nقصف الطيران بلدة المنصورة وقتل أربعة.\nحماة:\nهدوء.", "mansoura-raqqa"),
        ("ولدت في مدينة القنيطرة المغربية", "kenitra"),
        ("ولدت في مدينة القنيطرة بسوريا", "quneitra"),
        ("اقتحموا قرية الحصين بريف الحسكة", None),
    ],
)
def test_under_a_head_a_place_is_the_one_of_its_surroundings(scan: Scanner, text: str, place: str | None) -> None:
    scanned = scan(text)
    heads = ("قرية", "بلدة", "مدينة")
    found = headed_place(scanned, next(i + 1 for i in range(len(scanned.tokens)) if scanned.tokens.slice(i, i + 1) in heads))
    assert (found.entry.id if found else None) == place


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("قرية الفلانية بريف إدلب الجنوبي", "sy"),
        ("قرية الفلانية شرقي دير الزور", "sy"),
        ("قرية الفلانية في مديرية باقم", "ye"),
        ("قرية الفلانية. وفي بغداد هدوء", None),
        ("قرية الفلانية ثم انسحبوا إلى بغداد", None),
    ],
)
def test_an_unknown_place_lies_where_the_words_after_it_say(scan: Scanner, text: str, country: str | None) -> None:
    found = outer_place(scan(text), 2)
    assert (found.get("country") if found else None) == country


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("قالت الشرطة الأردنية في المملكة", "مملكة", "jo"),
        ("قالت الشرطة السعودية في المملكة", "مملكة", "sa"),
        ("قالت الشرطة العمانية في السلطنة", "سلطنة", "om"),
        ("قالت الشرطة العراقية في المملكة", "مملكة", None),
    ],
)
def test_a_state_goes_by_its_kind_where_the_text_speaks_of_it(scan: Scanner, text: str, word: str, country: str | None) -> None:
    found = state_called(scan(text), fold(word))
    assert (found.id if found else None) == country
