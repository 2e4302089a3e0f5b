"""How fast the pages of a ledger come, with several people at once.

Starts `tawatur serve` on a ledger and lets so many people look around: each opens a page, reads for a while (exponential, by default a
second on average) and opens the next, of any kind, in both languages. What a page takes is told by the server (the Server-Timing header:
from the request's arrival until the answer begins, so with all waiting for others) and by the one who asks (until the last byte).
With `--think 0` nobody ever pauses: as many requests are always in flight as there are people.

With `--peer` the same people then look at the same file through Datasette (the command `datasette` must be there): lists of 100 rows and
single rows, which is what it knows to do with it. It does not tell what the server took, so the whole time is what compares.

    python benchmarks/browsing.py LEDGER --people 20 --seconds 60 --peer
"""

import argparse
import random
import re
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPResponse, RemoteDisconnected
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from tawatur.ledger.store import Ledger
from tawatur.text.tokens import Tokens

_SAMPLE = 300
_BAR_MS = 100
_PEER_PORT = 8911


class Seen(NamedTuple):
    """One page that somebody opened; milliseconds and bytes."""

    kind: str
    status: int
    server_ms: float
    whole_ms: float
    size: int


def addresses(ledger: Path, rng: random.Random) -> dict[str, list[str]]:
    """What people open, by kind of page: things drawn from all of the ledger, the largest events among them."""
    with Ledger(ledger, is_read_only=True) as book:

        def ids(sql: str) -> list[str]:
            return [quote(str(name).replace("%", "%25").replace("/", "%2F"), safe="") for (name,) in book.rows(sql)]

        events = ids(f"SELECT id FROM events ORDER BY random() LIMIT {_SAMPLE}")
        events += ids("SELECT event FROM event_mentions GROUP BY event ORDER BY count(*) DESC LIMIT 20")
        documents = ids(f"SELECT id FROM documents ORDER BY random() LIMIT {_SAMPLE}")
        disagreements = ids(f"SELECT DISTINCT id FROM unit_disagreements ORDER BY random() LIMIT {_SAMPLE}")
        speakers = ids("SELECT key FROM links WHERE kind IN ('person', 'organisation') GROUP BY key ORDER BY count(*) DESC LIMIT 20")
        claims = ids(f"SELECT id FROM claims ORDER BY random() LIMIT {_SAMPLE}")
        outlets = ids("SELECT DISTINCT outlet FROM readings WHERE outlet IS NOT NULL LIMIT 20")
        titles = [title for (title,) in book.rows(f"SELECT title FROM readings WHERE title IS NOT NULL ORDER BY random() LIMIT {_SAMPLE}")]
    words = [quote(word) for title in titles for word in rng.sample(list(Tokens(title).forms), 1) if len(word) > 3]
    return {
        "overview": [""], "overview, narrowed": [f"?place={word}" for word in words[:20]] or [""],
        "events": ["events", "events?type=ASSAULT", *(f"events?text={word}" for word in words[:20])],
        "event": [f"events/{name}" for name in events],
        "disagreements": ["disagreements", "disagreements?type=figure"],
        "disagreement": [f"disagreements/{name}" for name in disagreements],
        "claim": [f"claims/{name}" for name in claims],
        "documents": ["documents"], "document": [f"documents/{name}" for name in documents],
        "sources": ["sources"], "speaker": [f"sources/speaker/{name}" for name in speakers],
        "outlet": [f"sources/outlet/{name}" for name in outlets],
        "search": [f"search?q={word}" for word in words], "review": ["review"], "judgements": ["judgements"],
    }  # fmt: skip


class _Plan(NamedTuple):
    """Until when one person looks around, and how long they read a page on average (seconds)."""

    until: float
    think: float
    seed: int


def look_around(host: str, roots: tuple[str, ...], pages: dict[str, list[str]], plan: _Plan) -> list[Seen]:
    """One person's visit."""
    rng, connection, found = random.Random(plan.seed), HTTPConnection(host, timeout=60), []
    time.sleep(rng.random() * plan.think)
    while time.monotonic() < plan.until:
        kind = rng.choice([kind for kind in pages if pages[kind]])
        found.append(_open(connection, kind, rng.choice(roots) + rng.choice(pages[kind])))
        if plan.think:
            time.sleep(rng.expovariate(1 / plan.think))
    return found


