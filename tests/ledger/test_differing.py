from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from tawatur.ledger import differing_text
from tawatur.ledger.differing import Change, difference
from tawatur.ledger.differing_text import Alignment, Piece, pieces
from tawatur.model import Actor, Document, EventMention, Figure, Link, Place, Reading, Span, Statement

OLD = "خبر\nأعلنت الوزارة مقتل 5 أشخاص في انفجار.\nوأكد المحافظ أن التحقيق جار.\nانتهى."
NEW = "خبر\nأعلنت الوزارة مقتل 7 أشخاص وإصابة 12 في انفجار.\nونفى المحافظ وجود تحقيق.\nانتهى."


def kinds(old: str, new: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in pieces(old, new)]


def test_words_that_changed_within_paragraphs_that_changed() -> None:
    assert kinds(OLD, NEW) == [
        ("same", "خبر\nأعلنت الوزارة مقتل"), ("gone", " 5"), ("new", " 7"), ("same", " أشخاص"), ("new", " وإصابة 12"),
        ("same", " في انفجار.\n"), ("gone", "وأكد"), ("new", "ونفى"), ("same", " المحافظ"), ("gone", " أن التحقيق جار."),
        ("new", " وجود تحقيق."), ("same", "\nانتهى."),
    ]  # fmt: skip


def test_texts_that_are_the_same_empty_or_have_nothing_in_common() -> None:
    assert kinds(OLD, OLD) == [("same", OLD)]
    assert kinds("", "") == []
    assert kinds("", "جديد") == [("new", "جديد")]
    assert kinds("قديم", "") == [("gone", "قديم")]
    assert kinds("قديم", "جديد") == [("gone", "قديم"), ("new", "جديد")]


def test_paragraphs_that_came_between_others() -> None:
    assert kinds("أ\nب\n", "أ\nج د\nب\n") == [("same", "أ\n"), ("new", "ج د\n"), ("same", "ب\n")]


@given(*[some.lists(some.sampled_from(["أ", "ب", "ج", " ", "\n", "\n\n"])).map("".join)] * 2)
def test_without_what_is_new_it_is_the_old_text(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if piece.kind != "new") == old
    assert "".join(piece.text for piece in found if piece.kind != "gone") == new
    for piece in found:
        assert piece.kind == "new" or old[piece.old :].startswith(piece.text)
        assert piece.kind == "gone" or new[piece.new :].startswith(piece.text)
    assert all(one.kind != other.kind for one, other in pairwise(found))


def test_long_texts_are_compared_in_little_time() -> None:
    """Two texts of one word over and over, which are the worst for comparing, and more words than are compared one by one."""
    words = differing_text._MOST + 1
    old, new = "أول " + "كلمة " * words + "آخر", "أول " + "كلام " * (2 * words) + "آخر"
    assert [kind for kind, _ in kinds(old, new)] == ["same", "gone", "new", "same"]


def test_places_of_words() -> None:
    places = Alignment(pieces(OLD, NEW))
    for old, new in (("مقتل", "مقتل"), ("5", "7"), ("أشخاص", "أشخاص"), ("أكد", "ونفى"), ("انتهى", "انتهى")):
        assert places.of_old(OLD.index(old)) == places.of_new(NEW.index(new)) == NEW.index(new), old
    assert Alignment(()).of_old(3) == Alignment(()).of_new(3) == 0
    assert Alignment([Piece("gone", "أ", 0, 0)]).of_old(0) == 0


