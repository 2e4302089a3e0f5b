import pytest

from tawatur.intake import limits
from tawatur.intake.pdf_glyphs import UNKNOWN, Glyph, GlyphReader, TooMuchError
from tests.intake.pdfs import code, reader, shown


def glyphs(content: str, *forms: str) -> list[Glyph]:
    file = reader(content, forms=forms)
    return GlyphReader(file).read(file.pages[0])


def places(content: str, *forms: str) -> list[tuple[str, float, float, float]]:
    """What stands where: text, left, right, baseline."""
    return [(each.text, round(each.left, 3), round(each.right, 3), round(each.baseline, 3)) for each in glyphs(content, *forms)]


def test_glyphs_stand_one_after_another() -> None:
    assert places(shown("اب", 20, 300)) == [("ا", 20, 25, 300), ("ب", 25, 30, 300)]
    assert glyphs(shown("ا", 20, 300, 12))[0].size == 12


@pytest.mark.parametrize(
    ("content", "left", "baseline"),
    [
        (f"BT /F 10 Tf 7 8 Td {code('ا')} Tj ET", 7, 8),
        (f"BT /F 10 Tf 7 8 Td 1 2 Td {code('ا')} Tj ET", 8, 10),
        (f"BT /F 10 Tf 7 8 TD T* {code('ا')} Tj ET", 7, 16),
        (f"BT /F 10 Tf 9 TL 7 8 Td {code('ا')} ' ET", 7, -1),
        (f'BT /F 10 Tf 9 TL 7 8 Td 1 2 {code("ا")} " ET', 7, -1),
        (f"BT /F 10 Tf 7 8 Td [-500 {code('ا')}] TJ ET", 12, 8),
        (f"BT /F 10 Tf 3 Ts 7 8 Td {code('ا')} Tj ET", 7, 11),
        (f"2 0 0 2 5 5 cm BT /F 10 Tf 7 8 Td {code('ا')} Tj ET", 19, 21),
        (f"q 2 0 0 2 5 5 cm Q BT /F 10 Tf 7 8 Td {code('ا')} Tj ET", 7, 8),
        (f"Q BT /F 10 Tf 1 0 0 1 7 8 Tm {code('ا')} Tj ET", 7, 8),
    ],
)
def test_operators_move_the_pen(content: str, left: float, baseline: float) -> None:
    assert [(text, x, y) for text, x, _, y in places(content)] == [("ا", left, baseline)]


def test_spacing_and_stretch_widen_the_advance() -> None:
    assert [left for _, left, _, _ in places(f"BT /F 10 Tf 2 Tc 200 Tz {code('اب')} Tj ET")] == [0, 14]


def test_letters_drawn_to_the_left_have_their_sides() -> None:
    assert places(f"BT /F 10 Tf -1 0 0 1 50 0 Tm {code('اب')} Tj ET") == [("ا", 45, 50, 0), ("ب", 40, 45, 0)]


def test_turned_text_is_seen_upright() -> None:
    turned = glyphs(f"BT /F 10 Tf 0 1 -1 0 100 50 Tm {code('ا')} Tj ET")[0]
    assert (turned.quarter, turned.left, turned.right, turned.baseline) == (1, 50, 55, -100)
    assert glyphs(f"BT /F 10 Tf 0.7 0.7 -0.7 0.7 100 50 Tm {code('ا')} Tj ET") == []


def test_a_text_stated_for_glyphs_replaces_them() -> None:
    stated = f"/Span <</ActualText {code(chr(0xFEFF) + 'لا')}>> BDC {code('ab')} Tj EMC {code('م')} Tj"
    assert places(f"BT /F 10 Tf {stated} ET") == [("لا", 0, 10, 0), ("م", 10, 15, 0)]
    stated = f"/Span <</ActualText {code(chr(0xFEFF) + 'لا' + chr(10) + 'م')}>> BDC {code('ab')} Tj EMC"
    assert places(f"BT /F 10 Tf {stated} ET") == [("لا م", 0, 10, 0)]
    assert places(f"BT /F 10 Tf /Artifact BMC {code('م')} Tj EMC EMC ET") == [("م", 0, 5, 0)]


def test_forms_are_drawn_in_place_and_loops_end() -> None:
    assert places("1 0 0 1 10 20 cm /X0 Do", shown("ا", 1, 2)) == [("ا", 11, 16, 22)]
    assert len(glyphs("/X0 Do", shown("ا", 1, 2) + " /X0 Do")) < 20


@pytest.mark.parametrize("content", ["Tj", "BT /F Tf ET", "1 2 cm", "/X9 Do", "BT /F 10 Tf 3 Tj ET", "/a /b BDC"])
def test_broken_operators_do_nothing(content: str) -> None:
    assert places(f"{content} {shown('ا', 20, 300)}")[-1] == ("ا", 20, 25, 300)


def test_letters_of_an_unknown_font_are_marked_as_such() -> None:
    assert {glyph.text for glyph in glyphs(f"BT /F 10 Tf /G 10 Tf {code('ab')} Tj ET")} == {UNKNOWN}


def test_what_no_report_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAPER_GLYPHS", 3)
    assert len(glyphs(shown("abc", 0, 0))) == 3
    with pytest.raises(TooMuchError, match="glyphs"):
        glyphs(shown("abcd", 0, 0))
    monkeypatch.setattr(limits, "PAPER_OPERATIONS", 20)
    with pytest.raises(TooMuchError, match="operations"):
        glyphs("q Q " * 11)
