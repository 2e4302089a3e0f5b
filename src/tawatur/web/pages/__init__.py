"""The pages, each a module whose HANDLERS answer addresses below `/ar` and `/en`."""

from litestar.types import ControllerRouterHandler

from tawatur.web.pages import entrance, guide, judgements, review, settings

IN_A_LANGUAGE: list[ControllerRouterHandler] = [
    *settings.HANDLERS,
    *guide.HANDLERS,
    *entrance.HANDLERS,
    *review.HANDLERS,
    *judgements.HANDLERS,
]
WITHOUT_LANGUAGE: list[ControllerRouterHandler] = [*entrance.REDIRECTS]
