"""Every kind of page, in both languages, as axe-core and a narrow window see it."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from litestar import Litestar
from playwright.sync_api import Page

from tawatur.web.app import make_app
from tawatur.web.options import Options
from tests.web.browsing import Tab, found, kind

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
WITHOUT_SAMPLES = {"judgements/…": "nobody has judged in the samples"}
"""Pages that no link leads to there, and why."""
SEEN = {"ar": "light", "en": "dark"}
_FAULTS = """async () => (await axe.run({ resultTypes: ["violations"] })).violations
  .map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map(node => `${node.target}: ${node.failureSummary}`) }))"""


@pytest.fixture(scope="session")
def pages(address: str) -> Mapping[str, Mapping[str, list[str]]]:
    """Some of every kind, by language."""
    return {language: found(address, [f"/{language}/", f"/{language}/search?q=بغداد", f"/{language}/login"]) for language in SEEN}


@cache
def _axe() -> str:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci")
    return AXE.read_text(encoding="utf-8")


def _faults(page: Page) -> list[str]:
    """What axe finds, grave or not. Its text runs outside of the page's policy."""
    page.evaluate(_axe())
    return [f"{fault['id']}: {fault['where']}" for fault in page.evaluate(_FAULTS)]


@pytest.mark.parametrize("language", SEEN)
def test_axe_finds_nothing_on_any_page(language: str, pages: Mapping[str, Mapping[str, list[str]]], tab_of: Callable[..., Tab]) -> None:
    tab = tab_of(scheme=SEEN[language])
    faults = {}
    for of, paths in pages[language].items():
        for number, path in enumerate(paths):
            page = tab.open(path)
            tab.keep(f"{language}-{of.replace('…', 'one').replace('/', '-')}-{number}")
            faults[path] = _faults(page)
    assert {path: found for path, found in faults.items() if found} == {}


@pytest.mark.parametrize("language", SEEN)
def test_nothing_is_cut_off_in_a_narrow_window_or_with_large_text(
    language: str, pages: Mapping[str, Mapping[str, list[str]]], tab_of: Callable[..., Tab]
) -> None:
    """WCAG 2.2, 1.4.10 and 1.4.4: nothing is wider than the window at 320 pixels, nor with text twice as large."""
    wide: list[str] = []
    for width, size in ((320, 100), (1280, 200)):
        tab = tab_of(width=width)
        for paths in pages[language].values():
            page = tab.open(paths[0])
            page.evaluate("size => document.documentElement.style.fontSize = `${size}%`", size)
            if page.evaluate("() => document.documentElement.scrollWidth > innerWidth"):
                wide.append(f"{paths[0]} at {width} pixels, {size}%")
    assert wide == []


@pytest.mark.parametrize("language", SEEN)
def test_pages_read_without_scripts(language: str, pages: Mapping[str, Mapping[str, list[str]]], tab_of: Callable[..., Tab]) -> None:
    tab = tab_of(java_script_enabled=False)
    empty = []
    for paths in pages[language].values():
        page = tab.open(paths[0])
        if page.locator("h1").count() != 1 or len(page.locator("main").inner_text()) < 20:
            empty.append(paths[0])
    assert empty == []


def test_every_kind_of_page_is_looked_at(pages: Mapping[str, Mapping[str, list[str]]], samples: Path) -> None:
    """Handlers that answer with pages are all among those that links lead to."""
    kinds = set(pages["ar"])
    assert kinds == set(pages["en"])
    asked = {_shape(kind(path)) for path in _paths(make_app(Options(samples)))} - {_LEADS_ON}
    assert asked - {_shape(one) for one in kinds} == set()


_LEADS_ON = "judgements/…"
"""No page of its own: the place in the list."""


def _shape(of: str) -> str:
    """Sources of all kinds are one handler's."""
    return "sources/…" if of.startswith("sources/") else of


def _paths(app: Litestar) -> list[str]:
    """Addresses of pages of one language."""
    return [
        route.path_format
        for route in app.routes
        if route.path.startswith("/{language") and "GET" in getattr(route, "methods", ()) and "login" not in route.path
    ]
