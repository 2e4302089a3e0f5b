from tawatur.wording.outside import cell, clean


def test_what_controls_a_terminal_or_turns_text_is_gone() -> None:
    assert clean("a\x1b[31m\u202eb\r\n\u2066c ") == "a [31m b c"


def test_no_cell_begins_a_formula() -> None:
    assert cell("=1+1") == "'=1+1"
    assert cell(" \u202e@SUM(A1)") == "'@SUM(A1)"
    assert cell("قصف =1") == "قصف =1"
    assert cell(-5) == -5
    assert cell(None) is None
