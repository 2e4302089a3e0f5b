"""Whether reading stays linear: seconds for each KB of one long text, at growing lengths, layer by layer.

The text is the corpus in one piece, by default on one line. A column that grows downward shows a layer that is not linear. `page` is
what `read --format html` adds. A corpus smaller than the longest text is taken again, and then read faster: repeated text is set aside.
"""

import argparse
import resource
import sys
import time

from corpus import corpus_parser, load
from layers import REST, STEPS, clocked

from tawatur.model import Document
from tawatur.packs.lexicon import Lexicon, load_lexicon
from tawatur.page.render import page
from tawatur.reading.reader import read
from tawatur.wording.messages import Messages

_LAYERS = (*(layer for layer, _, _ in STEPS), REST, "page")


def main() -> None:
    options = _arguments()
    found = load(options.corpus, None)
    if not found:
        sys.exit("no texts in the corpus")
    lexicon = load_lexicon()
    text = _joined(found, max(options.sizes) * 1000, "\n\n" if options.lines else " ")
    _measure(text[:5000], lexicon)  # loads what is loaded once
    print(f"{'KB':>6}{'s':>8}{'peak MB':>9}   ms for each KB: {'whole':>7}" + "".join(f"{layer:>18}" for layer in _LAYERS))
    firsts: dict[str, float] = {}
    for size in sorted(options.sizes):
        cut = text.encode()[: size * 1000].decode(errors="ignore")
        spent = _measure(cut, lexicon)
        each = {layer: seconds * 1000 / size for layer, seconds in spent.items()}
        whole = sum(seconds for layer, seconds in spent.items() if layer != "page")
        firsts = firsts or {"whole": whole / size, **each}
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        columns = "".join(f"{each[layer]:18.3f}" for layer in _LAYERS)
        print(f"{size:6}{whole:8.2f}{peak:9.0f}{'':19}{whole * 1000 / size:7.3f}{columns}", flush=True)
    grown = whole / size / firsts["whole"]
    print(f"a KB of the longest text takes {grown:.2f} times what a KB of the shortest does")


def _arguments() -> argparse.Namespace:
    parser = corpus_parser(__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[10, 100, 1000, 2000], help="KB of UTF-8 (default: 10 100 1000 2000)"
    )  # fmt: skip
    parser.add_argument("--lines", action="store_true", help="keep the lines of the texts")
    options = parser.parse_args()
    if min(options.sizes) < 1:
        parser.error("--sizes must be at least 1")
    return options


def _joined(found: list[Document], size: int, between: str) -> str:
    """At least `size` bytes of text, on one line unless texts are to keep their lines."""
    texts = [document.text if between != " " else " ".join(document.text.split()) for document in found]
    whole = between.join(texts)
    return between.join([whole] * (size // len(whole.encode()) + 1))


def _measure(text: str, lexicon: Lexicon) -> dict[str, float]:
    """Seconds of processor time by layer."""
    document = Document(id="long", source="long", text=text, sha256="long", language="ar", published="2020-03-14")
    started = time.process_time()
    with clocked() as spent:
        reading = read(document, lexicon)
    total = time.process_time() - started
    rest = total - sum(spent.values())
    started = time.process_time()
    for _ in page([reading], Messages("ar")):
        pass
    return {**spent, REST: rest, "page": time.process_time() - started}


if __name__ == "__main__":
    main()
