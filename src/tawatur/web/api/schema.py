"""The description of the API (OpenAPI 3.1), made from its handlers."""

from functools import cache
from typing import Any

import msgspec
from litestar import Litestar, Request, Response, get
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import Components, SecurityScheme

from tawatur import __version__
from tawatur.web.api.finishing import finished
from tawatur.web.security import OPEN

_TITLE = "Tawatur"
_ABOUT = """What a ledger of news reports holds: events, figures, claims, who said so and through whom, and what accounts hold differently.

Numbers of chains are bounds on the independent chains of transmission in the collected sources: `chains_min` at least, `chains_max` at
most. Dates are EDTF (ISO 8601-2); null means unknown. Spans are code points of a document's text, `end` not included."""


@get("/openapi.json", include_in_schema=False, opt={OPEN: True}, sync_to_thread=False)
def openapi(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The description itself; anybody may read it, since it holds nothing of the ledger."""
    return Response(encoded(), media_type="application/json", headers={"Cache-Control": "no-cache"})


@cache
def encoded() -> bytes:
    return msgspec.json.encode(schema())


@cache
def schema() -> dict[str, Any]:
    """The description as plain values."""
    from tawatur.web.api import router  # whose handlers it describes

    described = Litestar(
        [router()], dependencies={name: Provide(lambda: None, sync_to_thread=False) for name in ("ledgers", "viewer", "identifier")},
        openapi_config=OpenAPIConfig(
            _TITLE, __version__, description=_ABOUT, use_handler_docstrings=True,
            operation_id_creator=lambda handler, *_: handler.handler_name,
            components=Components(security_schemes={"token": SecurityScheme("http", scheme="bearer", description="The server's token.")}),
        ),
    )  # fmt: skip
    return finished(described.openapi_schema.to_schema())


@cache
def parameters(template: str) -> dict[str, dict[str, Any]]:
    """The parameters that an address may have behind its `?`, and the form of each (JSON Schema)."""
    operation = schema()["paths"].get(template, {}).get("get", {})
    return {one["name"]: one["schema"] for one in operation.get("parameters", ()) if one["in"] == "query"}
