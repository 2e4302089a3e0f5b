"""The pages, each a module whose HANDLERS answer addresses below `/ar` and `/en`."""

from litestar.types import ControllerRouterHandler

from tawatur.web.pages import document, entrance, guide, settings

IN_A_LANGUAGE: list[ControllerRouterHandler] = [*document.HANDLERS, *settings.HANDLERS, *guide.HANDLERS, *entrance.HANDLERS]
WITHOUT_LANGUAGE: list[ControllerRouterHandler] = [*entrance.REDIRECTS]
