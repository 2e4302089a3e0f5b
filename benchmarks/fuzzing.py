"""Whether any input can break what reads it: generated and damaged files of every kind, through the functions that users' files go through.

An input may be read, or be refused with an InputError; any other exception, a crash of the process, or going beyond the limits of time
and memory is a finding. Inputs are numbered: the same seed, target and number give the same bytes, so that a finding is one line and can
be made again (`--show`) and made small (`--shrink`). The record is written after each batch, and a later run goes on behind it.

    python benchmarks/fuzzing.py --inputs 100000 --record fuzzing.json
"""

import argparse
import gc
import hashlib
import json
import logging
import os
import resource
import signal
import socket
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, NoReturn

import msgspec
from generating import generated
from mutating import mutated
from seeds import SEEDS

from tawatur.errors import InputError
from tawatur.intake import Given, snapshots, to_document
from tawatur.intake.dates import normalise_date
from tawatur.intake.decode import decode, decode_page
from tawatur.intake.page import read_page
from tawatur.intake.snapshot import Snapshot
from tawatur.ledger.rows import Prepared, Task, prepare
from tawatur.packs.lexicon import load_lexicon

BATCH = 256
SECONDS, MEMORY = 20, 3 * 2**30
"""For one input: of processor time, and of address space."""
_SILENT = 90
"""Seconds without a word from a batch, after which it hangs in code that no signal stops."""
_MOST_PARTS = 60
_GIVEN = Given("2021-03-14", "الضفة")

Target = Callable[[bytes, Path], int]
"""Takes the input, and a folder to write in; returns how many documents it was read as."""


class OutOfTime(BaseException):
    """Not an Exception, so that nothing on the way takes it for a fault of the input."""


def whole(content: bytes, folder: Path) -> int:
    """As `tawatur add` does: a file, whatever is found in it, and of the first parts the rows that a ledger keeps."""
    path = folder / "input"
    path.write_bytes(content)
    return sum(_read(found) if isinstance(found, Snapshot) else _refused(found) for found in islice(snapshots([path]), _MOST_PARTS))


def _refused(error: InputError) -> int:
    if len(str(error).encode().splitlines()) != 1:
        raise AssertionError("a refusal that is not one line")
    return 0


def _read(snapshot: Snapshot) -> int:
    try:
        to_document(snapshot, _GIVEN)
    except InputError as refused:
        return _refused(refused)
    ready = prepare(Task(snapshot, _GIVEN))
    if isinstance(ready, Prepared):
        msgspec.json.encode(ready.rows["mentions"])
    elif "the reader failed" in str(ready):
        raise AssertionError(str(ready))
    return 1


def page(content: bytes, folder: Path) -> int:
    return bool(read_page(decode_page(content, "page"), "page").text)


def article(content: bytes, folder: Path) -> int:
    return _read(Snapshot("a.jsonl", "a.jsonl:1", "article", content))


def reader(content: bytes, folder: Path) -> int:
    """A text as it is: nothing is refused for being short or strange."""
    return _read(Snapshot("a.txt", "a.txt", "text", content.decode("utf-8", "replace").encode()))


def encodings(content: bytes, folder: Path) -> int:
    decode_page(content, "page").encode(errors="surrogatepass")
    return len(decode(content, "text").encode()) >= 0


def dates(content: bytes, folder: Path) -> int:
    return normalise_date(content.decode("utf-8", "replace")) is not None


TARGETS: dict[str, tuple[Target, tuple[str, ...]]] = {
    **{kind: (whole, (kind,)) for kind in SEEDS},
    "page": (page, ("pages",)),
    "article": (article, ("articles",)),
    "reader": (reader, ("texts",)),
    "encodings": (encodings, ("texts", "pages")),
    "dates": (dates, ("texts",)),
}
"""By name: what the input goes through, and the kinds of seeds. Those named as their seeds go the whole way, from a file to rows."""
_MORE = {
    **dict.fromkeys(("texts", "lines", "feeds", "archives", "page", "reader"), 2),
    **dict.fromkeys(("article", "encodings", "dates"), 8),
}
"""Of quick targets more inputs are tried: so many times as many."""


@cache
def seeds_of(target: str) -> list[bytes]:
    return [seed for kind in TARGETS[target][1] for seed in SEEDS[kind]()]


