import pytest

from tawatur.reconciling.marks import clauses, marks
from tawatur.text.tokens import Tokens


def kinds(text: str) -> list[str]:
    return [mark.kind for mark in marks(Tokens(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("توقف التعاون", ["aspect", "content"]),
        ("لا صحة لأي تعاون", ["not", "content"]),
        ("قد يتوقف التعاون", ["unreal", "aspect", "content"]),
        ("قد لا يتوقف التعاون", ["unreal", "not", "aspect", "content"]),
        ("قد توقف التعاون", ["unreal", "aspect", "content"]),
        ("ليس فقط التعاون", ["content"]),
        ("مزاعم التعاون", ["alleged", "content"]),
        ("التعاون الذي توقف", ["content", "aside", "aspect"]),
    ],
)
def test_kinds_of_marks(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_a_negated_verb_of_its_own_uses_up_the_particle() -> None:
    (spent, *_), (free, *_) = marks(Tokens("لم يبلغوا بوقف التعاون")), marks(Tokens("لم يتوقف التعاون"))
    assert spent.reach < free.reach


def test_pronouns_and_subjects() -> None:
    assert marks(Tokens("اتهمه"))[0].pronoun
    assert not marks(Tokens("اتهم"))[0].pronoun
    assert marks(Tokens("أطلقته"))[0].subject_after


def test_a_clause_without_a_predicate_belongs_to_the_one_before() -> None:
    tokens = Tokens("توقف التعاون، في المدينة، واستهدف القصف المعسكر")
    found = clauses(tokens, marks(tokens))
    assert [(clause.first, clause.stop) for clause in found] == [(0, 4), (4, 7)]
