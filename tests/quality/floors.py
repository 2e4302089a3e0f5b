"""Floors under the measures of the quality gate. They rise with the reader and never fall."""

import json
from pathlib import Path

from tawatur.model import Reading
from tawatur.packs.lexicon import load_lexicon
from tawatur.reading.reader import read
from tawatur.reconciling import reconcile

from .across import across_faults, across_measures, local_names
from .corpus import sample_documents
from .gold import load_across, load_gold
from .scoring import score

FLOORS = Path(__file__).parent / "floors.json"
STEP = 0.001
"""Floors are kept in thousandths, rounded down, so that a measure never fails for rounding alone."""


class LoweredFloorError(ValueError):
    """A measure is under its floor: the reader has to be mended, not the floor."""


def readings() -> dict[str, Reading]:
    """Every sample, read."""
    lexicon = load_lexicon()
    return {name: read(document, lexicon) for name, document in sample_documents().items()}


def measure() -> dict[str, float]:
    """Reads every sample, scores the annotated ones, and the ledger of them all."""
    golds, read_ = load_gold(), readings()
    alone = score((gold, read_[name]) for name, gold in golds.items())
    return alone | across_measures(load_across(), local_names(golds, read_), reconcile(list(read_.values()), []))


def faults() -> list[str]:
    """What is wrong in the ledger of all samples, a line each."""
    read_ = readings()
    return across_faults(load_across(), local_names(load_gold(), read_), reconcile(list(read_.values()), []))


def load_floors() -> dict[str, float]:
    """Measure → the least it may be."""
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def under_floor(measured: dict[str, float], floors: dict[str, float]) -> list[str]:
    """One line for each measure that is under its floor. A measure that is gone counts as 0."""
    low = {name: floor for name, floor in floors.items() if measured.get(name, 0.0) < floor}
    return [f"{name}: {measured.get(name, 0.0):.3f} is under its floor {floor:.3f}" for name, floor in low.items()]


def raised(measured: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """The floors after this measuring. Raises LoweredFloorError when one would fall."""
    if low := under_floor(measured, floors):
        raise LoweredFloorError("; ".join(low))
    return {name: max(floors.get(name, 0.0), _floored(value)) for name, value in sorted(measured.items())}


def _floored(value: float) -> float:
    return round(int(value / STEP) * STEP, 3)
