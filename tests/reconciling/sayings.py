"""Assertions of one statement each, by a spokesman or somebody else."""

from tawatur.model import Act
from tawatur.reconciling.features import features
from tawatur.reconciling.matters import Assertion, assertions

from .build import Report

GOES_ON = "استمرار التعاون مع شركة السنابل في صيانة السدود"
HALTED = "توقف التعاون مع شركة السنابل في صيانة السدود"


def said(
    name: str, content: str, act: Act = "say", *, cue: str = "أكد سعيد", speaker: str = "سعيد الناطق", published: str | None = "2021-05-10"
) -> Assertion:
    report = Report(name, f"{cue} {content}.", published=published)
    report.named("شركة السنابل", "شركة الحقول", "بلدية الميناء", "سفينة الحبوب")
    report.said(cue, content, act, speaker=speaker, organisation="وزارة المياه" if speaker == "سعيد الناطق" else "البلدية")
    return assertions(features(report.reading()).statements)[0]
