"""A site on this machine with a feed and reports of our own, for tests of following feeds."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ATTACK = "قُتل {} جنود في هجوم بالصواريخ على معسكر التاجي شمال بغداد السبت"
PAGE = (
    '<!doctype html><html lang="ar"><head><title>{title}</title><meta property="og:site_name" content="{outlet}">'
    '<meta property="article:published_time" content="{published}"></head>'
    "<body><article><h1>{title}</h1><p>{text}</p></article></body></html>"
)


class NewsSite:
    """`pages` gives the body of each path, by which its ETag goes; `statuses` the paths that fail; `asked` the requests, with what was
    answered."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.links: list[str] = []
        self.statuses: dict[str, int] = {}
        self.asked: list[tuple[str, int]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site._answer(self)

            def log_message(self, *_: object) -> None:
                """Nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.feed = f"{self.url}/feed.xml"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        body = self.rss() if request.path == "/feed.xml" else self.pages.get(request.path)
        status = self.statuses.get(request.path, 200 if body is not None else 404)
        tag = f'"{hashlib.sha256((body or "").encode()).hexdigest()[:16]}"'
        if status == 200 and request.headers.get("If-None-Match") == tag:
            status = 304
        self.asked.append((request.path, status))
        content = (body or "").encode() if status == 200 else b""
        request.send_response(status)
        request.send_header("ETag", tag)
        request.send_header("Content-Type", "application/rss+xml" if request.path == "/feed.xml" else "text/html; charset=utf-8")
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)

    def rss(self) -> str:
        items = "".join(f"<item><title>خبر</title><link>{self.url}{path}</link></item>" for path in reversed(self.links))
        return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>أخبار</title>{items}</channel></rss>'

    def publish(self, path: str, text: str, outlet: str, published: str = "2020-03-15T08:00:00+03:00") -> None:
        """Puts a report on the site, in the feed too; again for a changed one."""
        self.pages[path] = PAGE.format(title="هجوم على معسكر التاجي", outlet=outlet, published=published, text=text)
        if path not in self.links:
            self.links.append(path)

    def paths(self) -> list[str]:
        """What was asked for since the last time, without robots.txt."""
        found, self.asked = [path for path, _ in self.asked if path != "/robots.txt"], []
        return found

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@contextmanager
def news_site() -> Iterator[NewsSite]:
    site = NewsSite()
    try:
        yield site
    finally:
        site.close()
