from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.tokens import COMMA, DASH, QUOTE, Tokens, words_of


def test_words_keep_their_place_in_the_text() -> None:
    text = "أُصيب 33 جنديًّا، بـ12 شظية"
    tokens = Tokens(text)
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == ["أُصيب", "33", "جنديًّا", "بـ", "12", "شظية"]
    assert tokens.forms[2] == "جنديا"


def test_digits_glued_to_letters_are_tokens_of_their_own() -> None:
    assert Tokens("17مارس2021").forms == ["17", "مارس", "2021"]


def test_hashtags_and_underscores_part_words() -> None:
    assert Tokens("#قوات_الأمن").forms == ["قوات", "الامن"]


def test_gaps_tell_what_stands_between_words() -> None:
    tokens = Tokens('قال، "نعم"')
    assert tokens.gaps[1] & COMMA
    assert tokens.gaps[1] & QUOTE
    assert tokens.gaps[2] & QUOTE


def test_sentences_end_at_stops_and_lines_but_not_after_an_initial() -> None:
    tokens = Tokens("وصل د. سامر أمس.غادر اليوم\nوانتهى")
    assert [tokens.slice(a, b) for a, b in tokens.sentences] == ["وصل د. سامر أمس", "غادر اليوم", "وانتهى"]


def test_a_decimal_or_grouped_number_is_one_token() -> None:
    assert Tokens("45,206 و1.5 و٣٫٥").forms == ["45,206", "و", "1.5", "و", "3٫5"]


def test_a_tatweel_that_stands_alone_is_a_dash_between_words() -> None:
    tokens = Tokens("بغداد ـ ـ وكالات ـ")
    assert tokens.forms == ["بغداد", "وكالات"]
    assert (tokens.starts, tokens.ends) == ([0, 10], [5, 16])
    assert tokens.gaps[1] & DASH
    assert tokens.gaps[2] & DASH


@given(st.text(alphabet="ابت .ـًabc’1,\n#_", max_size=60))
def test_words_alone_are_the_tokens_of_a_text(text: str) -> None:
    assert words_of(text) == Tokens(text).forms


@given(st.text(alphabet='ابتثقكلمنهوي .،"«»()#_-ـًٌ0129\n٣د', max_size=80))
def test_tokens_are_ordered_disjoint_and_inside_the_text(text: str) -> None:
    tokens = Tokens(text)
    last = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert last <= start < end <= len(text)
        last = end
    assert len(tokens.gaps) == len(tokens) + 1
    assert [i for a, b in tokens.sentences for i in range(a, b)] == list(range(len(tokens)))


@given(st.text(alphabet="اب ت.", max_size=40), st.integers(0, 40))
def test_at_finds_the_first_token_ending_after_an_offset(text: str, offset: int) -> None:
    tokens = Tokens(text)
    expected = next((i for i, end in enumerate(tokens.ends) if end > offset), len(tokens))
    assert tokens.at(offset) == expected
