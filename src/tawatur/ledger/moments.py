"""Moments as the ledger keeps them: UTC to the second, `2020-03-14T09:30:00Z`, so that they compare as text."""

from datetime import UTC, datetime

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(_FORM)


def read(moment: str) -> datetime:
    return datetime.strptime(moment, _FORM).replace(tzinfo=UTC)
