import pytest

from tawatur.errors import InputError
from tawatur.fetching import Response
from tawatur.intake import Snapshot
from tawatur.ledger.answers import entries, reports

URL = "https://news.example/list"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def answer(body: str, media: str = "text/html") -> Response:
    return Response(URL, f"{URL}/", 200, (("Content-Type", media),), body.encode(), "2020-03-14T09:30:00Z")


def urls(body: str) -> list[str]:
    found = entries(answer(body, "application/xml"))
    assert not isinstance(found, InputError)
    return [entry.url.rpartition("/")[2] for entry in found]


def test_a_feed_keeps_its_order() -> None:
    items = "".join(f"<item><link>https://news.example/{name}</link></item>" for name in "cab")
    assert urls(f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>') == ["c", "a", "b"]


def test_the_newest_of_a_sitemap_come_first() -> None:
    days = {"a": "2020-03-12", "b": "2020-03-14", "c": ""}
    places = "".join(f"<url><loc>https://news.example/{name}</loc><lastmod>{day}</lastmod></url>" for name, day in days.items())
    assert urls(f'<?xml version="1.0"?><urlset xmlns="{SITEMAP}">{places}</urlset>') == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<!doctype html><html><body><p>صفحة</p></body></html>", "is no feed and no sitemap"),
        (f'<sitemapindex xmlns="{SITEMAP}"><sitemap><loc>https://news.example/1.xml</loc></sitemap></sitemapindex>', "is an index"),
        ('<rss version="2.0"><channel></channel></rss>', "lists no links"),
        ("", "is no feed"),
    ],
)
def test_what_is_no_feed_is_named(body: str, what: str) -> None:
    found = entries(answer(body))
    assert isinstance(found, InputError)
    assert found.where == URL
    assert found.what.startswith(what)


def test_a_report_is_a_snapshot_of_its_address_seen_now() -> None:
    (found,) = reports(answer("<!doctype html><html><body><p>صفحة</p></body></html>"))
    assert isinstance(found, Snapshot)
    assert (found.media, found.url, found.seen_at, found.is_live) == ("html", f"{URL}/", "2020-03-14T09:30:00Z", True)


def test_a_feed_behind_a_link_is_not_followed() -> None:
    (found,) = reports(answer('<rss version="2.0"><channel><item><link>https://news.example/a</link></item></channel></rss>'))
    assert isinstance(found, InputError)
