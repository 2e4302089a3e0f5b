from tawatur.model import Name, Span, Statement, Zone
from tawatur.reading.circumstances import ACTING, ASIDE, BARE, LOCATED, TOWARDS
from tawatur.reading.names import find_names
from tawatur.reading.whereabouts import (
    Whereabouts,
    beside_source,
    clearer,
    lies_in,
    place_anchors,
    place_record,
    setting,
    whereabouts,
)
from tests.reading.conftest import Scanner


def places(scan: Scanner, text: str) -> dict[str, int]:
    scanned = scan(text)
    return {anchor.value.name: anchor.rank for anchor in place_anchors(scanned, find_names(scanned)) if isinstance(anchor.value, Name)}


def test_a_word_of_place_ranks_before_a_state_that_acts(scan: Scanner) -> None:
    ranks = places(scan, "قصفت تركيا مواقع في سوريا")
    assert ranks["سوريا"] < ranks["تركيا"]


def test_an_origin_ranks_after_a_place(scan: Scanner) -> None:
    ranks = places(scan, "أطلق صاروخ من صعدة على نجران")
    assert ranks["نجران"] < ranks["صعدة"]


def test_where_something_goes_ranks_after_a_place(scan: Scanner) -> None:
    ranks = places(scan, "تظاهر المئات في رام الله احتجاجا على نقل السفارة إلى القدس")
    assert ranks["رام الله"] == LOCATED
    assert ranks["القدس"] == TOWARDS


def test_near_a_place_is_there_and_not_away_from_it(scan: Scanner) -> None:
    assert list(places(scan, "قتل مدني بالقرب من الرقة").values()) == [LOCATED]


def test_a_capital_under_its_title_is_a_place_and_not_a_government(scan: Scanner) -> None:
    assert places(scan, "سمع دوي في سماء العاصمة، الرياض")["الرياض"] == LOCATED


def test_the_dateline_places_nothing(scan: Scanner) -> None:
    text = "عمّان - اعتقلت الشرطة ثلاثة أشخاص في إربد"
    scanned = scan(text, zones=(Zone(0, 5, "dateline"), Zone(8, len(text), "body")))
    assert [anchor.value.name for anchor in place_anchors(scanned, find_names(scanned)) if isinstance(anchor.value, Name)] == ["إربد"]


def test_where_the_source_is_ranks_after_what_it_says(scan: Scanner) -> None:
    text = "قالت وسائل إعلام في تركيا إن الجيش سيطر على قرى في عفرين"
    scanned = scan(text)
    start = text.index("الجيش")
    said = [Statement("t:s0", "affirm", Span(0, 4), Span(start, len(text)))]
    trigger = scanned.tokens.at(text.index("سيطر"))
    anchors = beside_source(place_anchors(scanned, find_names(scanned)), scanned, said, trigger)
    assert {a.value.name: a.rank for a in anchors if isinstance(a.value, Name)} == {"تركيا": ASIDE, "عفرين": LOCATED}


def place(name: str, rank: int, extent: int, country: str = "sy", region: str = "") -> Whereabouts:
    return Whereabouts(Name(0, 4, "place", name, name), rank, extent, country, region)


def test_a_smaller_place_inside_the_other_is_clearer() -> None:
    country, town = place("سوريا", LOCATED, 0), place("سراقب", LOCATED, 2, region="إدلب")
    assert clearer(country, town) is town
    assert clearer(town, country) is town


def test_a_place_elsewhere_is_not_clearer() -> None:
    old = place("العراق", LOCATED, 0, "iq")
    assert clearer(old, place("سراقب", LOCATED, 2)) is old


def test_a_stated_place_is_clearer_than_an_origin() -> None:
    origin, stated = place("صعدة", ASIDE, 2, "ye"), place("السعودية", BARE, 0, "sa")
    assert clearer(origin, stated) is stated
    assert clearer(stated, origin) is stated


def test_towns_of_other_provinces_do_not_lie_in_one() -> None:
    aleppo = place("محافظة حلب", LOCATED, 1, region="حلب")
    assert lies_in(aleppo, place("اعزاز", LOCATED, 2, region="حلب"))
    assert not lies_in(aleppo, place("سراقب", LOCATED, 2, region="إدلب"))


def test_an_unlisted_quarter_is_smaller_than_its_town(scan: Scanner) -> None:
    scanned = scan("انفجار في ساحة الكرامة ببغداد")
    found = [whereabouts(scanned, anchor) for anchor in place_anchors(scanned, find_names(scanned))]
    extents = {where.name.name: where.extent for where in found if where}
    assert extents["ساحة الكرامة"] > extents["بغداد"]


