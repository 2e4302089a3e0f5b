"""Pages that are the same for whoever asks again, kept until the ledger changes."""

from collections.abc import Callable

from litestar import Response

from tawatur.ledger.asking.remembering import Memory
from tawatur.ledger.store import Ledger
from tawatur.web.viewer import Viewer

_pages = Memory(100)


def kept(ledger: Ledger, viewer: Viewer, make: Callable[[], Response[str]]) -> Response[str]:
    """The page that `make` makes, or made for the same address and manner.

    It must hold no form that writes: its token would be that of another.
    """
    url = viewer.request.url
    key = (url.path, url.query, str(url.netloc), viewer.language, str(viewer.manner), viewer.name, viewer.is_read_only, viewer.is_locked)
    content = _pages.recalled(ledger, key, lambda: make().content)
    return Response(content, media_type="text/html")
