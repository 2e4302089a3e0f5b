"""Time and memory of adding documents to a ledger, at growing sizes, with one process and with more.

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
from pathlib import Path

from corpus import corpus_parser, kilobytes, load

from tawatur.errors import InputError
from tawatur.intake import Given
from tawatur.ledger.adding import add
from tawatur.ledger.store import Ledger
from tawatur.model import Document


def main() -> None:
    options = _arguments()
    if options.measure:
        print(json.dumps(_measure(options.corpus, options.processes[0])))
        return
    found = load(options.corpus, None)
    if not found:
        sys.exit("no texts in the corpus")
    print(f"{'documents':>10}{'processes':>10}{'s':>9}{'docs/s':>9}{'KB/s':>8}{'peak MB':>9}{'worker MB':>10}{'ledger MB':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            articles = Path(folder) / f"{size}.jsonl"
            written = _write(articles, found, size)
            for processes in options.processes:
                _print_row(size, processes, written, _measured_apart(articles, processes))


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


def _write(articles: Path, found: list[Document], size: int) -> float:
    """Writes `size` articles, and gives their size in KB of UTF-8."""
    taken = [found[number % len(found)] for number in range(size)]
    with articles.open("w", encoding="utf-8") as lines:
        for number, document in enumerate(taken):
            again = number // len(found)
            text = f"{document.text}\n\n{again}" if again else document.text
            article = {"id": f"{document.id}-{again}", "text": text, "title": document.title, "published": document.published}
            lines.write(json.dumps({key: cell for key, cell in article.items() if cell}, ensure_ascii=False) + "\n")
    return kilobytes(taken)


def _measured_apart(articles: Path, processes: int) -> dict[str, float]:
    command = [sys.executable, __file__, str(articles), "--measure", "--processes", str(processes)]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    measured: dict[str, float] = json.loads(run.stdout)
    return measured


def _measure(articles: Path, processes: int) -> dict[str, float]:
    path = articles.with_suffix(f".{processes}.ledger")
    started = time.perf_counter()
    with Ledger(path, create=True) as ledger:
        failed = sum(isinstance(result, InputError) for result in add(ledger, [articles], Given(), processes))
    seconds = time.perf_counter() - started
    return {
        "seconds": seconds,
        "failed": failed,
        "own": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "worker": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        "ledger": sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*")) / 1e6,
    }


def _print_row(size: int, processes: int, written: float, measured: dict[str, float]) -> None:
    seconds = measured["seconds"]
    worker = f"{measured['worker']:.0f}" if measured["worker"] else "-"
    speed = f"{seconds:9.1f}{size / seconds:9.1f}{written / seconds:8.0f}"
    row = f"{size:10}{processes:10}{speed}{measured['own']:9.0f}{worker:>10}{measured['ledger']:10.1f}"
    print(row + (f"   {measured['failed']:.0f} could not be added" if measured["failed"] else ""), flush=True)


if __name__ == "__main__":
    main()
