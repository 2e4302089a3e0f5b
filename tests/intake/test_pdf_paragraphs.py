from itertools import product

from tawatur.intake.pdf_columns import Line, lines
from tawatur.intake.pdf_layout import rows
from tawatur.intake.pdf_paragraphs import paragraphs, without_running_heads
from tawatur.intake.visual_order import reading_order
from tests.intake.test_pdf_layout import row

FULL = "سطر كامل يملأ عرض العمود كله"


def joined(*texts: str, sizes: tuple[float, ...] = (), gaps: tuple[float, ...] = (), rights: tuple[float, ...] = ()) -> list[str]:
    """Paragraphs of lines under each other; gaps are those above the lines."""
    glyphs, height = [], 700.0
    for place, text in enumerate(texts):
        height -= gaps[place] if gaps else 15
        glyphs += row(text, rights[place] if rights else 300, height, sizes[place] if sizes else 10)
    return texts_of(lines(rows(glyphs), 0, right_to_left=True))


def texts_of(found: list[Line]) -> list[str]:
    texts = [reading_order(line.row.pieces) for line in found]
    return [paragraph.text for paragraph in paragraphs(found, texts, right_to_left=True)]


def test_full_lines_go_on_and_a_short_one_ends_a_paragraph() -> None:
    assert joined(FULL, FULL, "آخره.", FULL, FULL) == [f"{FULL} {FULL} آخره.", f"{FULL} {FULL}"]


def test_a_line_short_by_less_than_the_next_word_is_full() -> None:
    assert joined(FULL, "سطر كامل يملأ عرض العمود", "والمستشفيات بعده") == [f"{FULL} سطر كامل يملأ عرض العمود والمستشفيات بعده"]


def test_a_wider_space_an_indent_a_size_and_a_bullet_begin_a_paragraph() -> None:
    assert len(joined(FULL, FULL, FULL, FULL, gaps=(15, 15, 25, 15))) == 2
    assert len(joined(FULL, FULL, FULL, FULL, rights=(300, 300, 285, 300))) == 2
    assert len(joined("عنوان كبير", FULL, FULL, sizes=(14, 10, 10))) == 2
    assert len(joined(FULL, FULL, "• " + FULL)) == 2


def test_a_heading_of_two_lines_is_one() -> None:
    assert (
        joined("عنوان من", "سطرين اثنين", FULL, FULL, FULL, sizes=(16, 16, 10, 10, 10), gaps=(24, 24, 30, 15, 15))[0]
        == "عنوان من سطرين اثنين"
    )


def test_words_cut_at_the_end_of_a_line_are_joined() -> None:
    assert joined("قال في تشرين الثاني/", "نوفمبر") == ["قال في تشرين الثاني/نوفمبر"]
    assert joined("قال فريق inter-", "national") == ["قال فريق international"]
    assert joined("قال فريق Red-", "Lantern") == ["قال فريق Red-Lantern"]
    assert joined("قال -", "أمس") == ["قال - أمس"]


def over_pages(first: str, second: str) -> list[str]:
    found: list[Line] = []
    for text in (first, second):
        found += lines(rows([*row(FULL, 300, 100), *row(text, 300, 85)]), len(found), right_to_left=True)
    return texts_of(found)


def test_a_sentence_goes_on_over_pages_and_stops_where_it_ends() -> None:
    assert len(over_pages("سطر كامل يملأ عرض العمود كلا", FULL)) == 1
    assert len(over_pages("سطر كامل يملأ عرض العمود كل.", FULL)) == 2
    assert len(over_pages("سطر قصير", FULL)) == 2


def test_running_heads_are_left_out() -> None:
    words = (f"سطر {letter}{other} كامل" for letter, other in product("ابتثجحخد", repeat=2))
    pages = []
    for number in range(3):
        body = [each for place in range(9) for each in row(next(words), 300, 300 - 15 * place)]
        pages.append(rows([*row("جريدة الفنار", 300, 330), *body, *row(f"صفحة {number + 1}", 300, 100)]))
    kept = [reading_order(each.pieces) for page in without_running_heads(pages) for each in page]
    assert not [text for text in kept if "الفنار" in text or "صفحة" in text]
    assert len(kept) == 27


def test_a_page_of_repeated_rows_alone_stays() -> None:
    page = rows(row("نص قصير", 300, 300))
    assert without_running_heads([page, page]) == [page, page]
    assert without_running_heads([page]) == [page]


def test_what_a_browser_prints_around_a_single_page_is_left_out() -> None:
    foot = row("https://a.example/1 1/1", 300, 20, 8)
    head = row("11/21/26 عنوان الصفحة", 300, 400, 8)
    (page,) = without_running_heads([rows([*head, *row(FULL, 300, 300), *foot])])
    assert [reading_order(each.pieces) for each in page] == [FULL]
    (page,) = without_running_heads([rows([*row("عنوان الصفحة", 300, 400), *row(FULL, 300, 300), *foot])])
    assert len(page) == 2
    (page,) = without_running_heads([rows([*head, *row(FULL, 300, 300), *row("https://a.example/1", 300, 20)])])
    assert len(page) == 3
