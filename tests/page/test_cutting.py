import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import Zone
from tawatur.page.cutting import Block, cut
from tawatur.page.marks import Mark, Marks


def marked(text: str, spans: list[tuple[int, int]]) -> list[Mark]:
    """Marks with their numbers as anchors."""
    marks = Marks(text, "")
    added = {mark.anchor: number for number, (start, end) in enumerate(spans, 1) if (mark := marks.add("n1", "names", "name", start, end))}
    return [mark._replace(anchor=str(added[mark.anchor])) for mark in marks.in_order()]


def drawn(blocks: list[Block]) -> str:
    """Marks as brackets, the first opening of each as its anchor."""
    lines = []
    for block in blocks:
        shown = ""
        for piece in block.pieces:
            if piece.kind == "open" and piece.mark:
                shown += f"[{piece.mark.anchor or piece.mark.part}:" if piece.first else "["
            else:
                shown += piece.text if piece.kind == "text" else "]"
        lines.append(shown)
    return "|".join(lines)


@pytest.mark.parametrize(
    ("text", "spans", "shown"),
    [
        ("abcdef", [], "abcdef"),
        ("abcdef", [(1, 3), (3, 5)], "a[1:bc][2:de]f"),
        ("abcdef", [(0, 6), (2, 4)], "[1:ab[2:cd]ef]"),
        ("abcdef", [(2, 4), (2, 4)], "ab[1:[2:cd]]ef"),
        ("abcdef", [(0, 4), (2, 6)], "[1:ab[2:cd]][ef]"),
        ("abcdefgh", [(0, 4), (1, 8), (2, 6)], "[1:a[2:b[3:cd]]][[ef]gh]"),
        ("ab\n\n \r\ncd\u2028ef", [(1, 9)], "a[1:b]|[cd]|ef"),
        ("ab\ncd", [(2, 5)], "ab|[1:cd]"),
        ("ab\n \ncd", [(3, 4), (5, 6)], "ab|[2:c]d"),
        ("", [], ""),
        (" \n\t", [(0, 2)], ""),
    ],
)
def test_elements_nest_whatever_crosses(text: str, spans: list[tuple[int, int]], shown: str) -> None:
    assert drawn(list(cut(text, marked(text, spans), []))) == shown


def test_lines_know_their_zone_and_zones_set_aside_hold_the_marks_in_them() -> None:
    zones = [Zone(0, 2, "title"), Zone(3, 5, "body"), Zone(5, 9, "repeated"), Zone(10, 12, "boilerplate")]
    blocks = list(cut("ab\ncdefgh\nij\nkl", marked("x" * 20, [(4, 7)]), zones))
    assert [(block.start, block.zone) for block in blocks] == [(0, "title"), (3, "body"), (10, "boilerplate"), (13, "body")]
    assert drawn(blocks) == "ab|c[1:d[repeated:ef]][gh]|[boilerplate:ij]|kl"


@given(
    st.text(alphabet="ab \n\r\u2028", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8),
)
def test_nothing_is_lost_and_every_mark_covers_its_words(text: str, spans: list[tuple[int, int]]) -> None:
    marks = marked(text, spans)
    covered: dict[str, set[int]] = {mark.anchor: set() for mark in marks}
    kept: set[int] = set()
    firsts = []
    for block in cut(text, marks, []):
        place, stack = block.start, []
        for piece in block.pieces:
            if piece.kind == "open" and piece.mark:
                stack.append(piece.mark)
                firsts += [piece.mark.anchor] * piece.first
            elif piece.kind == "close":
                stack.pop()
            else:
                assert text.startswith(piece.text, place)
                for mark in stack:
                    covered[mark.anchor] |= set(range(place, place + len(piece.text)))
                kept |= set(range(place, place + len(piece.text)))
                place += len(piece.text)
        assert stack == []
    assert {place for place, character in enumerate(text) if not character.isspace()} <= kept
    assert covered == {mark.anchor: kept & set(range(mark.start, mark.end)) for mark in marks}
    assert len(firsts) == len(set(firsts))


def calls(size: int) -> int:
    """How many functions are called to cut a text of one line with a mark at every word, each across the next."""
    text = "كلمة " * (size // 5)
    marks, count = marked(text, [(place, place + 12) for place in range(0, size - 20, 8)]), 0

    def note(_frame: FrameType, event: str, _value: object) -> None:
        nonlocal count
        count += event.endswith("call")

    sys.setprofile(note)
    try:
        list(cut(text, marks, [Zone(0, size, "repeated")]))
    finally:
        sys.setprofile(None)
    return count


def test_work_grows_in_step_with_the_text() -> None:
    assert calls(40_000) < 10.5 * calls(4_000)
