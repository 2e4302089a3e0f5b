"""A feed and its pages on this computer, for jobs that follow one: each page at a loopback address of its own, so that none waits."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import reports

_PAGES = 8


@contextmanager
def served() -> Iterator[str]:
    """The address of the feed, served by a process of its own."""
    server = ThreadingHTTPServer(("0.0.0.0", 0), _Site)
    port = server.server_port
    child = os.fork()
    if child == 0:
        server.serve_forever()
    server.server_close()
    try:
        yield f"http://127.0.0.1:{port}/feed"
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


class _Site(BaseHTTPRequestHandler):
    articles = tuple(reports.articles(_PAGES, 3))

    def do_GET(self) -> None:
        """Answers without a date, so that the same request has the same answer."""
        name = self.path.strip("/")
        known = name == "feed" or name in map(str, range(_PAGES))
        content = (self._feed() if name == "feed" else self._page(int(name))).encode() if known else b""
        self.send_response_only(200 if known else 404)
        self.send_header("Content-Type", "application/rss+xml" if name == "feed" else "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _feed(self) -> str:
        port = self.connection.getsockname()[1]
        items = "".join(
            f"<item><title>{escape(one['title'])}</title><link>http://127.0.0.{number + 2}:{port}/{number}</link></item>"
            for number, one in enumerate(self.articles)
        )
        return f'<rss version="2.0"><channel><title>الضفة</title>{items}</channel></rss>'

    def _page(self, number: int) -> str:
        one = self.articles[number]
        body = "".join(f"<p>{escape(line)}</p>" for line in one["text"].splitlines() if line)
        title = escape(one["title"])
        return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"

    def log_message(self, format: str, *args: object) -> None:
        pass
