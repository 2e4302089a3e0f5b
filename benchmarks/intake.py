"""What taking in a web page costs, stage by stage, beside extracting its text with trafilatura alone.

Pages are made around the texts of a corpus (see `made_pages.py`). Every round takes the same pages through the stages one after another,
in one process, and trafilatura over the same bytes in turn, so that a busy machine slows both; all figures are processor time, and medians
of the rounds. The bar: reading a page must not cost more than extracting its text does.
"""

import argparse
import sys
import tempfile
import time
import zlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from corpus import corpus_parser, load
from layers import Steps, clocked
from made_pages import made_pages

from tawatur.errors import InputError
from tawatur.intake import Given, Snapshot, page, to_document
from tawatur.ledger.adding import store
from tawatur.ledger.deriving import derive
from tawatur.ledger.rows import prepared
from tawatur.ledger.store import Ledger
from tawatur.model import Document
from tawatur.packs.lexicon import load_lexicon
from tawatur.reading.reader import read

Spent = dict[str, float]

READING = "reading: "
GROUPS = {
    "words, looked up": "words and zones", "zones": "words and zones", "title, outlet": "words and zones", "day of report": "times",
    "times": "times", "names": "names", "figures": "figures", "statements": "statements", "events": "events", "chains": "events",
}  # fmt: skip
EXTRACTING, ALONE = "extracting: ", "trafilatura alone"
PARTS: Steps = (
    (f"{EXTRACTING}parsing", page, "parse"),
    (f"{EXTRACTING}metadata", page, "page_head"),
    (f"{EXTRACTING}the article", page, "article_text"),
)
"""Of taking in a page, besides decoding it and telling its language."""


def main() -> None:
    options = _arguments()
    found = load(options.corpus, None)
    if not found:
        sys.exit("no texts in the corpus")
    pages = list(made_pages(found, options.pages))
    print(f"{len(pages)} pages of {median(map(len, pages)) / 1000:.0f} KB (median), {options.rounds} rounds")
    _round(pages[:20])
    rounds = [_round(pages) for _ in range(options.rounds)]
    _print({stage: [one[stage] for one in rounds] for stage in rounds[0]}, len(pages))


def _arguments() -> argparse.Namespace:
    parser = corpus_parser(__doc__)
    parser.add_argument("--pages", type=int, default=300, help="how many pages (default: 300)")
    parser.add_argument("--rounds", type=int, default=5, help="how often (default: 5)")
    options = parser.parse_args()
    if min(options.pages, options.rounds) < 1:
        parser.error("--pages and --rounds must be at least 1")
    return options


def _round(pages: list[bytes]) -> Spent:
    """Seconds by stage for all pages, into a fresh ledger."""
    spent: Spent = defaultdict(float)
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "pages.ledger", create=True) as ledger:
        for number, content in enumerate(pages):
            snapshot = Snapshot(f"{number}.html", f"{number}.html", "html", content)
            with _clock(spent, ALONE):
                _alone(content)
            document = _taken_in(snapshot, spent)
            if document:
                _read_and_stored(ledger, document, snapshot, spent)
        with _clock(spent, "reconciling"):
            derive(ledger)
    return dict(spent)


def _alone(content: bytes) -> None:
    from trafilatura import extract

    extract(content)


def _taken_in(snapshot: Snapshot, spent: Spent) -> Document | None:
    started = time.process_time()
    with clocked(PARTS) as parts:
        try:
            document = to_document(snapshot, Given())
        except InputError:
            document = None
    parts[f"{EXTRACTING}the rest"] = time.process_time() - started - sum(parts.values())
    for part, seconds in parts.items():
        spent[part] += seconds
    spent["refused"] += document is None
    return document


def _read_and_stored(ledger: Ledger, document: Document, snapshot: Snapshot, spent: Spent) -> None:
    with clocked() as layers:
        started = time.process_time()
        reading = read(document, load_lexicon())
        spent[f"{READING}the rest"] += time.process_time() - started - sum(layers.values())
    for layer, seconds in layers.items():
        spent[READING + GROUPS[layer]] += seconds
    with _clock(spent, "compressing the page"):
        zlib.compress(snapshot.content)
    started = time.process_time()
    ready = prepared(reading, snapshot, Given())
    spent["rows and features"] += time.process_time() - started
    with _clock(spent, "storing"):
        store(ledger, ready)


@contextmanager
def _clock(spent: Spent, stage: str) -> Iterator[None]:
    started = time.process_time()
    try:
        yield
    finally:
        spent[stage] += time.process_time() - started


def _print(rounds: dict[str, list[float]], count: int) -> None:
    spent = {stage: median(seconds) for stage, seconds in rounds.items()}
    refused, alone = spent.pop("refused"), spent.pop(ALONE)
    spent["rows and features"] -= spent["compressing the page"]
    whole = sum(spent.values())
    print(f"\n{'stage':34}{'ms a page':>10}{'share':>8}")
    for stage, seconds in spent.items():
        print(f"{stage:34}{seconds * 1000 / count:10.2f}{seconds / whole:8.0%}")
    print(f"{'whole':34}{whole * 1000 / count:10.2f}{1:8.0%}   {count / whole:.1f} pages a second on one core; {refused:.0f} refused")
    print(f"\n{ALONE}: {alone * 1000 / count:.2f} ms a page, {count / alone:.1f} pages a second")
    for other in (EXTRACTING, ALONE):
        ratios = [one / two for one, two in zip(_whole(rounds, READING), _whole(rounds, other), strict=True)]
        print(f"reading / {other.strip(': ')}: {median(ratios):.2f} (by round {min(ratios):.2f} to {max(ratios):.2f})")


def _whole(rounds: dict[str, list[float]], stage: str) -> list[float]:
    """The seconds of all parts of a stage, by round."""
    parts = [seconds for name, seconds in rounds.items() if name.startswith(stage)]
    return [sum(one) for one in zip(*parts, strict=True)]


if __name__ == "__main__":
    main()
