"""What keeps the ledger from those who shall not reach it: names of hosts, origins, headers, and the password.

A page of another site that a person looks at can make the browser send requests here. It is kept out in three ways: the server answers to
its own names only (DNS rebinding), it takes nothing that comes from another origin, and every form carries a token (OWASP, Cross-Site
Request Forgery Prevention). What the pages show is from outside; the Content-Security-Policy allows nothing but files of our own.
"""

import hmac
import time
from typing import Any
from urllib.parse import urlsplit

from litestar import Request
from litestar.config.csrf import CSRFConfig
from litestar.connection import ASGIConnection
from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.exceptions import NotAuthorizedException
from litestar.handlers.base import BaseRouteHandler
from litestar.middleware.session.client_side import CookieBackendConfig
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from tawatur.web.options import Options

OPEN = "open"
"""The option of handlers that need no password."""
_SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
_SESSION_S = 12 * 3600
_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), clipboard-write=(self)",
}


class Fence:
    """Answers to its own names and origins only, and puts the headers of safety on every answer."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app, self._hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        headers, method = Headers.from_scope(scope), scope["method"]
        if _name(headers.get("host", "")) not in self._hosts:
            await _refuse(send, 421, "This server does not go by that name; start it with --host NAME")
        elif method not in _SAFE and not _is_own(headers):
            await _refuse(send, 403, "Requests that change anything are not taken from other sites")
        else:
            await self._app(scope, receive, _guarded(send))


def _name(host: str) -> str:
    """The name in a Host header, without the port."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _is_own(headers: Headers) -> bool:
    """Whether a request comes from a page of ours, or from no page at all: by Fetch Metadata, else by its Origin."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site in ("same-origin", "none")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _guarded(send: Send) -> Send:
    """Adds the headers of safety, and how long the answer took to begin, in milliseconds (W3C Server Timing)."""
    arrived = time.perf_counter()

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableScopeHeaders.from_message(message)
            headers["server-timing"] = f"total;dur={1000 * (time.perf_counter() - arrived):.1f}"
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return guarded


async def _refuse(send: Send, status: int, text: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"x-content-type-options", b"nosniff")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode(), "more_body": False})


def csrf_of(options: Options) -> CSRFConfig:
    """Tokens of forms. The name of the cookie changes with the secret: one left by an earlier run would otherwise spoil every form."""
    return CSRFConfig(
        secret=options.secret, cookie_name=f"tawatur-csrf-{options.secret[:8]}", cookie_httponly=True, cookie_samesite="strict",
        cookie_secure=options.is_secure,
    )  # fmt: skip


def sessions_of(options: Options) -> CookieBackendConfig:
    """Sessions are kept by the browser, encrypted, for a working day."""
    return CookieBackendConfig(
        secret=bytes.fromhex(options.secret), key=f"tawatur-{options.secret[:8]}", max_age=_SESSION_S, secure=options.is_secure
    )


def only_with_password(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Lets in whoever has said the password in this session, and programs that bring the token. Raises NotAuthorizedException."""
    options: Options = connection.app.state.options
    if not options.is_locked or handler.opt.get(OPEN) or connection.session.get("is_in") or brings_token(connection.headers, options):
        return
    raise NotAuthorizedException


def brings_token(headers: Headers, options: Options) -> bool:
    """Whether a request carries the token of the API (RFC 6750)."""
    scheme, _, given = headers.get("authorization", "").partition(" ")
    return options.token is not None and scheme.lower() == "bearer" and _is_same(given.strip(), options.token)


def lets_in(request: Request[Any, Any, Any], given: str) -> bool:
    """Whether the password is right, or the token; if so, the session remembers."""
    options: Options = request.app.state.options
    is_right = any(_is_same(given, secret) for secret in (options.password, options.token) if secret)
    if is_right:
        request.session["is_in"] = True
    return is_right


def _is_same(given: str, secret: str) -> bool:
    return hmac.compare_digest(given.encode(), secret.encode())
