"""Whether memory stays flat while a web archive is added to a ledger: pages a second, peaks, and how memory grows with pages.

Writes a WARC file of pages made around the texts of a corpus (see `made_pages.py`), runs `tawatur add` on it in a process of its own, and
samples the memory of that process and of its workers, with how many pages are in the ledger and how many are reconciled. Needs Linux.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import closing
from io import BytesIO
from pathlib import Path
from statistics import linear_regression
from typing import NamedTuple

from corpus import corpus_parser, load
from made_pages import made_pages
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tawatur.model import Document

_EVERY_S = 0.5
_COLUMNS = (
    "pages", "stored", "s", "CPU s", "pages/s", "peak MB", "worker MB", "ledger MB", "reading MB/1000", "reconciling MB/1000",
)  # fmt: skip


class Sample(NamedTuple):
    """Megabytes of the main process and of its largest worker, and pages in the ledger that are stored and that are reconciled."""

    own: float
    worker: float
    stored: int
    reconciled: int


def main() -> None:
    parser = corpus_parser(__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[2000, 5000, 10000], help="how many pages (default: 2000 5000 10000)")
    options = parser.parse_args()
    found = load(options.corpus, None)
    if not found:
        sys.exit("no texts in the corpus")
    print("".join(f"{column:>{max(11, len(column) + 2)}}" for column in _COLUMNS), flush=True)
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            archive, ledger = Path(folder) / "pages.warc.gz", Path(folder) / "pages.ledger"
            write_archive(archive, found, size)
            seconds, processor_s, samples = _added(archive, ledger)
            _print_row(size, seconds, processor_s, samples, ledger)


def write_archive(path: Path, found: Sequence[Document], count: int) -> None:
    """A compressed WARC of so many responses, written one by one."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, page in enumerate(made_pages(found, count)):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            said = {"WARC-Date": "2021-05-10T09:30:00Z"}
            url = f"https://archive{number % 4}.example/{number}"
            record = writer.create_warc_record(url, "response", payload=BytesIO(page), http_headers=headers, warc_headers_dict=said)
            writer.write_record(record)


def _added(archive: Path, ledger: Path) -> tuple[float, float, list[Sample]]:
    """Seconds of the clock and of the processor that adding takes, and samples taken meanwhile."""
    command = [sys.executable, "-m", "tawatur", "add", str(ledger), str(archive)]
    before, started = _processor_s(), time.perf_counter()
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    samples: list[Sample] = []
    done = threading.Event()
    watching = threading.Thread(target=_watch, args=(run.pid, ledger, samples, done))
    watching.start()
    status = run.wait()
    done.set()
    watching.join()
    if status not in (0, 1):
        sys.exit(f"tawatur add ended with {status}")
    return time.perf_counter() - started, _processor_s() - before, samples


def _processor_s() -> float:
    times = os.times()
    return times.children_user + times.children_system


def _watch(pid: int, ledger: Path, samples: list[Sample], done: threading.Event) -> None:
    while not done.wait(_EVERY_S):
        own, workers = _megabytes(pid), [_megabytes(child) for child in _children(pid)]
        samples.append(Sample(own, max(workers, default=0.0), *_progress(ledger)))


def _megabytes(pid: int) -> float:
    """What a process holds of memory; 0 for one that is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]
    except OSError:
        return []


def _progress(ledger: Path) -> tuple[int, int]:
    try:
        with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True, timeout=5)) as connection:
            stored, waiting = connection.execute("SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM pending)").fetchone()
            return stored, stored - waiting
    except sqlite3.Error:
        return 0, 0


def _print_row(size: int, seconds: float, processor_s: float, samples: list[Sample], ledger: Path) -> None:
    stored = max(sample.stored for sample in samples)
    reading = [(sample.stored, sample.own + sample.worker) for sample in samples if not sample.reconciled and sample.stored > size / 4]
    reconciling = [(sample.reconciled, sample.own) for sample in samples if sample.reconciled > size / 4]
    cells = [
        f"{size}", f"{stored}", f"{seconds:.1f}", f"{processor_s:.1f}", f"{size / seconds:.1f}", f"{max(one.own for one in samples):.0f}",
        f"{max(one.worker for one in samples):.0f}", f"{ledger.stat().st_size / 1e6:.0f}", _slope(reading), _slope(reconciling),
    ]  # fmt: skip
    print("".join(f"{cell:>{max(11, len(column) + 2)}}" for column, cell in zip(_COLUMNS, cells, strict=True)), flush=True)


def _slope(points: list[tuple[int, float]]) -> str:
    """Megabytes for each thousand pages more, once a quarter of all is done."""
    if len({pages for pages, _ in points}) < 2:
        return "-"
    return f"{linear_regression([pages for pages, _ in points], [megabytes for _, megabytes in points]).slope * 1000:.1f}"


if __name__ == "__main__":
    main()
