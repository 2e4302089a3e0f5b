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
from functools import wraps
from pathlib import Path
from typing import Any

from corpus import kilobytes, load

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
    _print_layers(found, lexicon)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "corpus", type=Path, nargs="?", help="lines of JSON with `text`, .jsonl or .jsonl.gz (default: the bundled samples)"
    )
    parser.add_argument("--limit", type=int, help="read only the first so many texts")
    parser.add_argument("--compared", type=int, default=20, help="how many of them both programs read in turn (default: 20)")
    parser.add_argument("--rounds", type=int, default=5, help="how often they take turns (default: 5)")
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


def _print_layers(found: list[Document], lexicon: Lexicon) -> None:
    """Times each layer that `read` calls, by putting a clock around the functions that the reader's module holds."""
    clock: dict[str, float] = defaultdict(float)
    layers = {
        name: value
        for name, value in vars(reader).items()
        if callable(value) and getattr(value, "__module__", "").startswith("tawatur.reading.")
    }
    for name, function in layers.items():
        if function is not reader.read and not isinstance(function, type):
            setattr(reader, name, _timed(function, name, clock))
    started = time.process_time()
    for document in found:
        reader.read(document, lexicon)
    total = time.process_time() - started
    for name, function in layers.items():
        setattr(reader, name, function)
    print(f"\n{'layer':26}{'s':>8}{'share':>8}   (all {len(found)} texts: {kilobytes(found) / total:.0f} KB/s, caches warm)")
    for name, spent in sorted(clock.items(), key=lambda item: -item[1]):
        print(f"{name:26}{spent:8.2f}{spent / total:8.0%}")
    rest = total - sum(clock.values())
    print(f"{'the rest':26}{rest:8.2f}{rest / total:8.0%}")


def _timed(function: Callable[..., Any], name: str, clock: dict[str, float]) -> Callable[..., Any]:
    @wraps(function)
    def timed(*args: Any, **kwargs: Any) -> Any:
        started = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            clock[name] += time.process_time() - started

    return timed


if __name__ == "__main__":
    main()
