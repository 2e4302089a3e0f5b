"""The fuzzing job led by coverage: atheris (libFuzzer) keeps the inputs that reach new code of ours, and damages those further.

Needs the extra `fuzz`. A finding ends the run: libFuzzer writes the input to a file `crash-…` and says what failed.

    python benchmarks/fuzzing_coverage.py dates --seconds 60
"""

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tawatur.intake", "tawatur.edtf", "tawatur.text"]):
    import fuzzing

import logging


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=fuzzing.TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args()
    logging.disable()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, seed in enumerate(fuzzing.seeds_of(options.target)):
            (corpus / str(number)).write_bytes(seed)
        limits = [
            f"-max_total_time={options.seconds}",
            f"-timeout={fuzzing.SECONDS}",
            f"-rss_limit_mb={fuzzing.MEMORY >> 20}",
            "-max_len=20000",
        ]
        atheris.Setup([sys.argv[0], *limits, "-print_final_stats=1", str(corpus)], lambda data: _one(options.target, data, Path(folder)))
        atheris.Fuzz()


def _one(target: str, data: bytes, folder: Path) -> None:
    outcome, what = fuzzing.tried(target, data, folder)
    if outcome == "failed":
        raise RuntimeError(what)


if __name__ == "__main__":
    main()
