import pytest

from .pages import LEAD, SECOND, THIRD, TITLE, kinds, page


def test_a_headline_between_paragraphs_is_a_link() -> None:
    link = "وزير الزراعة يفتتح معرض الزهور السنوي في العاصمة بحضور سفراء"
    found = kinds(page(TITLE, LEAD, link, THIRD, SECOND))
    assert found[link] == "related"
    assert found[LEAD] == found[SECOND] == found[THIRD] == "body"


def test_a_subheading_is_body() -> None:
    assert kinds(page(TITLE, LEAD, "حملة مستمرة", SECOND))["حملة مستمرة"] == "body"


def test_read_also_takes_the_headlines_under_it() -> None:
    links = ("افتتاح معرض الزهور السنوي في العاصمة", "تراجع أسعار القمح للشهر الثاني")
    found = kinds(page(TITLE, LEAD, "اقرأ أيضا:", *links, SECOND, THIRD))
    assert found["اقرأ أيضا:"] == found[links[0]] == found[links[1]] == "related"
    assert found[SECOND] == found[THIRD] == "body"


def test_everything_under_a_heading_of_links_after_the_article_is_set_aside() -> None:
    links = ("افتتاح معرض الزهور السنوي في العاصمة", "تراجع أسعار القمح للشهر الثاني", "سهلان")
    found = kinds(page(TITLE, LEAD, SECOND, "مقالات ذات صلة", *links))
    assert {found[line] for line in links} == {"related"}


def test_tags_are_the_articles_own_words_alone_on_lines() -> None:
    found = kinds(page(TITLE, LEAD, SECOND, "سهلان", "حملة تفتيش", "القوات"))
    assert found["سهلان"] == found["حملة تفتيش"] == "boilerplate"


def test_names_after_a_colon_are_body() -> None:
    names = ("سامر محمود العلي", "هالة إبراهيم", "ياسين خالد الأحمد")
    found = kinds(page(TITLE, LEAD, SECOND, "وأسماء الضحايا كما وردت:", *names))
    assert {found[name] for name in names} == {"body"}


@pytest.mark.parametrize("bullet", ["- ", "• ", "3. ", "▪ "])
def test_bulleted_incidents_are_body(bullet: str) -> None:
    incidents = [bullet + words for words in ("قصف على قرية الجسر", "إطلاق نار قرب المعبر", "اشتباك في حي الميدان الشرقي")]
    found = kinds(page(TITLE, LEAD, SECOND, *incidents))
    assert {found[line.strip()] for line in incidents} == {"body"}


def test_headlines_in_a_row_between_paragraphs_are_links() -> None:
    links = ("افتتاح معرض الزهور السنوي في العاصمة", "تراجع أسعار القمح والشعير للشهر الثاني على التوالي")
    found = kinds(page(TITLE, LEAD, *links, THIRD, SECOND))
    assert {found[line] for line in links} == {"related"}


def test_a_paragraph_without_its_full_stop_is_body() -> None:
    open_end = "وبقيت الأسواق في المدينة مفتوحة، كما في سائر أيام الأسبوع"
    found = kinds(page(TITLE, LEAD, open_end, SECOND))
    assert found[open_end] == "body"


def test_cards_of_other_stories_under_a_credit_are_related() -> None:
    cards = [
        line
        for name in ("الزهور", "القمح", "السمك", "الكتب")
        for line in (f"افتتاح معرض {name} السنوي في العاصمة", f"افتتح الوزير معرض {name} السنوي في العاصمة بحضور سفراء.")
    ]
    found = kinds(page("الرئيسية", "تويتر", TITLE, LEAD, SECOND, THIRD, "المصدر: نورس", *cards))
    assert {found[line] for line in cards} == {"related"}


def test_list_of_tags_with_commas_is_boilerplate() -> None:
    found = kinds(page(TITLE, LEAD, "كلمات مفتاحية", "سهلان,", "حملة تفتيش,", SECOND, THIRD))
    assert found["سهلان,"] == found["حملة تفتيش,"] == "boilerplate"


def test_signature_of_a_quoted_post_is_boilerplate() -> None:
    signature = "— غرفة العمليات (@sahlan_ops) March 3, 2021"
    assert kinds(page(TITLE, LEAD, signature, SECOND))[signature] == "boilerplate"


def test_no_line_of_a_round_up_is_a_link() -> None:
    incident = "قصف مدفعي على أحياء مدينة سهلان وبلدة الجسر وأطرافهما"
    found = kinds(page("حصاد الأحداث الميدانية ليوم الأحد", LEAD, incident, SECOND, THIRD), "حصاد الأحداث الميدانية ليوم الأحد")
    assert found[incident] == "body"


def test_rule_goes_with_the_box_it_parts_off() -> None:
    text = page(TITLE, LEAD, SECOND) + "\n----------\nتابعونا على تويتر لمعرفة آخر الأخبار\n"
    assert kinds(text)["----------"] == "boilerplate"


def test_title_and_day_under_the_article_are_found() -> None:
    found = kinds(page(LEAD, SECOND, THIRD, TITLE, "الأربعاء، 13 نوفمبر 2013 12:10 ص", "أضف تعليقا", "كلام قارئ عن الخبر"))
    assert found[TITLE] == "title"
    assert found["الأربعاء، 13 نوفمبر 2013 12:10 ص"] == "dateline"
    assert found["كلام قارئ عن الخبر"] == "boilerplate"


def test_web_address_alone_on_its_line_is_boilerplate() -> None:
    assert kinds(page(TITLE, LEAD, "https://sahlan.example/news/2021", SECOND))["https://sahlan.example/news/2021"] == "boilerplate"
