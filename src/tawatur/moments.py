"""Moments as they are kept: UTC to the second, `2020-03-14T09:30:00Z`, so that they compare as text."""

from datetime import UTC, datetime

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def written(moment: datetime) -> str:
    """A moment with a time zone, as text."""
    return moment.astimezone(UTC).strftime(_FORM)


def read(moment: str) -> datetime:
    """The moment that was written so. Raises ValueError."""
    return datetime.strptime(moment, _FORM).replace(tzinfo=UTC)


def since_epoch(seconds: float) -> str | None:
    """A time in seconds since 1970, as text; None for one that no calendar holds."""
    try:
        return written(datetime.fromtimestamp(seconds, UTC))
    except (ValueError, OverflowError, OSError):
        return None
