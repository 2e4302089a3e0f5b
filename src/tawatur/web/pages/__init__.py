"""The pages, each a module whose HANDLERS answer addresses below `/ar` and `/en`."""

from litestar.types import ControllerRouterHandler

from tawatur.web.pages import (
    claim,
    disagreement,
    disagreements,
    document,
    documents,
    entrance,
    event,
    events,
    guide,
    judgements,
    overview,
    review,
    search,
    settings,
    sources,
    voice,
)

_PAGES = (
    claim,
    disagreement,
    disagreements,
    document,
    documents,
    entrance,
    event,
    events,
    guide,
    judgements,
    overview,
    review,
    search,
    settings,
    sources,
    voice,
)
IN_A_LANGUAGE: list[ControllerRouterHandler] = [handler for page in _PAGES for handler in page.HANDLERS]
WITHOUT_LANGUAGE: list[ControllerRouterHandler] = [*entrance.REDIRECTS, *voice.REDIRECTS]
