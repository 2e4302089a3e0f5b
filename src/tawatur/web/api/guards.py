"""What a request must be like before it is looked into: it accepts JSON, asks for what there is, and may write if it wants to."""

import hmac
from typing import Any

from litestar.connection import ASGIConnection
from litestar.datastructures.headers import Accept
from litestar.exceptions import ClientException, HTTPException, PermissionDeniedException
from litestar.handlers.base import BaseRouteHandler
from litestar.middleware.csrf import CSRF_SECRET_LENGTH, generate_csrf_hash

from tawatur.web.api.problems import MEDIA_TYPE
from tawatur.web.api.schema import parameters
from tawatur.web.options import Options
from tawatur.web.security import brings_token, csrf_of

_JSON = "application/json"
_BROWSERS = ("sec-fetch-site", "origin", "cookie")
"""Headers that browsers send, and programs do not."""
Connection = ASGIConnection[Any, Any, Any, Any]


class NotAcceptableException(HTTPException):
    """The asker does not take JSON."""

    status_code = 406


class UnsupportedMediaTypeException(HTTPException):
    """What was sent is not JSON."""

    status_code = 415


def takes_json(connection: Connection, _: BaseRouteHandler) -> None:
    """Raises NotAcceptableException."""
    if Accept(connection.headers.get("accept", "*/*")).best_match([_JSON, MEDIA_TYPE]) is None:
        raise NotAcceptableException(f"send `Accept: {_JSON}`, or leave it out")


def asks_for_what_there_is(connection: Connection, _: BaseRouteHandler) -> None:
    """A parameter that is misspelt, given twice, or null would otherwise be passed over. Raises ClientException."""
    template = str(connection.scope.get("path_template", ""))
    known, asked = parameters(template), connection.query_params
    for name in asked:
        if name not in known:
            there = f"there are {', '.join(known)}" if known else "there are none here"
            raise ClientException(f"{name}: no such parameter; {there}")
        if len(asked.getall(name)) > 1:
            raise ClientException(f"{name}: is given more than once")
        if asked[name].casefold() == "null" and ("enum" in known[name] or known[name]["type"] == "integer"):
            raise ClientException(f"{name}: null is none of the values; leave it out")


def may_write(connection: Connection, _: BaseRouteHandler) -> None:
    """A program needs the token where there is one; a page of ours also brings the token of its forms, so that no other page can use the
    session of whoever looks at it. Raises PermissionDeniedException and UnsupportedMediaTypeException."""
    options: Options = connection.app.state.options
    if options.is_read_only:
        raise PermissionDeniedException("this server is read only")
    if connection.headers.get("content-type", "").partition(";")[0].strip().lower() != _JSON:
        raise UnsupportedMediaTypeException(f"send `Content-Type: {_JSON}`")
    if brings_token(connection.headers, options) or not any(name in connection.headers for name in _BROWSERS):
        return
    if not _brings_csrf(connection, options):
        raise PermissionDeniedException("a browser must send the token of a form in the header x-csrftoken, a program `Authorization`")


def _brings_csrf(connection: Connection, options: Options) -> bool:
    """Whether the header repeats the cookie, and the cookie is one that we signed (OWASP, signed double submit)."""
    config = csrf_of(options)
    given, kept = connection.headers.get(config.header_name, ""), connection.cookies.get(config.cookie_name, "")
    secret, signature = kept[:CSRF_SECRET_LENGTH], kept[CSRF_SECRET_LENGTH:]
    is_ours = hmac.compare_digest(signature.encode(), generate_csrf_hash(secret, options.secret).encode())
    return is_ours and hmac.compare_digest(given.encode(), kept.encode())
