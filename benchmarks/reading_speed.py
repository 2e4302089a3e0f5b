"""How fast Tawatur reads on one core, beside dateparser's search for dates in the same texts; where the time goes; peak memory.

The two take turns over the same texts, round after round, so that a busy machine slows both. dateparser only looks for dates,
while Tawatur does its full reading; it is the nearest thing that exists for Arabic and runs offline.
"""

import argparse
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable

from corpus import corpus_parser, kilobytes, load
from layers import REST, clocked

from tawatur.model import Document
from tawatur.packs.lexicon import Lexicon, load_lexicon
from tawatur.reading import reader

Task = Callable[[Document], object]


def main() -> None:
    options = _arguments()
    found = load(options.corpus, options.limit)
    if not found:
        sys.exit("no texts in the corpus")
    started = time.perf_counter()
    lexicon = load_lexicon()
    print(f"{len(found)} texts, {kilobytes(found):.0f} KB of UTF-8; lexicon compiled in {time.perf_counter() - started:.1f} s")
    tasks: dict[str, Task] = {"tawatur, full reading": lambda document: reader.read(document, lexicon)}
    search = None if options.alone else _dateparser()
    if search:
        tasks["dateparser, dates only"] = search
    _print_speeds(_rounds(tasks, found[: options.compared], options.rounds), kilobytes(found[: options.compared]))
    _print_layers(found, lexicon, options.rounds)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _arguments() -> argparse.Namespace:
    parser = corpus_parser(__doc__)
    parser.add_argument("--limit", type=int, help="read only the first so many texts")
    parser.add_argument("--compared", type=int, default=20, help="how many of them both programs read in turn (default: 20)")
    parser.add_argument("--rounds", type=int, default=5, help="how often they take turns, and how often layers are timed (default: 5)")
    parser.add_argument("--alone", action="store_true", help="leave dateparser out")
    options = parser.parse_args()
    if options.rounds < 1 or options.compared < 1:
        parser.error("--rounds and --compared must be at least 1")
    return options


def _dateparser() -> Task | None:
    try:
        from dateparser.search import search_dates
    except ImportError:
        print("dateparser is not installed (pip install dateparser): reading alone is measured")
        return None
    return lambda document: search_dates(document.text, languages=["ar"])


def _rounds(tasks: dict[str, Task], found: list[Document], rounds: int) -> dict[str, list[float]]:
    """Seconds for all texts, by task and round. A first turn over one text warms caches up and is not counted."""
    seconds: dict[str, list[float]] = defaultdict(list)
    for task in tasks.values():
        task(found[0])
    for _ in range(rounds):
        for name, task in tasks.items():
            started = time.process_time()
            for document in found:
                task(document)
            seconds[name].append(time.process_time() - started)
    return seconds


def _print_speeds(seconds: dict[str, list[float]], size: float) -> None:
    print(f"\n{'':26}{'KB/s median':>12}{'lowest':>10}{'highest':>10}")
    medians = []
    for name, rounds in seconds.items():
        medians.append(size / statistics.median(rounds))
        print(f"{name:26}{medians[-1]:12.1f}{size / max(rounds):10.1f}{size / min(rounds):10.1f}")
    if len(medians) == 2:
        print(f"ratio of the medians: {medians[0] / medians[1]:.2f}")


def _print_layers(found: list[Document], lexicon: Lexicon, rounds: int) -> None:
    """Median seconds of each layer over all texts, and its share of the whole."""
    spent: dict[str, list[float]] = defaultdict(list)
    totals = []
    for _ in range(rounds):
        started = time.process_time()
        with clocked() as clock:
            for document in found:
                reader.read(document, lexicon)
        totals.append(time.process_time() - started)
        for layer, seconds in {**clock, REST: totals[-1] - sum(clock.values())}.items():
            spent[layer].append(seconds)
    size, whole = kilobytes(found), statistics.median(totals)
    print(f"\n{'layer':26}{'s':>8}{'share':>8}{'ms/KB':>8}   (medians over all {len(found)} texts, caches warm)")
    for layer, seconds in sorted(((layer, statistics.median(times)) for layer, times in spent.items()), key=lambda item: -item[1]):
        print(f"{layer:26}{seconds:8.2f}{seconds / whole:8.0%}{seconds * 1000 / size:8.3f}")
    print(f"{'whole':26}{whole:8.2f}{1:8.0%}{whole * 1000 / size:8.3f}")


if __name__ == "__main__":
    main()
