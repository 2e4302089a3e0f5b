from tawatur.page.marks import PARTS, Mark, Marks, linked


def test_marks_lie_in_the_text_and_have_safe_anchors() -> None:
    marks = Marks("abcdef", "d1-")
    assert [marks.add("d1-n1", "names", "name", start, end) for start, end in ((-1, 2), (2, 2), (3, 9), (None, 2), (0, None))] == [None] * 5
    found = marks.add("d1-n1", "names", "name", 2, 6)
    assert found is not None
    again = marks.add("d1-e1", "events", "trigger", 2, 6)
    assert again is not None
    assert again.anchor == "d1-c2-6-2"
    assert (found.anchor, marks.words(found)) == ("d1-c2-6", "cdef")


def test_the_outer_comes_before_the_inner() -> None:
    marks = Marks("abcdef", "d1-")
    for part, start, end in (("name", 2, 4), ("trigger", 0, 3), ("content", 0, 6), ("speaker", 2, 4)):
        marks.add("d1-x", "names", part, start, end)
    assert [mark.part for mark in marks.in_order()] == ["content", "trigger", "speaker", "name"]


def test_words_lead_to_the_innermost_mark_but_what_is_said_leads_nowhere() -> None:
    by_part = {part: Mark("m", "c", "l", part, 0, 1) for part in PARTS}
    assert linked([]) is None
    assert linked([by_part["cue"], by_part["content"]]) is None
    assert linked([by_part["content"], by_part["figure"], by_part["place"]]) is by_part["figure"]
    assert linked([by_part["speaker"], by_part["name"]]) is by_part["name"]
    assert [part for part in PARTS if by_part[part].is_step] == ["cue", "flaw", "name", "time", "figure", "trigger"]
