import pytest

from tawatur.reading.lines import Line, Lines
from tawatur.text.tokens import Tokens

from .pages import LEAD, TITLE, lexicon


def read(text: str) -> Lines:
    tokens = Tokens(text)
    return Lines(tokens, lexicon().scan(tokens))


def only(text: str) -> Line:
    (line,) = read(text).lines
    return line


def test_a_line_spans_its_signs_but_not_the_blanks_around_it() -> None:
    text = "  + الخط -  \n\n ***\n  «عنوان»  "
    assert [text[line.start : line.end] for line in read(text).lines] == ["+ الخط -", "«عنوان»"]


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("قال الناطق إن الطرق مغلقة.", "stop"),
        ("قال الناطق: «الطرق مغلقة.»", "stop"),
        ("من أغلق الطرق؟", "question"),
        ("تقرير دولي يدعو القادة…", "ellipsis"),
        ("تقرير دولي يدعو القادة...", "ellipsis"),
        ("وهذه أسماؤهم:", "colon"),
        ("ومن القرى الجسر والمعبر،", "comma"),
        ("القوات تغلق الطرق", "open"),
        ("القوات تغلق الطرق (صور)", "open"),
    ],
)
def test_endings(text: str, ending: str) -> None:
    assert only(text).ending == ending


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("أعلنت القوات", "verb"),
        ("يواصل الوفد", "verb"),
        ("وأعلنت القوات", "verb"),
        ("القوات تعلن", "noun"),
        ("- القوات", "list"),
        ("3) القوات", "list"),
    ],
)
def test_openings(text: str, opening: str) -> None:
    assert only(text).opening == opening


def test_a_sentence_is_a_paragraph_and_a_headline_is_not() -> None:
    assert only(LEAD).paragraph
    assert not only(TITLE).paragraph


@pytest.mark.parametrize(
    ("text", "cue", "whole"),
    [
        ("التعليقات (0)", "comments", True),
        ("اقرأ أيضا: عنوان خبر آخر", "read_also", False),
        ("رئيس التحرير: سامر العلي", "staff", False),
        ("رئيس التحرير يلتقي الكتاب", "", False),
        ("1,027 زيارة", "counter", True),
        ("تابعوا نشرتنا البريدية كل صباح", "subscribe", False),
        (TITLE, "", False),
    ],
)
def test_cues(text: str, cue: str, whole: bool) -> None:
    assert (only(text).cue, only(text).whole) == (cue, whole)


def test_the_bracket_that_closes_a_line() -> None:
    lines = read("مدخل المدينة (وكالة البريد)\nمقتل (3) مدنيين في المدينة")
    assert lines.bracketed_end(lines[0]) == 2
    assert lines.bracketed_end(lines[1]) is None
