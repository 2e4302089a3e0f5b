from tawatur.model import Judgement, Merge
from tawatur.reconciling.features import StatementFeatures, features
from tawatur.reconciling.rulings import last_words
from tawatur.reconciling.why import Known, Reason
from tawatur.reconciling.why_claims import matter, two_claims, two_statements

from .build import Report, judgement
from .test_why import merge, said


def statement(name: str, content: str, speaker: str = "سعيد الناطق", published: str = "2021-05-10") -> StatementFeatures:
    report = Report(name, f"قال إن {content}", published=published).named("كتائب الفجر")
    report.said("قال", content, speaker=speaker)
    return features(report.reading()).statements[0]


def known(*judgements: Judgement, merges: tuple[Merge, ...] = ()) -> Known:
    return Known(merges, last_words(judgements))


STOPPED = "هناك توقفا في التعاون مع كتائب الفجر في المدينة"
GOES_ON = "التعاون مع كتائب الفجر في المدينة مستمر"


def test_what_two_statements_speak_of() -> None:
    one, other = statement("a", STOPPED), statement("b", GOES_ON, published="2021-06-30")
    lines = said(matter(one, other, {}))
    assert lines[0].startswith("they are of one matter to a strength of 0.0")
    assert "said on 2021-05-10 and 2021-06-30, more than 14 days apart" in lines
    assert "the same speaker: «سعيد الناطق»" in lines
    assert any(line.startswith("shared words: ") for line in lines)
    assert "the speakers: «سعيد الناطق» and «ليلى المتحدثة»" in said(matter(one, statement("c", GOES_ON, "ليلى المتحدثة"), {}))


def test_one_asserts_what_the_other_denies() -> None:
    lines = said(matter(statement("a", STOPPED), statement("b", GOES_ON), {}))
    assert any(line.startswith("both speak of: ") for line in lines)
    assert "one asserts it, the other denies it" in lines


def test_what_asserts_nothing() -> None:
    lines = said(matter(statement("a", "الطقس جميل"), statement("b", GOES_ON), {}))
    assert "a:s1: asserts and denies nothing that the tables know" in lines
    assert "no words shared" in lines


def verdict(told: Reason) -> str:
    return told.said["en"]


def test_one_claim_or_two() -> None:
    one, other = statement("a", STOPPED), statement("b", GOES_ON)
    direct = known(merges=(merge("a:s1", "b:s1", "claim"),))
    assert verdict(two_statements(one, other, "claim-1", "claim-1", direct)) == "one claim"
    through = known(merges=(merge("a:s1", "c:s1", "claim"), merge("c:s1", "b:s1", "claim")))
    assert verdict(two_statements(one, other, "claim-1", "claim-1", through)) == "one claim, through other statements"
    assert verdict(two_statements(one, other, "claim-1", "claim-2", known())) == "two claims"
    assert verdict(two_statements(one, other, "claim-1", None, known())).startswith("b:s1 is in no claim")
    same = known(judgement("same", "a:s1", "b:s1"))
    assert verdict(two_statements(one, other, "claim-1", "claim-1", same)) == "one claim, by a person's judgement"
    different = two_statements(one, other, "claim-1", "claim-2", known(judgement("different", "a:s1", "b:s1")))
    assert different.because[0].said["en"].startswith("different, as محرر judged")


def test_the_closest_of_two_claims() -> None:
    ours = [statement("a", STOPPED), statement("b", "الطقس جميل")]
    lines = said(two_claims(ours, [statement("c", GOES_ON)], known(), is_one=False))
    assert lines[:2] == ["two claims", "the closest two statements: a:s1 and c:s1"]
    assert said(two_claims(ours, ours, known(), is_one=True))[0] == "one claim"
