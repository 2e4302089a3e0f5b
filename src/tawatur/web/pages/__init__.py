"""The pages, each a module whose HANDLERS answer addresses below `/ar` and `/en`."""

from litestar.types import ControllerRouterHandler

from tawatur.web.pages import (
    disagreements,
    documents,
    entrance,
    events,
    guide,
    overview,
    search,
    settings,
)

IN_A_LANGUAGE: list[ControllerRouterHandler] = [
    *disagreements.HANDLERS,
    *documents.HANDLERS,
    *entrance.HANDLERS,
    *events.HANDLERS,
    *guide.HANDLERS,
    *overview.HANDLERS,
    *search.HANDLERS,
    *settings.HANDLERS,
]
WITHOUT_LANGUAGE: list[ControllerRouterHandler] = [*entrance.REDIRECTS]
