from tawatur.model import Figure
from tawatur.reconciling.accounts import account
from tawatur.reconciling.assembling import assemble, canonical
from tawatur.reconciling.differences import Case, differences
from tawatur.reconciling.features import features
from tawatur.reconciling.figures import counts

from .build import Report, figure


def case(*reports: Report) -> Case:
    """All mentions of the reports as one event, with every statement bearing on it."""
    kept = [features(report.reading()) for report in reports]
    mentions = canonical(mention for one in kept for mention in one.mentions)
    statements = [statement for one in kept for statement in one.statements]
    accounts = {one.id: account(one.id, one.document, one.document, one.chain) for one in mentions}
    accounts |= {one.id: account(one.id, one.document, one.document, one.chain) for one in statements}
    event, _ = assemble(mentions, accounts, {})
    return Case(event, mentions, statements, counts(mentions, accounts), accounts, {one.id: "claim" for one in statements})


def blast(name: str, *figures: Figure, actors: tuple[str, ...] = (), targets: tuple[str, ...] = (), date: str = "2021-05-09") -> Report:
    report = Report(name, "انفجرت عبوة في السوق")
    report.event("انفجرت", date=date, actors=actors, basis="accused", targets=targets, figures=figures)
    return report


def kinds(*reports: Report) -> list[str]:
    return sorted(found.kind for found in differences(case(*reports)))


def test_accounts_that_agree_give_nothing() -> None:
    assert kinds(blast("a", figure("killed", 4)), blast("b", figure("killed", 4))) == []


def test_one_event_may_be_told_differently_in_many_ways() -> None:
    ones = [blast(name, figure("killed", 4), actors=("كتائب الفجر",), targets=("الجيش",)) for name in "ab"]
    others = [blast(name, figure("killed", 0), actors=("لواء النسر",), targets=("الشرطة",), date="2021-05-08") for name in "cd"]
    assert kinds(*ones, *others) == ["casualties", "date", "responsibility", "target"]


def test_three_values_are_three_sides() -> None:
    (found,) = differences(case(*(blast(name, figure("injured", count)) for name, count in (("a", 2), ("b", 5), ("c", 9)))))
    assert sorted(side.position for side in found.sides) == ["2", "5", "9"]


def test_bodies_of_one_kind_are_not_apart_when_a_third_report_names_both() -> None:
    both = blast("c", targets=("الجيش", "الشرطة"))
    assert kinds(blast("a", targets=("الجيش",)), blast("b", targets=("الشرطة",)), both) == []


def test_nobody_hit_of_our_own_against_a_report_that_they_were() -> None:
    told = blast("a", targets=("كتائب الفجر",))
    denied = Report("b", "أعلنت كتائب الفجر عدم إصابة أي من عناصرها في التفجير")
    denied.said("أعلنت", "عدم إصابة أي من عناصرها في التفجير", "deny", speaker="كتائب الفجر", organisation="كتائب الفجر")
    (found,) = differences(case(told, denied))
    assert found.kind == "casualties"
    assert {(side.mentions, side.statements) for side in found.sides} == {(("a:e1",), ()), ((), ("b:s1",))}
    assert found.claims == ("claim",)
