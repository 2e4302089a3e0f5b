"""HEAD as RFC 9110 (9.3.2) wants it: for every address that answers GET, the same headers, and no body."""

from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send


class Heads:
    """Asks as GET what is asked as HEAD, and keeps the body back; tells of HEAD wherever GET is allowed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
        elif scope["method"] == "HEAD":
            await self._app({**scope, "method": "GET"}, receive, _telling(send, is_bare=True))
        else:
            await self._app(scope, receive, _telling(send, is_bare=False))


def _telling(send: Send, *, is_bare: bool) -> Send:
    async def telling(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableScopeHeaders.from_message(message)
            allowed = {method.strip() for method in headers.get("allow", "").split(",")} - {""}
            if "GET" in allowed:
                headers["allow"] = ", ".join(sorted(allowed | {"HEAD"}))
        if is_bare and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return telling
