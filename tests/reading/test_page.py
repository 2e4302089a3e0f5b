import pytest

from tawatur.reading.lines import Lines
from tawatur.reading.page import Page
from tawatur.text.tokens import Tokens

from .pages import LEAD, SECOND, THIRD, TITLE, lexicon, page


def read(*lines: str) -> Page:
    tokens = Tokens(page(*lines))
    return Page(Lines(tokens, lexicon().scan(tokens)))


def test_the_article_is_the_run_with_most_running_text() -> None:
    found = read("الرئيسية", "رياضة", TITLE, LEAD, SECOND, "التعليقات", "مناقشة")
    assert (found.first, found.stop) == (3, 5)


def test_a_text_of_short_lines_has_no_article() -> None:
    assert not read("قصف على قرية الجسر", "إطلاق نار قرب المعبر").has_article


def test_readers_comments_are_not_the_article() -> None:
    found = read(TITLE, LEAD, SECOND, THIRD, "التعليقات", "كلام قارئ طويل عن الخبر يقول فيه رأيه كله ثم يعود إليه مرة أخرى بلا فائدة.")
    assert found.stop == 4


def test_cards_of_other_stories_are_not_the_article() -> None:
    names = ("الزهور", "القمح", "السمك", "الكتب", "الخيل")
    cards = [
        line
        for name in names
        for line in (f"افتتاح معرض {name} السنوي في العاصمة", f"افتتح الوزير معرض {name} السنوي في العاصمة بحضور سفراء.")
    ]
    found = read("الرئيسية", "تويتر", TITLE, LEAD, SECOND, THIRD, *cards)
    assert found.stop == 6
    assert found.stop == found.cards


@pytest.mark.parametrize("line", ["21 مارس 2021", "آخر تحديث: 2021-03-02", "الثلاثاء 15 شباط 2022", "2:45 م", "نشر في 02.02.2022"])
def test_stamps(line: str) -> None:
    found = read(line)
    assert found.is_stamp(found.lines[0])


@pytest.mark.parametrize("line", ["1058", "15 شباط يوم دام في المدينة", "مقتل 3 جنود", "حصيلة 2021"])
def test_not_every_number_is_a_stamp(line: str) -> None:
    found = read(line)
    assert not found.is_stamp(found.lines[0])


@pytest.mark.parametrize("line", ["دمشق - البريد:", "سهلان اليوم - دمشق", "وكالات", "(نورس)", "دمشق (خاص)", "المصدر: نورس"])
def test_datelines(line: str) -> None:
    found = read(line)
    assert found.is_dateline(found.lines[0])


@pytest.mark.parametrize("line", ["جنود التحالف قرب المدينة (نورس)", "دمشق", "القصف على دمشق - وحصيلته", "دمشق: القوات تغلق الطرق"])
def test_not_every_name_is_a_dateline(line: str) -> None:
    found = read(line)
    assert not found.is_dateline(found.lines[0])


def test_outlet_names_counters_and_latin_marks() -> None:
    found = read("سهلان اليوم", "1058", "Sahlan Net", "قالت سهلان اليوم")
    assert [found.is_outlet_name(line) for line in found.lines.lines] == [True, False, False, False]
    assert [found.is_counter(line) for line in found.lines.lines] == [False, True, False, False]
    assert [found.is_latin_mark(line) for line in found.lines.lines] == [False, False, True, False]
