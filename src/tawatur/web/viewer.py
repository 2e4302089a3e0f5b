"""Who looks: the language and the manner in which pages are shown to them, and how to reach things in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args
from urllib.parse import quote

from litestar import Request, Response
from litestar.exceptions import NotFoundException
from litestar.template.base import csrf_token

from tawatur.web.options import Options
from tawatur.web.rendering import render
from tawatur.wording.dates import DateWords
from tawatur.wording.messages import LANGUAGES, Digits, Language, Messages, Months

Theme = Literal["auto", "light", "dark"]
PREFERENCES = "tawatur-manner"
"""The cookie that keeps digits, months and theme: «latn.both.auto»."""
_PLACES = {
    "event": "events", "disagreement": "disagreements", "claim": "claims", "document": "documents", "family": "documents",
    "judgement": "judgements",
}  # fmt: skip
_LANGUAGE = re.compile("^/(ar|en)(?=/|$)")


@dataclass(frozen=True)
class Manner:
    """How dates, numbers and colours are shown."""

    digits: Digits = "latn"
    months: Months = "both"
    theme: Theme = "auto"

    @classmethod
    def of(cls, cookie: str) -> "Manner":
        """What a cookie says, as far as it makes sense."""
        given, kinds = cookie.split("."), (Digits, Months, Theme)
        if len(given) != len(kinds) or any(value not in get_args(kind) for value, kind in zip(given, kinds, strict=True)):
            return cls()
        return cls(*given)  # type: ignore[arg-type]  # each was found among the values of its kind

    def __str__(self) -> str:
        return f"{self.digits}.{self.months}.{self.theme}"


class Viewer:
    """One request's language, manner and rights, and the way to make a page for it.

    `name` is who judges, as they called themselves, or the name that the server was given; None when nobody said.
    """

    def __init__(self, request: Request[Any, Any, Any], language: Language, options: Options) -> None:
        self.request, self.language, self._options = request, language, options
        self.manner = Manner.of(request.cookies.get(PREFERENCES, ""))
        self.theme = self.manner.theme
        self.say = Messages(language, self.manner.digits, self.manner.months)
        self.dates = DateWords(self.say)
        self.is_read_only = options.is_read_only
        self.is_locked = options.is_locked
        session: Any = request.scope.get("session") or {}  # an address that leads nowhere has none
        self.name = session.get("name") or options.name

    def link(self, kind: str, identifier: str = "", **query: str | int | None) -> str:
        """The address, in this language, of a thing; of a list where no id is given. `query` is added to it, without what is None."""
        return f"/{self.language}/{_place(kind, identifier)}" + self._query(query)

    def here(self, **query: str | int | None) -> str:
        """The address of this page with other values in its query; None takes one out of it."""
        kept: dict[str, str | int | None] = {**dict(self.request.query_params), **query}
        return quote(self.request.url.path, safe="/") + self._query(kept)

    def in_language(self, language: Language) -> str:
        """This very page in another language."""
        path = quote(_LANGUAGE.sub(f"/{language}", self.request.url.path), safe="/")
        query = self.request.url.query
        return f"{path}?{query}" if query else path

    def permalink(self, kind: str, identifier: str) -> str:
        """The address of a thing, whatever the language: complete, for citing."""
        return f"{self.request.base_url}".rstrip("/") + f"/{_place(kind, identifier)}"

    def csrf(self) -> str:
        """The token that a form must bring back."""
        return csrf_token({"request": self.request})

    def page(self, template: str, values: Mapping[str, Any], status: int = 200) -> Response[str]:
        return Response(render(template, self, values), media_type="text/html", status_code=status)

    @staticmethod
    def _query(query: Mapping[str, str | int | None]) -> str:
        given = "&".join(f"{quote(name)}={quote(str(value))}" for name, value in query.items() if value not in (None, ""))
        return f"?{given}" if given else ""


def _place(kind: str, identifier: str) -> str:
    """The end of an address. Slashes in ids are written as `%2F`, and that once more, since servers join two in a row to one."""
    name = quote(identifier.replace("%", "%25").replace("/", "%2F"), safe="")
    return _PLACES.get(kind, kind) + (f"/{name}" if identifier else "")


def identifier_of(request: Request[Any, Any, Any]) -> str:
    """The id that an address ends with, as `link` wrote it; nothing where it ends with none."""
    name = str(request.path_params.get("name", "")).removeprefix("/")
    return name.replace("%2F", "/").replace("%25", "%")


def preferred(request: Request[Any, Any, Any]) -> Language:
    """The language of one who asked for none by the address: of the cookie, then what the browser says; Arabic in the end."""
    asked = [request.cookies.get("tawatur-language", ""), *request.headers.get("accept-language", "").split(",")]
    return next((language for one in asked for language in LANGUAGES if one.strip()[:2].lower() == language), "ar")


def viewer_of(request: Request[Any, Any, Any]) -> Viewer:
    """The viewer of an address that begins with a language, or of one that has none. Raises NotFoundException for another beginning."""
    given = request.path_params.get("language")
    if given is not None and given not in LANGUAGES:
        raise NotFoundException
    return Viewer(request, given or preferred(request), request.app.state.options)
