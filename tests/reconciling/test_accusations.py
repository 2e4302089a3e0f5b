"""Accusations that answer each other."""

from tawatur.model import Reading
from tawatur.reconciling import reconcile

from .build import Report


def accusations(*said: tuple[str, str]) -> Reading:
    """One report in which each accuses the other of burning a store; speaker, accused."""
    lines = [f"اتهم {speaker} في اليوم {number} {accused} بحرق المخازن" for number, (speaker, accused) in enumerate(said)]
    report = Report("a", ".\n".join(lines)).named("كتائب الفجر", "لواء النسر", "الشرطة")
    for number, (speaker, accused) in enumerate(said):
        content = f"{accused} بحرق المخازن"
        report.said(f"اتهم {speaker} في اليوم {number}", content, "accuse", speaker=speaker, organisation=speaker)
    return report.reading()


def sides(*said: tuple[str, str]) -> list[tuple[str, ...]]:
    found = reconcile([accusations(*said)], []).disagreements
    return sorted(side.statements for one in found if one.kind == "responsibility" for side in one.sides)


def test_who_is_accused_accuses_another() -> None:
    assert sides(("الشرطة", "كتائب الفجر"), ("كتائب الفجر", "لواء النسر")) == [("a:s1",), ("a:s2",)]


def test_each_accuses_the_other() -> None:
    assert sides(("لواء النسر", "كتائب الفجر"), ("كتائب الفجر", "لواء النسر")) == [("a:s1",), ("a:s2",)]


def test_two_who_accuse_one_agree() -> None:
    assert sides(("الشرطة", "كتائب الفجر"), ("لواء النسر", "كتائب الفجر")) == []
