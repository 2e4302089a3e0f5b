import itertools

import pytest

from tawatur.model import Zone
from tawatur.reading.names import find_names
from tests.reading.conftest import Scanner


def named(scan: Scanner, text: str) -> list[tuple[str, str]]:
    return [(name.kind, name.name) for name in find_names(scan(text))]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("وصلت قوة إلى الرقة مساء", "place", "الرقة"),
        ("أعلنت وزارة الصحة في غزة الحصيلة", "government", "وزارة الصحة في غزة"),
        ("قال العميد يحيى سريع في بيان", "person", "يحيى سريع"),
        ("دارت معارك شمالي بغداد أمس", "place", "شمالي بغداد"),
        ("تعرضت قاعدة حميميم الجوية لهجوم", "facility", "قاعدة حميميم"),
        ("سقطت قذائف على قرية أم الخروب", "place", "قرية أم الخروب"),
        ("انسحب الجيش العراقي من المكان", "military", "الجيش العراقي"),
    ],
)
def test_a_name_is_known_by_pack_or_form(scan: Scanner, text: str, kind: str, name: str) -> None:
    assert (kind, name) in named(scan, text)


def test_a_family_name_points_back_to_the_person(scan: Scanner) -> None:
    assert named(scan, "وصل سامي القنطار إلى المقر. وتحدث القنطار طويلا.") == [("person", "سامي القنطار")] * 2


def test_a_bare_head_points_back_to_its_place(scan: Scanner) -> None:
    names = find_names(scan("اندلع حريق في محافظة ذي قار. وتعيش المحافظة أزمة."))
    assert [name.name for name in names if name.kind == "place"] == ["ذي قار"] * 2


def test_a_proclitic_is_no_part_of_the_name(scan: Scanner) -> None:
    text = "هجوم بدمشق وبيروت"
    spans = [text[name.start : name.end] for name in find_names(scan(text)) if name.kind == "place"]
    assert spans == ["دمشق", "بيروت"]


def test_directions_belong_to_the_place(scan: Scanner) -> None:
    text = "قصف على ريف إدلب الجنوبي أمس"
    (name,) = (name for name in find_names(scan(text)) if name.kind == "place")
    assert text[name.start : name.end] == "ريف إدلب الجنوبي"


def test_names_do_not_overlap(scan: Scanner) -> None:
    names = find_names(scan("قال المتحدث باسم القيادة المركزية الأمريكية إن القوات العراقية في محافظة نينوى شمالي العراق"))
    assert all(a.end <= b.start for a, b in itertools.pairwise(names))


def test_words_in_page_furniture_are_not_named(scan: Scanner) -> None:
    text = "سوريا العراق\nوصل الوفد إلى دمشق"
    names = find_names(scan(text, zones=(Zone(0, 12, "boilerplate"),)))
    assert [name.name for name in names] == ["دمشق"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وصل النائب محمد علي الدوري إلى المقر", "محمد علي الدوري"),
        ("قال الضابط نبيل عبد الله، إن الطريق مغلق", "نبيل عبد الله"),
        ("التقى الشيخ عرفان بن راشد السكان", "عرفان بن راشد"),
        ("زار سلطان بن حمد آل خليفة في منزله", "سلطان بن حمد آل خليفة"),
        ("حضر علي محمد إلى القاعة", "علي محمد"),
    ],
)
def test_a_name_has_its_inner_words(scan: Scanner, text: str, name: str) -> None:
    assert ("person", name) in named(scan, text)


@pytest.mark.parametrize(
    "text",
    ["شدد على أن الطريق مغلق", "أكد عادل أن الحل قريب", "توصلوا إلى حل عادل وشامل", "خرج خالد غاضباً من القاعة", "في غالب الأحيان"],
)
def test_other_words_are_no_names(scan: Scanner, text: str) -> None:
    assert not [name for kind, name in named(scan, text) if kind == "person"]


def test_a_name_ends_where_another_is_joined_to_it(scan: Scanner) -> None:
    assert ("person", "سامر القاضي") in named(scan, "اعتقل سامر القاضي وأروى الشامي ليلا")


def test_a_known_person_keeps_his_identity_behind_a_title(scan: Scanner) -> None:
    (name,) = (name for name in find_names(scan("قال الرئيس جو بايدن إن الوقت ضيق")) if name.kind == "person")
    assert name.id == "joe-biden"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("نفت الحركة الرواية الإسرائيلية", "الحركة"),
        ("قال المتحدث باسم القيادة العسكرية اللواء سامر النجار", "القيادة العسكرية"),
        ("المتحدث باسم التحالف الكولونيل بول سميث", "التحالف"),
    ],
)
def test_a_body_ends_before_another_noun_and_before_a_rank(scan: Scanner, text: str, name: str) -> None:
    assert name in [found for _, found in named(scan, text)]


def test_the_city_is_the_one_named_last(scan: Scanner) -> None:
    names = find_names(scan("خرجت مدينة حلب ثم مدينة حمص في تظاهرات، وانسحب المسلحون من المدينة"))
    assert [name.id for name in names if name.kind == "place"] == ["aleppo", "homs", "homs"]


