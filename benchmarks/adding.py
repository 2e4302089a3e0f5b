"""Time and memory of adding documents to a ledger at growing sizes, and of adding one more to what is there.

Each measurement runs in a fresh process of its own and fills a fresh ledger, so that one does not warm or fatten the next. When the
corpus is smaller than a size, its documents are taken again with a mark that makes them new.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from math import log
from pathlib import Path
from statistics import median

from corpus import corpus_parser, load

from tawatur.errors import InputError
from tawatur.intake import Given
from tawatur.ledger.adding import add
from tawatur.ledger.deriving import refresh
from tawatur.ledger.store import Ledger
from tawatur.model import Document

Measured = dict[str, float]

_MORE = 20
"""Documents that are added one at a time to a full ledger."""


def main() -> None:
    options = _arguments()
    if options.measure:
        print(json.dumps(_measure(options.corpus, options.processes[0])))
        return
    found = load(options.corpus, None)
    if not found:
        sys.exit("no texts in the corpus")
    heads = (
        "documents",
        "processes",
        "reading s",
        "reconciling s",
        "docs/s",
        "peak MB",
        "worker MB",
        "ledger MB",
        "one more s",
        "share",
        "growth",
    )
    print("".join(f"{head:>14}" for head in heads))
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles.jsonl"
        for processes in options.processes:
            last: tuple[int, float] | None = None
            for size in options.sizes:
                _write(articles, found, 0, size)
                _write(_others(articles), found, size, _MORE)
                measured = _measured_apart(articles, processes)
                _print_row(size, processes, measured, last)
                last = size, measured["reading"] + measured["reconciling"]


def _arguments() -> argparse.Namespace:
    parser = corpus_parser(__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[250, 500, 1000, 2000], help="how many documents (default: 250 500 1000 2000)"
    )
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2], help="how many processes read (default: 1 2)")
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if min([*options.sizes, *options.processes]) < 1:
        parser.error("--sizes and --processes must be at least 1")
    return options


def _others(articles: Path) -> Path:
    return articles.with_name("others.jsonl")


def _write(articles: Path, found: list[Document], first: int, count: int) -> None:
    """Writes `count` articles of the corpus, from the one numbered `first` on."""
    with articles.open("w", encoding="utf-8") as lines:
        for number in range(first, first + count):
            document, again = found[number % len(found)], number // len(found)
            text = f"{document.text}\n\n{again}" if again else document.text
            article = {
                "id": f"{document.id}-{again}", "text": text, "title": document.title, "published": document.published,
                "outlet": document.outlet,
            }  # fmt: skip
            lines.write(json.dumps({key: cell for key, cell in article.items() if cell}, ensure_ascii=False) + "\n")


def _measured_apart(articles: Path, processes: int) -> Measured:
    command = [sys.executable, __file__, str(articles), "--measure", "--processes", str(processes)]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    measured: Measured = json.loads(run.stdout)
    return measured


def _measure(articles: Path, processes: int) -> Measured:
    path = articles.with_suffix(f".{processes}.ledger")
    path.unlink(missing_ok=True)
    with Ledger(path, create=True) as ledger:
        reading, failed = _timed(add(ledger, [articles], Given(), processes))
        reconciling, _ = _timed(refresh(ledger))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*")) / 1e6
        one_more = median(_one_more(ledger, articles.with_name("one.jsonl"), line) for line in _others(articles).open(encoding="utf-8"))
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {
        "reading": reading, "reconciling": reconciling, "failed": failed, "own": peak, "worker": worker, "ledger": size,
        "one_more": one_more,
    }  # fmt: skip


def _timed(results: Iterable[object]) -> tuple[float, int]:
    """Seconds until all is done, and how much could not be."""
    started = time.perf_counter()
    failed = sum(isinstance(result, InputError) for result in results)
    return time.perf_counter() - started, failed


def _one_more(ledger: Ledger, article: Path, line: str) -> float:
    """Seconds to read, store and reconcile one document, the packs being loaded."""
    article.write_text(line, encoding="utf-8")
    return _timed(add(ledger, [article], Given(), 1))[0] + _timed(refresh(ledger))[0]


def _print_row(size: int, processes: int, measured: Measured, last: tuple[int, float] | None) -> None:
    """`share` is the part of a rebuild that one more document costs; `growth` the exponent of time over documents since the row before."""
    seconds = measured["reading"] + measured["reconciling"]
    growth = f"{log(seconds / last[1]) / log(size / last[0]):.2f}" if last and last[0] != size else "-"
    cells = [
        f"{size}", f"{processes}", f"{measured['reading']:.1f}", f"{measured['reconciling']:.1f}", f"{size / seconds:.1f}",
        f"{measured['own']:.0f}", f"{measured['worker']:.0f}" if processes > 1 else "-", f"{measured['ledger']:.1f}",
        f"{measured['one_more']:.3f}", f"1/{seconds / measured['one_more']:.0f}", growth,
    ]  # fmt: skip
    row = "".join(f"{cell:>14}" for cell in cells)
    print(row + (f"   {measured['failed']:.0f} could not be added" if measured["failed"] else ""), flush=True)


if __name__ == "__main__":
    main()
