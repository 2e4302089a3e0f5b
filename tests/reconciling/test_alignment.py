import pytest

from tawatur.reconciling.alignment import Alignment, align, excludes, likeness, spelled_alike, turned
from tawatur.reconciling.wordings import Word, wording


def word(text: str) -> Word:
    (only,) = wording(text).words
    return only


def aligned(one: str, other: str) -> Alignment:
    return align(wording(one), wording(other))


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("الميناء", "ميناء", 1.0),
        ("يرمم", "ترميم", 0.9),
        ("صعود", "ارتفاع", 0.8),
        ("كيماوية", "كيمياوية", 0.7),
        ("اليونان", "يونانية", 1.0),
        ("ثلاثة", "3", 1.0),
        ("ثلاثة", "4", 0.0),
        ("صعود", "هبوط", 0.0),
        ("حديقة", "جسر", 0.0),
        ("اليونان", "إيران", 0.0),
    ],
)
def test_how_well_one_word_answers_another(one: str, other: str, score: float) -> None:
    assert likeness(word(one), word(other)) == likeness(word(other), word(one)) == score


def test_words_of_one_axis_exclude_each_other_unless_they_mean_the_same() -> None:
    assert excludes(word("صعود"), word("هبوط")) == "level"
    assert excludes(word("صعود"), word("ارتفاع")) == ""
    assert excludes(word("صعود"), word("حديقة")) == ""


def test_misspelt_words_are_alike_and_short_ones_never() -> None:
    assert spelled_alike("كيماويه", "كيمياويه")
    assert not spelled_alike("بيت", "بنت")


def test_each_word_answers_one_and_the_rest_is_left_over() -> None:
    found = aligned("افتتاح جسر جديد قرب الجسر", "هدم الجسر")
    assert [found.other.words[pair.other].form for pair in found.pairs] == ["الجسر"]
    assert [word.form for word in found.words_right()] == ["هدم"]
    assert len(found.left) == len(found.one.words) - 1


def test_of_equal_answers_the_one_at_a_like_place_is_taken() -> None:
    found = aligned("جسر في أول الطريق وجسر في آخره", "جسر في أول الطريق وجسر في آخره")
    assert all(pair.one == pair.other for pair in found.pairs)


def test_an_empty_wording_answers_nothing() -> None:
    found = aligned("جسر", "…")
    assert (found.pairs, found.left, found.right) == ((), (0,), ())


def test_share_of_pairs_in_reverse_order() -> None:
    assert turned([0, 1, 2]) == 0
    assert turned([2, 1, 0]) == 1
    assert turned([1, 0, 2]) == pytest.approx(1 / 3)
    assert turned([5]) == 0
