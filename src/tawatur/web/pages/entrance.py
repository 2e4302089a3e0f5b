"""Ways in: the password, and addresses without a language, which lead to those with one."""

from dataclasses import dataclass
from typing import Annotated, Any

from litestar import Request, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.params import Body, FromQuery
from litestar.response import Redirect

from tawatur.web.given import GivenIdentifier, GivenViewer
from tawatur.web.pages.settings import own
from tawatur.web.security import OPEN, lets_in
from tawatur.web.viewer import Viewer

KINDS = ("event", "disagreement", "claim", "document")
_TRIES = RateLimitConfig(("minute", 10)).middleware


@dataclass
class Credentials:
    password: str = ""
    back: str = ""


@get("/login", opt={OPEN: True}, sync_to_thread=False)
def login(viewer: GivenViewer, back: FromQuery[str] = "") -> Response[str]:
    return viewer.page("login.html", {"back": own(back), "is_wrong": False})


@post("/login", opt={OPEN: True}, middleware=[_TRIES], sync_to_thread=False)
def let_in(
    viewer: GivenViewer, request: Request[Any, Any, Any], data: Annotated[Credentials, Body(media_type=RequestEncodingType.URL_ENCODED)]
) -> Response[Any]:
    if not lets_in(request, data.password):
        return viewer.page("login.html", {"back": own(data.back), "is_wrong": True}, 403)
    return Redirect(own(data.back) or viewer.link("", ""), status_code=303)


@post("/logout", opt={OPEN: True}, sync_to_thread=False)
def leave(viewer: GivenViewer, request: Request[Any, Any, Any]) -> Redirect:
    request.clear_session()
    return Redirect(viewer.link("login"), status_code=303)


@get("/", opt={OPEN: True}, sync_to_thread=False)
def home(viewer: GivenViewer) -> Redirect:
    return Redirect(viewer.link(""), status_code=303)


def _permalink(kind: str) -> Any:
    @get(f"/{kind}s/{{name:path}}", name=f"permalink-{kind}", sync_to_thread=False)
    def permalink(viewer: GivenViewer, identifier: GivenIdentifier) -> Redirect:
        return in_a_language(viewer, kind, identifier)

    return permalink


def in_a_language(viewer: Viewer, kind: str, identifier: str) -> Redirect:
    """To the address of a thing in the viewer's language, asking the same of it."""
    asked = viewer.request.url.query
    return Redirect(viewer.link(kind, identifier) + (f"?{asked}" if asked else ""), status_code=303)


HANDLERS = [login, let_in, leave]
REDIRECTS = [home, *(_permalink(kind) for kind in KINDS)]