@pytest.mark.parametrize(
    ("text", "words", "name", "place"),
    [
        ("عاد الوفد إلى العاصمة الليبية أمس", "العاصمة الليبية", "طرابلس", "tripoli"),
        ("انفجار وسط العاصمة الإثيوبية", "وسط العاصمة الإثيوبية", "وسط أديس أبابا", "addis-ababa"),
        ("قصفت المدفعية الأراضي اللبنانية", "الأراضي اللبنانية", "الأراضي اللبنانية", "lb"),
        ("هدوء في الشمال السوري اليوم", "الشمال السوري", "الشمال السوري", "sy"),
        ("غادر كييف جنود أوكرانيون نحو حدود البلاد", "حدود البلاد", "حدود أوكرانيا", "ua"),
        ("دخلت الشرطة بعقوبة، ووقع انفجار شمال المدينة", "شمال المدينة", "شمال بعقوبة", "baqubah"),
        ("قصف غرب مدينة الباب ثم شرق المدينة", "شرق المدينة", "شرق الباب", "al-bab"),
    ],
)
def test_a_phrase_that_points_to_a_known_place_is_that_place(scan: Scanner, text: str, words: str, name: str, place: str) -> None:
    found = {text[n.start : n.end]: n for n in find_names(scan(text))}
    assert (found[words].name, found[words].id) == (name, place)


def test_an_island_is_no_town_called_so(scan: Scanner) -> None:
    assert [n.name for n in find_names(scan("ضرب زلزال جنوب شرقي الجزيرة في إندونيسيا"))] == ["إندونيسيا"]


def test_an_adjective_after_a_definite_head_is_no_place(scan: Scanner) -> None:
    names = find_names(scan("قصفت المدفعية الأطراف الشرقية لبلدة آفس في سوريا"))
    assert not any("sharqia" in (name.id or "") for name in names)


def test_land_points_back_to_no_country(scan: Scanner) -> None:
    text = "دخلت القوات الأراضي السورية، واشترى مزارع خمسة أفدنة من الأراضي"
    assert [name.name for name in find_names(scan(text)) if name.kind == "place"] == ["الأراضي السورية"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قتل جندي قرب الحدود الكينية أمس", "قرب الحدود الكينية"),
        ("هجوم عند الحدود الكينية الصومالية", "الحدود الكينية الصومالية"),
        ("هجوم عند الحدود مع كينيا", "الحدود مع كينيا"),
        ("هجوم عند الحدود بين كينيا والصومال أمس", "الحدود بين كينيا والصومال"),
        ("قصفوا بلدة كفر زخنة أمس", "بلدة كفر زخنة"),
        ("سيطروا على قرية تل الحصين بريف الحسكة", "قرية تل الحصين"),
    ],
)
def test_borders_and_villages_of_two_words_are_whole(scan: Scanner, text: str, place: str) -> None:
    assert place in [name.name for name in find_names(scan(text)) if name.kind == "place"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("وصلوا إلى قرية مقطع حجر", "قرية مقطع"),
        ("وصلوا إلى قرية الشيخ ناصر قرب البلدة", "قرية الشيخ ناصر"),
        ("وصلوا إلى قرية الجفال المحاذية للمطار", "قرية الجفال"),
        ("وصلوا إلى منطقة الشيخ بحر", "منطقة الشيخ بحر"),
        ("وصلوا إلى قرية الجفال M4", "قرية الجفال"),
        ("قصفوا مركز محافظة إدلب", "مركز محافظة إدلب"),
    ],
)
def test_a_village_is_named_by_what_follows_its_head(scan: Scanner, text: str, place: str) -> None:
    assert [name.name for name in find_names(scan(text)) if name.kind == "place"][:1] == [place]


@pytest.mark.parametrize("text", ["قتل عن طريق الخطأ", "في الأراضي الزراعية", "استهدف مخيما عشوائيا", "في قرية قريبة", "قصف سوقا شعبيا"])
def test_a_place_of_some_kind_is_no_name(scan: Scanner, text: str) -> None:
    assert find_names(scan(text)) == []


def test_a_bare_border_is_the_one_named_before(scan: Scanner) -> None:
    names = find_names(scan("هجوم عند الحدود الكينية الصومالية. ثم هدأت الحدود"))
    assert [name.name for name in names if name.kind == "place"] == ["الحدود الكينية الصومالية"] * 2


def test_the_kingdom_is_the_state_that_the_text_speaks_of(scan: Scanner) -> None:
    names = find_names(scan("قالت الشرطة الأردنية إن رجلا قتل شمالي المملكة"))
    assert [(name.name, name.id) for name in names if name.kind == "place"] == [("شمالي الأردن", "jo")]


def test_the_conjunction_before_an_unlisted_place_is_no_part_of_its_name(scan: Scanner) -> None:
    names = find_names(scan("تقدم الجيش في مفرق العرب وجبل البرق الأحمر"))
    assert "جبل البرق الأحمر" in [name.name for name in names]


def test_the_homeland_of_a_sentence_that_is_set_in_a_country(scan: Scanner) -> None:
    text = "عاد السفير إلى تركيا. وقالت تركيا إن الريح عاتية. وفي سوريا انقطع الماء شمالي البلاد."
    assert [(name.name, name.id) for name in find_names(scan(text))][-1] == ("شمالي سوريا", "sy")
