"""The pages, each a module whose HANDLERS answer addresses below `/ar` and `/en`."""

from litestar.types import ControllerRouterHandler

from tawatur.web.pages import claim, disagreement, entrance, event, guide, settings

IN_A_LANGUAGE: list[ControllerRouterHandler] = [
    *settings.HANDLERS,
    *guide.HANDLERS,
    *entrance.HANDLERS,
    *event.HANDLERS,
    *disagreement.HANDLERS,
    *claim.HANDLERS,
]
WITHOUT_LANGUAGE: list[ControllerRouterHandler] = [*entrance.REDIRECTS]
