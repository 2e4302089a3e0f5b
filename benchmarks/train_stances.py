"""Learn the weights of the stances of short claims from labelled pairs, and say how well they hold on pairs left out.

    python benchmarks/train_stances.py TRAIN.csv --write

TRAIN.csv has the columns s1, s2 and stance (agree, disagree, other). Weights are those of a softmax regression over the features of
`tawatur.reconciling.stances_features` with an L2 penalty, found by L-BFGS; the same data give the same file. Nothing of the texts is
kept, only weights of features. Folds keep pairs together that share a text.
"""

import argparse
import csv
import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from stances import confusion, macro_f1, report

from tawatur.reconciling.clustering import Groups
from tawatur.reconciling.stances import STANCES
from tawatur.reconciling.stances_features import ordered, stance_features
from tawatur.reconciling.wordings import wording

FEWEST, PENALTY = 10, 10.0
"""A feature that fewer pairs have is left out; the strength of the L2 penalty."""
WORTH = {"agree": 1.3, "disagree": 1.0, "other": 3.0}
"""How much a pair of each class counts, for the rare classes to be found."""
ROUNDS, MEMORY, CLOSE = 150, 10, 1e-3
SMALLEST = 0.005
ALONE = 20
"""One text of so many is also learned from paired with itself, since the data have no such pair."""
HEADER = """\
# What each feature of a pair of short claims says for either stance (tawatur.reconciling.stances_features tells them): weights of a softmax
# regression. Built by benchmarks/train_stances.py from labelled pairs of headlines; do not edit.
"""

Vector = list[float]


class Pair(NamedTuple):
    one: str
    other: str
    stance: str
    features: frozenset[str]


def pairs(path: Path) -> list[Pair]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Pair(row["s1"], row["s2"], row["stance"], stance_features(ordered(wording(row["s1"]), wording(row["s2"])))) for row in rows]


def with_itself(known: Sequence[Pair]) -> list[Pair]:
    """Pairs of a text and itself, which agree."""
    texts = sorted({text for pair in known for text in (pair.one, pair.other)})[::ALONE]
    return [Pair(text, text, "agree", stance_features(ordered(wording(text), wording(text)))) for text in texts]


class Task:
    """The penalised loss of weights over pairs, and its gradient. Weights lie class by class, the constant first."""

    def __init__(self, known: Sequence[Pair]) -> None:
        counts = Counter(feature for pair in known for feature in pair.features)
        self.names = ["constant", *sorted(name for name, count in counts.items() if count >= FEWEST)]
        place = {name: i for i, name in enumerate(self.names)}
        self.rows = [[0, *sorted(place[name] for name in pair.features if name in place)] for pair in known]
        self.classes = [STANCES.index(pair.stance) for pair in known]
        self.worth = [WORTH[pair.stance] for pair in known]
        self.size = len(self.names)

    def __call__(self, weights: Vector) -> tuple[float, Vector]:
        size, slope = self.size, [PENALTY * weight for weight in weights]
        loss = PENALTY / 2 * sum(weight * weight for weight in weights)
        for c in range(len(STANCES)):  # the constants are free
            loss -= PENALTY / 2 * weights[c * size] ** 2
            slope[c * size] = 0.0
        for row, own, worth in zip(self.rows, self.classes, self.worth, strict=True):
            sums = [sum([weights[c * size + i] for i in row]) for c in range(len(STANCES))]
            top = max(sums)
            shares = [math.exp(one - top) for one in sums]
            total = sum(shares)
            loss -= worth * (sums[own] - top - math.log(total))
            for c, share in enumerate(shares):
                error = worth * (share / total - (c == own))
                for i in row:
                    slope[c * size + i] += error
        return loss, slope


