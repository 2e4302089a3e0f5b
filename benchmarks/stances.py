"""How well the stances of short claims are told: a confusion matrix and F1, on labelled pairs that took no part in learning.

    python benchmarks/stances.py DEV.csv

DEV.csv has the columns s1, s2 and stance (agree, disagree, other), as in the ANS corpus of Arabic headlines.
"""

import argparse
import csv
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tawatur.reconciling.stances import STANCES, stance_of

Confusion = Counter[tuple[str, str]]


def confusion(judged: Iterable[tuple[str, str]]) -> Confusion:
    """How often each stance was told as each."""
    return Counter(judged)


def f1(table: Confusion, stance: str) -> float:
    right = table[stance, stance]
    of = sum(count for (own, told), count in table.items() for side in (own, told) if side == stance)
    return 2 * right / of if of else 0.0


def macro_f1(table: Confusion) -> float:
    return sum(f1(table, stance) for stance in STANCES) / len(STANCES)


def report(judged: Iterable[tuple[str, str]]) -> None:
    table = confusion(judged)
    print("".join(f"{head:>10}" for head in ("is \\ told", *STANCES, "F1")))
    for own in STANCES:
        print(f"{own:>10}" + "".join(f"{table[own, told]:>10}" for told in STANCES) + f"{f1(table, own):>10.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, help="labelled pairs: CSV with s1, s2, stance")
    given = parser.parse_args()
    with given.pairs.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    started = time.process_time()
    judged = [(row["stance"], stance_of(row["s1"], row["s2"]).label) for row in rows]
    spent = time.process_time() - started
    right = sum(own == told for own, told in judged)
    print(f"{len(rows)} pairs, {right / len(rows):.1%} right, {1000 * spent / len(rows):.1f} ms a pair")
    print(f"macro-F1 {macro_f1(confusion(judged)):.3f}")
    report(judged)


if __name__ == "__main__":
    main()
