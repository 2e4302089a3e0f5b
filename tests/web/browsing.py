"""A browser that looks at pages as people do, and minds what they must not do: reach the network, break the policy, throw."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

import httpx
from playwright.sync_api import Browser, BrowserContext, Page, Route

SHOTS = Path(__file__).parents[2] / "build" / "screenshots"
"""Where pictures of the pages are kept."""
Scheme = Literal["light", "dark"]
_LINK = re.compile(r'href="(/(?:ar|en)/[^"#]*)"')
_EACH = 2
"""How many things of a kind are looked at."""


class Tab:
    """A page in a browser of its own, and what went wrong in it."""

    def __init__(self, browser: Browser, address: str, width: int = 1280, scheme: Scheme = "light", **options: Any) -> None:
        self.address = address
        self.faults: list[str] = []
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", **options
        )
        self.context.route("**/*", self._only_here)
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))

    def open(self, path: str) -> Page:
        self.page.goto(urljoin(self.address, path), wait_until="load")
        return self.page

    def keep(self, name: str) -> None:
        """Keeps a picture of the whole page."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}.png", full_page=True)

    def close(self) -> None:
        self.context.close()

    def _only_here(self, route: Route) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(self.address).netloc:
            route.continue_()
        else:
            self.faults.append(f"asked for {route.request.url}")
            route.abort()


def kind(path: str) -> str:
    """What a page shows, by its address without the language: `events`, `events/…`, `sources/outlet/…`."""
    parts = [part for part in urlsplit(path).path.split("/") if part][1:]
    if parts[:1] == ["sources"] and len(parts) > 1:
        return f"sources/{parts[1]}/…"
    return f"{parts[0]}/…" if len(parts) > 1 else "".join(parts) or "overview"


def found(address: str, beginnings: Iterable[str]) -> Mapping[str, list[str]]:
    """Pages of one language that can be reached by links, a few of each kind, by what they show. No link may lead to nothing."""
    pages: dict[str, list[str]] = {}
    waiting = list(beginnings)
    with httpx.Client(base_url=address) as client:
        for path in waiting:
            known = pages.setdefault(kind(path), [])
            if len(known) >= _EACH or path in known:
                continue
            answer = client.get(path)
            assert answer.status_code == 200, f"{path} answers {answer.status_code}"
            if answer.headers.get("content-type", "").startswith("text/html"):
                known.append(path)
                waiting += [link for link in _links(answer.text) if link[:4] == path[:4]]
    return pages


def _links(html: str) -> list[str]:
    return [link.replace("&amp;", "&").partition("?")[0] for link in _LINK.findall(html)]
