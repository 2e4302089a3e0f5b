"""The pages, each a module whose HANDLERS answer addresses below `/ar` and `/en`."""

from litestar.types import ControllerRouterHandler

from tawatur.web.pages import document, entrance, guide, settings, sources, voice

IN_A_LANGUAGE: list[ControllerRouterHandler] = [
    *document.HANDLERS, *sources.HANDLERS, *voice.HANDLERS, *settings.HANDLERS, *guide.HANDLERS, *entrance.HANDLERS,
]  # fmt: skip
WITHOUT_LANGUAGE: list[ControllerRouterHandler] = [*entrance.REDIRECTS, *voice.REDIRECTS]
