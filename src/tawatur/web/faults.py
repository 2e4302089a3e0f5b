"""Faults as pages: what is wrong, and where to go on."""

import logging
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException, NotAuthorizedException
from litestar.response import Redirect
from litestar.types import ExceptionHandlersMap

from tawatur.errors import LedgerError, NotFoundError, TawaturError
from tawatur.web.options import Options
from tawatur.web.viewer import Viewer, preferred
from tawatur.wording.messages import LANGUAGES

_log = logging.getLogger("tawatur.web")
_SAID = (400, 401, 403, 404, 405, 409, 413, 429, 503)
"""The statuses that have words of their own."""


def _viewer(request: Request[Any, Any, Any]) -> Viewer:
    first = request.url.path.split("/")[1]
    options: Options = request.app.state.options
    return Viewer(request, next((language for language in LANGUAGES if language == first), preferred(request)), options)


def _fault(request: Request[Any, Any, Any], status: int, detail: str | None = None) -> Response[Any]:
    viewer = _viewer(request)
    key = status if status in _SAID else 500
    return viewer.page("fault.html", {"status": status, "what": viewer.say(f"web.fault.{key}"), "detail": detail}, status)


def _not_let_in(request: Request[Any, Any, Any], _: NotAuthorizedException) -> Response[Any]:
    back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    viewer = _viewer(request)
    return Redirect(viewer.link("login", back=back if request.method == "GET" else None), status_code=303)


def _http(request: Request[Any, Any, Any], fault: HTTPException) -> Response[Any]:
    return _fault(request, fault.status_code)


def _not_found(request: Request[Any, Any, Any], fault: NotFoundError) -> Response[Any]:
    return _fault(request, 404, str(fault))


def _ours(request: Request[Any, Any, Any], fault: TawaturError) -> Response[Any]:
    return _fault(request, 503 if isinstance(fault, LedgerError) else 400, str(fault))


def _unforeseen(request: Request[Any, Any, Any], fault: Exception) -> Response[Any]:
    _log.error("%s %s", request.method, request.url.path, exc_info=fault)
    return _fault(request, 500)


HANDLERS: ExceptionHandlersMap = {
    NotAuthorizedException: _not_let_in,
    HTTPException: _http,
    NotFoundError: _not_found,
    TawaturError: _ours,
    Exception: _unforeseen,
}
