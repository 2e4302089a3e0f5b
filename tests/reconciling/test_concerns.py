from tawatur.reconciling.concerns import Concern, Named, concern, theme
from tawatur.reconciling.marks import clauses, marks
from tawatur.text.tokens import Tokens

TELLER = frozenset({"teller"})


def of(text: str, *names: str, direct: bool = False) -> Concern:
    """What the first predicate of the text concerns; each name has itself as key."""
    tokens = Tokens(text)
    clause = clauses(tokens, marks(tokens))[0]
    placed = [Named(at, at + len(Tokens(name)), name) for name in names for at in [tokens.at(text.index(name))]]
    return concern(tokens, clause, clause.of("content", "aspect")[0], placed, TELLER, direct=direct)


def test_whom_an_attack_was_aimed_at_follows() -> None:
    assert of("القصف استهدف الجيش قرب السدرة", "الجيش").whom == {"الجيش"}


def test_who_is_responsible_stands_before() -> None:
    found = of("لواء النسر يقف وراء الهجوم على الجيش", "لواء النسر", "الجيش")
    assert found.whom == {"لواء النسر"}
    assert found.has_subject


def test_who_did_it_stands_right_after_a_relative_verb() -> None:
    assert of("سببه صاروخ أطلقته كتائب الفجر على الجيش", "كتائب الفجر", "الجيش").whom == {"كتائب الفجر"}
    assert of("المعارك التي شنتها ضد الجيش", "الجيش").whom == set()


def test_ours_theirs_and_his_are_the_speakers() -> None:
    assert of("الغارات لم تصب أيا من مقاتلينا", direct=True).whom == TELLER
    assert of("عدم إصابة أي من عناصرها").whom == TELLER
    assert of("عدم إصابة أي من عناصره").whom == TELLER
    assert of("عدم إصابة أي سيارة").whom == set()


def test_who_says_only_that_he_is_responsible_speaks_of_himself() -> None:
    assert of("مسؤول عن الانفجار").whom == TELLER


def test_among_whom_it_happened() -> None:
    assert of("دون إصابات في صفوف الجنود").among == {"جنود"}


def test_the_rest_leaves_out_names_and_words_of_the_table() -> None:
    assert of("توقف التعاون مع شركة السنابل في صيانة السدود", "شركة السنابل").rest == {"صيان", "سدود"}


def test_what_goes_on_where_no_class_says_it() -> None:
    tokens = Tokens("استمرار الدراسة في الجامعة")
    clause = clauses(tokens, marks(tokens))[0]
    assert theme(tokens, clause, clause.of("aspect")[0]) == "دراس"
