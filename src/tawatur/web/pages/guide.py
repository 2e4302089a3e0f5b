"""Help: the words of the pages, how to search, and what the keys do."""

from litestar import Response, get

from tawatur.web.given import GivenViewer

WORDS = ("event", "account", "figure", "chain", "bounds", "disagreement", "claim", "family", "document", "judgement")
"""The words that pages use in a sense of their own, in the order in which one meets them."""


@get("/help", sync_to_thread=False)
def guide(viewer: GivenViewer) -> Response[str]:
    return viewer.page("guide.html", {"words": WORDS})


HANDLERS = [guide]