def dot(one: Vector, other: Vector) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def least(task: Callable[[Vector], tuple[float, Vector]], size: int) -> Vector:
    """The weights with the least loss: L-BFGS with a line search that halves its step."""
    at = [0.0] * size
    loss, slope = task(at)
    past: list[tuple[Vector, Vector]] = []
    for _ in range(ROUNDS):
        way = _direction(slope, past)
        length = 1.0 if past else 1.0 / math.sqrt(dot(slope, slope))
        while True:
            there = [a + length * w for a, w in zip(at, way, strict=True)]
            found, steep = task(there)
            if found <= loss + 1e-4 * length * dot(slope, way) or length < 1e-8:
                break
            length /= 2
        moved = [a - b for a, b in zip(there, at, strict=True)]
        bent = [a - b for a, b in zip(steep, slope, strict=True)]
        if dot(moved, bent) > 0:
            past = [*past, (moved, bent)][-MEMORY:]
        at, done = there, loss - found < CLOSE
        loss, slope = found, steep
        if done:
            break
    return at


def _direction(slope: Vector, past: Sequence[tuple[Vector, Vector]]) -> Vector:
    way = [-one for one in slope]
    shares = []
    for moved, bent in reversed(past):
        share = dot(moved, way) / dot(moved, bent)
        shares.append(share)
        way = [w - share * b for w, b in zip(way, bent, strict=True)]
    if past:
        moved, bent = past[-1]
        scale = dot(moved, bent) / dot(bent, bent)
        way = [scale * w for w in way]
    for (moved, bent), share in zip(past, reversed(shares), strict=True):
        back = share - dot(bent, way) / dot(moved, bent)
        way = [w + back * m for w, m in zip(way, moved, strict=True)]
    return way


def learn(known: Sequence[Pair]) -> dict[str, list[float]]:
    """By feature the weight for each stance."""
    task = Task([*known, *with_itself(known)])
    weights = least(task, task.size * len(STANCES))
    table = {name: [round(weights[c * task.size + i], 2) for c in range(len(STANCES))] for i, name in enumerate(task.names)}
    return {name: row for name, row in table.items() if max(map(abs, row)) >= SMALLEST}


def guess(table: dict[str, list[float]], features: frozenset[str]) -> str:
    sums = [table["constant"][c] + sum(table[name][c] for name in features if name in table) for c in range(len(STANCES))]
    return STANCES[sums.index(max(sums))]


def cross_validated(known: Sequence[Pair], folds: int) -> list[tuple[str, str]]:
    """The stance and the guess of every pair, by weights that never saw its texts."""
    groups: Groups[str] = Groups(text for pair in known for text in (pair.one, pair.other))
    for pair in known:
        groups.join(pair.one, pair.other)
    homes = sorted({groups.home(pair.one) for pair in known})
    random.Random(0).shuffle(homes)
    parts: dict[int, list[Pair]] = defaultdict(list)
    place = {home: i % folds for i, home in enumerate(homes)}
    for pair in known:
        parts[place[groups.home(pair.one)]].append(pair)
    judged = []
    for fold in range(folds):
        table = learn([pair for other, part in parts.items() if other != fold for pair in part])
        judged += [(pair.stance, guess(table, pair.features)) for pair in parts[fold]]
    return judged


def write(table: dict[str, list[float]], path: Path) -> None:
    lines = ["\t".join((name, *(f"{weight:.2f}" for weight in table[name]))) for name in sorted(table)]
    path.write_text(HEADER + "\t".join(("feature", *STANCES)) + "\n" + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path, help="labelled pairs: CSV with s1, s2, stance")
    parser.add_argument("--folds", type=int, default=5, help="how many folds to judge the weights by; 0 leaves that out")
    parser.add_argument("--write", action="store_true", help="write the weights to packs/ar/stance_weights.tsv")
    given = parser.parse_args()
    known = pairs(given.train)
    if given.folds:
        judged = cross_validated(known, given.folds)
        print(f"cross-validated over {given.folds} folds, macro-F1 {macro_f1(confusion(judged)):.3f}")
        report(judged)
    if given.write:
        write(learn(known), Path(str(files("tawatur.packs") / "ar" / "stance_weights.tsv")))


if __name__ == "__main__":
    main()
