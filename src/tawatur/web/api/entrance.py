"""Where a program begins: what there is, and what kinds of problems there are."""

from typing import Any

from litestar import Request, get

from tawatur.model import Record
from tawatur.web.api.problems import NAMES, PROBLEMS
from tawatur.wording.messages import Messages


class Entrance(Record, frozen=True):
    """Addresses by what they give."""

    links: dict[str, str]


class ProblemKind(Record, frozen=True):
    """A kind of problem, and what it is called in Arabic and English."""

    type: str
    status: int
    title: dict[str, str]


@get("/", summary="What there is", sync_to_thread=False)
def entrance(request: Request[Any, Any, Any]) -> Entrance:
    """The lists, the description of all of it (`openapi.json`), and the kinds of problems."""
    from tawatur.web.api.schema import schema

    paths = sorted(path for path in schema()["paths"] if "{" not in path)
    return Entrance({path.removeprefix("/api/v1").strip("/") or "self": path for path in paths} | {"openapi": "/api/v1/openapi.json"})


@get("/problems", summary="The kinds of problems", sync_to_thread=False)
def problems() -> list[ProblemKind]:
    """What the `type` of a problem (RFC 9457) may be."""
    arabic, english = Messages("ar"), Messages("en")
    return [
        ProblemKind(f"{PROBLEMS}#{name}", status, {"ar": arabic(key), "en": english(key)})
        for status, name in NAMES.items()
        for key in [f"web.api.problem.{status}"]
    ]


HANDLERS = [entrance, problems]
