"""One request of the API: answered from the ledger at one moment, or not at all where the asker has the answer already.

An answer follows from the ledger's state and the address alone, so its ETag is that of the state (RFC 9110, section 13).
"""

import hashlib
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode

from litestar import Request, Response
from litestar.di import NamedDependency

from tawatur import __version__
from tawatur.errors import NotFoundError, TawaturError
from tawatur.ledger.asking.pages import Page
from tawatur.ledger.custody import head
from tawatur.ledger.deriving import is_current
from tawatur.ledger.store import Ledger
from tawatur.web.ledgers import Ledgers, state

Answer = TypeVar("Answer")
Item = TypeVar("Item")
Shown = TypeVar("Shown")
NO_PAGE = "after: is no place in this list; begin with its first page"
JSON = "application/json"


class Asked:
    """Answers one request."""

    def __init__(self, request: Request[Any, Any, Any], ledgers: Ledgers) -> None:
        self._request, self._ledgers = request, ledgers

    def answer(self, find: Callable[[Ledger], Answer]) -> Response[Answer]:
        """What is found in the ledger, or 304 where the asker has it."""
        known = self._request.headers.get("if-none-match", "")
        with self._ledgers.reading() as ledger:
            tag = _tag(ledger)
            if tag and tag in _tags(known):
                return _unchanged(tag)
            found = find(ledger)
        if tag and known.strip() == "*":
            return _unchanged(tag)
        fresh = {"ETag": tag, "Cache-Control": "private, no-cache"} if tag else {"Cache-Control": "no-store"}
        return Response(found, headers={**fresh, **self._links(found)}, media_type=JSON)

    def page(
        self, find: Callable[[Ledger], Page[Item]], shape: Callable[[tuple[Shown, ...], int, str | None], Answer],
        show: Callable[[Item], Shown] = lambda item: item,  # type: ignore[assignment, return-value]  # as it is, unless told otherwise
    ) -> Response[Answer]:  # fmt: skip
        """A page of a list, its items shown so; where there is no such page, NotFoundError is raised."""

        def found(ledger: Ledger) -> Answer:
            try:
                page = find(ledger)
            except (TawaturError, OverflowError, UnicodeEncodeError) as fault:
                raise NotFoundError(NO_PAGE) from fault
            return shape(tuple(map(show, page.items)), page.total, self.next(page.next))

        return self.answer(found)

    def next(self, after: str | None) -> str | None:
        """The address of the page behind this one; None behind the last."""
        return None if after is None else self.at(after=after)

    def at(self, **changed: str) -> str:
        """This address with some parameters changed."""
        kept = [(name, value) for name, value in self._request.query_params.multi_items() if name not in changed]
        return f"{self._request.url.path}?{urlencode([*kept, *changed.items()])}"

    def _links(self, found: object) -> dict[str, str]:
        """Where to go on (RFC 8288)."""
        following = getattr(found, "next", None)
        return {"Link": f'<{following}>; rel="next"'} if following else {}


def _tag(ledger: Ledger) -> str | None:
    """None while something is being reconciled, for the lists then change and the state does not."""
    if not is_current(ledger):
        return None
    word = f"{head(ledger)} {state(ledger)} {__version__}"
    return f'W/"{hashlib.sha256(word.encode()).hexdigest()[:32]}"'


def _tags(header: str) -> list[str]:
    """Weakly, as `If-None-Match` compares them."""
    return [f"W/{tag}" if tag.startswith('"') else tag for tag in map(str.strip, header.split(","))]


def _unchanged(tag: str) -> Response[Any]:
    return Response(None, status_code=304, headers={"ETag": tag, "Cache-Control": "private, no-cache"})


def asked_of(request: Request[Any, Any, Any]) -> Asked:
    return Asked(request, request.app.state.ledgers)


GivenAsked = NamedDependency[Asked]
