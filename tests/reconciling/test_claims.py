from collections.abc import Sequence

from tawatur.model import Judgement
from tawatur.reconciling.claims import keys, tie_of
from tawatur.reconciling.features import StatementFeatures, features
from tawatur.reconciling.matters import assertions
from tawatur.reconciling.rulings import rulings
from tests.reconciling.clusters import cluster_claims

from .build import Report, judgement

GOES_ON = "استمرار التعاون مع شركة السنابل في صيانة السدود"
HALTED = "توقف التعاون مع شركة السنابل في صيانة السدود"


def statement(
    name: str, content: str, *, speaker: str | None = "سعيد الناطق", published: str | None = "2021-05-10", cue: str = "أكد سعيد"
) -> StatementFeatures:
    text = f"{cue} {content}."
    report = Report(name, text, published=published)
    report.named("شركة السنابل", "بلدية الميناء")
    report.said(cue, content, "deny" if cue.startswith("نفى") else "say", speaker=speaker, organisation="وزارة المياه")
    return features(report.reading()).statements[0]


def groups(statements: Sequence[StatementFeatures], *judgements: Judgement) -> list[list[str]]:
    said = assertions(sorted(statements, key=lambda one: one.id))
    found, _ = cluster_claims(said, rulings(judgements))
    firsts = {one.statement.id: position for position, one in reversed(list(enumerate(said)))}
    kept = [[said[i].statement.document for i in group if firsts[said[i].statement.id] == i] for group in found]
    return sorted(sorted(group) for group in kept if group)


def test_affirming_and_denying_are_of_one_matter() -> None:
    assert groups([statement("a", GOES_ON), statement("b", HALTED)]) == [["a", "b"]]


def test_another_partner_is_another_matter() -> None:
    other = statement("b", "توقف التعاون مع بلدية الميناء في جمع النفايات", speaker="هدى المتحدثة")
    assert groups([statement("a", GOES_ON), other]) == [["a"], ["b"]]


def test_months_later_is_another_matter() -> None:
    assert groups([statement("a", GOES_ON), statement("b", HALTED, published="2021-09-10")]) == [["a"], ["b"]]


def test_the_same_words_are_one_claim_without_any_known_predicate() -> None:
    words = "أعمدة الإنارة في الشوارع الفرعية ستضاء بألواح شمسية صغيرة تركب فوق كل عمود"
    found = groups([statement("a", words), statement("b", words, speaker="هدى المتحدثة")])
    assert found == [["a", "b"]]


def test_statements_with_a_few_words_in_common_are_two() -> None:
    one = statement("a", "أعمدة الإنارة في الشوارع الفرعية ستضاء بألواح شمسية")
    other = statement("b", "أعمدة الجسر القديم في حاجة إلى طلاء يقيها الصدأ")
    assert groups([one, other]) == [["a"], ["b"]]


DEFICIT = "عجز ميزانية البلدية بلغ 6 ملايين دينار في سبتمبر"
DEFICIT_TOO = "وصل عجز الميزانية في البلدية إلى ستة ملايين دينار في سبتمبر"


def test_the_same_in_other_words_is_one_claim() -> None:
    said = assertions([statement("a", DEFICIT), statement("b", DEFICIT_TOO, speaker="هدى المتحدثة")])
    found, (merge,) = cluster_claims(said, rulings(()))
    assert found == [[0, 1]]
    assert "%" in merge.reason["ar"]
    assert "in other words" in merge.reason["en"]


def test_tied_pairs_share_a_key_and_need_not_be_given_in_order() -> None:
    for ours, theirs in ((GOES_ON, HALTED), (DEFICIT, DEFICIT_TOO)):
        one, other = assertions([statement("a", ours), statement("b", theirs)])
        assert set(keys(one)) & set(keys(other))
        assert tie_of(one, other) == tie_of(other, one) is not None


def test_a_statement_is_not_tied_to_itself() -> None:
    (said,) = assertions([statement("a", GOES_ON)])
    assert tie_of(said, said) is None


def test_what_else_was_said_parts_no_claim() -> None:
    """Many statements of the same matter in between do not part two that belong together."""
    crowd = [statement(f"c{i:02}", GOES_ON, published=f"2021-05-{10 + i % 9}") for i in range(40)]
    found = groups([statement("a", GOES_ON), statement("z", HALTED, published="2021-05-19"), *crowd])
    assert [len(group) for group in found] == [42]


def test_apart_and_together_give_the_same_groups() -> None:
    ours = [statement("a", GOES_ON), statement("b", HALTED)]
    theirs = [statement("c", DEFICIT), statement("d", DEFICIT_TOO)]
    assert groups([*ours, *theirs]) == sorted(groups(ours) + groups(theirs))


def test_people_decide_on_statements_too() -> None:
    one, other = statement("a", GOES_ON), statement("b", HALTED)
    assert groups([one, other], judgement("different", "a:s1", "b:s1")) == [["a"], ["b"]]
    far = statement("b", HALTED, published="2021-09-10")
    assert groups([one, far], judgement("same", "a:s1", "b:s1")) == [["a", "b"]]
