"""The ledger as JSON under `/api/v1`: the same views as the pages, for programs."""

from litestar import Router
from litestar.di import Provide

from tawatur.web.api import asking, counts, entrance, judging, lists, reviewing, schema, things, voices
from tawatur.web.api.asked import asked_of
from tawatur.web.api.guards import asks_for_what_there_is, takes_json
from tawatur.web.api.narrowing import event_filters

_MODULES = (entrance, lists, voices, counts, things, reviewing, judging, asking)


def router() -> Router:
    """All addresses below `/api/v1`."""
    return Router(
        "/api/v1",
        route_handlers=[*(handler for module in _MODULES for handler in module.HANDLERS), schema.openapi],
        dependencies={
            "asked": Provide(asked_of, sync_to_thread=False),
            "filters": Provide(event_filters, sync_to_thread=False),
        },
        guards=[takes_json, asks_for_what_there_is],
        opt={"exclude_from_csrf": True},
    )