def _open(connection: HTTPConnection, kind: str, path: str) -> Seen:
    start = time.perf_counter()
    answer = _asked(connection, path)
    size = len(answer.read())
    told = re.search(r"dur=([\d.]+)", answer.headers.get("Server-Timing", ""))
    return Seen(kind, answer.status, float(told[1]) if told else float("nan"), 1000 * (time.perf_counter() - start), size)


def _asked(connection: HTTPConnection, path: str) -> HTTPResponse:
    """Asks again where the server has closed a connection that was idle for long, as browsers do."""
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        return connection.getresponse()
    except RemoteDisconnected:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        return connection.getresponse()


def percentile(values: Iterable[float], part: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, part * len(ordered) // 100)]


def table(seen: list[Seen], seconds: float) -> str:
    by_kind: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        by_kind[one.kind].append(one)
        by_kind["all"].append(one)
    by_kind["all"] = by_kind.pop("all")
    lines = ["| page | opened | server ms: median | p95 | worst | whole ms: p95 | kB (gzip), median |", "|---|---|---|---|---|---|---|"]
    for kind, ones in by_kind.items():
        server, whole = [one.server_ms for one in ones], [one.whole_ms for one in ones]
        size = statistics.median(one.size for one in ones) / 1000
        lines.append(
            f"| {kind} | {len(ones)} | {statistics.median(server):.0f} | {percentile(server, 95):.0f} | {max(server):.0f} "
            f"| {percentile(whole, 95):.0f} | {size:.0f} |"
        )
    wrong = sorted({(one.kind, one.status) for one in seen if one.status != 200})
    return "\n".join([*lines, f"{len(seen) / seconds:.0f} pages a second; not answered with 200: {wrong or 'none'}"])


def peer_pages(ledger: Path) -> dict[str, list[str]]:
    """What Datasette shows of the same file, by kind of page."""
    name = quote(ledger.stem)
    with Ledger(ledger, is_read_only=True) as book:
        rows = {
            table: [str(found) for (found,) in book.rows(f"SELECT id FROM {table} ORDER BY random() LIMIT {_SAMPLE}")]
            for table in ("events", "claims")
        }
    lists = [f"{name}/{table}" for table in ("events", "claims", "families")]
    return {"list": lists, "row": [f"{name}/{table}/{one}" for table, ids in rows.items() for one in ids]}


def visited(address: str, roots: tuple[str, ...], pages: dict[str, list[str]], given: argparse.Namespace) -> list[Seen]:
    """What all people saw; before them, one looks around for a while and is not counted."""
    look_around(address, roots, pages, _Plan(time.monotonic() + 5, 0, given.seed))
    with ThreadPoolExecutor(given.people) as people:
        until = time.monotonic() + given.seconds
        plans = [_Plan(until, given.think, given.seed + number) for number in range(given.people)]
        visits = [people.submit(look_around, address, roots, pages, plan) for plan in plans]
        return [one for visit in visits for one in visit.result()]


def ours(given: argparse.Namespace) -> list[Seen]:
    pages = addresses(given.ledger, random.Random(given.seed))
    if given.only:
        pages = {kind: pages[kind] for kind in given.only.split(",")}
    command = [sys.executable, "-m", "tawatur", "serve", str(given.ledger), "--port", "0", "--read-only", "--language", "en"]
    with subprocess.Popen([*command, "--workers", str(given.workers)], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            found = re.search(r"http://\S+", server.stdout.readline())
            return visited(urlsplit(found[0] if found else "").netloc, ("/ar/", "/en/"), pages, given)
        finally:
            server.terminate()


def peers(given: argparse.Namespace) -> list[Seen]:
    command = ["datasette", "serve", str(given.ledger), "--host", "127.0.0.1", "--port", str(_PEER_PORT)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            time.sleep(10)
            return visited(f"127.0.0.1:{_PEER_PORT}", ("/",), peer_pages(given.ledger), given)
        finally:
            server.terminate()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--think", type=float, default=1.0, help="seconds between two pages of one person, on average")
    parser.add_argument("--workers", type=int, default=1, help="processes of the server")
    parser.add_argument("--only", help="kinds of pages, joined by commas")
    parser.add_argument("--peer", action="store_true", help="Datasette on the same file, too")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    seen = ours(given)
    print(table(seen, given.seconds))
    if given.peer:
        print("\nDatasette on the same file")
        print(table(peers(given), given.seconds))
    return int(percentile([one.server_ms for one in seen], 95) > _BAR_MS or any(one.status != 200 for one in seen))


if __name__ == "__main__":
    sys.exit(main())
