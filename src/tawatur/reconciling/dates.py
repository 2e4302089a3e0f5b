"""Days as numbers, so that windows can be compared quickly."""

from tawatur.edtf import bounds

COARSE_DAYS = 10
"""A date that spans more days than this places an event only roughly."""


def window(edtf: str | None) -> tuple[int, int] | None:
    """First and last day that a date may mean, as proleptic ordinals. A `~` or `?` widens it by a day on each side."""
    span = bounds(edtf.split("T")[0] if edtf and "/" not in edtf and "," not in edtf else edtf)
    if span is None:
        return None
    slack = 1 if edtf and any(mark in edtf for mark in "~?%") else 0
    return span[0].toordinal() - slack, span[1].toordinal() + slack


def day_of(published: str | None) -> int | None:
    """The day of publication; None when it is not known to the day, or to three days at most."""
    span = window(published)
    return span[1] if span and span[1] - span[0] <= 2 else None
