"""How many cases of Microsoft's Recognizers-Text specs for Arabic are read rightly: extents and resolved values, by family.

The specs are folders of JSON (`Specs/DateTime/Arabic/*.json`, `Specs/Number/Arabic/*.json` of
https://github.com/microsoft/Recognizers-Text, MIT licence), which are not part of this project. A case counts as supported when some
platform of that library is not listed under `NotSupported` or `NotSupportedByDesign`: the Arabic specs are written for .NET, and the
cases that .NET is excused from too were never checked by anything. Cases that are wrong in themselves are listed, with the reason,
in recognizer_disputed.tsv beside this file; they are left out of the second count only.
"""

import argparse
import csv
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import recognizer_dates
import recognizer_numbers

from tawatur.packs.lexicon import Lexicon, load_lexicon

_PLATFORMS = frozenset(("dotnet", "java", "javascript", "python"))
_DISPUTED = Path(__file__).parent / "recognizer_disputed.tsv"
_PARTS = ("SuppressExtendedTypes", "Extractor", "Parser", "Model")

Judge = Callable[[dict[str, Any], Lexicon], list[str]]
"""Reads the input of a case, and says what is wrong with it: nothing where all expressions are found, with their values, and no other."""

JUDGES: dict[str, Judge] = {"DateTime": recognizer_dates.judge, "Number": recognizer_numbers.judge}
"""What judges the cases of each folder of specs; a judge's `FAMILIES` are the files that it knows."""

FAMILIES = recognizer_dates.FAMILIES | recognizer_numbers.FAMILIES


class Case(NamedTuple):
    """One case: `key` names it without its words (file, number and a hash of the input)."""

    folder: str
    file: str
    number: int
    content: dict[str, Any]

    @property
    def family(self) -> str:
        name = self.file
        for part in _PARTS:
            name = name.removesuffix(part)
        return name

    @property
    def resolves(self) -> bool:
        return not self.file.endswith("Extractor")

    @property
    def key(self) -> tuple[str, int, str]:
        return self.file, self.number, hashlib.sha256(self.content["Input"].encode()).hexdigest()[:10]

    @property
    def supported(self) -> bool:
        excused = f"{self.content.get('NotSupported', '')},{self.content.get('NotSupportedByDesign', '')}"
        return not {platform.strip() for platform in excused.split(",")} >= _PLATFORMS


def main() -> None:
    options = _arguments()
    known = [case for case in cases(options.specs) if case.file in FAMILIES and (options.all or case.supported)]
    if not known:
        sys.exit("no specs that are known here in that folder")
    disputed = _disputed(options.disputed)
    lexicon = load_lexicon()
    total: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    set_aside: Counter[tuple[str, str]] = Counter()
    for case in known:
        row = (case.family, "values" if case.resolves else "extents")
        wrong = JUDGES[case.folder](case.content | {"File": case.file}, lexicon)
        total[row] += 1
        right[row] += not wrong
        set_aside[row] += bool(wrong) and case.key in disputed
        if wrong and options.show and case.file.startswith(options.show):
            mark = "  (disputed)" if case.key in disputed else ""
            print(f"{case.file} {case.number} {case.key[2]} {case.content['Input']}{mark}\n    " + "\n    ".join(wrong))
    print(f"{'family':24}{'':10}{'cases':>6}{'right':>7}{'share':>8}{'without disputed':>20}")
    for row in sorted(total):
        sound = total[row] - set_aside[row]
        share = f"{right[row] / sound:.1%} of {sound}" if sound else "-"
        print(f"{row[0]:24}{row[1]:10}{total[row]:6}{right[row]:7}{right[row] / total[row]:8.1%}{share:>20}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("specs", type=Path, help="the folder of specs, or one above it")
    parser.add_argument("--all", action="store_true", help="count the unsupported cases too")
    parser.add_argument("--show", metavar="FILE", help="show what is wrong in the files whose names begin so")
    parser.add_argument("--disputed", type=Path, default=_DISPUTED, help="the list of cases that are wrong in themselves")
    return parser.parse_args()


def cases(specs: Path) -> Iterator[Case]:
    """Every case of the Arabic specs below a folder."""
    for path in sorted(specs.rglob("*.json")):
        if path.parent.name == "Arabic":
            for index, content in enumerate(json.loads(path.read_text(encoding="utf-8-sig"))):
                yield Case(path.parent.parent.name, path.stem, index, content)


def _disputed(path: Path) -> frozenset[tuple[str, int, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        return frozenset((row["file"], int(row["index"]), row["hash"]) for row in rows)


if __name__ == "__main__":
    main()
