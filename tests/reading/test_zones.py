from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.reading.zones import find_zones
from tawatur.text.tokens import Tokens

from .pages import LEAD, SECOND, THIRD, TITLE, lexicon, page, zones_of


def kinds(text: str, title: str | None = None) -> dict[str, str]:
    """The kind that each line of a text got, whole lines only."""
    found: dict[str, str] = {}
    for kind, words in zones_of(text, title):
        for line in words.split("\n"):
            if line.strip():
                found[line.strip()] = kind
    return found


def test_an_article_is_title_and_body() -> None:
    assert zones_of(page(TITLE, LEAD, SECOND)) == [("title", TITLE), ("body", page(LEAD, SECOND))]


def test_menus_above_and_boxes_below_are_set_aside() -> None:
    text = page("الرئيسية", "أخبار محلية", "رياضة", TITLE, LEAD, SECOND, "شارك هذا الموضوع:", "تويتر", "جميع الحقوق محفوظة لموقع ما 2021")
    found = kinds(text)
    assert [found[line] for line in ("الرئيسية", "رياضة", "تويتر", "جميع الحقوق محفوظة لموقع ما 2021")] == ["boilerplate"] * 4
    assert found[TITLE] == "title"
    assert found[LEAD] == found[SECOND] == "body"


def test_the_title_is_the_headline_that_the_article_tells_not_the_first_one() -> None:
    ticker = "وزير الزراعة يفتتح معرض الزهور السنوي في العاصمة"
    found = kinds(page("عاجل", ticker, TITLE, LEAD, SECOND))
    assert found[TITLE] == "title"
    assert found[ticker] == "boilerplate"


def test_a_given_title_finds_its_line() -> None:
    other = "حملة تفتيش فجر اليوم في القرى الشرقية من المحافظة"
    assert kinds(page(other, TITLE, LEAD, SECOND), title=f"{TITLE} | موقع ما")[TITLE] == "title"


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


def test_a_round_up_of_short_lines_is_body() -> None:
    villages = ("الجسر", "المعبر", "التل", "السوق", "النبع", "الوادي", "السهل", "المطحنة")
    lines = [f"قصف مدفعي استهدف محيط قرية {name} في الريف الشمالي صباحا" for name in villages]
    assert {kind for kind, _ in zones_of(page(*lines))} == {"body"}


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


def test_a_dateline_within_the_first_paragraph() -> None:
    zones = zones_of(page(TITLE, "دبي، الإمارات (نورس) -- " + LEAD, SECOND))
    assert zones[1][0] == "dateline"
    assert zones[1][1].startswith("دبي، الإمارات (نورس)")
    assert zones[2][1].strip().startswith(LEAD)


def test_a_view_counter_and_a_site_name_are_boilerplate() -> None:
    found = kinds(page("1058", TITLE, "Sahlan", LEAD, SECOND))
    assert found["1058"] == found["Sahlan"] == "boilerplate"


def test_a_title_said_twice_is_repeated() -> None:
    assert [kind for kind, _ in zones_of(page(TITLE, TITLE, LEAD, SECOND))] == ["title", "repeated", "body"]


def test_sentences_said_again_within_a_paragraph_are_repeated() -> None:
    zones = zones_of(page(TITLE, LEAD, SECOND, "وختم الناطق حديثه بالشكر لأهالي القرى على تعاونهم. " + LEAD, SECOND, THIRD))
    assert ("repeated", page(LEAD, SECOND)) in zones


def test_a_small_edit_is_still_repetition() -> None:
    edited = SECOND.replace("مستمرة", "متواصلة")
    assert ("repeated", edited) in zones_of(page(TITLE, LEAD, SECOND, THIRD, edited))


def test_other_numbers_make_another_sentence() -> None:
    first = "وسقطت 3 قذائف على الأطراف الشرقية من قرية الجسر دون أن تسفر عن إصابات بين السكان صباح اليوم."
    found = kinds(page(TITLE, LEAD, first, first.replace("3", "7")))
    assert "repeated" not in found.values()


def test_a_post_of_one_line_is_body() -> None:
    assert zones_of("عاجل | قصف على قرية الجسر") == [("body", "عاجل | قصف على قرية الجسر")]


@pytest.mark.parametrize("text", ["", "\n \n", "–\n***"])
def test_a_text_without_words_has_no_zones(text: str) -> None:
    assert zones_of(text) == []


_LINES = st.sampled_from(
    [
        TITLE,
        LEAD,
        SECOND,
        THIRD,
        "الرئيسية",
        "مقالات ذات صلة",
        "تويتر",
        "1058",
        "وكالات",
        "سهلان",
        "- بند",
        "اقرأ أيضا: عنوان ما",
        "***",
        "",
    ]
)


@given(st.lists(_LINES, max_size=24))
def test_zones_are_in_order_apart_and_cover_every_word(lines: list[str]) -> None:
    tokens = Tokens("\n".join(lines))
    zones = find_zones(tokens, lexicon().scan(tokens))
    assert all(zone.start < zone.end for zone in zones)
    assert all(one.end <= other.start for one, other in pairwise(zones))
    covered = {offset for zone in zones for offset in range(zone.start, zone.end)}
    assert all(offset in covered for start, end in zip(tokens.starts, tokens.ends, strict=True) for offset in range(start, end))
