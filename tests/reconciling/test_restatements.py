import msgspec

from tawatur.reconciling.restatements import same_words, sure_agreement, word_keys

from .test_claims import DEFICIT, DEFICIT_TOO, GOES_ON, statement

SMALLER = "وصل عجز الميزانية في البلدية إلى أربعة ملايين دينار في سبتمبر"


def test_the_same_words_in_two_documents() -> None:
    one, other = statement("a", DEFICIT), statement("b", DEFICIT)
    assert same_words(one, other)
    assert word_keys(one) == word_keys(other)
    assert not same_words(one, one)
    assert not same_words(one, statement("b", DEFICIT_TOO))


def test_the_same_months_later_is_said_of_another_time() -> None:
    later = statement("b", DEFICIT, published="2021-09-10")
    assert not same_words(statement("a", DEFICIT), later)
    assert sure_agreement(statement("a", DEFICIT), later) is None


def test_other_words_that_say_the_same_agree_whichever_comes_first() -> None:
    one, other = statement("a", DEFICIT), statement("b", DEFICIT_TOO)
    found = sure_agreement(one, other)
    assert found is not None
    assert found >= 0.9
    assert sure_agreement(other, one) == found


def test_another_number_says_something_else() -> None:
    assert sure_agreement(statement("a", DEFICIT), statement("b", SMALLER)) is None


def test_a_denial_agrees_with_a_denial_only() -> None:
    plain, denied = statement("a", DEFICIT), statement("b", DEFICIT_TOO, cue="نفى سعيد")
    assert sure_agreement(plain, denied) is None
    assert sure_agreement(statement("a", DEFICIT, cue="نفى سعيد"), denied) is not None


def test_statements_that_share_few_words_are_not_asked_about() -> None:
    assert sure_agreement(statement("a", DEFICIT), statement("b", GOES_ON)) is None


def test_nor_are_very_short_ones_and_those_of_one_document() -> None:
    assert sure_agreement(statement("a", "انتهى الاجتماع"), statement("b", "انتهى الاجتماع")) is None
    assert sure_agreement(statement("a", DEFICIT), statement("a", DEFICIT)) is None


def test_a_few_words_mean_the_same_in_the_mouth_of_one_only() -> None:
    words = "هذه المزاعم والاتهامات جملة وتفصيلا"
    one = statement("a", words, cue="نفى سعيد")
    assert sure_agreement(one, statement("b", words, cue="نفى سعيد")) is not None
    report = msgspec.structs.replace(statement("b", words, cue="نفى سعيد"), speaker=None, organisation=None)
    assert sure_agreement(one, report) is None
