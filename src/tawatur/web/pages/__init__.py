"""The pages, each a module whose HANDLERS answer addresses below `/ar` and `/en`."""

from litestar.types import ControllerRouterHandler

from tawatur.web.pages import entrance, settings

IN_A_LANGUAGE: list[ControllerRouterHandler] = [*settings.HANDLERS, *entrance.HANDLERS]
WITHOUT_LANGUAGE: list[ControllerRouterHandler] = [*entrance.REDIRECTS]
