"""How things are shown to this browser: digits, names of months, colours, and the name of who judges."""

from dataclasses import dataclass
from typing import Annotated, Any

from litestar import Request, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromQuery
from litestar.response import Redirect

from tawatur.web.given import GivenViewer
from tawatur.web.viewer import PREFERENCES, Manner, Theme
from tawatur.wording.messages import Digits, Months

_YEAR_S = 31_536_000
_LONGEST_NAME = 80


@dataclass
class Settings:
    """What the form sends. `back` is the page to return to."""

    digits: Digits = "latn"
    months: Months = "both"
    theme: Theme = "auto"
    name: str = ""
    back: str = ""


@get("/settings", sync_to_thread=False)
def settings(viewer: GivenViewer, back: FromQuery[str] = "") -> Response[str]:
    return viewer.page("settings.html", {"back": own(back)})


@post("/settings", sync_to_thread=False)
def keep(
    viewer: GivenViewer, request: Request[Any, Any, Any], data: Annotated[Settings, Body(media_type=RequestEncodingType.URL_ENCODED)]
) -> Redirect:
    request.session["name"] = data.name.strip()[:_LONGEST_NAME]
    answer = Redirect(own(data.back) or viewer.link("settings"), status_code=303)
    answer.set_cookie(
        PREFERENCES, str(Manner(data.digits, data.months, data.theme)), max_age=_YEAR_S, httponly=True, samesite="lax"
    )  # fmt: skip
    return answer


def own(address: str) -> str:
    """An address of a page of ours, or nothing: `//host` and `/\\host` are of another."""
    return address if address.startswith("/") and address[1:2] not in ("/", "\\") and address.isprintable() else ""


HANDLERS = [settings, keep]
