from tawatur.reconciling.words import content_stems, folded_words, overlap, stem, telling


def test_forms_of_one_word_share_a_stem() -> None:
    assert stem("والعراقيين") == stem("العراقيه") == stem("العراق") == "عراق"


def test_a_short_word_keeps_its_first_letter() -> None:
    assert stem("وفد") == "وفد"


def test_vowel_marks_do_not_split_a_word() -> None:
    assert folded_words("قُتِلَ شخصان.") == ["قتل", "شخصان"]


def test_words_of_grammar_are_no_content() -> None:
    assert content_stems("قال إن الجسر انهار في المدينة") == ["جسر", "انهار", "مدين"]


def test_common_words_do_not_tell_names_apart() -> None:
    assert telling(content_stems("قوات الأمن العراقية")) == {"عراق"}


def test_overlap_is_a_share_of_the_smaller_set() -> None:
    assert overlap(frozenset("ab"), frozenset("bcd")) == 0.5
    assert overlap(frozenset(), frozenset("a")) == 0.0
