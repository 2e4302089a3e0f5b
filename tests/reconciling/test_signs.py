import pytest

from tawatur.reconciling.marks import Clause, Mark, clauses, marks
from tawatur.reconciling.signs import aspect_of, is_real, turns
from tawatur.text.tokens import Tokens


def first(text: str) -> tuple[Clause, Mark]:
    tokens = Tokens(text)
    clause = clauses(tokens, marks(tokens))[0]
    return clause, clause.of("content")[0]


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("لا تعاون مع الشركة", True),
        ("ليس هناك عدم تعاون", False),
        ("خبر التعاون عار عن الصحة", True),
        ("لم يرتكبوا خطأ لكنه تعاون معهم", False),
        ("التعاون مع الشركة", False),
    ],
)
def test_each_negation_that_reaches_it_turns_the_sign(text: str, odd: bool) -> None:
    clause, head = first(text)
    assert turns(clause, [head]) == odd


def test_the_nearest_aspect() -> None:
    clause, head = first("توقف كل التعاون")
    aspect = aspect_of(clause, head)
    assert aspect is not None
    assert aspect.sign < 0


def test_an_aspect_of_something_else_is_too_far() -> None:
    clause, head = first("أوقفت جميع برامج العلاج في كندا وتعمل على التنسيق")
    assert aspect_of(clause, head) is None


def test_an_aspect_after_two_words_of_one_class() -> None:
    assert aspect_of(*first("التعاون والتنسيق مع الشركة مستمران")) is not None


def test_an_allegation_is_not_asserted_unless_denied() -> None:
    clause, head = first("مزاعم التعاون مع الشركة")
    assert not is_real(clause, head, denied=False)
    assert is_real(clause, head, denied=True)


def test_a_wish_is_not_asserted_even_if_denied() -> None:
    assert not is_real(*first("نيته التعاون مع الشركة"), denied=True)
