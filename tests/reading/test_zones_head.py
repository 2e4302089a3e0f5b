import pytest

from .pages import LEAD, SECOND, TITLE, kinds, page, zones_of


def test_the_title_is_the_headline_that_the_article_tells_not_the_first_one() -> None:
    ticker = "وزير الزراعة يفتتح معرض الزهور السنوي في العاصمة"
    found = kinds(page("عاجل", ticker, TITLE, LEAD, SECOND))
    assert found[TITLE] == "title"
    assert found[ticker] == "boilerplate"


def test_a_given_title_finds_its_line() -> None:
    other = "حملة تفتيش فجر اليوم في القرى الشرقية من المحافظة"
    assert kinds(page(other, TITLE, LEAD, SECOND), title=f"{TITLE} | موقع ما")[TITLE] == "title"


def test_captions_by_their_words_or_their_credit() -> None:
    by_word, by_credit = "جنود في دورية على الطريق الشرقي - أرشيفية", "مدخل مدينة سهلان بعد إغلاق الطرق (وكالة البريد)"
    found = kinds(page(TITLE, by_word, by_credit, LEAD, SECOND))
    assert found[by_word] == found[by_credit] == "caption"


def test_a_closing_credit_is_not_a_caption() -> None:
    last = "وأغلقت السلطات الطرق المؤدية إلى القرى الشرقية حتى إشعار آخر (وكالة البريد)"
    assert kinds(page(TITLE, LEAD, SECOND, last))[last] == "body"


@pytest.mark.parametrize("line", ["سهلان - البريد:", "وكالات", "21 مارس 2021", "نشر في: 07/03/2022 - 09:15", "الثلاثاء 15 شباط 2022"])
def test_datelines(line: str) -> None:
    assert kinds(page(TITLE, line, LEAD, SECOND))[line] == "dateline"


def test_a_view_counter_and_a_site_name_are_boilerplate() -> None:
    found = kinds(page("1058", TITLE, "Sahlan", LEAD, SECOND))
    assert found["1058"] == found["Sahlan"] == "boilerplate"


def test_a_title_said_twice_is_repeated() -> None:
    assert [kind for kind, _ in zones_of(page(TITLE, TITLE, LEAD, SECOND))] == ["title", "repeated", "body"]


def test_credit_after_a_dash_makes_a_caption() -> None:
    captions = ("دخان يتصاعد من أطراف المدينة - متداول", "آثار الدمار في بلدة الجسر - أرشيفية/سهلان اليوم")
    found = kinds(page(TITLE, *captions, LEAD, SECOND))
    assert {found[line] for line in captions} == {"caption"}


def test_given_title_with_its_outlet_is_the_title() -> None:
    title = TITLE + " - سهلان اليوم"
    assert kinds(page(title, LEAD, SECOND), title)[title] == "title"


def test_menu_on_one_line_is_no_title() -> None:
    menu = "الرئيسية أخبار سهلان سياسة أمن رياضة منوعات فيديو"
    found = kinds(page(menu, LEAD, SECOND))
    assert found[menu] == "boilerplate"


def test_tatweel_between_place_and_source_makes_a_dateline() -> None:
    assert kinds(page(TITLE, "دمشق ـ وكالات", LEAD, SECOND))["دمشق ـ وكالات"] == "dateline"
