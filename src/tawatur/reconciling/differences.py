"""What accounts of one event hold differently: its figures, its targets, its place, its day, who is behind it."""

from collections.abc import Iterator

from tawatur.model import Disagreement
from tawatur.reconciling.cases import Case
from tawatur.reconciling.differences_casualties import casualties
from tawatur.reconciling.differences_circumstances import dates, places
from tawatur.reconciling.differences_figures import denied_counts, figures
from tawatur.reconciling.differences_responsibility import responsibility, told_and_denied
from tawatur.reconciling.differences_targets import targets

__all__ = ["Case", "differences"]


def differences(case: Case) -> Iterator[Disagreement]:
    """All disagreements among the accounts of one event."""
    yield from figures(case)
    yield from denied_counts(case)
    yield from casualties(case)
    if len(case.mentions) > 1 or case.statements:
        yield from targets(case)
        yield from responsibility(case)
    if len(case.mentions) > 1:
        yield from told_and_denied(case)
        yield from places(case)
        yield from dates(case)
