"""The application: pages, API and files of our own, behind the fence."""

import msgspec
from litestar import Litestar, Router
from litestar.config.compression import CompressionConfig
from litestar.datastructures import CacheControlHeader, State
from litestar.di import Provide
from litestar.static_files import create_static_files_router
from litestar.types import LifeSpanReceive, LifeSpanScope, LifeSpanSend, Receive, Scope, Send

from tawatur.web import pages
from tawatur.web.faults import HANDLERS as FAULTS
from tawatur.web.ledgers import Ledgers
from tawatur.web.options import Options, new_secret
from tawatur.web.rendering import STATIC
from tawatur.web.security import OPEN, Fence, csrf_of, only_with_password, sessions_of
from tawatur.web.viewer import identifier_of, viewer_of

_LARGEST_BODY = 1 << 20
_YEAR_S = 31_536_000


def make_app(options: Options) -> Litestar:
    """The application that serves one ledger. The ledger must be up to date; see `tawatur serve`."""
    options = options if options.secret else msgspec.structs.replace(options, secret=new_secret())
    ledgers = Ledgers(options)
    return _Fenced(
        route_handlers=[
            Router("/{language:str}", route_handlers=pages.IN_A_LANGUAGE),
            *pages.WITHOUT_LANGUAGE,
            create_static_files_router(
                "/static", [*STATIC], cache_control=CacheControlHeader(max_age=_YEAR_S, immutable=True, public=True), opt={OPEN: True}
            ),
        ],
        dependencies={
            "ledgers": Provide(lambda: ledgers, sync_to_thread=False),
            "viewer": Provide(viewer_of, sync_to_thread=False),
            "identifier": Provide(identifier_of, sync_to_thread=False),
        },
        state=State({"options": options, "ledgers": ledgers}),
        middleware=[sessions_of(options).middleware],
        csrf_config=csrf_of(options),
        guards=[only_with_password],
        exception_handlers=FAULTS,
        compression_config=CompressionConfig(backend="gzip", gzip_compress_level=5, minimum_size=1000),
        request_max_body_size=_LARGEST_BODY,
        on_shutdown=[ledgers.close],
        openapi_config=None,
        logging_config=None,
    )


class _Fenced(Litestar):
    """Behind the fence with every answer, also those to addresses that lead nowhere, which no middleware sees."""

    async def __call__(self, scope: Scope | LifeSpanScope, receive: Receive | LifeSpanReceive, send: Send | LifeSpanSend) -> None:
        options: Options = self.state.options
        await Fence(super().__call__, frozenset(options.hosts))(scope, receive, send)  # type: ignore[arg-type]
