"""What a list is narrowed to, checked before the ledger is asked."""

from typing import get_args

from tawatur import edtf
from tawatur.errors import TawaturError
from tawatur.ledger.lists import Filters


def checked(filters: Filters, types: object) -> Filters:
    """The same filters. `types` is the Literal that `type` must be a value of. Raises TawaturError for what cannot be."""
    for name, date in (("first", filters.first), ("last", filters.last)):
        if date is not None and edtf.bounds(date) is None:
            raise TawaturError(f"{name}: {date!r} is no date; write it as 2020-03-14 or 2020-03")
    if filters.limit is not None and filters.limit < 0:
        raise TawaturError(f"limit: {filters.limit} is less than nothing; leave it out for all")
    if filters.type is not None and filters.type not in get_args(types):
        raise TawaturError(f"type: {filters.type!r} is not one of {', '.join(get_args(types))}")
    return filters
