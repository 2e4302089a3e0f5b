from tawatur.model import Act
from tawatur.reconciling.accounts import account
from tawatur.reconciling.features import StatementFeatures, features
from tawatur.reconciling.matters import assertions
from tawatur.reconciling.oppositions import Book, oppositions

from .build import Report

GOES_ON = "استمرار التعاون مع شركة السنابل في صيانة السدود"
HALTED = "توقف التعاون مع شركة السنابل في صيانة السدود"


def said(name: str, content: str, speaker: str, act: Act = "say", day: int = 10) -> StatementFeatures:
    report = Report(name, f"قيل {content}.", published=f"2021-05-{day}").named("شركة السنابل")
    report.said("قيل", content, act, speaker=speaker)
    return features(report.reading()).statements[0]


def kinds(*statements: StatementFeatures) -> list[str]:
    accounts = {one.id: account(one.id, one.document, one.document, one.chain) for one in statements}
    book = Book(accounts, {one.id: f"claim of {one.id}" for one in statements}, {})
    return sorted(found.kind for found in oppositions(assertions(statements), book))


def test_another_voice_denies_the_same_voice_contradicts_itself() -> None:
    assert kinds(said("a", GOES_ON, "سعيد", "affirm"), said("b", HALTED, "هدى")) == ["denial"]
    assert kinds(said("a", HALTED, "سعيد"), said("b", GOES_ON, "سعيد", day=11)) == ["self_contradiction"]


def test_what_stops_after_it_went_on_has_changed() -> None:
    assert kinds(said("a", GOES_ON, "سعيد"), said("b", HALTED, "سعيد", day=11)) == []


def both(name: str) -> tuple[StatementFeatures, ...]:
    report = Report(name, f"قيل {HALTED}. وقيل {GOES_ON}.", published="2021-05-11").named("شركة السنابل")
    for cue, content in (("قيل", HALTED), ("وقيل", GOES_ON)):
        report.said(cue, content, speaker="سعيد")
    return features(report.reading()).statements


def test_copies_of_a_report_of_both_are_no_contradiction_of_oneself() -> None:
    assert kinds(*both("a"), *both("b")) == []


def test_a_rumour_is_denied_once_however_many_deny_it() -> None:
    rumour, denials = said("a", HALTED, "ناشطون", "rumour"), [said(name, GOES_ON, name, "affirm") for name in "bc"]
    assert kinds(rumour, *denials) == ["rumour_denied"]


def test_a_rumour_and_a_contradiction_of_oneself_are_two_things() -> None:
    rumour = said("a", HALTED, "ناشطون", "rumour")
    assert kinds(rumour, said("b", GOES_ON, "سعيد", day=11), said("c", HALTED, "سعيد")) == ["rumour_denied", "self_contradiction"]


def test_agreement_is_no_opposition() -> None:
    assert kinds(said("a", GOES_ON, "سعيد"), said("b", GOES_ON, "هدى")) == []


def test_claims_of_both_sides_are_named() -> None:
    statements = said("a", GOES_ON, "سعيد", "affirm"), said("b", HALTED, "هدى")
    accounts = {one.id: account(one.id, one.document, one.document, one.chain) for one in statements}
    book = Book(accounts, {"a:s1": "one", "b:s1": "other"}, {"a:s1": ("event",)})
    (found,) = oppositions(assertions(statements), book)
    assert (found.claims, found.events) == (("one", "other"), ("event",))
    assert {side.statements for side in found.sides} == {("a:s1",), ("b:s1",)}
