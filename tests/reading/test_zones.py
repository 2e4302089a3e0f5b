from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.reading.zones import find_zones
from tawatur.text.tokens import Tokens

from .pages import LEAD, SECOND, THIRD, TITLE, kinds, lexicon, page, zones_of


def test_an_article_is_title_and_body() -> None:
    assert zones_of(page(TITLE, LEAD, SECOND)) == [("title", TITLE), ("body", page(LEAD, SECOND))]


def test_menus_above_and_boxes_below_are_set_aside() -> None:
    text = page("الرئيسية", "أخبار محلية", "رياضة", TITLE, LEAD, SECOND, "شارك هذا الموضوع:", "تويتر", "جميع الحقوق محفوظة لموقع ما 2021")
    found = kinds(text)
    assert [found[line] for line in ("الرئيسية", "رياضة", "تويتر", "جميع الحقوق محفوظة لموقع ما 2021")] == ["boilerplate"] * 4
    assert found[TITLE] == "title"
    assert found[LEAD] == found[SECOND] == "body"


def test_a_round_up_of_short_lines_is_body() -> None:
    villages = ("الجسر", "المعبر", "التل", "السوق", "النبع", "الوادي", "السهل", "المطحنة")
    lines = [f"قصف مدفعي استهدف محيط قرية {name} في الريف الشمالي صباحا" for name in villages]
    assert {kind for kind, _ in zones_of(page(*lines))} == {"body"}


def test_a_dateline_within_the_first_paragraph() -> None:
    zones = zones_of(page(TITLE, "دبي، الإمارات (نورس) -- " + LEAD, SECOND))
    assert zones[1][0] == "dateline"
    assert zones[1][1].startswith("دبي، الإمارات (نورس)")
    assert zones[2][1].strip().startswith(LEAD)


@pytest.mark.parametrize("opening", ["ذكرت وكالة الأنباء (نورس) أن ", "قال مسؤول لوكالة البريد: ", "وبحسب نورس - وهي وكالة - "])
def test_a_quoted_agency_is_no_dateline(opening: str) -> None:
    assert "dateline" not in [kind for kind, _ in zones_of(page(TITLE, opening + LEAD, SECOND))]


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


def test_a_short_text_with_bullets_opens_with_its_title() -> None:
    lead = "أوقفت القوات عشرة مسلحين في حملة تفتيش قرب سهلان أمس."
    assert kinds("\n".join((TITLE, lead, "- توقيف خمسة في الجسر", "- توقيف ثلاثة في التل", "- ضبط أسلحة")))[TITLE] == "title"