def made(target: str, number: int, seed: int) -> bytes:
    """The input of that number: one in four is generated, the others are damaged seeds."""
    random = Random(f"{seed} {target} {number}")
    fresh = generated(target, number // 4, seed) if number % 4 == 3 else None
    if fresh is not None:
        return fresh
    known = seeds_of(target)
    return mutated(random, random.choice(known), random.choice(known))


def tried(target: str, content: bytes, folder: Path) -> tuple[str, str]:
    """What became of an input: `read`, `refused`, or `failed` with where and how."""
    try:
        with _limits():
            return "read" if TARGETS[target][0](content, folder) else "refused", ""
    except InputError as refused:
        return "failed" if len(str(refused).splitlines()) > 1 else "refused", ""
    except (Exception, OutOfTime) as fault:
        return "failed", _told(fault)


def _told(fault: BaseException) -> str:
    places = [f"{Path(frame.filename).name}:{frame.name}" for frame in traceback.extract_tb(fault.__traceback__)]
    return f"{type(fault).__name__} in {' < '.join(reversed(places[-4:]))}: {str(fault)[:160]}"


@contextmanager
def _limits() -> Iterator[None]:
    signal.signal(signal.SIGPROF, _out_of_time)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _out_of_time(*_: object) -> None:
    raise OutOfTime(f"more than {SECONDS} s")


def batch(target: str, numbers: range, seed: int) -> dict[str, Any]:
    """Tries inputs in a child process; what breaks the child is a finding, and those behind it are tried in another."""
    total: dict[str, Any] = {"inputs": 0, "read": 0, "refused": 0, "seconds": 0.0, "slowest": [0.0, -1], "peak_mb": 0, "findings": []}
    first = numbers.start
    while first < numbers.stop:
        out, into = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(out)
            _work(target, range(first, numbers.stop), seed, into)
        os.close(into)
        first = _gathered(total, out, child, first)
    return total


def _work(target: str, numbers: range, seed: int, into: int) -> NoReturn:
    """In the child: a line for each input; no network."""
    logging.disable()
    socket.socket.connect = _no_network  # type: ignore[method-assign]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with os.fdopen(into, "w") as lines, tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            content = made(target, number, seed)
            started = time.process_time()
            outcome, what = tried(target, content, Path(folder))
            spent = time.process_time() - started
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            lines.write(json.dumps([number, outcome, what, spent, peak]) + "\n")
            lines.flush()
    os._exit(0)


def _no_network(*_: object) -> None:
    raise OSError("no network here")


def _gathered(total: dict[str, Any], out: int, child: int, first: int) -> int:
    """Adds up what a child says; the number behind the last input that it tried."""
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    following = first
    with os.fdopen(out) as lines:
        signal.alarm(_SILENT)
        for line in lines:
            signal.alarm(_SILENT)
            number, outcome, what, spent, peak = json.loads(line)
            following = number + 1
            total["inputs"] += 1
            total["seconds"] += spent
            total["slowest"] = max(total["slowest"], [spent, number])
            total["peak_mb"] = max(total["peak_mb"], peak)
            if outcome == "failed":
                total["findings"].append([number, what])
            else:
                total[outcome] += 1
    signal.alarm(0)
    _, status = os.waitpid(child, 0)
    if status:
        total["inputs"] += 1
        total["findings"].append([following, f"the process ended with status {status}"])
        return following + 1
    return following


def shrunk(target: str, content: bytes, folder: Path) -> bytes:
    """A smaller input with the same fault: stretches are left out as long as it stays (delta debugging, Zeller 1999)."""
    fault = tried(target, content, folder)[1].partition(": ")[0]
    size = len(content) // 2
    while size:
        at = 0
        while at < len(content):
            less = content[:at] + content[at + size :]
            if tried(target, less, folder)[1].partition(": ")[0] == fault:
                content = less
            else:
                at += size
        size //= 2
    return content


def _warm() -> None:
    """Takes the seeds through everything once, so that a child begins with its inputs and not with loading."""
    load_lexicon()
    with tempfile.TemporaryDirectory() as folder:
        for target in TARGETS:
            for content in seeds_of(target):
                outcome, what = tried(target, content, Path(folder))
                if outcome == "failed":
                    print(f"{target}: a seed as it is: {what}", flush=True)
            mutated(Random(1), content, content)
    gc.collect()
    gc.freeze()


class Record:
    """The counts by target in a file, and how far each has come."""

    def __init__(self, path: Path | None, seed: int) -> None:
        self.path = path
        self.data: dict[str, Any] = {"seed": seed, "inputs": 0, "targets": {}}
        if path and path.exists():
            self.data = json.loads(path.read_text(encoding="utf-8"))
        self.seed: int = self.data["seed"]

    def reached(self, target: str) -> int:
        return int(self.data["targets"].get(target, {}).get("reached", 0))

    def add(self, target: str, found: dict[str, Any], reached: int) -> None:
        known = self.data["targets"].setdefault(target, {**dict.fromkeys(found, 0), "slowest": [0.0, -1], "findings": []})
        for key in ("inputs", "read", "refused", "seconds", "findings"):
            known[key] = known[key] + found[key] if key != "seconds" else round(known[key] + found[key], 3)
        known["slowest"] = max(known["slowest"], found["slowest"])
        known["peak_mb"] = max(known["peak_mb"], found["peak_mb"])
        known["reached"] = reached
        self.data["inputs"] = sum(one["inputs"] for one in self.data["targets"].values())
        if self.path:
            self.path.write_text(json.dumps(self.data, ensure_ascii=False, indent=1), encoding="utf-8")


def run(wanted: int, record: Record, targets: list[str]) -> None:
    """Batches of whichever target has had the fewest inputs for its part, until the record holds so many."""
    told: set[str] = set()
    while record.data["inputs"] < wanted:
        target = min(targets, key=lambda one: record.reached(one) / _MORE.get(one, 1))
        first = record.reached(target)
        found = batch(target, range(first, first + BATCH), record.seed)
        record.add(target, found, first + BATCH)
        for number, what in found["findings"]:
            if what.partition(": ")[0] not in told:
                told.add(what.partition(": ")[0])
                print(f"{target}:{number} {what}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", type=Path, help="a file for the counts, as JSON; a later run goes on from it")
    parser.add_argument("--targets", nargs="+", choices=TARGETS, default=list(TARGETS))
    parser.add_argument("--show", metavar="TARGET:NUMBER", help="write that input to standard output")
    parser.add_argument("--shrink", metavar="TARGET:NUMBER", help="write a smaller input with the same fault to standard output")
    options = parser.parse_args()
    _warm()
    if one := options.show or options.shrink:
        target, _, number = one.partition(":")
        content = made(target, int(number), options.seed)
        with tempfile.TemporaryDirectory() as folder:
            print(tried(target, content, Path(folder)), hashlib.sha256(content).hexdigest(), file=sys.stderr)
            sys.stdout.buffer.write(shrunk(target, content, Path(folder)) if options.shrink else content)
        return 0
    record = Record(options.record, options.seed)
    run(options.inputs, record, options.targets)
    findings = sum(len(one["findings"]) for one in record.data["targets"].values())
    print(f"{record.data['inputs']} inputs, {findings} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
