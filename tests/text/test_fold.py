import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أمس", "امس"),
        ("الإثنين", "الاثنين"),
        ("مدرسة", "مدرسه"),
        ("مستشفى", "مستشفي"),
        ("صاروخًا", "صاروخا"),
        ("بـ", "ب"),
        ("٢٠٢٣", "2023"),
        ("۴۳", "43"),
        ("مسؤول", "مسوول"),
        ("الطوارئ", "الطواريء"),
        ("تهران‌", "تهران"),
        ("یمن", "يمن"),
        ("ﻋﺸﺮﺓ", "عشرة"),
        ("قتـ.ـلوا", "قتلوا"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_words_stay_different() -> None:
    assert fold("ماء") != fold("ما")
    assert fold("قتل") != fold("قتيل")


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)
