"""What addresses of the API may ask for, with what each parameter means: the parts that several of them share."""

from typing import Annotated

from litestar.openapi.spec import Example
from litestar.params import PathParameter, QueryParameter

MOST = 200
"""Records on a page, at most."""

_COMMON = "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31"
_LEAP = "[1-9][0-9](0[48]|[2468][048]|[13579][26])|(1[26]|[2468][048]|[3579][26])00"
DAY = f"^([1-9][0-9]{{3}}|[1-9][0-9]{{3}}-(0[1-9]|1[0-2])|[1-9][0-9]{{3}}-({_COMMON})|({_LEAP})-02-29)$"
"""Years, months and days that there are."""

Name = Annotated[
    str,
    PathParameter(
        description="The id, whole. A slash in it is written %2F, or %252F where it is the first or last character or follows another.",
        min_length=1,
    ),
]
First = Annotated[
    str | None,
    QueryParameter(
        description="Only from this day, month or year on. What has no date is left out.", pattern=DAY, examples=[Example(value="2023-09")]
    ),
]
Last = Annotated[
    str | None,
    QueryParameter(description="Only up to this day, month or year, included.", pattern=DAY, examples=[Example(value="2023-09-11")]),
]
Words = Annotated[
    str | None,
    QueryParameter(description="Only with all these words, whatever their hamzas and marks."),
]
Outlet = Annotated[str | None, QueryParameter(description="Only from this outlet, by its whole name as the ledger has it.")]
Limit = Annotated[int, QueryParameter(description="How many to give, at most.", ge=1, le=MOST, examples=[Example(value=50)])]
After = Annotated[
    str | None,
    QueryParameter(
        description="Where to go on: as `next` of the page before has it.", examples=[Example(value="WyIyMDIwIiwiZXZlbnQtMSJd")]
    ),
]
