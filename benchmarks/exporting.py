"""How fast a ledger is written as files, and in how much memory: rows a second and the peak, for each format that comes in a package.

Each format runs in a process of its own. A second, narrower run tells whether memory grows with what is written.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tawatur.export.format import Job
from tawatur.export.formats import FORMATS
from tawatur.export.package import export_package
from tawatur.ledger.lists import Filters
from tawatur.ledger.store import Ledger

Measured = dict[str, float]
_HEADS = ("format", "first day", "rows", "MB", "processor s", "rows/s", "peak MB")


def main() -> None:
    options = _arguments()
    if options.measure:
        print(json.dumps(_measure(options.ledger, options.formats[0], options.since[0])))
        return
    print("".join(f"{head:>14}" for head in _HEADS))
    for format in options.formats:
        for since in options.since:
            command = [sys.executable, __file__, str(options.ledger), "--formats", format, "--since", since, "--measure"]
            found: Measured = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            cells = [found["rows"], found["bytes"] / 1e6, found["seconds"], found["rows"] / found["seconds"], found["peak"]]
            print(f"{format:>14}{since or 'all':>14}" + "".join(f"{cell:>14,.0f}" for cell in cells), flush=True)


def _measure(path: Path, format: str, since: str) -> Measured:
    """Seconds of the processor; the peak is that of the whole process, in megabytes."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder, Ledger(path) as ledger:
        began = time.process_time()
        manifest = export_package(Job(ledger, Path(folder) / "out"), FORMATS[format], {}, filters=Filters(first=since or None))
        seconds = time.process_time() - began
    files = manifest.files.values()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"rows": sum(file.rows or 0 for file in files), "bytes": sum(file.bytes for file in files), "seconds": seconds, "peak": peak}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--formats", nargs="+", default=list(FORMATS))
    parser.add_argument("--since", nargs="+", default=[""], help="the first day of events and statements; empty for all")
    parser.add_argument("--measure", action="store_true", help="one measurement, as JSON")
    return parser.parse_args()


if __name__ == "__main__":
    main()