def test_the_setting_is_the_country_that_most_of_the_report_is_about(scan: Scanner) -> None:
    scanned = scan("ارتفاع عدد القتلى المدنيين في أفغانستان.\nوسجلت البعثة الهجمات على الجنود الأفغان والقوات الأفغانية.")
    found = setting(scanned, place_anchors(scanned, find_names(scanned)))
    assert found is not None
    assert (found.country, found.stated) == ("af", False)


def test_a_report_about_two_countries_has_no_setting(scan: Scanner) -> None:
    scanned = scan("اتفقت تركيا وإيران على فتح المعبر.")
    assert setting(scanned, place_anchors(scanned, find_names(scanned))) is None


def test_a_state_that_acts_is_no_stated_place() -> None:
    assert not place("تركيا", ACTING, 0, "tr").stated


def test_a_known_place_has_its_country(scan: Scanner) -> None:
    scanned = scan("في بيروت")
    (name,) = find_names(scanned)
    record = place_record(scanned, name)
    assert record.country == "lb"
    assert record.lat is not None


def test_what_is_said_right_after_a_place_only_says_where_that_is(scan: Scanner) -> None:
    ranks = places(scan, "عثر على الجثة في مخيم الهول شمال شرقي سوريا")
    assert [rank for name, rank in ranks.items() if "الهول" in name] == [LOCATED]
    assert [rank for name, rank in ranks.items() if "سوريا" in name] == [BARE]


def test_a_place_of_some_kind_has_no_name(scan: Scanner) -> None:
    for text in ("سقطت القذيفة على سوق مزدحم", "قصفت منطقة سكنية", "استهدف سوقا للملابس", "جرف السيل أحياء بكاملها"):
        assert places(scan, text) == {}


def test_the_place_that_a_body_is_named_with_is_a_place(scan: Scanner) -> None:
    assert any("سيناء" in name and rank == LOCATED for name, rank in places(scan, "قتل ضابطان من الجيش المصري في سيناء").items())


def test_a_capital_after_its_title_and_adjective_is_a_place(scan: Scanner) -> None:
    assert places(scan, "وقع هجوم في وسط العاصمة الإثيوبية أديس أبابا")["أديس أبابا"] == LOCATED


def test_where_something_did_not_happen_is_no_place(scan: Scanner) -> None:
    assert places(scan, "الهجوم لم يقع داخل الأراضي الأردنية بل استهدف قاعدة التنف") == {"قاعدة التنف": LOCATED}


def test_near_an_airport_is_not_near_its_city(scan: Scanner) -> None:
    names = find_names(scan("قتل في ضربة قرب مطار بغداد الدولي"))
    assert [name.id for name in names] == ["baghdad-international-airport"]


def test_a_site_in_another_province_is_not_in_the_province_told(scan: Scanner) -> None:
    scanned = scan("قصفت طائرات مواقع في محافظة صلاح الدين، ثم قتل قائد قرب مطار بغداد الدولي، ثم وقع هجوم في تكريت")
    found = [where for anchor in place_anchors(scanned, find_names(scanned)) if (where := whereabouts(scanned, anchor))]
    province, airport, town = found
    assert not lies_in(province, airport)
    assert lies_in(province, town)


def test_where_the_shooters_stand_is_not_where_it_happened(scan: Scanner) -> None:
    ranks = places(scan, "استهدفت القوات المنتشرة بسراقب قرية آفس في سوريا")
    assert ranks["سراقب"] == ASIDE
    assert ranks["قرية آفس"] == LOCATED


def test_where_raiders_come_from_is_not_where_it_happened(scan: Scanner) -> None:
    assert places(scan, "نفذ عدوان من اتجاه صعدة على حمص")["صعدة"] == ASIDE


def test_where_a_village_lies_is_not_where_it_happened(scan: Scanner) -> None:
    ranks = places(scan, "قتل أربعة مدنيين في قرية الشيخ ناصر، شرقي حلب في سوريا")
    assert ranks["قرية الشيخ ناصر"] == LOCATED
    assert ranks["شرقي حلب"] == BARE


def test_where_fire_came_from_is_not_where_it_happened(scan: Scanner) -> None:
    ranks = places(scan, "صاروخ مصدره مناطق سيطرة قسد في تل رفعت استهدف سيارة في قرية مريمين في سوريا")
    assert ranks["تل رفعت"] == ASIDE
    assert ranks["قرية مريمين"] == LOCATED


def test_a_road_is_no_smaller_than_the_village_on_it(scan: Scanner) -> None:
    scanned = scan("في قرية الجفال ثم على طريق القامشلي في سوريا")
    places = [found for anchor in place_anchors(scanned, find_names(scanned)) if (found := whereabouts(scanned, anchor))]
    village, road = places[:2]
    assert clearer(village, road) is village
