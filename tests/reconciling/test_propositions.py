import pytest

from tawatur.model import Act, Name, Span, Statement
from tawatur.reconciling.predicates import Proposition
from tawatur.reconciling.propositions import propositions

CUE = "قال الناطق إن "


def asserted(content: str, act: Act = "say", cue: str = CUE, names: tuple[str, ...] = (), *, direct: bool = False) -> list[Proposition]:
    text = cue + content
    statement = Statement("s", act, Span(0, len(cue)), Span(len(cue), len(text)), "سعيد الناطق", None, "كتائب الفجر", direct)
    placed = [Name(text.index(name), text.index(name) + len(name), "organization", name, None) for name in names]
    return list(propositions(text, statement, placed))


def signs(content: str, act: Act = "say", cue: str = CUE) -> list[tuple[str, int]]:
    return [(found.predicate, found.sign) for found in asserted(content, act, cue)]


@pytest.mark.parametrize(
    ("content", "sign"),
    [
        ("استمرار التعاون مع الجانبين", 1),
        ("التعاون لا يزال قائما", 1),
        ("توقف التعاون بين الجانبين", -1),
        ("لا صحة لأي توقف في التعاون", 1),
        ("لم يعد هناك تعاون بين الجانبين", -1),
        ("لم يتوقف التعاون يوما", 1),
        ("خبر توقف التعاون عار عن الصحة", 1),
        ("العملية جرت دون تعاون مع أحد", -1),
    ],
)
def test_going_on_stopping_and_negation_make_one_sign(content: str, sign: int) -> None:
    assert signs(content)[0] == ("cooperate", sign)


def test_a_denying_verb_turns_what_it_denies() -> None:
    assert signs("وجود تعاون مع الشركة", "deny", "نفى الناطق ") == [("cooperate", -1)]


def test_denying_an_absence_affirms() -> None:
    assert signs("عدم وجود تعاون مع الشركة", "deny", "نفى الناطق ") == [("cooperate", 1)]


def test_an_act_of_denial_does_not_turn_a_negation_twice() -> None:
    assert signs("لا تعاون مع الشركة", "deny") == [("cooperate", -1)]


def test_an_act_of_denial_turns_content_without_negation() -> None:
    assert signs("التعاون مع الشركة", "deny") == [("cooperate", -1)]


@pytest.mark.parametrize("act", ["demand", "threaten", "ask", "promise", "praise"])
def test_wishes_and_threats_assert_nothing(act: Act) -> None:
    assert signs("وقف التعاون مع الشركة", act) == []


@pytest.mark.parametrize("content", ["سيتعاون مع الشركة", "يجب وقف التعاون مع الشركة", "إذا توقف التعاون مع الشركة"])
def test_what_is_to_come_or_conditional_is_not_asserted(content: str) -> None:
    assert signs(content) == []


def test_what_goes_on_is_named_where_no_class_says_it() -> None:
    found = asserted("استمرار الدراسة في الجامعة")
    assert [(one.predicate, one.theme) for one in found] == [("continue", "دراس")]


def test_whom_an_attack_was_aimed_at() -> None:
    (found,) = asserted("القصف استهدف الجيش", names=("الجيش",))
    assert (found.predicate, found.sign, found.whom) == ("aim", 1, frozenset({"~جيش"}))


def test_the_opposite_follows_but() -> None:
    found = asserted("الصواريخ ليست موجهة ضد الجيش، بل ضد الشرطة", names=("الجيش", "الشرطة"))
    assert [(one.sign, sorted(one.whom)) for one in found] == [(-1, ["~جيش"]), (1, ["~شرط"])]


def test_our_people_are_the_speakers() -> None:
    (found,) = asserted("الغارات لم تصب أيا من مقاتلينا", direct=True)
    assert (found.predicate, found.sign) == ("hit", -1)
    assert "~كتايب فجر" in found.whom


def test_its_members_are_the_speakers_in_reported_speech() -> None:
    (found,) = asserted("عدم إصابة أي من عناصرها في الغارات", "deny", "أعلنت الكتائب ")
    assert (found.predicate, found.sign) == ("hit", -1)
    assert "~كتايب فجر" in found.whom


def test_to_accuse_is_to_say_who_is_responsible() -> None:
    found = asserted("لواء النسر بزرع العبوة", "accuse", "اتهم الناطق ", ("لواء النسر",))
    assert [(one.predicate, one.sign, sorted(one.whom)) for one in found] == [("responsible", 1, ["~لواء نسر"])]


def test_to_claim_is_to_say_so_of_oneself() -> None:
    (found,) = asserted("الهجوم على المعسكر", "claim_responsibility", "تبنت الكتائب ")[-1:]
    assert (found.predicate, found.sign) == ("responsible", 1)
    assert "~كتايب فجر" in found.whom


def test_only_the_first_predicate_is_denied() -> None:
    found = signs("وجود تعاون في الهجوم الذي استهدف المعسكر", "deny", "نفى الناطق ")
    assert found == [("cooperate", -1), ("aim", 1)]
