"""Faults as problem details (RFC 9457): what kind, what exactly, and where."""

import logging
import sqlite3
from collections.abc import Callable
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException, NotAuthorizedException, ValidationException
from litestar.types import ExceptionHandlersMap

from tawatur.errors import InputError, JudgementError, LedgerError, NotFoundError, TawaturError
from tawatur.model import Record
from tawatur.web.viewer import preferred
from tawatur.wording.messages import Language, Messages

MEDIA_TYPE = "application/problem+json"
PROBLEMS = "/api/v1/problems"
NAMES = {
    400: "bad-request", 401: "not-authorized", 403: "forbidden", 404: "not-found", 405: "method-not-allowed", 406: "not-acceptable",
    409: "conflict", 413: "too-large", 415: "unsupported-media-type", 422: "makes-no-sense", 429: "too-many-requests", 500: "fault",
    503: "unavailable",
}  # fmt: skip
_RETRY_S = "5"
_log = logging.getLogger("tawatur.web.api")
_Headers = dict[str, str]


class Problem(Record, frozen=True):
    """What went wrong (RFC 9457): `type` is an address that says what kind of problem it is, `title` the same in the language asked for;
    `detail` says what is wrong with this very request, in English; `instance` is the address that was asked for."""

    type: str
    title: str
    status: int
    detail: str
    instance: str


def language_of(request: Request[Any, Any, Any]) -> Language:
    """What Accept-Language asks for; English where it does not say."""
    return preferred(request) if request.headers.get("accept-language") else "en"


def problem(request: Request[Any, Any, Any], status: int, detail: str, headers: _Headers | None = None) -> Response[Problem]:
    known = status if status in NAMES else 500 if status >= 500 else 400
    language = language_of(request)
    title = Messages(language)(f"web.api.problem.{known}")
    found = Problem(f"{PROBLEMS}#{NAMES[known]}", title, status, detail, request.url.path)
    given = {"Content-Language": language, "Cache-Control": "no-store", "Vary": "Accept-Language", **(headers or {})}
    return Response(found, status_code=status, media_type=MEDIA_TYPE, headers=given)


def _not_let_in(request: Request[Any, Any, Any], _: NotAuthorizedException) -> Response[Problem]:
    return problem(request, 401, "send the token as `Authorization: Bearer TOKEN`", {"WWW-Authenticate": 'Bearer realm="tawatur"'})


def _http(request: Request[Any, Any, Any], fault: HTTPException) -> Response[Problem]:
    allowed = {"Allow": fault.headers["allow"]} if fault.headers and "allow" in fault.headers else None
    return problem(request, fault.status_code, fault.detail, allowed)


def _invalid(request: Request[Any, Any, Any], fault: ValidationException) -> Response[Problem]:
    """Of a body that cannot be read as it should be, or a parameter."""
    wrong = [one for one in fault.extra or () if isinstance(one, dict)]
    told = "; ".join(f"{one.get('key', 'body')}: {_plain(str(one.get('message')))}" for one in wrong)
    return problem(request, 422 if any(one.get("source") == "body" for one in wrong) else 400, told or fault.detail)


def _plain(message: str) -> str:
    """What is wrong with a value; of a form that is a regular expression, where it stands."""
    return "is not of the form that /api/v1/openapi.json gives" if "matching regex" in message else message


def _ours(status: int) -> Callable[[Request[Any, Any, Any], TawaturError], Response[Problem]]:
    def told(request: Request[Any, Any, Any], fault: TawaturError) -> Response[Problem]:
        return problem(request, status, str(fault), {"Retry-After": _RETRY_S} if status == 503 else None)

    return told


def _busy(request: Request[Any, Any, Any], fault: sqlite3.OperationalError) -> Response[Problem]:
    """Mostly since another process writes for longer than anybody waits."""
    _log.warning("%s %s: %s", request.method, request.url.path, fault)
    return problem(request, 503, "the ledger cannot be read or written now; try again", {"Retry-After": _RETRY_S})


def _unforeseen(request: Request[Any, Any, Any], fault: Exception) -> Response[Problem]:
    _log.error("%s %s", request.method, request.url.path, exc_info=fault)
    return problem(request, 500, "an unforeseen fault; please report it with the request")


HANDLERS: ExceptionHandlersMap = {
    NotAuthorizedException: _not_let_in,
    ValidationException: _invalid,
    HTTPException: _http,
    NotFoundError: _ours(404),
    InputError: _ours(404),
    JudgementError: _ours(409),
    LedgerError: _ours(503),
    sqlite3.OperationalError: _busy,
    TawaturError: _ours(409),
    Exception: _unforeseen,
}


def or_pages(pages: ExceptionHandlersMap) -> ExceptionHandlersMap:
    """Answers what was asked of the API with problems, all else with pages."""

    def answer(request: Request[Any, Any, Any], fault: Exception) -> Response[Any]:
        handlers = HANDLERS if request.url.path.startswith("/api/") else pages
        handler = next(handlers[kind] for kind in type(fault).__mro__ if kind in handlers)
        return handler(request, fault)

    return dict.fromkeys({**pages, **HANDLERS}, answer)