def span(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def figure(text: str, words: str, count: int, of: str = "أشخاص") -> Figure:
    return Figure(*span(text, words), "killed", count, count, "exact", of)


def statement(text: str, cue: str, content: str, act: str, speaker: str = "المحافظ", *, words: tuple[Link, ...] = ()) -> Statement:
    return Statement("s", act, Span(*span(text, cue)), Span(*span(text, content)), speaker, chain=words)  # type: ignore[arg-type]


def event(text: str, trigger: str, place: str | None = None, *actors: str) -> EventMention:
    found = Place(place) if place else None
    return EventMention("e", "ASSAULT", Span(*span(text, trigger)), place=found, actors=tuple(Actor(actor) for actor in actors))


def reading(text: str, *parts: Figure | Statement | EventMention, title: str | None = None) -> Reading:
    return Reading(
        Document("d", "a.html", text, "00", title=title),
        figures=tuple(part for part in parts if isinstance(part, Figure)),
        statements=tuple(part for part in parts if isinstance(part, Statement)),
        events=tuple(part for part in parts if isinstance(part, EventMention)),
    )


def test_a_figure_in_the_place_of_another_changed() -> None:
    old, new, more = figure(OLD, "5", 5), figure(NEW, "7", 7), figure(NEW, "12", 12, "جرحى")
    assert difference(reading(OLD, old), reading(NEW, new, more)).figures == (Change("changed", old, new), Change("new", None, more))


def test_a_figure_of_the_same_elsewhere_changed_too() -> None:
    old, new = figure(OLD, "5", 5), figure(NEW, "12", 12)
    assert difference(reading(OLD, old), reading(NEW, new)).figures == (Change("changed", old, new),)
    other = figure(NEW, "12", 12, "جنود")
    assert difference(reading(OLD, old), reading(NEW, other)).figures == (Change("gone", old, None), Change("new", None, other))


def test_what_only_moved_is_left_out() -> None:
    text = "أعلن المتحدث مقتل 5 أشخاص.\nانتهى الخبر."
    moved = "انتهى الخبر.\nأعلن المتحدث مقتل 5 أشخاص."
    parts = [
        reading(
            one, figure(one, "5", 5), statement(one, "أعلن", "مقتل 5 أشخاص", "announce"), event(one, "مقتل", "الموصل"),
        )
        for one in (text, moved)
    ]  # fmt: skip
    found = difference(*parts)
    assert (found.figures, found.statements, found.events, found.facts) == ((), (), (), {})


def test_a_figure_that_is_told_twice_and_then_once() -> None:
    text = "مقتل 5 أشخاص. وكان 5 أشخاص قتلوا."
    one, other = figure(text, "5", 5), figure(text, "5 أشخاص قتلوا", 5)
    assert difference(reading(text, one, other), reading(text, one)).figures == (Change("gone", other, None),)


def test_a_statement_with_another_cue_or_other_words_changed() -> None:
    old = statement(OLD, "أكد", "التحقيق جار", "affirm")
    new = statement(NEW, "نفى", "وجود تحقيق", "deny")
    assert difference(reading(OLD, old), reading(NEW, new)).statements == (Change("changed", old, new),)
    through = statement(OLD, "أكد", "التحقيق جار", "affirm", words=(Link("agency", "وكالة النهر"),))
    assert difference(reading(OLD, old), reading(OLD, through)).statements == (Change("changed", old, through),)
    elsewhere = statement(NEW, "أعلنت", "وجود تحقيق", "affirm")
    assert difference(reading(OLD, old), reading(NEW, elsewhere)).statements == (Change("changed", old, elsewhere),)
    by_another = statement(NEW, "أعلنت", "وجود تحقيق", "affirm", "الوزارة")
    assert [change.kind for change in difference(reading(OLD, old), reading(NEW, by_another)).statements] == ["gone", "new"]


def test_events_by_their_place_in_the_text_and_by_what_they_are() -> None:
    old, new = event(OLD, "انفجار"), event(NEW, "انفجار", "الموصل", "فصيل")
    assert difference(reading(OLD, old), reading(NEW, new)).events == (Change("changed", old, new),)
    one, other = event(OLD, "مقتل", "الموصل"), event(NEW, "إصابة", "الموصل", "فصيل")
    assert difference(reading(OLD, one), reading(NEW, other)).events == (Change("changed", one, other),)


def test_facts_of_the_page() -> None:
    assert difference(reading(OLD, title="خبر"), reading(OLD, title="خبر عاجل")).facts == {"title": ("خبر", "خبر عاجل")}
