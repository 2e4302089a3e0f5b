"""Moments as snapshots have them: UTC to the second, `2020-03-14T09:30:00Z`."""

from datetime import UTC, datetime


def utc(seconds: float) -> str | None:
    """A time in seconds since 1970; None for one that no calendar holds."""
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return None
