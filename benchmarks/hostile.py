"""Whether hostile texts are read in a time that grows with their length: each family at one size and at four times that.

PYTHONPATH=. python benchmarks/hostile.py --size 20000
"""

import argparse
import sys
import time

from tests.hostile.texts import FAMILIES

from tawatur.intake import Given, Snapshot
from tawatur.ledger.rows import Task, prepare

_MOST, _LEAST_S = 8, 0.02


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=20_000, help="code points of the shorter text")
    parser.add_argument("families", nargs="*", help="by default all")
    options = parser.parse_args()
    _seconds("reports", 2_000)
    steep = []
    for family in options.families or FAMILIES:
        shorter, longer = _seconds(family, options.size), _seconds(family, 4 * options.size)
        growth = longer / max(shorter, _LEAST_S)
        print(f"{family:28}{shorter:8.3f} s{longer:8.3f} s  x{growth:.1f}", flush=True)
        if growth > _MOST:
            steep.append(family)
    print(f"steeper than {_MOST}: {', '.join(steep) or 'none'}")
    return 1 if steep else 0


def _seconds(family: str, size: int) -> float:
    """Of processor time, from the text to the rows that a ledger keeps."""
    content = FAMILIES[family](size).encode(errors="replace")
    started = time.process_time()
    prepare(Task(Snapshot("a.txt", "a.txt", "text", content), Given("2020-03-15")))
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
